//! What claims about the service rest on. What is internal is never told.

use opmap_model::{Document, Evidence, EvidenceId, EvidenceKind, Keyword};

use super::wording::{agree, sentence, share};
use super::{Block, Cell, Row, Section, Table, anchor, references};

/// The section; it says so where there is no evidence for the report.
pub(super) fn section(document: &Document) -> Section {
    let mut told = document.evidence_in_order();
    told.retain(|(_, it)| !it.internal);
    let blocks = if told.is_empty() {
        vec![Block::Note("Evidence was not discussed.".to_owned())]
    } else {
        let columns = [
            ("Code", 0.7),
            ("What it says", 4.4),
            ("What it is", 1.2),
            ("Source", 2.4),
            ("Findings", 1.0),
            ("About", 2.8),
        ];
        vec![
            Block::Table(Table::of_records(&columns, told.iter().map(|it| row(document, *it)).collect()).dense()),
            Block::Note(
                "Data: measured. Observed: seen by someone who looked. Reported: told by someone. Assumed: thought to be so."
                    .to_owned(),
            ),
        ]
    };
    Section {
        level: 1,
        upright: false,
        anchor: anchor::EVIDENCE.to_owned(),
        name: "Evidence".to_owned(),
        about: None,
        title: title(&told),
        blocks,
    }
}

fn title(told: &[(EvidenceId, &Evidence)]) -> String {
    if told.is_empty() {
        return "Evidence was not discussed".to_owned();
    }
    let sound = told.iter().filter(|it| it.1.is_sound()).count();
    let verb = agree(sound, "was", "were");
    sentence(&format!("{} {verb} measured or observed", share(sound, told.len(), "piece") + " of evidence"))
}

fn row(document: &Document, (id, evidence): (EvidenceId, &Evidence)) -> Row {
    Row::new([
        Cell::Strong(evidence.code()),
        Cell::Text(words(evidence)),
        Cell::Text(what(evidence)),
        Cell::optional_small(source(document, evidence)),
        Cell::codes(references::resting_on(document, id)),
        about(document, evidence),
    ])
    .at(anchor::evidence(id))
}

/// What it says; a quote in quotation marks, unless it brings them along.
fn words(evidence: &Evidence) -> String {
    let text = evidence.text.as_str();
    match evidence.kind {
        EvidenceKind::Quote if !text.contains(['“', '"', '„', '«']) => format!("“{text}”"),
        _ => text.to_owned(),
    }
}

/// What kind it is and how well it is known; data are known as data.
fn what(evidence: &Evidence) -> String {
    let kind = evidence.kind.label();
    let grade = evidence.grade.map_or("not graded", |it| it.key());
    if kind.eq_ignore_ascii_case(grade) { kind.to_owned() } else { format!("{kind}, {grade}") }
}

fn source(document: &Document, evidence: &Evidence) -> Option<String> {
    let parts = [
        evidence.source.as_ref().map(ToString::to_string),
        evidence.page.as_ref().map(ToString::to_string),
        evidence.date.map(super::wording::dates(document)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn about(document: &Document, evidence: &Evidence) -> Cell {
    let shift = |it: &opmap_model::Shift| format!("{} {}", it.number(), document.assessment(*it).name());
    let records = evidence.about.iter().filter_map(|it| document.record_name(*it));
    let lines: Vec<String> = evidence.shifts.iter().map(shift).chain(records).collect();
    if lines.is_empty() { Cell::dash() } else { Cell::Small(lines.join("; ")) }
}
