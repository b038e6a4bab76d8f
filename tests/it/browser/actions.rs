//! The Actions station: the register of evidence, by keys, and its way to the map and back.

use serde_json::{Value, json};

use super::Browser;

/// The codes of the rows that are shown begin so.
const CODES: &str = "
    const codes = [...document.querySelectorAll('.action-rows tbody th')].map((it) => it.textContent);
    return arguments[0].every((it, index) => codes[index] === it)";

/// Whether the row where one is says all of `arguments[0]`.
const HERE: &str = "
    const row = document.querySelector('.action-rows tr[aria-selected=true]')?.textContent ?? '';
    return arguments[0].every((it) => row.includes(it))";

const ROW_COUNT: &str = "return document.querySelectorAll('.action-rows tbody tr').length === arguments[0]";

const HAS_KEYBOARD: &str = "return document.activeElement.matches(arguments[0])";

/// What the details of a step, or of a piece of evidence, say.
const DETAILS: &str = "return document.querySelector('.inspector').textContent.includes(arguments[0])";

fn on_actions() -> Browser {
    let browser = Browser::on_the_sample();
    browser.find_text("Actions").click();
    browser.await_that("the register has the keyboard", HAS_KEYBOARD, &json!(".action-rows"));
    browser
}

#[test]
fn evidence_is_written_moved_and_deleted_by_keys_and_keeps_its_code() {
    let browser = on_actions();
    browser.await_that("it stands in its order", CODES, &json!(["E1", "E2", "E3"]));
    browser.keep_picture("browser-actions-1440");
    browser.press("ArrowDown");
    browser.await_that("one walks over the rows", HERE, &json!(["E2", "asked neighbours"]));
    browser.press("Alt+ArrowUp");
    browser.comes_and_goes("it is first", CODES, &json!(["E2", "E1", "E3"]));
    browser.press("n");
    browser.await_that("a field waits for words", HAS_KEYBOARD, &json!(".actions-writing textarea"));
    browser.type_keys("The van stood there for an hour");
    browser.press("Enter");
    browser.comes_and_goes("it is in the register", HERE, &json!(["E13", "for an hour", "not graded"]));
    browser.await_that("the keyboard is on the rows", HAS_KEYBOARD, &json!(".action-rows"));
    browser.press("Delete");
    browser.comes_and_goes("it is gone", ROW_COUNT, &json!(12));
    browser.press("n");
    browser.press("Escape");
    browser.await_that("nothing was written", ROW_COUNT, &json!(12));
    browser.await_saved();
}

#[test]
fn a_filter_leaves_what_it_names_and_what_is_added_answers_to_it() {
    let browser = on_actions();
    let pick = |label: &str, words: &str| {
        browser.tab_to(&format!("select[aria-label='{label}']"));
        browser.type_keys(words);
    };
    pick("Kind", "Observation");
    browser.await_that("only observations are left", ROW_COUNT, &json!(3));
    pick("Shift", "7");
    browser.await_that("one of them is about the culture", ROW_COUNT, &json!(1));
    browser.find(".toolbar [title^='Add to the register']").click();
    browser.find(".actions-writing textarea").type_text("Nobody asks why");
    browser.press("Enter");
    browser.await_that("it is shown, as the filter asks", HERE, &json!(["E13", "Observation", "7 Culture"]));
    browser.await_saved();
}

#[test]
fn evidence_leads_to_its_step_and_the_step_back_to_it() {
    let browser = on_actions();
    browser.press("End");
    browser.await_that("the last is about a step", HERE, &json!(["E12", "Show outage notice"]));
    browser.find(".link-to").click();
    browser.await_that(
        "the step is selected on the map",
        "return !!document.querySelector('.step[aria-selected=true]')?.ariaLabel.includes(arguments[0])",
        &json!("Show outage notice"),
    );
    browser.await_that("its details tell the evidence", DETAILS, &json!("64 % of outages"));
    browser.find(".evidence-piece .code").click();
    browser.await_that("and lead back to the register", HERE, &json!(["E"]));
    browser.await_that("which has the keyboard", HAS_KEYBOARD, &json!(".action-rows"));
}

#[test]
fn a_quote_is_added_at_a_step_without_leaving_the_map() {
    let browser = Browser::on_the_sample();
    browser.press("ArrowRight");
    browser.find(".step[aria-selected=true]");
    let offer = "
        [...document.querySelectorAll('.evidence-about .offer')].find((it) => it.textContent === 'Quote').click();
        return true";
    browser.await_that("evidence is offered", offer, &Value::Null);
    browser.find(".evidence-about textarea").type_text("It went dark at eight");
    browser.press("Enter");
    let told = "return !!document.querySelector('.evidence-about')?.textContent.includes(arguments[0])";
    browser.comes_and_goes("it is told at the step", told, &json!("It went dark at eight"));
    browser.find_text("Actions").click();
    browser.press("End");
    browser.await_that("and in the register", HERE, &json!(["E13", "It went dark", "Quote"]));
    browser.await_saved();
}

