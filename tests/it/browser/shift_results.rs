//! The result of the seven shifts: what it shows, where it leads, what has changed since an earlier workshop, and in
//! which words it was scored.

use serde_json::{Value, json};

use super::access::{accessible, related};
use super::{Browser, HAS_KEYBOARD};

/// The cells of the row that names `arguments[0]`.
const ROW: &str = "const row = [...document.querySelectorAll('.shift-table tbody tr')]
    .find((it) => it.querySelector('.shift-row').textContent.includes(arguments[0][0]));
    const cells = row && [...row.querySelectorAll('td')].map((it) => it.textContent.trim());";

/// Whether the first cells of a row say `arguments[0][1]`.
const SAYS: &str = "return cells && arguments[0][1].every((it, at) => cells[at] === it)";

fn on_the_result() -> Browser {
    let browser = Browser::on_the_sample();
    browser.find_text("Shifts").click();
    browser.find(".shifts-main");
    browser.await_that("the station has the keyboard", HAS_KEYBOARD, &json!(".shifts-main"));
    browser.press("v");
    browser.find(".shift-table");
    browser
}

fn says(browser: &Browser, what: &str, shift: &str, cells: &[&str]) {
    browser.await_that(what, &format!("{ROW} {SAYS}"), &json!([shift, cells]));
}

#[test]
fn the_result_is_told_in_figures_pictures_and_a_table_with_the_same_numbers() {
    let browser = on_the_result();
    let figures = "return [...document.querySelectorAll('.shift-figure')].map((it) => it.innerText.replace(/\\s+/g, ' ').trim())";
    assert_eq!(
        browser.execute(figures, &Value::Null),
        json!([
            "Today 2.3 mean of 7 of 7",
            "Wanted 3.7 mean of 7 of 7",
            "Lowest 1 Marketing, sales and service"
        ])
    );
    says(&browser, "scores stand in the table", "Role and goal clarity", &["2", "4"]);
    let told = "return [...document.querySelectorAll('.shift-picture svg[role=img]')].map((it) => it.getAttribute('aria-label'))";
    let told = browser.execute(told, &Value::Null).to_string();
    assert!(told.contains("Role and goal clarity 2, wanted 4;"), "the radar says the same: {told}");
    assert!(
        told.contains("Role and goal clarity 2, wanted 4, gap +2, weight 5"),
        "and so do the gaps: {told}"
    );
    accessible(&browser, "result", 20);
    related(&browser, "result");
    browser.keep_picture("browser-shift-result-1440");
    browser.press("t");
    let legend = "return [...document.querySelectorAll('.shift-picture.radar text')].some((it) => it.textContent === 'today') === arguments[0]";
    browser.await_that("today is hidden on the radar", legend, &json!(false));
    browser.press("t");
    browser.await_that("today is shown again", legend, &json!(true));
    browser.press("g");
    browser.find(".shift-picture.groups svg");
    let hidden = "return [...document.querySelectorAll('.shift-picture.groups text')].some((it) => it.textContent === 'hidden')";
    assert_eq!(browser.execute(hidden, &Value::Null), json!(true), "a group of one is hidden");
    accessible(&browser, "groups", 18);
    browser.keep_picture("browser-shift-groups-1440");
}

#[test]
fn a_row_leads_to_its_shift_and_back_by_key() {
    let browser = on_the_result();
    browser.press("ArrowDown");
    browser.await_that("the first row has the keyboard", HAS_KEYBOARD, &json!("#shift-row-1"));
    browser.press("ArrowDown");
    browser.await_that("and then the second", HAS_KEYBOARD, &json!("#shift-row-2"));
    browser.press("Enter");
    let scored = "return !document.querySelector('.shift-table')
        && document.querySelector('.shifts-main').textContent.includes('Omni-channel capability')";
    browser.await_that("the shift is scored", scored, &Value::Null);
    browser.await_that("the station has the keyboard", HAS_KEYBOARD, &json!(".shifts-main"));
    browser.press("v");
    browser.find(".shift-table tr.here #shift-row-2");
}

#[test]
fn scores_of_an_earlier_workshop_come_as_one_gesture_and_are_forgotten_as_one() {
    let browser = on_the_result();
    browser.press("c");
    let compared = "return [...document.querySelectorAll('.shift-table thead th')].some((it) => it.textContent === 'Last time')";
    browser.comes_and_goes("the last time has a column", compared, &Value::Null);
    says(
        &browser,
        "what was scored both times has a change",
        "Role and goal clarity",
        &["1", "2", "+1", "4"],
    );
    says(&browser, "what was not has none", "Marketing, sales", &["not scored", "1", "–", "3"]);
    let since = browser.find(".shift-since").text();
    assert!(since.contains("“Halden Broadband, a year before”, 12 June 2025"), "{since}");
    assert!(since.contains("6 of 7 shifts were scored both times: 2.0 then, 2.5 today (+0.5)"), "{since}");
    accessible(&browser, "since last time", 22);
    browser.keep_picture("browser-shift-since-1440");
    let gone = format!("return !(() => {{ {compared} }})()");
    browser.find_text("Forget the earlier workshops").click();
    browser.comes_and_goes("it is forgotten", &gone, &Value::Null);
    browser.await_saved();
}

#[test]
fn a_level_is_reworded_which_marks_its_scores_and_is_set_back() {
    let browser = on_the_result();
    browser.press("d");
    browser.find(".shift-words");
    browser.await_that("the panel has the keyboard", HAS_KEYBOARD, &json!(".shift-words button"));
    accessible(&browser, "words", 28);
    related(&browser, "words");
    let warned =
        "return document.querySelector('.shift-words').textContent.includes('Rewording a level marks')";
    assert_eq!(browser.execute(warned, &Value::Null), json!(true), "it is said before");
    browser.keep_picture("browser-shift-words-1440");
    for _ in 0..3 {
        browser.press("Tab");
    }
    browser.await_that("level 1 has the keyboard", LEVEL, &json!("1 Ad hoc"));
    browser.press("Control+a");
    browser.type_keys("Nobody knows who does what.");
    browser.press("Control+Enter");
    let stale =
        "return document.querySelector('.shift-table tr.here').textContent.includes('levels reworded')";
    browser.await_that("the scores are marked", stale, &Value::Null);
    browser.find_text("The scores still hold").click();
    browser.await_that("they are not any more", &format!("return !(() => {{ {stale} }})()"), &Value::Null);
    browser.find_text("Set level 1 back to the usual").click();
    let usual = "return document.querySelector('.shift-own') === null";
    browser.await_that("the usual words are back", usual, &Value::Null);
    browser.press("Escape");
    browser.await_that("the station has the keyboard", HAS_KEYBOARD, &json!(".shifts-main"));
    browser.await_saved();
}

/// Whether the field of that label has the keyboard.
const LEVEL: &str = "return document.activeElement.labels?.[0]?.textContent === arguments[0]";

#[test]
fn the_result_fits_a_small_screen() {
    let browser = on_the_result();
    browser.resize(1280, 720);
    let fits = "const page = document.documentElement, main = document.querySelector('.shifts-main');
        return page.clientWidth === 1280 && page.scrollWidth <= 1280 && page.scrollHeight <= 720
            && main.scrollWidth <= main.clientWidth";
    browser.await_that("nothing is cut off at the side", fits, &Value::Null);
    browser.keep_picture("browser-shift-result-1280");
}
