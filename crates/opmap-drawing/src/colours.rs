//! The colours that tones have on paper: the usual ones, or those of a brand.

use crate::Tone;

/// Red, green and blue, 0–255 each.
type Rgb = [u8; 3];

const WHITE: Rgb = [255; 3];

/// The colour of every tone. Usually that of the light theme.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Colours {
    /// The tones that differ from the light theme.
    changed: Vec<(Tone, Rgb)>,
}

impl Colours {
    /// The usual colours with those of a brand in the place of petrol: an accent and the ground of the cover, which is
    /// the accent when it is not set.
    ///
    /// A colour that is too light is darkened until words in it can be read on paper and white words on it; the tints of
    /// it keep the contrast that those of petrol have.
    #[must_use]
    pub fn branded(accent: Option<Rgb>, cover: Option<Rgb>) -> Self {
        let mut changed = accent.map(of_accent).unwrap_or_default();
        if let Some(cover) = cover.or(accent) {
            let cover = readable(cover, Tone::Ground.rgb(), TEXT);
            changed.extend([(Tone::Cover, cover), (Tone::CoverLine, tint(cover, 45))]);
        }
        Self { changed }
    }

    /// Red, green and blue of a tone, 0–255 each.
    #[must_use]
    pub fn rgb(&self, tone: Tone) -> Rgb {
        self.changed.iter().find(|(it, _)| *it == tone).map_or_else(|| tone.rgb(), |(_, rgb)| *rgb)
    }
}

/// The least contrast of words, and that of lines that must be seen (WCAG 2.2, 1.4.3 and 1.4.11).
const TEXT: f64 = 4.5;
const LINE: f64 = 3.0;

/// The tones that are made of the accent. Words in it stand on paper, on its softest tint, and on the draft mark, which is
/// as dark as the ground of the window.
fn of_accent(accent: Rgb) -> Vec<(Tone, Rgb)> {
    let soft = tint(accent, 12);
    let accent = readable(accent, Tone::Ground.rgb(), TEXT);
    let accent = readable(accent, soft, TEXT);
    let letter = tint(accent, 20);
    vec![
        (Tone::Accent, accent),
        (Tone::AccentSoft, soft),
        (Tone::AccentLine, readable(tint(accent, 75), WHITE, LINE)),
        (Tone::Select, accent),
        (Tone::SelectHalo, tint(accent, 25)),
        (Tone::LetterR, letter),
        (Tone::LetterRInk, readable(accent, letter, TEXT)),
        (Tone::LetterREdge, accent),
        (Tone::DataTarget, accent),
        (Tone::Scale1, tint(accent, 10)),
        (Tone::Scale2, tint(accent, 30)),
        (Tone::Scale3, tint(accent, 55)),
        (Tone::Scale4, tint(accent, 80)),
        (Tone::Scale5, accent),
    ]
}

/// So many parts of a hundred of the colour on white.
fn tint(colour: Rgb, parts: u16) -> Rgb {
    let mixed = |part: u8| u8::try_from((u16::from(part) * parts + 255 * (100 - parts)) / 100).unwrap_or(255);
    colour.map(mixed)
}

/// The colour itself where it has the contrast on a light ground, else the lightest one of its hue that has it.
fn readable(colour: Rgb, ground: Rgb, least: f64) -> Rgb {
    let shade = |percent: u16| colour.map(|it| u8::try_from(u16::from(it) * percent / 100).unwrap_or(it));
    let mut shades = (0..=100).rev().map(shade);
    shades.find(|it| contrast(*it, ground) >= least).unwrap_or_default()
}

/// The contrast of two colours, 1 to 21 (WCAG 2.2, contrast ratio).
fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: Rgb) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let [r, g, b] = colour.map(linear);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Colours, LINE, Rgb, TEXT, contrast};
    use crate::Tone;

    /// Words in the first tone stand on the second.
    const WORDS: [(Tone, Tone); 8] = [
        (Tone::Accent, Tone::Surface),
        (Tone::Accent, Tone::Surface2),
        (Tone::Accent, Tone::Ground),
        (Tone::Accent, Tone::AccentSoft),
        (Tone::OnAccent, Tone::Accent),
        (Tone::OnAccent, Tone::Cover),
        (Tone::LetterRInk, Tone::LetterR),
        (Tone::Ink, Tone::Scale2),
    ];
    /// Lines in the first tone lie on the second.
    const LINES: [(Tone, Tone); 3] = [
        (Tone::AccentLine, Tone::Surface),
        (Tone::LetterREdge, Tone::LetterR),
        (Tone::DataTarget, Tone::Surface),
    ];

    fn on(colours: &Colours, (one, other): (Tone, Tone)) -> f64 {
        contrast(colours.rgb(one), colours.rgb(other))
    }

    proptest! {
        #[test]
        fn whatever_the_brand_words_can_be_read_and_lines_be_seen(accent: Rgb, cover: Option<Rgb>) {
            let colours = Colours::branded(Some(accent), cover);
            for pair in WORDS {
                prop_assert!(on(&colours, pair) >= TEXT, "{pair:?} {:?}", on(&colours, pair));
            }
            for pair in LINES {
                prop_assert!(on(&colours, pair) >= LINE, "{pair:?} {:?}", on(&colours, pair));
            }
            let scale = [Tone::Scale1, Tone::Scale2, Tone::Scale3, Tone::Scale4, Tone::Scale5];
            let steps = scale.windows(2).map(|it| on(&colours, (it[0], it[1])));
            prop_assert!(steps.fold(f64::INFINITY, f64::min) >= 1.1, "the steps of the scale are told apart");
        }
    }

    #[test]
    fn without_a_brand_every_tone_is_that_of_the_light_theme() {
        let usual = Colours::branded(None, None);
        assert_eq!(usual, Colours::default());
        assert!(Tone::ALL.iter().all(|it| usual.rgb(*it) == it.rgb()));
        assert!(WORDS.iter().all(|pair| on(&usual, *pair) >= TEXT));
    }

    #[test]
    fn a_brand_changes_no_sign_of_the_checks() {
        let brand = Colours::branded(Some([0x7a, 0x1f, 0x5c]), None);
        assert_eq!(brand.rgb(Tone::Accent), [0x7a, 0x1f, 0x5c]);
        assert_eq!(brand.rgb(Tone::Cover), [0x7a, 0x1f, 0x5c], "the cover follows");
        for tone in [Tone::Ink, Tone::Error, Tone::Warning, Tone::Info, Tone::Ok, Tone::LaneFront] {
            assert_eq!(brand.rgb(tone), tone.rgb());
        }
        let cover = Colours::branded(None, Some([0, 0, 0x80]));
        assert_eq!((cover.rgb(Tone::Cover), cover.rgb(Tone::Accent)), ([0, 0, 0x80], Tone::Accent.rgb()));
    }
}
