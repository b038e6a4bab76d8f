//! While the structure is locked nothing on the map moves by accident, and what is said of it can be changed.

use serde_json::{Value, json};

use super::Browser;

const LOCKED: &str = "
    const shown = document.querySelector('.status-locked') !== null;
    const pressed = document.querySelector('.toolbar [aria-label=\"Lock or unlock the structure\"]').getAttribute('aria-pressed');
    return shown === arguments[0] && pressed === String(arguments[0])";

const BANNER: &str = "return !!document.querySelector('.banner')?.textContent.includes(arguments[0])";

const NO_BANNER: &str = "return document.querySelector('.banner') === null";

/// Whether nothing on the map is named, asked about or dragged.
const AT_REST: &str = "return document.querySelector('.name-field, .dialog, .ghost') === null";

/// Each step with its lane and stage.
const STEPS: &str = "
    return JSON.stringify([...document.querySelectorAll('.step')].map((it) => it.getAttribute('aria-label')).sort())";

/// Puts the keyboard on the field for how long the selected step waits.
const TO_WAIT: &str = "
    const field = [...document.querySelectorAll('.inspector .field')]
        .find((it) => it.querySelector('label')?.textContent === 'Wait');
    field.querySelector('input').focus();
    return document.activeElement === field.querySelector('input')";

const WAITS: &str = "
    const field = [...document.querySelectorAll('.inspector .field')]
        .find((it) => it.querySelector('label')?.textContent === 'Wait');
    return field?.querySelector('input').value === arguments[0]";

/// Chooses another kind for the selected step.
const CHOOSE_A_KIND: &str = "
    const field = [...document.querySelectorAll('.inspector .field')]
        .find((it) => it.querySelector('label')?.textContent === 'Kind');
    const select = field.querySelector('select');
    select.selectedIndex = [...select.options].findIndex((it) => !it.selected);
    select.dispatchEvent(new Event('change', { bubbles: true }));
    return true";

const HAS_KIND: &str = "
    const field = [...document.querySelectorAll('.inspector .field')]
        .find((it) => it.querySelector('label')?.textContent === 'Kind');
    return field.querySelector('select').selectedOptions[0].textContent === arguments[0]";

#[test]
fn a_locked_map_stays_as_it_is_and_takes_what_is_said() {
    let browser = Browser::on_the_sample();
    browser.press("ArrowRight");
    browser.press("k");
    browser.await_that("it is locked", LOCKED, &json!(true));
    let before = browser.execute(STEPS, &Value::Null);

    let step = browser.middle_of("[aria-label^=\"Connection drops,\"]");
    let words = json!("The structure is locked");
    for key in ["n", "F2", "Delete", "Alt+ArrowDown", "Control+d", "c", "Shift+S"] {
        browser.press(key);
        browser.await_that("it is said why nothing happens", BANNER, &words);
        browser.await_that("nothing is asked", AT_REST, &Value::Null);
        browser.find_text("Close").click();
        browser.await_that("it was read", NO_BANNER, &Value::Null);
        browser.click_at(step);
        browser.await_map_keys();
    }
    browser.drag_and_hold(step, (step.0 + 200, step.1 + 200));
    browser.await_that("it is not dragged", AT_REST, &Value::Null);
    browser.let_go();
    assert_eq!(browser.execute(STEPS, &Value::Null), before, "all steps are where they were");

    browser.await_that("another kind is chosen", CHOOSE_A_KIND, &Value::Null);
    browser.await_that("it is said why it stays", BANNER, &words);
    browser.await_that("the field shows what holds", HAS_KIND, &json!("Touchpoint"));

    browser.await_that("the field is there", TO_WAIT, &Value::Null);
    browser.press("Control+a");
    browser.type_keys("7h");
    browser.press("Enter");
    browser.await_that("what is said of the step is set", WAITS, &json!("7 h"));

    browser.find("[aria-label=\"Lock or unlock the structure\"]").click();
    browser.await_that("it can be changed again", LOCKED, &json!(false));
}
