//! The Report station: the very pages, how they follow what is chosen, and the ways from a page to a record and back.

use serde_json::json;

use super::Browser;

/// Whether the page that is shown says the words, wherever its lines break.
const PAGE_SAYS: &str = "
    const squeezed = (text) => text.replace(/\\s+/g, '');
    return squeezed(document.querySelector('.paper-picture')?.textContent ?? '').includes(squeezed(arguments[0]))";

const PAGE_IS_SILENT: &str = "
    const text = document.querySelector('.paper-picture')?.textContent ?? '';
    return text !== '' && !text.includes(arguments[0])";

const NUMBER: &str = "return document.querySelector('.report-number input').value === arguments[0]";

const FOOT: &str = "return document.querySelector('.status-bar').textContent.includes(arguments[0])";

/// Whether the contents name a section.
const LISTED: &str = "
    return [...document.querySelectorAll('.report-name')].some((it) => it.textContent === arguments[0])";

const NOT_LISTED: &str = "
    const names = [...document.querySelectorAll('.report-name')];
    return names.length > 0 && !names.some((it) => it.textContent === arguments[0])";

/// Whether that section is marked as the one that is shown, and all of its line can be seen.
const MARKED_IN_VIEW: &str = "
    const line = document.querySelector('.report-contents [aria-current]');
    if (!line?.textContent.startsWith(arguments[0])) return false;
    const [list, seen] = [line.closest('.report-contents'), line].map((it) => it.getBoundingClientRect());
    return seen.top >= list.top && seen.bottom <= list.bottom";

/// Goes to a section by the contents.
const TO_SECTION: &str = "
    [...document.querySelectorAll('.report-section')].find((it) => it.textContent.startsWith(arguments[0])).click()";

const OPEN_GROUP: &str = "
    [...document.querySelectorAll('.report-group > summary')].find((it) => it.textContent === arguments[0]).click()";

/// Clicks the box to tick that has such words.
const TICK: &str = "
    [...document.querySelectorAll('.report-settings label.tick')].find((it) => it.textContent.trim() === arguments[0])
        .querySelector('input').click()";

/// Sets a field that has such a label, as someone who leaves it does.
const TYPE: &str = "
    const [label, words] = arguments[0];
    const labels = [...document.querySelectorAll('.report-settings .field > label')];
    const field = document.getElementById(labels.find((it) => it.textContent === label).htmlFor);
    field.focus();
    field.value = words;
    field.dispatchEvent(new Event('change', { bubbles: true }))";

const TOLD: &str = "
    const [css, words] = arguments[0];
    return [...document.querySelectorAll(css)].some((it) => it.textContent.includes(words))";

const STATION: &str = "
    return document.querySelector('.rail [aria-current=page]').textContent === arguments[0]";

fn on_the_report() -> Browser {
    let browser = Browser::on_the_sample();
    browser.find_text("Report").click();
    browser.await_that("the cover is shown", PAGE_SAYS, &json!("Halden Broadband"));
    browser
}

#[test]
fn pages_are_turned_by_keys_and_by_the_contents() {
    let browser = on_the_report();
    browser.await_that("on the cover", NUMBER, &json!("1"));
    browser.find("#report-sheet").click();
    browser.press("PageDown");
    browser.await_that("the summary", PAGE_SAYS, &json!("In the next 30 days"));
    browser.keep_picture("browser-report-1440");
    browser.press("PageDown");
    browser.await_that("the contents", NUMBER, &json!("3"));
    browser.await_that("the contents are marked and in view", MARKED_IN_VIEW, &json!("Contents"));
    browser.press("End");
    browser.await_that("the last section is marked and in view", MARKED_IN_VIEW, &json!("Glossary"));
    browser.press("Home");
    browser.await_that("the first page", NUMBER, &json!("1"));
    browser.await_that("the cover is marked and in view", MARKED_IN_VIEW, &json!("Cover"));
    browser.type_keys("+");
    let larger = "return document.querySelector('.report-zoom').textContent.startsWith('125')";
    browser.await_that("the page is larger", larger, &json!(null));
    browser.execute(TO_SECTION, &json!("Glossary"));
    browser.await_that("the glossary", PAGE_SAYS, &json!("of the field, as this report uses them"));
}

#[test]
fn a_title_is_reworded_and_set_back() {
    let browser = on_the_report();
    browser.execute(TO_SECTION, &json!("Glossary"));
    browser.await_that("the glossary", PAGE_SAYS, &json!("of the field, as this report uses them"));
    browser.execute(TYPE, &json!(["Title", "Words that 8 people share"]));
    browser.await_that("the page says it", PAGE_SAYS, &json!("Words that 8 people share"));
    browser.await_that("the other one is kept", TOLD, &json!([".report-title", "Generated: "]));
    browser.await_saved();
    browser.find_text("Back to the generated title").click();
    browser.await_that("the generated one", PAGE_SAYS, &json!("of the field, as this report uses them"));
    browser.press("Control+z");
    browser.await_that("one undo", PAGE_SAYS, &json!("Words that 8 people share"));
}

