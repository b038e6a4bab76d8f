//! The marks at the top right corner of a step: what a check found, a moment of truth, a fail point.

use opmap_analysis::Severity;

use super::icon::{circle, closed, open, placed};
use crate::{Detail, Mark, PathMark, Point, Segment, StepBox, Stroke, Tone};

/// Width and height of a mark.
const SIZE: f32 = 14.0;
/// Ground around a mark.
const HALO: f32 = 1.5;
/// How far the middle of the first mark lies left of the right edge, and how far each further one left of that.
const PLACES: (f32, f32) = (5.0, 20.0);
/// How far the middle of a mark lies above the edge, so that no title is covered.
const ABOVE: f32 = 1.0;

/// The marks at the corner, from the right: a finding keeps the corner, the others move left (visual language 5).
pub(super) fn corner_marks(step: &StepBox, detail: Detail, check: Option<Severity>) -> Vec<Mark> {
    let own = detail == Detail::Full;
    let marks = [
        check.map(Corner::Check),
        (own && step.moment_of_truth).then_some(Corner::MomentOfTruth),
        (own && step.fail_point).then_some(Corner::FailPoint),
    ];
    let mut middle = Point::new(step.rect.right() - PLACES.0, step.rect.y - ABOVE);
    let mut drawn = Vec::new();
    for mark in marks.into_iter().flatten() {
        drawn.extend(marks_of(mark, middle));
        middle.x -= PLACES.1;
    }
    drawn
}

#[derive(Clone, Copy)]
enum Corner {
    Check(Severity),
    MomentOfTruth,
    FailPoint,
}

/// A mark on its halo.
fn marks_of(corner: Corner, middle: Point) -> Vec<Mark> {
    let (shape, tone) = match corner {
        Corner::Check(Severity::Error) => (octagon(), Tone::Error),
        Corner::Check(Severity::Warning) => (triangle(), Tone::Warning),
        Corner::Check(Severity::Note) => (circle(12.0, 12.0, 12.0), Tone::Info),
        Corner::MomentOfTruth => (circle(12.0, 12.0, 12.0), Tone::Ink),
        Corner::FailPoint => (shield(), Tone::Error),
    };
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
