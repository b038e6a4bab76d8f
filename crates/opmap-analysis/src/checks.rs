//! The checks, one function a rule.

mod decisions;
mod phases;
mod raci;
mod recommendations;
mod recovery;
mod shifts;
mod steps;

pub use decisions::authority_falls;
pub(crate) use decisions::{NO_TARGET, TO_ITSELF};

use std::collections::BTreeMap;

use opmap_model::{ConnectorKind, Document, LaneKind, RecordId, RoleId, State, StepKind, folded};

use crate::acceptances::Acceptances;
use crate::flow::in_kind_order;
use crate::survey::{ConnectorPlace, Survey, SurveyedMap};
use crate::{Finding, Flow, LeadTime, Link, RaciIntegrity, Severity};

pub(crate) fn findings(
    document: &Document,
    survey: &Survey<'_>,
    (flows, lead_times): (&[Flow], &[LeadTime]),
    acceptances: &Acceptances<'_>,
) -> (Vec<Finding>, Vec<RaciIntegrity>) {
    let mut found = Vec::new();
    roles_of_one_name(document, &mut found);
    journeys_without_owner(document, &mut found);
    for map in &survey.maps {
        lanes_out_of_order(survey, map, &mut found);
        touchpoints_without_service(survey, map, &mut found);
        steps::steps_that_lack_something(survey, map, &mut found);
        phases::sides_without_steps(survey, map, &mut found);
    }
    for map in &survey.maps {
        handoffs_without_owner(survey, map, &mut found);
        circles_unmarked(survey, map, flows, &mut found);
    }
    found.extend(lead_times.iter().filter(|it| it.mixes_clocks).map(mixed_clocks));
    let thresholds = &document.workshop().thresholds;
    let integrity = raci::findings(document, survey, thresholds, acceptances, &mut found);
    decisions::findings(document, survey, thresholds, acceptances, &mut found);
    recovery::findings(document, &mut found);
    shifts::findings(document, &mut found);
    recommendations::findings(document, &mut found);
    (found, integrity)
}

/// R21: no two roles are called the same.
fn roles_of_one_name(document: &Document, found: &mut Vec<Finding>) {
    let roles = document.roles_in_order();
    let mut by_name: BTreeMap<String, Vec<RoleId>> = BTreeMap::new();
    for (id, role) in &roles {
        by_name.entry(folded(role.title.as_str())).or_default().push(*id);
    }
    for (_, role) in &roles {
        // The first of a name speaks for all of them.
        let Some(same) = by_name.remove(&folded(role.title.as_str())).filter(|it| it.len() > 1) else {
            continue;
        };
        found.push(Finding::new(
            "R21",
            Severity::Warning,
            format!(
                "{} roles are called “{}”: make them one, or give each a name of its own.",
                same.len(),
                role.title
            ),
            same.into_iter().map(RecordId::Role).collect(),
        ));
    }
}

/// R16: each journey has exactly one owner.
fn journeys_without_owner(document: &Document, found: &mut Vec<Finding>) {
    for (id, journey) in document.journeys_in_order() {
        if journey.owner.is_none() {
            found.push(Finding::new(
                "R16",
                Severity::Error,
                format!("No one owns the journey “{}” from end to end.", journey.title),
                vec![RecordId::Journey(id)],
            ));
        }
    }
}

/// B2: a lane placed against the order of its kind.
fn lanes_out_of_order(survey: &Survey<'_>, map: &SurveyedMap, found: &mut Vec<Finding>) {
    for pair in survey.lanes(map).windows(2) {
        let [(upper_id, upper), (lower_id, lower)] = pair else { continue };
        if !in_kind_order(upper.kind, lower.kind) {
            found.push(Finding::new(
                "B2",
                Severity::Warning,
                format!(
                    "“{}” ({}) stands below “{}” ({}) in {}: move it, or change its kind.",
                    lower.title,
                    word(lower.kind),
                    upper.title,
                    word(upper.kind),
                    state_word(map.map.state)
                ),
                vec![RecordId::Lane(*lower_id), RecordId::Lane(*upper_id)],
            ));
        }
    }
}

