//! The start screen: what goes on behind it, and that nobody meets that.

use serde_json::Value;

use super::Browser;

/// Whether a map was laid out, changed, and taken off the page.
const PRACTISED: &str = "
    return performance.getEntriesByName('opmap:layout').length > 1 && !document.querySelector('.practice')";

#[test]
fn the_practice_leaves_nothing_behind() {
    let browser = Browser::open();
    let before = browser.execute(CONTENT, &Value::Null);
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

/// What the page shows.
const CONTENT: &str = "return document.body.textContent";
