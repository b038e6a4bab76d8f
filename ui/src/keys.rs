//! The one table of commands. What the window listens to, the command palette, the sheet of shortcuts, menus and
//! tooltips all read it, so none of them can say something else than the others.

mod command;
mod menus;
mod press;
mod search;
mod situation;
mod table;
mod usual;

pub(crate) use command::{
    Command, Leap, OnActions, OnBoard, OnDecisions, OnFound, OnHealth, OnMatrix, OnOutline, OnPresent,
    OnRecovery, OnRegister, OnReport, OnResult, OnRoadmap, OnRoomMap, OnShifts, OnSmallMap, OnTrace, Taking,
    Way,
};
pub(crate) use menus::MenuOf;
pub(crate) use press::{Platform, Press};
pub(crate) use search::ranked;
pub(crate) use situation::{Chosen, Need, Situation};
pub(crate) use table::{Entry, Place, Section, sections};
pub(crate) use usual::{Usual, is_escape, is_modifier, is_submit, on_escape, presses_a_button, usual};

/// Every command with its place in the table, in the order of the table.
pub(crate) fn entries() -> impl Iterator<Item = (&'static Section, &'static Entry)> {
    sections().flat_map(|section| section.entries.iter().map(move |entry| (section, entry)))
}

/// The row of a command.
pub(crate) fn entry(command: Command) -> Option<(&'static Section, &'static Entry)> {
    entries().find(|(_, entry)| entry.command == command)
}

/// Whether a command changes what the map shows.
pub(crate) fn changes_map(command: Command) -> bool {
    entry(command).is_some_and(|(section, entry)| {
        entry.changes && matches!(section.place, Place::Start | Place::Station | Place::Map)
    })
}

/// The command that a key press stands for, anywhere but on tables that have keys of their own.
pub(crate) fn command_for(press: Press<'_>) -> Option<Command> {
    find(press, |place| !place.has_own_keys())
}

/// The command that a key press stands for where keys are particular to a place.
fn own_command_for(place: Place, press: Press<'_>) -> Option<Command> {
    find(press, |it| it == place)
}

fn find(press: Press<'_>, is_heard: impl Fn(Place) -> bool) -> Option<Command> {
    let reaches = |entry: &Entry| entry.keys.iter().any(|key| key.is_pressed(press));
    let mut heard = entries().filter(|(section, _)| is_heard(section.place));
    heard.find(|(_, entry)| reaches(entry)).map(|(_, entry)| entry.command)
}

/// The command of a press as the browser reports it, anywhere but on tables that have keys of their own.
pub(crate) fn command_of(event: &web_sys::KeyboardEvent) -> Option<Command> {
    as_pressed(event, command_for)
}

/// The same where keys are particular to a place.
pub(crate) fn command_on(place: Place, event: &web_sys::KeyboardEvent) -> Option<Command> {
    as_pressed(event, |press| own_command_for(place, press))
}

/// None while a key combination is held that the window leaves to the system.
fn as_pressed(
    event: &web_sys::KeyboardEvent,
    look: impl Fn(Press<'_>) -> Option<Command>,
) -> Option<Command> {
    let (main, other) = match Platform::here() {
        Platform::Mac => (event.meta_key(), event.ctrl_key()),
        Platform::Other => (event.ctrl_key(), event.meta_key()),
    };
    if other {
        return None;
    }
    let (key, code) = (event.key(), event.code());
    let press = Press { key: &key, code: &code, ctrl: main, shift: event.shift_key(), alt: event.alt_key() };
    look(press)
}

/// Whether a key that is let go is one of a command, whatever else is held by then.
pub(crate) fn is_let_go(command: Command, event: &web_sys::KeyboardEvent) -> bool {
    let key = event.key();
    entry(command).is_some_and(|(_, it)| it.keys.iter().any(|it| it.gives(&key)))
}

/// The first key of a command, as it is shown beside it; empty when it has none.
pub(crate) fn hint(command: Command) -> String {
    hint_on(Platform::here(), command)
}

fn hint_on(platform: Platform, command: Command) -> String {
    let key = entry(command).and_then(|(_, entry)| entry.keys.first());
    key.map(|it| it.shown(platform)).unwrap_or_default()
}

/// What a command does.
pub(crate) fn words(command: Command) -> &'static str {
    entry(command).map_or("", |(_, entry)| entry.words)
}

/// What a command does, with its key, for a tooltip.
pub(crate) fn tooltip(command: Command) -> String {
    let words = words(command);
    match hint(command) {
        key if key.is_empty() => words.to_owned(),
        key => format!("{words} ({key})"),
    }
}

#[cfg(test)]
mod tests {
    use opmap_model::Rating;

    use super::{
        Command, OnShifts, Place, Platform, Press, Way, command_for, entries, hint_on, own_command_for,
    };

    #[test]
    fn every_key_is_reached_by_its_own_press() {
        for (section, entry) in entries() {
            let look = |press| match section.place {
                place if place.has_own_keys() => own_command_for(place, press),
                _ => command_for(press),
            };
            for key in entry.keys {
                assert_eq!(
                    look(key.press()),
                    Some(entry.command),
                    "{key:?} of “{}” is hidden by another",
                    entry.words
                );
            }
        }
    }

