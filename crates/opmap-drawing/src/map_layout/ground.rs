//! The places between the boxes where marks can stand, and what stands there already.

use std::cell::Cell;
use std::ops::Range;

use super::axis::Axis;
use super::plan::{Plan, Plans, Way};
use super::slots::Slots;
use super::tiles::{Taken, Tiles};
use super::{Route, StepBox};
use crate::{Rect, STEP_REACH};

/// The body with the marks that stand on it so far.
pub(super) struct Ground<'a> {
    plans: &'a Plans,
    slots: &'a Slots,
    columns: &'a Axis,
    rows: &'a Axis,
    /// Where marks stand already.
    taken: Taken,
    steps: &'a [StepBox],
    /// What has been looked at for a mark.
    pub(super) sought: Cell<Option<Rect>>,
}

/// What a mark keeps clear of, beside the boxes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clear {
    /// Of other marks, and of the corners of steps.
    OfCorners,
    /// Of other marks.
    OfMarks,
}

/// A vertical piece of a route.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stem {
    pub(super) x: f32,
    /// The row gutters that it crosses.
    pub(super) gutters: Range<u32>,
    /// The columns whose slots it passes.
    beside: Range<u32>,
}

/// The vertical pieces of a route: at most two.
pub(super) type Stems = [Option<Stem>; 2];

/// How far marks stay from the edge of the body.
const EDGE: f32 = 1.0;
/// Least distance between two marks.
const MARGIN: f32 = 2.0;
/// Least distance of the middle of a mark from the edge of its row gutter.
const HALF_MARK: f32 = 9.0;
/// How far the marks at the corner of a step reach beside its box.
const CORNER_BESIDE: f32 = 3.5;

impl<'a> Ground<'a> {
    pub(super) fn new(
        plans: &'a Plans,
        slots: &'a Slots,
        [columns, rows]: [&'a Axis; 2],
        steps: &'a [StepBox],
    ) -> Self {
        let taken = Taken::new(Tiles::over(columns.end(), rows.end()));
        Self { plans, slots, columns, rows, taken, steps, sought: Cell::new(None) }
    }

    /// The vertical pieces of a route that lie in a column gutter or pass over slots.
    pub(super) fn stems(&self, plan: &Plan, route: &Route) -> Stems {
        match plan.way {
            Way::Row { .. } => [None, None],
            Way::Column => {
                let [one, other] = [plan.from, plan.to].map(|step| self.slots.places[step as usize]);
                let stem = Stem {
                    x: route.points[0].x,
                    gutters: one.row.min(other.row) + 1..one.row.max(other.row) + 1,
                    beside: one.column..one.column + 1,
                };
                [Some(stem), None]
            }
            Way::Turns { first, detour, .. } => {
                let second = detour.map(|it| self.stem(it.vertical, route.points[3].x));
                [Some(self.stem(first, route.points[1].x)), second]
            }
        }
    }

    fn stem(&self, run: usize, x: f32) -> Stem {
        let run = self.plans.vertical[run];
        // The gutters strictly inside the run, since it turns in those at its ends.
        let first = self.slots.row_from(run.span.low + 1);
        let last = self.slots.row_from(run.span.high);
        Stem { x, gutters: first..last.max(first), beside: run.channel.saturating_sub(1)..run.channel + 1 }
    }

    /// The piece of a route along a row gutter: its left and right end, and where a mark on it has its middle.
    pub(super) fn level(&self, plan: &Plan, route: &Route) -> Option<(f32, f32, f32)> {
        let Way::Turns { detour: Some(detour), .. } = plan.way else { return None };
        let (one, other) = (route.points[2], route.points[3]);
        let (top, bottom) = self.rows.channel(self.plans.horizontal[detour.horizontal].channel);
        let y = one.y.clamp(top + HALF_MARK, bottom - HALF_MARK);
        Some((one.x.min(other.x), one.x.max(other.x), y))
    }

    /// The rows that a vertical piece passes from top to bottom.
    pub(super) fn rows_passed(&self, stem: &Stem) -> Range<u32> {
        stem.gutters.start..stem.gutters.end.saturating_sub(1)
    }

    pub(super) fn row_middle(&self, row: u32) -> f32 {
        self.rows.slot_middle(row)
    }

    /// Whether a vertical piece passes nothing but empty slots in a row.
    pub(super) fn is_open(&self, stem: &Stem, row: u32) -> bool {
        stem.beside.clone().all(|column| self.slots.is_empty(column, row))
    }

    pub(super) fn gutter_middle(&self, gutter: u32) -> f32 {
        self.rows.channel_middle(gutter)
    }

    /// The gutters below and above the row of an element, if they are high enough for marks.
    pub(super) fn gutters_beside(&self, element: u32) -> impl Iterator<Item = u32> {
        let row = self.slots.places[element as usize].row;
        [row + 1, row].into_iter().filter(|it| self.is_high_enough(*it))
    }

    /// All row gutters that are high enough for marks.
    pub(super) fn gutters(&self) -> impl Iterator<Item = u32> {
        (0..=self.slots.rows.count()).filter(|it| self.is_high_enough(*it))
    }

    /// Whether a row gutter is high enough for marks: the outermost may not be.
    fn is_high_enough(&self, gutter: u32) -> bool {
        let (top, bottom) = self.rows.channel(gutter);
        bottom - top >= 2.0 * HALF_MARK
    }

    /// Whether the body is wide enough for a mark.
    pub(super) fn fits(&self, width: f32) -> bool {
        width + 2.0 * EDGE <= self.columns.end()
    }

    /// The mark moved inside the body.
    pub(super) fn within(&self, mark: Rect) -> Rect {
        let inside = |at: f32, size: f32, end: f32| at.min(end - EDGE - size).max(EDGE);
        Rect {
            x: inside(mark.x, mark.width, self.columns.end()),
            y: inside(mark.y, mark.height, self.rows.end()),
            ..mark
        }
    }

    pub(super) fn is_free(&self, mark: &Rect, clear: Clear) -> bool {
        let room = mark.grown(MARGIN);
        self.look_at(room);
        self.taken.is_free(&room) && (clear == Clear::OfMarks || self.is_clear_of_corners(mark))
    }

    /// Whether a mark covers no place where a step has, or may have, marks at its corner.
    fn is_clear_of_corners(&self, mark: &Rect) -> bool {
        let rows = self.rows.slots_in(mark.y, mark.bottom() + STEP_REACH);
        let mut columns = self.columns.slots_in(mark.x - CORNER_BESIDE, mark.right());
        let step = |column, row| self.steps.get(self.slots.columns.at(column, row)? as usize);
        !columns.any(|column| {
            rows.clone().any(|row| step(column, row).is_some_and(|it| corner(it).overlaps(mark)))
        })
    }

    /// Takes down that something was looked at.
    pub(super) fn look_at(&self, area: Rect) {
        self.sought.set(Some(self.sought.get().map_or(area, |it| it.covering(area))));
    }

    pub(super) fn take(&mut self, mark: Rect) {
        self.taken.push(mark);
    }
}

/// The corner of a step above its box: where what the checks find is marked, and left of that the marks of the step
/// itself.
fn corner(step: &StepBox) -> Rect {
    let own = u8::from(step.moment_of_truth) + u8::from(step.fail_point);
    let width = 17.5 + 20.0 * f32::from(own);
    Rect::new(step.rect.right() + CORNER_BESIDE - width, step.rect.y - STEP_REACH, width, STEP_REACH)
}
