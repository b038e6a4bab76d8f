//! The Decisions station: decisions are made, filled, escalated and split by the keyboard, and seen.

use serde_json::{Value, json};

use super::Browser;

/// What the cells of the decision that is called `arguments[0][0]` say, as far as they are shown.
const CELLS: &str = "
    const row = [...document.querySelectorAll('.decision-row')].find((it) =>
        it.querySelector('.decision-sentence')?.textContent === arguments[0][0]);
    const cells = [...(row?.querySelectorAll('.decision-cell') ?? [])].slice(0, -1).map((it) => it.innerText.trim().replace('\\n', ' '));
    return JSON.stringify(cells) === JSON.stringify(arguments[0][1])";

/// Whether the table in which the decision `arguments[0][0]` stands has the heads `arguments[0][1]`.
const HEADS: &str = "
    const table = [...document.querySelectorAll('.decision-table')].find((it) =>
        [...it.querySelectorAll('.decision-sentence')].some((it) => it.textContent === arguments[0][0]));
    const heads = [...(table?.querySelectorAll('th') ?? [])].map((it) => it.firstChild.textContent);
    return JSON.stringify(heads) === JSON.stringify(arguments[0][1])";

/// Whether the bar of this state says who decides where: `arguments[0]`.
const BANDS: &str = "
    const bands = [...document.querySelectorAll('button.band')].map((it) => it.title.replaceAll('\\u2009', ' '));
    return JSON.stringify(bands) === JSON.stringify(arguments[0])";

const ON_A_TABLE: &str = "return document.activeElement.matches('.decision-table')";

const DIALOG: &str = "return !!document.querySelector('[role=dialog]')?.textContent.includes(arguments[0])";

/// Goes to the decisions of the sample as lived; a table has the keyboard then.
fn on_the_decisions() -> Browser {
    let browser = Browser::on_the_sample();
    browser.find_text("Decisions").click();
    browser.find(".decision-cell");
    browser.await_that("a table has the keyboard", ON_A_TABLE, &Value::Null);
    browser
}

/// Presses keys one after the other.
fn press_all(browser: &Browser, keys: &[&str]) {
    for key in keys {
        browser.press(key);
    }
}

/// Edits the cell where one is by typing.
fn write(browser: &Browser, field: &str, text: &str) {
    browser.press("Enter");
    browser.find(field);
    browser.press("Control+a");
    browser.type_keys(text);
    browser.press("Enter");
    browser.await_that("the table has the keyboard again", ON_A_TABLE, &Value::Null);
}

#[test]
fn a_decision_is_made_filled_and_escalated_by_the_keyboard_alone() {
    let browser = on_the_decisions();
    let name = "Waive the call-out fee";
    browser.press("n");
    browser.find(".new-name");
    browser.type_keys(name);
    browser.press("Enter");
    let shift_lead =
        ["Waive the call-out fee", "1 Notice", "none", "none", "none", "none", "none", "no limit", "not set"];
    browser.comes_and_goes("it stands in the table where one was", CELLS, &json!([name, shift_lead]));
    browser.await_that("the table has the keyboard", ON_A_TABLE, &Value::Null);
    browser.press("Control+Home");
    browser.press("ArrowDown");
    browser.press("ArrowRight");
    write(&browser, ".picker-field", "6 visit");
    browser.press("ArrowRight");
    write(&browser, ".picker-field", "advisor");
    press_all(&browser, &["ArrowRight", "ArrowRight"]);
    // A comma takes one and goes on to the next.
    browser.press("F2");
    browser.find(".picker-field");
    browser.type_keys("dispatcher,technician");
    browser.press("Enter");
    browser.await_that("the table has the keyboard again", ON_A_TABLE, &Value::Null);
    press_all(&browser, &["ArrowRight", "ArrowRight"]);
    write(&browser, ".picker-field", "contact team lead");
    browser.press("ArrowRight");
    write(&browser, ".cell-line input", "40, 90 €");
    browser.press("ArrowRight");
    write(&browser, ".picker-field", "operations director, 4 h");
    let filled = [
        name,
        "1 Notice, 6 Visit",
        "Service advisor",
        "none",
        "Dispatcher, Field technician",
        "none",
        "Contact centre team lead",
        "below 40, 90\u{2009}€",
        "Operations director, 4\u{a0}h",
    ];
    browser.await_that("every cell says what was typed", CELLS, &json!([name, filled]));
    browser.keep_picture("browser-decisions-filled-1440");
    browser.await_saved();
    // Escape leaves a cell as it was.
    browser.press("Enter");
    browser.find(".picker-field");
    browser.press("Control+a");
    browser.type_keys("dispatcher");
    browser.press("Escape");
    browser.await_that("the cell is as it was", CELLS, &json!([name, filled]));
    browser.await_that("the table has the keyboard again", ON_A_TABLE, &Value::Null);
    browser.press("Delete");
    let mut cleared = filled;
    cleared[8] = "not set";
    browser.comes_and_goes("one cell is cleared", CELLS, &json!([name, cleared]));
    browser.await_that("the table has the keyboard", ON_A_TABLE, &Value::Null);
    press_all(&browser, &["Home", "Delete"]);
    browser.comes_and_goes("the decision itself goes from the first cell", CELLS, &json!([name, []]));
    browser.await_saved();
}

