//! How wide the columns of a table are.

mod balance;

use opmap_model::Letter;

use super::{SIGN_ROOM, Styles};
use crate::outline::{Cell, Column, Table, TableKind};
use crate::pages::composer::Composer;
use crate::pages::grid::{CELL_PADDING, CODE, SMALL, SMALL_STRONG, Style, mm};
use crate::pages::{codes, letters};

/// Room between two columns of a matrix.
const MATRIX_GAP: f32 = mm(2.0);
/// What is added to the width of a text, since what fits exactly may not fit after rounding.
const EASE: f32 = 0.5;

/// Left edge and width of each column's text.
///
/// A column has its share of the width. Where its text would break, and others have more than they need, it has of theirs.
/// What then still breaks shares its room so that the rows of records are low.
pub(super) fn columns(composer: &Composer<'_>, table: &Table) -> Vec<(f32, f32)> {
    let grid = composer.grid;
    let width = match table.kind {
        TableKind::Facts if table.columns.len() == 2 => grid.reading_width(),
        TableKind::Records | TableKind::Facts | TableKind::Matrix { .. } => grid.content_width(),
    };
    let gap = gap(table);
    let shares: f32 = table.columns.iter().map(|column| column.share).sum();
    let given = table.columns.iter().map(|column| (width + gap) * column.share / shares - gap);
    let mut widths: Vec<f32> = given.collect();
    // Facts stand below each other in many tables, and their names in one line.
    if table.kind != TableKind::Facts {
        let mut needs: Vec<f32> =
            (0..widths.len()).map(|index| need(composer, table, index, widths[index])).collect();
        if let TableKind::Matrix { names } = table.kind {
            let letters = needs.get_mut(names..).unwrap_or_default();
            let widest = letters.iter().copied().fold(0.0, f32::max);
            letters.fill(widest);
        }
        give_and_take(&mut widths, &needs);
        if table.kind == TableKind::Records {
            balance::balance(composer, table, &mut widths, &needs);
        }
    }
    let mut left = grid.left;
    let place = |width: f32| {
        let column = (left, width);
        left += width + gap;
        column
    };
    widths.into_iter().map(place).collect()
}

/// Room between two columns.
pub(super) fn gap(table: &Table) -> f32 {
    match table.kind {
        TableKind::Records | TableKind::Facts => 2.0 * CELL_PADDING,
        TableKind::Matrix { .. } => MATRIX_GAP,
    }
}

/// The width in which no text of a column breaks, but for its head, which breaks between words. What is drawn, and room
/// to write in, needs what it is `given`.
fn need(composer: &Composer<'_>, table: &Table, index: usize, given: f32) -> f32 {
    let styles = Styles::of(table);
    let head = table.columns.get(index).map_or(0.0, |column| head_need(composer, column));
    let cells = table.rows.iter().filter_map(|row| row.cells.get(index));
    let of_cell = |cell: &Cell| match cell {
        Cell::Bars { .. } => given,
        Cell::Letter { letter: Letter::AccountableResponsible, .. } => 2.0 * letters::SIDE,
        Cell::Letter { .. } => letters::SIDE,
        Cell::Codes(codes) => composer.width(CODE, &codes::joined(codes)) + EASE,
        Cell::Page(_) => composer.mention_width(CODE, "Page "),
        Cell::Strong(words) => widest_line(composer, styles.strong, words),
        Cell::Text(words) | Cell::Quiet(words) => widest_line(composer, styles.text, words),
        Cell::Small(words) => widest_line(composer, SMALL, words),
        Cell::Tick(words) => SIGN_ROOM + widest_line(composer, SMALL, words),
        Cell::Signed(_, words) => SIGN_ROOM + widest_line(composer, styles.text, words),
    };
    match cells.map(of_cell).fold(0.0, f32::max) {
        0.0 => given,
        widest => widest.max(head),
    }
}

fn head_need(composer: &Composer<'_>, column: &Column) -> f32 {
    let words = column.head.split_whitespace().map(|word| composer.width(SMALL_STRONG, word) + EASE);
    words.fold(0.0, f32::max)
}

fn widest_line(composer: &Composer<'_>, style: Style, words: &str) -> f32 {
    words.lines().map(|line| composer.width(style, line) + EASE).fold(0.0, f32::max)
}

/// Columns with more than they need give evenly of it; those with less take, the ones that lack least first.
fn give_and_take(widths: &mut [f32], needs: &[f32]) {
    let spare = |(width, need): (&f32, &f32)| (width - need).max(0.0);
    let lack = |(width, need): (&f32, &f32)| (need - width).max(0.0);
    let spares: Vec<f32> = widths.iter().zip(needs).map(spare).collect();
    let mut lacking: Vec<(usize, f32)> =
        widths.iter().zip(needs).map(lack).enumerate().filter(|(_, lack)| *lack > 0.0).collect();
    lacking.sort_by(|a, b| a.1.total_cmp(&b.1));
    let all: f32 = spares.iter().sum();
    let mut left = all;
    let mut takers = lacking.len();
    for (index, lack) in lacking {
        #[expect(clippy::cast_precision_loss, reason = "a table has a few columns")]
        let taken = lack.min(left / takers as f32);
        widths[index] += taken;
        left -= taken;
        takers -= 1;
    }
    if all > 0.0 {
        let part = (all - left) / all;
        for (width, spare) in widths.iter_mut().zip(spares) {
            *width -= spare * part;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::give_and_take;

    fn given_and_taken(widths: [f32; 4], needs: [f32; 4]) -> [f32; 4] {
        let mut widths = widths;
        give_and_take(&mut widths, &needs);
        widths
    }

    #[test]
    fn columns_keep_their_shares_where_all_fits_or_nothing_is_spare() {
        assert_eq!(
            given_and_taken([10.0, 20.0, 30.0, 40.0], [10.0, 2.0, 3.0, 4.0]),
            [10.0, 20.0, 30.0, 40.0]
        );
        assert_eq!(
            given_and_taken([10.0, 20.0, 30.0, 40.0], [90.0, 20.0, 95.0, 40.0]),
            [10.0, 20.0, 30.0, 40.0]
        );
    }

    #[test]
    fn what_is_spare_goes_to_small_wants_first() {
        // 20 are spare; 4 are wanting here and 500 there.
        assert_eq!(
            given_and_taken([10.0, 20.0, 30.0, 40.0], [14.0, 10.0, 20.0, 540.0]),
            [14.0, 10.0, 20.0, 56.0]
        );
    }

    #[test]
    fn columns_give_evenly_and_never_below_their_need() {
        assert_eq!(
            given_and_taken([10.0, 20.0, 30.0, 40.0], [25.0, 10.0, 10.0, 40.0]),
            [25.0, 15.0, 20.0, 40.0]
        );
    }
}