/// B3: a customer touchpoint with no frontstage step and no self-service system in its stage.
fn touchpoints_without_service(survey: &Survey<'_>, map: &SurveyedMap, found: &mut Vec<Finding>) {
    for in_stage in survey.steps(map).chunk_by(|a, b| a.stage == b.stage) {
        let is_served = in_stage.iter().any(|it| {
            let kind = it.lane.1.kind;
            kind == LaneKind::Frontstage || it.step.kind == StepKind::Automated && kind.is_company_side()
        });
        let is_touchpoint =
            |kind: StepKind, lane: LaneKind| kind == StepKind::Touchpoint && lane == LaneKind::Customer;
        let alone = in_stage.iter().filter(|it| !is_served && is_touchpoint(it.step.kind, it.lane.1.kind));
        found.extend(alone.map(|it| {
            Finding::new(
                "B3",
                Severity::Warning,
                format!(
                    "No one meets the customer at “{}” in {}: its stage has no frontstage step.",
                    it.step.title,
                    state_word(map.map.state)
                ),
                vec![RecordId::Step(it.id)],
            )
        }));
    }
}

/// H11: a complete handoff has an owner; the other parts are counted, this one is named.
fn handoffs_without_owner(survey: &Survey<'_>, map: &SurveyedMap, found: &mut Vec<Finding>) {
    for place in survey.connectors(map).iter().filter(|it| it.connector.owner.is_none()) {
        if survey.link(place) != Link::Handoff {
            continue;
        }
        let (from, to) = survey.ends(place);
        found.push(Finding::new(
            "H11",
            Severity::Warning,
            format!(
                "The handoff from “{}” to “{}” in {} has no owner.",
                from.step.title,
                to.step.title,
                state_word(map.map.state)
            ),
            vec![RecordId::Connector(place.id)],
        ));
    }
}

/// H5: what leads back within a circle counts as rework, and is drawn and called so once it is marked.
fn circles_unmarked(survey: &Survey<'_>, map: &SurveyedMap, flows: &[Flow], found: &mut Vec<Finding>) {
    let Some(flow) = flows.iter().find(|it| it.map == map.map) else { return };
    let unmarked =
        |it: &&ConnectorPlace<'_>| it.connector.kind == ConnectorKind::Flow && flow.rework.contains(&it.id);
    for place in survey.connectors(map).iter().filter(unmarked) {
        let (from, to) = survey.ends(place);
        found.push(Finding::new(
            "H5",
            Severity::Note,
            format!(
                "The connector from “{}” back to “{}” in {} closes a circle and is not marked as rework.",
                from.step.title,
                to.step.title,
                state_word(map.map.state)
            ),
            vec![RecordId::Connector(place.id)],
        ));
    }
}

/// H10: one sum has one clock.
fn mixed_clocks(lead_time: &LeadTime) -> Finding {
    Finding::new(
        "H10",
        Severity::Warning,
        format!(
            "The lead time of {} adds business hours to calendar hours.",
            state_word(lead_time.map.state)
        ),
        lead_time.critical.iter().copied().map(RecordId::Step).collect(),
    )
}

/// The names of roles as in a sentence.
fn names(document: &Document, roles: impl IntoIterator<Item = RoleId>) -> String {
    let mut roles = roles.into_iter().filter_map(|id| document.get(id)).peekable();
    let mut names = String::new();
    while let Some(role) = roles.next() {
        if !names.is_empty() {
            names += if roles.peek().is_some() { ", " } else { " and " };
        }
        names.extend(["“", role.title.as_str(), "”"]);
    }
    names
}

fn word(kind: LaneKind) -> String {
    opmap_model::Keyword::label(kind).to_lowercase()
}

pub(crate) fn state_word(state: State) -> &'static str {
    match state {
        State::AsDesigned => "the as-designed map",
        State::AsLived => "the as-lived map",
        State::ToBe => "the to-be map",
        State::OptionB => "the map of option B",
        State::OptionC => "the map of option C",
    }
}
