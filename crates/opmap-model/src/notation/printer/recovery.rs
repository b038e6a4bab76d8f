//! The recovery matrix as lines.

use std::collections::BTreeMap;

use super::super::words::{print_duration, quote};
use super::Lines;
use super::handles::Handles;
use crate::{DisruptionId, Document, RecordId, Response};

/// The severities, the customer groups, and a line for each response.
pub(super) fn print_recovery(document: &Document, handles: &Handles, lines: &mut Lines<'_>) {
    let mut columns: BTreeMap<DisruptionId, usize> = BTreeMap::new();
    for (number, (id, disruption)) in (1..).zip(document.disruptions_in_order()) {
        let line = format!("disruption di{number} {}", quote(disruption.title.as_str()));
        lines.record(RecordId::Disruption(id), line, []);
        columns.insert(id, number);
    }
    for (row, (id, group)) in (1..).zip(document.customer_groups_in_order()) {
        let line = format!("customer-group gr{row} {}", quote(group.title.as_str()));
        lines.record(RecordId::CustomerGroup(id), line, []);
        let responses = group.responses.iter().filter_map(|(id, it)| Some((*columns.get(&id)?, it)));
        for (column, response) in responses.collect::<BTreeMap<_, _>>() {
            lines.with_pairs(format!("response gr{row}/di{column}"), response_pairs(response, handles));
        }
    }
}

fn response_pairs(response: &Response, handles: &Handles) -> [Option<String>; 4] {
    [
        response.authority.map(|it| format!("authority={}", handles.role(it))),
        response.limit.as_ref().map(|it| format!("limit={}", quote(&format!("{} {}", it.amount, it.unit)))),
        response.within_secs.map(|it| format!("within={}", print_duration(it))),
        response.escalate_to.map(|it| format!("escalate-to={}", handles.role(it))),
    ]
}
