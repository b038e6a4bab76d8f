//! Several steps are selected together: with the pointer.

use serde_json::json;

use super::Browser;

/// Whether the selected steps are those, in the order of their names.
const SELECTED: &str = "
    const chosen = [...document.querySelectorAll('.step[aria-selected=true]')];
    return JSON.stringify(chosen.map((it) => it.getAttribute('aria-label').split(',')[0]).sort()) === JSON.stringify(arguments[0])";

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
