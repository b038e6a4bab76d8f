//! What is copied is pasted, here and from a spreadsheet, and one undo takes it away.

use serde_json::{Value, json};

use super::Browser;

/// Copies what is selected, by the page's own event, and gives its exact form.
pub(super) const EVERYTHING: &str = "
    const data = new DataTransfer();
    document.activeElement.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
    window.copied = data;
    return data.getData('application/x-opmap')";

/// Pastes what was copied last.
const PASTE: &str = "
    document.activeElement.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: window.copied, bubbles: true, cancelable: true }))";

/// Pastes `arguments[0]`: a text by its type.
const PASTE_TEXT: &str = "
    const data = new DataTransfer();
    for (const [kind, text] of Object.entries(arguments[0])) data.setData(kind, text);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))";

/// What others find on the clipboard: a table, a picture, rows.
const FOR_OTHERS: &str = "
    const page = new DOMParser().parseFromString(window.copied.getData('text/html'), 'text/html');
    return [page.querySelectorAll('tbody tr').length, page.querySelector('img').src.slice(0, 22),
        window.copied.getData('text/plain').split('\\n').length]";

const SPOKEN: &str = "return document.querySelector('.spoken').textContent === arguments[0]";
const BANNER: &str = "return !!document.querySelector('.banner')?.textContent.includes(arguments[0])";
const DIALOG: &str = "return !!document.querySelector('[role=dialog]')?.textContent.includes(arguments[0])";

const STATE: &str = "return document.querySelector('.segment.active').textContent === arguments[0]";

/// Keeps the HTML that is copied next.
const KEEP_COPIED: &str =
    "window.addEventListener('copy', (event) => { window.html = event.clipboardData.getData('text/html') })";

/// What the picture says it is, three names of columns in the order of the alphabet, the states in the table.
const PICTURE_AND_TABLE: &str = "
    const page = new DOMParser().parseFromString(window.html, 'text/html');
    const names = [...page.querySelectorAll('th')].map((it) => it.textContent);
    const at = names.indexOf('State');
    const states = [...page.querySelectorAll('tbody tr')].map((it) => it.children[at].textContent);
    return [page.querySelector('img').alt, names.slice(0, 3).sort().join(' '), [...new Set(states)]]";

/// Takes what is written to the clipboard, and how large the picture in it is.
const KEEP_WRITTEN: &str = "
    Clipboard.prototype.write = async (items) => {
        const picture = await createImageBitmap(await items[0].getType('image/png'));
        window.sides = [picture.width, picture.height];
    }";

/// The steps that begin with these words: their lanes and stages.
const PLACES: &str = "
    return [...document.querySelectorAll('.step')].map((it) => it.getAttribute('aria-label'))
        .filter((it) => it.startsWith(arguments[0])).sort().join('; ')";

#[test]
fn steps_are_copied_cut_and_pasted_with_their_connectors() {
    let browser = Browser::on_the_sample();
    let before = browser.step_count();
    browser.press("ArrowRight");
    browser.press("Control+a");
    let copied = browser.execute(EVERYTHING, &Value::Null);
    assert!(copied.as_str().unwrap().starts_with("opmap-clip steps\n"));
    browser.await_that("it is said", SPOKEN, &json!(format!("{before} steps copied.")));
    let [rows, picture, lines] =
        browser.execute(FOR_OTHERS, &Value::Null).as_array().unwrap().clone().try_into().unwrap();
    assert_eq!((rows, picture), (json!(before), json!("data:image/png;base64,")));
    assert!(lines.as_u64().unwrap() > before, "a row for each step below the names of the columns");

    browser.execute(PASTE, &Value::Null);
    browser.await_step_count(2 * before);
    browser.await_that("it is said", SPOKEN, &json!(format!("{before} steps pasted.")));
    browser.press("Control+z");
    browser.await_step_count(before);

    browser.press("ArrowRight");
    browser.press("Control+d");
    browser.await_step_count(before + 1);
    browser.await_that("it is said", SPOKEN, &json!("1 step duplicated."));
    browser.press("Control+z");
    browser.await_step_count(before);
    browser.await_saved();
}

