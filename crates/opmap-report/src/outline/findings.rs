//! The findings that the workshop keeps, the weightiest first, with what they rest on.

use opmap_analysis::{Analysis, Kept, kept};
use opmap_model::{Document, Keyword, Severity};

use super::wording::{agree, share};
use super::{Block, Cell, Row, Section, Sign, Table, anchor, references};

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
            ("Evidence", 1.1),
            ("Answered by", 1.1),
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
    let rests = |it: &&Kept<'_>| !references::evidence(document, &it.finding.evidence).is_empty();
    let resting = found.iter().filter(rests).count();
    let rest = agree(resting, "rests", "rest");
    let of = share(resting, found.len(), "finding");
    super::wording::sentence(&format!("{of} {rest} on evidence; {} as an error", errors(found)))
}

fn errors(found: &[Kept<'_>]) -> String {
    let is_open_error = |it: &&Kept<'_>| it.finding.severity == Severity::Error && it.accepted.is_none();
    match found.iter().filter(is_open_error).count() {
        0 => "none weighs".to_owned(),
        1 => "1 weighs".to_owned(),
        count => format!("{count} weigh"),
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
    Row::new([
        Cell::Strong(kept.finding.code()),
        Cell::Text(words),
        Cell::Signed(Sign::from(severity), severity.label().to_owned()),
        Cell::codes(references::evidence(document, &kept.finding.evidence)),
        Cell::codes(references::answering(document, kept.id)),
        lines(kept.finding.shifts.iter().map(|it| document.assessment(*it).name().to_owned())),
        lines(kept.finding.about.iter().filter_map(|it| document.record_name(*it))),
    ])
    .at(anchor::finding(kept.id))
}

fn lines(words: impl Iterator<Item = String>) -> Cell {
    let words: Vec<String> = words.collect();
    if words.is_empty() { Cell::dash() } else { Cell::Small(words.join("\n")) }
}
