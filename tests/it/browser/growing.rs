//! Twenty named, connected steps by keyboard alone, at talking speed, and every one of them undone and redone.

use serde_json::{Value, json};

use super::Browser;
use super::clipboard::EVERYTHING;
use crate::driving::chord;

/// What is typed: the names, and the key that ends each and says where the next one is.
const STEPS: [(&str, &str); 20] = [
    ("Sees an advert", "Control+ArrowDown"),
    ("Runs campaign", "Control+ArrowDown"),
    ("Buys the space", "Tab"),
    ("Sets the offer", "Control+ArrowUp"),
    ("Sends the offer", "Control+ArrowUp"),
    ("Compares offers", "Tab"),
    ("Places the order", "Control+ArrowDown"),
    ("Takes the order", "Control+ArrowDown"),
    ("Checks credit", "Control+ArrowDown"),
    ("Scores the risk", "Tab"),
    ("Opens the account", "Control+ArrowUp"),
    ("Packs the box", "Control+ArrowUp"),
    ("Calls to welcome", "Control+ArrowUp"),
    ("Plugs it in", "Tab"),
    ("Uses it daily", "Tab"),
    ("Asks for help", "Control+ArrowDown"),
    ("Answers the call", "Control+ArrowDown"),
    ("Looks it up", "Control+ArrowUp"),
    ("Explains it", "Control+ArrowUp"),
    ("Is content", "Enter"),
];

/// How many keys a minute someone presses who types sixty words a minute.
const KEYS_A_MINUTE: usize = 60 * 5;

const STEPS_SHOWN: &str = "return document.querySelectorAll('.step').length === arguments[0]";

#[test]
fn twenty_connected_steps_are_typed_in_ninety_seconds_and_each_is_one_undo() {
    let pressed: usize = STEPS.iter().map(|(name, end)| name.chars().count() + chord(end).len()).sum();
    let seconds = (pressed + 1) * 60 / KEYS_A_MINUTE;
    assert!(seconds <= 90, "{pressed} keys take {seconds} s");

    let browser = Browser::open();
    browser.tab_to("[data-template=blank]");
    browser.press("Enter");
    browser.find(".body");
    browser.tab_to(".body");
    browser.press("n");
    for (name, end) in STEPS {
        browser.name(name, end);
    }
    browser.await_map_keys();
    await_steps(&browser, 20);

    // Back to nothing and forth again, and once more: at each point there is what there was before.
    let mut back: Vec<Value> = Vec::new();
    for left in (0..=20).rev() {
        await_steps(&browser, left);
        back.push(everything(&browser));
        if left > 0 {
            browser.press("Control+z");
        }
    }
    let all = &back[0];
    let titles = 20 + 6 + 4 + 2 + 3;
    assert_eq!(
        count(all, "\"title\""),
        titles,
        "steps, stages, lanes, journey, workshop and its waves have one: {all}"
    );
    assert_eq!(count(all, "\"from\""), 19, "each step leads to the next");
    for (there, before) in back.iter().rev().enumerate() {
        await_steps(&browser, there);
        assert_eq!(&everything(&browser), before, "with {there} steps");
        browser.press("Control+Shift+z");
    }
    browser.await_saved();
}

fn await_steps(browser: &Browser, count: usize) {
    browser.await_that(&format!("there are {count} steps"), STEPS_SHOWN, &json!(count));
}

/// The exact form of all steps with what they stand in; nothing when there are none.
fn everything(browser: &Browser) -> Value {
    browser.press("Control+a");
    browser.execute(EVERYTHING, &Value::Null)
}

fn count(told: &Value, word: &str) -> usize {
    told.as_str().unwrap().matches(word).count()
}
