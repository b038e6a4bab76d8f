//! Two states are compared by keys alone, and nothing is changed meanwhile.

use serde_json::{Value, json};

use super::Browser;
use super::access::related;

/// What the map has said last.
const SPOKEN: &str = "return document.querySelector('.canvas > .spoken').textContent.includes(arguments[0])";
/// Whether the banner says it.
const BANNER: &str = "return !!document.querySelector('.banner')?.textContent.includes(arguments[0])";
/// Whether the difference that is marked in the list is told so, and its step is selected on the map.
const MARKED: &str = "
    const row = document.querySelector('.difference-row[aria-current=true]')?.textContent ?? '';
    const step = document.querySelector('.step[aria-selected=true]')?.getAttribute('aria-label') ?? '';
    return row.includes(arguments[0]) && step.includes(arguments[0])";
/// The step where the keyboard is, and whether it is there and selected.
const ACTIVE: &str = "return document.querySelector('.body').getAttribute('aria-activedescendant')";
const SELECTED: &str = "
    const active = document.querySelector('.body').getAttribute('aria-activedescendant');
    return active !== null && document.getElementById(active)?.getAttribute('aria-selected') === 'true'";
const LIST: &str = "return (document.querySelector('.differences') !== null) === arguments[0]";
const STATE: &str = "return document.querySelector('.segment.active').textContent === arguments[0]";
const ROWS: &str = "return document.querySelectorAll('.difference-row').length";

#[test]
fn differences_are_walked_and_shown_in_their_own_state_by_keys() {
    let browser = Browser::on_the_sample();
    let before = browser.step_count();
    browser.press("Alt+8");
    browser.await_that("the list is there", LIST, &json!(true));
    browser.await_that("what is compared is said", SPOKEN, &json!("As-is against To be"));

    // Three lanes differ before the first step does.
    browser.press("F8");
    browser.await_that("the first is said", SPOKEN, &json!("Difference 1 of"));
    browser.press("F8");
    browser.press("F8");
    browser.press("F8");
    browser.await_that("it is marked in the list and on the map", MARKED, &json!("Connection drops"));
    browser.press("F8");
    browser.await_that("it goes on", MARKED, &json!("Reads the outage text"));
    browser.press("Shift+F8");
    browser.await_that("and back", MARKED, &json!("Connection drops"));

    browser.press("n");
    browser.await_that("adding a step is refused in words", BANNER, &json!("Comparing is for looking."));
    browser.press("Delete");
    browser.press("Control+d");
    browser.await_that(
        "no name is asked for",
        "return document.querySelector('.name-field') === null",
        &Value::Null,
    );

    browser.press("Enter");
    browser.await_that("the list is left", LIST, &json!(false));
    browser.await_that("its own state is shown", STATE, &json!("To be"));

    browser.press("Alt+8");
    browser.await_that("it is compared again", LIST, &json!(true));
    browser.press("Escape");
    browser.await_that("Esc leaves", LIST, &json!(false));
    browser.await_map_keys();
    browser.find_text("As-is").click();
    browser.await_step_count(before);
}

#[test]
fn what_is_selected_stays_selected_as_it_stands_in_the_other_state() {
    let browser = Browser::on_the_sample();
    browser.press("ArrowRight");
    browser.press("Alt+8");
    browser.await_that("the list is there", LIST, &json!(true));
    browser.await_that("the step by which the selected one is shown is selected", SELECTED, &Value::Null);
    related(&browser, "comparison");
    let selected = browser.execute(ACTIVE, &Value::Null);
    browser.press("ArrowRight");
    browser.await_that(
        "arrows walk on",
        "return document.querySelector('.body').getAttribute('aria-activedescendant') !== arguments[0]",
        &selected,
    );
    browser.await_that("to a step that is there", SELECTED, &Value::Null);
}

#[test]
fn undo_and_paste_while_two_states_are_compared() {
    let browser = Browser::on_the_sample();
    let before = browser.step_count();
    browser.press("ArrowRight");
    browser.press("Delete");
    browser.await_step_count(before - 1);
    browser.press("Alt+8");
    browser.await_that("the list is there", LIST, &json!(true));
    let listed = browser.execute(ROWS, &Value::Null);

    browser.execute(
        "const data = new DataTransfer();
        data.setData('text/plain', 'Looks at the lights\tCustomer');
        document.activeElement.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))",
        &Value::Null,
    );
    browser.await_that("pasting is refused in words", BANNER, &json!("Comparing is for looking."));

    browser.press("Control+z");
    let fewer = "return document.querySelectorAll('.difference-row').length !== arguments[0]";
    browser.await_that("what is compared follows an undo", fewer, &listed);
    browser.await_that("and is still shown", LIST, &json!(true));
}
