//! The map in present mode: the room walks it stage by stage, sees all about a step and has a note taken, and the station is
//! found again as it was left.

use serde_json::{Value, json};

use super::Browser;
use super::shifts::SMALL_TEXT;

/// The stage and the lane where the room is, and the question above.
const PLACE: &str = "
    const text = (at) => document.querySelector(at)?.textContent;
    const place = [text('.room-stage.here .name'), text('.room-lane.here .name'), text('.room-question')];
    return JSON.stringify(place) === JSON.stringify(arguments[0])";

/// The stage where the room is lies whole between the headers of the lanes and the right edge, and has its frame.
const WHOLE: &str = "
    const box = (at) => document.querySelector(at).getBoundingClientRect();
    const [stage, body, frame] = ['.room-stage.here', '.room-map .body', '.room-frame'].map(box);
    return stage.left >= body.left - 1 && stage.right <= body.right + 1
        && Math.abs(frame.left - stage.left) < 2 && Math.abs(frame.right - stage.right) < 2";

fn is_at(browser: &Browser, place: [&str; 3]) {
    browser.await_that("the room is there", PLACE, &json!(place));
    browser.await_that("its stage is whole", WHOLE, &Value::Null);
}

#[test]
fn a_map_is_presented_stage_by_stage() {
    let browser = Browser::on_the_sample();
    browser.press("F5");
    browser.find(".room-map");
    browser.await_that(
        "nothing else is there",
        "return !document.querySelector('.rail, .top-bar, .status-bar, .toolbar') && document.activeElement.matches('.room-map .body')",
        &Value::Null,
    );
    let first = "How does a customer find out that it is not them?";
    is_at(&browser, ["Notice", "Customer", first]);
    for _ in 0..4 {
        browser.press("PageDown");
    }
    let schedule = "Who promises the customer a time, and who keeps it?";
    is_at(&browser, ["Schedule", "Customer", schedule]);
    for (width, height) in [(1280, 720), (1024, 768), (1920, 1080)] {
        browser.resize(width, height);
        browser.await_that("it has its size", "return innerHeight === arguments[0]", &json!(height));
        browser.await_that("its stage is whole", WHOLE, &Value::Null);
        assert_eq!(browser.execute(SMALL_TEXT, &Value::Null), json!([]), "{width} × {height}");
    }
    browser.press("End");
    browser.await_that("the last stage is whole", WHOLE, &Value::Null);
    browser.press("b");
    browser.await_that("it is blank", "return !document.querySelector('.room-map')", &Value::Null);
    browser.press("b");
    browser.find(".room-map");
    browser.await_that(
        "the room is where it was",
        "return document.querySelector('.room-stage.here .name')?.textContent === 'Follow-up'",
        &Value::Null,
    );
    browser.press("Escape");
    browser.find(".rail");
    browser.await_map_keys();
}

#[test]
fn all_about_a_step_is_shown_to_the_room_and_a_note_is_taken_on_it() {
    let browser = Browser::on_the_sample();
    browser.find_text("Report").click();
    browser.find_text("Map").click();
    browser.press("F5");
    browser.find(".room-map");
    browser.press("Enter");
    let card = browser.find(".room-card");
    let title = browser.find(".room-card h3").text();
    assert!(card.text().starts_with(&title), "{}", card.text());
    browser.press("Escape");
    browser.await_that(
        "only the card is closed",
        "return !document.querySelector('.room-card') && document.activeElement.matches('.room-map .body')",
        &Value::Null,
    );
    browser.press("n");
    browser.find(".room-note input");
    browser.type_keys("Said twice by the front row");
    browser.press("Enter");
    browser.await_that("the line is gone", "return !document.querySelector('.room-note')", &Value::Null);
    browser.press("Enter");
    browser.await_that(
        "the note is on the step",
        "return document.querySelector('.room-card')?.textContent.includes('Said twice by the front row')",
        &Value::Null,
    );
    browser.press("Control+z");
    browser.await_that(
        "and goes with undo",
        "return !document.querySelector('.room-card')?.textContent.includes('Said twice')",
        &Value::Null,
    );
}

#[test]
fn the_map_is_found_again_as_it_was_left() {
    let browser = Browser::on_the_sample();
    let view = "return document.querySelector('.world').style.transform + document.querySelector('.world-scale').style.transform";
    browser.await_map_keys();
    browser.press("=");
    browser.press("=");
    let before = browser.execute(view, &Value::Null);
    let same = format!("{view} === arguments[0]");
    browser.press("F5");
    browser.find(".room-map");
    browser.press("ArrowRight");
    browser.press("Escape");
    browser.find(".rail");
    browser.await_that("the view is the same after presenting", &same, &before);
    browser.find_text("RACI").click();
    browser.find(".matrix");
    browser.find_text("Map").click();
    browser.await_that("and after another station", &same, &before);
}

#[test]
fn what_cannot_be_presented_says_why() {
    let browser = Browser::on_the_sample();
    browser.find_text("RACI").click();
    browser.press("F5");
    browser.await_that(
        "it is said",
        "return document.querySelector('.banner.note')?.textContent.includes('Go to the map or to the shifts first')",
        &Value::Null,
    );
}
