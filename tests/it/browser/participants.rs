//! Who is in the room, added one by one or several at once, and what they have answered in a form.

use serde_json::{Value, json};

use super::Browser;

const COUNT: &str =
    "return document.querySelectorAll('[aria-label=Participants] tbody tr').length === arguments[0]";

const VOICES: &str = "return document.querySelector('[data-test=voices]').textContent === arguments[0]";

/// Whether the dialog sums up what it would add in these words.
const ADDS: &str =
    "return document.querySelector('[role=dialog] .rows-summary')?.textContent === arguments[0]";

/// Pastes a text where the keyboard is.
const PASTE: &str = "
    const data = new DataTransfer();
    data.setData('text/plain', arguments[0]);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))";

fn on_the_charter() -> Browser {
    let browser = Browser::on_the_sample();
    browser.find_text("Charter").click();
    browser.find("[aria-label=Participants] tbody .link");
    browser
}

#[test]
fn several_people_are_added_at_once_by_name_and_by_number_and_undone_at_once() {
    let browser = on_the_charter();
    browser.await_that("fourteen are in the room", COUNT, &json!(14));
    browser.await_that(
        "the front line is counted",
        VOICES,
        &json!("6 of 14 people speak for the front line (43\u{2009}%)"),
    );

    browser.find("[aria-label=Participants] .button[aria-haspopup=dialog]").click();
    browser.await_that(
        "the field has the keyboard",
        "return document.activeElement.matches('.pasted textarea')",
        &Value::Null,
    );
    browser.type_keys("Ada\nBo, who works nights\n");
    browser.press("Tab");
    browser.type_keys("3");
    browser.await_that("it is said who is added", ADDS, &json!("Adds 5 people, “Ada” to “Participant 3”."));
    browser.press("Enter");
    browser.comes_and_goes("they are there", COUNT, &json!(19));
    browser.await_saved();
}

#[test]
fn rows_of_a_spreadsheet_are_looked_at_before_they_are_people() {
    let browser = on_the_charter();
    browser.find("[aria-label=Participants] tbody .link").click();
    browser.execute(
        PASTE,
        &json!("Name\tGroup\tFrontline\tShoe size\nAda\tfrontline\tyes\t38\nBo\tIT\tmaybe\t44\n"),
    );
    browser.await_that("it is said who is added", ADDS, &json!("Adds 2 people, “Ada” to “Bo”."));
    let told =
        "return [...document.querySelectorAll('[role=dialog] .rows-faults li')].map((it) => it.textContent)";
    assert_eq!(
        browser.execute(told, &Value::Null),
        json!([
            "Row 1: The column “Shoe size” is not taken.",
            "Row 3: “IT” is no group; Management, Frontline, Customer and Consultant are.",
            "Row 3: “maybe” is neither yes nor no, so it is no."
        ])
    );
    browser.find("[role=dialog] .primary").click();
    browser.comes_and_goes("they are there", COUNT, &json!(16));
    browser.await_that(
        "the front line has one voice more",
        VOICES,
        &json!("7 of 16 people speak for the front line (44\u{2009}%)"),
    );
    browser.await_saved();
}

#[test]
fn a_participant_is_told_apart_by_position_group_and_front_line() {
    let browser = on_the_charter();
    browser.find("[aria-label=Participants] tbody .link").click();
    let row = "const cells = document.querySelector('[aria-label=Participants] tbody tr').textContent;
        return arguments[0].every((it) => cells.includes(it))";
    browser.await_that("the first is told", row, &json!(["Head of service", "not set", "Management"]));
    browser.find_text("Serves customers (front line)").click();
    browser.comes_and_goes("the front line is marked", row, &json!(["Front line"]));
    // Nobody has answered with their name, so nothing is asked.
    browser.find("[aria-label=Participants] tbody .link").click();
    browser.press("Delete");
    browser.comes_and_goes("they are gone", COUNT, &json!(13));
    browser.await_saved();
}

/// Pastes answers into the question that the command opens.
fn with_answers(text: &str) -> Browser {
    let browser = Browser::on_the_sample();
    browser.find_text("Shifts").click();
    browser.find_text("From a form…").click();
    browser.await_that(
        "the field has the keyboard",
        "return document.activeElement.matches('.pasted textarea')",
        &Value::Null,
    );
    let fill = "const field = document.activeElement;
        field.value = arguments[0];
        field.dispatchEvent(new Event('input', { bubbles: true }))";
    browser.execute(fill, &json!(text));
    browser
}

#[test]
fn answers_of_a_form_are_looked_at_and_taken_over_as_rounds_that_are_sealed() {
    let browser = with_answers("Name;Roles;Beat;Operating rhythm\nHead of service;4;x;2\nAda;3;;?\n;9;;3\n");
    browser.await_that(
        "it is said who answers",
        ADDS,
        &json!(
            "2 people with their names, 1 without; sealed until they are revealed. Adds “Ada” to the room."
        ),
    );
    let told =
        "return [...document.querySelectorAll('[role=dialog] .rows-faults li')].map((it) => it.textContent)";
    assert_eq!(
        browser.execute(told, &Value::Null),
        json!([
            "Row 1: The column “Beat” is not taken.",
            "Row 4: “9” on “Role and goal clarity” is no answer; 1 to 5 are, and ? for “can’t say”."
        ])
    );
    let preview = "return [...document.querySelectorAll('.form-preview td')].map((it) => it.textContent)";
    assert_eq!(browser.execute(preview, &Value::Null), json!(["2 answers", "3 answers"]));
    browser.find("[role=dialog] .primary").click();
    let label = "return document.querySelector('[data-test=undo]')?.title?.includes('Take over answers')
        ?? document.body.innerHTML.includes('Take over answers')";
    browser.await_that("it is one gesture", label, &Value::Null);
    browser.await_saved();
    browser.find_text("Charter").click();
    browser.await_that("Ada is in the room", COUNT, &json!(15));
    browser.press("Control+z");
    browser.await_that("undo takes all of it back", COUNT, &json!(14));
    browser.await_saved();
}

#[test]
fn what_is_no_form_says_why_and_takes_nothing() {
    let browser = with_answers("Lane\tStep\nSales\tCalls\n");
    let fault = "return document.querySelector('[role=dialog] .fault')?.textContent.startsWith(arguments[0])";
    browser.await_that("it is said why", fault, &json!("The first row names none of the seven shifts."));
    let disabled = "return document.querySelector('[role=dialog] .primary').disabled";
    browser.await_that("there is nothing to take", disabled, &Value::Null);
    browser.press("Escape");
    browser.await_that(
        "it is closed",
        "return document.querySelector('[role=dialog]') === null",
        &Value::Null,
    );
}
