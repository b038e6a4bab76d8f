//! What a role may decide, up to which limit, and what comes to it when others did not decide or help in time.

use opmap_model::{
    Bands, Decision, DecisionId, Document, HeldByRole, RecoveryCell, Response, RightLetter, Rights, RightsOf,
    RoleId,
};

use super::super::{Block, Cell};
use super::{NamedMap, grouped, part};

/// The decisions in which it has a right or a limit, or which are escalated to it. The right is told in its full word
/// with the name of its framework (D5).
pub(super) fn in_decisions(
    document: &Document,
    role: RoleId,
    held: &HeldByRole,
    maps: &[NamedMap<'_>],
) -> Vec<Block> {
    let decisions = document.decisions_in_order();
    let held: Vec<(DecisionId, &Decision)> =
        decisions.into_iter().filter(|(id, _)| held.decisions.contains(id)).collect();
    let of = |map: Option<&NamedMap<'_>>| {
        let words = map.map_or_else(|| "At no stage and no step".to_owned(), |it| it.words.clone());
        let belongs = |it: &Decision| document.map_of_decision(it) == map.map(|it| it.key);
        let there = held.iter().filter(|(_, it)| belongs(it));
        there.map(|(_, it)| (words.clone(), row(document, it, role))).collect::<Vec<_>>()
    };
    let rows = maps.iter().map(Some).chain([None]).flat_map(of);
    let columns = [
        ("Map", 1.4),
        ("Decision", 3.0),
        ("Where", 1.9),
        ("Framework", 1.5),
        ("Its right", 1.6),
        ("Its limits", 1.5),
        ("Escalated to it", 1.2),
    ];
    part("Decisions", &columns, grouped(rows))
}

fn row(document: &Document, decision: &Decision, role: RoleId) -> Vec<Cell> {
    let stages = decision.stages.iter().filter_map(|id| document.get(*id)).map(|it| it.title.to_string());
    let steps = decision.steps.iter().filter_map(|id| document.get(*id)).map(|it| it.title.to_string());
    let material = if decision.material { "\nmaterial" } else { "" };
    let escalated = (decision.escalate_to == Some(role)).then(|| {
        decision.escalate_secs.map_or_else(|| "no time limit".to_owned(), |after| format!("after {after}"))
    });
    vec![
        Cell::Strong(decision.title.to_string()),
        lines(stages.chain(steps).chain(decision.region.iter().map(ToString::to_string)).collect()),
        Cell::Text(format!("{}{material}", decision.rights.framework())),
        lines(rights(&decision.rights, role)),
        lines(decision.bands.iter().flat_map(|it| limits(it, role)).collect()),
        lines(escalated.into_iter().collect()),
    ]
}

fn rights(rights: &Rights, role: RoleId) -> Vec<String> {
    match rights {
        Rights::Decider(decider) if *decider == Some(role) => vec!["Decides".to_owned()],
        Rights::Decider(_) => Vec::new(),
        Rights::Rapid(rights) => of_framework(rights, role),
        Rights::Daci(rights) => of_framework(rights, role),
    }
}

fn of_framework<L: RightLetter>(rights: &RightsOf<L>, role: RoleId) -> Vec<String> {
    let line = |it: &opmap_model::Right<L>| {
        let words = it.words.as_ref().map(|it| format!(" ({it})")).unwrap_or_default();
        format!("{}{words}", it.letter.label())
    };
    rights.iter().filter(|it| it.role == role).map(line).collect()
}

/// The bands in which it decides, each from where the one before ends.
fn limits(bands: &Bands, role: RoleId) -> Vec<String> {
    let unit = bands.unit();
    let mut from = None;
    let mut told = Vec::new();
    for band in bands.limited() {
        if band.decider == Some(role) {
            let from = from.map(|it| format!("from {it} to ")).unwrap_or_default();
            told.push(format!("{from}below {}\u{2009}{unit}", band.below));
        }
        from = Some(band.below);
    }
    if bands.beyond() == Some(role) {
        let from = from.map_or_else(|| "any".to_owned(), |it| format!("from {it}"));
        told.push(format!("{from}\u{2009}{unit}"));
    }
    told
}

/// The cases of the recovery matrix in which it may act, or to which they are escalated.
pub(super) fn in_recovery(document: &Document, role: RoleId) -> Vec<Block> {
    let disruptions = document.disruptions_in_order();
    let cases = document.customer_groups_in_order().into_iter().flat_map(|(group, of)| {
        disruptions.iter().filter_map(move |(disruption, it)| {
            let response = document.response(RecoveryCell { group, disruption: *disruption })?;
            Some((of.title.to_string(), it.title.to_string(), response))
        })
    });
    let rows = cases.flat_map(|(group, disruption, response)| {
        let told = parts_in(document, response, role).into_iter();
        told.map(move |words| {
            let cells = vec![
                Cell::Strong(disruption.clone()),
                Cell::Text(words),
                limit(response),
                Cell::optional(response.within_secs),
            ];
            (group.clone(), cells)
        })
    });
    let columns =
        [("Customers", 1.8), ("Disruption", 1.8), ("Its part", 4.4), ("Limit", 1.2), ("Within", 1.0)];
    part("Service recovery", &columns, grouped(rows.collect::<Vec<_>>()))
}

/// What it does in a case: it acts, or is who comes next, or both.
fn parts_in(document: &Document, response: &Response, role: RoleId) -> Vec<String> {
    let name = |role: RoleId| document.get(role).map(|it| it.title.to_string()).unwrap_or_default();
    let acts = (response.authority == Some(role)).then(|| match response.escalate_to {
        Some(next) if next != role => format!("May act; then it goes to {}", name(next)),
        _ => "May act".to_owned(),
    });
    let next = (response.escalate_to == Some(role)).then(|| match response.authority {
        Some(first) => format!("Comes next, after {}", name(first)),
        None => "Comes next; no one is named to act first".to_owned(),
    });
    acts.into_iter().chain(next).collect()
}

fn limit(response: &Response) -> Cell {
    let words = response.limit.as_ref().map(|it| format!("up to {}\u{2009}{}", it.amount, it.unit));
    Cell::optional(words)
}

/// A line each; a dash where there is none.
fn lines(of: Vec<String>) -> Cell {
    if of.is_empty() { Cell::dash() } else { Cell::Text(of.join("\n")) }
}
