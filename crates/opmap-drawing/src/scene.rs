//! A drawing as plain marks: what every surface (screen, SVG, PDF) paints.

mod within;

use std::sync::Arc;

use opmap_model::Png;

use crate::{Face, Tone};

/// A drawing: marks in painting and reading order, on a canvas of `width` × `height`.
///
/// Lengths are in the unit of whoever made the scene (map units, 1 px at 100 %, for a map; points for a
/// page). The origin is the top left corner, y grows downwards.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    /// Width of the canvas.
    pub width: f32,
    /// Height of the canvas.
    pub height: f32,
    /// What is drawn, first at the back.
    pub marks: Vec<Mark>,
}

/// One thing that is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A rectangle, possibly with round corners.
    Rect(RectMark),
    /// Straight and curved lines.
    Path(PathMark),
    /// One run of text on one line.
    Text(TextMark),
    /// A picture of pixels. It is decoration: what it says must be told in words as well.
    Image(ImageMark),
}

/// An axis-parallel rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rect {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width, never negative.
    pub width: f32,
    /// Height, never negative.
    pub height: f32,
}

/// A rectangle that is painted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RectMark {
    /// Where it lies.
    pub rect: Rect,
    /// Radius of its corners; 0 is square.
    pub radius: f32,
    /// What it is filled with, if at all.
    pub fill: Option<Tone>,
    /// How its edge is drawn, if at all; centred on the edge.
    pub stroke: Option<Stroke>,
}

/// A path that is painted.
#[derive(Debug, Clone, PartialEq)]
pub struct PathMark {
    /// Its parts, in order; starts with a [`Segment::Move`].
    pub segments: Vec<Segment>,
    /// What it is filled with, if at all (its parts are closed for that).
    pub fill: Option<Tone>,
    /// How its line is drawn, if at all.
    pub stroke: Option<Stroke>,
}

/// A part of a path; coordinates are absolute.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Segment {
    /// Begins a new part at a point.
    Move(Point),
    /// A straight line to a point.
    Line(Point),
    /// A cubic Bézier curve: two control points, then the end.
    Curve(Point, Point, Point),
    /// A straight line back to where the part began.
    Close,
}

/// A place.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Downwards.
    pub y: f32,
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub tone: Tone,
    /// Its width.
    pub width: f32,
    /// Lengths of dash and gap; `None` is a solid line.
    pub dash: Option<(f32, f32)>,
}

/// A run of text in one face and size, on one line.
#[derive(Debug, Clone, PartialEq)]
pub struct TextMark {
    /// Where the baseline begins.
    pub at: Point,
    /// Whether it runs upwards from there, turned by a quarter to the left, and not to the right.
    pub upwards: bool,
    /// The text, without line breaks.
    pub text: String,
    /// The face it is set in.
    pub face: Face,
    /// Its size, in the unit of the scene.
    pub size: f32,
    /// Its colour.
    pub tone: Tone,
    /// What the text is to a reader.
    pub role: TextRole,
}

/// A picture of pixels that is painted.
#[derive(Debug, Clone, PartialEq)]
pub struct ImageMark {
    /// Where it lies; it fills all of it.
    pub rect: Rect,
    /// The picture. One that cannot be read is left out.
    pub png: Arc<Png>,
}

/// What a run of text is to a reader, so that a reader's software can say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextRole {
    /// Running text and labels.
    #[default]
    Body,
    /// A heading, 1 the highest.
    Heading(u8),
    /// A cell of a table's head.
    TableHead,
    /// A cell of a table's body.
    TableCell,
    /// A label inside a picture.
    Label,
    /// Repeated on every page, not read (running head, footer).
    Artifact,
}

