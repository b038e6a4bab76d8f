//! The registers that go with the roadmap, by keys: the operating rhythm, the options log, and the risks.

use serde_json::{Value, json};

use super::Browser;

/// The names of the rows that are shown begin so.
const NAMES: &str = "
    const names = [...document.querySelectorAll('.action-rows tbody th')].map((it) => it.textContent);
    return arguments[0].every((it, index) => names[index]?.startsWith(it))";

/// Whether the row where one is says all of `arguments[0]`.
const HERE: &str = "
    const row = document.querySelector('.action-rows tr[aria-selected=true]')?.textContent ?? '';
    return arguments[0].every((it) => row.includes(it))";

const ROW_COUNT: &str = "return document.querySelectorAll('.action-rows tbody tr').length === arguments[0]";

const HAS_KEYBOARD: &str = "return document.activeElement.matches(arguments[0])";

/// Whether the status bar says it.
const FOOT: &str = "return document.querySelector('.status-bar').textContent.includes(arguments[0])";

/// A register, which was gone to by keys.
fn on(command: &str) -> Browser {
    let browser = Browser::on_the_sample();
    browser.press("Control+k");
    browser.find(".palette");
    browser.type_keys(command);
    browser.press("Enter");
    browser.await_that("the register has the keyboard", HAS_KEYBOARD, &json!(".action-rows"));
    browser
}

/// Writes a record by its name, rewords it, moves it up and deletes it; each is taken back and done again.
fn written_moved_and_deleted(browser: &Browser, count: usize, last: &str) {
    browser.press("n");
    browser.await_that("a field waits for words", HAS_KEYBOARD, &json!(".actions-writing textarea"));
    browser.type_keys("Something new");
    browser.press("Enter");
    browser.comes_and_goes("it is in the register", HERE, &json!(["Something new"]));
    browser.await_that("the keyboard is on the rows", HAS_KEYBOARD, &json!(".action-rows"));
    browser.press("Enter");
    browser.await_that("its name has the keyboard", HAS_KEYBOARD, &json!(".inspector :is(input, textarea)"));
    browser.press("Control+a");
    browser.type_keys("Something else");
    browser.press("Tab");
    browser.press("Escape");
    browser.await_that("the keyboard is on the rows again", HAS_KEYBOARD, &json!(".action-rows"));
    browser.comes_and_goes("it is reworded", HERE, &json!(["Something else"]));
    browser.press("Alt+ArrowUp");
    let at_end = format!(
        "
        const rows = [...document.querySelectorAll('.action-rows tbody th')];
        return rows.length === {} && rows.at(-1).textContent.startsWith(arguments[0])",
        count + 1
    );
    browser.comes_and_goes("it is the last but one", &at_end, &json!(last));
    browser.press("Delete");
    browser.comes_and_goes("it is gone", ROW_COUNT, &json!(count));
    browser.await_saved();
}

