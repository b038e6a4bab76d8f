//! A line of text as text operators: every glyph where it was measured, and read as what it stands for.

use std::collections::BTreeSet;

use opmap_drawing::{Face, Glyph};
use printpdf::{Codepoint, DictItem, Op, TextItem};

use super::content::tagged;
use super::faces::UsedFaces;
use super::number;

/// Text that is read as nothing.
const NOTHING: &str = "\u{200b}";

/// Shows a line of text at the text cursor.
///
/// Inside, lengths are in thousandths of the size, as in a PDF.
pub(super) struct TextLine<'l, 'f> {
    faces: &'l mut UsedFaces<'f>,
    face: Face,
    size: f32,
    /// Where the next glyph belongs.
    pen: f32,
    /// Where a viewer would put it.
    shown: f32,
    /// How far above the baseline a viewer would put it, in points.
    rise: f32,
    /// Glyphs that are still to be shown.
    codes: Vec<Codepoint>,
    pub(super) ops: Vec<Op>,
    /// From where to where a box is to be drawn for a character that the face lacks, in points.
    pub(super) boxes: Vec<(f32, f32)>,
    /// Those characters.
    pub(super) missing: BTreeSet<char>,
}

impl<'l, 'f> TextLine<'l, 'f> {
    pub(super) fn new(faces: &'l mut UsedFaces<'f>, face: Face, size: f32, text: &str) -> Self {
        let glyphs = faces.fonts().shape(face, 1000.0, text);
        let (boxes, missing) = (Vec::new(), BTreeSet::new());
        let (ops, codes) = (Vec::new(), Vec::with_capacity(glyphs.len()));
        let mut line =
            Self { faces, face, size, pen: 0.0, shown: 0.0, rise: 0.0, codes, ops, boxes, missing };
        for cluster in glyphs.chunk_by(|a, b| a.source == b.source) {
            line.show_cluster(&text[cluster[0].source.clone()], cluster);
        }
        line.flush();
        line.set_rise(0.0);
        line
    }

    /// Shows the glyphs that stand for `source` together.
    fn show_cluster(&mut self, source: &str, cluster: &[Glyph]) {
        if let [glyph] = cluster {
            self.show(glyph, source);
            return;
        }
        // A letter and its marks are read as one, and not by where each of them is drawn.
        self.flush();
        let spelled = lopdf::text_string(source);
        let data = spelled.as_str().unwrap_or_default().to_vec();
        self.ops.push(tagged("Span", "ActualText", DictItem::String { data, literal: false }));
        let one_each = source.chars().count() == cluster.len();
        let mut characters = source.char_indices().map(|(at, c)| &source[at..at + c.len_utf8()]);
        for (index, glyph) in cluster.iter().enumerate() {
            match characters.next() {
                Some(character) if one_each => self.show(glyph, character),
                _ => self.show(glyph, if index == 0 { source } else { NOTHING }),
            }
        }
        // An extractor takes the end of the last glyph for the end of the letter, and a mark ends somewhere
        // above it; so a blank is made to end where the letter does.
        let blank = self.faces.blank(self.face);
        let (_, width) = self.faces.code(self.face, blank, NOTHING);
        let end = Glyph { id: blank, advance: 0.0, x_offset: -width, y_offset: 0.0, source: 0..0 };
        self.show(&end, NOTHING);
        self.flush();
        self.ops.push(Op::EndMarkedContent);
    }

    /// Shows a glyph that is read as `text`, or leaves room for a box if the face lacks it.
    fn show(&mut self, glyph: &Glyph, text: &str) {
        let mut id = glyph.id;
        if id == 0 {
            id = self.faces.blank(self.face);
            let em = self.size / 1000.0;
            self.boxes.push((self.pen * em, (self.pen + glyph.advance) * em));
            let fonts = self.faces.fonts();
            self.missing.extend(text.chars().filter(|c| *c != '\u{200b}' && !fonts.covers(self.face, *c)));
        }
        self.set_rise(number(glyph.y_offset * self.size / 1000.0));
        // A difference that no one can see is left to grow until it can be seen.
        let step = self.pen + glyph.x_offset - self.shown;
        if step.abs() >= 1.0 {
            let step = step.round();
            match self.codes.last_mut() {
                Some(before) => before.offset -= step,
                None => self.ops.push(Op::ShowText { items: vec![TextItem::Offset(-step)] }),
            }
            self.shown += step;
        }
        let text = readable(text);
        let (code, width) = self.faces.code(self.face, id, text);
        self.codes.push(Codepoint::with_cid(code, 0.0, text.to_owned()));
        self.shown += width;
        self.pen += glyph.advance;
    }

    fn set_rise(&mut self, rise: f32) {
        if rise != self.rise {
            self.flush();
            self.ops.push(Op::SetLineOffset { multiplier: rise });
            self.rise = rise;
        }
    }

    fn flush(&mut self) {
        if !self.codes.is_empty() {
            self.ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(std::mem::take(&mut self.codes))] });
        }
    }
}

/// The text that a glyph may be read as: a tab or line break is drawn as a space and so is one, and a byte
/// order mark would be taken for the start of a text.
fn readable(text: &str) -> &str {
    match text {
        "\t" | "\n" | "\r" | "\u{b}" | "\u{c}" | "\u{85}" => " ",
        "\u{feff}" => NOTHING,
        text => text,
    }
}
