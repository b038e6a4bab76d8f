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
    browser.press("i");
    browser.comes_and_goes("one begins in a single cell", HOLDS, &json!([2, 2, "I | "]));
    browser.press("Control+z");
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
    let names = "return [...document.querySelectorAll('.matrix-column-head')].map((it) => it.title).join(', ').endsWith(arguments[0])";
    browser.press("Shift+n");
    browser.find(".new-name");
    browser.type_keys("Fraud desk");
    browser.press("Enter");
    browser.comes_and_goes("the role is there", names, &json!("Fraud desk"));
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
