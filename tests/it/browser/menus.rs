//! The menus of what is on the map offer what its keys do.

use serde_json::{Value, json};

use super::Browser;

/// The words of the menu that is open, in its order.
const ITEMS: &str = "return [...document.querySelectorAll('.menu .menu-words')].map((it) => it.textContent)";
const BANNER: &str = "return !!document.querySelector('.banner')?.textContent.includes(arguments[0])";
const HEADS: &str =
    "const [css, count] = arguments[0]; return document.querySelectorAll(css).length === count";

#[test]
fn the_menu_of_a_stage_and_of_a_lane_offer_what_their_keys_do() {
    let browser = Browser::on_the_sample();
    for head in [".stage-head", ".lane-head"] {
        let count = browser.execute("return document.querySelectorAll(arguments[0]).length", &json!(head));
        let more = json!([head, count.as_u64().unwrap() + 1]);
        let as_before = json!([head, count]);
        let all = [
            "Cut",
            "Copy",
            "Duplicate",
            "Make room in front",
            "Select every step",
            "Unfold all stages and lanes",
        ];
        offers(&browser, head, &all);
        browser.find_text("Duplicate").click();
        browser.await_that("there is one more", HEADS, &more);
        browser.press("Control+z");
        browser.await_that("there are as many as before", HEADS, &as_before);

        offers(&browser, head, &all);
        browser.find_text("Make room in front").click();
        browser.name("In front", "Enter");
        browser.await_that("there is one more", HEADS, &more);
        let first = "return document.querySelector(arguments[0]).textContent.includes('In front')";
        browser.await_that("it stands in front", first, &json!(head));
        browser.press("Control+z");
        browser.await_that("there are as many as before", HEADS, &as_before);

        offers(&browser, head, &all);
        browser.find_text("Select every step").click();
        let several = "return document.querySelectorAll('.step[aria-selected=true]').length > 1";
        browser.await_that("its steps are selected", several, &Value::Null);
        browser.press("Escape");
    }
    browser.await_saved();
}

#[test]
fn the_menu_of_the_ground_leads_to_the_clipboard_the_filter_and_the_library() {
    let browser = Browser::on_the_sample();
    browser.tab_to(".body");
    browser.press("Escape");
    browser.press("Shift+F10");
    holds_items(&browser, &["Paste", "Copy the journey", "Filter the map…", "Add from the library…"]);
    browser.find_text("Paste").click();
    browser.await_that("it is said how", BANNER, &json!("to paste."));
    browser.press("Shift+F10");
    browser.find(".menu");
    browser.find_text("Add from the library…").click();
    browser.find(".palette input[aria-label='Add from the library']");
    browser.press("Escape");
    browser.await_map_keys();
}

#[test]
fn the_menu_of_a_connector_offers_its_kinds() {
    let browser = Browser::on_the_sample();
    browser.press("ArrowRight");
    browser.find(".connections .link").click();
    browser.find(".connector.selected");
    browser.execute("document.querySelector('.body').focus()", &Value::Null);
    browser.press("Shift+F10");
    browser.find(".menu");
    browser.find_text("Make the connector rework").click();
    let kind =
        "return [...document.querySelectorAll('.inspector select')].some((it) => it.value === arguments[0])";
    browser.comes_and_goes("it is rework", kind, &json!("rework"));
    browser.await_saved();
}

/// Opens the menu of the first header that `css` selects, which holds these items.
fn offers(browser: &Browser, css: &str, items: &[&str]) {
    browser.find(css).click();
    browser.press("Shift+F10");
    holds_items(browser, items);
}

fn holds_items(browser: &Browser, items: &[&str]) {
    browser.find(".menu");
    let offered = browser.execute(ITEMS, &Value::Null);
    for item in items {
        assert!(offered.as_array().unwrap().contains(&json!(item)), "{item} in {offered}");
    }
}
