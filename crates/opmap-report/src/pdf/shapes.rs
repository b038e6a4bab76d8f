//! Rectangles and paths as drawing operators. `height` is that of the page, whose y grows downwards here and
//! upwards in a PDF.

use opmap_drawing::{Point, Rect, Segment};

use super::operators::Operators;

/// How far the handles of a quarter circle reach, as a part of its radius.
const ARC: f32 = 0.552_284_8;

/// From how many segments a path is drawn from its own beginning: what has the same form then is written with the same
/// bytes wherever it stands, and takes hardly any room once compressed.
const FORM: usize = 4;

/// Draws a rectangle and has the operator `paint` it.
pub(super) fn rect(to: &mut Operators, rect: Rect, radius: f32, height: f32, paint: &str) {
    let radius = radius.min(rect.width / 2.0).min(rect.height / 2.0);
    if radius > 0.0 {
        let form = Rect::new(0.0, 0.0, rect.width, rect.height);
        from_there(to, Point::new(rect.x, rect.y), height, |to| {
            round(to, form, radius);
            to.word(paint);
        });
    } else {
        to.put([rect.x, height - rect.bottom(), rect.width, rect.height].map(place), "re");
        to.word(paint);
    }
}

/// Draws a path and has the operator `paint` it. A part that does not say where it begins begins where it leads first.
pub(super) fn path(to: &mut Operators, segments: &[Segment], height: f32, paint: &str) {
    let Some(start) = segments.iter().find_map(end_of).filter(|_| segments.len() >= FORM) else {
        outline(to, segments, height);
        to.word(paint);
        return;
    };
    let form: Vec<Segment> = segments.iter().map(|it| moved(*it, start)).collect();
    from_there(to, start, height, |to| {
        outline(to, &form, 0.0);
        to.word(paint);
    });
}

/// Draws with its origin at a place on the page.
fn from_there(to: &mut Operators, at: Point, height: f32, draw: impl FnOnce(&mut Operators)) {
    to.word("q");
    to.put([1.0, 0.0, 0.0, 1.0, place(at.x), place(height - at.y)], "cm");
    draw(to);
    to.word("Q");
}

/// Where a segment leads.
fn end_of(segment: &Segment) -> Option<Point> {
    match *segment {
        Segment::Move(at) | Segment::Line(at) | Segment::Curve(_, _, at) => Some(at),
        Segment::Close => None,
    }
}

/// The same segment as seen from another origin.
fn moved(segment: Segment, origin: Point) -> Segment {
    let seen = |at: Point| Point::new(at.x - origin.x, at.y - origin.y);
    match segment {
        Segment::Move(at) => Segment::Move(seen(at)),
        Segment::Line(at) => Segment::Line(seen(at)),
        Segment::Curve(a, b, at) => Segment::Curve(seen(a), seen(b), seen(at)),
        Segment::Close => Segment::Close,
    }
}

/// Clockwise from the left end of the top edge.
fn round(to: &mut Operators, rect: Rect, radius: f32) {
    let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
    let handle = radius * (1.0 - ARC);
    let mut put = |segment| draw(to, segment, 0.0);
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

fn outline(to: &mut Operators, segments: &[Segment], height: f32) {
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
