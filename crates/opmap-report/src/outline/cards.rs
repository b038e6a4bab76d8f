//! What was said, seen and suffered at the steps of one map. Internal cards are never told.

use opmap_analysis::Flow;
use opmap_model::{Card, CardKind, Document, Journey, Keyword, Pain};

use super::wording::{adjective, counted, state_words};
use super::{Block, Cell, Row, Section, Sign, Table, anchor, step_anchor};

/// The section, if there is a card for the report.
pub(super) fn section(document: &Document, journey: &Journey, flow: &Flow) -> Option<Section> {
    let cards = document.cards_by_step();
    let view = document.map_view(flow.map);
    let told: Vec<_> = view
        .steps
        .iter()
        .flat_map(|(id, step)| cards.get(id).into_iter().flatten().map(move |(_, card)| (*id, *step, *card)))
        .filter(|(_, _, card)| !card.internal)
        .collect();
    let rows = told.iter().map(|(id, step, card)| {
        Row::new([
            Cell::Strong(step.title.to_string()),
            Cell::Text(card.kind.label().to_owned()),
            Cell::Text(words(card)),
            card.pain.map_or_else(Cell::dash, |pain| match pain {
                Pain::Severe => Cell::Signed(Sign::Error, pain.label().to_owned()),
                Pain::Serious => Cell::Signed(Sign::Warning, pain.label().to_owned()),
                Pain::Minor => Cell::Text(pain.label().to_owned()),
            }),
            Cell::optional(card.evidence.map(Keyword::label)),
            Cell::Page(step_anchor(*id)),
        ])
    });
    let columns = [
        ("Step", 2.2),
        ("What it is", 1.1),
        ("What it says", 5.0),
        ("Severity", 1.1),
        ("Known by", 1.0),
        ("Where", 0.8),
    ];
    let rows: Vec<Row> = rows.collect();
    let count = |kind: CardKind| told.iter().filter(|(_, _, card)| card.kind == kind).count();
    (!rows.is_empty()).then(|| Section {
        level: 2,
        upright: false,
        anchor: anchor::of_map("cards", flow.map),
        name: format!("Voices, {}", state_words(flow.map.state)),
        about: Some(journey.title.to_string()),
        title: format!(
            "{}, {} and {} on the {} map",
            counted(count(CardKind::PainPoint), "pain point"),
            counted(count(CardKind::Quote), "quote"),
            counted(count(CardKind::Observation), "observation"),
            adjective(flow.map.state)
        ),
        blocks: vec![Block::Table(Table::of_records(&columns, rows).dense())],
    })
}

/// The text of a card; a quote in quotation marks, unless it brings them along.
fn words(card: &Card) -> String {
    let text = card.text.as_str();
    match card.kind {
        CardKind::Quote if !text.starts_with(['“', '"', '„', '«']) => format!("“{text}”"),
        _ => text.to_owned(),
    }
}
