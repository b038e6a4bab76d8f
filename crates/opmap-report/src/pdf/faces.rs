//! The fonts in the PDF: only the glyphs in use, each with the text it stands for.
//!
//! A code in the content stream is neither a character nor a glyph but a pair of both. So a glyph that
//! stands for two characters (the hyphen and the no-break hyphen) is read as the right one each time, and a
//! ligature is read as all its letters.

use std::collections::BTreeMap;

use lopdf::{Document, Object, dictionary};
use opmap_drawing::{Face, Fonts};
use printpdf::{Codepoint, FontId, Op, ParsedFont, PdfFont, PdfFontHandle, Pt, TextItem};
use subsetter::GlyphRemapper;

use super::{PdfError, deflate};

pub(super) struct UsedFaces<'f> {
    fonts: &'f Fonts,
    faces: [UsedFace; Face::ALL.len()],
}

/// What was shown of a face.
#[derive(Default)]
struct UsedFace {
    /// What each code shows, is read as and moves the pen by; code 1 comes first.
    glyphs: Vec<UsedGlyph>,
    /// The codes that show each glyph, by its number: one for each text.
    codes: Vec<Vec<u16>>,
}

struct UsedGlyph {
    id: u16,
    text: Box<str>,
    /// In thousandths of the size.
    width: f32,
}

/// The name of the face among the resources of a page, which is also the tag that marks it as a subset.
pub(super) fn tag(face: Face) -> &'static str {
    match face {
        Face::Regular => "OPMAPR",
        Face::Medium => "OPMAPM",
        Face::SemiBold => "OPMAPS",
        Face::Bold => "OPMAPB",
        Face::Display => "OPMAPD",
        Face::Serif => "OPMAPT",
    }
}

fn subset_name(face: Face) -> String {
    format!("{}+{}", tag(face), face.file_name().trim_end_matches(".ttf"))
}

impl<'f> UsedFaces<'f> {
    pub(super) fn new(fonts: &'f Fonts) -> Self {
        Self { fonts, faces: Default::default() }
    }

    pub(super) fn fonts(&self) -> &'f Fonts {
        self.fonts
    }

    /// The glyph of the face that draws nothing.
    pub(super) fn blank(&self, face: Face) -> u16 {
        self.fonts.shape(face, 1.0, " ").first().map_or(0, |space| space.id)
    }

    /// The code that shows the glyph and is read as `text`, and its width in thousandths of the size.
    pub(super) fn code(&mut self, face: Face, glyph: u16, text: &str) -> (u16, f32) {
        let used = &mut self.faces[face as usize];
        let code = used.code(glyph, text);
        let code = code.unwrap_or_else(|| used.add(glyph, text, width(self.fonts, face, glyph)));
        (code, used.glyph(code).map_or(0.0, |glyph| glyph.width))
    }

    /// The fonts that are used, for printpdf, by their names among the resources.
    pub(super) fn embedded(&self) -> Result<BTreeMap<FontId, PdfFont>, PdfError> {
        let font = |(face, used): (Face, &UsedFace)| {
            Ok((FontId(tag(face).to_owned()), PdfFont::new(used.subset(self.fonts, face)?)))
        };
        self.used().map(font).collect()
    }

    /// Operators that show every code once, so that printpdf knows which there are and what each is read as.
    pub(super) fn specimen(&self) -> Vec<Op> {
        let show = |(face, used): (Face, &UsedFace)| {
            let font = PdfFontHandle::External(FontId(tag(face).to_owned()));
            let codes = (1..).zip(&used.glyphs);
            let codes = codes.map(|(code, glyph)| Codepoint::with_cid(code, 0.0, glyph.text.to_string()));
            let items = vec![TextItem::GlyphIds(codes.collect())];
            [
                Op::StartTextSection,
                Op::SetFont { font, size: Pt(1.0) },
                Op::ShowText { items },
                Op::EndTextSection,
            ]
        };
        self.used().flat_map(show).collect()
    }

    /// Completes the fonts that printpdf wrote into the file: which glyph each code shows, how far exactly it
    /// moves the pen, and how high a capital is.
    pub(super) fn complete(&self, file: &mut Document) -> lopdf::Result<()> {
        for (face, used) in self.used() {
            let name = subset_name(face);
            let is_font = |object: &Object| {
                let base = object.as_dict().and_then(|font| font.get(b"BaseFont")).and_then(Object::as_name);
                base.is_ok_and(|base| base == name.as_bytes())
            };
            let Some(font) = file.objects.iter().find_map(|(id, object)| is_font(object).then_some(*id))
            else {
                continue;
            };
            let shown = file.add_object(deflate::stream(dictionary! {}, deflate::one(&used.shown_glyphs())));
            let descendants = file.get_dictionary_mut(font)?.get_mut(b"DescendantFonts")?.as_array_mut()?;
            let Some(descendant) = descendants.first_mut() else { continue };
            let descendant = descendant.as_dict_mut()?;
            descendant.set("CIDToGIDMap", shown);
            let widths: Vec<Object> = used.glyphs.iter().map(|glyph| Object::Real(glyph.width)).collect();
            descendant.set("W", vec![Object::Integer(1), widths.into()]);
            let descriptor = descendant.get(b"FontDescriptor")?.as_reference()?;
            let cap_height = super::number(self.fonts.cap_height(face, 1000.0).round());
            file.get_dictionary_mut(descriptor)?.set("CapHeight", cap_height);
        }
        Ok(())
    }

    fn used(&self) -> impl Iterator<Item = (Face, &UsedFace)> {
        Face::ALL.into_iter().zip(&self.faces).filter(|(_, used)| !used.glyphs.is_empty())
    }
}

