//! The check of moments of truth.

use opmap_model::{Document, RecordId, State};

use crate::checks::state_word;
use crate::survey::StepPlace;
use crate::{Finding, Severity};

/// B5: someone answers for a moment of truth, also for one that the customer or a wait makes.
pub(super) fn without_owner(
    document: &Document,
    steps: &[StepPlace<'_>],
    state: State,
    is_discussed: bool,
    found: &mut Vec<Finding>,
) {
    let moments = steps.iter().filter(|it| is_discussed && it.step.moment_of_truth);
    let alone = moments.filter(|it| document.accountable_for_step(it.step).is_empty());
    found.extend(alone.map(|it| {
        Finding::new(
            "B5",
            Severity::Warning,
            format!(
                "“{}” in {} is a moment of truth, and no one is accountable for it.",
                it.step.title,
                state_word(state)
            ),
            vec![RecordId::Step(it.id)],
        )
    }));
}
