//! Rectangles and paths as drawing operators. `height` is that of the page, whose y grows downwards here and
//! upwards in a PDF.

use opmap_drawing::{Point, Rect, Segment};

use super::operators::Operators;

/// How far the handles of a quarter circle reach, as a part of its radius.
const ARC: f32 = 0.552_284_8;

/// Draws the outline of a rectangle; it is still to be painted.
pub(super) fn rect(to: &mut Operators, rect: Rect, radius: f32, height: f32) {
    let radius = radius.min(rect.width / 2.0).min(rect.height / 2.0);
    if radius > 0.0 {
        round(to, rect, radius, height);
    } else {
        to.put([rect.x, height - rect.bottom(), rect.width, rect.height].map(place), "re");
    }
}

/// Clockwise from the left end of the top edge.
fn round(to: &mut Operators, rect: Rect, radius: f32, height: f32) {
    let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
    let handle = radius * (1.0 - ARC);
    let mut put = |segment| draw(to, segment, height);
    let p = Point::new;
    put(Segment::Move(p(left + radius, top)));
    put(Segment::Line(p(right - radius, top)));
    put(Segment::Curve(p(right - handle, top), p(right, top + handle), p(right, top + radius)));
    put(Segment::Line(p(right, bottom - radius)));
    put(Segment::Curve(p(right, bottom - handle), p(right - handle, bottom), p(right - radius, bottom)));
    put(Segment::Line(p(left + radius, bottom)));
    put(Segment::Curve(p(left + handle, bottom), p(left, bottom - handle), p(left, bottom - radius)));
    put(Segment::Line(p(left, top + radius)));
    put(Segment::Curve(p(left, top + handle), p(left + handle, top), p(left + radius, top)));
    put(Segment::Close);
}

/// Draws a path; it is still to be painted. A part that does not say where it begins begins where it leads first.
pub(super) fn path(to: &mut Operators, segments: &[Segment], height: f32) {
    let mut begun = false;
    for segment in segments {
        match *segment {
            Segment::Close if !begun => continue,
            Segment::Line(at) | Segment::Curve(_, _, at) if !begun => draw(to, Segment::Move(at), height),
            segment => draw(to, segment, height),
        }
        begun = true;
    }
}

fn draw(to: &mut Operators, segment: Segment, height: f32) {
    let up = |at: Point| [place(at.x), place(height - at.y)];
    match segment {
        Segment::Move(at) => to.put(up(at), "m"),
        Segment::Line(at) => to.put(up(at), "l"),
        Segment::Curve(a, b, at) => {
            let ([a, b], [c, d], [e, f]) = (up(a), up(b), up(at));
            to.put([a, b, c, d, e, f], "c");
        }
        Segment::Close => to.word("h"),
    }
}

/// A place on the page, to a hundredth of a point: finer than any printer.
pub(super) fn place(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}
