//! The shipped fonts: shaping, measuring, and which characters they have.

mod outline;
mod shaper;
mod wrap;

#[cfg(test)]
mod tests;

use std::ops::Range;

use rustybuzz::ttf_parser::GlyphId;

use crate::{Face, Segment};
use shaper::Shaper;

/// The six shipped fonts, ready to measure text.
///
/// Words are shaped with kerning and with the features `cv05`, `cv08`, `ss03` and `calt` on, each word by
/// itself and from left to right, so that the width of a line is the sum of its words and spaces on every
/// surface. Shaped words are remembered, up to a bound.
pub struct Fonts {
    faces: [Shaper; 6],
}

/// A font file that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} is not a font that can be used", face.file_name())]
pub struct FontError {
    /// The face whose file it is.
    pub face: Face,
}

/// A glyph of a shaped line. Lengths are in the unit of the size that was asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// Its number in the font file; 0 if the face lacks the character.
    pub id: u16,
    /// How far it moves the pen to the right, kerning included.
    pub advance: f32,
    /// How far right of the pen it is drawn.
    pub x_offset: f32,
    /// How far above the baseline it is drawn.
    pub y_offset: f32,
    /// The bytes of the text that it stands for. Glyphs that stand for the same characters together have
    /// the same range.
    pub source: Range<usize>,
}

impl Fonts {
    /// Reads the six font files, in the order of [`Face::ALL`].
    ///
    /// The files stay in memory until the program ends: call this once.
    ///
    /// # Errors
    /// If a file is not a TrueType font.
    pub fn parse(files: [Vec<u8>; 6]) -> Result<Self, FontError> {
        Self::from_static(files.map(|file| &*file.leak()))
    }

    /// The fonts compiled into the program, read once.
    #[cfg(feature = "shipped-fonts")]
    #[must_use]
    pub fn shipped() -> &'static Self {
        macro_rules! shipped {
            ($file:literal) => {
                include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/fonts/", $file))
            };
        }
        static FILES: [&[u8]; 6] = [
            shipped!("Inter-Regular.ttf"),
            shipped!("Inter-Medium.ttf"),
            shipped!("Inter-SemiBold.ttf"),
            shipped!("Inter-Bold.ttf"),
            shipped!("InterDisplay-SemiBold.ttf"),
            shipped!("SourceSerif4Display-Semibold.ttf"),
        ];
        static FONTS: std::sync::OnceLock<Fonts> = std::sync::OnceLock::new();
        // The bytes are part of the program and a test reads them, so this cannot fail where it runs.
        FONTS.get_or_init(|| Self::from_static(FILES).expect("the shipped fonts are fonts"))
    }

    /// The width of a line of `text`, in the unit of `size`; 0 for empty text.
    ///
    /// A tab or line break is as wide as a space, other control characters have no width.
    #[must_use]
    pub fn width(&self, face: Face, size: f32, text: &str) -> f32 {
        let shaper = self.shaper(face);
        shaper.scaled(size, shaper.units(text))
    }

    /// The text itself where it fits `width`, else as much of its beginning as does, ending in `…`.
    #[must_use]
    pub fn cut(&self, face: Face, size: f32, text: &str, width: f32) -> String {
        if self.width(face, size, text) <= width {
            return text.to_owned();
        }
        let room = width - self.width(face, size, "…");
        let lines = self.wrap(face, size, text, room.max(0.0));
        format!("{}…", lines.first().map_or("", String::as_str))
    }

    /// The glyphs of a line of `text` from left to right. Control characters have none.
    ///
    /// The advances sum up to [`Fonts::width`], but for rounding.
    #[must_use]
    pub fn shape(&self, face: Face, size: f32, text: &str) -> Vec<Glyph> {
        self.shaper(face).shape(size, text)
    }

    /// How far the glyph of this number moves the pen by itself at `size`; 0 if the face has no such glyph.
    #[must_use]
    pub fn advance(&self, face: Face, glyph: u16, size: f32) -> f32 {
        let shaper = self.shaper(face);
        shaper.scaled(size, shaper.font().glyph_hor_advance(GlyphId(glyph)).map_or(0, i64::from))
    }

    /// How far the face reaches above the baseline at `size`; positive.
    #[must_use]
    pub fn ascent(&self, face: Face, size: f32) -> f32 {
        let shaper = self.shaper(face);
        shaper.scaled(size, i64::from(shaper.font().ascender()))
    }

    /// How far the face reaches below the baseline at `size`; positive.
    #[must_use]
    pub fn descent(&self, face: Face, size: f32) -> f32 {
        let shaper = self.shaper(face);
        shaper.scaled(size, -i64::from(shaper.font().descender()))
    }

    /// How high a capital letter is at `size`.
    #[must_use]
    pub fn cap_height(&self, face: Face, size: f32) -> f32 {
        let font = self.shaper(face).font();
        let height = font.capital_height().unwrap_or_else(|| font.ascender());
        self.shaper(face).scaled(size, i64::from(height))
    }

    /// The outline of a glyph at `size`, its pen at the origin and y downwards; empty where it draws nothing.
    #[must_use]
    pub fn outline(&self, face: Face, size: f32, glyph: u16) -> Vec<Segment> {
        let shaper = self.shaper(face);
        outline::outline(shaper.font(), shaper.scaled(size, 1), glyph)
    }

    /// Whether the face has a glyph for the character.
    #[must_use]
    pub fn covers(&self, face: Face, character: char) -> bool {
        self.shaper(face).font().glyph_index(character).is_some()
    }

    /// The bytes of the font file.
    #[must_use]
    pub fn file(&self, face: Face) -> &'static [u8] {
        self.shaper(face).file()
    }

    fn from_static(files: [&'static [u8]; 6]) -> Result<Self, FontError> {
        let shaper = |face: Face| Shaper::parse(files[face as usize]).ok_or(FontError { face });
        Ok(Self {
            faces: [
                shaper(Face::Regular)?,
                shaper(Face::Medium)?,
                shaper(Face::SemiBold)?,
                shaper(Face::Bold)?,
                shaper(Face::Display)?,
                shaper(Face::Serif)?,
            ],
        })
    }

    fn shaper(&self, face: Face) -> &Shaper {
        &self.faces[face as usize]
    }
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Fonts")
    }
}
