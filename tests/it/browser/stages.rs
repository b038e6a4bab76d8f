//! A stage is not deleted before it is settled where its steps go (B9).

use serde_json::{Value, json};

use super::Browser;

const STAGES: &str = "[...document.querySelectorAll('.stage-head .name')].map((it) => it.textContent)";

const NO_DIALOG: &str = "return document.querySelector('[role=dialog]') === null";

#[test]
fn deleting_a_stage_asks_where_its_steps_go() {
    let browser = Browser::on_the_sample();
    let steps = browser.step_count();
    let before = browser.execute(&format!("return {STAGES}"), &Value::Null);
    let stages = |expected: &Value| {
        let script = format!("return JSON.stringify({STAGES}) === JSON.stringify(arguments[0])");
        browser.await_that("the stages are as they should be", &script, expected);
    };

    browser.find(".stage-head").click();
    browser.press("Delete");
    let dialog = browser.find("[role=dialog]");
    assert!(dialog.text().contains("Notice"), "{}", dialog.text());
    browser.press("Escape");
    browser.await_that("the dialog is closed", NO_DIALOG, &Value::Null);
    stages(&before);

    browser.find(".stage-head").click();
    browser.press("Delete");
    browser.find_text("Move the steps and delete").click();
    browser.await_that("the dialog is closed", NO_DIALOG, &Value::Null);
    let mut after = before.as_array().unwrap().clone();
    after.remove(0);
    stages(&json!(after));
    browser.await_step_count(steps);

    browser.await_map_keys();
    browser.press("Control+z");
    stages(&before);
    browser.await_step_count(steps);
    browser.await_saved();
}
