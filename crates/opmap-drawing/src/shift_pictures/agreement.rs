//! How far a room agrees, as a small sign: a full circle, a half one, or a diamond with a bar.

use opmap_analysis::Verdict;

use super::signs::closed;
use crate::map_scene::{circle, line};
use crate::{Mark, PathMark, Point, Scene, Segment, Stroke, Tone};

/// Width and height of a sign.
pub const AGREEMENT_SIZE: f32 = 16.0;
const RADIUS: f32 = 6.0;
/// How far the handles of a curve that is a quarter of a circle reach, as a share of its radius.
const QUARTER: f32 = 0.552_28;

/// The sign of a verdict.
#[must_use]
pub fn agreement_sign(verdict: Verdict) -> Scene {
    let mut scene = Scene::new(AGREEMENT_SIZE, AGREEMENT_SIZE);
    scene.marks = marks(verdict, Point::new(AGREEMENT_SIZE / 2.0, AGREEMENT_SIZE / 2.0));
    scene
}

/// The same around a place.
pub(super) fn marks(verdict: Verdict, at: Point) -> Vec<Mark> {
    let path = |segments, fill, stroke| Mark::Path(PathMark { segments, fill, stroke });
    let stroke = Stroke::solid(Tone::Ink, 1.5);
    match verdict {
        Verdict::Consensus => vec![path(circle(at.x, at.y, RADIUS + 0.75), Some(Tone::Ink), None)],
        Verdict::Near => vec![
            path(circle(at.x, at.y, RADIUS), None, Some(stroke)),
            path(left_half(at), Some(Tone::Ink), None),
        ],
        Verdict::Discuss => {
            let corners = [(0.0, -7.0), (7.0, 0.0), (0.0, 7.0), (-7.0, 0.0)];
            let corners = corners.map(|(x, y)| Point::new(at.x + x, at.y + y));
            let bar = line(Point::new(at.x - 3.0, at.y), Point::new(at.x + 3.0, at.y), stroke);
            vec![path(closed(corners), None, Some(stroke)), bar]
        }
    }
}

fn left_half(at: Point) -> Vec<Segment> {
    let point = |x: f32, y: f32| Point::new(at.x + x * RADIUS, at.y + y * RADIUS);
    vec![
        Segment::Move(point(0.0, -1.0)),
        Segment::Curve(point(-QUARTER, -1.0), point(-1.0, -QUARTER), point(-1.0, 0.0)),
        Segment::Curve(point(-1.0, QUARTER), point(-QUARTER, 1.0), point(0.0, 1.0)),
        Segment::Close,
    ]
}
