//! The RACI station: letters are typed, taken back, filled, and seen.

use serde_json::{Value, json};

use super::Browser;

/// What the first `arguments[0]` rows hold in their first `arguments[1]` columns, as letters.
const LETTERS: &str = "
    const [rows, columns] = arguments[0];
    const cell = (row, column) => document.querySelector(`[data-spot='${row},${column}']`)?.textContent;
    return Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (_, column) => cell(row + 1, column + 1)).join(' ')).join('|')";

/// Whether they hold `arguments[0][2]`.
const HOLDS: &str = "
    const [rows, columns, wanted] = arguments[0];
    const cell = (row, column) => document.querySelector(`[data-spot='${row},${column}']`)?.textContent;
    return Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (_, column) => cell(row + 1, column + 1)).join(' ')).join('|') === wanted";

const BANNER: &str = "return !!document.querySelector('.banner')?.textContent.includes(arguments[0])";

/// Copies what is taken in, by the page's own event.
const COPIED: &str = "
    const data = new DataTransfer();
    document.activeElement.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
    return data.getData('text/plain')";

/// Pastes the text `arguments[0]`.
const PASTE: &str = "
    const data = new DataTransfer();
    data.setData('text/plain', arguments[0]);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))";

/// Cuts what is taken in, by the page's own event.
const CUT: &str = "
    const data = new DataTransfer();
    document.activeElement.dispatchEvent(new ClipboardEvent('cut', { clipboardData: data, bubbles: true, cancelable: true }));
    return data.getData('text/plain')";

/// Whether the names of the columns begin with `arguments[0]`.
const COLUMNS: &str = "
    const names = [...document.querySelectorAll('.matrix-role')].map((it) => it.textContent);
    return arguments[0].every((it, index) => names[index] === it)";

/// Whether one of the columns is called `arguments[0]`.
const HAS_COLUMN: &str = "
    return [...document.querySelectorAll('.matrix-role')].some((it) => it.textContent === arguments[0])";

/// Whether the details say `arguments[0]`.
const DETAILS: &str =
    "return !!document.querySelector('.matrix-details')?.textContent.includes(arguments[0])";

/// Takes the keyboard out of a field, where undo takes back letters.
const LEAVE: &str = "document.activeElement.blur()";

const DIALOG: &str = "return !!document.querySelector('[role=dialog]')?.textContent.includes(arguments[0])";

/// Goes to the matrix of the sample as designed, which nobody has a letter in; it has the keyboard then.
fn on_the_matrix() -> Browser {
    let browser = Browser::on_the_sample();
    browser.find_text("As designed").click();
    browser.find_text("RACI").click();
    browser.find(".matrix-cell");
    browser.await_that(
        "the matrix has the keyboard",
        "return document.activeElement.matches('.matrix')",
        &Value::Null,
    );
    browser
}

#[test]
fn a_matrix_is_filled_by_the_keyboard_and_every_letter_is_one_undo() {
    let browser = on_the_matrix();
    let first_sum =
        "return document.querySelector('.matrix-count').ariaLabel.split(': ')[1] === arguments[0]";
    let before = browser.execute("return document.querySelector('.matrix-count').ariaLabel", &Value::Null);
    let before = before.as_str().unwrap().split_once(": ").unwrap().1.to_owned();
    assert!(before.ends_with(" 1 I"), "activities outside the journeys are counted: {before}");
    browser.press("i");
    browser.comes_and_goes("one begins in a single cell", HOLDS, &json!([2, 2, "I | "]));
    browser.await_that("it is counted", first_sum, &json!(before.replace(" 1 I", " 2 I")));
    browser.press("Control+z");
    browser.await_that("it is counted no more", first_sum, &json!(before));
    browser.await_that("nothing is there again", HOLDS, &json!([2, 2, " | "]));
    let empty = browser.execute(LETTERS, &json!([10, 8]));
    assert_eq!(empty, json!(vec![[""; 8].join(" "); 10].join("|")));
    // One A, one R that is the same role in every other row, and C and I in turn.
    let rows: Vec<Vec<&str>> = (0..10)
        .map(|row| {
            (0..8)
                .map(|column| if column == row % 8 { "A" } else { ["R", "C", "I"][(row + column) % 3] })
                .collect()
        })
        .collect();
    browser.press("Control+Home");
    for row in &rows {
        for letter in row {
            browser.press(&letter.to_lowercase());
            browser.press("ArrowRight");
        }
        browser.press("ArrowDown");
        browser.press("Home");
        browser.press("ArrowRight");
    }
    let full = rows.iter().map(|it| it.join(" ")).collect::<Vec<_>>().join("|");
    browser.await_that("all letters are there", HOLDS, &json!([10, 8, full]));
    browser.await_saved();
    for _ in 0..80 {
        browser.press("Control+z");
    }
    browser.await_that("each is taken back", HOLDS, &json!([10, 8, empty]));
    for _ in 0..80 {
        browser.press("Control+Shift+z");
    }
    browser.await_that("each is there again", HOLDS, &json!([10, 8, full]));
    browser.await_saved();
}

