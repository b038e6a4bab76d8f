//! The PDF as other programs see it. These tests call poppler and qpdf.

use std::path::Path;
use std::process::{Command, Stdio};

use chrono::DateTime;
use expect_test::expect;
use opmap_drawing::{
    Colours, Face, Fonts, Mark, PathMark, Point, Rect, RectMark, Scene, Segment, Stroke, TextMark, TextRole,
    Tone,
};

use super::{Pdf, PdfError, PdfWarning, pdf};
use crate::{Anchor, Bookmark, DocumentInfo, Link, LinkTarget, Page, Part, PartKind};

const A4: (f32, f32) = (841.89, 595.276);

fn info() -> DocumentInfo {
    DocumentInfo {
        title: "Motorschäden <fast> & right".to_owned(),
        author: "Nordwind".to_owned(),
        subject: String::new(),
        language: "en".to_owned(),
        printed_at: DateTime::parse_from_rfc3339("2026-01-31T14:03:00+01:00").unwrap(),
    }
}

fn page(label: &str) -> Page {
    Page { scene: Scene::new(A4.0, A4.1), label: label.to_owned(), ..Page::default() }
}

fn say(page: &mut Page, x: f32, y: f32, (face, size): (Face, f32), role: TextRole, text: &str) {
    let tone = if role == TextRole::Artifact { Tone::Ink3 } else { Tone::Ink };
    let mark = TextMark { at: Point::new(x, y), text: text.to_owned(), face, size, tone, role };
    page.scene.marks.push(Mark::Text(mark));
}

const TITLE: (Face, f32) = (Face::Serif, 21.0);
const BODY: (Face, f32) = (Face::Regular, 9.0);
const LABEL: (Face, f32) = (Face::Medium, 8.25);

/// What a text extractor has to find, character by character.
const LINES: [&str; 9] = [
    "Schäden prüfen: Größe, Straße, „Ausweis“ – 53\u{2009}h",
    "Έλεγχος αιτήματος και Ολοκλήρωση",
    "Kiểm tra yêu cầu bồi thường của khách hàng",
    "Проверка заявления",
    "Claim → letter (−12 %) fi ffi fl 3x4 -> => office",
    "AVATAR To. Wo. Ty, P.A. l I 1 | O 0",
    "no\u{2011}break-hyphen Δ∆ ΩΩ µμ ‘quotes’ ʼn",
    "back\\slash (paren) <angle> [square] %",
    "e\u{301}tude A\u{30a}ngstro\u{308}m",
];

fn cover() -> Page {
    let mut page = page("i");
    say(&mut page, 45.0, 20.0, (Face::Medium, 7.5), TextRole::Artifact, "Summary");
    say(&mut page, 45.0, 60.0, TITLE, TextRole::Heading(1), "Eleven of 23 handoffs have no owner,");
    say(&mut page, 45.0, 85.0, TITLE, TextRole::Heading(1), "and six of them wait for days");
    for (index, line) in (0_u8..).zip(LINES) {
        say(&mut page, 45.0, 130.0 + 26.0 * f32::from(index), BODY, TextRole::Body, line);
    }
    say(&mut page, 45.0, 400.0, BODY, TextRole::Body, "Sent by 😀 and 字 today");
    say(&mut page, 45.0, 440.0, (Face::Bold, 30.0), TextRole::Body, "Large 42 %");
    say(&mut page, 45.0, 480.0, (Face::Display, 24.0), TextRole::Body, "How ready are we?");
    page.bookmarks = vec![Bookmark { title: "Zusammenfassung & Übersicht".to_owned(), level: 1, y: 40.0 }];
    page
}

fn step(page: &mut Page, x: f32, title: &str, stroke: Stroke) {
    let rect = Rect::new(x, 150.0, 90.0, 42.0);
    page.scene.marks.push(Mark::Rect(RectMark {
        rect,
        radius: 6.0,
        fill: Some(Tone::Surface),
        stroke: Some(stroke),
    }));
    for (line, y) in Fonts::shipped().wrap(LABEL.0, LABEL.1, title, 78.0).iter().zip([168.0, 180.0]) {
        say(page, x + 6.0, y, LABEL, TextRole::Label, line);
    }
}

