//! The Roadmap station: bars are moved, linked and parked by keys and by the pointer, and its days are set.

use serde_json::{Value, json};

use super::Browser;

/// What the bar of a recommendation says begins with `R2, Wave 2: 20 July`.
const SAYS: &str = "
    return [...document.querySelectorAll('.gantt-bar')].some((it) => it.ariaLabel.startsWith(arguments[0]))";

const CHOSEN: &str = "
    return [...document.querySelectorAll('.gantt-body [aria-selected=true]')].some((it) => it.ariaLabel.startsWith(arguments[0]))";

const HAS_KEYBOARD: &str = "return document.activeElement.matches(arguments[0])";

const SPOKEN: &str =
    "return document.querySelector('.roadmap-station > .spoken').textContent.includes(arguments[0])";

const BANNER: &str =
    "return document.querySelector('.banner.note')?.textContent.includes(arguments[0]) ?? false";

const HINT: &str =
    "return document.querySelector('.gantt-hint')?.textContent.startsWith(arguments[0]) ?? false";

/// Whether an element that `arguments[0][0]` selects says the words behind it.
const TOLD: &str = "
    const [css, words] = arguments[0];
    return [...document.querySelectorAll(css)].some((it) => it.textContent.includes(words))";

const FOOT: &str = "return document.querySelector('.status-bar').textContent.includes(arguments[0])";

fn on_the_roadmap() -> Browser {
    let browser = Browser::on_the_sample();
    browser.find_text("Roadmap").click();
    browser.await_that("the roadmap has the keyboard", HAS_KEYBOARD, &json!(".gantt-body"));
    browser.await_that("the first bar is chosen", CHOSEN, &json!("R1, Wave 1: 18 June"));
    browser
}

/// The middle of the bar of a recommendation.
fn bar(browser: &Browser, code: &str) -> (i64, i64) {
    browser.middle_of(&format!(".gantt-bar[aria-label^=\"{code},\"]"))
}

#[test]
fn a_bar_is_moved_by_days_waves_and_rows_with_keys() {
    let browser = on_the_roadmap();
    browser.keep_picture("browser-roadmap-1440");
    browser.await_that("all is in order", FOOT, &json!("No item starts before what it needs"));
    browser.press("Alt+ArrowRight");
    browser.comes_and_goes("it begins a day later", SAYS, &json!("R1, Wave 1: 19 June"));
    browser.press("Alt+ArrowLeft");
    browser.await_that("and back", SAYS, &json!("R1, Wave 1: 18 June"));
    browser.press("Alt+ArrowLeft");
    browser.await_that("no day is before the first", SPOKEN, &json!("first day already"));
    browser.type_keys("+");
    browser.comes_and_goes("it is longer", SAYS, &json!("R1, Wave 1: 18 June to 14 July"));
    browser.press("Alt+Shift+ArrowRight");
    browser.comes_and_goes("it is in the next wave", SAYS, &json!("R1, Wave 2: 20 July"));
    browser.press("Alt+ArrowDown");
    browser.await_that("it is in the next row", SPOKEN, &json!("R1 is in “Digital and data” now."));
    browser.press("Control+z");
    browser.press("Control+z");
    browser.await_that("all is taken back", SAYS, &json!("R1, Wave 1: 18 June to 14 July"));
    browser.await_saved();
}

#[test]
fn a_bar_is_stretched_at_its_end_by_the_pointer() {
    let browser = on_the_roadmap();
    browser.await_that("it ends in July", SAYS, &json!("R1, Wave 1: 18 June to 13 July"));
    let end = "
        const bar = document.querySelector('.gantt-bar[aria-label^=\"R1,\"]').getBoundingClientRect();
        // In the middle of the end one takes hold of what others wait for.
        return [Math.round(bar.right - 6), Math.round(bar.top + bar.height / 5)]";
    let end: (i64, i64) = serde_json::from_value(browser.execute(end, &Value::Null)).unwrap();
    browser.drag_between(end, (end.0 + 60, end.1));
    let longer = "
        const says = document.querySelector('.gantt-bar[aria-label^=\"R1,\"]').ariaLabel;
        return says.startsWith('R1, Wave 1: 18 June to ') && !says.includes('18 June to 13 July')";
    browser.comes_and_goes("it takes longer and begins when it did", longer, &Value::Null);
}

#[test]
fn arrows_follow_what_waits_and_delete_takes_it_away() {
    let browser = on_the_roadmap();
    browser.press("ArrowRight");
    browser.await_that("one is on the line", CHOSEN, &json!("R2 waits for R1."));
    browser.press("Delete");
    browser.await_that("one is at what waited", CHOSEN, &json!("R2, Wave 2"));
    browser.await_that("a line is less", FOOT, &json!("4 dependencies, no cycle"));
    browser.press("l");
    browser.type_keys("Name one owner");
    browser.press("Enter");
    browser.await_that("it waits again", CHOSEN, &json!("R2 waits for R1."));
    browser.press("Control+z");
    browser.await_that("undone", FOOT, &json!("4 dependencies, no cycle"));
    browser.press("Control+Shift+z");
    browser.await_that("done again", FOOT, &json!("5 dependencies, no cycle"));
    browser.press("Home");
    browser.press("l");
    browser.type_keys("reserve a visit");
    browser.press("Enter");
    browser.await_that("a circle is refused in words", BANNER, &json!("wait"));
    browser.await_that("nothing has changed", FOOT, &json!("5 dependencies, no cycle"));
    browser.await_saved();
}

