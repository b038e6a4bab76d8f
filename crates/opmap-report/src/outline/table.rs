//! Tables as plain data.

use std::borrow::Cow;

use opmap_analysis::Severity;
use opmap_model::Letter;

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it is made for.
    pub kind: TableKind,
    /// Whether it is set small and close, as what is looked up and not read.
    pub dense: bool,
    /// Its columns, in reading order.
    pub columns: Vec<Column>,
    /// Its rows; each has as many cells as there are columns.
    pub rows: Vec<Row>,
}

/// What a table is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableKind {
    /// Many records of one kind, below a head that every page repeats.
    Records,
    /// Texts to read, each with its name on the left; without a head.
    Facts,
    /// Who holds which letter: records with columns of letters, which are narrow and all of one width.
    Matrix {
        /// How many columns stand before those of letters.
        names: usize,
    },
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its name.
    pub head: Cow<'static, str>,
    /// Its share of the width, against the sum of all shares.
    pub share: f32,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The name of the place, for links that lead to this row; unique in the report.
    pub anchor: Option<String>,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A code or another few words that lead to where something is told of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// What is printed, such as `E4`.
    pub words: String,
    /// The name of the place to which it leads.
    pub anchor: String,
}

/// A cell of a table. Its text may have several lines.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// What the row is about.
    Strong(String),
    /// Any other text.
    Text(String),
    /// Longer text, set small.
    Small(String),
    /// What is said already, or says that there is nothing to say.
    Quiet(String),
    /// A box to tick and its words.
    Tick(String),
    /// A sign and its words.
    Signed(Sign, String),
    /// How many gave each level from 1 to 5, as bars with their numbers; that of the level agreed on stands out.
    Bars {
        /// How many.
        counts: [u32; 5],
        /// The level agreed on.
        agreed: Option<u8>,
    },
    /// What a role has to do with what the row is about.
    Letter {
        /// Its letter.
        letter: Letter,
        /// Whether it is that of the lane (R20).
        of_lane: bool,
    },
    /// Codes that lead to the records that they stand for.
    Codes(Vec<Reference>),
    /// The page on which the anchor of this name lies; as words `Page 4`.
    Page(String),
}

/// A sign of the visual language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Octagon.
    Error,
    /// Triangle.
    Warning,
    /// Circle with an i.
    Note,
    /// Circle with a check.
    InOrder,
    /// Square in the tint of a level, told in halves; dashed and empty where the level is hidden.
    Level(Option<u32>),
}

impl Table {
    /// A table of records with a head, columns as names and shares of the width.
    pub(crate) fn of_records(columns: &[(&'static str, f32)], rows: Vec<Row>) -> Self {
        let column =
            |(head, share): &(&'static str, f32)| Column { head: Cow::Borrowed(head), share: *share };
        Self::with_columns(columns.iter().map(column).collect(), rows)
    }

    /// A table of records whose columns have names of the workshop.
    pub(super) fn with_columns(columns: Vec<Column>, rows: Vec<Row>) -> Self {
        Self { kind: TableKind::Records, dense: false, columns, rows }
    }

    /// Who holds which letter, with so many columns before those of letters.
    pub(super) fn matrix(names: usize, columns: Vec<Column>, rows: Vec<Row>) -> Self {
        Self { kind: TableKind::Matrix { names }, dense: true, columns, rows }
    }

    /// Whether a column is one of letters.
    pub(crate) fn is_of_letters(&self, column: usize) -> bool {
        matches!(self.kind, TableKind::Matrix { names } if column >= names)
    }

    /// The same table without the columns in which no row says anything.
    pub(super) fn without_empty_columns(mut self) -> Self {
        let says_nothing = |cell: &Cell| *cell == Cell::dash();
        let kept: Vec<bool> = (0..self.columns.len())
            .map(|index| !self.rows.iter().all(|row| row.cells.get(index).is_none_or(says_nothing)))
            .collect();
        let mut of_columns = kept.iter();
        self.columns.retain(|_| of_columns.next() == Some(&true));
        for row in &mut self.rows {
            let mut of_cells = kept.iter();
            row.cells.retain(|_| of_cells.next() == Some(&true));
        }
        self
    }

    /// The same table, set small and close.
    pub(super) fn dense(self) -> Self {
        Self { dense: true, ..self }
    }

    /// Facts, each a name and a cell, two of them side by side.
    pub(super) fn in_twos(facts: Vec<(&'static str, Cell)>) -> Self {
        Self::side_by_side([[1.0, 3.0]; 2], facts)
    }

    /// Short facts, each a name and a cell, three of them side by side.
    pub(super) fn in_threes(facts: Vec<(&'static str, Cell)>) -> Self {
        Self::side_by_side([[1.0, 2.3]; 3], facts)
    }

    /// Facts side by side, with the shares of the name and the cell of each.
    fn side_by_side<const N: usize>(shares: [[f32; 2]; N], facts: Vec<(&'static str, Cell)>) -> Self {
        let column = |share: &f32| Column { head: Cow::Borrowed(""), share: *share };
        let columns = shares.as_flattened().iter().map(column).collect();
        let mut cells = facts.into_iter().map(|(name, cell)| [Cell::Strong(String::from(name)), cell]);
        let mut rows = Vec::new();
        while let Some(first) = cells.next() {
            let empty = || [Cell::Quiet(String::new()), Cell::Quiet(String::new())];
            let others = (1..N).flat_map(|_| cells.next().unwrap_or_else(empty));
            rows.push(Row::new(first.into_iter().chain(others).collect::<Vec<_>>()));
        }
        Self { kind: TableKind::Facts, dense: true, columns, rows }
    }

    /// A table of facts, each a name and a cell.
    pub(super) fn of_facts(facts: impl IntoIterator<Item = (&'static str, Cell)>) -> Self {
        let columns = [2.0, 7.0].map(|share| Column { head: Cow::Borrowed(""), share }).into();
        let row = |(name, cell)| Row::new([Cell::Strong(String::from(name)), cell]);
        Self { kind: TableKind::Facts, dense: false, columns, rows: facts.into_iter().map(row).collect() }
    }
}

impl Row {
    pub(crate) fn new(cells: impl Into<Vec<Cell>>) -> Self {
        Self { anchor: None, cells: cells.into() }
    }

    /// The same row as a place to which links lead.
    pub(super) fn at(self, anchor: String) -> Self {
        Self { anchor: Some(anchor), ..self }
    }
}

impl Cell {
    /// The text of something that may not be set.
    pub(super) fn optional(value: Option<impl ToString>) -> Self {
        value.map_or_else(|| Self::Quiet("not set".to_owned()), |it| Self::Text(it.to_string()))
    }

    /// The same, set small.
    pub(super) fn optional_small(value: Option<impl ToString>) -> Self {
        value.map_or_else(|| Self::Quiet("not set".to_owned()), |it| Self::Small(it.to_string()))
    }

    /// Codes that lead somewhere, or a dash where there is none.
    pub(super) fn codes(codes: Vec<Reference>) -> Self {
        if codes.is_empty() { Self::dash() } else { Self::Codes(codes) }
    }

    /// There is nothing to say.
    pub(super) fn dash() -> Self {
        Self::Quiet("–".to_owned())
    }

    /// A number.
    pub(super) fn number(value: usize) -> Self {
        Self::Text(value.to_string())
    }
}

impl From<Severity> for Sign {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Note => Self::Note,
        }
    }
}