fn map() -> Page {
    let p = Point::new;
    let mut page = page("1");
    say(&mut page, 45.0, 60.0, TITLE, TextRole::Heading(1), "The claim changes hands twice");
    let from = page.scene.marks.len();
    page.scene.marks.push(Mark::Rect(RectMark {
        rect: Rect::new(45.0, 130.0, 750.0, 82.0),
        radius: 0.0,
        fill: Some(Tone::LaneFront),
        stroke: Some(Stroke::solid(Tone::LaneFrontEdge, 0.5)),
    }));
    for (x, title, stroke) in [
        (60.0, "Check the claim", Stroke::solid(Tone::LineMark, 0.75)),
        (260.0, "Schaden aufnehmen", Stroke::dashed(Tone::Error, 1.0, 4.0, 3.0)),
    ] {
        step(&mut page, x, title, stroke);
    }
    page.scene.marks.push(Mark::Path(PathMark {
        segments: vec![
            Segment::Move(p(150.0, 171.0)),
            Segment::Curve(p(190.0, 171.0), p(200.0, 240.0), p(255.0, 171.0)),
        ],
        fill: None,
        stroke: Some(Stroke::dashed(Tone::WireInk, 1.5, 1.0, 2.0)),
    }));
    page.scene.marks.push(Mark::Path(PathMark {
        segments: vec![
            Segment::Move(p(252.0, 167.0)),
            Segment::Line(p(260.0, 171.0)),
            Segment::Line(p(252.0, 175.0)),
            Segment::Close,
        ],
        fill: Some(Tone::WireInk),
        stroke: None,
    }));
    page.parts = vec![Part::new(
        PartKind::Figure("Journey map: two steps in one lane.".to_owned()),
        from..page.scene.marks.len(),
    )];
    page.anchors = vec![Anchor { name: "map".to_owned(), y: 130.0 }];
    page.bookmarks = vec![
        Bookmark { title: "Journey map".to_owned(), level: 1, y: 40.0 },
        Bookmark { title: "Front office".to_owned(), level: 2, y: 130.0 },
        Bookmark { title: "Back office".to_owned(), level: 2, y: 150.0 },
    ];
    page
}

fn cell(page: &mut Page, kind: PartKind, x: f32, y: f32, text: &str) -> Part {
    let from = page.scene.marks.len();
    if !text.is_empty() {
        let face = if kind == PartKind::ColumnHead { Face::SemiBold } else { Face::Regular };
        say(page, x, y, (face, 9.0), TextRole::TableCell, text);
    }
    Part::new(kind, from..page.scene.marks.len())
}

fn table() -> Page {
    let mut page = page("2");
    say(&mut page, 45.0, 60.0, TITLE, TextRole::Heading(1), "Two handoffs");
    let mut rows = Vec::new();
    for (y, first, second) in
        [(100.0, "From", "To"), (116.0, "Front office", "Back office"), (132.0, "Field", "")]
    {
        let kind = if y < 110.0 { PartKind::ColumnHead } else { PartKind::Cell };
        let cells =
            vec![cell(&mut page, kind.clone(), 45.0, y, first), cell(&mut page, kind, 245.0, y, second)];
        rows.push(Part::of(PartKind::Row, cells));
    }
    page.parts = vec![Part::of(PartKind::Table, rows)];
    say(&mut page, 45.0, 180.0, BODY, TextRole::Body, "See the map on page 1.");
    say(&mut page, 45.0, 220.0, BODY, TextRole::Body, "Method: example.org");
    page.links = vec![
        Link {
            rect: Rect::new(45.0, 170.0, 100.0, 14.0),
            target: LinkTarget::Anchor("map".to_owned()),
            title: "Journey map, page 1".to_owned(),
        },
        Link {
            rect: Rect::new(45.0, 210.0, 100.0, 14.0),
            target: LinkTarget::Url("https://example.org/ä b".to_owned()),
            title: "Method".to_owned(),
        },
        Link {
            rect: Rect::new(400.0, 400.0, 100.0, 14.0),
            target: LinkTarget::Anchor("no such place".to_owned()),
            title: "Nowhere".to_owned(),
        },
    ];
    page
}