#[test]
fn another_framework_says_what_becomes_of_the_rights_and_undo_brings_them_back() {
    let browser = on_the_decisions();
    let name = "Declare a major outage";
    let rapid = [
        "Decision",
        "Stage",
        "Recommend",
        "Agree",
        "Perform",
        "Input",
        "Decide",
        "Limit",
        "Escalates to, within",
        "Check",
    ];
    browser.await_that("it is said in RAPID", HEADS, &json!([name, rapid]));
    browser.press("Control+k");
    browser.find(".palette-row");
    browser.type_keys("use daci");
    browser.press("Enter");
    for sentence in [
        "Network engineer: Recommend becomes Driver",
        "Network shift lead: Decide becomes Approver",
        "Digital product owner: Perform becomes Informed",
    ] {
        browser.await_that("it is said", DIALOG, &json!(sentence));
    }
    browser.keep_picture("browser-decisions-framework-1440");
    browser.find_text("Use DACI").click();
    let daci = [
        "Decision",
        "Stage",
        "Driver",
        "Approver",
        "Contributor",
        "Informed",
        "Limit",
        "Escalates to, within",
        "Check",
    ];
    browser.comes_and_goes("it is said in DACI", HEADS, &json!([name, daci]));
    browser.await_saved();
}

#[test]
fn bands_are_typed_split_and_drawn_beside_those_of_the_other_state() {
    let browser = on_the_decisions();
    browser.press("Control+End");
    let lived = [
        "Service advisor from 0 to below 30 €",
        "Contact centre team lead from 30 to below 200 €",
        "Head of customer service from 200 € on",
    ];
    browser.await_that("the bands are drawn", BANDS, &json!(lived));
    let other = "return [...document.querySelectorAll('div.band')].map((it) => it.textContent).join('|') === arguments[0]";
    browser.await_that(
        "those of the other state stand beside them",
        other,
        &json!("Service advisorbelow 100|Contact centre team leadfrom 100"),
    );
    browser.find("button.band").click();
    browser.press("ArrowRight");
    browser.await_that(
        "the second is chosen",
        "return document.activeElement.id === 'band-1' && document.activeElement.ariaPressed === 'true'",
        &Value::Null,
    );
    browser.find_text("Split").click();
    let split = [
        lived[0],
        "Contact centre team lead from 30 to below 110 €",
        "Contact centre team lead from 110 to below 200 €",
        lived[2],
    ];
    browser.comes_and_goes("it is cut in two", BANDS, &json!(split));
    browser.find_text("Take out its limit").click();
    browser.comes_and_goes("it is one again", BANDS, &json!(lived));
    browser.await_saved();
}

#[test]
fn a_finding_about_a_decision_leads_to_it() {
    let browser = Browser::on_the_sample();
    browser.find(".status-item").click();
    let jump = "
        document.querySelector('.integrity .segment:last-child').click();
        const rows = [...document.querySelectorAll('.integrity-row')];
        const row = rows.find((it) => it.textContent.includes(arguments[0]));
        row?.click();
        return !!row";
    browser.await_that("the finding is there", jump, &json!("approve “Allow extra work on a visit”"));
    browser.await_that(
        "the decision is chosen",
        "return document.querySelector('.decision-row.here .decision-sentence')?.textContent === arguments[0]",
        &json!("Allow extra work on a visit"),
    );
    browser.find(".decision-found button").click();
    browser.await_that(
        "the finding leads to the cell where it is mended",
        "return document.activeElement.matches('.decision-table') && document.querySelector('.decision-cell.at').matches('.decides')",
        &Value::Null,
    );
}

/// Whether the cell of the recovery matrix at row `arguments[0][0]` and column `arguments[0][1]` says `arguments[0][2]`.
const RECOVERY: &str = "
    const [row, column, words] = arguments[0];
    const cell = document.querySelector('.recovery-grid')?.rows[row]?.cells[column];
    return cell?.innerText.trim().replace(/\\s+/g, ' ') === words";

const ON_RECOVERY: &str = "return document.activeElement.matches('.recovery-grid')";

