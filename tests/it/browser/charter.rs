//! The charter takes what is right and says what is wrong with the rest.

use serde_json::json;

use super::Browser;

const TITLE: &str = "Halden Broadband: restore a broken home connection";

/// Whether the field with that label shows that value and, below it, a sentence with those words
/// (`arguments[0]` is `[label, value, words]`; without words it has nothing to say).
const FIELD: &str = "
    const [label, value, words] = arguments[0];
    const field = [...document.querySelectorAll('.field')].find((it) => it.querySelector('label').textContent === label);
    const fault = field.querySelector('[role=alert]')?.textContent;
    return field.querySelector('input').value === value && (words === null ? fault === undefined : !!fault?.includes(words))";

#[test]
fn a_charter_field_refuses_in_words_and_keeps_its_value() {
    let browser = Browser::on_the_sample();
    browser.find_text("Charter").click();

    fill(&browser, "Title", &"x".repeat(201), "Enter");
    shows(&browser, "Title", TITLE, Some("200"));
    fill(&browser, "Title", "", "Tab");
    shows(&browser, "Title", TITLE, Some("empty"));
    fill(&browser, "Date", "18.6.2026", "Tab");
    shows(&browser, "Date", "2026-06-18", Some("year-month-day"));
    fill(&browser, "Date", "2026-02-30", "Enter");
    shows(&browser, "Date", "2026-06-18", Some("year-month-day"));
    top_bar_says(&browser, TITLE);

    fill(&browser, "Title", "Halden, repaired", "Enter");
    shows(&browser, "Title", "Halden, repaired", None);
    top_bar_says(&browser, "Halden, repaired");
    fill(&browser, "Date", "2026-07-01", "Tab");
    shows(&browser, "Date", "2026-07-01", None);
    browser.await_saved();
}

#[test]
fn what_was_written_at_length_stays_in_its_field_when_it_is_refused() {
    let browser = Browser::on_the_sample();
    browser.find_text("Charter").click();
    let write = "
        const label = [...document.querySelectorAll('.field > label')].find((it) => it.textContent === 'Purpose');
        const field = document.getElementById(label.htmlFor);
        field.value = 'x'.repeat(11000);
        field.dispatchEvent(new Event('change', { bubbles: true }))";
    browser.execute(write, &json!(null));
    let stays = "
        const field = [...document.querySelectorAll('.field')].find((it) => it.querySelector('label').textContent === 'Purpose');
        return field.querySelector('textarea').value.length === 11000
            && !!field.querySelector('[role=alert]')?.textContent.includes('10000')";
    browser.await_that("all of it is there, with a sentence", stays, &json!(null));
}

/// Writes over what is in the field with that label and ends with a key.
fn fill(browser: &Browser, label: &str, text: &str, end: &str) {
    // A click on the label puts the keyboard into its field.
    browser.find_text(label).click();
    browser.press("Control+a");
    browser.press("Delete");
    browser.type_keys(text);
    browser.press(end);
}

fn shows(browser: &Browser, label: &str, value: &str, words: Option<&str>) {
    browser.await_that(
        &format!("{label} is “{value}”, with {words:?}"),
        FIELD,
        &json!([label, value, words]),
    );
}

fn top_bar_says(browser: &Browser, title: &str) {
    let script = "return document.querySelector('.top-bar h1').textContent === arguments[0]";
    browser.await_that("the top bar has the title", script, &json!(title));
}
