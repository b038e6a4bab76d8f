//! The box of a step.

use opmap_model::{LaneKind, StepKind};

use super::corner::{check_marks, corner_marks};
use super::icon::sign_marks;
use super::note::{ChangeSign, StepNote, Stress};
use super::note_marks::{edge, hatching, pill_marks, subdued};
use super::{outline, roles, text};
use crate::map_layout::{SIGN_GAP, sign_face};
use crate::{
    Face, FoldedCell, Mark, PathMark, Point, Rect, RowSign, SIGN_SIZE, SMALL_TEXT, STEP_TITLE, Segment,
    StepBox, Stroke, Tone,
};

/// How far the second left edge of an automated step lies inside.
const SECOND_EDGE: f32 = 4.0;

/// How much of a step is drawn, which depends on how large it is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Detail {
    /// Its shape, and its number where that has room.
    Shape,
    /// Its shape and its title.
    Title,
    /// Everything.
    #[default]
    Full,
}

impl Detail {
    /// The smallest scale at which titles are written, in pixels for each map unit. Below it numbers take their place.
    pub const TITLE_SCALE: f64 = 0.45;
    /// The smallest scale at which a number has room in a box.
    pub const NUMBER_SCALE: f64 = 0.2;
    /// The smallest scale at which the row below the title can be read.
    pub const FULL_SCALE: f64 = 0.7;

    /// What can be made out at a scale, in pixels for each map unit.
    #[must_use]
    pub fn at_scale(scale: f64) -> Self {
        match scale {
            _ if scale >= Self::FULL_SCALE => Self::Full,
            _ if scale >= Self::TITLE_SCALE => Self::Title,
            _ => Self::Shape,
        }
    }
}

/// How far the marks of a step reach beyond its box.
pub const STEP_REACH: f32 = 10.0;

/// The box of a step with its title, its signs and what overlays say of it, in the coordinates of the body.
///
/// The customer's steps are rounder, what others do is dashed, what a system does has a second left edge, and a
/// decision has cut corners. What overlays say is drawn at every detail: it was asked for. Their words take the place of
/// the row below the title, and what the checks found that of the corner, so that they cover nothing.
#[must_use]
pub fn step_marks(step: &StepBox, detail: Detail, note: Option<&StepNote>) -> Vec<Mark> {
    let plain = StepNote::default();
    let note = note.unwrap_or(&plain);
    let mut marks = vec![body(step, note)];
    if note.change == Some(ChangeSign::Gone) {
        marks.push(hatching(step.rect, radius(step)));
    }
    if detail > Detail::Shape {
        if step.automated {
            marks.push(second_edge(step));
        }
        let ink = if note.change == Some(ChangeSign::Gone) { Tone::Ink2 } else { Tone::Ink };
        let mut top = step.title_top();
        for line in step.title_lines.iter() {
            marks.push(text(step.title_left(), top, STEP_TITLE, Face::Medium, ink, line));
            top += STEP_TITLE.1;
        }
    }
    let words = pill_marks(step, note);
    let (check, taken) = check_marks(step, note.found.as_ref());
    if detail == Detail::Full {
        match &note.roles {
            _ if !words.is_empty() => {}
            Some(roles) => marks.extend(roles::row_marks(step, roles)),
            None => marks.extend(step.signs.iter().flat_map(|sign| row_marks(step.chip_row(), sign))),
        }
        marks.extend(corner_marks(step, taken));
    }
    if note.stress == Stress::StepsBack {
        marks = marks.into_iter().map(subdued).collect();
    }
    marks.extend(check);
    marks.extend(words);
    marks
}

/// What lies over a selected step: a halo and a border along its outline, and the signs at its corner, which those would
/// cover, as far as they are drawn.
#[must_use]
pub fn selected_marks(step: &StepBox, detail: Detail, note: Option<&StepNote>) -> Vec<Mark> {
    let (check, taken) = check_marks(step, note.and_then(|it| it.found.as_ref()));
    let along =
        |beyond, tone, width| shape(step, step.rect.grown(beyond), None, Some(Stroke::solid(tone, width)));
    let outlines = [along(3.0, Tone::SelectHalo, 5.0), along(0.0, Tone::Accent, 2.0)];
    let corner = if detail == Detail::Full { corner_marks(step, taken) } else { Vec::new() };
    outlines.into_iter().chain(corner).chain(check).collect()
}

