//! The file as a whole, and what it says about itself.

use chrono::DateTime;
use expect_test::expect;
use opmap_drawing::{
    Colours, Face, Fonts, Mark, PathMark, Point, Rect, RectMark, Segment, Stroke, TextRole, Tone,
};

use super::pages::{cover, info, map, page, sample, say, table};
use super::{ask, run};
use crate::{DocumentInfo, Part, PartKind, PdfError, pdf};

#[test]
fn the_file_is_sound() {
    let said = ask("qpdf", &["--check", "FILE"], &sample().bytes);
    assert!(
        said.contains("PDF Version: 1.7") && said.contains("No syntax or stream encoding errors"),
        "{said}"
    );
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    let (first, second) = (sample().bytes, sample().bytes);
    assert!(first == second);
    let later =
        DocumentInfo { printed_at: DateTime::parse_from_rfc3339("2026-02-01T00:00:00Z").unwrap(), ..info() };
    let other = pdf(&[cover(), map(), table()], &later, &Colours::default(), Fonts::shipped()).unwrap().bytes;
    assert!(first != other, "a new date is a new file");
}

#[test]
fn the_file_says_what_it_is_and_nothing_about_the_machine() {
    let said = ask("pdfinfo", &["-rawdates", "FILE"], &sample().bytes);
    let known: Vec<&str> = said.lines().filter(|line| !line.starts_with("File size")).collect();
    expect![[r#"
        Title:           Motorschäden <fast> & right
        Author:          Nordwind
        Creator:         Opmap
        Producer:        Opmap
        CreationDate:    D:20260131140300+01'00'
        ModDate:         D:20260131140300+01'00'
        Custom Metadata: no
        Metadata Stream: yes
        Tagged:          yes
        UserProperties:  no
        Suspects:        no
        Form:            none
        JavaScript:      no
        Pages:           3
        Encrypted:       no
        Page size:       841.89 x 595.276 pts (A4)
        Page rot:        0
        Optimized:       no
        PDF version:     1.7"#]]
    .assert_eq(&known.join("\n"));
}

#[test]
fn metadata_is_well_formed_whatever_the_title() {
    let said = ask("pdfinfo", &["-meta", "FILE"], &sample().bytes);
    assert!(
        said.contains("<rdf:li xml:lang=\"x-default\">Motorschäden &lt;fast&gt; &amp; right</rdf:li>"),
        "{said}"
    );
    assert!(said.contains("<pdfuaid:part>1</pdfuaid:part>"), "{said}");
}

#[test]
fn a_pdf_without_pages_is_refused() {
    assert_eq!(pdf(&[], &info(), &Colours::default(), Fonts::shipped()), Err(PdfError::NoPages));
}

#[test]
fn what_is_not_a_number_does_not_break_the_file() {
    let mut page = page("1");
    say(&mut page, f32::NAN, f32::INFINITY, (Face::Regular, 9.0), TextRole::Body, "lost");
    say(&mut page, 10.0, 10.0, (Face::Regular, f32::NAN), TextRole::Body, "lost");
    page.scene.marks.push(Mark::Rect(RectMark {
        rect: Rect::new(f32::NAN, 0.0, f32::INFINITY, -3.0),
        radius: f32::NAN,
        fill: Some(Tone::Ink),
        stroke: Some(Stroke::dashed(Tone::Ink, f32::NAN, 0.0, f32::NAN)),
    }));
    page.scene.marks.push(Mark::Path(PathMark {
        segments: vec![Segment::Close, Segment::Line(Point::new(1.0, 1.0)), Segment::Close, Segment::Close],
        fill: Some(Tone::Ink),
        stroke: Some(Stroke::solid(Tone::Ink, 1.0)),
    }));
    page.parts = vec![Part::new(PartKind::Table, 3..900), Part::new(PartKind::Paragraph, 0..1)];
    let bytes = pdf(&[page], &info(), &Colours::default(), Fonts::shipped()).unwrap().bytes;
    ask("qpdf", &["--check", "FILE"], &bytes);
    run("pdftoppm", &["-r", "20", "FILE"], &bytes);
}
