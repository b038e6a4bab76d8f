//! The headers of stages and lanes: put in order by key, and what they hand on to the map.

use serde_json::{Value, json};

use super::Browser;

/// The titles of the stages or lanes in their order on the screen.
const TITLES: &str =
    "const place = (it) => { const rect = it.getBoundingClientRect(); return rect.x + rect.y; };
    const titles = [...document.querySelectorAll(arguments[0][0])].sort((a, b) => place(a) - place(b))
        .map((it) => it.querySelector('.name').textContent);";

const SPOKEN: &str = "return document.querySelector('.spoken[role=status]').textContent === arguments[0]";

/// Whether the keyboard is on the header of that title.
const ON_HEADER: &str = "return document.activeElement.querySelector('.name')?.textContent === arguments[0]";

/// How many steps the details are of, where they are of several.
const SELECTED: &str =
    "Number(/^(\\d+) steps$/.exec(document.querySelector('.inspector h3')?.textContent)?.[1])";

#[test]
fn a_header_moves_by_keys_as_often_as_they_are_pressed_and_keeps_the_keyboard() {
    let browser = Browser::on_the_sample();
    for (heads, forth, back) in
        [(".stage-head", "Alt+ArrowRight", "Alt+ArrowLeft"), (".lane-head", "Alt+ArrowDown", "Alt+ArrowUp")]
    {
        let word = heads.trim_start_matches('.').trim_end_matches("-head");
        let before = titles(&browser, heads);
        let count = before.len();
        browser.find(heads).click();
        browser.await_that("the first header has the keyboard", ON_HEADER, &json!(before[0]));
        for place in 2..=3 {
            browser.press(forth);
            let mut order = before.clone();
            let first = order.remove(0);
            order.insert(place - 1, first);
            await_titles(&browser, heads, &order);
            browser.await_that(
                "it is said where it is",
                SPOKEN,
                &json!(format!("Now {word} {place} of {count}.")),
            );
            browser.await_that("it keeps the keyboard", ON_HEADER, &json!(before[0]));
        }
        browser.press("Control+z");
        browser.press("Control+z");
        await_titles(&browser, heads, &before);
        browser.await_that("an undo leaves it the keyboard", ON_HEADER, &json!(before[0]));
        browser.press(back);
        let words =
            if word == "stage" { "There is no stage further left." } else { "There is no lane further up." };
        browser.await_that("it is said that it is the first", SPOKEN, &json!(words));
        await_titles(&browser, heads, &before);
    }
    browser.await_saved();
}

#[test]
fn what_follows_select_all_on_a_header_is_about_its_steps() {
    let browser = Browser::on_the_sample();
    let (steps, lanes) = (browser.step_count(), titles(&browser, ".lane-head"));
    browser.find(".lane-head").click();
    browser.press("Control+a");
    browser.await_map_keys();
    browser.await_that("the details are of several steps", &format!("return {SELECTED} > 1"), &Value::Null);
    let of_lane = browser.execute(&format!("return {SELECTED}"), &Value::Null).as_u64().unwrap();
    assert!(of_lane < steps, "{of_lane} of {steps}");
    browser.press("Delete");
    browser.await_step_count(steps - of_lane);
    assert_eq!(titles(&browser, ".lane-head"), lanes, "the lane stays");
    browser.press("Control+z");
    browser.await_step_count(steps);
    browser.await_saved();
}

fn titles(browser: &Browser, heads: &str) -> Vec<Value> {
    let found = browser.execute(&format!("{TITLES} return titles"), &json!([heads]));
    found.as_array().unwrap().clone()
}

fn await_titles(browser: &Browser, heads: &str, order: &[Value]) {
    let script = format!("{TITLES} return JSON.stringify(titles) === JSON.stringify(arguments[0][1])");
    browser.await_that("the headers are in that order", &script, &json!([heads, order]));
}
