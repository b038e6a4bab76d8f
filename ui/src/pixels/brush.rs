//! Paints the marks of a scene on a canvas, in the colours of the theme: few calls, since each costs as much as a shape.

use std::collections::BTreeMap;

use opmap_drawing::{Face, Mark, PathMark, Point, Rect, RectMark, Segment, Stroke, TextMark, Tone};
use web_sys::CanvasRenderingContext2d;

use super::palette::Palette;

/// A canvas and the colours to paint it with.
pub(crate) struct Brush<'a> {
    pub(crate) context: &'a CanvasRenderingContext2d,
    pub(crate) palette: &'a Palette,
}

/// What the canvas has to be told before a mark is painted. Lengths are the bits of floats that are not negative, which
/// are ordered as the floats are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Style {
    Shape { fill: Option<Tone>, line: Option<Line> },
    Text { face: Face, size: u32, tone: Tone },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Line {
    tone: Tone,
    width: u32,
    dash: Option<(u32, u32)>,
}

impl Style {
    /// None for a picture of pixels, which no map has.
    fn of(mark: &Mark) -> Option<Self> {
        match mark {
            Mark::Rect(RectMark { fill, stroke, .. }) | Mark::Path(PathMark { fill, stroke, .. }) => {
                Some(Self::Shape { fill: *fill, line: stroke.map(Line::of) })
            }
            Mark::Text(TextMark { face, size, tone, .. }) => {
                Some(Self::Text { face: *face, size: size.to_bits(), tone: *tone })
            }
            Mark::Image(_) => None,
        }
    }
}

impl Line {
    fn of(stroke: Stroke) -> Self {
        let dash = stroke.dash.map(|(on, off)| (on.to_bits(), off.to_bits()));
        Self { tone: stroke.tone, width: stroke.width.to_bits(), dash }
    }
}

impl Brush<'_> {
    /// Paints pieces that do not cover each other. Marks of a piece are painted in their order, but all that are alike in
    /// look and place in that order are painted at once.
    pub(crate) fn paint(&self, pieces: impl Iterator<Item = Vec<Mark>>) {
        let mut alike: BTreeMap<(usize, Style), Vec<Mark>> = BTreeMap::new();
        for piece in pieces {
            for (place, mark) in piece.into_iter().enumerate() {
                if let Some(style) = Style::of(&mark) {
                    alike.entry((place, style)).or_default().push(mark);
                }
            }
        }
        for ((_, style), marks) in &alike {
            match *style {
                Style::Shape { fill, line } => self.shapes(marks, fill, line),
                Style::Text { face, size, tone } => self.texts(marks, face, f32::from_bits(size), tone),
            }
        }
    }

    /// Fills rectangles of one colour: naming it costs more than a rectangle.
    pub(crate) fn fill(&self, rects: impl Iterator<Item = Rect>, tone: Tone) {
        self.context.set_fill_style_str(self.palette.color(tone));
        for rect in rects {
            let [x, y, width, height] = [rect.x, rect.y, rect.width, rect.height].map(f64::from);
            self.context.fill_rect(x, y, width, height);
        }
    }

    fn shapes(&self, marks: &[Mark], fill: Option<Tone>, line: Option<Line>) {
        let context = self.context;
        context.begin_path();
        for mark in marks {
            match mark {
                Mark::Rect(mark) => self.rect(mark),
                Mark::Path(mark) => self.path(&mark.segments),
                Mark::Text(_) | Mark::Image(_) => {}
            }
        }
        if let Some(tone) = fill {
            context.set_fill_style_str(self.palette.color(tone));
            context.fill();
        }
        if let Some(line) = line {
            self.stroke(line);
        }
    }

    fn stroke(&self, line: Line) {
        let context = self.context;
        context.set_stroke_style_str(self.palette.color(line.tone));
        context.set_line_width(f32::from_bits(line.width).into());
        let dash =
            line.dash.map(|(on, off)| [on, off].map(|it| wasm_bindgen::JsValue::from(f32::from_bits(it))));
        let set = |dash: &[wasm_bindgen::JsValue]| {
            // Lengths that are not negative are always taken.
            let _ = context.set_line_dash(&dash.iter().collect::<js_sys::Array>());
        };
        if let Some(dash) = &dash {
            set(dash);
        }
        context.stroke();
        if dash.is_some() {
            set(&[]);
        }
    }

    fn rect(&self, mark: &RectMark) {
        let [x, y, width, height] =
            [mark.rect.x, mark.rect.y, mark.rect.width, mark.rect.height].map(f64::from);
        if mark.radius > 0.0 {
            // A radius that is not negative is always taken.
            let _ = self.context.round_rect_with_f64(x, y, width, height, mark.radius.into());
        } else {
            self.context.rect(x, y, width, height);
        }
    }

    fn path(&self, segments: &[Segment]) {
        let context = self.context;
        for segment in segments {
            match *segment {
                Segment::Move(to) => context.move_to(to.x.into(), to.y.into()),
                Segment::Line(to) => context.line_to(to.x.into(), to.y.into()),
                Segment::Curve(a, b, to) => {
                    let [a, b, to] = [a, b, to].map(|it| (f64::from(it.x), f64::from(it.y)));
                    context.bezier_curve_to(a.0, a.1, b.0, b.1, to.0, to.1);
                }
                Segment::Close => context.close_path(),
            }
        }
    }

    /// Text always has a place; there is nothing to refuse.
    fn text(&self, mark: &TextMark) {
        let (x, y) = (mark.at.x.into(), mark.at.y.into());
        if !mark.upwards {
            let _ = self.context.fill_text(&mark.text, x, y);
            return;
        }
        self.context.save();
        let _ = self.context.translate(x, y);
        let _ = self.context.rotate(-std::f64::consts::FRAC_PI_2);
        let _ = self.context.fill_text(&mark.text, 0.0, 0.0);
        self.context.restore();
    }

    /// Writes words around their middles, in letters of so many units of the canvas.
    pub(crate) fn centered(&self, words: &[(Point, String)], face: Face, size: f64, tone: Tone) {
        if words.is_empty() {
            return;
        }
        let context = self.context;
        let (family, weight) = face.family();
        context.save();
        context.set_font(&format!("{weight} {size}px \"{family}\""));
        context.set_fill_style_str(self.palette.color(tone));
        context.set_text_align("center");
        context.set_text_baseline("middle");
        for (at, words) in words {
            // Text always has a place; there is nothing to refuse.
            let _ = context.fill_text(words, at.x.into(), at.y.into());
        }
        context.restore();
    }

    fn texts(&self, marks: &[Mark], face: Face, size: f32, tone: Tone) {
        let (family, weight) = face.family();
        self.context.set_font(&format!("{weight} {size}px \"{family}\""));
        self.context.set_fill_style_str(self.palette.color(tone));
        for mark in marks {
            if let Mark::Text(mark) = mark {
                self.text(mark);
            }
        }
    }
}
