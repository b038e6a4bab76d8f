//! Rectangles and paths as drawing operators. `height` is that of the page, whose y grows downwards here and
//! upwards in a PDF.

use opmap_drawing::{Rect, Segment};
use printpdf::{Line, LinePoint, Op, PaintMode, Point, Polygon, PolygonRing, Pt, WindingOrder};

use super::number;

/// How far the handles of a quarter circle reach, as a part of its radius.
const ARC: f32 = 0.552_284_8;

pub(super) fn rect(rect: Rect, radius: f32, fill: bool, stroke: bool, height: f32) -> Option<Op> {
    let mode = match (fill, stroke) {
        (true, true) => PaintMode::FillStroke,
        (true, false) => PaintMode::Fill,
        (false, true) => PaintMode::Stroke,
        (false, false) => return None,
    };
    let radius = radius.min(rect.width / 2.0).min(rect.height / 2.0);
    if radius > 0.0 {
        let ring = PolygonRing { points: round(rect, radius, height) };
        let polygon = Polygon { rings: vec![ring], mode, winding_order: WindingOrder::NonZero };
        return Some(Op::DrawPolygon { polygon });
    }
    let rectangle = printpdf::Rect {
        x: Pt(number(rect.x)),
        y: Pt(number(height - rect.bottom())),
        width: Pt(number(rect.width)),
        height: Pt(number(rect.height)),
        mode: Some(mode),
        winding_order: None,
    };
    Some(Op::DrawRectangle { rectangle })
}

/// The outline of a rectangle with round corners, clockwise from the left end of its top edge.
fn round(rect: Rect, radius: f32, height: f32) -> Vec<LinePoint> {
    let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
    let handle = radius * (1.0 - ARC);
    let on = |x, y| point(x, y, height, false);
    let off = |x, y| point(x, y, height, true);
    vec![
        on(left + radius, top),
        on(right - radius, top),
        off(right - handle, top),
        off(right, top + handle),
        on(right, top + radius),
        on(right, bottom - radius),
        off(right, bottom - handle),
        off(right - handle, bottom),
        on(right - radius, bottom),
        on(left + radius, bottom),
        off(left + handle, bottom),
        off(left, bottom - handle),
        on(left, bottom - radius),
        on(left, top + radius),
        off(left, top + handle),
        off(left + handle, top),
        on(left + radius, top),
    ]
}

pub(super) fn path(segments: &[Segment], fill: bool, stroke: bool, height: f32) -> Vec<Op> {
    let lines = lines(segments, height);
    let mut ops = Vec::new();
    if fill && !lines.is_empty() {
        let rings = lines.iter().map(|line| PolygonRing { points: line.points.clone() }).collect();
        let polygon = Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
        ops.push(Op::DrawPolygon { polygon });
    }
    if stroke {
        ops.extend(lines.into_iter().map(|line| Op::DrawLine { line }));
    }
    ops
}

/// The parts of a path that draw something.
fn lines(segments: &[Segment], height: f32) -> Vec<Line> {
    let on = |p: opmap_drawing::Point| point(p.x, p.y, height, false);
    let off = |p: opmap_drawing::Point| point(p.x, p.y, height, true);
    let mut lines: Vec<Line> = Vec::new();
    let mut line = Line::default();
    for segment in segments {
        // After a part is closed, the path goes on from where that part began.
        if let (true, Some(closed)) = (line.points.is_empty(), lines.last()) {
            line.points.extend(closed.points.first().cloned());
        }
        match *segment {
            Segment::Move(to) => {
                lines.push(std::mem::replace(&mut line, Line { points: vec![on(to)], is_closed: false }));
            }
            Segment::Line(to) => line.points.push(on(to)),
            Segment::Curve(a, b, to) => line.points.extend([off(a), off(b), on(to)]),
            Segment::Close => {
                line.is_closed = true;
                lines.push(std::mem::take(&mut line));
            }
        }
    }
    lines.push(line);
    lines.retain(|line| line.points.len() > 1);
    lines
}

fn point(x: f32, y: f32, height: f32, bezier: bool) -> LinePoint {
    LinePoint { p: Point { x: Pt(number(x)), y: Pt(number(height - y)) }, bezier }
}
