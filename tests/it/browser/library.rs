//! What is ready-made is added by keys.

use serde_json::json;

use super::Browser;

#[test]
fn a_journey_of_the_library_is_added_whole_and_taken_back_at_once() {
    let browser = Browser::on_the_sample();
    let before = browser.step_count();
    browser.find_text("Library").click();
    browser.find(".palette-row");
    browser.type_keys("on-site support");
    let found = "return [...document.querySelectorAll('.palette-row')].map((it) => it.textContent).join('|')";
    browser.await_that(
        "the step and the journey are offered",
        &format!("const rows = (() => {{ {found} }})(); return rows.includes('Step') && rows.includes(arguments[0])"),
        &json!("Journey · with its steps"),
    );
    browser.press("ArrowDown");
    browser.press("Enter");
    browser.await_step_count(15);
    browser.await_that(
        "it is said",
        "return document.querySelector('.canvas > .spoken').textContent.includes(arguments[0])",
        &json!("added"),
    );
    browser.keep_picture("browser-library-journey");
    browser.press("Control+z");
    browser.await_step_count(before);
}
