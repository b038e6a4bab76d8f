//! Finding things and commands on the Map station, by keys alone, and the map told as an outline.

use serde_json::{Value, json};

use super::{Browser, HAS_KEYBOARD};

/// The words of the row that the keyboard is on, in the list or tree whose owner has the keyboard.
const ACTIVE_ROW: &str =
    "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))";

/// The title that the details show.
const DETAILS: &str = "return document.querySelector('.inspector h3').textContent === arguments[0]";

const NO_PALETTE: &str = "return document.querySelector('.palette') === null";

#[test]
fn the_palette_does_what_plain_words_ask_for() {
    let browser = Browser::on_the_sample();
    let before = browser.step_count();
    browser.press("ArrowRight");

    browser.press("Control+k");
    has_keyboard(&browser, ".palette input");
    browser.press("Escape");
    browser.await_that("the palette is gone", NO_PALETTE, &Value::Null);
    browser.await_map_keys();

    browser.press("Control+k");
    has_keyboard(&browser, ".palette input");
    browser.type_keys("new step");
    row_begins(&browser, "Add a step");
    browser.press("Enter");
    browser.name("Looks at the lights", "Enter");
    browser.await_step_count(before + 1);
    browser.await_map_keys();

    // Nothing is dragged: the lane is chosen by its name.
    browser.press("Control+k");
    has_keyboard(&browser, ".palette input");
    browser.type_keys("move to another lane");
    row_begins(&browser, "Move to lane");
    browser.press("Enter");
    has_keyboard(&browser, ".palette input[aria-label='Move to lane']");
    browser.type_keys("network");
    row_begins(&browser, "Network operations");
    browser.press("Enter");
    let path = "return document.querySelector('.inspector .path').textContent.includes(arguments[0])";
    browser.comes_and_goes("the step is in the lane", path, &json!("› Network operations · step "));

    browser.press("Control+k");
    has_keyboard(&browser, ".palette input");
    browser.type_keys("re-plan late jobs");
    row_begins(&browser, "Go to Re-plan late jobs");
    browser.press("Enter");
    browser.await_that("the step is shown", DETAILS, &json!("Re-plan late jobs"));
    browser.await_saved();
}

#[test]
fn what_is_not_possible_says_why_and_does_nothing() {
    let browser = Browser::on_the_sample();
    browser.press("Control+k");
    has_keyboard(&browser, ".palette input");
    browser.type_keys("delete");
    let says = format!(
        "const row = {ACTIVE_ROW}; return row.ariaDisabled === 'true' && row.textContent.includes(arguments[0])"
    );
    browser.await_that("it says what is missing", &says, &json!("Select something first."));
    browser.press("Enter");
    has_keyboard(&browser, ".palette input");
}

#[test]
fn the_sheet_lists_the_shortcuts_and_gives_the_keyboard_back() {
    let browser = Browser::on_the_sample();
    browser.press("Shift+?");
    has_keyboard(&browser, ".shortcuts-search");
    browser.type_keys("undo");
    let only = "return [...document.querySelectorAll('.shortcuts dt')].map((it) => it.textContent).join() === arguments[0]";
    browser.await_that("it is searched", only, &json!("Undo"));
    browser.press("Escape");
    browser.await_map_keys();
}

#[test]
fn words_are_found_over_the_states_and_marked_on_the_map() {
    let browser = Browser::on_the_sample();
    browser.press("Control+f");
    has_keyboard(&browser, ".find input");
    browser.type_keys("RUN line test");
    let some = "return document.querySelectorAll('.find-row').length >= 2 && document.querySelectorAll('.found path').length >= 1";
    browser.await_that("it is found and marked", some, &Value::Null);
    browser.press("Enter");
    let first = "return document.querySelector('.find-count').textContent.startsWith('1 of ')";
    browser.await_that("the first is shown", first, &Value::Null);
    browser.await_that("the details are of it", DETAILS, &json!("Run line test"));
    has_keyboard(&browser, ".find input");
    // Round to the last, which lies in another state.
    browser.press("ArrowUp");
    let other = "return document.querySelector('.segment[aria-pressed=true]').textContent !== 'As-is'";
    browser.await_that("another state is shown", other, &Value::Null);
    has_keyboard(&browser, ".find input");
    browser.press("Escape");
    browser.await_map_keys();
    let gone = "return document.querySelector('.find') === null && document.querySelectorAll('.found path').length === 0";
    browser.await_that("the panel and its marks are gone", gone, &Value::Null);
}

#[test]
fn what_no_step_names_is_found_and_shown_in_its_register() {
    let browser = Browser::on_the_sample();
    browser.press("Control+f");
    has_keyboard(&browser, ".find input");
    browser.type_keys("keeps no result");
    let found = "return [...document.querySelectorAll('.find-leads')].some((it) => it.textContent.includes(arguments[0]))";
    browser.await_that("it is found elsewhere", found, &json!("Line test"));
    browser.tab_to(".find-leads");
    browser.press("Enter");
    let chosen = "return document.querySelector('[aria-label=Systems] tr.selected')?.textContent.includes(arguments[0])";
    browser.await_that("it is chosen in its register", chosen, &json!("Line test"));
    browser.await_that("which has the keyboard", HAS_KEYBOARD, &json!("[aria-label=Systems] tr.selected *"));
}