#[test]
fn what_it_is_about_is_linked_by_name_and_from_the_map() {
    let browser = Browser::on_the_sample();
    browser.press("ArrowRight");
    browser.find(".step[aria-selected=true]");
    browser.find_text("Actions").click();
    browser.await_that("the register has the keyboard", HAS_KEYBOARD, &json!(".action-rows"));
    let links = "return document.querySelectorAll('[aria-label=About] .links li').length === arguments[0]";
    browser.press("End");
    browser.await_that("E12 is about one step", links, &json!(1));
    browser.press("l");
    browser.find(".palette");
    browser.type_keys("operating rhythm");
    browser.press("Enter");
    browser.comes_and_goes("it is about a shift, too", HERE, &json!(["E12", "6 Operating rhythm"]));
    browser.find(".links ~ .chips .offer + .offer").click();
    browser.comes_and_goes("and about what is selected", links, &json!(3));
    browser.await_saved();
}

/// Whether so many findings that are not kept are told to be left.
const NOT_KEPT: &str = "
    const words = document.querySelector('.not-kept h3')?.textContent ?? '';
    return Number(/[0-9]+$/.exec(words)?.[0]) === arguments[0]";

fn on_findings() -> Browser {
    let browser = on_actions();
    browser.find_text("Findings").click();
    browser.await_that("the findings are there", HERE, &json!(["F1", "changes hands", "E3 E7"]));
    browser
}

#[test]
fn what_was_found_is_kept_reworded_and_says_again_what_is_found() {
    let browser = on_findings();
    browser.keep_picture("browser-findings-1440");
    let left = browser.execute(
        "return Number(/[0-9]+$/.exec(document.querySelector('.not-kept h3').textContent)[0])",
        &Value::Null,
    );
    let left = left.as_u64().unwrap();
    browser.find(".not-kept li .button").click();
    browser.comes_and_goes("one less is left", NOT_KEPT, &json!(left - 1));
    browser.await_that("it is the ninth", HERE, &json!(["F9", "Warning"]));
    browser.find_text("F9").click();
    browser.tab_to(".action-rows");
    browser.press("Enter");
    browser.await_that("its words have the keyboard", HAS_KEYBOARD, &json!(".inspector textarea"));
    browser.press("Control+a");
    browser.type_keys("Nobody answers for it");
    browser.press("Control+Enter");
    browser.tab_to(".action-rows");
    browser.comes_and_goes("it has words of its own", HERE, &json!(["F9", "Nobody answers for it"]));
    browser.find_text("Say what is found").click();
    let says = "return !document.querySelector('.action-rows tr[aria-selected=true]').textContent.includes(arguments[0])";
    browser.await_that("it says what is found", says, &json!("Nobody answers for it"));
    browser.await_saved();
}

#[test]
fn findings_are_merged_and_accepted_with_a_reason() {
    let browser = on_findings();
    browser.press("m");
    browser.find(".palette");
    browser.type_keys("F7");
    browser.press("Enter");
    browser.comes_and_goes("two are one", ROW_COUNT, &json!(7));
    browser.await_that("with what both rest on", HERE, &json!(["F1", "E3 E7 E10"]));
    browser.find_text("Accept with a reason…").click();
    browser.find("[aria-label='Why it is left as it is']").type_text("Until autumn");
    browser.press("Enter");
    browser.comes_and_goes("it is accepted", HERE, &json!(["accepted: Until autumn"]));
    browser.await_saved();
}

#[test]
fn the_integrity_panel_keeps_what_it_shows() {
    let browser = on_findings();
    browser.await_that("there are eight", ROW_COUNT, &json!(8));
    browser.press("F8");
    browser.find("[aria-label='Which findings are listed'] button:nth-child(3)").click();
    // The errors of the sample are kept already; the first warning is not.
    browser.find(".integrity-row:has(.sign.warning)").click();
    browser.find_text("Keep as finding").click();
    browser.find_text("Actions").click();
    browser.await_that("there is one more", ROW_COUNT, &json!(9));
    browser.await_saved();
}

#[test]
fn a_shift_leads_to_the_steps_that_its_evidence_is_about() {
    let browser = Browser::on_the_sample();
    browser.find_text("Shifts").click();
    browser.find(".room-evidence .evidence-piece");
    browser.find_text("Confirm line profile").click();
    browser.await_that(
        "the step is selected on the map",
        "return !!document.querySelector('.step[aria-selected=true]')?.ariaLabel.includes(arguments[0])",
        &json!("Confirm line profile"),
    );
}
