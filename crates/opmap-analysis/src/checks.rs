//! The checks, one function a rule.

use std::collections::BTreeSet;

use opmap_model::{Document, Keyword, LaneKind, MapKey, RecordId, StageId, State, StepKind};

use crate::flow::in_kind_order;
use crate::{Finding, Flow, Severity};

pub(crate) fn findings(document: &Document, flows: &[Flow]) -> Vec<Finding> {
    let mut found = Vec::new();
    journeys_without_owner(document, &mut found);
    for (journey, _) in document.journeys_in_order() {
        for state in State::ALL.iter().copied() {
            let map = MapKey { journey, state };
            lanes_out_of_order(document, map, &mut found);
            touchpoints_without_service(document, map, &mut found);
        }
    }
    for flow in flows {
        handoffs_without_owner(document, flow, &mut found);
    }
    found
}

/// R16: each journey has exactly one owner.
fn journeys_without_owner(document: &Document, found: &mut Vec<Finding>) {
    for (id, journey) in document.journeys_in_order() {
        if journey.owner.is_none() {
            found.push(Finding {
                rule: "R16",
                severity: Severity::Error,
                sentence: format!("No one owns the journey “{}” from end to end.", journey.title),
                records: vec![RecordId::Journey(id)],
            });
        }
    }
}

/// B2: a lane placed against the order of its kind.
fn lanes_out_of_order(document: &Document, map: MapKey, found: &mut Vec<Finding>) {
    for pair in document.map_view(map).lanes.windows(2) {
        let [(upper_id, upper), (lower_id, lower)] = pair else { continue };
        if !in_kind_order(upper.kind, lower.kind) {
            found.push(Finding {
                rule: "B2",
                severity: Severity::Warning,
                sentence: format!(
                    "“{}” ({}) stands below “{}” ({}) in {}: move it, or change its kind.",
                    lower.title,
                    word(lower.kind),
                    upper.title,
                    word(upper.kind),
                    state_word(map.state)
                ),
                records: vec![RecordId::Lane(*lower_id), RecordId::Lane(*upper_id)],
            });
        }
    }
}

/// B3: a customer touchpoint with no frontstage step and no self-service system in its stage.
fn touchpoints_without_service(document: &Document, map: MapKey, found: &mut Vec<Finding>) {
    let view = document.map_view(map);
    let kind = |lane: opmap_model::LaneId| document.get(lane).map(|it| it.kind);
    let served: BTreeSet<StageId> = view
        .steps
        .iter()
        .filter(|(_, it)| {
            let is_system =
                it.kind == StepKind::Automated && kind(it.lane).is_some_and(LaneKind::is_company_side);
            is_system || kind(it.lane) == Some(LaneKind::Frontstage)
        })
        .map(|(_, it)| it.stage)
        .collect();
    for (id, step) in &view.steps {
        let is_touchpoint = step.kind == StepKind::Touchpoint && kind(step.lane) == Some(LaneKind::Customer);
        if is_touchpoint && !served.contains(&step.stage) {
            found.push(Finding {
                rule: "B3",
                severity: Severity::Warning,
                sentence: format!(
                    "No one meets the customer at “{}” in {}: its stage has no frontstage step.",
                    step.title,
                    state_word(map.state)
                ),
                records: vec![RecordId::Step(*id)],
            });
        }
    }
}

/// H11: a complete handoff has an owner; the other parts are counted, this one is named.
fn handoffs_without_owner(document: &Document, flow: &Flow, found: &mut Vec<Finding>) {
    for id in &flow.without_owner {
        let ends = document.get(*id).and_then(|it| Some((document.get(it.from)?, document.get(it.to)?)));
        let Some((from, to)) = ends else { continue };
        found.push(Finding {
            rule: "H11",
            severity: Severity::Warning,
            sentence: format!(
                "The handoff from “{}” to “{}” in {} has no owner.",
                from.title,
                to.title,
                state_word(flow.map.state)
            ),
            records: vec![RecordId::Connector(*id)],
        });
    }
}

fn word(kind: LaneKind) -> String {
    opmap_model::Keyword::label(kind).to_lowercase()
}

fn state_word(state: State) -> &'static str {
    match state {
        State::AsDesigned => "the as-designed map",
        State::AsLived => "the as-lived map",
        State::ToBe => "the to-be map",
        State::OptionB => "the map of option B",
        State::OptionC => "the map of option C",
    }
}
