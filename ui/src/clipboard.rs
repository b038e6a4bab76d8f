//! The clipboard of the system, asked by the page.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// What is said when the page may not use it.
pub(crate) const REFUSED: &str = "The system did not let the window use the clipboard.";

/// Asks for the event that `verb` names (copy or cut), as if its key had been pressed. Answers whether the page may.
pub(crate) fn ask(verb: &str) -> bool {
    let page: Option<web_sys::HtmlDocument> = document().dyn_into().ok();
    page.is_some_and(|it| it.exec_command(verb).unwrap_or(false))
}
