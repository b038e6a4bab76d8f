//! Every map as tables: what the maps show, for those who have it read aloud.

use opmap_analysis::{Analysis, Flow};
use opmap_model::{Document, Keyword, State};

use super::differences::COMPARED;
use super::wording::{agree, counted, sentence};
use super::{Block, Cell, Row, Section, Table, anchor, cards, details, handoffs, lead_time, steps, switches};

/// The sections, if a map has a step: which maps there are, then the content of each.
pub(super) fn sections(document: &Document, analysis: &Analysis) -> Vec<Section> {
    if analysis.flows.is_empty() {
        return Vec::new();
    }
    let mut sections = vec![overview(document, analysis)];
    for (id, journey) in document.journeys_in_order() {
        for flow in analysis.flows.iter().filter(|it| it.map.journey == id) {
            sections.push(steps::section(document, journey, flow));
            sections.extend(details::section(document, journey, flow));
            if flow.map.state == State::AsDesigned {
                sections.extend(lead_time::section(document, analysis, journey, flow));
                sections.extend(cards::section(document, journey, flow));
                sections.extend(handoffs::section(document, journey, flow));
                sections.extend(switches::section(document, journey, flow));
            }
        }
        sections.extend(COMPARED.iter().filter_map(|it| it.table(document, analysis, id, journey)));
    }
    sections
}

fn overview(document: &Document, analysis: &Analysis) -> Section {
    let row = |flow: &Flow| {
        let view = document.map_view(flow.map);
        let journey = document.get(flow.map.journey).map(|it| it.title.to_string()).unwrap_or_default();
        Row::new([
            Cell::Strong(journey),
            Cell::Text(flow.map.state.label().to_owned()),
            Cell::number(flow.steps),
            Cell::number(view.connectors.len()),
            Cell::Page(anchor::map(flow.map)),
            Cell::Page(anchor::of_map("steps", flow.map)),
        ])
    };
    let columns = [
        ("Journey", 4.0),
        ("Map", 1.6),
        ("Steps", 0.9),
        ("Connectors", 1.2),
        ("Map on", 1.0),
        ("Table on", 1.0),
    ];
    let steps: usize = analysis.flows.iter().map(|it| it.steps).sum();
    let maps = analysis.flows.len();
    Section {
        level: 1,
        upright: false,
        anchor: anchor::TABLES.to_owned(),
        name: "Maps as tables".to_owned(),
        about: None,
        title: sentence(&format!(
            "{} {} {} here as tables that can be read aloud",
            counted(maps, "map"),
            agree(maps, "stands with its", "stand with their"),
            counted(steps, "step")
        )),
        blocks: vec![Block::Table(
            Table::of_records(&columns, analysis.flows.iter().map(row).collect()).dense(),
        )],
    }
}
