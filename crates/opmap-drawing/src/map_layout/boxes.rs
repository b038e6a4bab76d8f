//! The boxes of steps, and what stands in place of those that are folded.

use std::sync::Arc;

use opmap_model::{LaneKind, Performer, Sourcing};

use super::axis::Axis;
use super::changed::{Formerly, Found};
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

/// The boxes of all steps that are shown; with those of a followed layout, where they look otherwise is found, and told
/// what has become of each.
pub(super) fn boxes(
    reading: &Reading,
    slots: &Slots,
    [columns, rows]: [&Axis; 2],
    mut formerly: Option<Formerly<'_, StepBox>>,
    found: &mut Found,
) -> (Vec<StepBox>, Vec<StepTrace>) {
    let (mut boxes, mut traces) = (Vec::with_capacity(slots.shown.len()), Vec::new());
    traces.reserve(if formerly.is_some() { slots.shown.len() } else { 0 });
    for (index, place) in slots.shown.iter().zip(&slots.places) {
        let now = || {
            let at = Point::new(columns.start(place.column), rows.start(place.row));
            step_box(reading, &reading.steps.items()[*index as usize], *place, at)
        };
        let Some(Formerly { followed, steady, drawn }) = &mut formerly else {
            boxes.push(now());
            continue;
        };
        let was = followed.box_of(*index);
        let Some(former) = drawn.take(was, |_| true, &mut |_, it: StepBox| found.add(it.rect)) else {
            traces.push(StepTrace { was: GONE, is_marked_alike: false });
            boxes.push(now());
            found.add(boxes[boxes.len() - 1].rect);
            continue;
        };
        let is_revised = followed.stood.revised.binary_search(index).is_ok();
        let (before, marks) = (former.rect, (former.moment_of_truth, former.fail_point));
        let (now, is_same) = match steady.stage(place.stage).filter(|_| !is_revised) {
            Some(by) => (StepBox { rect: Rect { x: before.x + by, ..before }, ..former }, by == 0.0),
            None => {
                let now = now();
                let is_same = now == former;
                (now, is_same)
            }
        };
        traces.push(StepTrace { was, is_marked_alike: marks == (now.moment_of_truth, now.fail_point) });
        if !is_same {
            found.add(before);
            found.add(now.rect);
        }
        boxes.push(now);
    }
    let ends = formerly.map(|it| it.drawn);
    ends.into_iter().for_each(|it| it.end(&mut |_, it| found.add(it.rect)));
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
