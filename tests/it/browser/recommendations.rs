//! The register of recommendations: the board by drag and by keys, what ranks, and the details.

use serde_json::{Value, json};

use super::{Browser, HAS_KEYBOARD};

/// Whether the row where one is says all of `arguments[0]`.
const HERE: &str = "
    const row = document.querySelector('.action-rows tr[aria-selected=true]')?.textContent ?? '';
    return arguments[0].every((it) => row.includes(it))";

/// The codes of the rows begin so.
const CODES: &str = "
    const codes = [...document.querySelectorAll('.recommendation-code')].map((it) => it.textContent);
    return arguments[0].every((it, index) => codes[index] === it)";

/// Whether something on the board, or in its tray, is said so.
const ON_BOARD: &str = "
    return [...document.querySelectorAll('.board [role=option]')].some((it) => it.ariaLabel.startsWith(arguments[0]))";

/// What is said of the one where the keyboard is.
const ACTIVE: &str = "
    const id = document.activeElement.getAttribute('aria-activedescendant');
    return !!document.getElementById(id)?.ariaLabel?.startsWith(arguments[0])";

const SPOKEN: &str =
    "return document.querySelector('.actions-station > .spoken').textContent === arguments[0]";

fn on_recommendations() -> Browser {
    let browser = Browser::on_the_sample();
    browser.find_text("Actions").click();
    browser.find_text("Recommendations").click();
    browser.await_that("the list has the keyboard", HAS_KEYBOARD, &json!(".action-rows.recommendations"));
    browser
}

fn middle(browser: &Browser, code: &str) -> (i64, i64) {
    browser.middle_of(&format!(".board [role=option][aria-label^='{code} ']"))
}

#[test]
fn a_circle_is_dragged_to_a_cell_off_the_board_and_given_up_with_escape() {
    let browser = on_recommendations();
    browser.keep_picture("browser-recommendations-1440");
    let ranks = json!(["R2", "R5", "R4", "R1", "R3", "R6", "R7", "R8", "R10", "R9"]);
    browser.await_that("they stand in the order of their rank", CODES, &ranks);
    let (from, to) = (middle(&browser, "R8"), middle(&browser, "R7"));
    browser.drag_and_hold(from, to);
    let says = "return document.querySelector('.drop-words')?.textContent === arguments[0]";
    browser.await_that("it says where it would go", says, &json!("Impact 3, effort 1: fill-ins"));
    browser.press("Escape");
    browser.await_that("nothing is dragged", "return !document.querySelector('.drop-words')", &Value::Null);
    browser.let_go();
    browser.await_that(
        "it stays",
        ON_BOARD,
        &json!("R8 Agree on a fallback for when the outage notice fails, impact 2, effort 2"),
    );

    browser.drag_between(from, to);
    let moved = json!("R8 Agree on a fallback for when the outage notice fails, impact 3, effort 1");
    browser.comes_and_goes("it is in its new cell", ON_BOARD, &moved);
    browser.drag_between(middle(&browser, "R8"), browser.middle_of(".board-tray-head"));
    let off = json!("R8 Agree on a fallback for when the outage notice fails, not placed");
    browser.comes_and_goes("it is off the board", ON_BOARD, &off);
    browser.drag_between(middle(&browser, "R8"), middle(&browser, "R2"));
    let back = json!("R8 Agree on a fallback for when the outage notice fails, impact 5, effort 3");
    browser.comes_and_goes("it is on the board again", ON_BOARD, &back);
    browser.await_saved();
}

#[test]
fn one_is_placed_by_keys_alone() {
    let browser = on_recommendations();
    // In the list: a digit for the impact, one for the effort.
    browser.press("End");
    browser.press("ArrowUp");
    browser.await_that("R10 has no place", HERE, &json!(["R10", "no measure yet"]));
    browser.press("4");
    let asks = "return !!document.querySelector('.board-asking')?.textContent.includes(arguments[0])";
    browser.await_that("its effort is asked for", asks, &json!("R10: impact 4."));
    browser.press("Escape");
    browser.await_that("nothing is asked", "return !document.querySelector('.board-asking')", &Value::Null);
    browser.press("4");
    browser.press("2");
    browser.comes_and_goes(
        "it is placed",
        ON_BOARD,
        &json!("R10 Coach advisors to read line tests, impact 4, effort 2"),
    );
    browser.await_that("it has a rank", HERE, &json!(["5", "R10"]));

    // On the board: to the next circle, and by one cell.
    browser.tab_to(".board");
    browser.await_that("the board is where the list was", ACTIVE, &json!("R10 "));
    browser.press("Alt+ArrowRight");
    browser.await_that("it is told", SPOKEN, &json!("R10: now impact 4, effort 3: quick wins."));
    browser.press("Alt+ArrowDown");
    browser.comes_and_goes(
        "it has moved",
        ON_BOARD,
        &json!("R10 Coach advisors to read line tests, impact 3, effort 3"),
    );
    browser.press("0");
    browser.comes_and_goes(
        "it is off the board",
        ON_BOARD,
        &json!("R10 Coach advisors to read line tests, not placed"),
    );
    browser.press("ArrowUp");
    browser.await_that("the lowest circle is above the tray", ACTIVE, &json!("R8 "));
    browser.press("ArrowDown");
    browser.await_that("the tray is below it", ACTIVE, &json!("R10 "));
    browser.await_saved();
}

