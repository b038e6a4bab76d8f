//! Answers to the seven shifts from a form or a spreadsheet: a row for each person, a column for each shift.
//!
//! [`read`] understands the rows, [`taken`] makes of them one edit that asks the room a round of each shift with these
//! answers. What is not understood is told row by row, and never dropped in silence.

mod header;
mod taking;

use std::collections::BTreeMap;

use opmap_model::{Answer, Document, Perspective, Rating, Shift, Title, folded};

use crate::people::perspective_called;
use crate::rows::{self, Grid, LeftOut, RowsError};
use crate::words::{lower_first, shortened};
use header::{Column, Header};
pub use taking::{Names, Taken, taken};

/// What a form says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Its rows with an answer, in their order.
    pub rows: Vec<FormRow>,
    /// The shifts that have a column, in the order of the shifts.
    pub shifts: Vec<Shift>,
    /// What could not be taken as it stands.
    pub left_out: Vec<LeftOut>,
}

/// What one person has answered: something, at least.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormRow {
    /// Which row of the table it is, from 1.
    pub row: usize,
    /// Who, if they said so.
    pub name: Option<Title>,
    /// From where they see the service, if they said so.
    pub perspective: Option<Perspective>,
    /// The answers; of a shift without one nothing was said.
    pub answers: BTreeMap<Shift, Answer>,
}

/// Why a text was not read as answers.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    /// It is no table.
    #[error("{0}")]
    Rows(#[from] RowsError),
    /// Its first row names none of the shifts.
    #[error(
        "The first row names none of the seven shifts. Name its columns “Roles”, “Role and goal clarity” or “1”, and so on."
    )]
    NoShift,
    /// Two columns are the same.
    #[error("Two columns are “{0}”. There can be one.")]
    Twice(String),
}

/// Reads a table whose first row names its columns, in any order: the shifts by number, key or title, and if wanted
/// *Name* and *Group*. What stands between the cells is found out.
///
/// # Errors
/// [`FormError`] when it is no such table. What is wrong in single rows is told in the form.
pub fn read(text: &str, document: &Document) -> Result<Form, FormError> {
    let grid = table(text, document)?;
    let at = grid.iter().position(|row| is_said(row)).ok_or(RowsError::Empty)?;
    let header = Header::read(&grid[at], document)?;
    let mut form = Form { rows: Vec::new(), shifts: header.shifts(), left_out: Vec::new() };
    for (index, word) in header.unknown() {
        let holds = |row: &Vec<String>| row.get(index).is_some_and(|it| !it.trim().is_empty());
        if grid[at..].iter().any(holds) {
            let sentence = match word {
                "" => format!("Column {} has no name and is not taken.", index + 1),
                _ => format!("The column “{}” is not taken.", shortened(word)),
            };
            form.leave_out(at + 1, sentence);
        }
    }
    for (index, cells) in grid.iter().enumerate().skip(at + 1) {
        if is_said(cells) {
            form.add(index + 1, cells, &header, document);
        }
    }
    Ok(form)
}

/// The rows of a text, parted in the way in which its first row names most columns.
fn table(text: &str, document: &Document) -> Result<Grid, RowsError> {
    // Some spreadsheets say first what stands between the cells.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = match text.split_once('\n') {
        Some((first, rest)) if first.trim_end().len() == 5 && first.starts_with("sep=") => rest,
        _ => text,
    };
    let known = |grid: &Result<Grid, RowsError>| {
        let first = grid.as_ref().ok().and_then(|it| it.iter().find(|row| is_said(row)));
        first.map_or(0, |row| row.iter().filter(|it| Column::named(it, document).is_some()).count())
    };
    let [tabs, semicolons, commas] = ['\t', ';', ','].map(|it| rows::parted(text, it));
    let better = |one, other| if known(&other) > known(&one) { other } else { one };
    better(better(tabs, semicolons), commas)
}

fn is_said(row: &[String]) -> bool {
    row.iter().any(|it| !it.trim().is_empty())
}

impl Form {
    fn leave_out(&mut self, row: usize, sentence: String) {
        self.left_out.push(LeftOut { row, sentence });
    }

    fn add(&mut self, row: usize, cells: &[String], header: &Header<'_>, document: &Document) {
        let mut said = FormRow { row, name: None, perspective: None, answers: BTreeMap::new() };
        if cells.len() > header.width() && is_said(&cells[header.width()..]) {
            self.leave_out(row, "What stands to the right of the named columns is not taken.".to_owned());
        }
        for (column, cell) in header.columns().zip(cells) {
            let cell = cell.trim();
            match column {
                _ if cell.is_empty() => {}
                None => {}
                Some(Column::Name) => match Title::new(cell) {
                    Ok(name) => said.name = Some(name),
                    Err(fault) => {
                        self.leave_out(row, format!("No name: {}", lower_first(&fault.to_string())));
                    }
                },
                Some(Column::Group) => match perspective_called(cell) {
                    Ok(perspective) => said.perspective = perspective,
                    Err(sentence) => self.leave_out(row, sentence),
                },
                Some(Column::Shift(shift)) => match answer(cell) {
                    Some(answer) => {
                        said.answers.insert(shift, answer);
                    }
                    None => {
                        let (cell, assessment) = (shortened(cell), document.assessment(shift));
                        let name = assessment.name();
                        let sentence =
                            format!("“{cell}” on “{name}” is no answer; 1 to 5 are, and ? for “can’t say”.");
                        self.leave_out(row, sentence);
                    }
                },
            }
        }
        if said.answers.is_empty() {
            self.leave_out(row, "There is no answer in it.".to_owned());
        } else {
            self.rows.push(said);
        }
    }
}

/// What a cell answers: a level, alone, with a zero behind it or with its word, or that they cannot say.
fn answer(cell: &str) -> Option<Answer> {
    let said = folded(&cell.replace('’', "'"));
    let cant_say = [
        "?",
        "n/a",
        "na",
        "can't say",
        "cant say",
        "cannot say",
        "can not say",
        "don't know",
        "dont know",
        "dk",
    ];
    if cant_say.contains(&said.as_str()) || said == "cant-say" {
        return Some(Answer::CantSay);
    }
    let rating = said.chars().next().and_then(|it| it.to_digit(10)).and_then(|it| u8::try_from(it).ok())?;
    let rating = Rating::new(rating)?;
    let rest = said[1..].trim_start_matches([' ', '-', '–', '—', ':', '.', ',', ')', '=']).trim();
    let is_level = said.len() == 1 || matches!(&said[1..], ".0" | ",0") || rest == folded(rating.maturity());
    is_level.then_some(Answer::Level(rating))
}

#[cfg(test)]
mod tests;
