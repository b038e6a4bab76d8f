//! The colours that tones have on paper: the usual ones, or those of a brand.

use opmap_model::{Brand, Colour};

use crate::Tone;

/// The colour of every tone. Usually that of the light theme.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Colours {
    /// The tones that differ from the light theme.
    changed: Vec<(Tone, Colour)>,
}

impl Colours {
    /// The usual colours with those of a brand in the place of petrol: its accent, and its second colour as the ground of
    /// the cover.
    ///
    /// A colour that is too light is darkened until words in it can be read and white words on it; the tints of it keep
    /// the contrast that those of petrol have. Signs of the checks, of lanes and of changes stay as they are.
    #[must_use]
    pub fn branded(brand: &Brand) -> Self {
        let mut changed = brand.accent.map(of_accent).unwrap_or_default();
        if let Some(cover) = brand.second.or(brand.accent) {
            let cover = words_on(cover, ground());
            changed.extend([(Tone::Cover, cover), (Tone::CoverLine, tint(cover, 45))]);
        }
        Self { changed }
    }

    /// Red, green and blue of a tone, 0–255 each.
    #[must_use]
    pub fn rgb(&self, tone: Tone) -> [u8; 3] {
        let changed = self.changed.iter().find(|(it, _)| *it == tone);
        changed.map_or_else(|| tone.rgb(), |(_, colour)| colour.rgb())
    }
}

/// The darkest paper that words stand on: the mark of a draft is as dark as the ground of the window.
fn ground() -> Colour {
    Colour::new(Tone::Ground.rgb())
}

/// The tones that are made of the accent.
fn of_accent(accent: Colour) -> Vec<(Tone, Colour)> {
    let soft = tint(accent, 12);
    let accent = words_on(words_on(accent, ground()), soft);
    let letter = tint(accent, 20);
    vec![
        (Tone::Accent, accent),
        (Tone::AccentSoft, soft),
        (Tone::AccentLine, tint(accent, 75).seen_on(Colour::WHITE, Colour::LEAST_CONTRAST_OF_LINES)),
        (Tone::Select, accent),
        (Tone::SelectHalo, tint(accent, 25)),
        (Tone::LetterR, letter),
        (Tone::LetterRInk, words_on(accent, letter)),
        (Tone::LetterREdge, accent),
        (Tone::DataTarget, accent),
        (Tone::Scale1, tint(accent, 10)),
        (Tone::Scale2, tint(accent, 30)),
        (Tone::Scale3, tint(accent, 55)),
        (Tone::Scale4, tint(accent, 80)),
        (Tone::Scale5, accent),
    ]
}

fn words_on(colour: Colour, ground: Colour) -> Colour {
    colour.seen_on(ground, Colour::LEAST_CONTRAST)
}

/// So many parts of a hundred of the colour on white.
fn tint(colour: Colour, parts: u16) -> Colour {
    let mixed = |part: u8| u8::try_from((u16::from(part) * parts + 255 * (100 - parts)) / 100).unwrap_or(255);
    Colour::new(colour.rgb().map(mixed))
}

#[cfg(test)]
mod tests {
    use opmap_model::{Brand, Colour};
    use proptest::prelude::*;

    use super::Colours;
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

    fn branded(accent: Option<[u8; 3]>, second: Option<[u8; 3]>) -> Colours {
        let (accent, second) = (accent.map(Colour::new), second.map(Colour::new));
        Colours::branded(&Brand { accent, second, ..Brand::default() })
    }

    /// The contrast of the pair in hundredths.
    fn on(colours: &Colours, (one, other): (Tone, Tone)) -> u32 {
        Colour::new(colours.rgb(one)).contrast(Colour::new(colours.rgb(other)))
    }

    proptest! {
        #[test]
        fn whatever_the_brand_words_can_be_read_and_lines_be_seen(accent: [u8; 3], second: Option<[u8; 3]>) {
            let colours = branded(Some(accent), second);
            for pair in WORDS {
                prop_assert!(on(&colours, pair) >= Colour::LEAST_CONTRAST, "{pair:?} {:?}", on(&colours, pair));
            }
            for pair in LINES {
                prop_assert!(on(&colours, pair) >= Colour::LEAST_CONTRAST_OF_LINES, "{pair:?} {:?}", on(&colours, pair));
            }
            let scale = [Tone::Scale1, Tone::Scale2, Tone::Scale3, Tone::Scale4, Tone::Scale5];
            let least = scale.windows(2).map(|it| on(&colours, (it[0], it[1]))).min();
            prop_assert!(least >= Some(110), "the steps of the scale are told apart: {least:?}");
        }
    }

    #[test]
    fn without_a_brand_every_tone_is_that_of_the_light_theme() {
        let usual = branded(None, None);
        assert_eq!(usual, Colours::default());
        assert!(Tone::ALL.iter().all(|it| usual.rgb(*it) == it.rgb()));
        assert!(WORDS.iter().all(|pair| on(&usual, *pair) >= Colour::LEAST_CONTRAST));
    }

    #[test]
    fn a_brand_changes_no_sign_of_the_checks() {
        let plum = [0x7a, 0x1f, 0x5c];
        let brand = branded(Some(plum), None);
        assert_eq!(brand.rgb(Tone::Accent), plum);
        assert_eq!(brand.rgb(Tone::Cover), plum, "the cover follows");
        for tone in [Tone::Ink, Tone::Error, Tone::Warning, Tone::Info, Tone::Ok, Tone::LaneFront] {
            assert_eq!(brand.rgb(tone), tone.rgb());
        }
        let cover = branded(None, Some([0, 0, 0x80]));
        assert_eq!((cover.rgb(Tone::Cover), cover.rgb(Tone::Accent)), ([0, 0, 0x80], Tone::Accent.rgb()));
    }
}
