//! Stages, lanes and the lines of the service blueprint, with their headers.

use opmap_model::LaneKind;

use super::note::ChangeSign;
use super::note_marks::{head_change_marks, head_edge_marks};
use super::stage_time::{StageTime, time_marks};
use super::{fill, line, text};
use crate::{
    BlueprintLine, BlueprintLineKind, Face, HEAD_TITLE, LANE_HEAD_WIDTH, LaneBand, Mark, Point, Rect,
    SMALL_TEXT, STAGE_PAD, StageBand, Stroke, Tone,
};

/// Width of the edge that tells the kind of a lane.
const EDGE_WIDTH: f32 = 4.0;
/// Left end of the words in the header of a lane.
const LANE_TEXT_LEFT: f32 = 14.0;
/// Top of the first line of a stage's name.
const STAGE_TEXT_TOP: f32 = 8.0;

/// The ground and the border of a lane between two places of the body.
#[must_use]
pub fn lane_marks(lane: &LaneBand, left: f32, right: f32) -> Vec<Mark> {
    let tint = match lane.kind {
        LaneKind::Customer => Tone::LaneCustomer,
        LaneKind::Frontstage => Tone::LaneFront,
        LaneKind::Backstage | LaneKind::Evidence => Tone::LaneBack,
        LaneKind::Support | LaneKind::Partner => Tone::LaneSupport,
    };
    let bottom = lane.y + lane.height;
    vec![
        fill(Rect::new(left, lane.y, right - left, lane.height), tint),
        line(Point::new(left, bottom), Point::new(right, bottom), Stroke::solid(Tone::Line, 1.0)),
    ]
}

/// The border on the right of a stage between two places of the body.
#[must_use]
pub fn stage_marks(stage: &StageBand, top: f32, bottom: f32) -> Vec<Mark> {
    let x = stage.x + stage.width;
    vec![line(Point::new(x, top), Point::new(x, bottom), Stroke::solid(Tone::Line, 1.0))]
}

/// The header of a stage, `height` high, at the place of the stage from the left and at 0 from the top; with how long it
/// takes, where that is known. What became of it takes the place of its number.
#[must_use]
pub fn stage_head_marks(
    stage: &StageBand,
    height: f32,
    time: Option<&StageTime>,
    change: Option<ChangeSign>,
) -> Vec<Mark> {
    let right = stage.x + stage.width;
    let left = stage.x + STAGE_PAD;
    let mut marks = vec![
        fill(Rect::new(stage.x, 0.0, stage.width, height), Tone::Surface2),
        line(Point::new(right, 0.0), Point::new(right, height), Stroke::solid(Tone::Line, 1.0)),
        line(Point::new(stage.x, height), Point::new(right, height), Stroke::solid(Tone::Line2, 1.0)),
    ];
    match change {
        None => {
            let number = stage.number.to_string();
            marks.push(text(left, STAGE_TEXT_TOP, HEAD_TITLE, Face::Regular, Tone::Ink2, &number));
        }
        Some(change) => {
            let edge = height - 1.5;
            marks.push(head_edge_marks(change, Point::new(stage.x, edge), Point::new(right, edge)));
            marks.extend(head_change_marks(
                change,
                Point::new(left + 4.0, STAGE_TEXT_TOP + HEAD_TITLE.1 / 2.0),
            ));
        }
    }
    let mut top = STAGE_TEXT_TOP;
    for words in &stage.title_lines {
        marks.push(text(left + stage.title_indent, top, HEAD_TITLE, Face::SemiBold, Tone::Ink, words));
        top += HEAD_TITLE.1;
    }
    marks.extend(time.into_iter().flat_map(|time| time_marks(stage, height, time)));
    marks
}

