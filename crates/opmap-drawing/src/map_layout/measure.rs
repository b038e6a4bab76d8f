//! How large text makes boxes, rows and headers.

use std::ops::Range;
use std::sync::Arc;

use opmap_model::{Keyword, Lane, LaneKind, Sourcing, Step, StepKind};

use super::axis::Axis;
use super::reading::{Reading, StepRow};
use super::slots::Slots;
use super::{
    CHIP_ROW_HEIGHT, FOLDED_SIZE, GUTTER_HEIGHT, GUTTER_WIDTH, HEAD_TITLE, LANE_HEAD_WIDTH, LaneBand,
    SMALL_TEXT, STAGE_HEAD_HEIGHT, STAGE_PAD, STEP_HEIGHT, STEP_TITLE, STEP_WIDTH, StageBand, StepBox,
};
use crate::map_scene::STAGE_TIME_BELOW;
use crate::{Face, Fonts, Rect};

/// Room above the title of a step.
const STEP_PAD_TOP: f32 = 4.5;
/// Room below the marks of a step.
const STEP_PAD_BOTTOM: f32 = 2.0;
/// Room above the name of a stage.
const STAGE_PAD_TOP: f32 = 8.0;
/// Room left and right of the name of a lane.
const LANE_PAD: (f32, f32) = (14.0, 6.0);
/// Room above and below the words of a lane, together; the names of blueprint lines reach into it.
const LANE_PAD_HEIGHT: f32 = 20.0;

/// The words of a lane's header, in lines.
pub(super) struct LaneHead {
    title_lines: Vec<String>,
    kind_lines: Vec<String>,
}

impl StepBox {
    /// Left end of the lines of the title.
    #[must_use]
    pub fn title_left(&self) -> f32 {
        self.rect.x + title_margins(self.kind).0
    }

    /// Top of the first line of the title.
    #[must_use]
    pub fn title_top(&self) -> f32 {
        self.rect.y + STEP_PAD_TOP
    }

    /// Where its title ends, downwards.
    pub(crate) fn title_bottom(&self) -> f32 {
        // A title has a handful of lines at most.
        let lines = self.title_lines.iter().map(|_| STEP_TITLE.1).sum::<f32>();
        self.title_top() + lines
    }

    /// The row below the title that is kept for the marks of the step.
    #[must_use]
    pub fn chip_row(&self) -> Rect {
        let (left, _) = title_margins(self.kind);
        let y = self.rect.bottom() - STEP_PAD_BOTTOM - CHIP_ROW_HEIGHT;
        Rect::new(self.rect.x + left, y, row_width(self.kind), CHIP_ROW_HEIGHT)
    }
}

/// Room left and right of the title of a step. The second left edge of an automated one needs some.
fn title_margins(kind: StepKind) -> (f32, f32) {
    if kind == StepKind::Automated { (11.0, 6.0) } else { (9.0, 7.0) }
}

/// The title of a step, broken into lines that fit its box.
pub(super) fn step_title(step: &Step, fonts: &Fonts) -> Arc<[String]> {
    let (left, right) = title_margins(step.kind);
    fonts.wrap(Face::Medium, STEP_TITLE.0, step.title.as_str(), STEP_WIDTH - left - right).into()
}

/// Width of the row below the title of a step.
pub(super) fn row_width(kind: StepKind) -> f32 {
    let (left, right) = title_margins(kind);
    STEP_WIDTH - left - right
}

pub(super) fn lane_heads(reading: &Reading, slots: &Slots, fonts: &Fonts) -> Vec<LaneHead> {
    let room = LANE_HEAD_WIDTH - LANE_PAD.0 - LANE_PAD.1;
    let head = |lane: &Lane, folded: bool| {
        // Folded, each is one line.
        let lines = |face: Face, size: f32, words: &str| {
            if folded {
                vec![fonts.cut(face, size, words, room)]
            } else {
                fonts.wrap(face, size, words, room)
            }
        };
        let title_lines = lines(Face::SemiBold, HEAD_TITLE.0, lane.title.as_str());
        let kind_lines = lines(Face::Regular, SMALL_TEXT.0, &kind_words(lane.kind, lane.sourcing));
        LaneHead { title_lines, kind_lines }
    };
    reading.lanes.iter().zip(&slots.lane_folded).map(|((_, lane), folded)| head(lane, *folded)).collect()
}

/// The kind of a lane, and who does the work unless that is the company or said by the kind already.
fn kind_words(kind: LaneKind, sourcing: Option<Sourcing>) -> String {
    match (kind, sourcing) {
        (_, None | Some(Sourcing::InHouse)) | (LaneKind::Partner, Some(Sourcing::Partner)) => {
            kind.label().to_owned()
        }
        (_, Some(sourcing)) => format!("{}, {}", kind.label(), sourcing.label().to_lowercase()),
    }
}

/// Counts of tracks, so chosen that no line of a row gutter runs in its middle, where lanes have their borders.
pub(super) fn off_border(tracks: &[u32]) -> Vec<u32> {
    tracks.iter().map(|tracks| tracks.next_multiple_of(2)).collect()
}