#[test]
fn a_stage_and_a_journey_are_copied_with_all_that_is_in_them() {
    let browser = Browser::on_the_sample();
    let before = browser.step_count();
    let stages = "return document.querySelectorAll('.stage-head').length === arguments[0]";
    let there = browser
        .execute("return document.querySelectorAll('.stage-head').length", &Value::Null)
        .as_u64()
        .unwrap();
    browser.find(".stage-head").click();
    let copied = browser.execute(EVERYTHING, &Value::Null);
    assert!(copied.as_str().unwrap().starts_with("opmap-clip stage\n"));
    browser.execute(PASTE, &Value::Null);
    browser.await_that("the stage is there twice", stages, &json!(there + 1));
    browser.press("Control+z");
    browser.await_that("the stage is there once", stages, &json!(there));
    browser.await_step_count(before);
    browser.await_saved();
}

#[test]
fn a_copied_journey_is_the_picture_of_the_state_that_is_shown_and_a_table_of_all() {
    let browser = Browser::on_the_sample();
    browser.find_text("To be").click();
    browser.await_that("the other state is shown", STATE, &json!("To be"));
    browser.execute(KEEP_COPIED, &Value::Null);
    browser.press("Control+k");
    browser.find(".palette-row");
    browser.type_keys("copy the journey");
    browser.press("Enter");
    browser.await_that("it is copied", "return !!window.html", &Value::Null);
    let [alt, columns, states] =
        browser.execute(PICTURE_AND_TABLE, &Value::Null).as_array().unwrap().clone().try_into().unwrap();
    assert!(alt.as_str().unwrap().contains(", to be, "), "{alt}");
    assert_eq!(columns, json!("Journey Stage State"));
    assert_eq!(states, json!(["As designed", "As lived", "To be"]));
}

#[test]
fn the_map_is_copied_as_a_picture_for_slides() {
    let browser = Browser::on_the_sample();
    browser.execute(KEEP_WRITTEN, &Value::Null);
    browser.press("Control+Shift+c");
    browser.await_that("it is said", SPOKEN, &json!("The map is copied as a picture."));
    let sides =
        "const [width, height] = window.sides; return width > 1000 && height > 300 && width * height <= 17e6";
    browser.await_that("it is a picture that can be read", sides, &Value::Null);

    browser.execute("Clipboard.prototype.write = () => Promise.reject(new Error('no'))", &Value::Null);
    browser.press("Control+Shift+c");
    browser.await_that(
        "it is said when it may not",
        BANNER,
        &json!("did not let the window use the clipboard"),
    );
    browser.await_saved();
}

#[test]
fn sixty_rows_of_a_spreadsheet_become_a_map_after_a_look_and_one_undo_takes_them_away() {
    let browser = Browser::open();
    browser.find("[data-template=blank]").click();
    browser.await_map_keys();
    let lanes = ["Customer", "Frontstage", "Billing"];
    let rows: String = (0..60).map(|row| format!("{}\tStep {row}\n", lanes[row % 3])).collect();
    browser.execute(PASTE_TEXT, &json!({ "text/plain": rows }));
    browser.await_that("it is asked", DIALOG, &json!("Adds 60 steps, 1 new lane, 59 connectors."));
    browser.find_text("Add to the map").click();
    browser.await_step_count(60);
    browser.await_map_keys();
    browser.find_text("Fit").click();
    browser.await_that(
        "the rows lie where they should",
        &PLACES.replace(".join('; ')", ".join('; ') === 'Step 7, Activity, Frontstage, Become aware'"),
        &json!("Step 7,"),
    );
    browser.press("Control+z");
    browser.await_that(
        "nothing is left",
        "return document.querySelectorAll('.step').length === 0",
        &Value::Null,
    );
    browser.await_saved();
}

#[test]
fn what_others_put_on_the_clipboard_is_never_trusted() {
    let browser = Browser::on_the_sample();
    let before = browser.step_count();
    browser.press("ArrowRight");
    browser.execute(PASTE_TEXT, &json!({ "application/x-opmap": "opmap-clip steps\n{\"format\":\"opmap\"" }));
    browser.await_that("it is said", BANNER, &json!("Nothing was pasted."));
    browser.execute(PASTE_TEXT, &json!({ "text/plain": "a\tb\n".repeat(6_000) }));
    browser.await_that("it is said", BANNER, &json!("too much at once"));
    let hostile = "<img src=x onerror='window.harmed = true'><script>window.harmed = true</script>";
    browser.execute(PASTE_TEXT, &json!({ "text/html": hostile, "text/plain": hostile }));
    browser.await_that("it is asked", DIALOG, &json!("Adds 1 step"));
    assert_eq!(browser.execute("return window.harmed === undefined", &Value::Null), json!(true));
    browser.press("Escape");
    browser.await_step_count(before);
    browser.await_saved();
}
