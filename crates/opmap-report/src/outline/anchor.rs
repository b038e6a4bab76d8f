//! Names of the places in the report that links lead to.

use opmap_analysis::Analysis;
use opmap_model::{Document, JourneyId, Keyword, MapKey, RecordId, RecordKey, StepId};

pub(super) const CHARTER: &str = "charter";
pub(super) const GLANCE: &str = "at-a-glance";
pub(super) const ACTIVITIES: &str = "activities";
pub(super) const DECISIONS: &str = "decisions";
pub(super) const RECOVERY: &str = "recovery";
pub(super) const HEALTH: &str = "health";
pub(super) const RECOMMENDATIONS: &str = "recommendations";
pub(super) const ROADMAP: &str = "roadmap";
pub(super) const TRACE: &str = "trace";
pub(super) const CHOICES: &str = "options";
pub(super) const CONCERNS: &str = "risks";
pub(super) const RHYTHM: &str = "operating-rhythm";
pub(super) const SHIFTS: &str = "shifts";
pub(super) const EVIDENCE: &str = "evidence";
pub(super) const FINDINGS: &str = "findings";
pub(super) const ROLES: &str = "roles";
pub(super) const LANES: &str = "lanes";
pub(super) const CHANNELS: &str = "channels";
pub(super) const SYSTEMS: &str = "systems";
pub(super) const PERSONAS: &str = "personas";

pub(super) fn journey(id: JourneyId) -> String {
    format!("journey {}", id.uuid())
}

/// A section about one map: `part` says which.
pub(super) fn of_map(part: &str, map: MapKey) -> String {
    format!("{part} {} {}", map.state.key(), map.journey.uuid())
}

pub(super) fn map(map: MapKey) -> String {
    of_map("map", map)
}

/// Where a step is drawn on a map page.
pub(crate) fn step_anchor(id: StepId) -> String {
    format!("step {}", id.uuid())
}

/// Where a record can be seen best: on a map, or in a table when its map has no page.
pub(super) fn of_record(document: &Document, analysis: &Analysis, record: RecordId) -> Option<String> {
    let shown = |key: MapKey| match analysis.flow(key) {
        Some(_) => map(key),
        None => journey(key.journey),
    };
    match record {
        RecordId::Role(_) => Some(ROLES.to_owned()),
        RecordId::Activity(_) => Some(ACTIVITIES.to_owned()),
        RecordId::Decision(_) => Some(DECISIONS.to_owned()),
        RecordId::Disruption(_) | RecordId::CustomerGroup(_) => Some(RECOVERY.to_owned()),
        RecordId::Journey(id) => Some(journey(id)),
        RecordId::Stage(id) => document.get(id).map(|it| shown(it.map())),
        RecordId::Lane(id) => document.get(id).map(|it| shown(it.map())),
        RecordId::Step(id) => document.get(id).map(|_| step_anchor(id)),
        RecordId::Connector(id) => document.get(id).map(|it| step_anchor(it.from)),
        RecordId::Card(id) => document.get(id).map(|it| step_anchor(it.step)),
        RecordId::Recommendation(_) => Some(RECOMMENDATIONS.to_owned()),
        RecordId::Workstream(_) | RecordId::Milestone(_) => Some(ROADMAP.to_owned()),
        RecordId::Logo(_) => None,
        RecordId::EarlierWorkshop(_) => Some(SHIFTS.to_owned()),
        RecordId::Choice(_) => Some(CHOICES.to_owned()),
        RecordId::Concern(_) => Some(CONCERNS.to_owned()),
        RecordId::Forum(_) => Some(RHYTHM.to_owned()),
        RecordId::Participant(_) | RecordId::Assessment(_) | RecordId::Round(_) => Some(SHIFTS.to_owned()),
        RecordId::HealthQuestion(_) => Some(HEALTH.to_owned()),
        RecordId::KeptFinding(_) => Some(FINDINGS.to_owned()),
        RecordId::Evidence(_) => Some(EVIDENCE.to_owned()),
        RecordId::Acceptance(_) => Some(GLANCE.to_owned()),
        RecordId::Channel(_) => Some(CHANNELS.to_owned()),
        RecordId::ItSystem(_) => Some(SYSTEMS.to_owned()),
        RecordId::Persona(_) => Some(PERSONAS.to_owned()),
    }
}
