//! What a letter that is typed into the matrix does.

use opmap_model::{Edit, Letter, LetterCell, Mark, RoleId, Subject};

use super::place::Span;
use super::sheet::{Held, Sheet};

/// What comes of a letter that is typed.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Typed {
    /// Cells are set, in one edit.
    Set {
        cells: Vec<LetterCell>,
        /// How many of them had another letter of their own.
        replaced: usize,
    },
    /// Another role answers already: whether the A is to move is asked.
    Ask(SecondA),
    /// It cannot be, and why.
    Refused(&'static str),
    /// It is so already.
    Nothing,
}

/// A second A in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SecondA {
    pub(super) subject: Subject,
    /// Who answers now.
    pub(super) from: RoleId,
    /// Who is to.
    pub(super) to: RoleId,
    /// The letter that the other will have.
    pub(super) letter: Letter,
}

const ONE_LETTER: &str =
    "A cell holds one letter, or A and R together. Clear it first to put another letter there.";

/// A letter typed into the cells of `span`. In one cell A and R together are A/R, and no other pair may share it (R3);
/// several cells are filled.
pub(super) fn typed(sheet: &Sheet, span: &Span, letter: Letter) -> Typed {
    let Some((row, column)) = span.single() else {
        return fill(sheet, span, |held| {
            Mark::Letter(held.and_then(|it| together(it, letter)).unwrap_or(letter))
        });
    };
    let (Some(row), Some(role)) = (sheet.rows.get(row), sheet.columns.get(column).map(|it| it.id)) else {
        return Typed::Nothing;
    };
    let held = row.cells.get(column).copied().flatten();
    let letter = match held {
        None | Some(Held::KeptOut) => letter,
        Some(Held::Own(own)) if own == letter => return Typed::Nothing,
        Some(held) => match (together(held, letter), held) {
            (Some(both), Held::Own(own)) if both == own => return Typed::Nothing,
            (Some(both), _) => both,
            // What comes from the lane is replaced (R20).
            (None, Held::Inherited(_)) => letter,
            (None, _) => return Typed::Refused(ONE_LETTER),
        },
    };
    let other = row.answering.iter().find(|it| **it != role);
    match other {
        Some(from) if letter.answers() && !held.and_then(Held::letter).is_some_and(Letter::answers) => {
            Typed::Ask(SecondA { subject: row.subject, from: *from, to: role, letter })
        }
        _ => Typed::Set {
            cells: vec![LetterCell { subject: row.subject, role, mark: Mark::Letter(letter) }],
            replaced: 0,
        },
    }
}

/// A and R in one cell.
fn together(held: Held, letter: Letter) -> Option<Letter> {
    let held = held.letter()?;
    let pair = (held.answers() && letter.does()) || (held.does() && letter.answers());
    let covers = held == Letter::AccountableResponsible && (letter.does() || letter.answers());
    (held == letter).then_some(letter).or((pair || covers).then_some(Letter::AccountableResponsible))
}

/// Takes the letters out of the cells; those of their lanes show again.
pub(super) fn clear(sheet: &Sheet, span: &Span) -> Typed {
    fill(sheet, span, |_| Mark::Inherited)
}

/// Says that nobody has a letter in the cells, even where the lane has one.
pub(super) fn keep_out(sheet: &Sheet, span: &Span) -> Typed {
    fill(sheet, span, |_| Mark::Nothing)
}

fn fill(sheet: &Sheet, span: &Span, mark: impl Fn(Option<Held>) -> Mark) -> Typed {
    let mut replaced = 0;
    let cell = |(row, column): (usize, usize)| {
        let (row, role) = (sheet.rows.get(row)?, sheet.columns.get(column)?.id);
        let held = row.cells.get(column).copied().flatten();
        let mark = mark(held);
        if let (Some(Held::Own(own)), Mark::Letter(letter)) = (held, mark) {
            replaced += usize::from(own != letter && together(Held::Own(own), letter).is_none());
        }
        Some(LetterCell { subject: row.subject, role, mark })
    };
    let cells = span.cells().filter_map(cell).collect();
    Typed::Set { cells, replaced }
}

/// The A moves to who is to answer.
pub(super) fn moved(second: SecondA) -> Edit {
    Edit::MoveAccountable { subject: second.subject, to: second.to }
}

