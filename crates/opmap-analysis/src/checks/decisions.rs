//! Checks of decisions (D1 to D12). That letters of two frameworks never meet (D5), and that bands neither leave a gap
//! nor overlap (D6), the types see to.

mod bands;
mod escalation;
mod rights;

pub(crate) use escalation::{NO_TARGET, TO_ITSELF};

pub use bands::authority_falls;

use std::collections::BTreeSet;

use opmap_model::{Decision, DecisionId, Document, MapKey, RecordId, RoleId, StepId, StepKind, Thresholds};

use super::{names, state_word};
use crate::acceptances::Acceptances;
use crate::survey::{StepPlace, Survey, SurveyedMap};
use crate::{Finding, Severity};

/// A decision, and the map that it belongs to.
struct Judged<'a> {
    document: &'a Document,
    id: DecisionId,
    decision: &'a Decision,
    map: Option<MapKey>,
}

impl Judged<'_> {
    /// What it is, and where, as in a sentence.
    fn name(&self) -> String {
        let place = self.map.map(|it| format!(" in {}", state_word(it.state))).unwrap_or_default();
        format!("“{}”{place}", self.decision.title)
    }

    fn names(&self, roles: impl IntoIterator<Item = RoleId>) -> String {
        names(self.document, roles)
    }

    /// What is wrong with it, with the roles that it is wrong with.
    fn finding(
        &self,
        rule: &'static str,
        severity: Severity,
        sentence: String,
        roles: impl IntoIterator<Item = RoleId>,
    ) -> Finding {
        let roles = roles.into_iter().map(RecordId::Role);
        let records = std::iter::once(RecordId::Decision(self.id)).chain(roles).collect();
        Finding::new(rule, severity, sentence, records)
    }
}

/// All checks of decisions.
pub(super) fn findings(
    document: &Document,
    survey: &Survey<'_>,
    thresholds: &Thresholds,
    acceptances: &Acceptances<'_>,
    found: &mut Vec<Finding>,
) {
    let decisions = document.decisions_in_order().into_iter();
    let decisions: Vec<Judged<'_>> = decisions
        .map(|(id, decision)| Judged { document, id, decision, map: document.map_of_decision(decision) })
        .collect();
    for it in &decisions {
        belongs_nowhere(it, found);
        rights::findings(it, thresholds, found);
        bands::without_decider(it, found);
        bands::go_down(it, found);
        escalation::is_incomplete(it, found);
    }
    let decided: BTreeSet<StepId> =
        decisions.iter().flat_map(|it| it.decision.steps.iter().copied()).collect();
    for map in &survey.maps {
        let of_map: Vec<&Judged<'_>> = decisions.iter().filter(|it| it.map == Some(map.map)).collect();
        if !of_map.is_empty() {
            escalation::goes_in_circles(document, &of_map, state_word(map.map.state), found);
            steps_without_decision(survey, map, &decided, acceptances, found);
        }
    }
}

/// D1: a decision belongs to a stage or a step.
fn belongs_nowhere(it: &Judged<'_>, found: &mut Vec<Finding>) {
    if it.decision.stages.is_empty() && it.decision.steps.is_empty() {
        let sentence = format!("{} belongs to no stage and no step.", it.name());
        found.push(it.finding("D1", Severity::Error, sentence, []));
    }
}

/// D10: where the way of the company parts, someone has the right to decide; in one finding for each map. What the
/// customer decides needs no right. A map without any decision was not discussed.
fn steps_without_decision(
    survey: &Survey<'_>,
    map: &SurveyedMap,
    decided: &BTreeSet<StepId>,
    acceptances: &Acceptances<'_>,
    found: &mut Vec<Finding>,
) {
    let all = survey.steps(map).iter();
    let all = all.filter(|it| it.step.kind == StepKind::Decision && it.lane.1.kind.is_company_side());
    let (count, without) = (all.clone().count(), all.filter(|it| !decided.contains(&it.id)));
    let (accepted, open): (Vec<_>, Vec<_>) =
        without.partition(|it| !acceptances.of("D10", RecordId::Step(it.id)).is_empty());
    for steps in [open, accepted] {
        found.extend(undecided(&steps, count, state_word(map.map.state)));
    }
}

fn undecided(steps: &[&StepPlace<'_>], count: usize, place: &str) -> Option<Finding> {
    let sentence = match steps {
        [] => return None,
        [one] => {
            format!("“{}” in {place} is decided, and nothing says who has the right to.", one.step.title)
        }
        [first, ..] => format!(
            "{} of {count} decision steps in {place} do not say who has the right to decide, the first is “{}”.",
            steps.len(),
            first.step.title
        ),
    };
    let records = steps.iter().map(|it| RecordId::Step(it.id)).collect();
    Some(Finding::new("D10", Severity::Warning, sentence, records))
}
