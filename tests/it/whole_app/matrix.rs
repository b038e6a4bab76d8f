//! Letters that are typed into the matrix of the real window are in the file.

use std::path::Path;

use chrono::DateTime;
use opmap_model::{Document, Letter, Subject, notation};
use opmap_store::DocumentFile;
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

use super::Window;

/// How many rows and columns are filled.
const SIZE: (usize, usize) = (10, 8);

/// How many cells show a letter.
const FILLED: &str = "
    return document.querySelectorAll('[data-spot]').length > 0
        && [...document.querySelectorAll('.matrix-cell')].filter((it) => /^[ARCI]+$/.test(it.textContent)).length === arguments[0]";

const CARD_WRITTEN: &str = "return document.body.textContent.includes('The role card has')";

const SAVED: &str = "return document.querySelector('[data-test=save]').textContent.startsWith('Saved')";

#[test]
fn a_matrix_that_is_filled_by_the_keyboard_is_in_the_file() {
    let home = TempDir::new().unwrap();
    let path = home.path().join("letters.opmap");
    drop(DocumentFile::create(&path, &workshop(), DateTime::UNIX_EPOCH.fixed_offset()).unwrap());
    let window = Window::open_at(home.path(), &[path.to_str().unwrap()]);
    window.find(".step");
    window.find_text("RACI").click();
    window.find(".matrix-cell");
    window.await_that(
        "it has the keyboard",
        "return document.activeElement.matches('.matrix')",
        &Value::Null,
    );
    for row in 0..SIZE.0 {
        for column in 0..SIZE.1 {
            window.type_keys(&letter(row, column).sign().to_lowercase());
            window.press("ArrowRight");
        }
        window.press("ArrowDown");
        window.press("Home");
        window.press("ArrowRight");
    }
    window.await_that("every cell has its letter", FILLED, &json!(SIZE.0 * SIZE.1));
    window.await_that("everything is saved", SAVED, &Value::Null);
    window.keep_picture("matrix");
    window.find_text("Role 3").click();
    window.find_text("Role card…").click();
    window.await_that("the card is written", CARD_WRITTEN, &Value::Null);
    drop(window);
    let card = std::fs::read(home.path().join("Role 3 role card.pdf")).unwrap();
    assert!(card.starts_with(b"%PDF"), "the card of a role is a PDF");
    let document = read(&path);
    let steps: Vec<_> = document.map_view(first_map(&document)).steps.iter().map(|it| it.0).collect();
    let roles: Vec<_> = document.roles_in_order().iter().map(|it| it.0).collect();
    for (row, step) in steps.iter().enumerate() {
        let held = document.letters(Subject::Step(*step));
        for (column, role) in roles.iter().enumerate() {
            let found = held.iter().find(|it| it.role == *role).map(|it| it.letter);
            assert_eq!(found, Some(letter(row, column)), "row {row}, column {column}");
        }
    }
}

/// One A in each row, R, C and I in turn.
fn letter(row: usize, column: usize) -> Letter {
    if column == row % SIZE.1 {
        Letter::Accountable
    } else {
        [Letter::Responsible, Letter::Consulted, Letter::Informed][(row + column) % 3]
    }
}

fn workshop() -> Document {
    let roles: String = (1..=SIZE.1).map(|it| format!("role r{it} \"Role {it}\"\n")).collect();
    let steps: String = (1..=SIZE.0).map(|it| format!("step s{it} \"Step {it}\" at=s/ce\n")).collect();
    let text = format!(
        "workshop \"Letters\"\n{roles}journey j \"Repair\" owner=r1\nmap j as-lived\nstage s \"One\"\n\
         lane ce \"Centre\" kind=frontstage\n{steps}"
    );
    let mut next = 0;
    notation::parse(&text, &mut || {
        next += 1;
        Uuid::from_u128(next)
    })
    .unwrap()
}

fn first_map(document: &Document) -> opmap_model::MapKey {
    document.stages().values().next().unwrap().map()
}

fn read(path: &Path) -> Document {
    DocumentFile::open_read_only(path).unwrap().document().clone()
}