#[test]
fn one_is_written_reworded_moved_and_deleted_by_keys() {
    let browser = on_recommendations();
    browser.press("n");
    browser.find(".actions-writing textarea");
    browser.type_keys("Tell customers when the van leaves");
    browser.press("Enter");
    browser.comes_and_goes("it is listed", HERE, &json!(["R11", "when the van leaves", "no measure yet"]));
    browser.await_that("the list has the keyboard", HAS_KEYBOARD, &json!(".action-rows"));
    browser.press("Enter");
    browser.await_that("its title waits", HAS_KEYBOARD, &json!(".recommendations .inspector textarea"));
    browser.press("Control+a");
    browser.type_keys("Tell customers where the van is");
    browser.press("Tab");
    browser.await_that("it is reworded", HERE, &json!(["where the van is"]));
    let missing = "
        [...document.querySelectorAll('.recommendation-missing .link')].find((it) => it.textContent === 'measure').click();
        return true";
    browser.await_that("what is missing leads on", missing, &Value::Null);
    browser.await_that("to its field", HAS_KEYBOARD, &json!("#recommendation-measure input"));
    browser.type_keys("Calls on the day: 40 → 10");
    browser.press("Tab");
    browser.await_that("the list tells it", HERE, &json!(["Calls on the day: 40 → 10"]));
    browser.press("Escape");
    browser.await_that("the list has the keyboard", HAS_KEYBOARD, &json!(".action-rows"));
    browser.press("Alt+ArrowUp");
    browser.await_that(
        "it is told where it stands",
        SPOKEN,
        &json!("R11 is number 10 of 11 in the order that decides ties."),
    );
    browser.press("Delete");
    browser.comes_and_goes(
        "it is gone",
        "return document.querySelectorAll('.action-rows tbody tr').length === 10",
        &Value::Null,
    );
    browser.await_saved();
}

/// Presses the tab of a method.
fn rank_by(browser: &Browser, method: &str) {
    browser.find(&format!(".method[aria-label='{method}']")).click();
    let pressed =
        "return document.querySelector(`.method[aria-label='${arguments[0]}']`).ariaPressed === 'true'";
    browser.await_that("another method ranks", pressed, &json!(method));
}

#[test]
fn another_method_ranks_and_the_inputs_of_the_others_stay() {
    let browser = on_recommendations();
    rank_by(&browser, "Reach and confidence (RICE)");
    browser.await_that("the best by RICE is first", CODES, &json!(["R1", "R4", "R2"]));
    browser.keep_picture("browser-recommendations-rice-1440");
    let lacks = "return [...document.querySelectorAll('.ranking-score')].some((it) => it.textContent === arguments[0])";
    browser.await_that(
        "what is missing is named",
        lacks,
        &json!("No reach, period, impact, confidence or effort yet."),
    );
    browser.tab_to(".ranking-table input");
    browser.press("Control+a");
    browser.type_keys("10");
    browser.press("Tab");
    // Among fields undo takes back letters.
    browser.press("Escape");
    browser.await_that("the list has the keyboard", HAS_KEYBOARD, &json!(".action-rows"));
    browser.comes_and_goes("a smaller reach comes later", CODES, &json!(["R4", "R2", "R3"]));
    rank_by(&browser, "Cost of delay (WSJF)");
    browser.await_that("the best by WSJF is first", CODES, &json!(["R4"]));
    rank_by(&browser, "Impact, then effort");
    browser.await_that("impact and effort have stayed", CODES, &json!(["R2", "R5", "R4", "R1"]));
    browser.press("Control+z");
    browser.await_that("the method is undone", CODES, &json!(["R4"]));
    browser.await_saved();
}

