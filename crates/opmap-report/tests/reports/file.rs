//! A PDF read back: what each page draws, to whom it belongs, and what its text is read as.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};

/// What a page draws in one go.
#[derive(Debug)]
pub(crate) struct Piece {
    pub(crate) owner: Owner,
    /// A line of text; none when it is a shape.
    pub(crate) text: Option<Line>,
}

/// To whom a piece belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Owner {
    Nobody,
    Artifact,
    /// The stretch of content of this number.
    Stretch(i64),
}

/// A line of text, in points from the bottom left corner of the page.
#[derive(Debug, Default)]
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) upwards: bool,
    pub(crate) width: f32,
    /// The glyphs, as their numbers in the font program.
    pub(crate) glyphs: Vec<u16>,
}

pub(crate) fn read(bytes: &[u8]) -> Document {
    Document::load_mem(bytes).expect("a PDF that can be read")
}

/// The dictionary behind `key` of `holder`, which may be a reference.
pub(crate) fn dictionary<'d>(
    file: &'d Document,
    holder: &'d Dictionary,
    key: &str,
) -> Option<&'d Dictionary> {
    file.dereference(holder.get(key.as_bytes()).ok()?).ok()?.1.as_dict().ok()
}

/// The array behind `key` of `holder`, which may be a reference; empty where there is none.
pub(crate) fn array<'d>(file: &'d Document, holder: &'d Dictionary, key: &str) -> &'d [Object] {
    let found = holder.get(key.as_bytes()).and_then(|it| file.dereference(it));
    found.ok().and_then(|(_, it)| it.as_array().ok()).map_or(&[], Vec::as_slice)
}

/// What the page draws, in its order.
pub(crate) fn pieces(file: &Document, page: ObjectId) -> Vec<Piece> {
    let content = file.get_page_content(page);
    let operations = Content::decode(&content).expect("operators").operations;
    let fonts = file.get_page_fonts(page).expect("fonts");
    let fonts = fonts.iter().map(|(name, font)| (name.clone(), Font::read(file, font))).collect();
    let mut reader =
        Reader { fonts, font: None, size: 0.0, open: Vec::new(), line: None, pieces: Vec::new() };
    for operation in &operations {
        reader.follow(&operation.operator, &operation.operands);
    }
    assert!(reader.open.is_empty(), "marked content is not ended");
    reader.pieces
}

struct Reader<'d> {
    fonts: BTreeMap<Vec<u8>, Font<'d>>,
    font: Option<Vec<u8>>,
    size: f32,
    /// Marked content that was begun: to whom it belongs, and what is read in its place.
    open: Vec<(Owner, Option<String>)>,
    line: Option<Line>,
    pieces: Vec<Piece>,
}

impl Reader<'_> {
    fn follow(&mut self, operator: &str, operands: &[Object]) {
        let number = |index: usize| operands.get(index).and_then(|it| it.as_float().ok()).unwrap_or(0.0);
        match operator {
            "BMC" | "BDC" => self.open.push(self.begun(operands)),
            "EMC" => {
                let (_, instead) = self.open.pop().expect("marked content was begun");
                if let (Some(instead), Some(line)) = (instead, &mut self.line) {
                    line.text += &instead;
                }
            }
            "BT" => self.line = Some(Line::default()),
            "Tf" => {
                self.font = operands[0].as_name().ok().map(<[u8]>::to_vec);
                self.size = number(1);
            }
            "Td" => {
                if let Some(line) = &mut self.line {
                    (line.x, line.y) = (number(0), number(1));
                }
            }
            "Tm" => {
                if let Some(line) = &mut self.line {
                    (line.x, line.y) = (number(4), number(5));
                    line.upwards = (number(0), number(1)) == (0.0, 1.0);
                }
            }
            "TJ" => self.show(operands[0].as_array().expect("a list")),
            "ET" => {
                let line = self.line.take();
                self.add(line);
            }
            "f" | "S" | "B" | "f*" | "B*" | "Do" | "sh" => self.add(None),
            _ => {}
        }
    }

    fn begun(&self, operands: &[Object]) -> (Owner, Option<String>) {
        let outer = self.open.last().map_or(Owner::Nobody, |(owner, _)| *owner);
        let properties = operands.get(1).and_then(|it| it.as_dict().ok());
        let stretch = properties.and_then(|it| it.get(b"MCID").and_then(Object::as_i64).ok());
        let owner = match (operands[0].as_name(), stretch) {
            (Ok(b"Artifact"), _) => Owner::Artifact,
            (_, Some(number)) => Owner::Stretch(number),
            _ => outer,
        };
        assert!(owner == outer || outer == Owner::Nobody, "{owner:?} in {outer:?}");
        let instead = properties.and_then(|it| lopdf::decode_text_string(it.get(b"ActualText").ok()?).ok());
        (owner, instead)
    }

    fn show(&mut self, list: &[Object]) {
        let font = &self.fonts[self.font.as_ref().expect("a font is set")];
        let line = self.line.as_mut().expect("text is shown in a text object");
        let is_read = self.open.iter().all(|(_, instead)| instead.is_none());
        for item in list {
            match item {
                Object::String(codes, _) => {
                    for code in codes.chunks(2) {
                        let number = usize::from(u16::from_be_bytes([code[0], code[1]]));
                        line.width += font.widths[number - 1] * self.size / 1000.0;
                        line.glyphs.push(font.glyphs[number]);
                    }
                    if is_read {
                        line.text += &Document::decode_text(&font.encoding, codes).expect("text");
                    }
                }
                step => line.width -= step.as_float().expect("a number") * self.size / 1000.0,
            }
        }
    }

    fn add(&mut self, text: Option<Line>) {
        let owner = self.open.last().map_or(Owner::Nobody, |(owner, _)| *owner);
        self.pieces.push(Piece { owner, text });
    }
}

/// A font of the file.
struct Font<'d> {
    encoding: Encoding<'d>,
    /// Of the codes from 1 up.
    widths: Vec<f32>,
    /// Of the codes from 0 up.
    glyphs: Vec<u16>,
}

impl<'d> Font<'d> {
    fn read(file: &'d Document, font: &'d Dictionary) -> Self {
        let encoding = font.get_font_encoding(file).expect("an encoding");
        let descendant = array(file, font, "DescendantFonts")[0].as_dict().expect("a font");
        let widths = descendant.get(b"W").and_then(Object::as_array).expect("widths");
        let widths = widths[1].as_array().expect("widths from 1 up").iter();
        let widths = widths.map(|it| it.as_float().expect("a width")).collect();
        let map = descendant.get(b"CIDToGIDMap").and_then(Object::as_reference).expect("a map to glyphs");
        let map = file.get_object(map).and_then(Object::as_stream).expect("a stream");
        let map = map.decompressed_content().expect("bytes");
        let glyphs = map.chunks(2).map(|glyph| u16::from_be_bytes([glyph[0], glyph[1]])).collect();
        Self { encoding, widths, glyphs }
    }
}
