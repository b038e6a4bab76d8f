//! Keys that mean the same in every field, dialog, menu and list, and so need no row in the table.

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::Way;

/// A key that everyone knows from elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Usual {
    Go(Way),
    Start,
    End,
    PageUp,
    PageDown,
    Enter,
    Space,
    Tab,
    Escape,
    Delete,
    Backspace,
    /// Any other character.
    Typed(char),
}

impl Usual {
    fn of(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowLeft" => Self::Go(Way::Left),
            "ArrowRight" => Self::Go(Way::Right),
            "ArrowUp" => Self::Go(Way::Up),
            "ArrowDown" => Self::Go(Way::Down),
            "Home" => Self::Start,
            "End" => Self::End,
            "PageUp" => Self::PageUp,
            "PageDown" => Self::PageDown,
            "Enter" => Self::Enter,
            " " => Self::Space,
            "Tab" => Self::Tab,
            "Escape" => Self::Escape,
            "Delete" => Self::Delete,
            "Backspace" => Self::Backspace,
            _ => {
                let mut characters = key.chars();
                let first = characters.next()?;
                return characters.next().is_none().then_some(Self::Typed(first));
            }
        })
    }
}

/// The key that was pressed, with Shift or without; none with another modifier, or while a word is put together.
pub(crate) fn usual(event: &KeyboardEvent) -> Option<Usual> {
    if event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    Usual::of(&event.key())
}

pub(crate) fn is_escape(event: &KeyboardEvent) -> bool {
    usual(event) == Some(Usual::Escape)
}

/// What Escape does in a part of the window; it goes no further out.
pub(crate) fn on_escape(act: impl Fn()) -> impl Fn(KeyboardEvent) {
    move |event| {
        if is_escape(&event) {
            event.stop_propagation();
            act();
        }
    }
}

/// Whether the press takes what stands in a field of several lines, where Enter alone begins another.
pub(crate) fn is_submit(event: &KeyboardEvent) -> bool {
    (event.ctrl_key() || event.meta_key()) && Usual::of(&event.key()) == Some(Usual::Enter)
}

/// Whether the key does nothing alone.
pub(crate) fn is_modifier(event: &KeyboardEvent) -> bool {
    matches!(event.key().as_str(), "Shift" | "Control" | "Alt" | "Meta")
}

/// Whether the key is the one that presses the button that has the keyboard. One of several to choose from is no such
/// button: to choose it again may mean something.
pub(crate) fn presses_a_button(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    matches!(usual(event), Some(Usual::Enter | Usual::Space))
        && target.is_some_and(|it| it.matches("button:not([role=radio])").unwrap_or(false))
}

#[cfg(test)]
mod tests {
    use super::{Usual, Way};

    #[test]
    fn keys_are_known_by_what_they_give() {
        assert_eq!(Usual::of("ArrowUp"), Some(Usual::Go(Way::Up)));
        assert_eq!(Usual::of(" "), Some(Usual::Space));
        assert_eq!(Usual::of("ä"), Some(Usual::Typed('ä')));
        assert_eq!(Usual::of("F5"), None);
        assert_eq!(Usual::of(""), None);
    }
}
