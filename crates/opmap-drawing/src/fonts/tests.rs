use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::Fonts;
use crate::Face;

/// Words as people write them, and worse.
fn texts() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "[a-zA-Zäöüßéàő]{1,14}",
        "[0-9,.:x→-]{1,6}",
        "[α-ωΑ-Ω]{1,10}",
        "[ếộừữảạđ]{1,6}",
        "[а-яА-Я]{1,9}",
        "\\PC{1,8}",
        Just("Donaudampfschifffahrts-Gesellschafts/Kapitän".to_owned()),
        Just("53\u{2009}h".to_owned()),
        Just("👩‍👩‍👧e\u{301}\u{323}".to_owned()),
        Just("\u{0}\u{7}\u{202e}".to_owned()),
    ];
    let gap = prop_oneof![Just(" "), Just("  "), Just("\t"), Just("\n"), Just("\r\n")];
    proptest::collection::vec((word, gap), 0..12)
        .prop_map(|words| words.into_iter().map(|(word, gap)| word + gap).collect())
}

fn faces() -> impl Strategy<Value = Face> {
    proptest::sample::select(Face::ALL.to_vec())
}

proptest! {
    #[test]
    fn every_line_fits_unless_it_is_a_single_character(
        face in faces(), text in texts(), size in 5.0_f32..40.0, width in 0.0_f32..300.0,
    ) {
        let fonts = Fonts::shipped();
        for line in fonts.wrap(face, size, &text, width) {
            let single = line.graphemes(true).count() <= 1;
            prop_assert!(single || fonts.width(face, size, &line) <= width, "{line:?}");
        }
    }

    #[test]
    fn lines_hold_every_character_but_the_spaces_between_words(
        face in faces(), text in texts(), width in 0.0_f32..300.0,
    ) {
        let lines = Fonts::shipped().wrap(face, 12.0, &text, width);
        let dense = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(dense(&lines.join(" ")), dense(&text));
        let normal = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let wide = Fonts::shipped().wrap(face, 12.0, &text, f32::INFINITY);
        prop_assert_eq!(normal(&wide.join(" ")), normal(&text));
    }

    #[test]
    fn wrapping_is_the_same_with_and_without_memory(face in faces(), text in texts(), width in 0.0_f32..300.0) {
        let fresh = Fonts::from_static(Face::ALL.map(|face| Fonts::shipped().file(face))).unwrap();
        let known = Fonts::shipped().wrap(face, 12.0, &text, width);
        prop_assert_eq!(&fresh.wrap(face, 12.0, &text, width), &known);
        prop_assert_eq!(&fresh.wrap(face, 12.0, &text, width), &known);
    }

    #[test]
    fn glyphs_sum_up_to_the_width_and_stand_for_the_whole_text(face in faces(), text in texts()) {
        let fonts = Fonts::shipped();
        let glyphs = fonts.shape(face, 16.0, &text);
        let sum: f32 = glyphs.iter().map(|glyph| glyph.advance).sum();
        prop_assert!((sum - fonts.width(face, 16.0, &text)).abs() < 0.01);

        let mut sources: Vec<_> = glyphs.into_iter().map(|glyph| glyph.source).collect();
        sources.dedup();
        let read: String = sources.into_iter().map(|source| &text[source]).collect();
        let visible = |text: &str| {
            text.chars().filter(|c| !c.is_control() || c.is_whitespace()).collect::<String>()
        };
        prop_assert_eq!(read, visible(&text));
    }
}

#[test]
fn the_shipped_files_are_those_that_their_faces_name() {
    for face in Face::ALL {
        let path = format!("{}/../../assets/fonts/{}", env!("CARGO_MANIFEST_DIR"), face.file_name());
        assert!(Fonts::shipped().file(face) == std::fs::read(path).unwrap(), "{face:?}");
    }
}

