//! The box of a step.

use opmap_model::{Keyword, LaneKind, StepKind};

use super::{outline, text};
use crate::{
    Face, FoldedCell, Mark, PathMark, Point, Rect, SMALL_TEXT, STEP_TITLE, Segment, StepBox, Stroke, Tone,
};

/// Width and height of the sign at the right end of the row below the title.
const SIGN: f32 = 11.0;
/// How far the second left edge of an automated step lies inside.
const SECOND_EDGE: f32 = 4.0;

/// The box of a step with its title, in the coordinates of the body.
///
/// The customer's steps are rounder, what others do is dashed, what a system does has a second left edge, and a
/// decision has cut corners. A sign at the lower right repeats the kind; the words at the lower left are the
/// channel, else the kind.
#[must_use]
pub fn step_marks(step: &StepBox) -> Vec<Mark> {
    let mut marks = vec![body(step)];
    if step.kind == StepKind::Automated {
        marks.push(second_edge(step));
    }
    let mut top = step.title_top();
    for line in step.title_lines.iter() {
        marks.push(text(step.title_left(), top, STEP_TITLE, Face::Medium, Tone::Ink, line));
        top += STEP_TITLE.1;
    }
    let chips = step.chip_row();
    if let Some(words) = chip_words(step) {
        let size = (SMALL_TEXT.0, chips.height);
        marks.push(text(chips.x, chips.y, size, Face::Regular, Tone::Ink2, words));
    }
    let sign = Point::new(chips.right() - SIGN, chips.center().y - SIGN / 2.0);
    marks.extend(kind_sign(step.kind, sign));
    marks
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

/// The channel of a step, else its kind where the title does not say it.
fn chip_words(step: &StepBox) -> Option<&str> {
    match (&step.channel, step.kind) {
        (Some(channel), _) => Some(channel),
        (None, StepKind::Decision | StepKind::Wait | StepKind::Automated) => Some(step.kind.label()),
        (None, StepKind::Touchpoint | StepKind::Activity) => None,
    }
}

fn body(step: &StepBox) -> Mark {
    let customer = step.lane_kind == LaneKind::Customer;
    let tone = if customer { Tone::LaneCustomerEdge } else { Tone::LineMark };
    let width = if customer { 1.25 } else { 1.0 };
    let stroke = if step.outside { Stroke::dashed(tone, 1.25, 4.0, 2.5) } else { Stroke::solid(tone, width) };
    if step.kind == StepKind::Decision {
        let segments = cut_corners(&step.rect, 9.0);
        return Mark::Path(PathMark { segments, fill: Some(Tone::Surface), stroke: Some(stroke) });
    }
    outline(step.rect, radius(step), Some(Tone::Surface), stroke)
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
    let p = Point::new;
    vec![
        Segment::Move(p(left + cut, top)),
        Segment::Line(p(right - cut, top)),
        Segment::Line(p(right, top + cut)),
        Segment::Line(p(right, bottom - cut)),
        Segment::Line(p(right - cut, bottom)),
        Segment::Line(p(left + cut, bottom)),
        Segment::Line(p(left, bottom - cut)),
        Segment::Line(p(left, top + cut)),
        Segment::Close,
    ]
}

fn second_edge(step: &StepBox) -> Mark {
    let x = step.rect.x + SECOND_EDGE;
    // Where the round corner lies at that place.
    let radius = radius(step);
    let inset = radius - (radius.powi(2) - (radius - SECOND_EDGE).max(0.0).powi(2)).sqrt();
    let segments = vec![
        Segment::Move(Point::new(x, step.rect.y + inset)),
        Segment::Line(Point::new(x, step.rect.bottom() - inset)),
    ];
    Mark::Path(PathMark { segments, fill: None, stroke: Some(Stroke::solid(Tone::LineMark, 1.0)) })
}

/// The sign of a kind in a square of [`SIGN`]: a diamond, a clock, a chip.
fn kind_sign(kind: StepKind, at: Point) -> Vec<Mark> {
    let p = |x: f32, y: f32| Point::new(at.x + x * SIGN / 24.0, at.y + y * SIGN / 24.0);
    let stroke = Stroke::solid(Tone::Ink2, 1.1);
    let path = |segments: Vec<Segment>| Mark::Path(PathMark { segments, fill: None, stroke: Some(stroke) });
    let square = |x: f32, size: f32, radius: f32| {
        let (corner, far) = (p(x, x), p(x + size, x + size));
        outline(Rect::new(corner.x, corner.y, far.x - corner.x, far.y - corner.y), radius, None, stroke)
    };
    match kind {
        StepKind::Touchpoint | StepKind::Activity => Vec::new(),
        StepKind::Decision => vec![path(vec![
            Segment::Move(p(12.0, 1.0)),
            Segment::Line(p(23.0, 12.0)),
            Segment::Line(p(12.0, 23.0)),
            Segment::Line(p(1.0, 12.0)),
            Segment::Close,
        ])],
        StepKind::Wait => vec![
            square(1.5, 21.0, SIGN / 2.0),
            path(vec![
                Segment::Move(p(12.0, 5.5)),
                Segment::Line(p(12.0, 12.5)),
                Segment::Line(p(16.5, 14.5)),
            ]),
        ],
        StepKind::Automated => {
            let pins = [8.0, 16.0].into_iter().flat_map(|at| {
                [
                    [p(at, 1.0), p(at, 5.0)],
                    [p(at, 19.0), p(at, 23.0)],
                    [p(1.0, at), p(5.0, at)],
                    [p(19.0, at), p(23.0, at)],
                ]
            });
            let pins = pins.flat_map(|[from, to]| [Segment::Move(from), Segment::Line(to)]).collect();
            vec![square(5.0, 14.0, 1.0), square(9.5, 5.0, 0.0), path(pins)]
        }
    }
}
