//! Where the table of contents stands among the sections.

use opmap_analysis::analyze;
use opmap_model::{Chapter, ReportScope, ReportSettings};

use super::{options, outline, parsed};
use crate::ReportOptions;

fn names(settings: ReportSettings) -> Vec<String> {
    let document = parsed("workshop \"W\"\njourney j \"Repair\"");
    let outline = outline(&document, &analyze(&document), &ReportOptions { settings, ..options() });
    let contents = outline.sections.iter().position(|it| it.anchor == "contents");
    assert_eq!(contents.and_then(|it| outline.chapter_of(it)), None, "they are in no chapter");
    outline.sections.into_iter().map(|it| it.name).collect()
}

#[test]
fn the_summary_comes_before_the_contents() {
    assert_eq!(names(ReportSettings::default())[..3], ["Executive summary", "Contents", "Repair"]);
}

#[test]
fn the_contents_come_first_where_the_summary_does_not() {
    let left_out = [Chapter::Summary].into();
    let without = names(ReportSettings { left_out, ..ReportSettings::default() });
    assert_eq!(without[..2], ["Contents", "Repair"]);
    let mut order = ReportSettings::default().chapters();
    order.rotate_left(1);
    let later = names(ReportSettings { order, ..ReportSettings::default() });
    assert_eq!(later[..2], ["Contents", "Repair"]);
    assert_eq!(later.last().map(String::as_str), Some("Executive summary"));
}

#[test]
fn what_has_no_cover_has_no_contents() {
    let names = names(ReportSettings { scope: ReportScope::Executive, ..ReportSettings::default() });
    assert!(names.iter().all(|it| it != "Contents"), "{names:?}");
}
