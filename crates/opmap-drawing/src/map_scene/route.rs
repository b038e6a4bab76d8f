//! Connectors as lines with round corners and arrowheads.

use super::note::{ChangeSign, RouteNote, Stress};
use super::note_marks::{change_stroke, seen};
use crate::{Mark, PathMark, Point, Route, RouteClass, Segment, Stroke, Tone};

/// Radius of the corners of a line.
const CORNER: f32 = 5.0;
/// Length and half the width of an arrowhead.
const HEAD: (f32, f32) = (7.0, 3.5);
/// Distance between the two lines of a connection of systems.
const DOUBLE: f32 = 3.0;

/// The line of a connector and what overlays say of it, without badge and label, in the coordinates of the body.
#[must_use]
pub fn route_marks(route: &Route, note: Option<&RouteNote>) -> Vec<Mark> {
    line_marks(&route.points, route.class, true, note)
}

/// How the line of each class is drawn: solid, dotted or dashed, so that it needs no colour to be known.
fn stroke(class: RouteClass) -> Stroke {
    match class {
        RouteClass::Flow => Stroke::solid(Tone::WireInk, 1.5),
        RouteClass::Handoff => Stroke::solid(Tone::WireInk, 2.0),
        RouteClass::Contact => Stroke::dashed(Tone::WireInk, 1.25, 1.5, 3.5),
        RouteClass::CustomerPath => Stroke::solid(Tone::LaneCustomerEdge, 1.25),
        RouteClass::Rework => Stroke::dashed(Tone::Error, 1.75, 5.0, 3.0),
        RouteClass::System => Stroke::solid(Tone::WireInk, 1.25),
    }
}

/// How a line is drawn of which overlays say something.
fn noted(stroke: Stroke, note: RouteNote) -> Stroke {
    match (note.change, note.stress) {
        (Some(ChangeSign::Gone), _) => Stroke::dashed(Tone::DiffRemoved, 1.5, 2.0, 4.0),
        (Some(change), _) => Stroke { width: 2.75, ..change_stroke(change) },
        _ if note.broken => Stroke::dashed(Tone::Warning, 3.0, 7.0, 4.0),
        (None, Stress::StandsOut) => Stroke { width: 3.0, ..stroke },
        (None, Stress::Even | Stress::StepsBack) => stroke,
    }
}

/// The marks of a line through `points`; with its arrowhead if it `arrives` at its end.
pub(super) fn line_marks(
    points: &[Point],
    class: RouteClass,
    arrives: bool,
    note: Option<&RouteNote>,
) -> Vec<Mark> {
    let stroke = note.map_or(stroke(class), |note| noted(stroke(class), *note));
    seen(stroked(points, class, arrives, stroke), note)
}

fn stroked(points: &[Point], class: RouteClass, arrives: bool, stroke: Stroke) -> Vec<Mark> {
    let path = |points: &[Point]| {
        Mark::Path(PathMark { segments: rounded(points), fill: None, stroke: Some(stroke) })
    };
    let [.., before, tip] = points else { return Vec::new() };
    let direction = unit(*before, *tip);
    match class {
        RouteClass::System => [DOUBLE / 2.0, -DOUBLE / 2.0].map(|side| path(&beside(points, side))).to_vec(),
        _ if !arrives => vec![path(points)],
        RouteClass::Contact | RouteClass::CustomerPath => {
            let head = vec![
                Segment::Move(back(*tip, direction, HEAD.0 - 2.0, HEAD.1)),
                Segment::Line(*tip),
                Segment::Line(back(*tip, direction, HEAD.0 - 2.0, -HEAD.1)),
            ];
            let head = PathMark { segments: head, fill: None, stroke: Some(Stroke { dash: None, ..stroke }) };
            vec![path(points), Mark::Path(head)]
        }
        RouteClass::Flow | RouteClass::Handoff | RouteClass::Rework => {
            // The line ends inside the head, so that the tip stays sharp.
            let mut shortened = points.to_vec();
            if let Some(last) = shortened.last_mut() {
                *last = back(*tip, direction, 2.5, 0.0);
            }
            let head = vec![
                Segment::Move(*tip),
                Segment::Line(back(*tip, direction, HEAD.0, HEAD.1)),
                Segment::Line(back(*tip, direction, HEAD.0, -HEAD.1)),
                Segment::Close,
            ];
            let head = PathMark { segments: head, fill: Some(stroke.tone), stroke: None };
            vec![path(&shortened), Mark::Path(head)]
        }
    }
}

