//! The boxes of steps, and what stands in place of those that are folded.

use std::sync::Arc;

use opmap_model::{LaneKind, Performer, Sourcing};

use super::axis::Axis;
use super::changed::{Formerly, Found, carried};
use super::list::GONE;
use super::measure::box_height;
use super::reading::{Reading, StepRow};
use super::slots::{Place, Slots};
use super::{FOLDED_SIZE, FoldedCell, SMALL_TEXT, STEP_HEIGHT, STEP_WIDTH, StepBox};
use crate::{Face, Fonts, Point, Rect};

/// What has become of a box since the layout that this one follows.
#[derive(Debug, Clone, Copy)]
pub(super) struct StepTrace {
    /// Which of the former boxes it was, [`GONE`] if it was none.
    pub(super) was: u32,
    /// Whether it has the marks at its corner that it had.
    pub(super) is_marked_alike: bool,
}

/// The boxes of all steps that are shown, and what has become of each since a layout that is followed; where they look
/// otherwise is found.
pub(super) fn boxes(
    reading: &Reading,
    slots: &Slots,
    [columns, rows]: [&Axis; 2],
    formerly: Option<Formerly<'_, StepBox>>,
    found: &mut Found,
) -> (Vec<StepBox>, Vec<StepTrace>) {
    let make = |at: usize| {
        let place = slots.places[at];
        let corner = Point::new(columns.start(place.column), rows.start(place.row));
        step_box(reading, &reading.steps.items()[slots.shown[at] as usize], place, corner)
    };
    let Some(Formerly { followed, steady, drawn }) = formerly else {
        return ((0..slots.shown.len()).map(make).collect(), Vec::new());
    };
    let was: Vec<u32> = slots.shown.iter().map(|it| followed.box_of(*it)).collect();
    let mut boxes = carried(drawn, &was, make, |it| found.add(it.rect));
    let mut trace = |(at, it): (usize, &mut StepBox)| {
        if was[at] == GONE {
            found.add(it.rect);
            return StepTrace { was: GONE, is_marked_alike: false };
        }
        let is_revised = followed.stood.is_revised(slots.shown[at]);
        let (before, marks) = (it.rect, (it.moment_of_truth, it.fail_point));
        let is_same = if let Some(by) = steady.at(slots.places[at]).filter(|_| !is_revised) {
            it.rect = before.moved(by);
            by == Point::default()
        } else {
            let now = make(at);
            let is_same = *it == now;
            if !is_same {
                *it = now;
            }
            is_same
        };
        if !is_same {
            found.add(before);
            found.add(it.rect);
        }
        StepTrace { was: was[at], is_marked_alike: marks == (it.moment_of_truth, it.fail_point) }
    };
    let traces = boxes.iter_mut().enumerate().map(&mut trace).collect();
    (boxes, traces)
}

fn step_box(reading: &Reading, step: &StepRow, place: Place, at: Point) -> StepBox {
    let (lane_id, lane) = &reading.lanes[place.lane as usize];
    StepBox {
        id: step.id,
        stage: reading.stages[place.stage as usize].0,
        lane: *lane_id,
        rect: Rect::new(at.x, at.y, STEP_WIDTH, box_height(&step.words.title_lines)),
        title_lines: Arc::clone(&step.words.title_lines),
        kind: step.kind,
        lane_kind: lane.kind,
        outside: step.words.performer == Some(Performer::Partner)
            || lane.kind == LaneKind::Partner
            || matches!(lane.sourcing, Some(Sourcing::Outsourced | Sourcing::Partner)),
        automated: step.words.performer == Some(Performer::System),
        moment_of_truth: step.words.moment_of_truth,
        fail_point: step.words.fail_point,
        signs: Arc::clone(&step.words.signs),
    }
}

/// The cells of folded stages and lanes that have steps.
pub(super) fn folded_cells(
    reading: &Reading,
    slots: &Slots,
    [columns, rows]: [&Axis; 2],
    fonts: &Fonts,
) -> Vec<FoldedCell> {
    let places = &slots.places[slots.shown.len()..];
    let cell = |(place, steps): (&Place, &u32)| {
        let in_stage = slots.stage_folded[place.stage as usize];
        let in_lane = slots.lane_folded[place.lane as usize];
        FoldedCell {
            stage: reading.stages[place.stage as usize].0,
            lane: reading.lanes[place.lane as usize].0,
            rect: Rect::new(
                columns.start(place.column),
                rows.start(place.row),
                if in_stage { FOLDED_SIZE } else { STEP_WIDTH },
                if in_lane { FOLDED_SIZE } else { STEP_HEIGHT },
            ),
            steps: *steps as usize,
            text_width: fonts.width(Face::Medium, SMALL_TEXT.0, &FoldedCell::words(*steps as usize)),
        }
    };
    places.iter().zip(&slots.folded).map(cell).collect()
}