#[test]
fn the_room_votes_and_the_order_stays_until_someone_asks() {
    let browser = on_recommendations();
    rank_by(&browser, "Votes of the room");
    browser.await_that("they are sorted by votes", CODES, &json!(["R2", "R5", "R4", "R1"]));
    browser.await_that("the list has the keyboard", HAS_KEYBOARD, &json!(".action-rows"));
    browser.press("ArrowDown");
    browser.await_that("R5 has 12 dots", HERE, &json!(["R5", "12"]));
    let dots =
        "return document.querySelector('.voting-rows .here .voting-count').textContent === arguments[0]";
    // The room of the sample has fewer dots than were given.
    browser.find(".voting header input").type_text("\u{e009}a\u{e000}99");
    browser.press("Tab");
    browser.tab_to(".action-rows");
    browser.type_keys("+++");
    browser.comes_and_goes("three dots more", dots, &json!("15"));
    browser.await_that("the order has stayed", CODES, &json!(["R2", "R5"]));
    browser.press("v");
    browser.await_that("it is sorted when asked", CODES, &json!(["R5", "R2"]));
    browser.press("-");
    browser.await_that("a dot is taken back", dots, &json!("14"));
    browser.find(".voting-rows .here .voting-dot:last-child").click();
    browser.await_that("a dot is given by hand", dots, &json!("15"));
    browser.await_saved();
}

#[test]
fn a_suggestion_is_added_with_what_its_pattern_says_and_undone_at_once() {
    let browser = on_recommendations();
    browser.press("s");
    browser.find(".suggestion");
    browser.keep_picture("browser-recommendations-suggested-1440");
    let title = browser.find(".suggestion strong").text();
    browser.find(".suggestion .button").click();
    browser.comes_and_goes("it is listed", HERE, &json!(["R11", title]));
    browser.press("d");
    let missing = "return [...document.querySelectorAll('.recommendation-missing .link')].map((it) => it.textContent).join() === arguments[0]";
    browser.await_that("shift and measure are set", missing, &json!("finding,owner,impact,effort,wave"));
    browser.await_saved();
}

#[test]
fn the_next_finding_leads_to_the_recommendation_that_lacks_something() {
    let browser = on_recommendations();
    browser.press("F8");
    browser.await_that("it leads to the row", HERE, &json!(["R10"]));
    let listed = "return document.querySelector('.integrity .segment[aria-pressed=true]').textContent.trim() === arguments[0]";
    browser.await_that("one is here", listed, &json!("Here 1"));
    browser.await_saved();
}

#[test]
fn a_recommendation_answers_findings_and_a_finding_gets_an_answer() {
    let browser = on_recommendations();
    browser.await_that("R2 answers two findings", HERE, &json!(["R2", "F2 F5"]));
    browser.press("l");
    browser.find(".palette");
    browser.type_keys("partner is paid");
    browser.press("Enter");
    browser.comes_and_goes("it answers another", HERE, &json!(["R2", "F2 F5 F6"]));
    browser.press("d");
    let lead = "
        [...document.querySelectorAll('.inspector .link-to')].find((it) => it.textContent.startsWith('F6'))?.click();
        return true";
    browser.find(".recommendation-fields .link-to");
    browser.execute(lead, &Value::Null);
    browser.await_that("it leads to the finding", HERE, &json!(["F6", "partner is paid"]));
    let answered = "return [...document.querySelectorAll('.inspector .link-to')].some((it) => it.textContent.startsWith(arguments[0]))";
    browser.await_that("which says what answers it", answered, &json!("R2"));
    let offer = "
        [...document.querySelectorAll('.inspector .offer')].find((it) => it.textContent === 'New recommendation…').click();
        return true";
    browser.execute(offer, &Value::Null);
    browser.find(".inspector .new-name").type_text("Look at the contract");
    browser.press("Enter");
    browser.comes_and_goes("a new one answers it, too", answered, &json!("R11"));
    browser.await_saved();
}

#[test]
fn what_was_measured_last_time_is_told_beside_what_is_measured_today() {
    let browser = Browser::on_the_sample();
    browser.find_text("Shifts").click();
    browser.await_that("the station has the keyboard", HAS_KEYBOARD, &json!(".shifts-main"));
    browser.press("v");
    browser.find(".shift-table");
    browser.press("c");
    browser.find(".shift-since");
    browser.find_text("Actions").click();
    browser.find_text("Recommendations").click();
    browser.await_that("the list has the keyboard", HAS_KEYBOARD, &json!(".action-rows.recommendations"));
    for _ in 0..3 {
        browser.press("ArrowDown");
    }
    browser.await_that("on the one that was known", HERE, &json!(["R1"]));
    browser.press("d");
    let told = "return document.querySelector('[aria-label=\"Follow-up\"]')?.textContent.includes(arguments[0]) ?? false";
    let words = "Last time: proposed, measured by “Handoffs with an owner: 6 of 14”.";
    browser.await_that("what was measured then", told, &json!(words));
    browser.keep_picture("browser-recommendations-since-1440");
}
