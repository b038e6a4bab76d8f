//! Room between columns whose text breaks in any case: it goes where the rows get lower by it.

use std::collections::BTreeMap;

use super::{EASE, SIGN_ROOM, Styles, head_need, widest_line};
use crate::outline::{Cell, Table};
use crate::pages::composer::Composer;
use crate::pages::grid::{SMALL, Style};

/// By how much a column gets wider at another's cost, in points; a large step passes over small ones that bring nothing.
const STEPS: [i16; 4] = [6, 12, 24, 48];
/// How many rows are looked at: what holds for them holds for the rest.
const ROWS: usize = 120;
/// The most moves.
const MOVES: usize = 16;
/// What is gained at least by a move, in points.
const GAIN: f32 = 1.0;

/// A column whose text breaks.
struct Breaking<'t> {
    index: usize,
    width: f32,
    /// In what its words and its head do not break.
    least: f32,
    cells: Vec<(Style, f32, &'t str)>,
    /// The height of each cell, by how much the column is wider than it was given.
    heights: BTreeMap<i16, Vec<f32>>,
}

/// Moves room between the columns that lack some, as long as the rows get lower.
pub(super) fn balance(composer: &Composer<'_>, table: &Table, widths: &mut [f32], needs: &[f32]) {
    let lacks = |index: &usize| widths[*index] + 0.01 < needs[*index];
    let of_column = |index: usize| breaking(composer, table, index, widths[index]);
    let all: Option<Vec<Breaking<'_>>> = (0..widths.len()).filter(lacks).map(of_column).collect();
    let Some(mut columns) = all.filter(|it| it.len() > 1) else { return };
    let count = columns.len();
    let mut now = vec![0_i16; count];
    let mut height = rows_height(composer, &mut columns, &now);
    for _ in 0..MOVES {
        let mut best = None;
        for (from, to) in (0..count).flat_map(|from| (0..count).map(move |to| (from, to))) {
            for step in STEPS.into_iter().filter(|_| from != to) {
                let mut moved = now.clone();
                moved[from] -= step;
                moved[to] += step;
                if columns[from].at(moved[from]) < columns[from].least {
                    continue;
                }
                let found = rows_height(composer, &mut columns, &moved);
                if found <= best.as_ref().map_or(height, |it: &(f32, Vec<i16>)| it.0) - GAIN {
                    best = Some((found, moved));
                }
            }
        }
        let Some((found, moved)) = best else { break };
        (height, now) = (found, moved);
    }
    for (column, by) in columns.iter().zip(now) {
        widths[column.index] = column.at(by);
    }
}

/// The height of all rows, as far as these columns make it.
fn rows_height(composer: &Composer<'_>, columns: &mut [Breaking<'_>], by: &[i16]) -> f32 {
    let mut rows: Vec<f32> = Vec::new();
    for (column, by) in columns.iter_mut().zip(by) {
        let heights = column.heights(composer, *by);
        rows.resize(heights.len(), 0.0);
        rows.iter_mut().zip(heights).for_each(|(row, it)| *row = row.max(*it));
    }
    rows.iter().sum()
}

impl Breaking<'_> {
    fn at(&self, by: i16) -> f32 {
        self.width + f32::from(by)
    }

    fn heights(&mut self, composer: &Composer<'_>, by: i16) -> &[f32] {
        let width = self.at(by);
        let cells = &self.cells;
        self.heights.entry(by).or_insert_with(|| {
            let lines = |(style, before, words): &(Style, f32, &str)| {
                composer.wrap(*style, words, width - before).iter().map(|_| style.leading).sum()
            };
            cells.iter().map(lines).collect()
        })
    }
}

/// The column, if it holds nothing but words.
fn breaking<'t>(composer: &Composer<'_>, table: &'t Table, index: usize, width: f32) -> Option<Breaking<'t>> {
    let Styles { text, strong, small, .. } = Styles::of(table);
    let words = |cell: &'t Cell| match cell {
        Cell::Strong(it) => Some((strong, 0.0, &**it)),
        Cell::Text(it) | Cell::Quiet(it) => Some((text, 0.0, &**it)),
        Cell::Small(it) => Some((small, 0.0, &**it)),
        Cell::Tick(it) => Some((SMALL, SIGN_ROOM, &**it)),
        Cell::Signed(_, it) => Some((text, SIGN_ROOM, &**it)),
        Cell::Bars { .. } | Cell::Letter { .. } | Cell::Codes(_) | Cell::Page(_) => None,
    };
    let cells = table.rows.iter().take(ROWS).filter_map(|it| it.cells.get(index));
    let cells: Vec<_> = cells.map(words).collect::<Option<_>>()?;
    let longest = |(style, before, words): &(Style, f32, &str)| {
        before + words.split_whitespace().map(|it| widest_line(composer, *style, it)).fold(0.0, f32::max)
    };
    let head = table.columns.get(index).map_or(0.0, |it| head_need(composer, it));
    let least = cells.iter().map(longest).fold(head, f32::max) + EASE;
    Some(Breaking { index, width, least, cells, heights: BTreeMap::new() })
}

#[cfg(test)]
mod tests {
    use opmap_drawing::Fonts;

    use super::super::columns;
    use crate::Paper;
    use crate::outline::{Cell, Look, Row, Table};
    use crate::pages::composer::Composer;

    fn widths(first: &str, second: &str) -> Vec<f32> {
        let look = Look::default();
        let composer = Composer::new(Fonts::shipped(), Paper::A4, &look);
        let row = Row::new([Cell::Text(first.to_owned()), Cell::Small(second.to_owned())]);
        let table = Table::of_records(&[("First", 8.0), ("Second", 1.0)], vec![row; 3]);
        columns(&composer, &table).into_iter().map(|it| it.1).collect()
    }

    #[test]
    fn what_breaks_often_has_room_of_what_breaks_in_any_case() {
        let (short, long) = ("one who answers ".repeat(2), "what is told of it ".repeat(14));
        let given = widths(&short, &short);
        let found = widths(&long, &long);
        assert!(found[1] > given[1] + 60.0, "{given:?} {found:?}");
        assert!((found.iter().sum::<f32>() - given.iter().sum::<f32>()).abs() < 0.1);
    }

    #[test]
    fn no_column_gets_narrower_than_its_longest_word() {
        let long = "told ".repeat(60);
        let found = widths("Disproportionately", &long);
        assert!(found[0] > 70.0, "{found:?}");
        let both = widths(&format!("{} Disproportionately", "and ".repeat(99)), &"told ".repeat(999));
        assert!(both[0] > 70.0, "{both:?}");
    }
}