#[test]
fn a_file_that_is_not_a_font_is_refused_by_its_face() {
    let mut files = Face::ALL.map(|face| Fonts::shipped().file(face).to_vec());
    files[3] = b"not a font".to_vec();
    let error = Fonts::parse(files).unwrap_err();
    assert_eq!(error.face, Face::Bold);
    assert_eq!(error.to_string(), "Inter-Bold.ttf is not a font that can be used");
}

#[test]
fn the_features_of_the_visual_language_change_their_letters() {
    let fonts = Fonts::shipped();
    let font = rustybuzz::Face::from_slice(fonts.file(Face::Regular), 0).unwrap();
    for (letter, feature) in [('l', "cv05"), ('I', "cv08"), ('’', "ss03")] {
        let shaped = fonts.shape(Face::Regular, 12.0, &letter.to_string());
        assert_ne!(shaped[0].id, font.glyph_index(letter).unwrap().0, "{letter} with {feature}");
    }
    assert_eq!(fonts.shape(Face::Regular, 12.0, "a")[0].id, font.glyph_index('a').unwrap().0);
}

#[test]
fn kerning_draws_letters_together() {
    let fonts = Fonts::shipped();
    for face in Face::ALL {
        let width = |text| fonts.width(face, 100.0, text);
        assert!(width("AVAVAV") < 3.0 * (width("A") + width("V")) - 10.0, "{face:?}");
    }
}

#[test]
fn widths_are_those_of_the_font_file() {
    let fonts = Fonts::shipped();
    let font = rustybuzz::Face::from_slice(fonts.file(Face::Regular), 0).unwrap();
    let space = font.glyph_hor_advance(font.glyph_index(' ').unwrap()).unwrap();
    assert_eq!(fonts.width(Face::Regular, 2048.0, " "), f32::from(space));
    assert_eq!(fonts.width(Face::Regular, 12.0, ""), 0.0);
    assert_eq!(fonts.width(Face::Regular, 12.0, "\t"), fonts.width(Face::Regular, 12.0, " "));
    assert_eq!(fonts.width(Face::Regular, 12.0, "a\u{7}b"), {
        fonts.width(Face::Regular, 12.0, "a") + fonts.width(Face::Regular, 12.0, "b")
    });
}

#[test]
fn breaks_are_where_a_reader_expects_them() {
    let wrap = |text, width| Fonts::shipped().wrap(Face::Medium, 12.0, text, width);
    assert_eq!(wrap("", 100.0), [""]);
    assert_eq!(wrap(" \n ", 100.0), [""]);
    assert_eq!(wrap("Check the claim", 60.0), ["Check the", "claim"]);
    assert_eq!(wrap("first\n\nsecond", 100.0), ["first", "", "second"]);
    assert_eq!(wrap("waits 53\u{2009}h here", 50.0), ["waits", "53\u{2009}h", "here"]);
    assert_eq!(wrap("Kunden-Service-Center", 100.0), ["Kunden-Service-", "Center"]);
    assert_eq!(wrap("Schadensmeldung", 50.0), ["Schade", "nsmeldu", "ng"]);
    assert_eq!(wrap("e\u{301}e\u{301}", 0.0), ["e\u{301}", "e\u{301}"]);
}

#[test]
fn faces_know_what_they_lack() {
    let fonts = Fonts::shipped();
    for face in Face::ALL {
        for character in "aßŐΩжế→ €".chars() {
            assert!(fonts.covers(face, character), "{face:?} {character}");
        }
        assert!(!fonts.covers(face, '字') && !fonts.covers(face, '😀'), "{face:?}");
        assert_eq!(fonts.shape(face, 12.0, "字")[0].id, 0);
        let line = fonts.ascent(face, 10.0) + fonts.descent(face, 10.0);
        assert!((10.0..16.0).contains(&line) && fonts.cap_height(face, 10.0) < fonts.ascent(face, 10.0));
    }
}

#[test]
fn a_very_long_word_is_broken_in_time_that_grows_with_its_length() {
    let word = "Ж".repeat(20_000);
    let lines = Fonts::shipped().wrap(Face::Regular, 12.0, &word, 60.0);
    assert_eq!(lines.concat(), word);
    assert!(lines.len() > 2_000);
}