    #[test]
    fn every_command_stands_in_the_table_once_and_in_words() {
        for (index, (_, entry)) in entries().enumerate() {
            assert!(entries().skip(index + 1).all(|(_, it)| it.command != entry.command), "{}", entry.words);
            assert!(entries().skip(index + 1).all(|(_, it)| it.words != entry.words), "{}", entry.words);
            assert!(entry.words.chars().next().is_some_and(char::is_uppercase), "{}", entry.words);
            assert!(!entry.also.is_empty(), "“{}” is found by no other word", entry.words);
        }
    }

    #[test]
    fn every_icon_is_shipped() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/icons");
        for (_, entry) in entries() {
            assert!(folder.join(entry.icon).with_extension("svg").exists(), "{}", entry.icon);
        }
    }

    #[test]
    fn modifiers_tell_commands_apart() {
        let press = |key, ctrl, shift, alt| command_for(Press { key, code: "", ctrl, shift, alt });
        assert_eq!(press("Z", true, true, false), Some(Command::Redo));
        assert_eq!(press("z", true, false, false), Some(Command::Undo));
        assert_eq!(press("z", false, false, false), None);
        assert_eq!(press("ArrowUp", false, false, true), Some(Command::Move(Way::Up)));
    }

    #[test]
    fn hints_are_written_as_each_system_writes_them() {
        let shown = |command| (hint_on(Platform::Other, command), hint_on(Platform::Mac, command));
        let pair = |other: &str, mac: &str| (other.to_owned(), mac.to_owned());
        assert_eq!(shown(Command::Redo), pair("Ctrl Shift Z", "⇧⌘Z"));
        assert_eq!(shown(Command::Grow(Way::Right)), pair("Ctrl →", "⌘→"));
        assert_eq!(shown(Command::Move(Way::Up)), pair("Alt ↑", "⌥↑"));
        assert_eq!(shown(Command::AddStep), pair("N", "N"));
        assert_eq!(shown(Command::Delete), pair("Del", "Del"));
    }

    #[test]
    fn the_digits_of_scoring_are_found_by_their_place() {
        let level = |number: usize| Command::Shifts(OnShifts::Level(Rating::ALL[number - 1]));
        let less = |number: usize| Command::Shifts(OnShifts::LessOf(Rating::ALL[number - 1]));
        let presses = [
            ("2", "Digit2", false, level(2)),
            ("é", "Digit2", false, level(2)),
            ("@", "Digit2", true, less(2)),
            ("2", "Digit2", true, less(2)),
            ("5", "Numpad5", false, level(5)),
            ("End", "Numpad1", true, less(1)),
            ("à", "Digit0", false, Command::Shifts(OnShifts::CantSay)),
        ];
        for (key, code, shift, command) in presses {
            let press = Press { key, code, ctrl: false, shift, alt: false };
            assert_eq!(own_command_for(Place::Shifts, press), Some(command), "{press:?}");
        }
        let held = Press { key: "2", code: "Digit2", ctrl: true, shift: false, alt: false };
        assert_eq!(own_command_for(Place::Shifts, held), None);
    }

    #[test]
    fn keys_are_found_on_american_german_and_french_keyboards() {
        // What each keyboard reports for the keys that its printing suggests: key, code, ctrl, shift.
        let presses = [
            // Plus has a key of its own in Germany and needs Shift elsewhere.
            ("+", "Equal", false, true, Command::ZoomIn),
            ("+", "BracketRight", false, false, Command::ZoomIn),
            ("=", "Equal", true, false, Command::ZoomIn),
            ("+", "BracketRight", true, false, Command::ZoomIn),
            ("+", "NumpadAdd", true, false, Command::ZoomIn),
            // German Z and Y have changed places, and are what is printed on them.
            ("z", "KeyY", true, false, Command::Undo),
            ("z", "KeyW", true, false, Command::Undo),
            ("y", "KeyZ", true, false, Command::Redo),
            // The row of digits gives digits only with Shift in France.
            ("!", "Digit1", false, true, Command::ZoomFit),
            ("1", "Digit1", false, true, Command::ZoomFit),
            ("&", "Digit1", true, false, Command::ZoomFit),
            ("à", "Digit0", true, false, Command::ZoomActual),
            ("0", "Numpad0", true, false, Command::ZoomActual),
            ("\"", "Digit2", false, true, Command::ZoomSelection),
            // What asks for help or for commands stands on another key in every country.
            ("?", "Slash", false, true, Command::Shortcuts),
            ("?", "Minus", false, true, Command::Shortcuts),
            ("?", "KeyM", false, true, Command::Shortcuts),
            ("/", "Slash", true, false, Command::Palette),
            ("/", "Digit7", true, true, Command::Palette),
            ("/", "Period", true, true, Command::Palette),
            ("k", "KeyK", true, false, Command::Palette),
            // A keyboard without Latin letters.
            ("я", "KeyZ", true, false, Command::Undo),
        ];
        for (key, code, ctrl, shift, command) in presses {
            let press = Press { key, code, ctrl, shift, alt: false };
            assert_eq!(command_for(press), Some(command), "{press:?}");
        }
        let nothing = Press { key: "é", code: "Digit2", ctrl: false, shift: false, alt: false };
        assert_eq!(command_for(nothing), None, "a letter is not the digit printed above it");
    }
}
