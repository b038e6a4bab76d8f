//! The one table of key bindings: what the window listens to and what it shows beside a command.

/// Something that a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Command {
    New,
    Open,
    Undo,
    Redo,
    SaveTime,
    AddStep,
    AddStage,
    AddLane,
    Rename,
    Delete,
    Connect,
    SelectAll,
    Escape,
    ZoomIn,
    ZoomOut,
    ZoomActual,
    ZoomFit,
    Walk(Way),
    Move(Way),
    Grow(Way),
}

/// A way over the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Left,
    Right,
    Up,
    Down,
}

/// A key with the modifiers that must be held. On macOS ⌘ stands for Ctrl.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Binding {
    key: &'static str,
    ctrl: bool,
    shift: Shift,
    alt: bool,
    pub(crate) command: Command,
    /// What it does, in words.
    pub(crate) words: &'static str,
}

/// Whether Shift must be held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shift {
    No,
    Yes,
    /// On some layouts the character needs it and on others not.
    Either,
}

const fn plain(key: &'static str, command: Command, words: &'static str) -> Binding {
    Binding { key, ctrl: false, shift: Shift::No, alt: false, command, words }
}

const fn ctrl(key: &'static str, command: Command, words: &'static str) -> Binding {
    Binding { ctrl: true, ..plain(key, command, words) }
}

const fn shift(binding: Binding) -> Binding {
    Binding { shift: Shift::Yes, ..binding }
}

const fn any_shift(binding: Binding) -> Binding {
    Binding { shift: Shift::Either, ..binding }
}

const fn alt(key: &'static str, command: Command, words: &'static str) -> Binding {
    Binding { alt: true, ..plain(key, command, words) }
}

/// Every binding. Of several for one command the first is the one that is shown.
pub(crate) const BINDINGS: &[Binding] = &[
    ctrl("n", Command::New, "New workshop (on the start screen)"),
    ctrl("o", Command::Open, "Open a file (on the start screen)"),
    ctrl("z", Command::Undo, "Undo"),
    shift(ctrl("z", Command::Redo, "Redo")),
    ctrl("y", Command::Redo, "Redo"),
    ctrl("s", Command::SaveTime, "Say when it was saved"),
    plain("n", Command::AddStep, "Add a step"),
    shift(plain("s", Command::AddStage, "Add a stage")),
    shift(plain("l", Command::AddLane, "Add a lane")),
    plain("Enter", Command::Rename, "Rename"),
    plain("F2", Command::Rename, "Rename"),
    plain("Delete", Command::Delete, "Delete"),
    plain("Backspace", Command::Delete, "Delete"),
    plain("c", Command::Connect, "Connect to another step"),
    ctrl("a", Command::SelectAll, "Select every step"),
    plain("Escape", Command::Escape, "Drop the selection"),
    any_shift(plain("+", Command::ZoomIn, "Zoom in")),
    any_shift(ctrl("+", Command::ZoomIn, "Zoom in")),
    plain("-", Command::ZoomOut, "Zoom out"),
    ctrl("-", Command::ZoomOut, "Zoom out"),
    ctrl("0", Command::ZoomActual, "Zoom to 100 %"),
    ctrl("1", Command::ZoomFit, "Show the whole map"),
    shift(plain("!", Command::ZoomFit, "Show the whole map")),
    plain("ArrowLeft", Command::Walk(Way::Left), "Go to the step on the left"),
    plain("ArrowRight", Command::Walk(Way::Right), "Go to the step on the right"),
    plain("ArrowUp", Command::Walk(Way::Up), "Go to the step above"),
    plain("ArrowDown", Command::Walk(Way::Down), "Go to the step below"),
    alt("ArrowLeft", Command::Move(Way::Left), "Move to the stage before"),
    alt("ArrowRight", Command::Move(Way::Right), "Move to the stage after"),
    alt("ArrowUp", Command::Move(Way::Up), "Move to the lane above"),
    alt("ArrowDown", Command::Move(Way::Down), "Move to the lane below"),
    ctrl("ArrowLeft", Command::Grow(Way::Left), "Add a connected step on the left"),
    ctrl("ArrowRight", Command::Grow(Way::Right), "Add a connected step on the right"),
    ctrl("ArrowUp", Command::Grow(Way::Up), "Add a connected step above"),
    ctrl("ArrowDown", Command::Grow(Way::Down), "Add a connected step below"),
];

/// What was pressed, free of the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Press<'a> {
    pub(crate) key: &'a str,
    pub(crate) ctrl: bool,
    pub(crate) shift: bool,
    pub(crate) alt: bool,
}

/// The command that a key press stands for.
pub(crate) fn command_for(press: Press<'_>) -> Option<Command> {
    let matches = |binding: &&Binding| {
        // With Shift or Caps Lock held a letter comes as a capital.
        binding.key.eq_ignore_ascii_case(press.key)
            && binding.ctrl == press.ctrl
            && binding.alt == press.alt
            && match binding.shift {
                Shift::No => !press.shift,
                Shift::Yes => press.shift,
                Shift::Either => true,
            }
    };
    BINDINGS.iter().find(matches).map(|it| it.command)
}

/// The press as the browser reports it.
pub(crate) fn command_of(event: &web_sys::KeyboardEvent) -> Option<Command> {
    let key = event.key();
    command_for(Press {
        key: &key,
        ctrl: event.ctrl_key() || event.meta_key(),
        shift: event.shift_key(),
        alt: event.alt_key(),
    })
}

/// The key of a command, as it is shown beside it.
pub(crate) fn hint(command: Command) -> String {
    let Some(binding) = BINDINGS.iter().find(|it| it.command == command) else { return String::new() };
    let mut words = String::new();
    for (held, word) in
        [(binding.ctrl, "Ctrl "), (binding.alt, "Alt "), (binding.shift == Shift::Yes, "Shift ")]
    {
        if held {
            words.push_str(word);
        }
    }
    words.push_str(&match binding.key {
        key if key.len() == 1 => key.to_uppercase(),
        "ArrowLeft" => "←".to_owned(),
        "ArrowRight" => "→".to_owned(),
        "ArrowUp" => "↑".to_owned(),
        "ArrowDown" => "↓".to_owned(),
        "Delete" => "Del".to_owned(),
        key => key.to_owned(),
    });
    words
}

#[cfg(test)]
mod tests {
    use super::{BINDINGS, Command, Press, Shift, Way, command_for, hint};

    #[test]
    fn every_binding_is_reached_by_its_own_press() {
        for binding in BINDINGS {
            let press = Press {
                key: binding.key,
                ctrl: binding.ctrl,
                shift: binding.shift == Shift::Yes,
                alt: binding.alt,
            };
            assert_eq!(command_for(press), Some(binding.command), "{binding:?} is hidden by another");
            assert!(!binding.words.is_empty());
        }
    }

    #[test]
    fn modifiers_tell_commands_apart() {
        let press = |key, ctrl, shift, alt| command_for(Press { key, ctrl, shift, alt });
        assert_eq!(press("Z", true, true, false), Some(Command::Redo));
        assert_eq!(press("z", true, false, false), Some(Command::Undo));
        assert_eq!(press("z", false, false, false), None);
        assert_eq!(press("ArrowUp", false, false, true), Some(Command::Move(Way::Up)));
        assert_eq!(hint(Command::Redo), "Ctrl Shift Z");
        assert_eq!(hint(Command::Grow(Way::Right)), "Ctrl →");
    }
}