#[test]
fn the_menu_of_a_step_is_walked_by_keys() {
    let browser = Browser::on_the_sample();
    browser.press("ArrowRight");
    browser.press("Shift+F10");
    item_begins(&browser, "Rename");
    browser.press("ArrowUp");
    item_begins(&browser, "Delete");
    browser.press("m");
    item_begins(&browser, "Make room");
    browser.press("m");
    item_begins(&browser, "Move to lane");
    browser.press("Home");
    item_begins(&browser, "Rename");
    browser.press("Escape");
    browser.await_map_keys();

    browser.press("Shift+F10");
    item_begins(&browser, "Rename");
    let before = browser.step_count();
    browser.press("End");
    browser.press("Enter");
    browser.await_step_count(before - 1);
    browser.await_map_keys();
    browser.press("Control+z");
    browser.await_step_count(before);
}

#[test]
fn the_outline_tells_the_map_and_walks_with_it() {
    let browser = Browser::on_the_sample();
    browser.press("o");
    has_keyboard(&browser, ".outline-tree");
    browser.press("Home");
    row_begins(&browser, "Notice");
    browser.press("ArrowRight");
    row_begins(&browser, "Customer");
    browser.press("ArrowRight");
    row_begins(&browser, "Connection drops");
    browser.await_that("the map follows", DETAILS, &json!("Connection drops"));
    let place =
        format!("const it = {ACTIVE_ROW}; return [it.ariaLevel, it.ariaPosInSet, it.ariaExpanded].join()");
    assert_eq!(browser.execute(&place, &Value::Null), json!("3,1,false"));

    browser.press("ArrowRight");
    browser.press("ArrowRight");
    row_begins(&browser, "to ");
    browser.press("Enter");
    let step = format!("return {ACTIVE_ROW}.ariaLevel === '3'");
    browser.await_that("a connector leads to its other end", &step, &Value::Null);

    browser.press("F2");
    has_keyboard(&browser, ".outline-field");
    browser.press("Control+a");
    browser.type_keys("Looks elsewhere");
    browser.press("Enter");
    has_keyboard(&browser, ".outline-tree");
    browser.comes_and_goes("it has its new name", DETAILS, &json!("Looks elsewhere"));

    let before = browser.step_count();
    row_begins(&browser, "Looks elsewhere");
    browser.press("Delete");
    browser.await_step_count(before - 1);
    has_keyboard(&browser, ".outline-tree");
    browser.press("Control+z");
    browser.await_step_count(before);

    // A step that is chosen on the map is where the outline is.
    browser.press("Escape");
    browser.await_map_keys();
    browser.press("ArrowDown");
    let same = "const row = document.querySelector('.outline-row.active .outline-name');
        return row !== null && row.textContent === document.querySelector('.inspector h3').textContent";
    browser.await_that("the outline follows", same, &Value::Null);
    browser.press("o");
    browser.await_that("it is gone", "return document.querySelector('.outline') === null", &Value::Null);
    browser.await_map_keys();
}

#[test]
fn f6_leads_through_the_window_and_back() {
    let browser = Browser::on_the_sample();
    let within = |css: &str| {
        let script = "return document.activeElement.closest(arguments[0]) !== null";
        browser.await_that(&format!("the keyboard is in {css}"), script, &json!(css));
    };
    within(".body");
    for region in [
        ".minimap",
        ".inspector",
        ".status-bar",
        ".rail",
        ".top-bar",
        ".toolbar",
        ".stage-heads",
        ".lane-heads",
        ".body",
    ] {
        browser.press("F6");
        within(region);
    }
    browser.press("Shift+F6");
    within(".lane-heads");
}

#[test]
fn the_small_map_moves_the_view() {
    let browser = Browser::on_the_sample();
    let place = "return document.querySelector('.world').style.transform";
    let before = browser.execute(place, &Value::Null);
    let (x, y) = browser.middle_of(".minimap");
    browser.click_at((x, y + 30));
    let moved = "return document.querySelector('.world').style.transform !== arguments[0]";
    browser.await_that("the view moves", moved, &before);
    browser.press("Home");
    browser.await_that(
        "the view is at the start",
        "return document.querySelector('.world').style.transform.startsWith('translate(0px, 0px)')",
        &Value::Null,
    );
    browser.press("Escape");
    browser.await_map_keys();
    browser.press("m");
    browser.await_that("it is gone", "return document.querySelector('.minimap') === null", &Value::Null);
    browser.press("m");
    browser.find(".minimap");
}

fn has_keyboard(browser: &Browser, css: &str) {
    browser.await_that(&format!("{css} has the keyboard"), HAS_KEYBOARD, &json!(css));
}

/// Waits until the row that the keyboard is on begins with some words.
fn row_begins(browser: &Browser, words: &str) {
    let script = format!("return {ACTIVE_ROW}?.textContent.startsWith(arguments[0]) === true");
    browser.await_that(&format!("the keyboard is on “{words}”"), &script, &json!(words));
}

/// Waits until the item of a menu that the keyboard is on begins with some words.
fn item_begins(browser: &Browser, words: &str) {
    let script = "const it = document.activeElement;
        return it.role === 'menuitem' && it.textContent.trim().startsWith(arguments[0])";
    browser.await_that(&format!("the menu is on “{words}”"), script, &json!(words));
}
