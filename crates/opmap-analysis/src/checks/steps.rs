//! Checks of what is said of single steps.

use opmap_model::{RecordId, Step, StepKind};

use super::state_word;
use crate::survey::{StepPlace, Survey, SurveyedMap};
use crate::{Finding, Severity};

/// One check of a step: its rule, the point of it, how grave it is, and the sentence where it finds something.
type Check = (&'static str, usize, Severity, fn(&Step, &str) -> Option<String>);

const CHECKS: [Check; 4] = [
    ("B4", 0, Severity::Note, no_channel),
    ("B6", 0, Severity::Warning, no_recovery),
    ("B6", 1, Severity::Warning, no_wait_time),
    ("B7", 0, Severity::Warning, no_fallback),
];

/// B4, B6 and B7: a touchpoint has a primary channel, a fail point a recovery, a wait a waiting time, and an automated
/// step a fallback.
pub(super) fn steps_that_lack_something(survey: &Survey<'_>, map: &SurveyedMap, found: &mut Vec<Finding>) {
    for (rule, point, severity, check) in CHECKS {
        found.extend(survey.steps(map).iter().filter_map(|StepPlace { id, step, .. }| {
            let sentence = check(step, state_word(map.map.state))?;
            Some(Finding::new(rule, severity, sentence, vec![RecordId::Step(*id)]).at(point))
        }));
    }
}

fn no_channel(step: &Step, state: &str) -> Option<String> {
    let lacks = step.kind == StepKind::Touchpoint && step.channel.is_none();
    lacks.then(|| format!("“{}” in {state} is a touchpoint without a primary channel.", step.title))
}

fn no_recovery(step: &Step, state: &str) -> Option<String> {
    let lacks = step.fail_point && step.recovery.is_none();
    lacks
        .then(|| format!("“{}” in {state} is a fail point, and nothing says what puts it right.", step.title))
}

fn no_wait_time(step: &Step, state: &str) -> Option<String> {
    let lacks = step.kind == StepKind::Wait && step.wait_secs.is_none();
    lacks.then(|| format!("“{}” in {state} is a wait, and nothing says how long.", step.title))
}

fn no_fallback(step: &Step, state: &str) -> Option<String> {
    let lacks = step.kind == StepKind::Automated && step.fallback.is_none();
    lacks.then(|| {
        format!("“{}” in {state} is automated, and nothing says what happens when it fails.", step.title)
    })
}
