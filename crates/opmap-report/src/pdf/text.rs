//! A line of text as text operators: every glyph where it was measured, and read as what it stands for.

use std::collections::BTreeSet;

use opmap_drawing::{Face, Glyph};

use super::faces::UsedFaces;
use super::number;
use super::operators::Operators;

/// Text that is read as nothing.
const NOTHING: &str = "\u{200b}";

/// What is left to do for a line that was shown.
#[derive(Default)]
pub(super) struct Missing {
    /// From where to where a box is to be drawn for a character that the face lacks, in points.
    pub(super) boxes: Vec<(f32, f32)>,
    /// Those characters.
    pub(super) characters: BTreeSet<char>,
}

/// Shows a line of text at the text cursor, in the font that is set.
pub(super) fn show(
    to: &mut Operators,
    faces: &mut UsedFaces<'_>,
    face: Face,
    size: f32,
    text: &str,
) -> Missing {
    let glyphs = faces.fonts().shape(face, 1000.0, text);
    let missing = Missing::default();
    let mut line =
        Line { to, faces, face, size, pen: 0.0, shown: 0.0, rise: 0.0, inside: Inside::Nothing, missing };
    for cluster in glyphs.chunk_by(|a, b| a.source == b.source) {
        line.show_cluster(&text[cluster[0].source.clone()], cluster);
    }
    line.move_to(line.pen);
    line.flush();
    line.set_rise(0.0);
    line.missing
}

/// A line on its way. Lengths are in thousandths of the size, as in a PDF.
struct Line<'l, 'f> {
    to: &'l mut Operators,
    faces: &'l mut UsedFaces<'f>,
    face: Face,
    size: f32,
    /// Where the next glyph belongs.
    pen: f32,
    /// Where a viewer would put it.
    shown: f32,
    /// How far above the baseline a viewer would put it, in points.
    rise: f32,
    inside: Inside,
    missing: Missing,
}

/// What an operator that shows glyphs has begun and not ended.
#[derive(Clone, Copy, PartialEq)]
enum Inside {
    Nothing,
    /// The list of glyphs and steps.
    List,
    /// A string of glyphs in the list.
    Glyphs,
}

impl Line<'_, '_> {
    /// Shows the glyphs that stand for `source` together.
    fn show_cluster(&mut self, source: &str, cluster: &[Glyph]) {
        if let [glyph] = cluster {
            self.show(glyph, source);
            return;
        }
        // A letter and its marks are read as one, and not by where each of them is drawn.
        self.flush();
        self.to.part(b"/Span<</ActualText<FEFF");
        for unit in source.encode_utf16() {
            self.to.part(format!("{unit:04X}").as_bytes());
        }
        self.to.word(">>>BDC");
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
        self.to.word("EMC");
    }

    /// Shows a glyph that is read as `text`, or leaves room for a box if the face lacks it.
    fn show(&mut self, glyph: &Glyph, text: &str) {
        let mut id = glyph.id;
        if id == 0 {
            id = self.faces.blank(self.face);
            let em = self.size / 1000.0;
            self.missing.boxes.push((self.pen * em, (self.pen + glyph.advance) * em));
            let fonts = self.faces.fonts();
            let lacks = |c: &char| *c != '\u{200b}' && !fonts.covers(self.face, *c);
            self.missing.characters.extend(text.chars().filter(lacks));
        }
        self.set_rise(number(glyph.y_offset * self.size / 1000.0));
        self.move_to(self.pen + glyph.x_offset);
        let (code, width) = self.faces.code(self.face, id, readable(text));
        self.begin(Inside::Glyphs);
        for byte in code.to_be_bytes() {
            self.to.byte_of_string(byte);
        }
        self.shown += width;
        self.pen += glyph.advance;
    }

    /// Has a viewer put the next glyph at `pen`. A difference that no one can see is left to grow until it can be.
    fn move_to(&mut self, pen: f32) {
        let step = (pen - self.shown).round();
        if step != 0.0 {
            self.begin(Inside::List);
            self.to.number(-step);
            self.shown += step;
        }
    }

    fn set_rise(&mut self, rise: f32) {
        if rise != self.rise {
            self.flush();
            self.to.put([rise], "Ts");
            self.rise = rise;
        }
    }

    fn flush(&mut self) {
        self.begin(Inside::Nothing);
    }

    /// Ends and begins what is needed to be inside `wanted`.
    fn begin(&mut self, wanted: Inside) {
        match (self.inside, wanted) {
            (Inside::Nothing, Inside::List) => self.to.part(b"["),
            (Inside::Nothing, Inside::Glyphs) => self.to.part(b"[("),
            (Inside::List, Inside::Glyphs) => self.to.part(b"("),
            (Inside::Glyphs, Inside::List) => self.to.part(b")"),
            (Inside::List, Inside::Nothing) => self.to.word("]TJ"),
            (Inside::Glyphs, Inside::Nothing) => self.to.word(")]TJ"),
            (Inside::Nothing, Inside::Nothing)
            | (Inside::List, Inside::List)
            | (Inside::Glyphs, Inside::Glyphs) => {}
        }
        self.inside = wanted;
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
