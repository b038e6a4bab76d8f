//! Which stages are laid out as they were.
//!
//! An edit concerns few stages. In the others each step stands in the slot that it stood in, and nothing but a way to the
//! side may tell it from before. So what lies between such stages need not be worked out again.

use super::changed::Followed;
use super::list::ordinal;
use super::reading::Reading;
use super::slots::Slots;
use super::{Axis, StageBand};

/// How far the stages that are as they were have moved to the right.
pub(super) struct Steady {
    /// For each stage that is as it was the first of those in front of it that have moved as far, and how far.
    stages: Vec<Option<(u32, f32)>>,
}

impl Steady {
    /// Compares the stages with those that stood in their place. None is steady where a row has moved, a lane has
    /// another kind, or something is folded.
    pub(super) fn new(
        followed: Followed<'_>,
        reading: &Reading,
        slots: &Slots,
        stages: &[StageBand],
        [columns, rows]: [&Axis; 2],
    ) -> Self {
        let Followed { layout: before, stood } = followed;
        let lanes_alike = before.lanes.len() == reading.lanes.len()
            && before.lanes.iter().zip(&reading.lanes).all(|(a, b)| (a.id, a.kind) == (b.0, b.1.kind));
        let nothing_folded = before.slots.folded.is_empty() && slots.folded.is_empty();
        if !lanes_alike
            || !nothing_folded
            || before.rows != *rows
            || before.slots.lane_rows != slots.lane_rows
        {
            return Self { stages: vec![None; stages.len()] };
        }
        let (mut at, mut was_at) = (0, 0);
        let moved = |(index, (was, now)): (usize, (&StageBand, &StageBand))| {
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
        let moved = before.stages.iter().zip(stages).enumerate().map(moved);
        let mut first = (0, f32::NAN);
        let group = |(by, stage): (Option<f32>, u32)| {
            if by != Some(first.1) {
                first = (stage, by.unwrap_or(f32::NAN));
            }
            by.map(|_| first)
        };
        let mut steady: Vec<_> = moved.zip(0..).map(group).collect();
        steady.resize(stages.len(), None);
        Self { stages: steady }
    }

    /// How far a stage has moved, if it is as it was.
    pub(super) fn stage(&self, stage: u32) -> Option<f32> {
        self.stages[stage as usize].map(|it| it.1)
    }

    /// How far two stages and all between them have moved, if they are as they were and have moved alike.
    pub(super) fn between(&self, one: u32, other: u32) -> Option<f32> {
        let of_one = self.stages[one as usize]?;
        (self.stages[other as usize]? == of_one).then_some(of_one.1)
    }
}
