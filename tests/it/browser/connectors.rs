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
