//! Names of the places in the report that links lead to.

use opmap_analysis::Analysis;
use opmap_model::{
    ChoiceId, Document, EvidenceId, JourneyId, KeptFindingId, Keyword, MapKey, RecommendationId, RecordId,
    RecordKey, RoleId, StepId,
};
use uuid::Uuid;

pub(super) const CONTENTS: &str = "contents";
pub(super) const SUMMARY: &str = "summary";
pub(super) const CHARTER: &str = "charter";
pub(super) const CHECKS: &str = "checks";
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
pub(super) const ROLE_CARDS: &str = "role-cards";
pub(super) const PARTICIPANTS: &str = "participants";
pub(super) const METHOD: &str = "method";
pub(super) const SOURCES: &str = "sources";
pub(super) const GLOSSARY: &str = "glossary";
pub(super) const TABLES: &str = "tables";
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

pub(super) fn evidence(id: EvidenceId) -> String {
    format!("evidence {}", id.uuid())
}

pub(super) fn finding(id: KeptFindingId) -> String {
    format!("finding {}", id.uuid())
}

/// The card of a recommendation.
pub(super) fn recommendation(id: RecommendationId) -> String {
    format!("recommendation {}", id.uuid())
}

pub(super) fn role_card(id: RoleId) -> String {
    format!("role-card {}", id.uuid())
}

pub(super) fn choice(id: ChoiceId) -> String {
    format!("choice {}", id.uuid())
}

/// The record that a place is about, by the name of the place; none for a section.
pub(crate) fn record_at(name: &str) -> Option<RecordId> {
    let (kind, id) = name.split_once(' ')?;
    let id: Uuid = id.parse().ok()?;
    match kind {
        "journey" => Some(RecordId::Journey(id.into())),
        "step" => Some(RecordId::Step(id.into())),
        "evidence" => Some(RecordId::Evidence(id.into())),
        "finding" => Some(RecordId::KeptFinding(id.into())),
        "recommendation" => Some(RecordId::Recommendation(id.into())),
        "role-card" => Some(RecordId::Role(id.into())),
        "choice" => Some(RecordId::Choice(id.into())),
        _ => None,
    }
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
        RecordId::Recommendation(id) => document.get(id).map(|_| recommendation(id)),
        RecordId::Workstream(_) | RecordId::Milestone(_) => Some(ROADMAP.to_owned()),
        RecordId::Logo(_) => None,
        RecordId::EarlierWorkshop(_) => Some(SHIFTS.to_owned()),
        RecordId::Choice(id) => document.get(id).map(|_| choice(id)),
        RecordId::Concern(_) => Some(CONCERNS.to_owned()),
        RecordId::Forum(_) => Some(RHYTHM.to_owned()),
        RecordId::Participant(_) => Some(PARTICIPANTS.to_owned()),
        RecordId::Assessment(_) | RecordId::Round(_) => Some(SHIFTS.to_owned()),
        RecordId::HealthQuestion(_) => Some(HEALTH.to_owned()),
        RecordId::KeptFinding(id) => document.get(id).map(|_| finding(id)),
        RecordId::Evidence(id) => document.get(id).filter(|it| !it.internal).map(|_| evidence(id)),
        RecordId::Acceptance(_) => Some(CHECKS.to_owned()),
        RecordId::Channel(_) => Some(CHANNELS.to_owned()),
        RecordId::ItSystem(_) => Some(SYSTEMS.to_owned()),
        RecordId::Persona(_) => Some(PERSONAS.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use opmap_model::RecordId;
    use uuid::Uuid;

    use super::{choice, evidence, finding, journey, recommendation, record_at, role_card, step_anchor};

    #[test]
    fn places_of_records_lead_back_to_them() {
        let id = Uuid::from_u128(7);
        let places = [
            (journey(id.into()), RecordId::Journey(id.into())),
            (step_anchor(id.into()), RecordId::Step(id.into())),
            (evidence(id.into()), RecordId::Evidence(id.into())),
            (finding(id.into()), RecordId::KeptFinding(id.into())),
            (recommendation(id.into()), RecordId::Recommendation(id.into())),
            (role_card(id.into()), RecordId::Role(id.into())),
            (choice(id.into()), RecordId::Choice(id.into())),
        ];
        for (name, record) in places {
            assert_eq!(record_at(&name), Some(record), "{name}");
        }
        assert_eq!(record_at("shifts by weight"), None);
        assert_eq!(record_at("evidence"), None);
    }
}