#[test]
fn a_cell_takes_a_and_r_together_and_a_second_a_is_asked_about() {
    let browser = on_the_matrix();
    browser.press("Control+Home");
    browser.press("a");
    browser.press("r");
    browser.await_that("both are there", HOLDS, &json!([1, 2, "AR "]));
    browser.press("c");
    browser.await_that("no other pair is taken", BANNER, &json!("A cell holds one letter"));
    browser.press("ArrowRight");
    browser.press("a");
    browser.find(".matrix-question");
    browser.keep_picture("browser-matrix-question-1440");
    browser.press("Escape");
    browser.await_that("nothing has moved", HOLDS, &json!([1, 2, "AR "]));
    browser.press("a");
    browser.find(".matrix-question");
    browser.press("Enter");
    browser.comes_and_goes("the A has moved", HOLDS, &json!([1, 2, "R A"]));
    browser.press("Shift+ArrowDown");
    browser.press("i");
    browser.comes_and_goes("the range is filled", HOLDS, &json!([2, 2, "R I| I"]));
    browser.press("Delete");
    browser.comes_and_goes("the range is cleared", HOLDS, &json!([2, 2, "R | "]));
    browser.await_saved();
}

#[test]
fn a_range_of_a_spreadsheet_is_pasted_and_what_is_unknown_is_said_first() {
    let browser = on_the_matrix();
    browser.press("Control+Home");
    browser.execute(PASTE, &json!("A/R\tC\nI\tR\n"));
    browser.comes_and_goes("the range is there", HOLDS, &json!([2, 2, "AR C|I R"]));
    browser.press("Shift+ArrowRight");
    browser.press("Shift+ArrowDown");
    assert_eq!(browser.execute(COPIED, &Value::Null), json!("A/R\tC\nI\tR\n"));
    assert_eq!(browser.execute(CUT, &Value::Null), json!("A/R\tC\nI\tR\n"));
    browser.comes_and_goes("what is cut is gone", HOLDS, &json!([2, 2, " | "]));
    browser.press("Control+z");
    browser.await_that("it is back", HOLDS, &json!([2, 2, "AR C|I R"]));

    browser.execute(
        PASTE,
        &json!("\tNobody\tOperations director\nConnection drops\tR\tI\nNo such step\tR\tI\n"),
    );
    for sentence in [
        "Puts a letter in 1 cell.",
        "No role here is called “Nobody”.",
        "No row here is called “No such step”.",
    ] {
        browser.await_that("it is said", DIALOG, &json!(sentence));
    }
    browser.keep_picture("browser-matrix-paste-1440");
    browser.find_text("Put them in").click();
    browser.comes_and_goes("what is known is there", HOLDS, &json!([2, 2, "I C|I R"]));
    browser.await_saved();
}

#[test]
fn roles_and_activities_are_added_where_they_are_needed() {
    let browser = on_the_matrix();
    browser.press("Shift+n");
    browser.find(".new-name");
    browser.type_keys("Fraud desk");
    browser.press("Enter");
    browser.comes_and_goes("the role is there", HAS_COLUMN, &json!("Fraud desk"));
    browser.press("n");
    browser.find(".new-name");
    browser.type_keys("Declare a major outage");
    browser.press("Enter");
    let is_there = "return [...document.querySelectorAll('.matrix-row-head')].some((it) => it.ariaLabel?.startsWith(arguments[0]))";
    browser.comes_and_goes("the activity is there", is_there, &json!("Declare a major outage, Outside"));
    browser.press("Control+Home");
    browser.press("ArrowUp");
    browser.press("Delete");
    browser.await_that("it is said what the role holds", DIALOG, &json!("Delete the role"));
    browser.press("Escape");
    browser.await_saved();
}