#[test]
fn what_the_report_holds_is_chosen() {
    let browser = on_the_report();
    browser.await_that("it has a glossary", LISTED, &json!("Glossary"));
    browser.execute(OPEN_GROUP, &json!("Chapters"));
    browser.execute(TICK, &json!("Glossary"));
    browser.await_that("it is left out", NOT_LISTED, &json!("Glossary"));
    browser.press("Control+z");
    browser.await_that("and back", LISTED, &json!("Glossary"));
    let first = "return document.querySelector('.report-name + .report-page') !== null
        && document.querySelectorAll('.report-name')[1].textContent === arguments[0]";
    browser.await_that("the summary comes first", first, &json!("Executive summary"));
    browser.find("[aria-label=\"Executive summary later\"]").click();
    browser.await_that("it comes later", first, &json!("Contents"));
    browser.find_text("All chapters in the usual order").click();
    browser.await_that("as usual", first, &json!("Executive summary"));
    browser.find_text("Executive").click();
    browser.await_that("those who decide get few pages", FOOT, &json!("Executive, 4 pages, A4"));
    browser.execute(TO_SECTION, &json!("Executive summary"));
    browser.await_that("the summary", PAGE_SAYS, &json!("In the next 30 days"));
    browser.find_text("Role cards").click();
    browser.await_that("a card for each role", FOOT, &json!("Role cards, "));
}

#[test]
fn a_draft_without_names_on_other_paper() {
    let browser = on_the_report();
    browser.execute(OPEN_GROUP, &json!("Printing"));
    browser.execute(TICK, &json!("Names replaced by neutral ones"));
    browser.await_that("nobody is named", PAGE_IS_SILENT, &json!("Halden"));
    browser.execute(TICK, &json!("Marked as a draft"));
    browser.await_that("it is said below", FOOT, &json!("A4, draft, names replaced"));
    browser.find("#report-sheet").click();
    browser.press("PageDown");
    browser.await_that("each page says so", PAGE_SAYS, &json!(", draft"));
    browser.execute(TYPE, &json!(["Version", "0.9"]));
    browser.await_that("the version is in the foot", PAGE_SAYS, &json!("version 0.9"));
}

#[test]
fn a_pale_colour_is_refused_and_a_better_one_taken() {
    let browser = on_the_report();
    browser.execute(OPEN_GROUP, &json!("Brand"));
    browser.execute(TYPE, &json!(["Accent", "#ffd400"]));
    browser.await_that("it says why", TOLD, &json!([".report-colour .fault", "too pale"]));
    browser.execute(
        "[...document.querySelectorAll('.report-colour .button')].find((it) => it.textContent.startsWith('Take')).click()",
        &json!(null),
    );
    let readable = "
        return document.querySelector('.report-swatch').style.background !== ''
            && document.querySelector('.report-colour .fault') === null";
    browser.await_that("the better one is there", readable, &json!(null));
    browser.find_text("Choose a logo…").click();
    let shown = "return document.querySelector('.report-logo img') !== null
        && document.querySelector('.paper-picture image') !== null";
    browser.await_that("the logo is in the panel and on the page", shown, &json!(null));
}

#[test]
fn from_a_page_to_a_record_and_back() {
    let browser = on_the_report();
    browser.execute(TO_SECTION, &json!("Journey map, as lived"));
    browser.await_that("where its parts are", PAGE_SAYS, &json!("Part 1 of 3"));
    browser.find("#report-sheet").click();
    browser.press("PageDown");
    let has_areas = "return document.querySelectorAll('.paper-record').length > 10";
    browser.await_that("its steps can be reached", has_areas, &json!(null));
    browser.execute("document.querySelectorAll('.report-records button')[0].click()", &json!(null));
    browser.await_that("on the map", STATION, &json!("Map"));
    let chosen = "return document.querySelector('[aria-selected=true], .selected') !== null";
    browser.await_that("the step is selected", chosen, &json!(null));
    browser.press("Control+k");
    browser.type_keys("Show it in the report");
    browser.press("Enter");
    browser.await_that("back on the report", STATION, &json!("Report"));
    browser.await_that("on the page of the map", has_areas, &json!(null));
}

#[test]
fn what_is_missing_is_listed_before_the_export() {
    let browser = on_the_report();
    browser.await_that(
        "the list says how much",
        TOLD,
        &json!([".report-group > summary", "Before you export: "]),
    );
}