impl Rect {
    /// A rectangle from its left top corner and its size.
    #[must_use]
    pub fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self { x, y, width, height }
    }

    /// Its right edge.
    #[must_use]
    pub fn right(&self) -> f32 {
        self.x + self.width
    }

    /// Its bottom edge.
    #[must_use]
    pub fn bottom(&self) -> f32 {
        self.y + self.height
    }

    /// Its middle.
    #[must_use]
    pub fn center(&self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// Whether the point lies inside or on the edge.
    #[must_use]
    pub fn contains(&self, point: Point) -> bool {
        (self.x..=self.right()).contains(&point.x) && (self.y..=self.bottom()).contains(&point.y)
    }

    /// Whether the two share area (touching edges do not count).
    #[must_use]
    pub fn overlaps(&self, other: &Rect) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// The smallest rectangle that holds both.
    #[must_use]
    pub fn covering(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self::new(x, y, self.right().max(other.right()) - x, self.bottom().max(other.bottom()) - y)
    }

    /// The rectangle so far to the right and down.
    pub(crate) fn moved(self, by: Point) -> Self {
        Self { x: self.x + by.x, y: self.y + by.y, ..self }
    }

    /// The rectangle grown by `margin` on all four sides.
    #[must_use]
    pub fn grown(&self, margin: f32) -> Self {
        Self::new(self.x - margin, self.y - margin, self.width + 2.0 * margin, self.height + 2.0 * margin)
    }
}

impl Point {
    /// A place from its coordinates.
    #[must_use]
    pub fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }
}

impl Stroke {
    /// A solid line.
    #[must_use]
    pub fn solid(tone: Tone, width: f32) -> Self {
        Self { tone, width, dash: None }
    }

    /// A line of dashes `on` long with gaps `off` long.
    #[must_use]
    pub fn dashed(tone: Tone, width: f32, on: f32, off: f32) -> Self {
        Self { tone, width, dash: Some((on, off)) }
    }
}

impl TextMark {
    /// What the text covers, if it is so long and reaches so far above and below its baseline.
    #[must_use]
    pub fn covered(&self, length: f32, above: f32, below: f32) -> Rect {
        let Point { x, y } = self.at;
        if self.upwards {
            Rect::new(x - above, y - length, above + below, length)
        } else {
            Rect::new(x, y - above, length, above + below)
        }
    }
}

impl Scene {
    /// An empty canvas.
    #[must_use]
    pub fn new(width: f32, height: f32) -> Self {
        Self { width, height, marks: Vec::new() }
    }

    /// Adds the marks of `other`, scaled by `scale` and then moved by `offset`.
    pub fn place(&mut self, other: &Scene, offset: Point, scale: f32) {
        self.marks.extend(other.marks.iter().map(|mark| mark.transformed(offset, scale)));
    }
}

impl Mark {
    /// The mark scaled by `scale` around the origin, then moved by `offset`.
    #[must_use]
    pub fn transformed(&self, offset: Point, scale: f32) -> Self {
        let point = |p: Point| Point::new(p.x * scale + offset.x, p.y * scale + offset.y);
        let rect = |r: Rect| {
            let at = point(Point::new(r.x, r.y));
            Rect::new(at.x, at.y, r.width * scale, r.height * scale)
        };
        let stroke = |s: Stroke| Stroke {
            width: s.width * scale,
            dash: s.dash.map(|(on, off)| (on * scale, off * scale)),
            ..s
        };
        match self {
            Mark::Rect(mark) => Mark::Rect(RectMark {
                rect: rect(mark.rect),
                radius: mark.radius * scale,
                stroke: mark.stroke.map(stroke),
                ..*mark
            }),
            Mark::Image(mark) => Mark::Image(ImageMark { rect: rect(mark.rect), png: Arc::clone(&mark.png) }),
            Mark::Path(mark) => Mark::Path(PathMark {
                segments: mark
                    .segments
                    .iter()
                    .map(|segment| match *segment {
                        Segment::Move(to) => Segment::Move(point(to)),
                        Segment::Line(to) => Segment::Line(point(to)),
                        Segment::Curve(a, b, to) => Segment::Curve(point(a), point(b), point(to)),
                        Segment::Close => Segment::Close,
                    })
                    .collect(),
                fill: mark.fill,
                stroke: mark.stroke.map(stroke),
            }),
            Mark::Text(mark) => {
                Mark::Text(TextMark { at: point(mark.at), size: mark.size * scale, ..mark.clone() })
            }
        }
    }
}
