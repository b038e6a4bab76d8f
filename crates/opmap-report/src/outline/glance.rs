//! At a glance: the numbers that matter and what the checks found.

use opmap_analysis::{Analysis, Finding, Flow, Severity};
use opmap_model::{Document, Keyword, State, Threshold};

use super::wording::{counted, state_words};
use super::{Block, Cell, Figure, Row, Section, Sign, Table, anchor};

pub(super) fn section(document: &Document, analysis: &Analysis) -> Section {
    let mut blocks = Vec::new();
    if let Some(flow) = main_flow(analysis) {
        blocks.push(Block::Figures(figures(document, analysis, flow)));
    }
    blocks.push(Block::Heading("What the checks found".to_owned()));
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
        anchor: anchor::GLANCE.to_owned(),
        name: "At a glance".to_owned(),
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

/// The map that the large numbers are about: the first as lived, else the first.
fn main_flow(analysis: &Analysis) -> Option<&Flow> {
    analysis.flows.iter().find(|flow| flow.map.state == State::AsLived).or(analysis.flows.first())
}

fn figures(document: &Document, analysis: &Analysis, flow: &Flow) -> Vec<Figure> {
    let state = state_words(flow.map.state);
    let view = document.map_view(flow.map);
    let handoffs = flow.handoffs.len();
    let of = |part: usize| format!("{part} of {handoffs}");
    let figure = |value: String, words: String| Figure { value, words };
    let mut figures = vec![figure(
        flow.steps.to_string(),
        format!(
            "{} in {}, {state}",
            if flow.steps == 1 { "step" } else { "steps" },
            counted(view.stages.len(), "stage")
        ),
    )];
    if handoffs > 0 {
        figures.push(figure(of(flow.without_owner.len()), format!("handoffs have no owner, {state}")));
        figures.push(figure(of(flow.complete), format!("handoffs have all seven parts set, {state}")));
    }
    let wanted =
        analysis.flows.iter().find(|it| it.map.journey == flow.map.journey && it.map.state == State::ToBe);
    if let (State::AsLived, Some(wanted)) = (flow.map.state, wanted) {
        let value = format!("{handoffs} → {}", wanted.handoffs.len());
        figures.push(figure(value, "handoffs, as lived and to be".to_owned()));
    } else if let Some(permille) = flow.cross_silo_permille() {
        let value = format!("{}\u{2009}%", (permille + 5) / 10);
        figures.push(figure(value, format!("of handoffs lead to another function, {state}")));
    }
    figures
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
    Table::of_records(&columns, found.iter().map(row).collect())
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
    Table::of_records(&columns, analysis.accepted().map(row).collect())
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
