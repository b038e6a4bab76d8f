//! The steps of one map as a table: what the map shows, for those who have it read aloud.

use std::collections::BTreeMap;

use opmap_analysis::Flow;
use opmap_model::{Connector, ConnectorId, ConnectorKind, Document, Journey, Keyword, Step, StepId};

use super::wording::{adjective, counted, state_words};
use super::{Block, Cell, Row, Section, Table, anchor};

pub(super) fn section(document: &Document, journey: &Journey, flow: &Flow) -> Section {
    let view = document.map_view(flow.map);
    let numbers: BTreeMap<StepId, usize> = view.steps.iter().map(|(id, _)| *id).zip(1..).collect();
    let handoffs: BTreeMap<ConnectorId, usize> = flow.handoffs.iter().copied().zip(1..).collect();
    let mut onward: BTreeMap<StepId, Vec<String>> = BTreeMap::new();
    for (id, connector) in &view.connectors {
        if let Some(number) = numbers.get(&connector.to) {
            let words = format!("{number}{}", manner(connector, handoffs.get(id).copied()));
            onward.entry(connector.from).or_default().push(words);
        }
    }
    let mut above = None;
    let rows = view.steps.iter().map(|(id, step)| {
        let stage = document.get(step.stage).map(|it| it.title.to_string()).unwrap_or_default();
        let is_first = above.replace(step.stage) != Some(step.stage);
        Row::new([
            Cell::Quiet(numbers.get(id).map(ToString::to_string).unwrap_or_default()),
            if is_first { Cell::Text(stage) } else { Cell::Quiet(stage) },
            Cell::Text(document.get(step.lane).map(|it| it.title.to_string()).unwrap_or_default()),
            Cell::Strong(step.title.to_string()),
            Cell::Text(kind(document, step)),
            Cell::optional_small(step.note.as_ref()),
            onward
                .get(id)
                .map_or_else(|| Cell::Quiet("nothing".to_owned()), |words| Cell::Small(words.join(", "))),
        ])
    });
    let columns = [
        ("No.", 0.45),
        ("Stage", 1.1),
        ("Lane", 1.4),
        ("Step", 2.1),
        ("Kind, channel", 1.5),
        ("Note", 5.0),
        ("Leads to No.", 1.8),
    ];
    let rows = rows.collect();
    let steps = counted(flow.steps, "step");
    let verb = if flow.steps == 1 { "makes" } else { "make" };
    Section {
        level: 2,
        upright: false,
        anchor: anchor::of_map("steps", flow.map),
        name: format!("Steps, {}", state_words(flow.map.state)),
        about: Some(journey.title.to_string()),
        title: format!(
            "{steps} in {} {verb} up the {} map",
            counted(view.stages.len(), "stage"),
            adjective(flow.map.state)
        ),
        blocks: vec![Block::Table(Table::of_records(&columns, rows).dense())],
    }
}

/// What sort of step it is, and through which channel.
fn kind(document: &Document, step: &Step) -> String {
    let channel = step.channel.and_then(|id| document.get(id)).map(|it| format!(", {}", it.title));
    format!("{}{}", step.kind.label(), channel.unwrap_or_default())
}

/// What sort of connector it is, what is written beside it and whether what is known goes along, in brackets.
fn manner(connector: &Connector, handoff: Option<usize>) -> String {
    let sort = match (connector.kind, handoff) {
        (ConnectorKind::Rework, Some(number)) => Some(format!("rework, handoff {number}")),
        (ConnectorKind::Rework, None) => Some("rework".to_owned()),
        (ConnectorKind::System, _) => Some("system to system".to_owned()),
        (ConnectorKind::Flow, Some(number)) => Some(format!("handoff {number}")),
        (ConnectorKind::Flow, None) => None,
    };
    let label = connector.label.as_ref().map(|label| format!("“{label}”"));
    let context =
        connector.context_carried.map(|it| if it { "context carried" } else { "context not carried" });
    let said: Vec<String> = label.into_iter().chain(sort).chain(context.map(str::to_owned)).collect();
    if said.is_empty() { String::new() } else { format!(" ({})", said.join(", ")) }
}
