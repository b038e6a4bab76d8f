//! The fonts in the PDF: only the glyphs in use, each with the text it stands for.
//!
//! A code in the content stream is neither a character nor a glyph but a pair of both. So a glyph that
//! stands for two characters (the hyphen and the no-break hyphen) is read as the right one each time, and a
//! ligature is read as all its letters.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, Stream};
use opmap_drawing::{Face, Fonts};
use printpdf::{FontId, ParsedFont, PdfFont};
use subsetter::GlyphRemapper;

use super::PdfError;

pub(super) struct UsedFaces<'f> {
    fonts: &'f Fonts,
    faces: Vec<UsedFace>,
}

struct UsedFace {
    face: Face,
    parsed: ParsedFont,
    /// The glyph that draws nothing.
    blank: u16,
    /// The glyph of each code; code 1 comes first.
    glyphs: Vec<u16>,
    codes: BTreeMap<u16, BTreeMap<Box<str>, u16>>,
}

/// The name of the face among the resources of a page, which is also the tag that marks it as a subset.
pub(super) fn id(face: Face) -> FontId {
    let tag = match face {
        Face::Regular => "OPMAPR",
        Face::Medium => "OPMAPM",
        Face::SemiBold => "OPMAPS",
        Face::Bold => "OPMAPB",
        Face::Display => "OPMAPD",
        Face::Serif => "OPMAPT",
    };
    FontId(tag.to_owned())
}

fn subset_name(face: Face) -> String {
    format!("{}+{}", id(face).0, face.file_name().trim_end_matches(".ttf"))
}

impl<'f> UsedFaces<'f> {
    pub(super) fn new(fonts: &'f Fonts) -> Result<Self, PdfError> {
        let used = |face: Face| {
            let broken = || PdfError::Font { face, reason: "it cannot be read".to_owned() };
            let parsed = ParsedFont::from_bytes(fonts.file(face), 0, &mut Vec::new()).ok_or_else(broken)?;
            let blank = parsed.lookup_glyph_index(u32::from(' ')).ok_or_else(broken)?;
            Ok(UsedFace { face, parsed, blank, glyphs: Vec::new(), codes: BTreeMap::new() })
        };
        Ok(Self { fonts, faces: Face::ALL.into_iter().map(used).collect::<Result<_, _>>()? })
    }

    pub(super) fn fonts(&self) -> &'f Fonts {
        self.fonts
    }

    /// The glyph of the face that draws nothing.
    pub(super) fn blank(&self, face: Face) -> u16 {
        self.faces[face as usize].blank
    }

    /// The code that shows the glyph and is read as `text`, and its width in thousandths of the size.
    pub(super) fn code(&mut self, face: Face, glyph: u16, text: &str) -> (u16, f32) {
        let used = &mut self.faces[face as usize];
        let code = match used.codes.get(&glyph).and_then(|texts| texts.get(text)) {
            Some(code) => *code,
            // A font has at most 65,535 codes; a report with more different characters than that gets
            // wrong text where they run out, and still shows it right if the glyph is known.
            None => match u16::try_from(used.glyphs.len() + 1) {
                Ok(code) => {
                    used.glyphs.push(glyph);
                    used.codes.entry(glyph).or_default().insert(text.into(), code);
                    code
                }
                Err(_) => {
                    used.codes.get(&glyph).and_then(|texts| texts.values().next().copied()).unwrap_or(1)
                }
            },
        };
        (code, used.width(glyph))
    }

    /// The fonts that are used, for printpdf, by their names among the resources.
    pub(super) fn embedded(&self) -> Result<BTreeMap<FontId, PdfFont>, PdfError> {
        self.used().map(|used| Ok((id(used.face), PdfFont::new(used.subset(self.fonts)?)))).collect()
    }

    /// Completes the fonts that printpdf wrote into the file: which glyph each code shows, and how high a
    /// capital is.
    pub(super) fn complete(&self, file: &mut Document) -> lopdf::Result<()> {
        for used in self.used() {
            let name = subset_name(used.face);
            let is_font = |object: &Object| {
                let base = object.as_dict().and_then(|font| font.get(b"BaseFont")).and_then(Object::as_name);
                base.is_ok_and(|base| base == name.as_bytes())
            };
            let Some(font) = file.objects.iter().find_map(|(id, object)| is_font(object).then_some(*id))
            else {
                continue;
            };
            let shown = file.add_object(Stream::new(Dictionary::new(), used.shown_glyphs()));
            let descendants = file.get_dictionary_mut(font)?.get_mut(b"DescendantFonts")?.as_array_mut()?;
            let Some(descendant) = descendants.first_mut() else { continue };
            let descendant = descendant.as_dict_mut()?;
            descendant.set("CIDToGIDMap", shown);
            let descriptor = descendant.get(b"FontDescriptor")?.as_reference()?;
            let cap_height = super::number(self.fonts.cap_height(used.face, 1000.0).round());
            file.get_dictionary_mut(descriptor)?.set("CapHeight", cap_height);
        }
        Ok(())
    }

    fn used(&self) -> impl Iterator<Item = &UsedFace> {
        self.faces.iter().filter(|used| !used.glyphs.is_empty())
    }
}

impl UsedFace {
    /// The advance of a glyph as the PDF states it: whole thousandths, cut off.
    fn width(&self, glyph: u16) -> f32 {
        let units = self.parsed.get_glyph_width(glyph).unwrap_or(0);
        (f32::from(units) * 1000.0 / f32::from(self.parsed.units_per_em.max(1))).trunc()
    }

    fn remapper(&self) -> GlyphRemapper {
        let mut remapper = GlyphRemapper::new();
        for glyph in &self.glyphs {
            remapper.remap(*glyph);
        }
        remapper
    }

    /// For each code, from 0 up, the glyph in the subset as two bytes.
    fn shown_glyphs(&self) -> Vec<u8> {
        let remapper = self.remapper();
        let glyphs = self.glyphs.iter().map(|glyph| remapper.get(*glyph).unwrap_or(0));
        std::iter::once(0).chain(glyphs).flat_map(u16::to_be_bytes).collect()
    }

    fn subset(&self, fonts: &Fonts) -> Result<ParsedFont, PdfError> {
        let file = subsetter::subset(fonts.file(self.face), 0, &self.remapper())
            .map_err(|error| PdfError::Font { face: self.face, reason: error.to_string() })?;
        let widths = (1_u16..)
            .zip(&self.glyphs)
            .map(|(code, glyph)| (code, self.parsed.get_glyph_width(*glyph).unwrap_or(0)));
        Ok(ParsedFont {
            original_bytes: file,
            font_name: Some(subset_name(self.face)),
            codepoint_to_glyph: BTreeMap::new(),
            glyph_widths: widths.collect(),
            ..self.parsed.clone()
        })
    }
}
