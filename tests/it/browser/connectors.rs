//! Connectors are chosen, led elsewhere and given another step between their ends.

use serde_json::{Value, json};

use super::{Browser, HAS_KEYBOARD};

/// Whether the details of the selected step list a connector in these words.
const HAS_CONNECTOR: &str = "
    return [...document.querySelectorAll('.connections li')].some((it) => it.textContent.endsWith(arguments[0]))";

#[test]
fn room_is_made_on_a_connector_by_its_key_and_by_its_menu() {
    let browser = Browser::on_the_sample();
    let before = browser.step_count();
    choose_first_connector(&browser);
    browser.press("s");
    browser.name("Looks at the lights", "Enter");
    browser.await_step_count(before + 1);
    is_between(&browser, "Connection drops", "Looks for outage news");
    browser.press("Control+z");
    browser.await_step_count(before);

    choose_first_connector(&browser);
    browser.press("Shift+F10");
    browser.find(".menu");
    browser.find_text("Make room in front").click();
    browser.name("Looks at the lights", "Enter");
    browser.await_step_count(before + 1);
    is_between(&browser, "Connection drops", "Looks for outage news");
    browser.await_saved();
}

#[test]
fn a_step_is_put_on_a_connector_that_is_chosen_by_name() {
    let browser = Browser::on_the_sample();
    browser.press("ArrowRight");
    browser.press("n");
    browser.name("Looks at the lights", "Enter");
    browser.await_map_keys();
    browser.press("Shift+F10");
    browser.find(".menu");
    browser.find_text("Put on a connector…").click();
    let field = ".palette input[aria-label='Put on']";
    browser.await_that("it is asked on which", HAS_KEYBOARD, &json!(field));
    browser.type_keys("connection drops looks for");
    browser.find(".palette-row");
    browser.press("Enter");
    is_between(&browser, "Connection drops", "Looks for outage news");
    browser.press("Control+z");
    let alone = "return document.querySelector('.inspector h3').textContent === 'Looks at the lights'
        && document.querySelector('.connections') === null";
    browser.await_that("one undo takes it out again", alone, &Value::Null);
    browser.await_saved();
}

/// Whether the details are of a connector between these steps.
const LEADS: &str = "return document.querySelector('.inspector h3').textContent === arguments[0]";
/// Whether the field with the label `arguments[0][0]` holds `arguments[0][1]`.
const HOLDS: &str = "
    const [label, value] = arguments[0];
    const field = [...document.querySelectorAll('.inspector .field')].find((it) => it.querySelector('label')?.textContent === label);
    return field.querySelector('input').value === value";
const SPOKEN: &str = "return document.querySelector('.canvas > .spoken').textContent === arguments[0]";

#[test]
fn an_end_of_a_connector_goes_to_a_step_that_is_chosen_by_name() {
    let browser = Browser::on_the_sample();
    browser.press("e");
    browser.await_that("it is said what is missing", SPOKEN, &json!("Select a connector first."));
    choose_first_connector(&browser);
    browser.press("e");
    browser.await_that("it is asked to which", HAS_KEYBOARD, &json!(".palette input[aria-label='Lead to']"));
    browser.type_keys("run line test");
    browser.find(".palette-row");
    browser.press("Enter");
    let said = "The connector leads from Connection drops to Run line test.";
    browser.await_that("it is said", SPOKEN, &json!(said));
    browser.comes_and_goes("it leads elsewhere", LEADS, &json!("Connection drops → Run line test"));

    // The same from the details, at its other end.
    browser.find(".end-step").click();
    browser.await_that(
        "it is asked from which",
        HAS_KEYBOARD,
        &json!(".palette input[aria-label='Come from']"),
    );
    browser.type_keys("show outage notice");
    browser.find(".palette-row");
    browser.press("Enter");
    browser.await_that("it comes from elsewhere", LEADS, &json!("Show outage notice → Run line test"));
    browser.await_saved();
}