/// A line through points, its corners rounded as far as the pieces beside them are long.
fn rounded(points: &[Point]) -> Vec<Segment> {
    let Some(first) = points.first() else { return Vec::new() };
    let mut segments = vec![Segment::Move(*first)];
    let last = points.len() - 1;
    for at in 1..last {
        let (before, corner, after) = (points[at - 1], points[at], points[at + 1]);
        // A piece between two corners is shared by both.
        let room = |length: f32, outermost: bool| if outermost { length } else { length / 2.0 };
        let radius = CORNER
            .min(room(distance(before, corner), at == 1))
            .min(room(distance(corner, after), at + 1 == last));
        let start = back(corner, unit(before, corner), radius, 0.0);
        let end = back(corner, unit(after, corner), radius, 0.0);
        segments.push(Segment::Line(start));
        // A quarter of a circle as a Bézier curve.
        let toward = |from: Point| {
            Point::new(from.x + (corner.x - from.x) * 0.552, from.y + (corner.y - from.y) * 0.552)
        };
        segments.push(Segment::Curve(toward(start), toward(end), end));
    }
    segments.push(Segment::Line(points[last]));
    segments
}

/// The line that runs `side` to the left of the one through `points`, seen in its direction.
fn beside(points: &[Point], side: f32) -> Vec<Point> {
    let shift = |a: Point, b: Point| {
        let direction = unit(a, b);
        Point::new(direction.y * side, -direction.x * side)
    };
    (0..points.len())
        .map(|at| {
            let into = at.checked_sub(1).map(|before| shift(points[before], points[at]));
            let out = points.get(at + 1).map(|after| shift(points[at], *after));
            // At a corner one piece moves the point sideways and the other up or down.
            let moved = match (into, out) {
                (Some(a), Some(b)) if a != b => Point::new(a.x + b.x, a.y + b.y),
                (a, b) => a.or(b).unwrap_or_default(),
            };
            Point::new(points[at].x + moved.x, points[at].y + moved.y)
        })
        .collect()
}

fn distance(a: Point, b: Point) -> f32 {
    (b.x - a.x).abs() + (b.y - a.y).abs()
}

/// The direction from one point to another on a horizontal or vertical line.
fn unit(from: Point, to: Point) -> Point {
    let part = |length: f32| if length.abs() < 1e-6 { 0.0 } else { length.signum() };
    Point::new(part(to.x - from.x), part(to.y - from.y))
}

/// The place `along` before `tip` and `aside` from the line.
fn back(tip: Point, direction: Point, along: f32, aside: f32) -> Point {
    Point::new(
        tip.x - direction.x * along + direction.y * aside,
        tip.y - direction.y * along + direction.x * aside,
    )
}

#[cfg(test)]
mod tests {
    use super::{beside, rounded};
    use crate::{Point, Segment};

    #[test]
    fn corners_are_no_larger_than_their_pieces() {
        let p = Point::new;
        let path = rounded(&[p(0.0, 0.0), p(2.0, 0.0), p(2.0, 50.0), p(40.0, 50.0)]);
        assert_eq!(path[1], Segment::Line(p(0.0, 0.0)), "the first piece is all corner");
        assert_eq!(path[3], Segment::Line(p(2.0, 45.0)), "the second corner has its full radius");
    }

    #[test]
    fn a_double_line_keeps_its_distance_around_corners() {
        let p = Point::new;
        let line = [p(0.0, 0.0), p(20.0, 0.0), p(20.0, 30.0)];
        assert_eq!(beside(&line, 1.0), [p(0.0, -1.0), p(21.0, -1.0), p(21.0, 30.0)]);
        assert_eq!(beside(&line, -1.0), [p(0.0, 1.0), p(19.0, 1.0), p(19.0, 30.0)]);
    }
}