impl UsedFace {
    /// Gives the glyph and its text a code.
    ///
    /// A font has at most 65,535 codes; a report with more different characters than that gets wrong text where
    /// they run out, and still shows it right if the glyph is known.
    fn add(&mut self, glyph: u16, text: &str, width: f32) -> u16 {
        let place = usize::from(glyph);
        if self.codes.len() <= place {
            self.codes.resize_with(place + 1, Vec::new);
        }
        let codes = &mut self.codes[place];
        match u16::try_from(self.glyphs.len() + 1) {
            Ok(code) => {
                self.glyphs.push(UsedGlyph { id: glyph, text: text.into(), width });
                codes.push(code);
                code
            }
            Err(_) => codes.first().copied().unwrap_or(1),
        }
    }

    /// The code that shows the glyph and is read as `text`, if it has one.
    fn code(&self, glyph: u16, text: &str) -> Option<u16> {
        let mut codes = self.codes.get(usize::from(glyph))?.iter().copied();
        codes.find(|code| self.glyph(*code).is_some_and(|glyph| &*glyph.text == text))
    }

    /// What a code shows.
    fn glyph(&self, code: u16) -> Option<&UsedGlyph> {
        self.glyphs.get(usize::from(code).checked_sub(1)?)
    }

    fn remapper(&self) -> GlyphRemapper {
        let mut remapper = GlyphRemapper::new();
        for glyph in &self.glyphs {
            remapper.remap(glyph.id);
        }
        remapper
    }

    /// For each code, from 0 up, the glyph in the subset as two bytes.
    fn shown_glyphs(&self) -> Vec<u8> {
        let remapper = self.remapper();
        let glyphs = self.glyphs.iter().map(|glyph| remapper.get(glyph.id).unwrap_or(0));
        std::iter::once(0).chain(glyphs).flat_map(u16::to_be_bytes).collect()
    }

    fn subset(&self, fonts: &Fonts, face: Face) -> Result<ParsedFont, PdfError> {
        let broken = |reason: String| PdfError::Font { face, reason };
        let file = subsetter::subset(fonts.file(face), 0, &self.remapper())
            .map_err(|error| broken(error.to_string()))?;
        let font = ParsedFont::from_bytes(&file, 0, &mut Vec::new());
        let mut font = font.ok_or_else(|| broken("it cannot be read".to_owned()))?;
        font.font_name = Some(subset_name(face));
        // A subset does not say how heavy it is, and printpdf tells from it how thick the stems are.
        font.pdf_font_metrics.us_weight_class = face.family().1;
        Ok(font)
    }
}

/// How far a glyph moves the pen, in thousandths of the size, as exactly as the file states it.
fn width(fonts: &Fonts, face: Face, glyph: u16) -> f32 {
    super::number(fonts.advance(face, glyph, 1000.0))
}