#[test]
fn the_recovery_matrix_is_edited_by_keys() {
    let browser = on_the_decisions();
    browser.press("r");
    browser.await_that("the matrix has the keyboard", ON_RECOVERY, &Value::Null);
    browser.await_that("its first cell is filled", RECOVERY, &json!([1, 1, "Service advisor 10 €, 1 d"]));
    browser.press("Enter");
    browser.await_that(
        "the keyboard is in its fields",
        "return document.activeElement.matches('.recovery-here select')",
        &Value::Null,
    );
    browser.press("Tab");
    browser.press("Control+a");
    browser.type_keys("25 €");
    browser.press("Enter");
    browser.await_that("the limit is another", RECOVERY, &json!([1, 1, "Service advisor 25 €, 1 d"]));
    browser.press("Escape");
    browser.await_that("the matrix has the keyboard again", ON_RECOVERY, &Value::Null);
    browser.comes_and_goes("the limit comes and goes", RECOVERY, &json!([1, 1, "Service advisor 25 €, 1 d"]));
    browser.press("Delete");
    browser.comes_and_goes("the cell is cleared", RECOVERY, &json!([1, 1, "not set"]));
    browser.await_that("that is said of the whole", FOUND, &json!("1 of 9 cells"));
    browser.keep_picture("browser-recovery-1440");
    browser.press("n");
    browser.find(".new-name");
    browser.type_keys("Hospitals");
    browser.press("Enter");
    browser.comes_and_goes("a row is there", RECOVERY, &json!([4, 0, "Hospitals"]));
    browser.await_that("the matrix has the keyboard", ON_RECOVERY, &Value::Null);
    browser.press("Control+Home");
    browser.press("ArrowUp");
    browser.press("Alt+ArrowRight");
    browser.comes_and_goes("the first column is the second", RECOVERY, &json!([0, 2, "Slow line"]));
    browser.press("Delete");
    browser.comes_and_goes("a column goes from its head", RECOVERY, &json!([0, 2, "Fully down"]));
    browser.await_saved();
}

/// Whether a finding beside the decision or in the matrix says it.
const FOUND: &str =
    "return [...document.querySelectorAll('.finding')].some((it) => it.textContent.includes(arguments[0]))";

#[test]
fn nothing_changes_by_what_if_until_it_is_accepted_and_that_is_one_undo() {
    let browser = on_the_decisions();
    let undo = "return document.querySelector('[aria-label^=\"Undo\"]').ariaDisabled === arguments[0]";
    browser.press("w");
    browser.await_that(
        "a lane is asked for",
        "return document.activeElement.matches('.what-if select')",
        &Value::Null,
    );
    browser.type_keys("Contact");
    let role = "return !!document.querySelector('.what-if')?.textContent.includes(arguments[0])";
    browser.await_that("who would decide is said", role, &json!("Service advisor would decide"));
    let measured = "return [...document.querySelectorAll('.what-if-table tbody tr')].length === 5";
    browser.await_that("it is measured", measured, &Value::Null);
    browser.keep_picture("browser-what-if-1440");
    browser.await_that("nothing is changed", undo, &json!("true"));
    browser.find_text("Discard").click();
    browser.await_that(
        "nothing is left of it",
        "return !document.querySelector('.what-if-table')",
        &Value::Null,
    );
    browser.await_that("nothing is changed", undo, &json!("true"));

    browser.press("w");
    browser.await_that(
        "a lane is asked for",
        "return document.activeElement.matches('.what-if select')",
        &Value::Null,
    );
    browser.type_keys("Contact");
    browser.await_that("it is measured", measured, &Value::Null);
    browser.find_text("Accept into to be").click();
    browser.await_saved();
    browser.find_text("To be").click();
    let decides = "
        const row = [...document.querySelectorAll('.decision-row')].find((it) =>
            it.querySelector('.decision-sentence')?.textContent === 'Confirm a major outage');
        return row?.querySelector('.decides').textContent === 'Service advisor'";
    browser.comes_and_goes("the decision is delegated in what is wanted", decides, &Value::Null);
    browser.press("Control+z");
    browser.await_that("one undo took all of it back", undo, &json!("true"));
    browser.await_saved();
}

#[test]
fn where_nothing_is_decided_yet_a_key_adds_the_first_decision() {
    let browser = on_the_decisions();
    browser.find_text("As designed").click();
    let on_the_button = "return document.activeElement.matches('.decisions-empty button')";
    browser.await_that("the way to add one has the keyboard", on_the_button, &Value::Null);
    browser.press("n");
    browser.find(".new-name");
    browser.type_keys("Choose the slot");
    browser.press("Enter");
    let apart = "return document.querySelector('.decision-group.apart .decision-sentence')?.textContent === arguments[0]";
    browser.comes_and_goes("it belongs to nothing yet and stands apart", apart, &json!("Choose the slot"));
    browser.await_saved();
}
