//! Who may put a disruption right, up to which limit and how soon, by the value of the customer and how bad it is.

use std::borrow::Cow;

use opmap_analysis::Analysis;
use opmap_model::{CustomerGroupId, Disruption, DisruptionId, Document, RecoveryCell, Response, RoleId};

use super::wording::{agree, sentence, share};
use super::{Block, Cell, Column, Row, Section, Sign, Table, anchor};

/// The most severities side by side.
const MOST_SEVERITIES: usize = 6;

/// The section, if something of the matrix is set.
pub(super) fn section(document: &Document, analysis: &Analysis) -> Option<Section> {
    document.responses().next()?;
    let disruptions = document.disruptions_in_order();
    let count = disruptions.len() * document.customer_groups().len();
    let named = document.responses().filter(|(_, it)| it.authority.is_some()).count();
    let says = agree(named, "says", "say");
    let parts = disruptions.chunks(MOST_SEVERITIES).map(|it| Block::Table(table(document, it)));
    let mut blocks: Vec<Block> = parts.collect();
    blocks.push(Block::Note(reading(analysis)));
    Some(Section {
        level: 1,
        upright: false,
        anchor: anchor::RECOVERY.to_owned(),
        name: "Service recovery".to_owned(),
        about: None,
        title: sentence(&format!("{} {says} who may put a disruption right", share(named, count, "case"))),
        blocks,
    })
}

/// How the matrix is read, and what the checks have to say of the order of its cells (D9).
fn reading(analysis: &Analysis) -> String {
    let order = if analysis.findings.iter().any(|it| it.rule == "D9") {
        "What the checks found stands under What the checks found (D9)."
    } else {
        "Each case names who may act, and none waits longer or is left to a lower level than its neighbour before it (D9)."
    };
    format!(
        "Value rises from top to bottom, severity from left to right. “Then” is where it goes when it is not done in time or \
         goes beyond the limit. {order}"
    )
}

fn table(document: &Document, disruptions: &[(DisruptionId, &Disruption)]) -> Table {
    let head = Column { head: Cow::Borrowed("Customers"), share: 1.6 };
    let heads =
        disruptions.iter().map(|(_, it)| Column { head: Cow::Owned(it.title.to_string()), share: 2.0 });
    let row = |(group, it): (CustomerGroupId, &opmap_model::CustomerGroup)| {
        let cells = disruptions.iter().map(|(disruption, _)| {
            cell(document, document.response(RecoveryCell { group, disruption: *disruption }))
        });
        Row::new(std::iter::once(Cell::Strong(it.title.to_string())).chain(cells).collect::<Vec<_>>())
    };
    let rows = document.customer_groups_in_order().into_iter().map(row).collect();
    Table::with_columns(std::iter::once(head).chain(heads).collect(), rows)
}

/// Who acts, how soon and up to what, and where it goes then, a line each.
fn cell(document: &Document, response: Option<&Response>) -> Cell {
    let Some(response) = response else { return Cell::Signed(Sign::Warning, "not set".to_owned()) };
    let name = |role: RoleId| document.get(role).map(|it| it.title.to_string()).unwrap_or_default();
    let authority = response.authority.map_or_else(|| "no one named".to_owned(), name);
    let lines = [
        response.within_secs.map(|it| format!("within {it}")),
        response.limit.as_ref().map(|it| format!("up to {}\u{2009}{}", it.amount, it.unit)),
        response.escalate_to.map(|it| format!("then {}", name(it))),
    ];
    let words = std::iter::once(authority).chain(lines.into_iter().flatten()).collect::<Vec<_>>().join("\n");
    if response.authority.is_some() { Cell::Text(words) } else { Cell::Signed(Sign::Warning, words) }
}
