//! Journeys and their states as a whole, by the palette and by the buttons that do the same.

use serde_json::{Value, json};

use super::{Browser, HAS_KEYBOARD};

const JOURNEYS: &str = "return document.querySelectorAll('select.journey option').length === arguments[0]";
const STAGES: &str = "return document.querySelectorAll('.stage-head').length === arguments[0]";
const STATE: &str = "return document.querySelector('.segment.active').textContent === arguments[0]";
const DIALOG: &str = "return !!document.querySelector('[role=dialog]')?.textContent.includes(arguments[0])";

#[test]
fn a_journey_is_added_and_deleted_by_plain_words() {
    let browser = Browser::on_the_sample();
    let steps = browser.step_count();
    command(&browser, "add a journey");
    browser.await_that("there are two journeys", JOURNEYS, &json!(2));
    browser.await_that("the new one is shown", SHOWN, &json!("Journey 2"));
    let usual = "return [...document.querySelectorAll('.stage-head .name')].map((it) => it.textContent).join() === arguments[0]";
    let stages = "Become aware,Choose,Buy,Start using,Use,Get help,Renew or leave";
    browser.await_that("it has the usual stages", usual, &json!(stages));
    browser.press("Control+z");
    browser.await_that("one undo takes it away with them", JOURNEYS, &json!(1));
    browser.press("Control+Shift+z");
    browser.await_that("there are two journeys", JOURNEYS, &json!(2));

    command(&browser, "delete the journey");
    browser.await_that("it is asked", DIALOG, &json!("Delete this journey with its maps?"));
    browser.press("Escape");
    browser.await_that("it stays", JOURNEYS, &json!(2));
    command(&browser, "delete the journey");
    browser.await_that("it is asked", DIALOG, &json!("Delete this journey with its maps?"));
    browser.find("[role=dialog] .primary").click();
    browser.await_that("there is one journey", JOURNEYS, &json!(1));
    browser.await_step_count(steps);
    browser.press("Control+z");
    browser.await_that("it is back", JOURNEYS, &json!(2));
    browser.await_saved();
}

#[test]
fn options_are_added_chosen_and_cleared_by_plain_words() {
    let browser = Browser::on_the_sample();
    command(&browser, "add an option of what is wanted");
    browser.await_that("it is shown", STATE, &json!("Option B"));
    let full = "return document.querySelectorAll('.stage-head').length > 0";
    browser.await_that("it is as to be", full, &Value::Null);
    command(&browser, "clear the state that is shown");
    browser.await_that("nothing is on it", STAGES, &json!(0));
    browser.press("Control+z");
    browser.await_that("it is as before", full, &Value::Null);
    command(&browser, "make the option the wanted one");
    browser.await_that("it is to be", STATE, &json!("To be"));
    browser.await_saved();
}

#[test]
fn options_stand_side_by_side_and_one_is_chosen_there() {
    let browser = Browser::on_the_sample();
    command(&browser, "add an option of what is wanted");
    browser.await_that("it is shown", STATE, &json!("Option B"));
    browser.press("ArrowRight");
    browser.press("Delete");
    browser.press("Alt+9");
    browser.await_that("they are there", DIALOG, &json!("Options side by side"));
    let steps = "
        const row = [...document.querySelectorAll('.options tbody tr')].find((it) => it.textContent.startsWith('Steps'));
        const [, wanted, option] = [...row.querySelectorAll('td')].map((it) => Number(it.textContent));
        return wanted - option === arguments[0]";
    browser.await_that("the option has a step less", steps, &json!(1));
    browser.find("[aria-label='Choose Option B']").click();
    browser.await_that("now it is what is wanted", steps, &json!(-1));
    browser.await_that("which is said", DIALOG, &json!("What was Option B is chosen now"));
    browser.press("Escape");
    browser.await_map_keys();
    browser.press("Control+z");
    browser.press("Alt+9");
    browser.await_that("one undo takes it back", steps, &json!(1));
    browser.find("[aria-label='Show To be']").click();
    browser.await_that("an option is shown from there", STATE, &json!("To be"));
    browser.await_saved();
}

#[test]
fn the_compared_states_are_swapped_by_plain_words() {
    let browser = Browser::on_the_sample();
    browser.press("Alt+8");
    let before = "return document.querySelector('.compare-bar select').value === arguments[0]";
    browser.await_that("as lived is the first", before, &json!("as-lived"));
    command(&browser, "swap the two states");
    browser.await_that("to be is the first", before, &json!("to-be"));
}

#[test]
fn a_state_is_copied_to_an_empty_one_by_its_button_and_by_plain_words() {
    let browser = Browser::open();
    browser.find("[data-template=blank]").click();
    browser.await_map_keys();
    browser.await_that("as-is has its stages", STAGES, &json!(7));

    browser.find_text("To be").click();
    browser.await_that("to be is empty", STAGES, &json!(0));
    browser.find_text("Start from a copy of as-is").click();
    browser.comes_and_goes("it is as the other", STAGES, &json!(7));

    browser.find_text("As designed").click();
    browser.await_that("as designed is empty", STAGES, &json!(0));
    command(&browser, "start this state from a copy of another");
    let field = ".palette input[aria-label='Start from a copy of']";
    browser.await_that("it is asked of which", HAS_KEYBOARD, &json!(field));
    browser.type_keys("as-is");
    browser.find(".palette-row");
    browser.press("Enter");
    browser.comes_and_goes("it is as the other", STAGES, &json!(7));
    browser.await_saved();
}

/// Which journey is shown.
const SHOWN: &str =
    "return document.querySelector('select.journey').selectedOptions[0]?.textContent === arguments[0]";

/// Does what the first answer of the palette to some words is.
fn command(browser: &Browser, words: &str) {
    browser.press("Control+k");
    browser.await_that("the palette has the keyboard", HAS_KEYBOARD, &json!(".palette input"));
    browser.type_keys(words);
    let first = "return document.querySelector('.palette-row')?.textContent.toLowerCase().startsWith(arguments[0]) === true";
    browser.await_that(&format!("it answers “{words}”"), first, &json!(words));
    browser.press("Enter");
}
