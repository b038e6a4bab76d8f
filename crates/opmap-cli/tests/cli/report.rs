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
