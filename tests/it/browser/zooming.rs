//! The place under the pointer stays there when the map is zoomed.

use serde_json::{Value, json};

use super::{Browser, HAS_KEYBOARD};

const SCALE: &str =
    "Number(/scale\\(([^)]+)\\)/.exec(document.querySelector('.world-scale').style.transform)[1])";

#[test]
fn the_wheel_zooms_around_the_pointer_also_near_the_edge_of_the_map() {
    let browser = Browser::on_the_sample();
    let css = "[aria-label^=\"Connection drops,\"]";
    let at = browser.middle_of(css);
    let is_there = "
        const [css, [x, y]] = arguments[0];
        const it = document.querySelector(css).getBoundingClientRect();
        return Math.abs(it.x + it.width / 2 - x) < 2 && Math.abs(it.y + it.height / 2 - y) < 2";
    let turn = |by: i64, is_done: &str| {
        let before = browser.execute(&format!("return {SCALE}"), &Value::Null);
        browser.hold("Control", true);
        browser.turn_wheel(at, by);
        browser.hold("Control", false);
        browser.await_that("it is zoomed", &format!("return {SCALE} {is_done} arguments[0]"), &before);
        browser.await_that("the step is under the pointer", is_there, &json!([css, [at.0, at.1]]));
    };
    turn(120, "<");
    turn(-300, ">");
    turn(180, "<");
    // From out there the map comes back with the wheel, and not at once.
    turn(120, "<");
    browser.turn_wheel(at, 10);
    let back = "
        const [css, [x, y]] = arguments[0];
        const it = document.querySelector(css).getBoundingClientRect();
        return Math.abs(it.x + it.width / 2 - x) < 2 && Math.abs(it.y + it.height / 2 - y + 10) < 2";
    browser.await_that("the map has moved by as much", back, &json!([css, [at.0, at.1]]));
}

#[test]
fn what_fits_is_not_under_the_small_map() {
    let browser = Browser::on_the_sample();
    browser.find(".body").click();
    if browser.execute("return document.querySelector('.minimap') === null", &Value::Null) == json!(true) {
        browser.press("m");
    }
    browser.find(".minimap");
    browser.press("Control+1");
    let free = "
        const cover = document.querySelector('.minimap').getBoundingClientRect();
        const last = [...document.querySelectorAll('.stage-head'), ...document.querySelectorAll('.lane-head')]
            .map((it) => it.getBoundingClientRect());
        const right = Math.max(...last.map((it) => it.right)), bottom = Math.max(...last.map((it) => it.bottom));
        return right <= cover.left + 1 || bottom <= cover.top + 1";
    browser.await_that("all of the map is beside or above it", free, &Value::Null);
}

#[test]
fn what_is_zoomed_to_comes_to_rest_beside_the_small_map() {
    let browser = Browser::on_the_sample();
    browser.find(".minimap");
    let free = "
        const step = document.querySelector('.step[aria-selected=true]')?.getBoundingClientRect();
        const cover = document.querySelector('.minimap').getBoundingClientRect();
        const body = document.querySelector('.body').getBoundingClientRect();
        return !!step && (step.right <= cover.left || step.bottom <= cover.top)
            && step.left >= body.left && step.top >= body.top && step.right <= body.right && step.bottom <= body.bottom";
    for title in ["Repair street cable", "Check partner invoice", "Connection drops"] {
        browser.press("Control+k");
        browser.await_that("the palette is there", HAS_KEYBOARD, &json!(".palette input"));
        browser.type_keys(title);
        browser.find_text(&format!("Go to {title}"));
        browser.press("Enter");
        browser.await_map_keys();
        browser.press("Shift+2");
        browser.await_that(&format!("{title} is seen"), free, &Value::Null);
    }
}

#[test]
fn from_afar_a_step_tells_its_number_and_title_and_a_stage_no_part_of_a_name() {
    let browser = Browser::on_the_sample();
    browser.press("Control+1");
    browser.await_that("it is seen from afar", &format!("return {SCALE} < 0.45"), &Value::Null);
    let whole = "
        const names = [...document.querySelectorAll('.stage-head .name')];
        const shown = names.filter((it) => it.getBoundingClientRect().width > 1);
        return names.length > 0 && shown.every((it) => it.scrollWidth <= it.clientWidth)";
    browser.await_that("a name that is shown is not cut", whole, &Value::Null);
    browser.click_at(browser.middle_of("[aria-label^=\"Opens the app,\"]"));
    let told = "return document.querySelector('.body').title === '6 Opens the app'";
    browser.await_that("its number stands before its title", told, &Value::Null);
}

#[test]
fn in_a_narrow_window_the_small_map_makes_way_for_the_details_and_comes_back() {
    let browser = Browser::on_the_sample();
    browser.find(".minimap");
    browser.resize(1100, 700);
    let beside = "
        const edge = (css) => document.querySelector(css).getBoundingClientRect();
        const gap = edge(arguments[0]).left - edge('.minimap').right;
        return gap > 0 && gap < 20";
    browser.await_that("it is beside the details", beside, &json!(".inspector"));
    browser.press("F4");
    let in_its_corner = "
        const edge = (css) => document.querySelector(css).getBoundingClientRect().right;
        const gap = edge('.canvas .body') - edge('.minimap');
        return gap > 0 && gap < 20";
    browser.await_that("it is in its corner", in_its_corner, &Value::Null);
}
