//! The headers of stages and lanes: put in order by key and by dragging, and what they hand on to the map.

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
fn a_header_is_dragged_behind_another_and_it_is_said_where_it_is() {
    let browser = Browser::on_the_sample();
    for (heads, word, to) in [(".stage-head", "stage", (10, 0)), (".lane-head", "lane", (0, 10))] {
        let before = titles(&browser, heads);
        let (from, next) = (head(&browser, heads, &before[0]), head(&browser, heads, &before[1]));
        browser.drag_between(from, (next.0 + to.0, next.1 + to.1));
        let mut order = before.clone();
        order.swap(0, 1);
        await_titles(&browser, heads, &order);
        let words = format!("Now {word} 2 of {}.", order.len());
        browser.await_that("it is said where it is", SPOKEN, &json!(words));
        browser.await_that("it has the keyboard", ON_HEADER, &json!(before[0]));
        browser.press("Control+z");
        await_titles(&browser, heads, &before);
    }
    browser.await_saved();
}

#[test]
fn escape_and_what_interrupts_the_pointer_give_up_the_drag_of_a_header() {
    let browser = Browser::on_the_sample();
    for (heads, to) in [(".stage-head", (10, 0)), (".lane-head", (0, 10))] {
        let before = titles(&browser, heads);
        let (from, next) = (head(&browser, heads, &before[0]), head(&browser, heads, &before[1]));
        let hold = || {
            browser.drag_and_hold(from, (next.0 + to.0, next.1 + to.1));
            browser.find(&format!("{heads}.drop-before"));
        };
        let given_up = || {
            let none = "return document.querySelector('.drop-before') === null";
            browser.await_that("nothing is dragged", none, &Value::Null);
            browser.let_go();
            browser.await_that("it has the keyboard", ON_HEADER, &json!(before[0]));
            await_titles(&browser, heads, &before);
        };
        hold();
        browser.press("Escape");
        given_up();
        hold();
        let cancel =
            "document.activeElement.dispatchEvent(new PointerEvent('pointercancel', { bubbles: true }))";
        browser.execute(cancel, &Value::Null);
        given_up();
    }
}

#[test]
fn at_the_edge_the_map_scrolls_until_a_header_can_be_dropped_behind_the_last() {
    let browser = Browser::on_the_sample();
    let edges = "const body = document.querySelector('.body').getBoundingClientRect();
        return [body.left + 4, body.top + 4, body.right - 4, body.bottom - 4].map(Math.round)";
    let edges = browser.execute(edges, &Value::Null);
    let [left, top, right, bottom] = [0, 1, 2, 3].map(|index| edges[index].as_i64().unwrap());
    // So near that neither the stages nor the lanes are all in view, but the first of both.
    browser.hold("Control", true);
    browser.turn_wheel((left, top), -200);
    browser.hold("Control", false);
    for heads in [".stage-head", ".lane-head"] {
        let before = titles(&browser, heads);
        let from = head(&browser, heads, &before[0]);
        let to = if heads == ".stage-head" { (right, from.1) } else { (from.0, bottom) };
        browser.drag_and_hold(from, to);
        browser.find(&format!("{heads}.drop-behind"));
        browser.let_go();
        let mut order = before[1..].to_vec();
        order.push(before[0].clone());
        await_titles(&browser, heads, &order);
        browser.press("Control+z");
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

/// The middle of the header of that title.
fn head(browser: &Browser, heads: &str, title: &Value) -> (i64, i64) {
    browser.middle_of(&format!("{heads}[title='{}']", title.as_str().unwrap()))
}

fn await_titles(browser: &Browser, heads: &str, order: &[Value]) {
    let script = format!("{TITLES} return JSON.stringify(titles) === JSON.stringify(arguments[0][1])");
    browser.await_that("the headers are in that order", &script, &json!([heads, order]));
}