#[test]
fn thirty_rows_by_twelve_columns_are_pasted_as_one_undo() {
    let browser = on_the_matrix();
    let rows: Vec<Vec<&str>> = (0..30)
        .map(|row| {
            (0..12)
                .map(|column| if column == row % 12 { "A" } else { ["R", "C", "I"][(row + column) % 3] })
                .collect()
        })
        .collect();
    let joined =
        |by: &str, rows_by: &str| rows.iter().map(|it| it.join(by)).collect::<Vec<_>>().join(rows_by);
    browser.press("Control+Home");
    let before = std::time::Instant::now();
    browser.execute(PASTE, &json!(joined("\t", "\n")));
    // Rows out of view are no elements: what is in view stands for all, and the copy below for the rest.
    let first = rows[..10].iter().map(|it| it.join(" ")).collect::<Vec<_>>().join("|");
    browser.await_that("the letters are there", HOLDS, &json!([10, 12, first]));
    println!("30 × 12 letters were pasted and seen in {} ms", before.elapsed().as_millis());
    browser.press("Control+a");
    let copied = browser.execute(COPIED, &Value::Null);
    let copied: Vec<Vec<&str>> =
        copied.as_str().unwrap().lines().take(30).map(|it| it.split('\t').take(12).collect()).collect();
    assert_eq!(copied, rows);
    browser.press("Control+Home");
    browser.comes_and_goes("all of it is one undo", HOLDS, &json!([10, 12, first]));
    browser.press("Control+z");
    let nothing =
        "return document.querySelector('[aria-label=Undo]')?.getAttribute('aria-disabled') === 'true'";
    browser.await_that("nothing else is left to undo", nothing, &Value::Null);
    browser.await_saved();
}

#[test]
fn columns_are_put_in_order_by_dragging_their_heads_and_by_keys() {
    let browser = on_the_matrix();
    let before = json!(["Operations director", "Service journey owner", "Digital product owner"]);
    browser.await_that("the roles stand in their order", COLUMNS, &before);
    let (from, to) = (browser.middle_of("[data-spot='0,1']"), browser.middle_of("[data-spot='0,3']"));
    browser.drag_between(from, (to.0 - 24, to.1));
    let after = json!(["Service journey owner", "Operations director", "Digital product owner"]);
    browser.comes_and_goes("the first is the second", COLUMNS, &after);
    browser.press("Alt+ArrowLeft");
    browser.comes_and_goes("a key puts it back", COLUMNS, &before);
    browser.await_saved();
}

#[test]
fn a_role_is_looked_at_renamed_merged_and_deleted_from_the_head_of_its_column() {
    let browser = on_the_matrix();
    browser.press("Control+Home");
    browser.press("ArrowUp");
    browser.press("ArrowRight");
    browser.press("Enter");
    browser.await_that("its details are there", DETAILS, &json!("What it holds"));
    browser.await_that("with a line for what it holds", DETAILS, &json!("Accountable for"));
    browser.keep_picture("browser-role-1440");
    browser.press("Control+a");
    browser.type_keys("Journey lead");
    browser.press("Enter");
    browser.execute(LEAVE, &Value::Null);
    browser.comes_and_goes("the column is renamed", HAS_COLUMN, &json!("Journey lead"));

    browser.find_text("Merge into another role…").click();
    browser.await_that("it is said what moves", DIALOG, &json!("Accountable for"));
    browser.execute(
        "const select = document.querySelector('[role=dialog] select');
        select.value = [...select.options].find((it) => it.textContent === 'Digital product owner').value;
        select.dispatchEvent(new Event('change', { bubbles: true }))",
        &Value::Null,
    );
    browser.find_text("Merge").click();
    let gone = "return ![...document.querySelectorAll('.matrix-role')].some((it) => it.textContent === arguments[0])";
    browser.comes_and_goes("two are one", gone, &json!("Journey lead"));
    browser.await_that("the one that is left is looked at", DETAILS, &json!("Digital product owner"));

    browser.find_text("Delete").click();
    browser.await_that("it is said what it holds", DIALOG, &json!("Owns the journey"));
    browser.find_text("Delete the role").click();
    browser.comes_and_goes("it is gone", gone, &json!("Digital product owner"));
    browser.await_saved();
}

#[test]
fn an_activity_has_a_group_and_functions_and_stands_with_its_group() {
    let browser = on_the_matrix();
    browser.press("n");
    browser.find(".new-name");
    browser.type_keys("Tell the regulator");
    browser.press("Enter");
    let heads = "return [...document.querySelectorAll('.matrix-row-head')].some((it) => it.ariaLabel?.startsWith(arguments[0]))";
    browser.await_that("it is outside of any group", heads, &json!("Tell the regulator, Outside"));
    browser.press("Home");
    browser.press("Enter");
    browser.await_that("its details are there", DETAILS, &json!("Activity outside the journeys"));
    browser.press("Tab");
    browser.type_keys("Incident");
    browser.press("Enter");
    browser.execute(LEAVE, &Value::Null);
    browser.comes_and_goes("it stands with the incidents", heads, &json!("Tell the regulator, Incident"));
    browser.await_saved();
}
