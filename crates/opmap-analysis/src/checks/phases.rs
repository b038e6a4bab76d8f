//! The check that a journey goes beyond the sale.

use opmap_model::{Phase, RecordId};

use super::state_word;
use crate::survey::{Survey, SurveyedMap};
use crate::{Finding, Severity};

/// B10: where the stages of a map are told apart by phase, the customer's time before the sale and after it have steps.
/// A map without phases or without steps is not judged.
pub(super) fn sides_without_steps(survey: &Survey<'_>, map: &SurveyedMap, found: &mut Vec<Finding>) {
    let stages = survey.stages(map);
    if survey.steps(map).is_empty() || stages.iter().all(|(_, it)| it.phase.is_none()) {
        return;
    }
    let has_steps = |phase: Phase| survey.steps(map).iter().any(|it| survey.stage(it).phase == Some(phase));
    let sides = [(Phase::PreSale, "before the sale"), (Phase::PostSale, "after the sale")];
    for (point, (phase, words)) in sides.into_iter().enumerate() {
        if !has_steps(phase) {
            let of_phase = stages.iter().filter(|(_, it)| it.phase == Some(phase));
            let journey = RecordId::Journey(map.map.journey);
            let finding = Finding::new(
                "B10",
                Severity::Warning,
                format!("Nothing happens {words} in {}.", state_word(map.map.state)),
                of_phase.map(|(id, _)| RecordId::Stage(*id)).chain([journey]).collect(),
            );
            found.push(finding.at(point));
        }
    }
}
