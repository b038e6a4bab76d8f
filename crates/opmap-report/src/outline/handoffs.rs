//! The handoffs of one map as a table.

use opmap_analysis::Flow;
use opmap_model::{Connector, ConnectorId, Document, HandoffQuality, Journey, StepId};

use super::wording::{adjective, agree, sentence, share, state_words};
use super::{Block, Cell, Row, Section, Sign, Table, anchor};

/// The section, if the map has a handoff (H1).
pub(super) fn section(document: &Document, journey: &Journey, flow: &Flow) -> Option<Section> {
    let handoffs = flow.handoffs.len();
    let is_carried = |id: &ConnectorId| document.get(*id).is_some_and(|it| it.context_carried.is_some());
    let tells_context = flow.handoffs.iter().any(is_carried);
    let mut columns = vec![
        ("No.", 0.5),
        ("From", 1.9),
        ("To", 1.9),
        ("Trigger", 1.6),
        ("Information passed", 1.9),
        ("Owner", 1.5),
        ("Time limit", 1.0),
        ("Acknowledgement", 1.7),
        ("Agreement", 1.2),
    ];
    if tells_context {
        columns.push(("Context carried", 1.0));
    }
    let row = |(number, id): (usize, &ConnectorId)| row(document, number, *id, tells_context);
    let rows = (1..).zip(&flow.handoffs).filter_map(row).collect();
    let complete = share(flow.complete, handoffs, "handoff");
    let is = agree(flow.complete, "has", "have");
    (handoffs > 0).then(|| Section {
        level: 2,
        upright: false,
        anchor: anchor::of_map("handoffs", flow.map),
        name: format!("Handoffs, {}", state_words(flow.map.state)),
        about: Some(journey.title.to_string()),
        title: sentence(&format!("{complete} {is} all 7 parts set in the {} map", adjective(flow.map.state))),
        blocks: vec![Block::Table(Table::of_records(&columns, rows).dense())],
    })
}

/// A handoff with its parts, and whether what is known goes along where the table tells that.
fn row(document: &Document, number: usize, id: ConnectorId, tells_context: bool) -> Option<Row> {
    let connector = document.get(id)?;
    let quality = connector.quality();
    let sign = match quality {
        HandoffQuality::Agreed => Sign::InOrder,
        HandoffQuality::Partly => Sign::Note,
        HandoffQuality::Unowned => Sign::Warning,
    };
    let words = format!("{}\n{}/{}", quality.label(), connector.filled_parts(), Connector::PARTS);
    let owner = connector.owner.and_then(|owner| document.get(owner)).map_or_else(
        || Cell::Signed(Sign::Warning, "not set".to_owned()),
        |role| Cell::Text(role.title.to_string()),
    );
    let mut cells = vec![
        Cell::Strong(number.to_string()),
        end(document, connector.from),
        end(document, connector.to),
        Cell::optional_small(connector.trigger.as_ref()),
        Cell::optional_small(connector.information.as_ref()),
        owner,
        Cell::optional(connector.limit_secs),
        Cell::optional_small(connector.acknowledgement.as_ref()),
        Cell::Signed(sign, words),
    ];
    if tells_context {
        cells.push(match connector.context_carried {
            Some(true) => Cell::Signed(Sign::InOrder, "yes".to_owned()),
            Some(false) => Cell::Signed(Sign::Warning, "no".to_owned()),
            None => Cell::Quiet("not set".to_owned()),
        });
    }
    Some(Row::new(cells))
}

/// An end of a handoff: its step, and the lane that does it.
fn end(document: &Document, step: StepId) -> Cell {
    let words = document.get(step).map(|step| {
        let lane = document.get(step.lane).map(|lane| format!("\n({})", lane.title)).unwrap_or_default();
        format!("{}{lane}", step.title)
    });
    Cell::optional(words)
}