/// The columns.
pub(super) fn columns(slots: &Slots, tracks: &[u32]) -> Axis {
    let size = |folded: bool| if folded { FOLDED_SIZE } else { STEP_WIDTH };
    Axis::new(&sizes(&slots.stage_columns, &slots.stage_folded, size), tracks, GUTTER_WIDTH)
}

/// The rows: each as high as its highest box, and each lane high enough for its header.
pub(super) fn rows(reading: &Reading, slots: &Slots, heads: &[LaneHead], tracks: &[u32]) -> Axis {
    let size = |folded: bool| if folded { FOLDED_SIZE } else { STEP_HEIGHT };
    let mut heights = sizes(&slots.lane_rows, &slots.lane_folded, size);
    let steps = reading.steps.items();
    for (place, step) in slots.places.iter().zip(&slots.shown) {
        let height = &mut heights[place.row as usize];
        *height = height.max(box_height(&steps[*step as usize].words.title_lines));
    }
    let rows = Axis::new(&heights, tracks, GUTTER_HEIGHT);
    for (range, head) in slots.lane_rows.iter().zip(heads) {
        let (top, bottom) = rows.band(range);
        let missing = head.height() - (bottom - top);
        heights[range.end as usize - 1] += missing.max(0.0);
    }
    Axis::new(&heights, tracks, GUTTER_HEIGHT)
}

/// The sizes of the slots of some bands.
fn sizes(bands: &[Range<u32>], folded: &[bool], size: impl Fn(bool) -> f32) -> Vec<f32> {
    bands.iter().zip(folded).flat_map(|(slots, folded)| slots.clone().map(|_| size(*folded))).collect()
}

pub(super) fn box_height(title: &[String]) -> f32 {
    (STEP_PAD_TOP + lines(title) * STEP_TITLE.1 + CHIP_ROW_HEIGHT + STEP_PAD_BOTTOM).max(STEP_HEIGHT)
}

pub(super) fn stage_bands(reading: &Reading, slots: &Slots, columns: &Axis, fonts: &Fonts) -> Vec<StageBand> {
    let counts = counts(reading, reading.stages.len(), |it| it.stage);
    let band = |number: usize| {
        let (id, stage) = &reading.stages[number - 1];
        let (x, end) = columns.band(&slots.stage_columns[number - 1]);
        let folded = slots.stage_folded[number - 1];
        let title_indent = fonts.width(Face::Regular, HEAD_TITLE.0, &number.to_string()) + 6.0;
        let room = end - x - 2.0 * STAGE_PAD - title_indent;
        let title_lines = if folded {
            Vec::new()
        } else {
            fonts.wrap(Face::SemiBold, HEAD_TITLE.0, stage.title.as_str(), room)
        };
        StageBand {
            id: *id,
            number,
            title_lines,
            title_indent,
            x,
            width: end - x,
            steps: counts[number - 1],
            folded,
        }
    };
    (1..=reading.stages.len()).map(band).collect()
}

/// How many steps each band has.
fn counts(reading: &Reading, bands: usize, band: fn(&StepRow) -> u32) -> Vec<usize> {
    let mut counts = vec![0; bands];
    for step in reading.steps.items() {
        counts[band(step) as usize] += 1;
    }
    counts
}

/// High enough for the names of the stages, and below them for how long they take.
pub(super) fn head_height(stages: &[StageBand]) -> f32 {
    let most = stages.iter().map(|it| lines(&it.title_lines)).fold(0.0, f32::max);
    (STAGE_PAD_TOP + most * HEAD_TITLE.1 + SMALL_TEXT.1 + STAGE_TIME_BELOW).max(STAGE_HEAD_HEIGHT)
}

pub(super) fn lane_bands(
    reading: &Reading,
    slots: &Slots,
    rows: &Axis,
    heads: Vec<LaneHead>,
) -> Vec<LaneBand> {
    let counts = counts(reading, reading.lanes.len(), |it| it.lane);
    let band = |(index, head): (usize, LaneHead)| {
        let (id, lane) = &reading.lanes[index];
        let (y, end) = rows.band(&slots.lane_rows[index]);
        LaneBand {
            id: *id,
            kind: lane.kind,
            sourcing: lane.sourcing,
            title_lines: head.title_lines,
            kind_lines: head.kind_lines,
            y,
            height: end - y,
            steps: counts[index],
            folded: slots.lane_folded[index],
        }
    };
    heads.into_iter().enumerate().map(band).collect()
}

impl LaneHead {
    fn height(&self) -> f32 {
        LANE_PAD_HEIGHT + lines(&self.title_lines) * HEAD_TITLE.1 + lines(&self.kind_lines) * SMALL_TEXT.1
    }
}

/// How many lines there are; titles have at most as many as characters.
#[allow(clippy::cast_precision_loss)]
fn lines(lines: &[String]) -> f32 {
    lines.len() as f32
}
