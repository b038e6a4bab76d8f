//! Which column and row of the grid each step stands in.

use std::ops::Range;

use super::list::ordinal;
use super::reading::{Reading, StepRow};
use super::{CELL_ROWS, Folded};

/// The grid of a map. A stage is one or more columns, a lane one or more rows, and a slot holds at most one element:
/// a step, or a cell of a folded stage or lane that stands for the steps in it.
///
/// Only what is occupied is stored, so that a map of many stages and many lanes costs their sum and not their
/// product.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Slots {
    /// The slot of each element: the steps that are shown, in the order of the map's, then the folded cells.
    pub(super) places: Vec<Place>,
    /// The element that shows each step of the map.
    pub(super) element_of: Vec<u32>,
    /// The step of each element that is one, among those of the map.
    pub(super) shown: Vec<u32>,
    /// How many steps each folded cell stands for.
    pub(super) folded: Vec<u32>,
    /// The columns of each stage.
    pub(super) stage_columns: Vec<Range<u32>>,
    /// The rows of each lane.
    pub(super) lane_rows: Vec<Range<u32>>,
    /// Whether each stage is folded.
    pub(super) stage_folded: Vec<bool>,
    /// Whether each lane is folded.
    pub(super) lane_folded: Vec<bool>,
    /// A number for each row, and for the one behind the last, that stays the same when other lanes grow.
    pub(super) row_keys: Vec<i64>,
    /// The same for each column.
    pub(super) column_keys: Vec<i64>,
    /// In each row, its elements by column.
    pub(super) rows: Lines,
    /// In each column, its elements by row.
    pub(super) columns: Lines,
}

/// Where an element stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) column: u32,
    pub(super) row: u32,
    pub(super) stage: u32,
    pub(super) lane: u32,
}

/// Parallel lines of slots, of which the occupied ones are stored in order.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Lines {
    starts: Vec<u32>,
    /// Position on the line and index of the element.
    entries: Vec<(u32, u32)>,
    /// Which of the entries each element is.
    entry_of: Vec<u32>,
}

impl Slots {
    pub(super) fn new(reading: &Reading, folded: &Folded) -> Self {
        let stage_folded: Vec<bool> =
            reading.stages.iter().map(|(id, _)| folded.stages.contains(id)).collect();
        let lane_folded: Vec<bool> = reading.lanes.iter().map(|(id, _)| folded.lanes.contains(id)).collect();
        let is_folded = |stage: u32, lane: u32| stage_folded[stage as usize] || lane_folded[lane as usize];
        let steps = reading.steps.items();
        let cells = || steps.chunk_by(|a, b| (a.stage, a.lane) == (b.stage, b.lane));

        let mut widths = vec![1_u32; reading.stages.len()];
        let mut heights = vec![1_u32; reading.lanes.len()];
        for cell in cells() {
            let StepRow { stage, lane, .. } = cell[0];
            if !is_folded(stage, lane) {
                let (columns, rows) = cell_size(cell.len());
                widths[stage as usize] = widths[stage as usize].max(columns);
                heights[lane as usize] = heights[lane as usize].max(rows);
            }
        }
        let stage_columns = ranges(&widths);
        let lane_rows = ranges(&heights);

        let mut slots = Self { element_of: Vec::with_capacity(steps.len()), ..Self::default() };
        let mut folded_places = Vec::new();
        for cell in cells() {
            let StepRow { stage, lane, .. } = cell[0];
            let (column, row) = (stage_columns[stage as usize].start, lane_rows[lane as usize].start);
            if is_folded(stage, lane) {
                // Counted from the end until it is known how many steps are shown.
                let element = u32::MAX - ordinal(folded_places.len());
                slots.element_of.extend(std::iter::repeat_n(element, cell.len()));
                slots.folded.push(ordinal(cell.len()));
                folded_places.push(Place { column, row, stage, lane });
                continue;
            }
            let (_, rows) = cell_size(cell.len());
            for nth in 0..ordinal(cell.len()) {
                slots.shown.push(ordinal(slots.element_of.len()));
                slots.element_of.push(ordinal(slots.places.len()));
                slots.places.push(Place { column: column + nth / rows, row: row + nth % rows, stage, lane });
            }
        }
        let shown = ordinal(slots.places.len());
        if !folded_places.is_empty() {
            for element in slots.element_of.iter_mut().filter(|it| **it >= shown) {
                *element = shown + (u32::MAX - *element);
            }
        }
        slots.places.extend(folded_places);
        let count = |ranges: &[Range<u32>]| ranges.last().map_or(0, |it| it.end);
        slots.rows = Lines::new(count(&lane_rows), slots.places.iter().map(|it| (it.row, it.column)));
        slots.columns = Lines::new(count(&stage_columns), slots.places.iter().map(|it| (it.column, it.row)));
        (slots.row_keys, slots.column_keys) = (keys(&lane_rows), keys(&stage_columns));
        Self { stage_columns, lane_rows, stage_folded, lane_folded, ..slots }
    }

