//! What would settle findings about the seven shifts.

use std::collections::BTreeSet;

use opmap_model::{Document, Edit, EvidenceField, EvidenceId, RecordId};

use super::Fix;
use crate::Finding;

/// M4: what a finding about the shift rests on says something of the shift, too, if it was measured or observed.
pub(super) fn evidence_for_score(document: &Document, finding: &Finding) -> Option<Vec<Fix>> {
    let record = *finding.records.first()?;
    let shift = record.shift()?;
    document.assessment(shift).now.filter(|it| it.get() >= 4)?;
    if document.evidence_of_shift(shift).iter().any(|(_, it)| it.is_sound()) {
        return None;
    }
    let findings = document.findings_about(RecordId::Assessment(shift.assessment_id()));
    let resting: BTreeSet<EvidenceId> =
        findings.iter().flat_map(|(_, it)| it.evidence.iter().copied()).collect();
    let sound =
        document.evidence_in_order().into_iter().filter(|(id, it)| resting.contains(id) && it.is_sound());
    let fix = |(id, it): (EvidenceId, &opmap_model::Evidence)| Fix {
        label: format!("Link {}", it.code()),
        edit: Edit::SetEvidence { id, field: EvidenceField::Shift(shift, true) },
    };
    Some(sound.map(fix).collect())
}
