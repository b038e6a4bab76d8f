//! The trace: from a quote to what is done about it and back, and the matrix of findings and recommendations.

use serde_json::json;

use super::Browser;

const HAS_KEYBOARD: &str = "return document.activeElement.matches(arguments[0])";

/// Whether exactly what belongs to the thread has these codes.
const THREAD: &str = "
    const codes = [...document.querySelectorAll('.trace-item.linked .trace-code')].map((it) => it.textContent);
    return JSON.stringify(codes) === JSON.stringify(arguments[0])";

/// Whether a cell of the matrix is called so.
const CELL: &str =
    "return [...document.querySelectorAll('.trace-matrix td')].some((it) => it.ariaLabel === arguments[0])";

fn on_evidence() -> Browser {
    let browser = Browser::on_the_sample();
    browser.find_text("Actions").click();
    browser.await_that("the register has the keyboard", HAS_KEYBOARD, &json!(".action-rows"));
    browser
}

#[test]
fn a_quote_leads_to_its_recommendation_and_that_back_to_the_quote() {
    let browser = on_evidence();
    browser.press("t");
    let of_e1 = json!(["E1", "F8", "2", "R8"]);
    browser.await_that("the thread of the row where one is", THREAD, &of_e1);
    browser.await_that("it has the keyboard", HAS_KEYBOARD, &json!(".trace-item.chosen"));
    for _ in 0..3 {
        browser.press("ArrowDown");
    }
    browser.await_that("from E4 on", THREAD, &json!(["E4", "F2", "3", "5", "R2", "R9"]));
    browser.keep_picture("browser-trace-threads");
    browser.press("ArrowRight");
    browser.press("ArrowRight");
    browser.press("ArrowRight");
    browser.await_that(
        "a recommendation leads back to all that it rests on",
        THREAD,
        &json!(["E8", "F5", "3", "R5"]),
    );
    browser.press("ArrowLeft");
    browser.press("ArrowLeft");
    browser.press("Enter");
    browser.await_that(
        "its finding is told in full",
        "return document.querySelector('.inspector h3')?.textContent === arguments[0]",
        &json!("F2"),
    );
}

#[test]
fn an_answer_is_turned_on_and_off_in_the_matrix_by_keys() {
    let browser = on_evidence();
    browser.press("x");
    browser.await_that("the matrix has the keyboard", HAS_KEYBOARD, &json!(".trace-matrix"));
    browser.await_that("what answers is marked", CELL, &json!("R2 answers F2"));
    browser.keep_picture("browser-trace-matrix");
    browser.await_that("the first cell", CELL, &json!("R2 does not answer F1"));
    browser.press("Space");
    browser.comes_and_goes("it answers now", CELL, &json!("R2 answers F1"));
    browser.press("ArrowDown");
    browser.press("Space");
    browser.comes_and_goes("what answered does no more", CELL, &json!("R2 does not answer F2"));
    browser.press("x");
    browser.await_that("the register is back", HAS_KEYBOARD, &json!(".action-rows"));
    browser.await_saved();
}
