//! What keys do in any menu: arrows go round, a letter goes to what begins with it, Escape and Tab close it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::dialog::focus;
use crate::keys::{Usual, Way, usual};

/// A key in an open menu, which takes all keys.
pub(crate) fn on_menu_key(event: &web_sys::KeyboardEvent, list: &web_sys::Element, close: impl FnOnce()) {
    event.stop_propagation();
    let items = items(list);
    let now = document().active_element();
    let index = items.iter().position(|it| Some(it) == now.as_ref());
    let last = items.len().saturating_sub(1);
    let to = match usual(event) {
        // The button takes them itself.
        Some(Usual::Enter | Usual::Space) => return,
        Some(Usual::Escape | Usual::Tab) => {
            close();
            None
        }
        Some(Usual::Go(Way::Down)) => Some(index.filter(|it| *it < last).map_or(0, |it| it + 1)),
        Some(Usual::Go(Way::Up)) => Some(index.and_then(|it| it.checked_sub(1)).unwrap_or(last)),
        Some(Usual::Start | Usual::PageUp) => Some(0),
        Some(Usual::End | Usual::PageDown) => Some(last),
        Some(Usual::Typed(letter)) => {
            let words: Vec<String> = items.iter().map(|it| it.text_content().unwrap_or_default()).collect();
            next_beginning(&words, index, letter)
        }
        _ => None,
    };
    event.prevent_default();
    if let Some(item) = to.and_then(|it| items.get(it)) {
        focus(item);
    }
}

/// Gives the keyboard to the first item of a menu.
pub(crate) fn focus_first(list: &web_sys::Element) {
    if let Some(first) = items(list).first() {
        focus(first);
    }
}

fn items(list: &web_sys::Element) -> Vec<web_sys::Element> {
    let Ok(found) = list.query_selector_all("[role=menuitem]") else { return Vec::new() };
    let items = (0..found.length()).filter_map(|index| found.item(index));
    items.filter_map(|it| it.dyn_into::<web_sys::Element>().ok()).collect()
}

/// The next item whose words begin with a letter, going round.
fn next_beginning(words: &[String], from: Option<usize>, letter: char) -> Option<usize> {
    let letter = Some(letter).filter(|it| it.is_alphanumeric())?.to_lowercase().to_string();
    let first = from.map_or(0, |it| it + 1);
    let mut order = (first..words.len()).chain(0..first.min(words.len()));
    order.find(|it| words[*it].to_lowercase().starts_with(&letter))
}

#[cfg(test)]
mod tests {
    use super::next_beginning;

    #[test]
    fn a_letter_goes_to_the_next_item_that_begins_with_it() {
        let words = ["Rename", "Connect", "Move up", "Move down"].map(str::to_owned);
        assert_eq!(next_beginning(&words, Some(0), 'm'), Some(2));
        assert_eq!(next_beginning(&words, Some(2), 'M'), Some(3));
        assert_eq!(next_beginning(&words, Some(3), 'm'), Some(2));
        assert_eq!(next_beginning(&words, None, 'r'), Some(0));
        assert_eq!(next_beginning(&words, Some(0), 'x'), None);
        assert_eq!(next_beginning(&words, Some(0), ','), None);
        assert_eq!(next_beginning(&[], None, 'x'), None);
    }
}
