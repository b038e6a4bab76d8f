//! Several steps are selected together: with the pointer, on the map by keys, and in the outline.

use serde_json::json;

use super::{Browser, HAS_KEYBOARD};

/// Whether the selected steps are those, in the order of their names.
const SELECTED: &str = "
    const chosen = [...document.querySelectorAll('.step[aria-selected=true]')];
    return JSON.stringify(chosen.map((it) => it.getAttribute('aria-label').split(',')[0]).sort()) === JSON.stringify(arguments[0])";

/// Whether the row of the outline where the keyboard is has that name.
const ON_ROW: &str = "
    const row = document.getElementById(document.querySelector('.outline-tree').getAttribute('aria-activedescendant'));
    return row?.querySelector('.outline-name').textContent === arguments[0]";

#[test]
fn a_box_selects_what_it_touches_and_shift_adds_to_it() {
    let browser = Browser::on_the_sample();
    // The lanes of self-service and of the customer are above each other.
    let (drops, app) = (corners(&browser, "Connection drops"), corners(&browser, "Opens the app"));
    let above = |it: [i64; 4]| ((it[0] - 6, it[1] - 8), (it[0] + 20, it[1] + 10));
    let (from, to) = above(drops);
    browser.drag_between(from, to);
    selected(&browser, &["Connection drops"]);
    let (from, to) = above(app);
    browser.drag_between(from, to);
    selected(&browser, &["Opens the app"]);

    let (from, to) = above(drops);
    browser.hold("Shift", true);
    browser.drag_between(from, to);
    selected(&browser, &["Connection drops", "Opens the app"]);
    // A box around nothing takes nothing away.
    browser.click_at(from);
    selected(&browser, &["Connection drops", "Opens the app"]);
    browser.click_at(middle(app));
    selected(&browser, &["Connection drops"]);
    browser.click_at(middle(app));
    selected(&browser, &["Connection drops", "Opens the app"]);
    browser.hold("Shift", false);
    browser.click_at(from);
    selected(&browser, &[]);
}

#[test]
fn shift_with_an_arrow_takes_in_the_next_step_and_lets_it_go_on_the_way_back() {
    let browser = Browser::on_the_sample();
    let count = |count: u64| {
        let script = "return document.querySelectorAll('.step[aria-selected=true]').length === arguments[0]";
        browser.await_that(&format!("{count} are selected"), script, &json!(count));
        let words = if count == 1 { "One step is".to_owned() } else { format!("{count} steps are") };
        let spoken = "return document.querySelector('.spoken[role=status]').textContent === arguments[0]";
        browser.await_that("it is said", spoken, &json!(format!("{words} selected.")));
    };
    browser.press("ArrowRight");
    selected(&browser, &["Connection drops"]);
    browser.press("Shift+ArrowRight");
    count(2);
    browser.press("Shift+ArrowDown");
    count(3);
    browser.press("Shift+ArrowUp");
    count(2);
    browser.press("Shift+ArrowLeft");
    count(1);
    selected(&browser, &["Connection drops"]);
    browser.press("Shift+ArrowDown");
    count(2);
    browser.press("ArrowDown");
    let one = "return document.querySelectorAll('.step[aria-selected=true]').length === 1";
    browser.await_that("an arrow alone selects one", one, &json!(null));
}

#[test]
fn rows_of_the_outline_are_taken_in_by_keys() {
    let browser = Browser::on_the_sample();
    browser.press("o");
    browser.await_that("the outline has the keyboard", HAS_KEYBOARD, &json!(".outline-tree"));
    let (drops, news, notice) = ("Connection drops", "Looks for outage news", "Show outage notice");
    let row = |name: &str| browser.await_that(&format!("the keyboard is on {name}"), ON_ROW, &json!(name));
    browser.press("Home");
    row("Notice");
    browser.press("ArrowDown");
    browser.press("ArrowDown");
    row(drops);
    selected(&browser, &[drops]);

    // With Ctrl the keyboard goes on alone, and the space bar takes in or lets go.
    for _ in 0..3 {
        browser.press("Control+ArrowDown");
    }
    row(notice);
    selected(&browser, &[drops]);
    browser.press("Space");
    selected(&browser, &[drops, notice]);
    browser.press("Space");
    selected(&browser, &[drops]);
    row(notice);
    browser.press("Space");
    selected(&browser, &[drops, notice]);

    // With Shift the steps between are taken in.
    browser.press("Home");
    browser.press("ArrowDown");
    browser.press("ArrowDown");
    selected(&browser, &[drops]);
    browser.press("Shift+ArrowDown");
    row(news);
    selected(&browser, &[drops, news]);
    browser.press("Shift+ArrowDown");
    row("Digital self-service");
    selected(&browser, &[drops, news]);
    browser.press("Shift+ArrowDown");
    row(notice);
    selected(&browser, &[drops, news, notice]);
    browser.press("Shift+ArrowUp");
    browser.press("Shift+ArrowUp");
    row(news);
    selected(&browser, &[drops, news]);

    // All of them are deleted, and the keyboard goes on behind them.
    let before = browser.step_count();
    browser.press("Delete");
    browser.await_step_count(before - 2);
    row("Digital self-service");
    browser.press("Control+z");
    browser.await_step_count(before);
    browser.await_saved();
}

fn selected(browser: &Browser, titles: &[&str]) {
    browser.await_that(&format!("{titles:?} are selected"), SELECTED, &json!(titles));
}

/// Left, top, right and bottom of a step on the page.
fn corners(browser: &Browser, title: &str) -> [i64; 4] {
    let css = format!("[aria-label^=\"{title},\"]");
    browser.find(&css);
    let script = "const it = document.querySelector(arguments[0]).getBoundingClientRect();
        return [it.left, it.top, it.right, it.bottom].map(Math.round)";
    let found = browser.execute(script, &json!(css));
    [0, 1, 2, 3].map(|index| found[index].as_i64().unwrap())
}

fn middle([left, top, right, bottom]: [i64; 4]) -> (i64, i64) {
    ((left + right) / 2, (top + bottom) / 2)
}
