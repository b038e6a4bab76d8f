//! What a row of the outline says: all that the map says of the same thing.

use std::collections::BTreeMap;

use opmap_analysis::{Analysis, Link, Severity, link_of};
use opmap_drawing::{BlueprintLineKind, MapLayout};
use opmap_model::{Connector, ConnectorKind, Document, Keyword, LaneId, RecordId, Sourcing, StepId};

use super::rows::Node;

/// How many errors, warnings and notes the checks have about each record as the main one.
pub(super) type Counts = BTreeMap<RecordId, [usize; 3]>;

/// Counts the findings of each record.
pub(super) fn counts(analysis: &Analysis) -> Counts {
    let mut counts = Counts::new();
    for finding in &analysis.findings {
        if let Some(record) = finding.records.first() {
            let index = match finding.severity {
                Severity::Error => 0,
                Severity::Warning => 1,
                Severity::Note => 2,
            };
            counts.entry(*record).or_default()[index] += 1;
        }
    }
    counts
}

/// The name of a row; empty for what is no longer there.
pub(super) fn name(document: &Document, node: Node) -> String {
    let step = |id: StepId| document.get(id).map(|it| it.title.to_string());
    let found = match node {
        Node::Stage(id) => document.get(id).map(|it| it.title.to_string()),
        Node::Cell(_, id) | Node::Lane(id) => document.get(id).map(|it| it.title.to_string()),
        Node::Step(id) => step(id),
        Node::Link { at, connector } => document.get(connector).and_then(|it| {
            let (word, other) = if it.from == at { ("to", it.to) } else { ("from", it.from) };
            Some(format!("{word} {}", step(other)?))
        }),
        Node::Lanes => Some("Lanes".to_owned()),
    };
    found.unwrap_or_default()
}

/// What is said of it beside its name, in order.
pub(super) fn more(
    document: &Document,
    layout: Option<&MapLayout>,
    counts: &Counts,
    node: Node,
) -> Vec<String> {
    let mut words = match node {
        Node::Stage(id) => {
            let number = layout.and_then(|it| it.stages.iter().find(|it| it.id == id)).map(|it| it.number);
            let steps = document.steps().values().filter(|it| it.stage == id).count();
            let number = number.map(|it| format!("stage {it}"));
            number.into_iter().chain([counted(steps, "step")]).collect()
        }
        Node::Cell(stage, lane) => {
            let steps = document.steps().values().filter(|it| it.stage == stage && it.lane == lane).count();
            let kind = document.get(lane).map(|it| small(it.kind.label()));
            kind.into_iter().chain([counted(steps, "step")]).collect()
        }
        Node::Step(id) => step(document, id),
        Node::Link { at, connector } => {
            document.get(connector).map(|it| link(document, it, at)).unwrap_or_default()
        }
        Node::Lanes => vec![layout.map(|it| counted(it.lanes.len(), "lane")).unwrap_or_default()],
        Node::Lane(id) => lane(document, layout, id),
    };
    let record = match node {
        Node::Stage(id) => Some(RecordId::Stage(id)),
        Node::Lane(id) => Some(RecordId::Lane(id)),
        Node::Step(id) => Some(RecordId::Step(id)),
        Node::Link { connector, .. } => Some(RecordId::Connector(connector)),
        Node::Cell(..) | Node::Lanes => None,
    };
    if let Some([errors, warnings, notes]) = record.and_then(|it| counts.get(&it)) {
        let found = [(*errors, "error"), (*warnings, "warning"), (*notes, "note")];
        words.extend(found.into_iter().filter(|(count, _)| *count > 0).map(|(count, it)| counted(count, it)));
    }
    words
}

fn step(document: &Document, id: StepId) -> Vec<String> {
    let Some(step) = document.get(id) else { return Vec::new() };
    let sourcing = document.get(step.lane).and_then(|it| it.sourcing).filter(|it| *it != Sourcing::InHouse);
    let words = [
        Some(small(step.kind.label())),
        step.channel.map(|it| small(it.label())),
        sourcing.map(|it| small(it.label())),
        step.note.as_ref().map(|_| "has a note".to_owned()),
    ];
    words.into_iter().flatten().collect()
}

fn link(document: &Document, it: &Connector, at: StepId) -> Vec<String> {
    let other = document.get(if it.from == at { it.to } else { it.from });
    let lane = other.and_then(|it| document.get(it.lane)).map(|it| it.title.to_string());
    let link = link_of(document, it);
    let is_handoff = link == Some(Link::Handoff);
    let kind = match link {
        Some(Link::Handoff) => {
            format!("handoff, {} of {} parts agreed", it.filled_parts(), Connector::PARTS)
        }
        Some(Link::Contact) => "contact with the customer".to_owned(),
        Some(Link::CustomerPath) => "the customer’s own path".to_owned(),
        Some(Link::System) => "system to system".to_owned(),
        Some(Link::Within) | None => "flow".to_owned(),
    };
    let words = [
        lane,
        Some(kind),
        (is_handoff && it.owner.is_none()).then(|| "no owner".to_owned()),
        (it.kind == ConnectorKind::Rework).then(|| "rework".to_owned()),
        it.label.as_ref().map(|it| format!("“{it}”")),
    ];
    words.into_iter().flatten().collect()
}

fn lane(document: &Document, layout: Option<&MapLayout>, id: LaneId) -> Vec<String> {
    let Some(lane) = document.get(id) else { return Vec::new() };
    let role = lane.role.and_then(|it| document.get(it)).map(|it| format!("done by {}", it.title));
    let line = layout.and_then(|layout| {
        let band = layout.lanes.iter().find(|it| it.id == id)?;
        let line = layout.lines.iter().find(|it| (it.y - band.y - band.height).abs() < 0.5)?;
        Some(match line.kind {
            BlueprintLineKind::Interaction => "above the line of interaction",
            BlueprintLineKind::Visibility => "above the line of visibility",
            BlueprintLineKind::Internal => "above the line of internal interaction",
        })
    });
    let words = [
        Some(small(lane.kind.label())),
        lane.function.as_ref().map(|it| format!("function {it}")),
        role,
        lane.sourcing.map(|it| small(it.label())),
        line.map(str::to_owned),
    ];
    words.into_iter().flatten().collect()
}

/// A label within a sentence.
fn small(label: &str) -> String {
    label.to_lowercase()
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