/// The header of a lane, at 0 from the left and at the place of the lane from the top; with what became of it in the
/// corner.
#[must_use]
pub fn lane_head_marks(lane: &LaneBand, change: Option<ChangeSign>) -> Vec<Mark> {
    let bottom = lane.y + lane.height;
    let (tone, dash) = match lane.kind {
        LaneKind::Customer => (Tone::LaneCustomerEdge, None),
        LaneKind::Frontstage => (Tone::LaneFrontEdge, None),
        LaneKind::Backstage => (Tone::LaneBackEdge, None),
        LaneKind::Evidence => (Tone::LaneBackEdge, Some((2.0, 3.0))),
        LaneKind::Support => (Tone::LaneSupportEdge, None),
        LaneKind::Partner => (Tone::LaneSupportEdge, Some((5.0, 3.0))),
    };
    let edge = Stroke { tone, width: EDGE_WIDTH, dash };
    let x = EDGE_WIDTH / 2.0;
    let mut marks = vec![
        fill(Rect::new(0.0, lane.y, LANE_HEAD_WIDTH, lane.height), Tone::Surface2),
        line(
            Point::new(EDGE_WIDTH, bottom),
            Point::new(LANE_HEAD_WIDTH, bottom),
            Stroke::solid(Tone::Line, 1.0),
        ),
        line(
            Point::new(LANE_HEAD_WIDTH, lane.y),
            Point::new(LANE_HEAD_WIDTH, bottom),
            Stroke::solid(Tone::Line2, 1.0),
        ),
        line(Point::new(x, lane.y), Point::new(x, bottom), edge),
    ];
    let lines = || {
        let title = lane.title_lines.iter().map(|it| (it, HEAD_TITLE, Face::SemiBold, Tone::Ink));
        title.chain(lane.kind_lines.iter().map(|it| (it, SMALL_TEXT, Face::Regular, Tone::Ink2)))
    };
    let height: f32 = lines().map(|(_, (_, height), ..)| height).sum();
    let mut top = lane.y + (lane.height - height) / 2.0;
    for (words, size, face, tone) in lines() {
        marks.push(text(LANE_TEXT_LEFT, top, size, face, tone, words));
        top += size.1;
    }
    if let Some(change) = change {
        let edge = LANE_HEAD_WIDTH - 1.5;
        marks.push(head_edge_marks(change, Point::new(edge, lane.y), Point::new(edge, bottom)));
        marks.extend(head_change_marks(change, Point::new(LANE_HEAD_WIDTH - 13.0, lane.y + 11.0)));
    }
    marks
}

/// A line of the blueprint between two places of the body.
#[must_use]
pub fn blueprint_marks(blueprint: &BlueprintLine, left: f32, right: f32) -> Vec<Mark> {
    let y = blueprint.y;
    vec![line(Point::new(left, y), Point::new(right, y), blueprint_stroke(blueprint.kind))]
}

/// The name of a line of the blueprint in the column of lane headers.
#[must_use]
pub fn blueprint_name_marks(blueprint: &BlueprintLine) -> Vec<Mark> {
    let y = blueprint.y;
    let right = LANE_TEXT_LEFT + blueprint.name_width;
    let patch = Rect::new(LANE_TEXT_LEFT - 3.0, y - 7.0, blueprint.name_width + 6.0, 14.0);
    let stroke = blueprint_stroke(blueprint.kind);
    vec![
        line(Point::new(EDGE_WIDTH, y), Point::new(LANE_TEXT_LEFT - 3.0, y), stroke),
        line(Point::new(right + 3.0, y), Point::new(LANE_HEAD_WIDTH, y), stroke),
        fill(patch, Tone::Surface2),
        text(
            LANE_TEXT_LEFT,
            y - SMALL_TEXT.1 / 2.0,
            SMALL_TEXT,
            Face::Medium,
            Tone::Ink2,
            blueprint.kind.name(),
        ),
    ]
}

fn blueprint_stroke(kind: BlueprintLineKind) -> Stroke {
    match kind {
        BlueprintLineKind::Interaction => Stroke::dashed(Tone::Ink2, 1.5, 7.0, 4.0),
        BlueprintLineKind::Visibility => Stroke::solid(Tone::Ink2, 2.0),
        BlueprintLineKind::Internal => Stroke::dashed(Tone::Ink2, 1.5, 2.0, 4.0),
    }
}