#[test]
fn an_end_of_a_connector_is_dragged_to_another_step_and_keeps_what_was_agreed() {
    let browser = Browser::on_the_sample();
    choose_connector(&browser, "Major outage?", "to Show outage notice");
    browser.await_that("what sets it off", HOLDS, &json!(["Trigger", "Shift lead declares the outage"]));

    let ends = "return document.querySelectorAll('.handle.end').length === 2";
    browser.await_that("it has a handle at each end", ends, &Value::Null);
    let end = browser.middle_of(".handle.end");
    let to = browser.middle_of("[aria-label^=\"Detect alarm pattern,\"]");
    let held = "return document.querySelector('.wire') !== null";
    browser.drag_and_hold(end, to);
    browser.await_that("it is held", held, &Value::Null);
    browser.press("Escape");
    browser.await_that("Escape gives it up", "return document.querySelector('.wire') === null", &Value::Null);
    browser.let_go();
    browser.await_that("it leads where it led", LEADS, &json!("Major outage? → Show outage notice"));

    browser.drag_and_hold(end, to);
    browser.await_that("it is held", held, &Value::Null);
    browser.let_go();
    browser.comes_and_goes("it leads elsewhere", LEADS, &json!("Detect alarm pattern → Show outage notice"));
    browser.await_that("what was agreed stays", HOLDS, &json!(["Trigger", "Shift lead declares the outage"]));
    browser.await_saved();
}

#[test]
fn a_click_beside_an_end_of_a_connector_selects_the_step_there() {
    let browser = Browser::on_the_sample();
    choose_connector(&browser, "Major outage?", "to Show outage notice");
    let (end, step) =
        (browser.middle_of(".handle.end"), browser.middle_of("[aria-label^=\"Major outage?,\"]"));
    // Inside the step, and near enough to take hold of the end.
    let inside = |end: i64, step: i64| end + (step - end).signum() * 4;
    browser.click_at((inside(end.0, step.0), inside(end.1, step.1)));
    browser.await_that("the step is selected", LEADS, &json!("Major outage?"));
    let links = "return [...document.querySelectorAll('.connections li')]
        .some((it) => it.textContent.endsWith('to Show outage notice'))";
    browser.await_that("the connector leads where it led", links, &Value::Null);
}

#[test]
fn a_click_on_the_label_of_a_connector_selects_it() {
    let browser = Browser::on_the_sample();
    choose_connector(&browser, "Show outage notice", "to Guided line check");
    browser.await_that("it is selected", LEADS, &json!("Show outage notice → Guided line check"));
    // A corner of the label, as far from the line as its words reach.
    let place =
        "const words = document.querySelector('.connector.selected .on-line text').getBoundingClientRect();
        return [words.left, words.right, words.top, words.bottom].map(Math.round)";
    let place = browser.execute(place, &Value::Null);
    let at = |index: usize| place[index].as_i64().unwrap();
    for corner in
        [(at(0) + 2, at(2) + 2), (at(1) - 2, at(3) - 2), (at(0) + 2, at(3) - 2), (at(1) - 2, at(2) + 2)]
    {
        browser.press("Escape");
        browser.await_that(
            "nothing is selected",
            "return document.querySelector('.connector.selected') === null",
            &Value::Null,
        );
        browser.click_at(corner);
        browser.await_that("it is selected", LEADS, &json!("Show outage notice → Guided line check"));
    }
}

/// Selects a step by its name and then one of its connectors, with the keyboard on the map.
fn choose_connector(browser: &Browser, step: &str, connector: &str) {
    browser.press("Control+f");
    browser.find(".find input");
    browser.type_keys(step);
    browser.press("Enter");
    browser.press("Escape");
    browser.await_map_keys();
    let choose = "
        const links = [...document.querySelectorAll('.connections .link')];
        links.find((it) => it.textContent.endsWith(arguments[0]))?.click();
        return document.querySelector('.connector.selected') !== null";
    browser.await_that("the connector is chosen", choose, &json!(connector));
    browser.execute("document.querySelector('.body').focus()", &Value::Null);
}

/// Selects the first step of the map and then its connector, with the keyboard on the map.
fn choose_first_connector(browser: &Browser) {
    browser.press("Escape");
    browser.press("ArrowRight");
    browser.find(".connections .link").click();
    browser.find(".connector.selected");
    browser.execute("document.querySelector('.body').focus()", &Value::Null);
}

/// Waits until the selected step is connected from one step and to another.
fn is_between(browser: &Browser, from: &str, to: &str) {
    browser.await_that("it comes from the first", HAS_CONNECTOR, &json!(format!("from {from}")));
    browser.await_that("it leads to the second", HAS_CONNECTOR, &json!(format!("to {to}")));
}