/// What stands for the steps of a cell of a folded stage or lane: how many there are.
#[must_use]
pub fn folded_cell_marks(cell: &FoldedCell) -> Vec<Mark> {
    let (rect, middle) = (cell.rect, cell.rect.center());
    let top = middle.y - SMALL_TEXT.1 / 2.0;
    vec![
        outline(rect, 6.0, Some(Tone::Surface2), Stroke::solid(Tone::LineMark, 1.0)),
        text(middle.x - cell.text_width / 2.0, top, SMALL_TEXT, Face::Medium, Tone::Ink2, &cell.text()),
    ]
}

/// A sign in the row below the title.
pub(super) fn row_marks(row: Rect, sign: &RowSign) -> Vec<Mark> {
    let left = row.x + sign.left;
    let at = Point::new(left, row.center().y - SIGN_SIZE / 2.0);
    let mut marks = sign.sign.map(|it| sign_marks(it, at, SIGN_SIZE, Tone::Ink2)).unwrap_or_default();
    if let Some(words) = &sign.words {
        let left = if sign.sign.is_some() { left + SIGN_SIZE + SIGN_GAP } else { left };
        let tone = if sign.strong { Tone::Ink } else { Tone::Ink2 };
        marks.push(text(left, row.y, (SMALL_TEXT.0, row.height), sign_face(sign.strong), tone, words));
    }
    marks
}

fn body(step: &StepBox, note: &StepNote) -> Mark {
    let customer = step.lane_kind == LaneKind::Customer;
    let (tone, width) = if customer { (Tone::LaneCustomerEdge, 1.25) } else { (Tone::LineMark, 1.0) };
    let stroke = if step.outside { Stroke::dashed(tone, 1.25, 4.0, 2.5) } else { Stroke::solid(tone, width) };
    shape(step, step.rect, Some(Tone::Surface), Some(edge(note, stroke)))
}

/// The outline of a step along `rect`, which is its own or one a little larger.
pub(super) fn shape(step: &StepBox, rect: Rect, fill: Option<Tone>, stroke: Option<Stroke>) -> Mark {
    if step.kind == StepKind::Decision {
        return Mark::Path(PathMark { segments: cut_corners(&rect, 9.0), fill, stroke });
    }
    match stroke {
        Some(stroke) => outline(rect, radius(step), fill, stroke),
        None => Mark::Rect(crate::RectMark { rect, radius: radius(step), fill, stroke: None }),
    }
}

fn radius(step: &StepBox) -> f32 {
    match step.lane_kind {
        LaneKind::Customer => 14.0,
        LaneKind::Evidence => 2.0,
        LaneKind::Frontstage | LaneKind::Backstage | LaneKind::Support | LaneKind::Partner => 6.0,
    }
}

fn cut_corners(rect: &Rect, cut: f32) -> Vec<Segment> {
    let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
    super::icon::closed(&[
        (left + cut, top),
        (right - cut, top),
        (right, top + cut),
        (right, bottom - cut),
        (right - cut, bottom),
        (left + cut, bottom),
        (left, bottom - cut),
        (left, top + cut),
    ])
}

fn second_edge(step: &StepBox) -> Mark {
    let x = step.rect.x + SECOND_EDGE;
    // Where the round corner lies at that place.
    let radius = if step.kind == StepKind::Decision { 9.0 } else { radius(step) };
    let inset = radius - (radius.powi(2) - (radius - SECOND_EDGE).max(0.0).powi(2)).sqrt();
    let segments = vec![
        Segment::Move(Point::new(x, step.rect.y + inset)),
        Segment::Line(Point::new(x, step.rect.bottom() - inset)),
    ];
    Mark::Path(PathMark { segments, fill: None, stroke: Some(Stroke::solid(Tone::LineMark, 1.0)) })
}
