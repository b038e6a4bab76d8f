//! The integrity panel: what the checks found is walked over, led to and settled.

use serde_json::{Value, json};

use super::Browser;

/// Whether the finding that is marked in the panel is about `arguments[0]`.
const MARKED: &str = "
    return !!document.querySelector('.integrity-row[aria-current=true]')?.textContent.includes(arguments[0])";

/// Whether the keyboard is in the matrix, in a cell that is told as `arguments[0]`, which is not the head of a row.
const IN_CELL: &str = "
    const matrix = document.activeElement.matches('.matrix') && document.activeElement;
    const cell = matrix && document.getElementById(matrix.getAttribute('aria-activedescendant'));
    return !!cell?.matches('.matrix-cell') && cell.ariaLabel.includes(arguments[0])";

/// Whether the map has the keyboard, and the step `arguments[0]` is selected there.
const ON_MAP: &str = "
    return document.activeElement.matches('.body') && !!document.querySelector('.step[aria-selected=true]')?.ariaLabel.includes(arguments[0])";

const OPEN: &str = "return (document.querySelector('.integrity') !== null) === arguments[0]";

/// Whether the status bar counts `arguments[0]` errors.
const ERRORS: &str =
    "return document.querySelector('.status-count strong').textContent === String(arguments[0])";

const ROWS: &str = "return document.querySelectorAll('.integrity-row').length";

const ROW_COUNT: &str = "return document.querySelectorAll('.integrity-row').length === arguments[0]";

fn on_the_matrix() -> Browser {
    let browser = Browser::on_the_sample();
    browser.find_text("RACI").click();
    browser.find(".matrix-cell");
    browser
}

#[test]
fn findings_are_walked_to_the_cells_that_they_are_about() {
    let browser = on_the_matrix();
    browser.await_that("the panel stands beside the matrix", OPEN, &json!(true));
    browser.press("F8");
    browser.await_that("the first is marked", MARKED, &json!("Call back detractors"));
    browser.await_that("and its row has the keyboard", IN_CELL, &json!("Call back detractors"));
    browser.press("F8");
    browser.await_that("it goes on", MARKED, &json!("Extra work allowed?"));
    browser.await_that("to a role that is named", IN_CELL, &json!("Accountable"));
    browser.keep_picture("browser-integrity-1440");
    browser.press("Shift+F8");
    browser.await_that("and back", IN_CELL, &json!("Call back detractors"));

    browser.find_text("Map").click();
    browser.find(".step");
    browser.press("F9");
    browser.await_that("it is closed", OPEN, &json!(false));
    browser.press("F8");
    browser.await_that("walking opens it", OPEN, &json!(true));
    browser.await_that("the walk goes on", MARKED, &json!("Extra work allowed?"));
    browser.await_that("on the map", ON_MAP, &json!("Extra work allowed?"));
    browser.await_saved();
}

#[test]
fn a_finding_is_settled_by_a_key_as_one_undo_and_stays_struck_until_one_goes_on() {
    let browser = on_the_matrix();
    browser.await_that("there are four errors", ERRORS, &json!(4));
    browser.press("F8");
    browser.find(".integrity-fixes button");
    browser.press("1");
    browser.comes_and_goes("one error is settled", ERRORS, &json!(3));
    browser.await_that(
        "it is struck",
        "return document.querySelector('li.solved')?.textContent.includes('Call back detractors')",
        &Value::Null,
    );
    browser.press("F8");
    browser.await_that("the next is marked", MARKED, &json!("Extra work allowed?"));
    browser.await_that("what is solved is gone", "return !document.querySelector('li.solved')", &Value::Null);
    browser.await_saved();
}

#[test]
fn findings_are_looked_at_by_place_selection_and_words() {
    let browser = on_the_matrix();
    browser.press("F8");
    browser.await_that("a row is chosen", IN_CELL, &json!("Call back detractors"));
    browser.find("[aria-label='Which findings are listed'] button:nth-child(2)").click();
    browser.await_that("what is selected has one", ROW_COUNT, &json!(1));
    browser.find("[aria-label='Which findings are listed'] button:nth-child(3)").click();
    let all = browser.execute(ROWS, &Value::Null).as_u64().unwrap();
    assert!(all > 20, "only {all} of the whole workshop");
    browser.find(".integrity-words").click();
    browser.type_keys("r16 owns");
    browser.await_that("nothing answers", ROW_COUNT, &json!(0));
    for _ in 0..8 {
        browser.press("Backspace");
    }
    browser.type_keys("H11");
    browser.await_that("the rule answers", "return [...document.querySelectorAll('.integrity-row .rule')].every((it) => it.textContent === 'H11')", &Value::Null);
    browser.press("F8");
    browser.await_that(
        "the walk is over these, and leads to the map",
        "return document.activeElement.matches('.body')",
        &Value::Null,
    );
    browser.find(".integrity-row[aria-current=true]");
}

#[test]
fn a_finding_is_accepted_with_a_reason_and_opened_again() {
    let browser = on_the_matrix();
    browser.press("F8");
    browser.await_that("the first is marked", MARKED, &json!("Call back detractors"));
    browser.find_text("Accept…").click();
    browser.find(".accept-reason textarea");
    browser.await_that(
        "the reason is asked for",
        "return document.activeElement.matches('textarea')",
        &Value::Null,
    );
    browser.type_keys("Nobody calls back before the new desk opens.");
    browser.press("Control+Enter");
    browser.comes_and_goes("it counts no longer", ERRORS, &json!(3));
    browser.find(".integrity-accepted").click();
    let reason = "return document.querySelector('li.accepted')?.textContent.includes(arguments[0])";
    browser.await_that("it stands apart with its reason", reason, &json!("before the new desk opens"));
    browser.keep_picture("browser-accepted-1440");
    browser.find_text("Open it again").click();
    browser.comes_and_goes("it is open again", ERRORS, &json!(4));
    browser.await_saved();
}