    /// Whether the slot has nothing in it. Slots beyond the grid have nothing.
    pub(super) fn is_empty(&self, column: u32, row: u32) -> bool {
        self.columns.at(column, row).is_none()
    }

    /// Whether an element stands for the steps of a folded cell.
    pub(super) fn is_folded(&self, element: u32) -> bool {
        element as usize >= self.shown.len()
    }

    /// A number for a row that stays the same when other lanes grow, and grows from top to bottom. The row behind the
    /// last has one, too. It is the position of the gutter above the row; those of the row itself come before the next.
    pub(super) fn row_key(&self, row: u32) -> i64 {
        self.row_keys[row as usize]
    }

    /// The first row whose number is behind a position among those of rows, or is that position.
    pub(super) fn row_from(&self, position: i64) -> u32 {
        ordinal(self.row_keys.partition_point(|it| *it < position))
    }

    /// A number for a column that stays the same when other stages grow, and grows from left to right.
    pub(super) fn column_key(&self, column: u32) -> i64 {
        self.column_keys[column as usize]
    }
}

/// Distance between the numbers of two slots of a band, so that there are positions between them.
const SPACING: i64 = 100;

/// The numbers of the slots of some bands: that of the band, and that within the band.
fn keys(bands: &[Range<u32>]) -> Vec<i64> {
    let within = |(band, slots): (i64, &Range<u32>)| {
        (0..slots.len()).map(move |slot| (band << 40) + i64::from(ordinal(slot)) * SPACING)
    };
    let behind = i64::from(ordinal(bands.len())) << 40;
    (0..).zip(bands).flat_map(within).chain([behind]).collect()
}

/// Columns and rows of a cell with so many steps: as few columns as [`CELL_ROWS`] allows, evenly filled.
fn cell_size(steps: usize) -> (u32, u32) {
    let steps = ordinal(steps);
    let columns = steps.div_ceil(CELL_ROWS).max(1);
    (columns, steps.div_ceil(columns).max(1))
}

fn ranges(sizes: &[u32]) -> Vec<Range<u32>> {
    let mut end = 0;
    sizes
        .iter()
        .map(|size| {
            let start = end;
            end += size;
            start..end
        })
        .collect()
}

impl Lines {
    /// Takes the line and the position of each element.
    fn new(count: u32, places: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
        let mut starts = vec![0_u32; count as usize + 1];
        for (line, _) in places.clone() {
            starts[line as usize + 1] += 1;
        }
        for line in 1..starts.len() {
            starts[line] += starts[line - 1];
        }
        let mut ends = starts.clone();
        let mut entries = vec![(0, 0); starts.last().map_or(0, |it| *it as usize)];
        for ((line, position), element) in places.zip(0..) {
            let end = &mut ends[line as usize];
            entries[*end as usize] = (position, element);
            *end += 1;
        }
        // In reading order the steps of a line come in its order, but folded cells come last.
        for line in starts.windows(2) {
            let slots = &mut entries[line[0] as usize..line[1] as usize];
            if !slots.is_sorted() {
                slots.sort_unstable();
            }
        }
        let mut entry_of = vec![0; entries.len()];
        for (entry, (_, element)) in entries.iter().enumerate() {
            entry_of[*element as usize] = ordinal(entry);
        }
        Self { starts, entries, entry_of }
    }

    /// How many lines there are.
    pub(super) fn count(&self) -> u32 {
        ordinal(self.starts.len().saturating_sub(1))
    }

    /// Position and element of each occupied slot of a line, in order.
    pub(super) fn line(&self, line: u32) -> &[(u32, u32)] {
        match (self.starts.get(line as usize), self.starts.get(line as usize + 1)) {
            (Some(start), Some(end)) => &self.entries[*start as usize..*end as usize],
            _ => &[],
        }
    }

    pub(super) fn at(&self, line: u32, position: u32) -> Option<u32> {
        let slots = self.line(line);
        let found = slots.binary_search_by_key(&position, |it| it.0).ok()?;
        Some(slots[found].1)
    }

    /// Position and element in front of an element of a line.
    pub(super) fn before(&self, line: u32, element: u32) -> Option<(u32, u32)> {
        let entry = self.entry_of[element as usize];
        (entry > self.starts[line as usize]).then(|| self.entries[entry as usize - 1])
    }

    /// Position and element behind an element of a line.
    pub(super) fn after(&self, line: u32, element: u32) -> Option<(u32, u32)> {
        let entry = self.entry_of[element as usize] + 1;
        (entry < self.starts[line as usize + 1]).then(|| self.entries[entry as usize])
    }

    /// Whether two elements of a line stand side by side, with at most empty slots between.
    pub(super) fn are_neighbours(&self, one: u32, other: u32) -> bool {
        self.entry_of[one as usize].abs_diff(self.entry_of[other as usize]) == 1
    }
}