/// Goes to a field of the details and writes a text of several lines.
fn fill(browser: &Browser, label: &str, words: &str) {
    let field = format!("
        const label = [...document.querySelectorAll('.inspector label')].find((it) => it.textContent === '{label}');
        document.getElementById(label.htmlFor).focus();
        return true");
    browser.await_that("the field is there", &field, &Value::Null);
    browser.press("Control+a");
    browser.type_keys(words);
    browser.press("Tab");
    browser.press("Escape");
    browser.await_that("the keyboard is on the rows again", HAS_KEYBOARD, &json!(".action-rows"));
}

#[test]
fn forums_are_kept_by_keys() {
    let browser = on("operating rhythm");
    browser.await_that(
        "they stand in their order",
        NAMES,
        &json!(["Repeat visits", "Journey review", "Front line hour"]),
    );
    browser.await_that("they are counted", FOOT, &json!("3 forums"));
    browser.keep_picture("browser-rhythm-1440");
    written_moved_and_deleted(&browser, 3, "Front line hour");
    browser.press("Home");
    fill(&browser, "How often", "Each Monday");
    browser.comes_and_goes("how often is told", HERE, &json!(["Repeat visits", "Each Monday"]));
    browser.tab_to(".inspector [aria-label='Who takes part: choose']");
    browser.press("Enter");
    browser.press("Shift+Tab");
    let pressed = "return document.activeElement.matches(`.chip[aria-pressed=${arguments[0]}]`)";
    browser.await_that("a role that takes no part is there", pressed, &json!("false"));
    browser.press("Enter");
    browser.comes_and_goes("it takes part", pressed, &json!("true"));
    browser.await_saved();
}

#[test]
fn choices_are_kept_by_keys_and_an_open_one_says_so() {
    let browser = on("options log");
    browser.await_that("they are counted", FOOT, &json!("1 open"));
    browser.press("End");
    browser.await_that("the last is open", HERE, &json!(["night line", "open", "Keep the partner"]));
    browser.keep_picture("browser-options-1440");
    fill(&browser, "Chosen", "Keep the partner");
    fill(&browser, "On", "2026-07-02");
    browser.comes_and_goes("the day is told", HERE, &json!(["2026-07-02"]));
    browser.await_that("it is chosen", FOOT, &json!("0 open"));
    written_moved_and_deleted(&browser, 3, "Whether the night line");
}

#[test]
fn risks_are_weighed_settled_and_filtered_by_keys() {
    let browser = on("risk register");
    browser.await_that("both numbers are told", HERE, &json!(["offers a slot twice", "4 × 4 = 16"]));
    browser.keep_picture("browser-risks-1440");
    written_moved_and_deleted(&browser, 4, "No change to billing");
    browser.press("Home");
    browser.tab_to(".inspector .tick input");
    browser.press("Space");
    browser.comes_and_goes("it is settled in words", HERE, &json!(["settled"]));
    browser.await_that("three are left", FOOT, &json!("3 not settled"));
    browser.tab_to("select[aria-label='Kind']");
    browser.type_keys("Assumptions");
    browser.await_that("one is an assumption", ROW_COUNT, &json!(1));
    browser.tab_to(".action-rows");
    browser.press("n");
    browser.type_keys("The crews stay");
    browser.press("Enter");
    browser.comes_and_goes(
        "what is added is one, too",
        HERE,
        &json!(["The crews stay", "Assumption", "not set"]),
    );
    browser.await_saved();
}

#[test]
fn what_is_in_a_register_is_found_by_its_words() {
    let browser = Browser::on_the_sample();
    browser.press("Control+f");
    browser.find(".find input");
    browser.type_keys("front line hour");
    let found = "return [...document.querySelectorAll('.find-leads')].some((it) => it.textContent.includes(arguments[0]))";
    browser.await_that("it is found elsewhere", found, &json!("Front line hour"));
    browser.tab_to(".find-leads");
    browser.press("Enter");
    browser.await_that("it is shown in its register", HERE, &json!(["Front line hour", "Each Friday"]));
    browser.await_that("which has the keyboard", HAS_KEYBOARD, &json!(".action-rows"));
}

#[test]
fn what_others_do_of_a_lane_is_written_and_read_again() {
    let browser = Browser::on_the_sample();
    let select = "
        [...document.querySelectorAll('.lane-head')].find((it) => it.textContent.includes(arguments[0])).click();
        return document.querySelector('.inspector h3')?.textContent === arguments[0]";
    let says = "
        const label = [...document.querySelectorAll('.inspector label')].find((it) => it.textContent === arguments[0][0]);
        return (label && document.getElementById(label.htmlFor).value) === arguments[0][1]";
    let asked = "
        return [...document.querySelectorAll('.inspector label')].some((it) => it.textContent.includes('chosen by'))
            === arguments[0]";
    browser.await_that("the lane is selected", select, &json!("Dispatch"));
    browser.await_that("nobody else works there", asked, &json!(false));
    let to_share = "
        const label = [...document.querySelectorAll('.inspector label')].find((it) => it.textContent === 'Done by others');
        document.getElementById(label.htmlFor).focus();
        return true";
    browser.await_that("the field is there", to_share, &Value::Null);
    browser.type_keys("130");
    browser.press("Enter");
    browser.await_that(
        "too much is not taken",
        "return !!document.querySelector('.inspector .fault')",
        &Value::Null,
    );
    browser.press("Control+a");
    browser.type_keys("30 %");
    browser.press("Enter");
    browser.await_that("now it is asked what a partner is chosen by", asked, &json!(true));
    browser.await_that("another lane is selected", select, &json!("Customer"));
    browser.await_that("the customer’s own work is not given away", asked, &json!(false));
    browser.await_that("the lane is selected again", select, &json!("Dispatch"));
    browser.await_that("its share is told", says, &json!(["Done by others", "30\u{2009}%"]));
    browser.tab_to(".inspector .chip");
    browser.press("Control+z");
    browser.await_that("undone, it is not set", says, &json!(["Done by others", ""]));
    browser.await_saved();
}