#[test]
fn a_drag_says_what_it_would_do_and_does_it() {
    let browser = on_the_roadmap();
    let (x, y) = bar(&browser, "R4");
    browser.drag_and_hold((x, y), (x + 90, y));
    browser.await_that("it is said", HINT, &json!("R4, Wave 1: 2"));
    browser.press("Escape");
    browser.await_that("nothing is dragged", "return !document.querySelector('.gantt-hint')", &Value::Null);
    browser.let_go();
    browser.await_that("it stays", SAYS, &json!("R4, Wave 1: 18 June"));
    let row = browser.middle_of(".gantt-name:nth-child(3)");
    browser.drag_between((x, y), (x, row.1));
    browser.await_that("it is in another row", CHOSEN, &json!("R4, Wave 1: 18 June"));
    browser.press("Enter");
    browser.await_that(
        "its workstream is told",
        "return [...document.querySelectorAll('.inspector select')].some((it) => it.selectedOptions[0]?.textContent === 'People')",
        &Value::Null,
    );
    browser.press("Escape");
    browser.await_that("the chart has the keyboard", HAS_KEYBOARD, &json!(".gantt-body"));
    browser.press("Control+z");
    let (x, y) = bar(&browser, "R4");
    browser.drag_between((x, y), browser.middle_of(".roadmap-parked"));
    browser.await_that("it is parked", TOLD, &json!([".roadmap-parked", "R4"]));
    let item = browser.middle_of(".roadmap-parked [id^=roadmap-]");
    browser.drag_between(item, (x + 300, y));
    browser.await_that("it is back", SAYS, &json!("R4, Wave"));
    browser.await_saved();
}

#[test]
fn what_is_parked_comes_back_by_the_same_key() {
    let browser = on_the_roadmap();
    browser.press("p");
    browser.comes_and_goes("it is parked", TOLD, &json!([".roadmap-parked", "R1"]));
    browser.await_that("what needs it cannot be", FOOT, &json!("start before what they need"));
    browser.find(".roadmap-parked button").click();
    browser.press("p");
    browser.await_that("it is back", SAYS, &json!("R1, Wave 1: 18 June"));
    browser.await_saved();
}

#[test]
fn workstreams_are_named_moved_and_deleted_at_their_heads() {
    let browser = on_the_roadmap();
    browser.tab_to("button.gantt-row-name");
    browser.press("F2");
    browser.type_keys("Owners and limits");
    browser.press("Enter");
    browser.await_that("it is renamed", TOLD, &json!(["button.gantt-row-name", "Owners and limits"]));
    browser.await_that("its head has the keyboard", HAS_KEYBOARD, &json!("button.gantt-row-name"));
    browser.press("Alt+ArrowDown");
    browser.await_that(
        "it is the second",
        "return document.querySelectorAll('button.gantt-row-name')[1].textContent === arguments[0]",
        &json!("Owners and limits"),
    );
    browser.await_that("it keeps the keyboard", HAS_KEYBOARD, &json!("button.gantt-row-name"));
    browser.press("Delete");
    browser.await_that("what it held stays", TOLD, &json!([".gantt-row-name", "No workstream"]));
    browser.await_that("its bars are there", SAYS, &json!("R1, Wave 1"));
    browser.press("Control+z");
    browser.await_that("it is back", TOLD, &json!(["button.gantt-row-name", "Owners and limits"]));
    browser.await_saved();
}

#[test]
fn days_that_are_no_days_are_refused_and_holidays_make_it_longer() {
    let browser = on_the_roadmap();
    browser.press("s");
    browser.await_that("the first field has the keyboard", HAS_KEYBOARD, &json!(".roadmap-settings input"));
    browser.type_keys("18 June");
    browser.press("Tab");
    browser.await_that("it is refused", TOLD, &json!([".roadmap-settings .fault", "such as 2026-06-18"]));
    browser.tab_to(".roadmap-holidays input");
    browser.type_keys("2026-06-19");
    browser.press("Tab");
    browser.await_that("the day is listed", TOLD, &json!([".roadmap-holidays .tag", "19 June 2026"]));
    browser.press("Escape");
    browser.await_that("it ends a day later", SAYS, &json!("R1, Wave 1: 18 June to 14 July"));
    browser.await_saved();
}

#[test]
fn a_milestone_is_added_with_its_day_and_the_next_days_are_listed() {
    let browser = on_the_roadmap();
    browser.press("m");
    browser.type_keys("Everyone knows the limit");
    browser.press("Enter");
    browser.await_that("its day is asked for", HAS_KEYBOARD, &json!(".inspector input"));
    browser.type_keys("2026-07-01");
    browser.press("Escape");
    browser.press("Escape");
    browser.await_that("it waits for a day", TOLD, &json!([".roadmap-milestones", "no day"]));
    browser.await_that("the milestone has the keyboard", HAS_KEYBOARD, &json!(".roadmap-milestones button"));
    browser.press("Enter");
    browser.await_that("its day is asked for again", HAS_KEYBOARD, &json!(".inspector input"));
    browser.type_keys("2026-07-01");
    browser.press("Enter");
    browser.await_that("it has one", TOLD, &json!([".roadmap-milestones", "1 July"]));
    browser.press("Escape");
    browser.find_text("Next 30 days").click();
    browser.await_that("it is among what comes", TOLD, &json!([".upcoming", "Everyone knows the limit"]));
    browser.keep_picture("browser-roadmap-next-1440");
    browser.await_saved();
}
