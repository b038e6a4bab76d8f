//! Checks of where decisions go when they are not taken in time (D8).

use std::collections::{BTreeMap, BTreeSet};

use opmap_model::{DecisionId, Document, RecordId, RoleId};
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::{Judged, names};
use crate::{Finding, Severity};

/// The points of D8 that a finding can be about.
const NO_TIME: usize = 0;
pub(crate) const NO_TARGET: usize = 1;
pub(crate) const TO_ITSELF: usize = 2;
const IN_A_CIRCLE: usize = 3;

/// D8: an escalation has a target that does not decide it whatever the amount, and a time after which it goes there. A decision
/// without any was not discussed.
pub(super) fn is_incomplete(it: &Judged<'_>, found: &mut Vec<Finding>) {
    let name = it.name();
    let mut error = |point, sentence, role| {
        found.push(it.finding("D8", Severity::Error, sentence, role).at(point));
    };
    match (it.decision.escalate_to, it.decision.escalate_secs) {
        (Some(target), None) => {
            let target_name = it.names([target]);
            error(
                NO_TIME,
                format!("{name} is escalated to {target_name}, and nothing says after how long."),
                Some(target),
            );
        }
        (None, Some(after)) => {
            error(NO_TARGET, format!("{name} is escalated after {after}, and nothing says to whom."), None);
        }
        _ => {}
    }
    if let Some(target) = it.decision.escalate_to
        && it.decision.is_always_decided_by(target)
    {
        let target_name = it.names([target]);
        error(
            TO_ITSELF,
            format!("{name} is escalated to {target_name}, who decides it already."),
            Some(target),
        );
    }
}

/// D8: no circle of roles, by right or up to a limit, escalates to each other in the decisions of a map; one finding a circle.
pub(super) fn goes_in_circles(
    document: &Document,
    decisions: &[&Judged<'_>],
    place: &str,
    found: &mut Vec<Finding>,
) {
    let roles: Vec<RoleId> = document.roles_in_order().into_iter().map(|(id, _)| id).collect();
    let numbers: BTreeMap<RoleId, usize> = roles.iter().copied().zip(0..).collect();
    let escalations: Vec<(DecisionId, usize, usize)> = decisions
        .iter()
        .flat_map(|it| it.decision.deciders().into_iter().map(move |from| (it, from)))
        .filter_map(|(it, from)| {
            Some((it.id, *numbers.get(&from)?, *numbers.get(&it.decision.escalate_to?)?))
        })
        .collect();
    let mut graph = DiGraph::<(), ()>::with_capacity(roles.len(), escalations.len());
    for _ in &roles {
        graph.add_node(());
    }
    for (_, from, to) in &escalations {
        graph.add_edge(NodeIndex::new(*from), NodeIndex::new(*to), ());
    }
    // A circle of one is a decision that is escalated to its own decider, and said of that decision.
    let circles = kosaraju_scc(&graph).into_iter().filter(|it| it.len() > 1);
    let circles: BTreeSet<Vec<usize>> = circles
        .map(|it| {
            let mut members: Vec<usize> = it.into_iter().map(NodeIndex::index).collect();
            members.sort_unstable();
            members
        })
        .collect();
    for circle in circles {
        let within = escalations.iter().filter(|(_, from, to)| circle.contains(from) && circle.contains(to));
        let mut records: Vec<RecordId> = within.map(|(id, ..)| RecordId::Decision(*id)).collect();
        records.dedup();
        let members = circle.iter().map(|it| roles[*it]);
        records.extend(members.clone().map(RecordId::Role));
        let sentence = format!("In {place} {} escalate to each other in a circle.", names(document, members));
        found.push(Finding::new("D8", Severity::Error, sentence, records).at(IN_A_CIRCLE));
    }
}
