//! The marks at the top right corner of a step: what a check found, a moment of truth, a fail point.

use opmap_analysis::Severity;

use super::icon::{circle, closed, open, placed};
use super::note::Found;
use super::{outline, text};
use crate::{Face, Mark, PathMark, Point, Rect, SMALL_TEXT, Segment, StepBox, Stroke, Tone};

/// Width and height of a mark.
const SIZE: f32 = 14.0;
/// Ground around a mark.
const HALO: f32 = 1.5;
/// How far the middle of the first mark lies left of the right edge, and how far each further one left of that.
const PLACES: (f32, f32) = (5.0, 20.0);
/// Room left and right of how many findings there are.
const COUNT_PAD: f32 = 3.5;
/// How far the middle of a mark lies above the edge, so that no title is covered.
const ABOVE: f32 = 1.0;

/// The sign of what the checks found, at the corner, with how many findings there are on its left. Answers also how much
/// room it takes there.
pub(super) fn check_marks(step: &StepBox, found: Option<&Found>) -> (Vec<Mark>, f32) {
    let Some(found) = found else { return (Vec::new(), 0.0) };
    let middle = Point::new(step.rect.right() - PLACES.0, step.rect.y - ABOVE);
    let mut marks = Vec::new();
    let mut taken = PLACES.1;
    if let Some(count) = &found.count {
        let left = middle.x - SIZE / 2.0 - count.width - 2.0 * COUNT_PAD;
        let tone = tone(Corner::Check(found.severity));
        // It goes on under the sign.
        let rect = Rect::new(left, middle.y - SIZE / 2.0, middle.x - left, SIZE);
        marks.push(outline(rect, SIZE / 2.0, Some(Tone::Surface), Stroke::solid(tone, 1.25)));
        let size = (SMALL_TEXT.0, SIZE);
        marks.push(text(left + COUNT_PAD + 1.0, rect.y, size, Face::SemiBold, tone, &count.text));
        taken += count.width + 2.0 * COUNT_PAD;
    }
    marks.extend(marks_of(Corner::Check(found.severity), middle));
    (marks, taken)
}

/// The marks of a step itself at the corner, from the right, left of the room that is `taken`: a finding keeps the corner
/// (visual language 5).
pub(super) fn corner_marks(step: &StepBox, taken: f32) -> Vec<Mark> {
    let marks =
        [step.moment_of_truth.then_some(Corner::MomentOfTruth), step.fail_point.then_some(Corner::FailPoint)];
    let mut middle = Point::new(step.rect.right() - PLACES.0 - taken, step.rect.y - ABOVE);
    let mut drawn = Vec::new();
    for mark in marks.into_iter().flatten() {
        drawn.extend(marks_of(mark, middle));
        middle.x -= PLACES.1;
    }
    drawn
}

/// The sign of an error on its halo, for what is not a step.
pub(crate) fn error_marks(middle: Point) -> Vec<Mark> {
    marks_of(Corner::Check(Severity::Error), middle)
}

#[derive(Clone, Copy)]
enum Corner {
    Check(Severity),
    MomentOfTruth,
    FailPoint,
}

/// A mark on its halo.
fn marks_of(corner: Corner, middle: Point) -> Vec<Mark> {
    let shape = match corner {
        Corner::Check(Severity::Error) => octagon(),
        Corner::Check(Severity::Warning) => triangle(),
        Corner::Check(Severity::Note) | Corner::MomentOfTruth => circle(12.0, 12.0, 12.0),
        Corner::FailPoint => shield(),
    };
    let tone = tone(corner);
    let at = Point::new(middle.x - SIZE / 2.0, middle.y - SIZE / 2.0);
    let halo = Stroke::solid(Tone::Surface, 2.0 * HALO);
    let outer = PathMark { segments: shape.clone(), fill: Some(Tone::Surface), stroke: Some(halo) };
    let (fill, edge) = match corner {
        Corner::FailPoint => (Tone::Surface, Some(Stroke::solid(tone, 1.4))),
        _ => (tone, None),
    };
    let body = PathMark { segments: shape, fill: Some(fill), stroke: edge };
    let glyph = glyph(corner);
    [outer, body].into_iter().chain(glyph).map(|path| placed(path, at, SIZE)).collect()
}

fn tone(corner: Corner) -> Tone {
    match corner {
        Corner::Check(Severity::Error) | Corner::FailPoint => Tone::Error,
        Corner::Check(Severity::Warning) => Tone::Warning,
        Corner::Check(Severity::Note) => Tone::Info,
        Corner::MomentOfTruth => Tone::Ink,
    }
}

/// What stands inside a mark.
fn glyph(corner: Corner) -> Vec<PathMark> {
    let line = |segments: Vec<Segment>, tone: Tone| PathMark {
        segments,
        fill: None,
        stroke: Some(Stroke::solid(tone, 1.5)),
    };
    let dot =
        |x: f32, y: f32, tone: Tone| PathMark { segments: circle(x, y, 1.7), fill: Some(tone), stroke: None };
    match corner {
        Corner::Check(Severity::Error) => {
            vec![line(open(&[(12.0, 5.5), (12.0, 13.5)]), Tone::OnError), dot(12.0, 18.0, Tone::OnError)]
        }
        Corner::Check(Severity::Warning) => {
            vec![line(open(&[(12.0, 8.0), (12.0, 15.0)]), Tone::OnWarning), dot(12.0, 19.0, Tone::OnWarning)]
        }
        Corner::Check(Severity::Note) => {
            vec![line(open(&[(12.0, 11.0), (12.0, 18.5)]), Tone::OnInfo), dot(12.0, 6.5, Tone::OnInfo)]
        }
        Corner::MomentOfTruth => {
            let flag = [(9.0, 5.5), (18.0, 8.8), (9.0, 12.5)];
            let cloth = PathMark { segments: closed(&flag), fill: Some(Tone::Surface), stroke: None };
            vec![line(open(&[(8.5, 5.0), (8.5, 19.0)]), Tone::Surface), cloth]
        }
        Corner::FailPoint => {
            let bolt = [(14.0, 4.0), (8.5, 11.5), (12.0, 11.5), (10.0, 18.0), (16.0, 9.5), (12.5, 9.5)];
            vec![PathMark { segments: closed(&bolt), fill: Some(Tone::Error), stroke: None }]
        }
    }
}

fn octagon() -> Vec<Segment> {
    closed(&[
        (7.0, 0.0),
        (17.0, 0.0),
        (24.0, 7.0),
        (24.0, 17.0),
        (17.0, 24.0),
        (7.0, 24.0),
        (0.0, 17.0),
        (0.0, 7.0),
    ])
}

fn triangle() -> Vec<Segment> {
    closed(&[(12.0, 0.5), (24.5, 22.5), (-0.5, 22.5)])
}

/// Flat above and pointed below.
fn shield() -> Vec<Segment> {
    closed(&[(1.0, 1.0), (23.0, 1.0), (23.0, 13.0), (12.0, 24.0), (1.0, 13.0)])
}
