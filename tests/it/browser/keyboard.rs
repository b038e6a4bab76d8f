//! The keyboard alone does what a workshop needs on the map.

use serde_json::{Value, json};

use super::{Browser, HAS_KEYBOARD};

/// Whether a step's words begin with `arguments[0]`: its title, its kind, its lane and its stage.
const HAS_STEP: &str = "
    const names = [...document.querySelectorAll('.step')].map((it) => it.getAttribute('aria-label'));
    return names.some((it) => it.startsWith(arguments[0]))";

/// Whether the details of the selected step list a connector in these words.
const HAS_CONNECTOR: &str = "
    return [...document.querySelectorAll('.connections li')].some((it) => it.textContent.endsWith(arguments[0]))";

const SPOKEN: &str = "return document.querySelector('.spoken').textContent === arguments[0]";

/// Whether the one selected step is called that.
const SELECTED: &str = "
    const chosen = [...document.querySelectorAll('.step[aria-selected=true]')];
    return chosen.length === 1 && chosen[0].getAttribute('aria-label').startsWith(`${arguments[0]},`)";

/// The title of the one selected step.
const SELECTED_TITLE: &str = "
    return document.querySelector('.step[aria-selected=true]').getAttribute('aria-label').split(',')[0]";

/// What the map shows: each step by name and place, and the picture, pixel by pixel.
const MAP: &str = "return JSON.stringify([
    [...document.querySelectorAll('.step')].map((it) => [it.id, it.getAttribute('aria-label'), it.getAttribute('style')]).sort(),
    [...document.querySelectorAll('.sheet:last-child canvas')].map((it) => [it.getAttribute('style'), it.toDataURL()]).sort(),
])";

/// Whether all that is in view is painted as it will stay.
const PAINTED: &str = "return document.querySelector('.picture').getAttribute('aria-busy') === 'false'";

/// Whether the browser has left alone what the map itself moves.
const UNSCROLLED: &str = "
    return [...document.querySelectorAll('.canvas, .canvas > *')].every((it) => it.scrollTop === 0 && it.scrollLeft === 0)";

#[test]
fn the_keyboard_alone_changes_the_map_and_takes_it_back() {
    let browser = Browser::open();
    browser.tab_to("[data-template=halden-broadband]");
    browser.press("Enter");
    browser.find(".step");
    // From the first control of the page, too, Tab leads to the map.
    browser.tab_to(".rail-home");
    browser.tab_to(".body");
    browser.await_that("the headers stand beside what they head", UNSCROLLED, &Value::Null);
    let before = browser.step_count();

    browser.press("ArrowRight");
    selected(&browser, "Connection drops");
    browser.press("n");
    browser.name("Looks at the lights", "Enter");
    browser.await_map_keys();
    browser.comes_and_goes(
        "the step is there",
        HAS_STEP,
        &json!("Looks at the lights, Activity, Customer, Notice"),
    );
    browser.await_step_count(before + 1);

    selected(&browser, "Looks at the lights");
    browser.press("Alt+ArrowDown");
    browser.await_that("the move is said", SPOKEN, &json!("Now done by Digital self-service."));
    let moved = json!("Looks at the lights, Activity, Digital self-service, Notice");
    browser.comes_and_goes("the step is in the next lane", HAS_STEP, &moved);

    selected(&browser, "Looks at the lights");
    browser.press("F2");
    browser.name("Reads the lights", "Enter");
    browser.await_map_keys();
    let renamed = json!("Reads the lights, Activity, Digital self-service, Notice");
    browser.comes_and_goes("the step has its new name", HAS_STEP, &renamed);

    selected(&browser, "Reads the lights");
    browser.press("c");
    browser.await_that(
        "it is said what to do",
        SPOKEN,
        &json!("Go to the step to connect to and press Enter."),
    );
    browser.press("ArrowRight");
    let other = browser.execute(SELECTED_TITLE, &Value::Null);
    assert_ne!(other, "Reads the lights", "the arrow leads to another step");
    browser.press("Enter");
    browser.await_that("the steps are connected", HAS_CONNECTOR, &json!("from Reads the lights"));
    browser.press("Control+z");
    browser.press("Control+Shift+z");
    browser.find(".connector.selected");
    browser.press("Escape");

    browser.await_step_count(before + 1);
    browser.press("Control+a");
    browser.press("Delete");
    browser.await_that(
        "the map is empty",
        "return document.querySelectorAll('.step').length === 0",
        &Value::Null,
    );
    browser.press("Control+z");
    browser.await_step_count(before + 1);
    browser.await_saved();
}

