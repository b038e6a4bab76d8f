//! Steps that are moved, by whatever way: it is said where they are now, or why they stay.

use serde_json::{Value, json};

use super::Browser;

const SPOKEN: &str = "return document.querySelector('.spoken[role=status]').textContent === arguments[0]";

/// Whether a step is told to be done by someone in a stage.
const STANDS: &str = "
    const [title, lane, stage] = arguments[0];
    const names = [...document.querySelectorAll('.step')].map((it) => it.getAttribute('aria-label'));
    return names.some((it) => it.startsWith(`${title},`) && it.endsWith(`, ${lane}, ${stage}`))";

#[test]
fn several_steps_move_together_or_not_at_all() {
    let browser = Browser::on_the_sample();
    let stands = |step: &str, lane: &str| {
        browser.await_that(&format!("{step} is in {lane}"), STANDS, &json!([step, lane, "Notice"]));
    };
    browser.click_at(place(&browser, "Connection drops"));
    browser.press("Alt+ArrowUp");
    said(&browser, "There is no lane further up.");
    browser.press("Alt+ArrowLeft");
    said(&browser, "There is no stage further left.");

    browser.hold("Shift", true);
    browser.click_at(place(&browser, "Show outage notice"));
    browser.hold("Shift", false);
    browser.press("Alt+ArrowUp");
    said(&browser, "Nothing is moved: not every step has a lane further up.");
    stands("Show outage notice", "Digital self-service");
    browser.press("Alt+ArrowDown");
    said(&browser, "2 steps are now done by Digital self-service and Contact centre.");
    stands("Connection drops", "Digital self-service");
    stands("Show outage notice", "Contact centre");
    browser.press("Alt+ArrowUp");
    said(&browser, "2 steps are now done by Customer and Digital self-service.");
    stands("Connection drops", "Customer");
    stands("Show outage notice", "Digital self-service");
    browser.await_saved();
}

#[test]
fn a_drop_and_a_lane_chosen_by_name_say_who_does_it_now() {
    let browser = Browser::on_the_sample();
    let (from, to) = (place(&browser, "Connection drops"), place(&browser, "Guided line check"));
    browser.drag_between(from, (to.0, to.1 + 30));
    said(&browser, "Now done by Digital self-service, in Self-help.");

    browser.press("Control+k");
    browser.find(".palette input");
    browser.type_keys("move to another lane");
    browser.press("Enter");
    browser.find(".palette input[aria-label='Move to lane']");
    browser.type_keys("dispatch");
    let row = "return document.querySelector('.palette-row')?.textContent.startsWith('Dispatch')";
    browser.await_that("the lane is offered", row, &Value::Null);
    browser.press("Enter");
    said(&browser, "Now done by Dispatch.");
    browser.await_saved();
}

fn said(browser: &Browser, words: &str) {
    browser.await_that(&format!("it is said: {words}"), SPOKEN, &json!(words));
}

/// The middle of a step.
fn place(browser: &Browser, title: &str) -> (i64, i64) {
    browser.middle_of(&format!("[aria-label^=\"{title},\"]"))
}
