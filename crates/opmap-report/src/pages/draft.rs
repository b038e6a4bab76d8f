//! The mark of a draft: its word, large and pale, from one corner towards the other, behind all else.

use opmap_drawing::{Face, Fonts, Mark, PathMark, Point, Segment, Tone};

const WORD: &str = "Draft";
/// How much of the way from corner to corner the word takes.
const SHARE: f32 = 0.62;

/// The word as shapes, which are decoration. It is as dark as the ground of the window, so that words on it can be read.
pub(super) fn marks(width: f32, height: f32, fonts: &Fonts) -> Vec<Mark> {
    let diagonal = width.hypot(height);
    let size = SHARE * diagonal / fonts.width(Face::Display, 1.0, WORD);
    let (sine, cosine) = (-height / diagonal, width / diagonal);
    let (left, below) = (-SHARE * diagonal / 2.0, fonts.cap_height(Face::Display, size) / 2.0);
    let turned = |at: Point| {
        Point::new(width / 2.0 + at.x * cosine - at.y * sine, height / 2.0 + at.x * sine + at.y * cosine)
    };
    let mut pen = left;
    let glyphs = fonts.shape(Face::Display, size, WORD);
    let letter = |glyph: &opmap_drawing::Glyph| {
        let place = |at: Point| turned(Point::new(at.x + pen + glyph.x_offset, at.y + below));
        let outline = fonts.outline(Face::Display, size, glyph.id);
        let segments = outline.into_iter().map(|segment| match segment {
            Segment::Move(to) => Segment::Move(place(to)),
            Segment::Line(to) => Segment::Line(place(to)),
            Segment::Curve(a, b, to) => Segment::Curve(place(a), place(b), place(to)),
            Segment::Close => Segment::Close,
        });
        let segments = segments.collect();
        pen += glyph.advance;
        Mark::Path(PathMark { segments, fill: Some(Tone::Ground), stroke: None })
    };
    glyphs.iter().map(letter).collect()
}
