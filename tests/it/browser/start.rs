//! The start screen: what goes on behind it, and that nobody meets that.

use serde_json::{Value, json};

use super::Browser;

/// Whether a map was laid out, changed, and taken off the page.
const PRACTISED: &str = "
    return performance.getEntriesByName('opmap:layout').length > 1 && !document.querySelector('.practice')";

#[test]
fn the_practice_leaves_nothing_behind() {
    let browser = Browser::open();
    // On a slow machine it goes on already.
    let before = browser.execute(CONTENT_BESIDE, &Value::Null);
    browser.await_that("a small workshop was practised on", PRACTISED, &Value::Null);
    assert_eq!(browser.execute(CONTENT, &Value::Null), before, "the page is as it was");
    let is_open = browser.execute("return document.querySelectorAll('.frame').length", &Value::Null);
    assert_eq!(is_open, Value::from(0));

    browser.find("[data-template=blank]").click();
    browser.find(".frame");
    browser.await_saved();
    let frames =
        browser.execute("return document.querySelectorAll('.frame, .practice').length", &Value::Null);
    assert_eq!(frames, Value::from(1), "one workshop is open, and it is the new one");
}

#[test]
fn each_template_is_pictured_and_begins_a_workshop() {
    let browser = Browser::open();
    browser.await_that(
        "all are pictured, and all but the blank one with steps",
        "const drawn = [...document.querySelectorAll('.template')].map((it) => it.querySelector('.sketch-steps'));
        return drawn.length > 4 && drawn.every((it) => it) && drawn.filter((it) => !it.getAttribute('d')).length === 1",
        &Value::Null,
    );
    browser.find("[data-template=field-service]").click();
    browser.await_that(
        "it is called what it is",
        "return document.querySelector('.frame h1')?.textContent === 'Field service'",
        &Value::Null,
    );
    browser.await_saved();
}

#[test]
fn a_workshop_begins_as_another_is_built_without_what_was_said_there() {
    let browser = Browser::on_the_sample();
    browser.find(".rail-home").click();
    browser.await_that("the sample is told", FIGURES, &json!(["62 steps", "7 of 7 shifts scored"]));
    browser.find_text("New from this").click();
    browser.find(".stage-head");
    browser.find(".rail-home").click();
    browser.await_that("the new one is told", FIGURES, &json!(["62 steps", "0 of 7 shifts scored"]));
}

#[test]
fn a_workshop_begins_with_the_rows_of_a_table() {
    let browser = Browser::open();
    browser.find_text("New from a spreadsheet").click();
    browser.await_that(
        "its rows are told",
        SUMMARY,
        &json!("Adds 3 steps, 2 new stages, 3 new lanes, 2 connectors."),
    );
    browser.find(".dialog .button.primary").click();
    browser.await_step_count(3);
    browser.await_saved();
    browser.press("Control+k");
    browser.find(".palette input");
    browser.type_keys("Add steps from a file");
    browser.press("Enter");
    browser.await_that("they go to what is there", SUMMARY, &json!("Adds 3 steps, 2 connectors."));
    browser.press("Escape");
    browser.await_that(
        "nothing is asked any more",
        "return !document.querySelector('.dialog')",
        &Value::Null,
    );
    browser.await_step_count(3);
}

#[test]
fn a_key_ends_the_practice() {
    let browser = Browser::open();
    browser.await_that("it goes on", "return !!document.querySelector('.practice .frame')", &Value::Null);
    browser.press("Escape");
    let over = "return !document.querySelector('.practice')";
    browser.await_that("it is over", over, &Value::Null);
    browser.press("Control+n");
    browser.find(".frame");
    browser.await_saved();
}

/// Whether these are among the figures of the workshop that was opened last.
const FIGURES: &str = "
    const told = [...document.querySelectorAll('.last-figures li')].map((it) => it.textContent);
    return arguments[0].every((it) => told.includes(it))";

/// What is said of rows before they are added.
const SUMMARY: &str = "return document.querySelector('.rows-summary')?.textContent === arguments[0]";

/// What the page shows, apart from what is practised on.
const CONTENT_BESIDE: &str = "
    const page = document.body.cloneNode(true);
    page.querySelector('.practice')?.remove();
    return page.textContent";

/// What the page shows.
const CONTENT: &str = "return document.body.textContent";
