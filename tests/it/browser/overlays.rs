//! What stands out on the map is chosen by key, named in a legend, and hidden again; the sentiments stand below it.

use serde_json::{Value, json};

use super::Browser;

const LEGEND: &str = "return document.querySelector('.legend').textContent";

/// Whether the legend says some words.
const SAYS: &str = "return document.querySelector('.legend').textContent.includes(arguments[0])";

/// The points of the curve as the table tells them.
const SENTIMENTS: &str =
    "return [...document.querySelectorAll('.strip tbody tr')].map((it) => it.cells[2].textContent)";

/// Whether the curve begins where the stages begin, and these are as far left as the argument says.
const ALIGNED: &str = "
    const left = (css) => document.querySelector(css).getBoundingClientRect().left;
    const stages = left('.stage-heads .heads-track');
    return Math.abs(stages - left('.strip-track')) < 1 && stages < arguments[0]";

/// Turns the wheel sideways.
const SCROLL_RIGHT: &str = "document.querySelector('.body')
    .dispatchEvent(new WheelEvent('wheel', { deltaX: 200, bubbles: true, cancelable: true }))";

#[test]
fn an_overlay_is_chosen_by_key_and_named_with_what_it_found() {
    let browser = Browser::on_the_sample();
    assert_eq!(browser.execute(LEGEND, &Value::Null), json!(""));
    browser.press("Alt+2");
    browser.await_that("bottlenecks are named", SAYS, &json!("Bottlenecks"));
    browser.await_that("with their figures", SAYS, &json!("Longest wait: "));
    browser.press("Alt+3");
    browser.await_that("friction takes their place", SAYS, &json!("Friction"));
    browser.press("Alt+3");
    browser.await_that(
        "nothing stands out",
        "return document.querySelector('.legend').textContent === ''",
        &Value::Null,
    );

    // The same by the button of the toolbar, without a pointer.
    browser.find("#show-button").click();
    browser.await_that(
        "the panel is open",
        "return document.activeElement.matches('.popover.show input')",
        &Value::Null,
    );
    browser.tab_to(".popover.show input[type=radio]");
    browser.press("ArrowDown");
    browser.await_that("the first overlay is chosen", SAYS, &json!("Bottlenecks"));
    browser.press("Escape");
    browser.await_that(
        "the button has the keyboard",
        "return document.activeElement.id === 'show-button'",
        &Value::Null,
    );
}

#[test]
fn sentiments_stand_below_the_map_move_with_it_and_fold() {
    let browser = Browser::on_the_sample();
    browser.find(".strip tbody tr");
    let told = browser.execute(SENTIMENTS, &Value::Null);
    let told = told.as_array().expect("the curve is told as a table");
    assert!(told.iter().any(|it| it.as_str().is_some_and(|it| it.starts_with('−'))), "{told:?}");
    assert!(told.contains(&json!("not set")), "what nobody has said is no 0: {told:?}");

    browser.await_that("the curve begins with the stages", ALIGNED, &json!(1_000));
    browser.press("Control+0");
    browser.execute(SCROLL_RIGHT, &Value::Null);
    browser.await_that("it has moved with them", ALIGNED, &json!(150));
    browser.press("Alt+6");
    browser.await_that(
        "the curve is folded away",
        "return !document.querySelector('.strip-track')",
        &Value::Null,
    );
    browser.press("Alt+6");
    browser.await_that(
        "it is there again",
        "return !!document.querySelector('.strip-track svg')",
        &Value::Null,
    );
}

#[test]
fn stages_say_how_long_they_take_and_where_the_wait_is_longest() {
    let browser = Browser::on_the_sample();
    let longest = browser.execute(
        "return [...document.querySelectorAll('.stage-head')].filter((it) => it.querySelector('.stage-time.longest')).map((it) => it.querySelector('.name').textContent)",
        &Value::Null,
    );
    assert_eq!(longest, json!(["Visit"]));
}
