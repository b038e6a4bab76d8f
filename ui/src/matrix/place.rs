//! Where one is in the matrix, where keys lead from there, and which cells are taken together.

use std::ops::RangeInclusive;

use opmap_model::{RoleId, Subject};

use super::sheet::Sheet;
use crate::keys::{OnMatrix, Way};

/// A cell by what it is about, so that it stays the same when rows and columns move. Without a subject it is the head
/// of a column, without a role that of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Place {
    pub(super) subject: Option<Subject>,
    pub(super) role: Option<RoleId>,
}

/// The same by numbers: row and column, the heads being 0.
pub(super) type Spot = (usize, usize);

/// Cells that are taken together, by rows and columns from 0, without the heads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) rows: RangeInclusive<usize>,
    pub(super) columns: RangeInclusive<usize>,
}

impl Span {
    /// The one cell, if it is only one.
    pub(super) fn single(&self) -> Option<(usize, usize)> {
        let (row, column) = (*self.rows.start(), *self.columns.start());
        (row == *self.rows.end() && column == *self.columns.end()).then_some((row, column))
    }

    /// Every cell, row by row.
    pub(super) fn cells(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.rows.clone().flat_map(|row| self.columns.clone().map(move |column| (row, column)))
    }
}

impl Sheet {
    /// Where a place is now; the first cell if it is not shown.
    pub(super) fn spot(&self, place: Place) -> Spot {
        let row = place.subject.map_or(Some(0), |it| self.row_of(it).map(|it| it + 1));
        let column = place.role.map_or(Some(0), |it| self.column_of(it).map(|it| it + 1));
        let (last_row, last_column) = self.last();
        (row.unwrap_or(1).min(last_row), column.unwrap_or(1).min(last_column))
    }

    /// What is at a spot.
    pub(super) fn place(&self, (row, column): Spot) -> Place {
        Place {
            subject: row.checked_sub(1).and_then(|it| self.rows.get(it)).map(|it| it.subject),
            role: column.checked_sub(1).and_then(|it| self.columns.get(it)).map(|it| it.id),
        }
    }

    fn last(&self) -> Spot {
        (self.rows.len(), self.columns.len())
    }

    /// The cells between two corners. A head takes in the whole of its row or column; none when there are no cells.
    pub(super) fn span(&self, one: Place, other: Place) -> Option<Span> {
        let (one, other) = (self.spot(one), self.spot(other));
        let (last_row, last_column) = self.last();
        Some(Span {
            rows: between(one.0, other.0, last_row)?,
            columns: between(one.1, other.1, last_column)?,
        })
    }
}

fn between(one: usize, other: usize, last: usize) -> Option<RangeInclusive<usize>> {
    let last = last.checked_sub(1)?;
    match (one.min(other), one.max(other)) {
        (0, _) => Some(0..=last),
        (low, high) => Some(low - 1..=high - 1),
    }
}

/// Where a key leads, in a matrix that ends at `last`; `page` rows are a screen.
pub(super) fn led((row, column): Spot, last: Spot, page: usize, to: OnMatrix) -> Spot {
    let (row, column) = match to {
        OnMatrix::Go(way) | OnMatrix::Extend(way) => match way {
            Way::Left => (row, column.saturating_sub(1)),
            Way::Right => (row, column + 1),
            Way::Up => (row.saturating_sub(1), column),
            Way::Down => (row + 1, column),
        },
        OnMatrix::Enter => (row + 1, column),
        OnMatrix::RowStart => (row, 0),
        OnMatrix::RowEnd => (row, last.1),
        OnMatrix::Start => (1, 1),
        OnMatrix::End => last,
        OnMatrix::PageUp => (row.saturating_sub(page).max(1), column),
        OnMatrix::PageDown => (row + page, column),
        _ => (row, column),
    };
    (row.min(last.0), column.min(last.1))
}

#[cfg(test)]
mod tests {
    use super::super::sheet::{Filter, tests};
    use super::{Place, led};
    use crate::keys::{OnMatrix, Way};

    #[test]
    fn keys_lead_as_far_as_there_are_cells() {
        let to = |spot, key| led(spot, (40, 8), 10, key);
        assert_eq!(to((1, 1), OnMatrix::Go(Way::Up)), (0, 1), "up from the first row is the head");
        assert_eq!(to((0, 0), OnMatrix::Go(Way::Left)), (0, 0));
        assert_eq!(to((40, 8), OnMatrix::Go(Way::Right)), (40, 8));
        assert_eq!(to((35, 3), OnMatrix::PageDown), (40, 3));
        assert_eq!(to((5, 3), OnMatrix::PageUp), (1, 3));
        assert_eq!((to((5, 3), OnMatrix::RowStart), to((5, 3), OnMatrix::RowEnd)), ((5, 0), (5, 8)));
        assert_eq!((to((5, 3), OnMatrix::Start), to((5, 3), OnMatrix::End)), ((1, 1), (40, 8)));
    }

    #[test]
    fn a_head_takes_in_its_whole_row_or_column() {
        let document = tests::document();
        let sheet = tests::sheet(&document, &Filter::default());
        let all = sheet.span(Place::default(), sheet.place((2, 2))).unwrap();
        assert_eq!((all.rows, all.columns), (0..=3, 0..=2));
        let column = sheet.span(sheet.place((0, 2)), sheet.place((0, 3))).unwrap();
        assert_eq!((column.rows, column.columns), (0..=3, 1..=2));
        let one = sheet.span(sheet.place((3, 2)), sheet.place((3, 2))).unwrap();
        assert_eq!(one.single(), Some((2, 1)));
        assert_eq!(sheet.spot(sheet.place((4, 3))), (4, 3));
    }
}