/// Both answer, which the checks will find.
pub(super) fn both(second: SecondA) -> Edit {
    let SecondA { subject, to, letter, .. } = second;
    Edit::SetLetters { cells: vec![LetterCell { subject, role: to, mark: Mark::Letter(letter) }] }
}

#[cfg(test)]
mod tests {
    use opmap_model::{Document, Edit, Letter, Mark};

    use super::super::place::Place;
    use super::super::sheet::{Filter, Held, tests};
    use super::{ONE_LETTER, Typed, clear, typed};

    fn type_in(document: &mut Document, spots: [(usize, usize); 2], letter: Letter) -> Typed {
        let sheet = tests::sheet(document, &Filter::default());
        let span = sheet.span(sheet.place(spots[0]), sheet.place(spots[1])).unwrap();
        let typed = typed(&sheet, &span, letter);
        carry_out(document, &typed);
        typed
    }

    fn carry_out(document: &mut Document, typed: &Typed) {
        if let Typed::Set { cells, .. } = typed {
            make(document, &Edit::SetLetters { cells: cells.clone() });
        }
    }

    fn make(document: &mut Document, edit: &Edit) {
        let change = edit.plan(document).unwrap();
        document.apply(&change).unwrap();
    }

    fn held(document: &Document, (row, column): (usize, usize)) -> Option<Held> {
        tests::sheet(document, &Filter::default()).rows[row - 1].cells[column - 1]
    }

    #[test]
    fn a_then_r_gives_both_and_no_other_pair_is_taken() {
        let (mut document, cell) = (tests::document(), [(1, 1); 2]);
        type_in(&mut document, cell, Letter::Accountable);
        type_in(&mut document, cell, Letter::Responsible);
        assert_eq!(held(&document, cell[0]), Some(Held::Own(Letter::AccountableResponsible)));
        assert_eq!(type_in(&mut document, cell, Letter::Accountable), Typed::Nothing);
        for letter in [Letter::Consulted, Letter::Informed] {
            assert_eq!(type_in(&mut document, cell, letter), Typed::Refused(ONE_LETTER));
        }
    }

    #[test]
    fn a_second_a_is_asked_about() {
        let mut document = tests::document();
        type_in(&mut document, [(1, 1); 2], Letter::Accountable);
        let Typed::Ask(second) = type_in(&mut document, [(1, 2); 2], Letter::Accountable) else {
            panic!("it is not asked");
        };
        let sheet = tests::sheet(&document, &Filter::default());
        assert_eq!((second.from, second.to), (sheet.columns[0].id, sheet.columns[1].id));
        make(&mut document, &super::moved(second));
        assert_eq!(held(&document, (1, 1)), None);
        assert_eq!(held(&document, (1, 2)), Some(Held::Own(Letter::Accountable)));
    }

    #[test]
    fn several_cells_are_filled_and_what_the_lane_says_shows_again_when_they_are_cleared() {
        let mut document = tests::document();
        let lane = [(3, 1); 2];
        type_in(&mut document, lane, Letter::Informed);
        type_in(&mut document, [(2, 1); 2], Letter::Responsible);
        let filled = type_in(&mut document, [(1, 1), (2, 3)], Letter::Consulted);
        assert!(matches!(filled, Typed::Set { replaced: 1, .. }), "{filled:?}");
        assert_eq!(held(&document, (2, 3)), Some(Held::Own(Letter::Consulted)));
        let sheet = tests::sheet(&document, &Filter::default());
        let all = sheet.span(Place::default(), Place::default()).unwrap();
        let first = sheet.span(sheet.place((1, 0)), sheet.place((1, 0))).unwrap();
        assert_eq!((all.cells().count(), first.cells().count()), (12, 3));
        carry_out(&mut document, &clear(&sheet, &first));
        assert_eq!(held(&document, (1, 1)), Some(Held::Inherited(Letter::Informed)));
        let subject = sheet.rows[0].subject;
        tests::set(&mut document, subject, sheet.columns[0].id, Mark::Nothing);
        type_in(&mut document, [(1, 1); 2], Letter::Responsible);
        assert_eq!(held(&document, (1, 1)), Some(Held::Own(Letter::Responsible)));
    }
}
