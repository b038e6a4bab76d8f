//! Where the customer changes the channel on one map, and whether what is known goes along.

use opmap_analysis::{Flow, channel_switches};
use opmap_model::{Document, Journey};

use super::wording::{adjective, agree, sentence, share, state_words};
use super::{Block, Cell, Row, Section, Sign, Table, anchor};

/// The section, if the channel changes somewhere.
pub(super) fn section(document: &Document, journey: &Journey, flow: &Flow) -> Option<Section> {
    let switches = channel_switches(document, flow.map);
    let rows = switches.iter().filter_map(|switch| {
        let connector = document.get(switch.connector)?;
        let (from, to) = (document.get(connector.from)?, document.get(connector.to)?);
        let channel = |id| document.get(id).map(|it: &opmap_model::Channel| it.title.to_string());
        Some(Row::new([
            Cell::Strong(from.title.to_string()),
            Cell::optional(channel(switch.from)),
            Cell::Strong(to.title.to_string()),
            Cell::optional(channel(switch.to)),
            match connector.context_carried {
                Some(true) => Cell::Signed(Sign::InOrder, "yes".to_owned()),
                Some(false) => Cell::Signed(Sign::Warning, "no, it is asked again".to_owned()),
                None => Cell::Quiet("not set".to_owned()),
            },
        ]))
    });
    let rows: Vec<Row> = rows.collect();
    let carried = switches
        .iter()
        .filter(|it| document.get(it.connector).is_some_and(|it| it.context_carried == Some(true)))
        .count();
    let columns = [
        ("From", 2.6),
        ("Channel before", 1.4),
        ("To", 2.6),
        ("Channel after", 1.4),
        ("What is known goes along", 2.2),
    ];
    (!rows.is_empty()).then(|| Section {
        level: 2,
        upright: false,
        anchor: anchor::of_map("switches", flow.map),
        name: format!("Channel changes, {}", state_words(flow.map.state)),
        about: Some(journey.title.to_string()),
        title: sentence(&format!(
            "{} {} the context along in the {} map",
            share(carried, rows.len(), "channel change"),
            agree(carried, "carries", "carry"),
            adjective(flow.map.state)
        )),
        blocks: vec![Block::Table(Table::of_records(&columns, rows))],
    })
}
