//! Text as it is read back, and the fonts it is set in.

use expect_test::expect;
use opmap_drawing::{Colours, Face, Fonts, TextRole};

use super::pages::{BODY, LINES, info, page, sample, say};
use super::{ask, text};
use crate::{PdfWarning, pdf};

#[test]
fn fonts_are_embedded_subset_and_readable() {
    let bytes = sample().bytes;
    expect![[r#"
        Inter-Bold CID TrueType Identity-H yes yes yes
        InterDisplay-SemiBold CID TrueType Identity-H yes yes yes
        Inter-Medium CID TrueType Identity-H yes yes yes
        Inter-Regular CID TrueType Identity-H yes yes yes
        Inter-SemiBold CID TrueType Identity-H yes yes yes
        SourceSerif4Display-Semibold CID TrueType Identity-H yes yes yes
    "#]]
    .assert_eq(&fonts(&bytes));
    assert!(bytes.len() < 80_000, "{} bytes", bytes.len());
}

/// What pdffonts says, without the subset tags and object numbers.
fn fonts(bytes: &[u8]) -> String {
    let said = ask("pdffonts", &["FILE"], bytes);
    let line = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let (tag, name) = words[0].split_once('+').expect("a font without a subset tag");
        assert!(tag.len() == 6 && tag.bytes().all(|byte| byte.is_ascii_uppercase()));
        format!("{name} {}\n", words[1..words.len() - 2].join(" "))
    };
    said.lines().skip(2).map(line).collect()
}

#[test]
fn every_character_can_be_extracted() {
    let bytes = sample().bytes;
    let found = text(&bytes, "1");
    for line in LINES {
        // The extractor makes every kind of blank between words a space.
        let line = line.replace('\u{2009}', " ");
        assert!(found.lines().any(|found| found == line), "{line:?} is not in {found}");
    }
    assert!(found.contains("Sent by 😀 and 字 today"), "{found}");
    for label in ["Check the claim", "Schaden\naufnehmen", "The claim changes hands twice"] {
        assert!(text(&bytes, "2").contains(label), "{label}");
    }
}

#[test]
fn a_letter_and_its_marks_are_extracted_in_the_order_of_the_text() {
    let mut page = page("1");
    let words = "q\u{303}uer \u{1eb9}\u{301}n x\u{323}\u{304}";
    say(&mut page, 45.0, 60.0, BODY, TextRole::Body, words);
    let bytes = pdf(&[page], &info(), &Colours::default(), Fonts::shipped()).unwrap().bytes;
    assert_eq!(text(&bytes, "1").trim(), words);
}

#[test]
fn a_character_that_no_font_has_is_a_box_and_a_warning() {
    let missing = |character| PdfWarning::MissingCharacter { page: "i".to_owned(), character };
    let lost = PdfWarning::LostLink { page: "2".to_owned(), target: "no such place".to_owned() };
    assert_eq!(sample().warnings, [missing('字'), missing('😀'), lost]);
    assert_eq!(missing('字').to_string(), "page i: no font has the character “字”, a box stands for it");
}

#[test]
fn text_is_as_wide_as_it_was_measured() {
    let mut page = page("1");
    say(
        &mut page,
        100.0,
        100.0,
        (Face::Regular, 20.0),
        TextRole::Body,
        "AVATARWolkenkratzer,To.Schadensmeldung",
    );
    let width = Fonts::shipped().width(Face::Regular, 20.0, "AVATARWolkenkratzer,To.Schadensmeldung");
    let bytes = pdf(&[page], &info(), &Colours::default(), Fonts::shipped()).unwrap().bytes;
    let said = ask("pdftotext", &["-bbox", "FILE", "-"], &bytes);
    let edge = |name: &str| -> f32 {
        let (_, rest) = said.split_once(&format!("{name}=\"")).unwrap();
        rest.split('"').next().unwrap().parse().unwrap()
    };
    assert!(
        (edge("xMin") - 100.0).abs() < 0.05 && (edge("xMax") - 100.0 - width).abs() < 0.05,
        "{said} {width}"
    );
}
