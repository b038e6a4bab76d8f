//! Checks of the seven shifts (M3, M4, M7).

use opmap_model::{Assessment, Document, Keyword, RecordId, Shift};

use crate::{Finding, Severity};

pub(super) fn findings(document: &Document, found: &mut Vec<Finding>) {
    for shift in Shift::ALL {
        if let Some(assessment) = document.get(shift.assessment_id()) {
            found.extend(less_without_reason(assessment));
            found.extend(high_without_evidence(document, assessment));
            found.extend(stale(assessment));
        }
    }
}

/// M3: the target is not lower than today, or there is a reason.
fn less_without_reason(assessment: &Assessment) -> Option<Finding> {
    let (now, target) = (assessment.now?, assessment.target?);
    (target < now && assessment.target_reason.is_none()).then(|| {
        let sentence = format!(
            "“{}” is at {now} today and wanted at {target}, and nobody has said why less will do.",
            assessment.name()
        );
        finding("M3", sentence, assessment)
    })
}

/// M4: a score of 4 or 5 rests on something that was measured, or seen by someone who looked.
fn high_without_evidence(document: &Document, assessment: &Assessment) -> Option<Finding> {
    let now = assessment.now.filter(|it| it.get() >= 4)?;
    let evidence = document.evidence_of_shift(assessment.shift);
    if evidence.iter().any(|(_, it)| it.is_sound()) {
        return None;
    }
    let lacks = match evidence.len() {
        0 => "there is no evidence for it",
        _ => "nothing measured or observed speaks for it",
    };
    Some(finding("M4", format!("“{}” is scored {now} today, and {lacks}.", assessment.name()), assessment))
}

/// M7: scores that were given in other words.
fn stale(assessment: &Assessment) -> Option<Finding> {
    assessment.stale.then(|| {
        let sentence = format!(
            "The levels of “{}” were reworded after it was scored: score it again, or say that the scores hold.",
            assessment.name()
        );
        finding("M7", sentence, assessment)
    })
}

fn finding(rule: &'static str, sentence: String, assessment: &Assessment) -> Finding {
    let record = RecordId::Assessment(assessment.shift.assessment_id());
    Finding::new(rule, Severity::Warning, sentence, vec![record])
}
