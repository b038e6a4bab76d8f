//! Which stages and rows are laid out as they were.
//!
//! An edit concerns few stages. In the others each step stands in the slot that it stood in, and nothing but a way to the
//! side may tell it from before; rows have moved up or down. So what lies between such stages and such rows need not be
//! worked out again.

use super::changed::Followed;
use super::list::ordinal;
use super::reading::Reading;
use super::slots::{Place, Slots};
use super::{Axis, StageBand};
use crate::Point;

/// How far the stages and rows that are as they were have moved.
pub(super) struct Steady {
    /// For each stage that is as it was the first of those in front of it that have moved as far, and how far.
    stages: Vec<Group>,
    /// The same for each row.
    rows: Vec<Group>,
}

type Group = Option<(u32, f32)>;

impl Steady {
    /// Compares stages and rows with those that stood in their place. None is steady where a lane has another kind or
    /// more rows, or something is folded.
    pub(super) fn new(
        followed: Followed<'_>,
        reading: &Reading,
        slots: &Slots,
        stages: &[StageBand],
        [columns, rows]: [&Axis; 2],
    ) -> Self {
        let Followed { layout: before, stood } = followed;
        let lanes_alike = before.slots.lane_rows == slots.lane_rows
            && before.lanes.len() == reading.lanes.len()
            && before.lanes.iter().zip(&reading.lanes).all(|(a, b)| (a.id, a.kind) == (b.0, b.1.kind));
        if !lanes_alike || !followed.is_unfolded(slots) || before.stages.len() != stages.len() {
            return Self { stages: vec![None; stages.len()], rows: Vec::new() };
        }
        let (mut at, mut was_at) = (0, 0);
        let stage_moved = |(index, (was, now)): (usize, (&StageBand, &StageBand))| {
            let (first, was_first) = (at, was_at);
            at += ordinal(now.steps);
            was_at += ordinal(was.steps);
            let stays = |step: u32| stood.steps.was(step) == step - first + was_first;
            let is_as_it_was = was.id == now.id
                && was.steps == now.steps
                && !stood.connected.contains(&ordinal(index))
                && (first..at).all(stays);
            let own = [&before.slots, slots].map(|it| &it.stage_columns[index]);
            before.columns.moved_to(own[0], columns, own[1]).filter(|_| is_as_it_was)
        };
        let row_moved = |row: u32| before.rows.moved_to(&(row..row + 1), rows, &(row..row + 1));
        Self {
            stages: groups(before.stages.iter().zip(stages).enumerate().map(stage_moved)),
            rows: groups((0..slots.rows.count()).map(row_moved)),
        }
    }

    /// How far what stands in a slot has moved, if its stage and its row are as they were.
    pub(super) fn at(&self, place: Place) -> Option<Point> {
        self.between(place, place)
    }

    /// How far two slots and all between them have moved, if their stages and rows are as they were and have moved alike.
    pub(super) fn between(&self, one: Place, other: Place) -> Option<Point> {
        let alike = |groups: &[Group], one: u32, other: u32| {
            let group = (*groups.get(one as usize)?)?;
            (*groups.get(other as usize)? == Some(group)).then_some(group.1)
        };
        let x = alike(&self.stages, one.stage, other.stage)?;
        Some(Point::new(x, alike(&self.rows, one.row, other.row)?))
    }
}

/// Neighbours that have moved as far as each other.
fn groups(moved: impl Iterator<Item = Option<f32>>) -> Vec<Group> {
    // What is no number is equal to none, so that it begins a group.
    let mut current = (0, f32::NAN);
    let group = |(by, index): (Option<f32>, u32)| {
        if by != Some(current.1) {
            current = (index, by.unwrap_or(f32::NAN));
        }
        by.map(|_| current)
    };
    moved.zip(0..).map(group).collect()
}
