//! Two states are compared by keys alone, and nothing is changed meanwhile.

use serde_json::{Value, json};

use super::access::related;
use super::{Browser, HAS_KEYBOARD};

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

#[test]
fn what_was_drawn_twice_is_made_the_same_and_parted_again_by_keys() {
    let browser = Browser::on_the_sample();
    browser.press("Alt+8");
    browser.await_that("the list is there", LIST, &json!(true));
    let gone_rows = "document.querySelectorAll('.difference-row.gone').length";
    let listed = browser.execute(&format!("return {gone_rows}"), &Value::Null);
    let gone = "return !!document.querySelector('.difference-row.gone[aria-current=true]')?.textContent.includes('step')";
    for _ in 0..60 {
        if browser.execute(gone, &Value::Null) == json!(true) {
            break;
        }
        browser.press("F8");
    }
    browser.await_that("a step is gone", gone, &Value::Null);
    browser.press("Shift+L");
    let looking = &format!("return {gone_rows} === arguments[0]");
    browser.await_that("there is nothing to part it from", BANNER, &json!("in one of the two states only"));
    browser.await_that("and nothing is changed", looking, &listed);

    browser.press("l");
    let asked = "return document.querySelectorAll('.palette [role=option]').length > 0";
    browser.await_that("what it may be is asked", asked, &Value::Null);
    browser.press("Enter");
    browser.await_that("it is said", SPOKEN, &json!("are the same now."));
    let fewer = &format!("return {gone_rows} < arguments[0]");
    browser.await_that("the list follows", fewer, &listed);
    browser.await_that("the two are still compared", LIST, &json!(true));

    browser.press("Shift+L");
    browser.await_that("they are parted", SPOKEN, &json!("is no longer the same as"));
    browser.await_that("both are listed again", looking, &listed);
    browser.press("Control+z");
    browser.await_that("which is taken back", fewer, &listed);
    browser.press("Control+z");
    browser.await_that("and the first, too", looking, &listed);
    browser.await_saved();
}

#[test]
fn a_pasted_journey_is_compared_with_the_one_it_was_copied_from() {
    let browser = Browser::on_the_sample();
    browser.execute(
        "addEventListener('copy', (event) => {
            window.journey = event.clipboardData.getData('application/x-opmap');
        })",
        &Value::Null,
    );
    browser.press("Control+k");
    browser.await_that("the palette has the keyboard", HAS_KEYBOARD, &json!(".palette input"));
    browser.type_keys("copy the journey");
    browser.press("Enter");
    browser.await_that(
        "it is copied",
        "return window.journey?.startsWith('opmap-clip journey')",
        &Value::Null,
    );
    browser.await_map_keys();
    browser.execute(
        "const data = new DataTransfer();
        data.setData('application/x-opmap', window.journey);
        document.activeElement.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))",
        &Value::Null,
    );
    let journeys = "return document.querySelectorAll('select.journey option').length";
    browser.await_that("it is one more", &format!("{journeys} === 2"), &Value::Null);

    browser.press("Alt+8");
    browser.await_that("the list is there", LIST, &json!(true));
    let choose = "
        const choice = document.querySelector('.state-choice select');
        const other = [...choice.querySelectorAll('optgroup option')].find((it) => it.textContent.endsWith('To be'));
        choice.value = other.value;
        choice.dispatchEvent(new Event('change', { bubbles: true }))";
    browser.execute(choose, &Value::Null);
    let same =
        "return document.querySelector('.differences .nothing')?.textContent === 'The two are the same.'";
    browser.await_that("to be against to be of the other: nothing differs", same, &Value::Null);
    related(&browser, "comparison of two journeys");
}
