//! How large text makes boxes, rows and headers.

use opmap_model::{Document, Keyword, LaneKind, MapView, Sourcing, StepKind};

use super::axis::Axis;
use super::slots::Slots;
use super::{
    CHIP_ROW_HEIGHT, GUTTER_HEIGHT, HEAD_TITLE, LANE_HEAD_WIDTH, LaneBand, SMALL_TEXT, STAGE_HEAD_HEIGHT,
    STAGE_PAD, STEP_HEIGHT, STEP_TITLE, STEP_WIDTH, StageBand, StepBox,
};
use crate::{Face, Fonts, Rect};

/// Room for the sign at the right end of the row below the title.
const CHIP_SIGN_WIDTH: f32 = 15.0;
/// Room above the title of a step.
const STEP_PAD_TOP: f32 = 4.5;
/// Room below the marks of a step.
const STEP_PAD_BOTTOM: f32 = 2.0;
/// Room above and below the names of stages, together.
const STAGE_PAD_HEIGHT: f32 = 16.0;
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

    /// The row below the title that is kept for the marks of the step.
    #[must_use]
    pub fn chip_row(&self) -> Rect {
        let (left, right) = title_margins(self.kind);
        let y = self.rect.bottom() - STEP_PAD_BOTTOM - CHIP_ROW_HEIGHT;
        Rect::new(self.rect.x + left, y, STEP_WIDTH - left - right, CHIP_ROW_HEIGHT)
    }
}

/// Room left and right of the title of a step. The second left edge of an automated one needs some.
fn title_margins(kind: StepKind) -> (f32, f32) {
    if kind == StepKind::Automated { (11.0, 6.0) } else { (9.0, 7.0) }
}

pub(super) fn step_titles(view: &MapView<'_>, fonts: &Fonts) -> Vec<Vec<String>> {
    let lines = |step: &opmap_model::Step| {
        let (left, right) = title_margins(step.kind);
        fonts.wrap(Face::Medium, STEP_TITLE.0, step.title.as_str(), STEP_WIDTH - left - right)
    };
    view.steps.iter().map(|(_, step)| lines(step)).collect()
}

pub(super) fn lane_heads(view: &MapView<'_>, fonts: &Fonts) -> Vec<LaneHead> {
    let room = LANE_HEAD_WIDTH - LANE_PAD.0 - LANE_PAD.1;
    let head = |lane: &opmap_model::Lane| LaneHead {
        title_lines: fonts.wrap(Face::SemiBold, HEAD_TITLE.0, lane.title.as_str(), room),
        kind_lines: fonts.wrap(Face::Regular, SMALL_TEXT.0, &kind_words(lane.kind, lane.sourcing), room),
    };
    view.lanes.iter().map(|(_, lane)| head(lane)).collect()
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

/// The rows: each as high as its highest box, and each lane high enough for its header.
pub(super) fn rows(slots: &Slots, titles: &[Vec<String>], heads: &[LaneHead], tracks: &[u32]) -> Axis {
    let mut heights = vec![STEP_HEIGHT; slots.rows.count() as usize];
    for (place, title) in slots.places.iter().zip(titles) {
        let height = &mut heights[place.row as usize];
        *height = height.max(box_height(title));
    }
    let rows = Axis::new(&heights, tracks, GUTTER_HEIGHT);
    for (range, head) in slots.lane_rows.iter().zip(heads) {
        let (top, bottom) = rows.band(range);
        let missing = head.height() - (bottom - top);
        heights[range.end as usize - 1] += missing.max(0.0);
    }
    Axis::new(&heights, tracks, GUTTER_HEIGHT)
}

fn box_height(title: &[String]) -> f32 {
    (STEP_PAD_TOP + lines(title) * STEP_TITLE.1 + CHIP_ROW_HEIGHT + STEP_PAD_BOTTOM).max(STEP_HEIGHT)
}

pub(super) fn stage_bands(
    view: &MapView<'_>,
    slots: &Slots,
    columns: &Axis,
    fonts: &Fonts,
) -> Vec<StageBand> {
    let band = |number: usize, (id, stage): &(_, &opmap_model::Stage), range: &_| {
        let (x, end) = columns.band(range);
        let title_indent = fonts.width(Face::Regular, HEAD_TITLE.0, &number.to_string()) + 6.0;
        let room = end - x - 2.0 * STAGE_PAD - title_indent;
        let title_lines = fonts.wrap(Face::SemiBold, HEAD_TITLE.0, stage.title.as_str(), room);
        StageBand { id: *id, number, title_lines, title_indent, x, width: end - x }
    };
    let stages = (1..).zip(&view.stages).zip(&slots.stage_columns);
    stages.map(|((number, stage), range)| band(number, stage, range)).collect()
}

pub(super) fn head_height(stages: &[StageBand]) -> f32 {
    let most = stages.iter().map(|it| lines(&it.title_lines)).fold(0.0, f32::max);
    (STAGE_PAD_HEIGHT + most * HEAD_TITLE.1).max(STAGE_HEAD_HEIGHT)
}

pub(super) fn lane_bands(
    view: &MapView<'_>,
    slots: &Slots,
    rows: &Axis,
    heads: Vec<LaneHead>,
) -> Vec<LaneBand> {
    let lanes = view.lanes.iter().zip(heads).zip(&slots.lane_rows);
    lanes
        .map(|(((id, lane), head), range)| {
            let (y, end) = rows.band(range);
            LaneBand {
                id: *id,
                kind: lane.kind,
                sourcing: lane.sourcing,
                title_lines: head.title_lines,
                kind_lines: head.kind_lines,
                y,
                height: end - y,
            }
        })
        .collect()
}

impl LaneHead {
    fn height(&self) -> f32 {
        LANE_PAD_HEIGHT + lines(&self.title_lines) * HEAD_TITLE.1 + lines(&self.kind_lines) * SMALL_TEXT.1
    }
}

pub(super) fn boxes(
    view: &MapView<'_>,
    slots: &Slots,
    columns: &Axis,
    rows: &Axis,
    titles: Vec<Vec<String>>,
) -> Vec<StepBox> {
    let steps = view.steps.iter().zip(&slots.places).zip(titles);
    steps
        .map(|(((id, step), place), title_lines)| {
            let lane = view.lanes[place.lane as usize].1;
            let (x, y) = (columns.start(place.column), rows.start(place.row));
            StepBox {
                id: *id,
                stage: step.stage,
                lane: step.lane,
                rect: Rect::new(x, y, STEP_WIDTH, box_height(&title_lines)),
                title_lines,
                kind: step.kind,
                lane_kind: lane.kind,
                outside: lane.kind == LaneKind::Partner
                    || matches!(lane.sourcing, Some(Sourcing::Outsourced | Sourcing::Partner)),
                channel: None,
            }
        })
        .collect()
}

/// Gives each box the name of its channel, cut to fit beside the sign of its kind.
pub(super) fn name_channels(boxes: &mut [StepBox], document: &Document, fonts: &Fonts) {
    for step in boxes {
        let channel = document.get(step.id).and_then(|it| document.get(it.channel?));
        let room = step.chip_row().width - CHIP_SIGN_WIDTH;
        step.channel = channel.map(|it| fonts.cut(Face::Regular, SMALL_TEXT.0, it.title.as_str(), room));
    }
}

/// How many lines there are; titles have at most as many as characters.
#[allow(clippy::cast_precision_loss)]
fn lines(lines: &[String]) -> f32 {
    lines.len() as f32
}
