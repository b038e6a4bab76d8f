//! What is done on a copy to rehearse on never reaches the workshop, and is gone or kept in the end.

use serde_json::{Value, json};

use super::Browser;

/// Whether a copy is shown, or the workshop itself.
const REHEARSES: &str = "
    return !!document.querySelector('.frame') && !!document.querySelector('.banner.rehearsal') === arguments[0]";

const ASKS: &str = "return !!document.querySelector('.dialog') === arguments[0]";

/// Tells the page what the shell tells it when its window is to be closed.
const CLOSE_WINDOW: &str = "window.dispatchEvent(new Event('opmap-quit')); return true";

const FIRST_STAGE: &str = "
    return document.querySelector('.stage-head')?.textContent.includes(arguments[0])";

const TOLD: &str = "
    const told = [...document.querySelectorAll('.last-figures li')].map((it) => it.textContent);
    return document.querySelector('.last h3')?.textContent.startsWith('Halden Broadband')
        && !!document.querySelector('.last .sketch-steps')?.getAttribute('d')
        && told[0] === '62 steps' && told.includes('7 of 7 shifts scored')";

#[test]
fn what_was_rehearsed_is_thrown_away_and_the_workshop_is_as_it_was() {
    let browser = Browser::on_the_sample();
    browser.press("Control+k");
    browser.find(".palette input");
    browser.type_keys("Rehearse on a copy");
    browser.press("Enter");
    browser.await_that("a copy is shown", REHEARSES, &json!(true));
    rename_first_stage(&browser, "Rehearsed");

    browser.find_text("Throw away").click();
    browser.await_that("it asks first", ASKS, &json!(true));
    browser.press("Escape");
    browser.await_that("the safe answer is to go on", ASKS, &json!(false));
    browser.await_that("nothing is gone", FIRST_STAGE, &json!("Rehearsed"));
    browser.execute(CLOSE_WINDOW, &Value::Null);
    browser.await_that("it asks before the window closes, too", ASKS, &json!(true));
    browser.press("Escape");
    browser.await_that("the window stays", ASKS, &json!(false));
    browser.find(".rail-home").click();
    browser.find_text("Throw it away").click();

    browser.await_that("the workshop is told at a glance", TOLD, &Value::Null);
    browser.find(".last .button.primary").click();
    browser.await_that("it is the workshop itself", REHEARSES, &json!(false));
    browser.await_that("it is as it was", FIRST_STAGE, &json!("Notice"));
}

#[test]
fn what_was_rehearsed_can_be_kept_and_where_nothing_was_done_nothing_is_asked() {
    let browser = Browser::on_the_sample();
    browser.find(".rail-home").click();
    browser.await_that("the workshop is told at a glance", TOLD, &Value::Null);
    browser.find_text("Rehearsal copy").click();
    browser.await_that("a copy is shown", REHEARSES, &json!(true));
    browser.find(".stage-head");
    browser.find(".rail-home").click();
    browser.find(".last");
    browser.await_that("nothing was asked", ASKS, &json!(false));

    browser.find_text("Rehearsal copy").click();
    browser.await_that("a copy is shown again", REHEARSES, &json!(true));
    rename_first_stage(&browser, "Rehearsed");
    browser.find_text("Keep…").click();
    browser.await_that("it is a workshop of its own", REHEARSES, &json!(false));
    browser.await_that("with what was done", FIRST_STAGE, &json!("Rehearsed"));
}

fn rename_first_stage(browser: &Browser, name: &str) {
    browser.find(".stage-head").click();
    browser.press("F2");
    browser.find(".name-field");
    browser.type_keys(name);
    browser.press("Enter");
    browser.await_that("it is called so", FIRST_STAGE, &json!(name));
    browser.await_saved();
}
