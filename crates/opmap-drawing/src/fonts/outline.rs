//! The outline of a glyph, as the segments of a path.

use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};

use crate::{Point, Segment};

/// The outline with so many lengths to a unit of the font.
pub(super) fn outline(font: &rustybuzz::Face<'_>, scale: f32, glyph: u16) -> Vec<Segment> {
    let mut pen = Pen { scale, at: Point::default(), segments: Vec::new() };
    // A glyph without an outline, such as the space, draws nothing.
    _ = font.outline_glyph(GlyphId(glyph), &mut pen);
    pen.segments
}

struct Pen {
    scale: f32,
    at: Point,
    segments: Vec<Segment>,
}

impl Pen {
    fn moved(&mut self, x: f32, y: f32) -> Point {
        self.at = self.point(x, y);
        self.at
    }

    fn point(&self, x: f32, y: f32) -> Point {
        Point::new(x * self.scale, -y * self.scale)
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let to = self.moved(x, y);
        self.segments.push(Segment::Move(to));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.moved(x, y);
        self.segments.push(Segment::Line(to));
    }

    /// The same curve with two control points: each two thirds of the way to the one.
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (from, control) = (self.at, self.point(x1, y1));
        let to = self.moved(x, y);
        let toward = |end: Point| {
            Point::new(end.x + (control.x - end.x) * 2.0 / 3.0, end.y + (control.y - end.y) * 2.0 / 3.0)
        };
        self.segments.push(Segment::Curve(toward(from), toward(to), to));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (a, b) = (self.point(x1, y1), self.point(x2, y2));
        let to = self.moved(x, y);
        self.segments.push(Segment::Curve(a, b, to));
    }

    fn close(&mut self) {
        self.segments.push(Segment::Close);
    }
}
