//! Letters as a table of words: as they go to a spreadsheet, and as they come back.

use opmap_exchange::rows::Grid;
use opmap_model::{Keyword, Letter, LetterCell, Mark, folded};

use super::place::Span;
use super::sheet::{Held, Sheet};

/// How nothing is written where the lane has a letter.
const NOTHING: &str = "-";

/// What a table becomes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Pasted {
    pub(super) cells: Vec<LetterCell>,
    /// What is not taken, in sentences.
    pub(super) left_out: Vec<String>,
    /// Whether rows and columns were found by their names.
    pub(super) by_name: bool,
}

impl Pasted {
    /// How many letters it sets, and how many cells it clears.
    pub(super) fn counts(&self) -> (usize, usize) {
        let set = self.cells.iter().filter(|it| matches!(it.mark, Mark::Letter(_))).count();
        (set, self.cells.len() - set)
    }
}

/// The cells of a span; `named` puts roles above them and what they are about beside them.
pub(super) fn copied(sheet: &Sheet, span: &Span, named: bool) -> Grid {
    let heads = sheet.columns[span.columns.clone()].iter().map(|it| it.title.clone());
    let head: Option<Vec<String>> = named.then(|| std::iter::once(String::new()).chain(heads).collect());
    let rows = sheet.rows[span.rows.clone()].iter().map(|row| {
        let cells = row.cells[span.columns.clone()].iter().map(|it| written(*it));
        named.then(|| row.title.clone()).into_iter().chain(cells).collect()
    });
    head.into_iter().chain(rows).collect()
}

/// A cell in words; what is from the lane stands in brackets.
fn written(held: Option<Held>) -> String {
    match held {
        None => String::new(),
        Some(Held::KeptOut) => NOTHING.to_owned(),
        Some(Held::Inherited(letter)) => format!("({})", letter.sign()),
        Some(Held::Own(letter)) => letter.sign().to_owned(),
    }
}

/// What a cell of a table says; none when that is no letter.
fn read(text: &str) -> Option<Mark> {
    let text = text.trim();
    let inner = text.strip_prefix('(').and_then(|it| it.strip_suffix(')'));
    let sign: String = text.chars().filter(|it| !it.is_whitespace() && !",+&".contains(*it)).collect();
    let is = |wanted: &str| sign.eq_ignore_ascii_case(wanted);
    match Letter::from_sign(&sign) {
        _ if text.is_empty() || inner.is_some_and(|it| Letter::from_sign(it.trim()).is_some()) => {
            Some(Mark::Inherited)
        }
        Some(letter) => Some(Mark::Letter(letter)),
        None if text == NOTHING || text == "\u{2013}" => Some(Mark::Nothing),
        None if ["ar", "ra", "r/a"].into_iter().any(is) => Some(Mark::Letter(Letter::AccountableResponsible)),
        None => {
            let called = |it: &&Letter| folded(it.label()) == folded(text);
            Letter::ALL.iter().find(called).map(|it| Mark::Letter(*it))
        }
    }
}

/// What a table sets, put to the first cell of `span`. One cell fills all of the span. A table that names roles in its
/// first row goes to them, and where it names steps and activities in its first column, to these.
pub(super) fn pasted(sheet: &Sheet, span: &Span, grid: &Grid) -> Pasted {
    if let [row] = &grid[..]
        && let [cell] = &row[..]
        && let Some(mark) = read(cell)
    {
        return Pasted {
            cells: span.cells().filter_map(|at| set(sheet, at, mark)).collect(),
            ..Pasted::default()
        };
    }
    let has_heads = grid.len() > 1 && are_names(grid[0].iter().skip(1));
    let body = &grid[usize::from(has_heads)..];
    let has_titles =
        are_names(body.iter().filter_map(|row| row.first())) && body.iter().any(|row| row.len() > 1);
    let mut pasted = Pasted { by_name: has_heads || has_titles, ..Pasted::default() };
    let width = body.iter().map(Vec::len).max().unwrap_or(0);
    let columns: Vec<Option<usize>> = (usize::from(has_titles)..width)
        .enumerate()
        .map(|(place, index)| {
            if !has_heads {
                return Some(span.columns.start() + place);
            }
            let name = grid[0].get(index).map_or("", |it| it.trim());
            let found = sheet.columns.iter().position(|it| folded(&it.title) == folded(name));
            if found.is_none() && !name.is_empty() {
                pasted.left_out.push(format!("No role here is called “{name}”."));
            }
            found
        })
        .collect();
    for (place, row) in body.iter().enumerate() {
        let at = if has_titles && row.iter().all(|it| it.trim().is_empty()) {
            None
        } else if has_titles {
            let name = row.first().map_or("", |it| it.trim());
            let found = sheet.rows.iter().position(|it| folded(&it.title) == folded(name));
            if found.is_none() {
                pasted.left_out.push(format!("No row here is called “{name}”."));
            }
            found
        } else {
            Some(span.rows.start() + place)
        };
        let Some(at) = at else { continue };
        for (text, column) in row.iter().skip(usize::from(has_titles)).zip(&columns) {
            let Some(column) = *column else { continue };
            match read(text).map(|mark| set(sheet, (at, column), mark)) {
                Some(Some(cell)) => pasted.cells.push(cell),
                Some(None) if text.trim().is_empty() => {}
                Some(None) => pasted.left_out.push(format!("“{}” lies outside of the matrix.", text.trim())),
                None => pasted.left_out.push(format!("“{}” is no letter.", text.trim())),
            }
        }
    }
    pasted
}

