//! The findings that the workshop keeps, the weightiest first, with what they rest on.

use opmap_analysis::{Analysis, Kept, kept};
use opmap_model::{Document, Keyword, Severity};

use super::wording::{agree, share};
use super::{Block, Cell, Row, Section, Sign, Table, anchor};

/// The section; it says so where no finding is kept.
pub(super) fn section(document: &Document, analysis: &Analysis) -> Section {
    let found = kept(document, analysis);
    let blocks = if found.is_empty() {
        vec![Block::Note("Findings were not discussed.".to_owned())]
    } else {
        let columns = [
            ("Code", 0.7),
            ("Finding", 5.0),
            ("Severity", 1.1),
            ("Evidence", 1.3),
            ("Shift", 2.2),
            ("About", 2.6),
        ];
        let rows = found.iter().map(|it| row(document, it)).collect();
        vec![
            Block::Table(Table::of_records(&columns, rows)),
            Block::Note(
                "Codes of evidence are those of the appendix. A finding is accepted where it is left as it is for a reason."
                    .to_owned(),
            ),
        ]
    };
    Section {
        level: 1,
        upright: false,
        anchor: anchor::FINDINGS.to_owned(),
        name: "Findings".to_owned(),
        about: None,
        title: title(document, &found),
        blocks,
    }
}

fn title(document: &Document, found: &[Kept<'_>]) -> String {
    if found.is_empty() {
        return "Findings were not discussed".to_owned();
    }
    let resting = found.iter().filter(|it| !codes(document, it).is_empty()).count();
    let rest = agree(resting, "rests", "rest");
    let of = share(resting, found.len(), "finding");
    super::wording::sentence(&format!("{of} {rest} on evidence; {} must be settled", errors(found)))
}

fn errors(found: &[Kept<'_>]) -> String {
    let is_open_error = |it: &&Kept<'_>| it.finding.severity == Severity::Error && it.accepted.is_none();
    match found.iter().filter(is_open_error).count() {
        0 => "none".to_owned(),
        count => count.to_string(),
    }
}

fn row(document: &Document, kept: &Kept<'_>) -> Row {
    let mut words = kept.sentence.clone();
    if let Some(note) = &kept.finding.note {
        words = format!("{words}\n{note}");
    }
    if let Some(accepted) = &kept.accepted {
        words = format!("{words}\nAccepted: {}", accepted.reason);
    }
    if kept.is_no_longer_found() {
        words += "\nNo longer found.";
    }
    let severity = kept.finding.severity;
    let codes = codes(document, kept);
    Row::new([
        Cell::Strong(kept.finding.code()),
        Cell::Text(words),
        Cell::Signed(Sign::from(severity), severity.label().to_owned()),
        if codes.is_empty() { Cell::Quiet("none".to_owned()) } else { Cell::Text(codes.join(" ")) },
        lines(kept.finding.shifts.iter().map(|it| document.assessment(*it).name().to_owned())),
        lines(kept.finding.about.iter().filter_map(|it| document.record_name(*it))),
    ])
}

/// The codes of the evidence that it rests on and that the report tells.
pub(super) fn codes(document: &Document, kept: &Kept<'_>) -> Vec<String> {
    let evidence = document.evidence_in_order().into_iter();
    let told = evidence.filter(|(id, it)| kept.finding.evidence.contains(id) && !it.internal);
    told.map(|(_, it)| it.code()).collect()
}

fn lines(words: impl Iterator<Item = String>) -> Cell {
    let words: Vec<String> = words.collect();
    if words.is_empty() { Cell::Quiet("–".to_owned()) } else { Cell::Small(words.join("\n")) }
}