#[test]
fn tab_names_the_next_connected_step_and_each_is_one_undo() {
    let browser = Browser::on_the_sample();
    let before = browser.step_count();
    browser.tab_to(".body");
    // The sentiments take room in which the whole map is too small for its words.
    browser.press("Alt+6");
    let map = shown(&browser);
    browser.tab_to(".body");

    browser.press("ArrowRight");
    browser.press("n");
    for number in 1..=5 {
        browser.name(&format!("Quick {number}"), if number < 5 { "Tab" } else { "Enter" });
        browser.await_step_count(before + number);
    }
    browser.await_map_keys();
    assert!(shown(&browser) != map, "five more steps are another picture");
    selected(&browser, "Quick 5");
    browser.await_that("each step leads to the next", HAS_CONNECTOR, &json!("from Quick 4"));

    for left in (0..5).rev() {
        browser.press("Control+z");
        browser.await_step_count(before + left);
    }
    assert!(shown(&browser) == map, "five undos bring the map back as it was");
    browser.await_saved();
}

/// Whether the step `arguments[0][0]` stands below `arguments[0][1]`, in the same column.
const BELOW: &str = "
    const [one, other] = arguments[0].map((title) =>
        document.querySelector(`.step[aria-label^=\"${title},\"]`).getBoundingClientRect());
    return Math.round(one.left) === Math.round(other.left) && one.top > other.top";

#[test]
fn a_step_is_moved_within_its_cell_by_key_and_by_menu() {
    let browser = Browser::on_the_sample();
    browser.press("ArrowRight");
    selected(&browser, "Connection drops");
    browser.press("Shift+Alt+ArrowUp");
    browser.await_that("the end is said", SPOKEN, &json!("Already the first in its cell."));

    let turned = json!(["Connection drops", "Looks for outage news"]);
    browser.press("Shift+Alt+ArrowDown");
    browser.await_that("its place is said", SPOKEN, &json!("Now step 2 of 2 in its cell."));
    browser.comes_and_goes("they have changed places", BELOW, &turned);
    browser.press("Shift+Alt+ArrowDown");
    browser.await_that("the other end is said", SPOKEN, &json!("Already the last in its cell."));

    browser.press("Shift+F10");
    browser.find(".menu");
    browser.find_text("Move earlier in its cell").click();
    browser.await_that("its place is said", SPOKEN, &json!("Now step 1 of 2 in its cell."));
    browser.await_that("they are as before", BELOW, &json!(["Looks for outage news", "Connection drops"]));

    browser.press("o");
    browser.await_that("the outline has the keyboard", HAS_KEYBOARD, &json!(".outline-tree"));
    browser.press("Shift+Alt+ArrowDown");
    browser.await_that("its place is said", SPOKEN, &json!("Now step 2 of 2 in its cell."));
    browser.await_saved();
}

fn selected(browser: &Browser, title: &str) {
    browser.await_that(&format!("“{title}” is selected"), SELECTED, &json!(title));
}

/// The whole map, when all of it is in view.
fn shown(browser: &Browser) -> Value {
    browser.find_text("Fit").click();
    let count = browser.step_count();
    let all = "return document.querySelectorAll('.step').length === arguments[0]";
    browser.await_that("the whole map is in view", all, &json!(count));
    browser.await_that("the picture is sharp", PAINTED, &Value::Null);
    browser.execute(MAP, &Value::Null)
}
