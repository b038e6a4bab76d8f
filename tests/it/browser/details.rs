//! What is known of steps is set beside the map, of one step or of several.

use serde_json::{Value, json};

use super::Browser;

/// Puts the keyboard on the first control of the field with that label.
const FOCUS: &str = "
    const field = [...document.querySelectorAll('.inspector .field')]
        .find((it) => it.querySelector('label, .field-label')?.textContent === arguments[0]);
    field.querySelector('input, textarea, select, [tabindex=\"0\"], .chip.offer').focus();
    return true";

/// Takes the keyboard out of every field.
const LEAVE: &str = "document.activeElement.blur(); return true";

/// Whether the field with the label `arguments[0][0]` holds `arguments[0][1]`.
const HOLDS: &str = "
    const [label, value] = arguments[0];
    const field = [...document.querySelectorAll('.inspector .field')]
        .find((it) => it.querySelector('label, .field-label')?.textContent === label);
    return field.querySelector('input, textarea, select').value === value";

/// Whether the field with the label `arguments[0][0]` says that sentence part is wrong.
const FAULT: &str = "
    const [label, words] = arguments[0];
    const field = [...document.querySelectorAll('.inspector .field')]
        .find((it) => it.querySelector('label')?.textContent === label);
    return !!field.querySelector('[role=alert]')?.textContent.includes(words)";

/// Whether that value of the scale is chosen.
const CHOSEN: &str = "
    const chosen = document.querySelector('.scale [aria-checked=true]');
    return (chosen?.textContent ?? null) === arguments[0]";

/// Whether a chip with those words is pressed.
const PRESSED: &str = "
    return [...document.querySelectorAll('.chip[aria-pressed=true]')].some((it) => it.textContent.trim() === arguments[0])";

/// Whether a card says that.
const CARD: &str = "
    return [...document.querySelectorAll('.note-card textarea')].some((it) => it.value === arguments[0])";

const NOTHING_TO_UNDO: &str = "
    return document.querySelector('[aria-label=Undo]')?.getAttribute('aria-disabled') === 'true'";

#[test]
fn a_step_takes_a_time_a_sentiment_a_system_and_a_card() {
    let browser = Browser::on_the_sample();
    browser.press("n");
    browser.name("Looks at the lights", "Enter");
    browser.await_map_keys();
    browser.await_that("nothing is chosen before someone chooses", CHOSEN, &Value::Null);

    fill(&browser, "Wait", "soon");
    browser.await_that("the field says what it takes", FAULT, &json!(["Wait", "7 h 40 min"]));
    fill(&browser, "Wait", "7h40min");
    browser.execute(LEAVE, &Value::Null);
    browser.comes_and_goes("the wait is set", HOLDS, &json!(["Wait", "7 h 40 min"]));
    fill(&browser, "First time right", "82");
    browser.await_that("a share has its unit", HOLDS, &json!(["First time right", "82\u{2009}%"]));

    browser.execute(FOCUS, &json!("Sentiment"));
    browser.press("-");
    browser.press("2");
    browser.comes_and_goes("the customer feels very bad", CHOSEN, &json!("−2"));
    browser.press("ArrowRight");
    browser.await_that("arrows go on from there", CHOSEN, &json!("−1"));

    browser.execute(FOCUS, &json!("Systems"));
    browser.press("Enter");
    browser.find_text("Add a system…").click();
    browser.type_keys("Ticket desk");
    browser.press("Enter");
    browser.comes_and_goes("the system is one of those it is done with", PRESSED, &json!("Ticket desk"));

    browser.find_text("Quote").click();
    browser.type_keys("Nobody called me back.");
    browser.press("Enter");
    browser.comes_and_goes("the card is there", CARD, &json!("Nobody called me back."));
    browser.await_saved();
}

#[test]
fn what_is_set_on_all_steps_is_taken_back_at_once() {
    let browser = Browser::on_the_sample();
    let steps = browser.step_count();
    browser.press("Control+a");
    let title = format!("return document.querySelector('.inspector h3').textContent === '{steps} steps'");
    browser.await_that("all steps are looked at", &title, &Value::Null);
    browser.await_that("kinds differ", HOLDS, &json!(["Kind", "\u{1}"]));

    browser.execute(FOCUS, &json!("Sentiment"));
    browser.press("1");
    browser.await_that("all feel good", CHOSEN, &json!("+1"));
    browser.await_saved();
    browser.press("Control+z");
    browser.await_that("none feels anything", CHOSEN, &Value::Null);
    browser.await_that("it was one gesture", NOTHING_TO_UNDO, &Value::Null);

    let differs =
        "return document.activeElement.placeholder === arguments[0] && document.activeElement.value === ''";
    browser.execute(FOCUS, &json!("Wait"));
    browser.await_that("waits differ", differs, &json!("mixed"));
    fill(&browser, "Wait", "2 h");
    browser.await_that("all wait as long", HOLDS, &json!(["Wait", "2 h"]));
    browser.await_saved();
    browser.execute(LEAVE, &Value::Null);
    browser.press("Control+z");
    browser.await_that("it was one gesture", NOTHING_TO_UNDO, &Value::Null);
    browser.execute(FOCUS, &json!("Wait"));
    browser.await_that("waits differ again", differs, &json!("mixed"));
    browser.await_saved();
}

/// Writes over what is in the field with that label.
fn fill(browser: &Browser, label: &str, text: &str) {
    browser.execute(FOCUS, &json!(label));
    browser.press("Control+a");
    browser.type_keys(text);
    browser.press("Enter");
}
