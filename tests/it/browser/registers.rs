//! Registers are kept by keys, and what they name stands out on the map.

use serde_json::{Value, json};

use super::Browser;

/// Whether the register `arguments[0][0]` begins with the names that follow.
const BEGINS: &str = "
    const [register, ...names] = arguments[0];
    const rows = [...document.querySelectorAll(`[aria-label=${register}] tbody .link`)].map((it) => it.textContent);
    return names.every((it, index) => rows[index] === it)";

const FIRST_CHANNEL: &str = "[aria-label=Channels] tbody tr:first-child .link";

const NO_DIALOG: &str = "return document.querySelector('[role=dialog]') === null";

/// Whether the button of the filter matches the pattern.
const SAYS: &str = "
    return new RegExp(arguments[0]).test(document.querySelector('#filter-button').textContent)";

#[test]
fn channels_are_moved_renamed_and_deleted_by_keys() {
    let browser = Browser::on_the_sample();
    browser.find_text("Charter").click();
    browser.find(FIRST_CHANNEL).click();
    browser.press("Alt+ArrowDown");
    browser.comes_and_goes("E-mail comes first", BEGINS, &json!(["Channels", "E-mail", "Phone", "Chat"]));

    browser.find(FIRST_CHANNEL).click();
    browser.press("F2");
    browser.type_keys("Letters by wire");
    browser.press("Enter");
    browser.comes_and_goes("it is renamed", BEGINS, &json!(["Channels", "Letters by wire", "Phone"]));

    // Steps go through it, so it is said where before it goes.
    browser.find(FIRST_CHANNEL).click();
    browser.press("Delete");
    browser.find("[role=dialog]");
    browser.press("Escape");
    browser.await_that("it stays", NO_DIALOG, &Value::Null);
    browser.press("Delete");
    browser.find("[role=dialog] .primary").click();
    browser.await_that("it is gone", BEGINS, &json!(["Channels", "Phone", "Chat"]));
    browser.await_saved();
}

#[test]
fn a_role_says_where_it_stands_and_what_it_holds_and_two_are_made_one() {
    let browser = Browser::on_the_sample();
    browser.find_text("Charter").click();
    let marks = "return [...document.querySelectorAll('[aria-label=Roles] tbody tr')]
        .find((it) => it.querySelector('.link').textContent === arguments[0][0]).textContent.includes(arguments[0][1])";
    browser.await_that("the front line is marked", marks, &json!(["Service advisor", "Front line"]));
    browser.find_text("Operations director").click();
    browser.find(".register-card");
    browser.find_text("Is a committee, not one position").click();
    browser.comes_and_goes("a committee is marked", marks, &json!(["Operations director", "Committee"]));
    let holds = "return document.querySelector('.register-card .holds').textContent.includes(arguments[0])";
    browser.await_that("what it holds is told", holds, &json!("Accountable for"));
    browser.find_text("Delete the role").click();
    let dialog = "return !!document.querySelector('[role=dialog]')?.textContent.includes(arguments[0])";
    browser.await_that("and told before it is deleted", dialog, &json!("Accountable for"));
    browser.press("Escape");
    browser.find_text("Show on the map").click();
    browser.await_that("it stands out on the map", SAYS, &json!("^[1-9][0-9]* of 6[0-9] steps"));
    browser.await_saved();
}

#[test]
fn a_filter_says_how_much_stands_out_until_it_is_cleared() {
    let browser = Browser::on_the_sample();
    browser.tab_to("#filter-button");
    browser.press("Enter");
    browser.find(".popover.filter");
    browser.press("Tab");
    browser.type_keys("Phone");
    browser.await_that("some of the steps stand out", SAYS, &json!("^[1-9][0-9]* of 6[0-9] steps$"));
    browser.press("Escape");
    browser.await_that("the panel is closed", NO_DIALOG, &Value::Null);
    browser.press("Tab");
    browser.press("Enter");
    browser.await_that("everything is equal", SAYS, &json!("^Filter$"));
}