fn sample() -> Pdf {
    pdf(&[cover(), map(), table()], &info(), &Colours::default(), Fonts::shipped()).unwrap()
}

/// What a program prints about the PDF, which is handed to it as `FILE`.
fn ask(program: &str, arguments: &[&str], bytes: &[u8]) -> String {
    String::from_utf8_lossy(&run(program, arguments, bytes)).into_owned()
}

fn run(program: &str, arguments: &[&str], bytes: &[u8]) -> Vec<u8> {
    let file = tempfile::NamedTempFile::with_suffix(".pdf").unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    let place = |argument: &&str| {
        if *argument == "FILE" { file.path().into() } else { Path::new(argument).to_owned() }
    };
    let output =
        Command::new(program).args(arguments.iter().map(place)).stdin(Stdio::null()).output().unwrap_or_else(
            |error| panic!("{program} cannot be run ({error}); install poppler-utils and qpdf"),
        );
    let wrong = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && wrong.is_empty(), "{program}: {wrong}");
    output.stdout
}

fn text(bytes: &[u8], page: &str) -> String {
    ask("pdftotext", &["-f", page, "-l", page, "-enc", "UTF-8", "FILE", "-"], bytes)
}

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
fn the_text_is_tagged_in_reading_order() {
    let said = ask("pdfinfo", &["-struct-text", "FILE"], &sample().bytes);
    expect![[r#"
        Document
          H1 (block)
            "Eleven of 23 handoffs have no owner, and six of them wait for days"
          P (block)
            "Schäden prüfen: Größe, Straße, „Ausweis“ – 53 h"
          P (block)
            "Έλεγχος αιτήματος και Ολοκλήρωση"
          P (block)
            "Kiểm tra yêu cầu bồi thường của khách hàng"
          P (block)
            "Проверка заявления"
          P (block)
            "Claim → letter (−12 %) fi ffi fl 3x4 -> => office"
          P (block)
            "AVATAR To. Wo. Ty, P.A. l I 1 | O 0"
          P (block)
            "no‑break-hyphen Δ∆ ΩΩ µμ ‘quotes’ ʼn"
          P (block)
            "back\slash (paren) <angle> [square] %"
          P (block)
            "étude Ångström"
          P (block)
            "Sent by 😀 and 字 today"
          P (block)
            "Large 42 %"
          P (block)
            "How ready are we?"
          H1 (block)
            "The claim changes hands twice"
          Figure:
             /BBox [45 355.276 795 465.276]
            "Check the claim Schaden aufnehmen"
          H1 (block)
            "Two handoffs"
          Table (block)
            TR
              TH:
                 /Scope /Column
                "From"
              TH:
                 /Scope /Column
                "To"
            TR
              TD
                "Front office"
              TD
                "Back office"
            TR
              TD
                "Field"
              TD
          P (block)
            Link (inline)
              Object 47 0
              "See the map on page 1."
          P (block)
            Link (inline)
              Object 48 0
              "Method: example.org"
    "#]]
    .assert_eq(&said);
}

#[test]
fn a_document_that_skips_a_heading_level_does_not_claim_to_be_accessible() {
    let mut page = page("1");
    say(&mut page, 45.0, 60.0, TITLE, TextRole::Heading(1), "One");
    say(&mut page, 45.0, 160.0, TITLE, TextRole::Heading(3), "Three");
    let bytes = pdf(&[page], &info(), &Colours::default(), Fonts::shipped()).unwrap().bytes;
    assert!(!ask("pdfinfo", &["-meta", "FILE"], &bytes).contains("pdfuaid:part"));
}

#[test]
fn a_picture_is_read_as_its_words() {
    let figures = objects(&sample().bytes, "/S /Figure");
    assert_eq!(figures.len(), 1);
    assert!(figures[0].contains("/Alt (Journey map: two steps in one lane.)"), "{figures:?}");
}

#[test]
fn marks_are_painted_where_they_lie_in_their_colours() {
    let bytes = sample().bytes;
    let rgb = |tone: Tone| tone.rgb().to_vec();
    let map = Picture::of(&bytes, "2");
    assert_eq!(map.at(400, 140), rgb(Tone::LaneFront), "the lane");
    assert_eq!(map.at(100, 188), rgb(Tone::Surface), "a step on the lane");
    assert_eq!(map.at(60, 150), rgb(Tone::LaneFront), "outside its round corner");
    assert_eq!(map.at(255, 171), rgb(Tone::WireInk), "the arrow head");
    assert_eq!(map.at(400, 300), [255, 255, 255], "nothing");
    let dashes = (275..335).filter(|x| map.at(*x, 149).min(map.at(*x, 150))[1] < 160).count();
    assert!((25..50).contains(&dashes), "{dashes} of 60 points of a dashed edge are drawn");
    let cover = Picture::of(&bytes, "1");
    let dark = (80..90).filter(|x| cover.at(*x, 396)[0] < 200).count();
    assert!((1..6).contains(&dark), "the sides of the box that stands for the emoji");
}

/// A page drawn with one pixel to the point.
struct Picture {
    width: usize,
    pixels: Vec<u8>,
}

impl Picture {
    fn of(bytes: &[u8], page: &str) -> Self {
        let arguments = ["-r", "72", "-f", page, "-l", page, "FILE"];
        let drawn = run("pdftoppm", &arguments, bytes);
        let (header, pixels) = drawn.split_at(b"P6\n842 596\n255\n".len());
        let header = std::str::from_utf8(header).unwrap();
        let width = header.split_whitespace().nth(1).unwrap().parse().unwrap();
        Self { width, pixels: pixels.to_vec() }
    }

    fn at(&self, x: usize, y: usize) -> Vec<u8> {
        let start = (y * self.width + x) * 3;
        self.pixels[start..start + 3].to_vec()
    }
}

/// The objects of the file that hold `key`.
fn objects(bytes: &[u8], key: &str) -> Vec<String> {
    let said = ask("qpdf", &["--qdf", "--object-streams=disable", "FILE", "-"], bytes);
    let objects = said.split("endobj").filter(|object| object.contains(key));
    objects.map(|object| object.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn the_outline_is_nested_and_the_pages_have_labels() {
    let bytes = sample().bytes;
    let file = lopdf::Document::load_mem(&bytes).unwrap();
    let mut titles = Vec::new();
    let catalog = file.catalog().unwrap();
    let outline = catalog.get(b"Outlines").and_then(lopdf::Object::as_reference).unwrap();
    collect(&file, outline, 0, &mut titles);
    assert_eq!(titles, ["Zusammenfassung & Übersicht", "Journey map", "  Front office", "  Back office"]);
    let labels = catalog.get(b"PageLabels").and_then(lopdf::Object::as_dict).unwrap();
    assert_eq!(format!("{:?}", labels.get(b"Nums").unwrap()), "[0 <</P (i)>> 1 <</P (1)>> 2 <</P (2)>>]");
}

fn collect(file: &lopdf::Document, parent: lopdf::ObjectId, depth: usize, titles: &mut Vec<String>) {
    let mut next =
        file.get_dictionary(parent).unwrap().get(b"First").and_then(lopdf::Object::as_reference).ok();
    while let Some(id) = next {
        let entry = file.get_dictionary(id).unwrap();
        let title = lopdf::decode_text_string(entry.get(b"Title").unwrap()).unwrap();
        titles.push(format!("{}{title}", "  ".repeat(depth)));
        collect(file, id, depth + 1, titles);
        next = entry.get(b"Next").and_then(lopdf::Object::as_reference).ok();
    }
}

#[test]
fn links_lead_to_places_and_addresses_and_lost_ones_are_left_out() {
    let links = objects(&sample().bytes, "/Subtype /Link");
    assert_eq!(links.len(), 2, "{links:?}");
    assert!(links[0].contains("/S /GoTo") && links[0].contains("/XYZ null 465.276 null"), "{}", links[0]);
    assert!(links[0].contains("/Contents (Journey map, page 1)"), "{}", links[0]);
    assert!(links[1].contains("/URI (https://example.org/%C3%A4%20b)"), "{}", links[1]);
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
