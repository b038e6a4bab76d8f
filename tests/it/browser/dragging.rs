//! What a drag of steps says while it goes on, and what the drop does.

use serde_json::{Value, json};

use super::Browser;

const WORDS: &str = "return document.querySelector('.drop-words')?.textContent === arguments[0]";
const NO_GHOST: &str = "return document.querySelector('.ghost') === null";

/// Whether the details of the selected step list a connector in these words.
const HAS_CONNECTOR: &str = "
    return [...document.querySelectorAll('.connections li')].some((it) => it.textContent.endsWith(arguments[0]))";

/// How many steps begin with these words.
const NAMED: &str = "
    const [words, count] = arguments[0];
    return [...document.querySelectorAll('.step')].filter((it) => it.getAttribute('aria-label').startsWith(words)).length === count";

#[test]
fn a_drag_says_what_it_would_do_and_escape_gives_it_up() {
    let browser = Browser::on_the_sample();
    let (from, to) = (middle(&browser, "Connection drops"), middle(&browser, "Guided line check"));
    browser.drag_and_hold(from, (to.0, to.1 + 30));
    browser.await_that("it is said", WORDS, &json!("Customer → Digital self-service, to Self-help"));
    browser.press("Escape");
    browser.await_that("nothing is dragged", NO_GHOST, &Value::Null);
    browser.let_go();
    browser.await_that("it stays", NAMED, &json!(["Connection drops, Touchpoint, Customer, Notice", 1]));
}

#[test]
fn with_control_held_a_copy_is_dragged() {
    let browser = Browser::on_the_sample();
    let before = browser.step_count();
    let (from, to) = (middle(&browser, "Connection drops"), middle(&browser, "Guided line check"));
    browser.hold("Control", true);
    browser.drag_and_hold(from, (to.0, to.1 + 30));
    browser.await_that("it is said", WORDS, &json!("Copy, Customer → Digital self-service, to Self-help"));
    browser.let_go();
    browser.hold("Control", false);
    browser.await_step_count(before + 1);
    browser.await_that(
        "the step stays",
        NAMED,
        &json!(["Connection drops, Touchpoint, Customer, Notice", 1]),
    );
    let copy = json!(["Connection drops, Touchpoint, Digital self-service, Self-help", 1]);
    browser.await_that("its copy is where it was dropped", NAMED, &copy);
    browser.press("Control+z");
    browser.await_step_count(before);
}

#[test]
fn a_step_dropped_on_a_connector_goes_between() {
    let browser = Browser::on_the_sample();
    // A step of its own, not connected to anything.
    browser.press("ArrowRight");
    browser.press("n");
    browser.name("Looks at the lights", "Enter");
    browser.await_map_keys();
    let (above, below) = (middle(&browser, "Connection drops"), middle(&browser, "Looks for outage news"));
    let between = ((above.0 + below.0) / 2, (above.1 + below.1) / 2);
    browser.drag_and_hold(middle(&browser, "Looks at the lights"), between);
    browser.await_that("it is said", WORDS, &json!("between “Connection drops” and “Looks for outage news”"));
    browser.let_go();
    browser.await_that("it comes from the first", HAS_CONNECTOR, &json!("from Connection drops"));
    browser.await_that("it leads to the second", HAS_CONNECTOR, &json!("to Looks for outage news"));
    browser.press("Control+z");
    browser.await_saved();
}

#[test]
fn what_stands_beside_the_map_follows_a_drop_and_its_undo() {
    let browser = Browser::on_the_sample();
    let told = "return document.querySelector('.inspector .path')?.textContent.replace(/\\d+$/, '') === arguments[0]";
    let (from, to) = (middle(&browser, "Connection drops"), middle(&browser, "Guided line check"));
    browser.drag_and_hold(from, (to.0, to.1 + 30));
    browser.let_go();
    browser.await_that("it is there", told, &json!("2 Self-help › Digital self-service · step "));
    browser.press("Control+z");
    browser.await_that("it is back", told, &json!("1 Notice › Customer · step "));
    browser.await_saved();
}

fn middle(browser: &Browser, title: &str) -> (i64, i64) {
    browser.middle_of(&format!("[aria-label^=\"{title},\"]"))
}
