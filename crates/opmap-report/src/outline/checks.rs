//! What the checks found, what of it is accepted, and the limits that they go by.

use opmap_analysis::{Analysis, Finding, Severity};
use opmap_model::{Document, Keyword, Threshold};

use super::wording::counted;
use super::{Block, Cell, Row, Section, Sign, Table, anchor};

pub(super) fn section(document: &Document, analysis: &Analysis) -> Section {
    let mut blocks = Vec::new();
    let open: Vec<&Finding> = analysis.open().collect();
    blocks.push(match open.as_slice() {
        [] => Block::Note("Nothing to settle.".to_owned()),
        open => Block::Table(findings(document, analysis, open)),
    });
    if analysis.accepted().next().is_some() {
        blocks.push(Block::Heading("Known, and left as it is".to_owned()));
        blocks.push(Block::Table(accepted(document, analysis)));
    }
    blocks.extend(limits(document));
    Section {
        level: 1,
        upright: false,
        anchor: anchor::CHECKS.to_owned(),
        name: "What the checks found".to_owned(),
        about: None,
        title: title(document, analysis),
        blocks,
    }
}

fn title(document: &Document, analysis: &Analysis) -> String {
    let kinds = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Note, "note")]
        .map(|(severity, word)| (analysis.count(severity), word));
    let found: Vec<String> =
        kinds.into_iter().filter(|(count, _)| *count > 0).map(|(count, word)| counted(count, word)).collect();
    match found.as_slice() {
        [] => format!(
            "The checks found nothing to settle in {}",
            counted(document.journeys_in_order().len(), "journey")
        ),
        [one] => format!("The checks found {one}"),
        [rest @ .., last] => format!("The checks found {} and {last}", rest.join(", ")),
    }
}

fn findings(document: &Document, analysis: &Analysis, found: &[&Finding]) -> Table {
    let row = |finding: &&Finding| {
        Row::new([
            Cell::Signed(Sign::from(finding.severity), super::wording::sentence(finding.severity.word())),
            Cell::Text(finding.sentence.clone()),
            Cell::Quiet(finding.rule.to_owned()),
            place(document, analysis, finding),
        ])
    };
    let columns = [("Weight", 1.3), ("What was found", 8.4), ("Rule", 0.8), ("Where", 1.5)];
    Table::of_records(&columns, found.iter().map(row).collect()).dense()
}

/// What is accepted, with its reason (Q7).
fn accepted(document: &Document, analysis: &Analysis) -> Table {
    let row = |finding: &Finding| {
        let reason = finding.accepted.as_ref().map(|it| it.reason.to_string()).unwrap_or_default();
        Row::new([
            Cell::Text(finding.sentence.clone()),
            Cell::Text(reason),
            Cell::Quiet(finding.rule.to_owned()),
            place(document, analysis, finding),
        ])
    };
    let columns = [("What was found", 5.2), ("Why it is left so", 4.5), ("Rule", 0.8), ("Where", 1.5)];
    Table::of_records(&columns, analysis.accepted().map(row).collect()).dense()
}

/// The limits of the checks that are not the usual ones, if there are any.
fn limits(document: &Document) -> Option<Block> {
    let words = |threshold: Threshold, number: u32| {
        let unit = if threshold.is_share() { "\u{2009}%" } else { "" };
        format!("{number}{unit}")
    };
    let changed = document.workshop().thresholds.iter().map(|(it, number)| {
        let label = it.label();
        format!("{label}: {} ({}, usually {})", words(it, number), it.rule(), words(it, it.usual()))
    });
    let changed: Vec<String> = changed.collect();
    let sentence = format!("Limits of the checks that were set for this workshop. {}.", changed.join("; "));
    (!changed.is_empty()).then_some(Block::Note(sentence))
}

/// The page where the main record of a finding can be seen.
fn place(document: &Document, analysis: &Analysis, finding: &Finding) -> Cell {
    let place = finding.records.first().and_then(|it| anchor::of_record(document, analysis, *it));
    place.map_or_else(|| Cell::Quiet("not on a page".to_owned()), Cell::Page)
}
