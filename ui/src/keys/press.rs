//! A key with its modifiers: how it is recognised on the keyboards of the world, and how it is written.

use std::sync::LazyLock;

/// The system that the window runs on, as far as keys are concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Platform {
    /// ⌘ is the key for commands.
    Mac,
    /// Ctrl is.
    Other,
}

/// What was pressed, free of the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Press<'a> {
    /// What the key gives on this keyboard: `KeyboardEvent.key`.
    pub(crate) key: &'a str,
    /// Where the key is: `KeyboardEvent.code`.
    pub(crate) code: &'a str,
    /// Whether Ctrl is held, on a Mac ⌘.
    pub(crate) ctrl: bool,
    pub(crate) shift: bool,
    pub(crate) alt: bool,
}

/// A key with the modifiers that must be held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Key {
    key: &'static str,
    ctrl: bool,
    shift: Shift,
    alt: bool,
    /// Whether it is the key at that place, whatever it gives on this keyboard.
    by_place: bool,
}

/// Whether Shift must be held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shift {
    No,
    Yes,
    /// On some keyboards the character needs it and on others not.
    Either,
}

/// A key alone.
pub(super) const fn plain(key: &'static str) -> Key {
    Key { key, ctrl: false, shift: Shift::No, alt: false, by_place: false }
}

/// A key with Ctrl, on a Mac with ⌘.
pub(super) const fn ctrl(key: &'static str) -> Key {
    Key { ctrl: true, ..plain(key) }
}

/// A key with Alt.
pub(super) const fn alt(key: &'static str) -> Key {
    Key { alt: true, ..plain(key) }
}

/// The key, with Shift as well.
pub(super) const fn shift(key: Key) -> Key {
    Key { shift: Shift::Yes, ..key }
}

/// The character, whether its keyboard needs Shift for it or not.
pub(super) const fn any_shift(key: Key) -> Key {
    Key { shift: Shift::Either, ..key }
}

/// The digit by its place in the row of digits or on the number pad: in France it gives another character without Shift,
/// elsewhere with it.
pub(super) const fn digit(digit: &'static str) -> Key {
    Key { by_place: true, ..plain(digit) }
}

impl Key {
    /// Whether the press is of this key.
    pub(crate) fn is_pressed(&self, press: Press<'_>) -> bool {
        self.ctrl == press.ctrl
            && self.alt == press.alt
            && match self.shift {
                Shift::No => !press.shift,
                Shift::Yes => press.shift,
                Shift::Either => true,
            }
            && self.is_on(press)
    }

    /// Whether it is the key that gives this, whatever is held with it.
    pub(crate) fn gives(&self, key: &str) -> bool {
        self.key.eq_ignore_ascii_case(key)
    }

    /// Whether the pressed key is the one that people call by this name.
    fn is_on(&self, press: Press<'_>) -> bool {
        // Keyboards on a screen have no places.
        if self.by_place && !press.code.is_empty() {
            let at = press.code.strip_prefix("Digit").or_else(|| press.code.strip_prefix("Numpad"));
            return at == Some(self.key);
        }
        // With Shift or Caps Lock held a letter comes as a capital.
        if self.key.eq_ignore_ascii_case(press.key) {
            return true;
        }
        let held = press.ctrl || press.shift;
        match self.key.as_bytes() {
            // Together with a modifier the row of digits gives other characters, which differ by keyboard.
            [b'0'..=b'9'] if held => press.code.strip_prefix("Digit") == Some(self.key),
            // A keyboard of another script has the Latin letters printed below its own.
            [b'a'..=b'z'] if !press.key.is_ascii() => {
                press.code.strip_prefix("Key").is_some_and(|it| self.key.eq_ignore_ascii_case(it))
            }
            _ => false,
        }
    }

    /// The key as it is written beside its command.
    pub(crate) fn shown(&self, platform: Platform) -> String {
        let held =
            [(self.ctrl, "Ctrl ", "⌘"), (self.alt, "Alt ", "⌥"), (self.shift == Shift::Yes, "Shift ", "⇧")];
        let mut words = String::new();
        match platform {
            Platform::Other => words.extend(held.iter().filter(|it| it.0).map(|it| it.1)),
            // A Mac names ⌘ last and writes without gaps.
            Platform::Mac => words.extend(held.iter().rev().filter(|it| it.0).map(|it| it.2)),
        }
        words.push_str(&match self.key {
            " " => "Space".to_owned(),
            key if key.len() == 1 => key.to_uppercase(),
            "ArrowLeft" => "←".to_owned(),
            "ArrowRight" => "→".to_owned(),
            "ArrowUp" => "↑".to_owned(),
            "ArrowDown" => "↓".to_owned(),
            "Delete" => "Del".to_owned(),
            "Escape" => "Esc".to_owned(),
            "ContextMenu" => "Menu".to_owned(),
            key => key.to_owned(),
        });
        words
    }

    /// The press that this key asks for.
    #[cfg(test)]
    pub(crate) fn press(&self) -> Press<'static> {
        let shift = self.shift == Shift::Yes;
        Press { key: self.key, code: "", ctrl: self.ctrl, shift, alt: self.alt }
    }
}

impl Platform {
    /// The system that shows this window.
    pub(crate) fn here() -> Self {
        static HERE: LazyLock<Platform> = LazyLock::new(|| {
            // The tests run outside a browser, where there is no keyboard to ask about.
            let window = cfg!(target_arch = "wasm32").then(web_sys::window).flatten();
            let name = window.and_then(|it| it.navigator().platform().ok()).unwrap_or_default();
            if name.starts_with("Mac") { Platform::Mac } else { Platform::Other }
        });
        *HERE
    }
}
