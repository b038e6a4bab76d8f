use super::Desk;

const MOMENT: [&str; 2] = ["--printed-at", "2026-03-02T14:03:00+01:00"];

#[test]
fn the_same_moment_gives_the_same_file() {
    let desk = Desk::with_sample();
    let workshop = desk.bytes("a.opmap");
    let write = |out: &str, moment: [&str; 2]| {
        let said = desk.run(&[&["report", "a.opmap", "-o", out], &moment[..]].concat()).succeeds();
        let pages: usize = said.strip_prefix(out).unwrap()[2..].split_once(' ').unwrap().0.parse().unwrap();
        assert!(pages > 10, "{said}");
        desk.bytes(out)
    };
    let first = write("1.pdf", MOMENT);
    assert!(first.starts_with(b"%PDF-") && first.trim_ascii_end().ends_with(b"%%EOF"));
    assert!(write("1.pdf", MOMENT) == first, "written again in its place");
    assert!(write("2.pdf", ["--printed-at", "2026-03-03T14:03:00+01:00"]) != first);
    assert_eq!(desk.bytes("a.opmap"), workshop, "the workshop is not changed");
    assert_eq!(desk.names(), ["1.pdf", "2.pdf", "a.opmap"]);
}

#[test]
fn a_report_that_cannot_be_written_leaves_nothing() {
    let desk = Desk::with_sample();
    let complaint = desk.run(&[&["report", "a.opmap", "-o", "none/out.pdf"], &MOMENT[..]].concat()).fails(4);
    assert!(complaint.starts_with("none/out.pdf: This could not be written"), "{complaint}");
    desk.run(&["report", "a.opmap", "-o", "out.pdf", "--printed-at", "yesterday"]).fails(2);
    desk.run(&["report", "a.opmap", "-o", "out.pdf", "--paper", "a0"]).fails(2);
    assert_eq!(desk.names(), ["a.opmap"]);
}

#[test]
fn a_page_is_written_as_a_picture() {
    let desk = Desk::with_sample();
    let page = |more: &[&str]| {
        desk.run(&[&["report", "a.opmap", "-o", "page", "--page", "2"], more, &MOMENT[..]].concat())
    };
    assert_eq!(page(&["--svg"]).succeeds(), "page: page 2\n");
    let svg = String::from_utf8(desk.bytes("page")).unwrap();
    assert!(svg.starts_with("<svg") && svg.contains("Page 2 of"));
    page(&["--png", "--dpi", "72"]).succeeds();
    let png = desk.bytes("page");
    assert!(png.starts_with(b"\x89PNG"));
    assert_eq!(png[16..24], [0, 0, 842_u32.to_be_bytes()[2], 842_u32.to_be_bytes()[3], 0, 0, 2, 83]);
    assert!(page(&[]).fails(2).contains("--png"), "in which form?");
    assert!(page(&["--png", "--dpi", "99999"]).fails(2).contains("choose another scale"));
    let complaint = desk.run(&["report", "a.opmap", "-o", "none", "--page", "999", "--svg"]).fails(2);
    assert!(complaint.starts_with("There is no page 999; the report has "), "{complaint}");
}

#[test]
fn what_is_chosen_holds_for_the_report_and_not_for_the_workshop() {
    let desk = Desk::with_sample();
    let workshop = desk.bytes("a.opmap");
    let page = |more: &[&str]| {
        let arguments = ["report", "a.opmap", "-o", "page.svg", "--page", "2", "--svg"];
        desk.run(&[&arguments[..], more, &MOMENT[..]].concat()).succeeds();
        String::from_utf8(desk.bytes("page.svg")).unwrap()
    };
    assert!(page(&["--paper", "letter"]).contains("width=\"792\""));
    assert!(page(&["--accent", "#7a1f5c"]).contains("#7a1f5c"));
    assert!(page(&["--titles", "sans"]).contains("Inter Display"));
    let draft = page(&["--draft", "--edition", "0.4", "--footer", "Tern and Alder"]);
    for words in ["version 0.4, draft", "Tern and Alder"] {
        assert!(draft.contains(words), "{words}");
    }
    let plain = page(&["--draft", "false"]);
    assert!(!plain.contains(", draft") && plain.len() < draft.len());
    page(&[
        "--scope",
        "full",
        "--wide-maps",
        "poster",
        "--order",
        "roadmap,summary",
        "--leave-out",
        "levels,questions",
        "--leave-out-map",
        "1:as-designed",
        "--without-notes",
        "--anonymised",
        "--english",
        "american",
        "--second",
        "#101060",
        "--white-cover",
    ]);
    assert_eq!(desk.bytes("a.opmap"), workshop);
}

#[test]
fn what_cannot_be_chosen_is_refused_in_a_sentence() {
    let desk = Desk::with_sample();
    let refused =
        |more: &[&str], code| desk.run(&[&["report", "a.opmap", "-o", "out.pdf"], more].concat()).fails(code);
    assert!(refused(&["--accent", "#ffee00"], 2).contains('#'), "with a better tone");
    assert!(refused(&["--scope", "all"], 2).contains("full, executive, role-cards, audit-checklists"));
    assert!(refused(&["--leave-out-map", "9:to-be"], 2).contains("There is no journey 9"));
    std::fs::write(desk.path("logo.gif"), "GIF89a").unwrap();
    assert!(refused(&["--logo", "logo.gif"], 3).contains("neither a PNG nor an SVG"));
    assert_eq!(desk.names(), ["a.opmap", "logo.gif"]);
}
