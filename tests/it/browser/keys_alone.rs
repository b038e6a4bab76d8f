//! The Map station from one end to the other without a pointer: the keyboard is always somewhere, and each act is said.

use serde_json::{Value, json};

use super::{Browser, HAS_KEYBOARD};

/// Whether the page says some words: what announces itself, the control that has the keyboard, and the row or the step
/// that it is on.
const SAYS: &str = "
    const active = document.activeElement;
    const row = document.getElementById(active.getAttribute('aria-activedescendant'));
    const told = [...document.querySelectorAll('[role=status], [aria-live]'), active, row];
    return told.some((it) => it && `${it.ariaLabel ?? ''} ${it.textContent}`.includes(arguments[0]))";

const SOMEWHERE: &str =
    "const it = document.activeElement; return it !== null && it !== document.body && it.checkVisibility()";

#[test]
fn the_map_station_is_used_by_keys_alone_and_says_what_it_does() {
    let browser = Browser::open();
    browser.tab_to("[data-template=halden-broadband]");
    browser.press("Enter");
    browser.await_map_keys();
    act(&browser, "ArrowRight", "Connection drops");

    filter_by_role(&browser);

    act(&browser, "Alt+2", "Bottlenecks shown.");
    says(&browser, "Longest wait: ");
    act(&browser, "Alt+2", "Bottlenecks hidden.");

    act(&browser, "Alt+8", "As-is against To be");
    act(&browser, "F8", "Difference ");
    act(&browser, "Escape", "The comparison is left.");
    browser.await_map_keys();

    act(&browser, "o", "Connection drops");
    browser.await_that("the outline has the keyboard", HAS_KEYBOARD, &json!(".outline-tree"));
    act(&browser, "End", "Lanes");
    act(&browser, "Home", "Notice");
    act(&browser, "Escape", "");
    browser.await_map_keys();

    act(&browser, "Control+f", "Find on the map");
    type_words(&browser, "run line test", " found");
    act(&browser, "Enter", "1 of ");
    browser.await_that("one goes on looking", HAS_KEYBOARD, &json!(".find input"));
    act(&browser, "Escape", "Run line test");
    browser.await_map_keys();

    command(&browser, "add an option of what is wanted", "Option B is shown.");
    command(&browser, "clear the state that is shown", "The map is empty.");
    act(&browser, "Control+k", "Find or do");
    type_words(&browser, "start this state from a copy", "Start this state from a copy");
    act(&browser, "Enter", "Start from a copy of");
    type_words(&browser, "to be", "To be");
    act(&browser, "Enter", "Now a copy of to be.");
    act(&browser, "Control+z", "Undone: ");
    act(&browser, "Control+Shift+z", "Redone: ");
    browser.await_saved();
}

/// The role lens, and back to a map of which nothing stands out.
fn filter_by_role(browser: &Browser) {
    command(browser, "role lens", "everyone");
    browser.await_that("the panel has the keyboard", HAS_KEYBOARD, &json!(".popover.filter select"));
    act(browser, "Tab", "every channel");
    act(browser, "Tab", "every role");
    type_words(browser, "Field technician", " stand out.");
    act(browser, "Escape", " steps, ");
    command(browser, "clear the filter", "Nothing is filtered.");
    browser.tab_to(".body");
}

/// Presses keys; the page then says some words, and the keyboard is somewhere.
fn act(browser: &Browser, keys: &str, words: &str) {
    browser.press(keys);
    said(browser, keys, words);
}

fn type_words(browser: &Browser, typed: &str, words: &str) {
    browser.type_keys(typed);
    said(browser, typed, words);
}

/// Does a command of the palette.
fn command(browser: &Browser, query: &str, words: &str) {
    act(browser, "Control+k", "Find or do");
    browser.type_keys(query);
    act(browser, "Enter", words);
}

fn said(browser: &Browser, did: &str, words: &str) {
    browser.await_that(&format!("“{words}” is said after {did}"), SAYS, &json!(words));
    browser.await_that(&format!("the keyboard is somewhere after {did}"), SOMEWHERE, &Value::Null);
}

fn says(browser: &Browser, words: &str) {
    browser.await_that(&format!("“{words}” is said"), SAYS, &json!(words));
}
