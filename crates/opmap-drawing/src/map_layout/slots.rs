//! Which column and row of the grid each step stands in.

use std::collections::BTreeMap;
use std::ops::Range;

use opmap_model::{LaneId, MapView, StageId};

use super::CELL_ROWS;

/// The grid of a map. A stage is one or more columns, a lane one or more rows, and a slot holds at most one step.
///
/// Only what is occupied is stored, so that a map of many stages and many lanes costs their sum and not their
/// product.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Slots {
    /// The slot of each step, in the order of the map's steps.
    pub(super) places: Vec<Place>,
    /// The columns of each stage.
    pub(super) stage_columns: Vec<Range<u32>>,
    /// The rows of each lane.
    pub(super) lane_rows: Vec<Range<u32>>,
    /// In each row, its steps by column.
    pub(super) rows: Lines,
    /// In each column, its steps by row.
    pub(super) columns: Lines,
}

/// Where a step stands.
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
    /// Position on the line and index of the step.
    entries: Vec<(u32, u32)>,
}

impl Slots {
    pub(super) fn new(view: &MapView<'_>) -> Self {
        let stage_index: BTreeMap<StageId, u32> = view.stages.iter().map(|(id, _)| *id).zip(0..).collect();
        let lane_index: BTreeMap<LaneId, u32> = view.lanes.iter().map(|(id, _)| *id).zip(0..).collect();
        let cells: Vec<(u32, u32)> =
            view.steps.iter().map(|(_, step)| (stage_index[&step.stage], lane_index[&step.lane])).collect();

        let mut widths = vec![1_u32; view.stages.len()];
        let mut heights = vec![1_u32; view.lanes.len()];
        for cell in cells.chunk_by(|a, b| a == b) {
            let (stage, lane) = cell[0];
            let (columns, rows) = cell_size(cell.len());
            widths[stage as usize] = widths[stage as usize].max(columns);
            heights[lane as usize] = heights[lane as usize].max(rows);
        }
        let stage_columns = ranges(&widths);
        let lane_rows = ranges(&heights);

        let mut places = Vec::with_capacity(cells.len());
        for cell in cells.chunk_by(|a, b| a == b) {
            let (stage, lane) = cell[0];
            let (_, rows) = cell_size(cell.len());
            let column = stage_columns[stage as usize].start;
            let row = lane_rows[lane as usize].start;
            places.extend((0..).take(cell.len()).map(|nth: u32| Place {
                column: column + nth / rows,
                row: row + nth % rows,
                stage,
                lane,
            }));
        }
        let count = |ranges: &[Range<u32>]| ranges.last().map_or(0, |it| it.end);
        let rows = Lines::new(count(&lane_rows), places.iter().map(|it| (it.row, it.column)));
        let columns = Lines::new(count(&stage_columns), places.iter().map(|it| (it.column, it.row)));
        Self { places, stage_columns, lane_rows, rows, columns }
    }

    /// Whether the slot has no step. Slots beyond the grid have none.
    pub(super) fn is_empty(&self, column: u32, row: u32) -> bool {
        self.columns.at(column, row).is_none()
    }
}

/// Columns and rows of a cell with so many steps: as few columns as [`CELL_ROWS`] allows, evenly filled.
fn cell_size(steps: usize) -> (u32, u32) {
    let steps = u32::try_from(steps).unwrap_or(u32::MAX);
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
    /// Takes the line and the position of each step.
    fn new(count: u32, steps: impl Iterator<Item = (u32, u32)>) -> Self {
        let mut keyed: Vec<(u32, u32, u32)> =
            steps.zip(0..).map(|((line, position), step)| (line, position, step)).collect();
        keyed.sort_unstable();
        let mut starts = vec![0_u32; count as usize + 1];
        for (line, _, _) in &keyed {
            starts[*line as usize + 1] += 1;
        }
        for line in 1..starts.len() {
            starts[line] += starts[line - 1];
        }
        Self { starts, entries: keyed.into_iter().map(|(_, position, step)| (position, step)).collect() }
    }

    /// How many lines there are.
    pub(super) fn count(&self) -> u32 {
        u32::try_from(self.starts.len().saturating_sub(1)).unwrap_or(u32::MAX)
    }

    /// Position and step of each occupied slot of a line, in order.
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

    /// Whether nothing stands strictly between two positions, given in any order.
    pub(super) fn is_free_between(&self, line: u32, one: u32, other: u32) -> bool {
        let (low, high) = (one.min(other), one.max(other));
        let slots = self.line(line);
        let next = slots.partition_point(|it| it.0 <= low);
        slots.get(next).is_none_or(|it| it.0 >= high)
    }

    /// The first step behind a position.
    pub(super) fn next(&self, line: u32, position: u32) -> Option<u32> {
        let slots = self.line(line);
        slots.get(slots.partition_point(|it| it.0 <= position)).map(|it| it.1)
    }

    /// The last step in front of a position.
    pub(super) fn previous(&self, line: u32, position: u32) -> Option<u32> {
        let slots = self.line(line);
        let before = slots.partition_point(|it| it.0 < position).checked_sub(1)?;
        Some(slots[before].1)
    }

    /// The step of a line that is nearest to a position; of two, the one in front.
    pub(super) fn nearest(&self, line: u32, position: u32) -> Option<u32> {
        self.line(line).iter().min_by_key(|it| it.0.abs_diff(position)).map(|it| it.1)
    }
}
