//! Three pages that hold everything a report may hold.

use chrono::DateTime;
use opmap_drawing::{
    Colours, Face, Fonts, Mark, PathMark, Point, Rect, RectMark, Scene, Segment, Stroke, TextMark, TextRole,
    Tone,
};

use crate::{Anchor, Bookmark, DocumentInfo, Link, LinkTarget, Page, Part, PartKind, Pdf, pdf};

pub(super) const A4: (f32, f32) = (841.89, 595.276);

pub(super) fn info() -> DocumentInfo {
    DocumentInfo {
        title: "Motorschäden <fast> & right".to_owned(),
        author: "Nordwind".to_owned(),
        subject: String::new(),
        language: "en".to_owned(),
        printed_at: DateTime::parse_from_rfc3339("2026-01-31T14:03:00+01:00").unwrap(),
    }
}

pub(super) fn page(label: &str) -> Page {
    Page { scene: Scene::new(A4.0, A4.1), label: label.to_owned(), ..Page::default() }
}

pub(super) fn say(page: &mut Page, x: f32, y: f32, (face, size): (Face, f32), role: TextRole, text: &str) {
    let tone = if role == TextRole::Artifact { Tone::Ink3 } else { Tone::Ink };
    let mark =
        TextMark { at: Point::new(x, y), upwards: false, text: text.to_owned(), face, size, tone, role };
    page.scene.marks.push(Mark::Text(mark));
}

pub(super) const TITLE: (Face, f32) = (Face::Serif, 21.0);

pub(super) const BODY: (Face, f32) = (Face::Regular, 9.0);

pub(super) const LABEL: (Face, f32) = (Face::Medium, 8.25);

/// What a text extractor has to find, character by character.
pub(super) const LINES: [&str; 9] = [
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

pub(super) fn cover() -> Page {
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

pub(super) fn step(page: &mut Page, x: f32, title: &str, stroke: Stroke) {
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

pub(super) fn map() -> Page {
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

pub(super) fn cell(page: &mut Page, kind: PartKind, x: f32, y: f32, text: &str) -> Part {
    let from = page.scene.marks.len();
    if !text.is_empty() {
        let face = if kind == PartKind::ColumnHead { Face::SemiBold } else { Face::Regular };
        say(page, x, y, (face, 9.0), TextRole::TableCell, text);
    }
    Part::new(kind, from..page.scene.marks.len())
}

pub(super) fn table() -> Page {
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

pub(super) fn sample() -> Pdf {
    pdf(&[cover(), map(), table()], &info(), &Colours::default(), Fonts::shipped()).unwrap()
}
