//! How the customer feels along one map (B8).

use opmap_analysis::Flow;
use opmap_model::{CardKind, Document, Journey, Keyword, LaneKind, Sentiment, Step, StepId};

use super::wording::{adjective, counted, state_words};
use super::{Block, Cell, Row, Section, Table, anchor, step_anchor};

/// The section, if anything is known of it.
pub(super) fn section(document: &Document, journey: &Journey, flow: &Flow) -> Option<Section> {
    let view = document.map_view(flow.map);
    let is_customers = |step: &Step| document.get(step.lane).is_some_and(|it| it.kind == LaneKind::Customer);
    let steps: Vec<(StepId, &Step)> = view.steps.iter().filter(|(_, it)| is_customers(it)).copied().collect();
    let lowest = steps.iter().filter_map(|(_, it)| it.sentiment).min()?;
    let columns = [
        ("Stage", 1.8),
        ("Step", 3.0),
        ("Sentiment", 1.2),
        ("Known by", 1.2),
        ("Quote", 4.4),
        ("Where", 1.0),
    ];
    Some(Section {
        level: 2,
        upright: false,
        anchor: anchor::of_map("sentiment", flow.map),
        name: format!("Sentiment, {}", state_words(flow.map.state)),
        about: Some(journey.title.to_string()),
        title: title(&steps, lowest, adjective(flow.map.state)),
        blocks: vec![
            Block::Sentiment(flow.map),
            Block::Table(
                Table::of_records(&columns, steps.iter().map(|it| row(document, *it)).collect()).dense(),
            ),
        ],
    })
}

fn title(steps: &[(StepId, &Step)], lowest: Sentiment, state: &str) -> String {
    let low: Vec<&Step> = steps.iter().map(|it| it.1).filter(|it| it.sentiment == Some(lowest)).collect();
    match low.as_slice() {
        [only] => format!("The customer is lowest at “{}”, {lowest}, in the {state} map", only.title),
        several => {
            format!(
                "The customer is lowest, {lowest}, at {} of the {state} map",
                counted(several.len(), "step")
            )
        }
    }
}

fn row(document: &Document, (id, step): (StepId, &Step)) -> Row {
    let stage = document.get(step.stage).map(|it| it.title.to_string()).unwrap_or_default();
    let cards = document.cards_of_step(id);
    let quote = cards.into_iter().find(|(_, it)| it.kind == CardKind::Quote && !it.internal);
    Row::new([
        Cell::Text(stage),
        Cell::Strong(step.title.to_string()),
        Cell::optional(step.sentiment),
        Cell::optional(step.evidence.map(|it| it.label().to_lowercase())),
        quote.map_or_else(Cell::dash, |(_, it)| Cell::Small(format!("“{}”", it.text.as_str()))),
        Cell::Page(step_anchor(id)),
    ])
}
