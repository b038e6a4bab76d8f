//! What goes to a spreadsheet comes back as it was, whatever stands in the cells.

use opmap_exchange::rows;
use opmap_model::generate::{self, Dice, Options};
use opmap_model::{Document, Edit, Keyword, Letter, LetterCell, Mark, RoleId, Subject};

use super::super::place::Span;
use super::super::sheet::{Filter, Held, Sheet, tests};
use super::{copied, pasted};

/// A made-up map whose steps have letters, and lanes to inherit from.
fn document(seed: u64) -> Document {
    generate::document(&Options { steps: 40, lanes: 12, stages: 5, seed })
}

fn span(dice: &mut Dice, sheet: &Sheet) -> Span {
    let mut ends = |length: usize| {
        let (one, other) = (dice.below(length), dice.below(length));
        one.min(other)..=one.max(other)
    };
    Span { rows: ends(sheet.rows.len()), columns: ends(sheet.columns.len()) }
}

fn cells(sheet: &Sheet, span: &Span) -> Vec<Option<Held>> {
    span.cells().map(|(row, column)| sheet.rows[row].cells[column]).collect()
}

fn after(document: &Document, cells: Vec<LetterCell>) -> Document {
    let mut after = document.clone();
    after.apply(&Edit::SetLetters { cells }.plan(document).unwrap()).unwrap();
    after
}

/// Something in every cell of a span that has nothing to do with what stood there.
fn scribbled(dice: &mut Dice, document: &Document, sheet: &Sheet, span: &Span) -> Document {
    let mark = |dice: &mut Dice| match dice.below(7) {
        0 => Mark::Inherited,
        1 => Mark::Nothing,
        _ => Mark::Letter(*dice.pick(Letter::ALL).unwrap()),
    };
    let cell = |(row, column): (usize, usize), mark| {
        let (subject, role): (Subject, RoleId) = (sheet.rows[row].subject, sheet.columns[column].id);
        LetterCell { subject, role, mark }
    };
    after(document, span.cells().map(|at| cell(at, mark(dice))).collect())
}

#[test]
fn a_thousand_ranges_go_to_a_spreadsheet_and_come_back_equal() {
    let mut dice = Dice::new(11);
    let mut ranges = 0;
    for seed in 0..50 {
        let kept = document(seed);
        let whole = tests::sheet(&kept, &Filter::default());
        for _ in 0..20 {
            let span = span(&mut dice, &whole);
            // What is copied holds all there can be: own letters, those of lanes, and nothing instead of these.
            let kept = scribbled(&mut dice, &kept, &whole, &span);
            let sheet = tests::sheet(&kept, &Filter::default());
            let text = rows::write(&copied(&sheet, &span, false));
            let other = scribbled(&mut dice, &kept, &sheet, &span);
            let found =
                pasted(&tests::sheet(&other, &Filter::default()), &span, &rows::range(&text).unwrap());
            assert_eq!(found.left_out, [] as [&str; 0], "seed {seed}, {span:?}:\n{text}");
            let back = tests::sheet(&after(&other, found.cells), &Filter::default());
            assert_eq!(cells(&back, &span), cells(&sheet, &span), "seed {seed}, {span:?}:\n{text}");
            ranges += 1;
        }
    }
    assert_eq!(ranges, 1_000);
}

#[test]
fn thirty_rows_of_twelve_are_one_step_of_undo_and_what_is_unknown_is_listed() {
    let before = document(3);
    let sheet = tests::sheet(&before, &Filter::default());
    let row = |row: usize| {
        let cell = |column: usize| match (row, column) {
            (4, 7) => "Q",
            (9, 0) => "maybe",
            _ => Letter::ALL[(row + column) % Letter::ALL.len()].sign(),
        };
        (0..12).map(cell).collect::<Vec<_>>().join("\t")
    };
    let text = (0..30).map(row).collect::<Vec<_>>().join("\n");
    let first = Span { rows: 0..=0, columns: 0..=0 };
    let found = pasted(&sheet, &first, &rows::range(&text).unwrap());
    assert_eq!(found.left_out, ["“Q” is no letter.", "“maybe” is no letter."]);
    assert_eq!((found.counts(), found.by_name), ((358, 0), false));
    let change = Edit::SetLetters { cells: found.cells }.plan(&before).unwrap();
    let mut after = before.clone();
    after.apply(&change).unwrap();
    assert_ne!(after, before);
    after.apply(&change.inverted()).unwrap();
    assert_eq!(after, before, "one edit, one change, one step of undo");
}
