//! A colour that text on white paper can have.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A colour in sRGB, written `#0b5563`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Colour([u8; 3]);

impl Colour {
    /// The least contrast of text on white, in hundredths (WCAG 2.2, 1.4.3).
    pub const LEAST_CONTRAST: u32 = 450;
    /// The least contrast of a line that must be seen, in hundredths (WCAG 2.2, 1.4.11).
    pub const LEAST_CONTRAST_OF_LINES: u32 = 300;
    /// The colour of paper.
    pub const WHITE: Self = Self([255; 3]);

    /// Reads a colour such as `#0b5563`; the sign may be left out. None if it is not one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim().trim_start_matches('#');
        if digits.len() != 6 || !digits.bytes().all(|it| it.is_ascii_hexdigit()) {
            return None;
        }
        let [_, r, g, b] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        Some(Self([r, g, b]))
    }

    /// A colour from red, green and blue.
    #[must_use]
    pub const fn new(rgb: [u8; 3]) -> Self {
        Self(rgb)
    }

    /// Red, green and blue.
    #[must_use]
    pub fn rgb(self) -> [u8; 3] {
        self.0
    }

    /// The contrast with white in hundredths, from 100 to 2100, cut off (WCAG 2.2, contrast ratio).
    #[must_use]
    pub fn contrast_with_white(self) -> u32 {
        self.contrast(Self::WHITE)
    }

    /// The contrast with another colour in hundredths, as with white.
    #[must_use]
    pub fn contrast(self, other: Self) -> u32 {
        let (one, other) = (self.luminance() + 0.05, other.luminance() + 0.05);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 21, in hundredths")]
        let hundredths = (100.0 * one.max(other) / one.min(other)) as u32;
        hundredths
    }

    /// The colour itself where it can be read on white, else the lightest one of its hue that can.
    #[must_use]
    pub fn readable(self) -> Self {
        self.seen_on(Self::WHITE, Self::LEAST_CONTRAST)
    }

    /// The colour itself where it has this contrast with a light ground, in hundredths, else the lightest one of its hue
    /// that has it.
    #[must_use]
    pub fn seen_on(self, ground: Self, least: u32) -> Self {
        let scaled =
            |percent: u32| Self(self.0.map(|it| u8::try_from(u32::from(it) * percent / 100).unwrap_or(it)));
        let mut shades = (0..=100).rev().map(scaled);
        // Black can be seen, so there is one.
        shades.find(|it| it.contrast(ground) >= least).unwrap_or(Self([0; 3]))
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [r, g, b] = self.0.map(linear);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

impl TryFrom<String> for Colour {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("a colour has six hexadecimal digits")
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> Self {
        colour.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::Colour;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap()
    }

    #[test]
    fn contrast_is_that_of_the_guideline() {
        assert_eq!(colour("#000000").contrast_with_white(), 2100);
        assert_eq!(colour("#ffffff").contrast_with_white(), 100);
        assert_eq!(colour("#767676").contrast_with_white(), 454);
        assert_eq!(colour("#777777").contrast_with_white(), 447);
    }

    #[test]
    fn a_better_tone_is_the_lightest_that_can_be_read() {
        let yellow = colour("#ffd400");
        let better = yellow.readable();
        assert!(better.contrast_with_white() >= Colour::LEAST_CONTRAST, "{better}");
        assert!(
            better.contrast_with_white() < Colour::LEAST_CONTRAST + 20,
            "no darker than needed: {better}"
        );
        let [r, g, b] = better.rgb();
        assert!(r > g && b == 0, "the hue stays: {better}");
        assert_eq!(colour("#0b5563").readable(), colour("#0b5563"));
        assert!(colour("#ffffff").readable().contrast_with_white() >= Colour::LEAST_CONTRAST);
    }

    #[test]
    fn only_six_digits_are_a_colour() {
        assert_eq!(colour(" 0B5563 ").to_string(), "#0b5563");
        for wrong in ["", "#12345", "#1234567", "#12345g", "red", "#+12345"] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
    }
}