/// Whether more of these cells are words than letters: one word among letters is a slip, and no name.
fn are_names<'a>(cells: impl Iterator<Item = &'a String>) -> bool {
    let filled = cells.filter(|it| !it.trim().is_empty());
    let (words, letters): (Vec<_>, Vec<_>) = filled.partition(|it| read(it).is_none());
    words.len() > letters.len()
}

fn set(sheet: &Sheet, (row, column): (usize, usize), mark: Mark) -> Option<LetterCell> {
    Some(LetterCell { subject: sheet.rows.get(row)?.subject, role: sheet.columns.get(column)?.id, mark })
}

#[cfg(test)]
mod laws;

#[cfg(test)]
mod tests {
    use opmap_exchange::rows;
    use opmap_model::{Edit, Letter, Mark};

    use super::super::place::Place;
    use super::super::sheet::{Filter, tests};
    use super::{copied, pasted, read};

    #[test]
    fn what_is_written_is_read_again() {
        for letter in ["A", "A/R", "R", "C", "I"] {
            assert_eq!(read(letter), Letter::from_sign(letter).map(Mark::Letter));
        }
        assert_eq!(read("r / a"), Some(Mark::Letter(Letter::AccountableResponsible)));
        assert_eq!(read("responsible"), Some(Mark::Letter(Letter::Responsible)));
        assert_eq!(
            (read(" "), read("(C)"), read("-")),
            (Some(Mark::Inherited), Some(Mark::Inherited), Some(Mark::Nothing))
        );
        assert_eq!((read("R/C"), read("x")), (None, None));
    }

    #[test]
    fn a_table_with_names_goes_to_them_and_says_what_is_unknown() {
        let mut document = tests::document();
        let sheet = tests::sheet(&document, &Filter::default());
        let all = sheet.span(Place::default(), Place::default()).unwrap();
        let grid =
            rows::grid("\tEngineer\tadvisor\tKing\nMeasure\tA\tZ\tR\nNowhere\tA\t\t\nAnswer\t\tI\t").unwrap();
        let found = pasted(&sheet, &all, &grid);
        assert_eq!(
            found.left_out,
            ["No role here is called “King”.", "“Z” is no letter.", "No row here is called “Nowhere”."]
        );
        assert_eq!((found.counts(), found.by_name), ((2, 1), true));
        let change = Edit::SetLetters { cells: found.cells }.plan(&document).unwrap();
        document.apply(&change).unwrap();
        let sheet = tests::sheet(&document, &Filter::default());
        let table = copied(&sheet, &all, true);
        assert_eq!(
            table[..3],
            [["", "Advisor", "Team lead", "Engineer"], ["Answer", "I", "", ""], ["Measure", "", "", "A"]]
        );
    }

    #[test]
    fn a_table_of_letters_goes_where_one_is_and_one_letter_fills_what_is_taken_in() {
        let document = tests::document();
        let sheet = tests::sheet(&document, &Filter::default());
        let span = sheet.span(sheet.place((2, 2)), sheet.place((2, 2))).unwrap();
        let found = pasted(&sheet, &span, &rows::range("R\tA\tC\n\tI\t").unwrap());
        assert_eq!((found.counts(), found.by_name), ((3, 1), false));
        assert_eq!(found.left_out, ["“C” lies outside of the matrix."]);
        let all = sheet.span(Place::default(), Place::default()).unwrap();
        assert_eq!(pasted(&sheet, &all, &vec![vec!["I".to_owned()]]).counts(), (12, 0));
    }
}
