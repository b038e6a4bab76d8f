//! The places between the boxes where marks can stand, and what stands there already.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Route;
use super::axis::Axis;
use super::plan::{Plan, Plans, ROW_ORDINALS, Way};
use super::slots::Slots;
use crate::Rect;

/// The body with the marks that stand on it so far.
pub(super) struct Ground<'a> {
    plans: &'a Plans,
    slots: &'a Slots,
    columns: &'a Axis,
    rows: &'a Axis,
    /// What is taken, by the tiles it touches.
    taken: BTreeMap<(i32, i32), Vec<Rect>>,
}

/// A vertical piece of a route.
pub(super) struct Stem {
    pub(super) x: f32,
    /// The row gutters that it crosses.
    pub(super) gutters: Range<u32>,
    /// The columns whose slots it passes.
    beside: Range<u32>,
}

/// Side of a tile; only speed depends on it.
const TILE: f32 = 128.0;
/// Least distance between two marks.
const MARGIN: f32 = 2.0;
/// Least distance of the middle of a mark from the edge of its row gutter.
const HALF_MARK: f32 = 9.0;

impl<'a> Ground<'a> {
    pub(super) fn new(plans: &'a Plans, slots: &'a Slots, [columns, rows]: [&'a Axis; 2]) -> Self {
        Self { plans, slots, columns, rows, taken: BTreeMap::new() }
    }

    /// The vertical pieces of a route that lie in a column gutter or pass over slots.
    pub(super) fn stems(&self, plan: &Plan, route: &Route) -> Vec<Stem> {
        match plan.way {
            Way::Row { .. } => Vec::new(),
            Way::Column => {
                let [one, other] = [plan.from, plan.to].map(|step| self.slots.places[step as usize]);
                vec![Stem {
                    x: route.points[0].x,
                    gutters: one.row.min(other.row) + 1..one.row.max(other.row) + 1,
                    beside: one.column..one.column + 1,
                }]
            }
            Way::Turns { first, detour, .. } => {
                let second = detour.map(|it| (it.vertical, 3));
                let runs = [Some((first, 1)), second].into_iter().flatten();
                runs.map(|(run, corner)| self.stem(run, route.points[corner].x)).collect()
            }
        }
    }

    fn stem(&self, run: usize, x: f32) -> Stem {
        let run = self.plans.vertical[run];
        // The gutters strictly inside the run, since it turns in those at its ends.
        let first = run.low.div_euclid(ROW_ORDINALS) + 1;
        let last = (run.high - 1).div_euclid(ROW_ORDINALS);
        let ordinal = |position: i32| u32::try_from(position).unwrap_or(0);
        Stem {
            x,
            gutters: ordinal(first)..ordinal(last + 1).max(ordinal(first)),
            beside: run.channel.saturating_sub(1)..run.channel + 1,
        }
    }

    /// The piece of a route along a row gutter: its left and right end, and where a mark on it has its middle.
    pub(super) fn level(&self, plan: &Plan, route: &Route) -> Option<(f32, f32, f32)> {
        let Way::Turns { detour: Some(detour), .. } = plan.way else { return None };
        let (one, other) = (route.points[2], route.points[3]);
        let (top, bottom) = self.rows.channel(self.plans.horizontal[detour.horizontal].channel);
        let y = one.y.clamp(top + HALF_MARK, bottom - HALF_MARK);
        Some((one.x.min(other.x), one.x.max(other.x), y))
    }

    /// Middles of the rows that a vertical piece passes from top to bottom between nothing but empty slots.
    pub(super) fn open_rows(&self, stem: &Stem) -> impl Iterator<Item = f32> {
        let rows = stem.gutters.start..stem.gutters.end.saturating_sub(1);
        let beside = stem.beside.clone();
        let open = move |row: &u32| beside.clone().all(|column| self.slots.is_empty(column, *row));
        rows.filter(open).map(|row| self.rows.slot_middle(row))
    }

    pub(super) fn gutter_middle(&self, gutter: u32) -> f32 {
        self.rows.channel_middle(gutter)
    }

    /// The gutters below and above the row of a step, if they are high enough for marks: the outermost may not be.
    pub(super) fn gutters_beside(&self, step: u32) -> impl Iterator<Item = u32> {
        let row = self.slots.places[step as usize].row;
        let high_enough = |gutter: &u32| {
            let (top, bottom) = self.rows.channel(*gutter);
            bottom - top >= 2.0 * HALF_MARK
        };
        [row + 1, row].into_iter().filter(high_enough)
    }

    /// Whether the body is wide enough for a mark.
    pub(super) fn holds(&self, width: f32) -> bool {
        width + 2.0 <= self.columns.end()
    }

    /// The mark moved inside the body.
    pub(super) fn within(&self, mark: Rect) -> Rect {
        let inside = |at: f32, size: f32, end: f32| at.min(end - 1.0 - size).max(1.0);
        Rect {
            x: inside(mark.x, mark.width, self.columns.end()),
            y: inside(mark.y, mark.height, self.rows.end()),
            ..mark
        }
    }

    pub(super) fn is_free(&self, mark: &Rect) -> bool {
        let mark = mark.grown(MARGIN);
        tiles(&mark).filter_map(|tile| self.taken.get(&tile)).flatten().all(|other| !other.overlaps(&mark))
    }

    pub(super) fn take(&mut self, mark: Rect) {
        for tile in tiles(&mark) {
            self.taken.entry(tile).or_default().push(mark);
        }
    }
}

/// The tiles that a rectangle touches.
#[allow(clippy::cast_possible_truncation)]
fn tiles(rect: &Rect) -> impl Iterator<Item = (i32, i32)> + use<> {
    let tile = |at: f32| (at / TILE).floor() as i32;
    let (left, right) = (tile(rect.x), tile(rect.right()));
    (tile(rect.y)..=tile(rect.bottom())).flat_map(move |y| (left..=right).map(move |x| (x, y)))
}
