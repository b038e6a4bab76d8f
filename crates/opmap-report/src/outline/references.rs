//! Codes of records as links to where they are told: both ways between evidence, findings and recommendations.

use std::collections::BTreeSet;

use opmap_model::{Document, EvidenceId, KeptFindingId, Progress};

use super::{Reference, anchor};

/// The evidence that the report tells, in its order.
pub(super) fn evidence(document: &Document, ids: &BTreeSet<EvidenceId>) -> Vec<Reference> {
    let told = document.evidence_in_order().into_iter().filter(|(id, it)| ids.contains(id) && !it.internal);
    told.map(|(id, it)| Reference { words: it.code(), anchor: anchor::evidence(id) }).collect()
}

/// The findings, in their order.
pub(super) fn findings(document: &Document, ids: &BTreeSet<KeptFindingId>) -> Vec<Reference> {
    let kept = document.findings_in_order().into_iter().filter(|(id, _)| ids.contains(id));
    kept.map(|(id, it)| Reference { words: it.code(), anchor: anchor::finding(id) }).collect()
}

/// The findings that rest on a piece of evidence, in their order.
pub(super) fn resting_on(document: &Document, evidence: EvidenceId) -> Vec<Reference> {
    let resting = document.findings().iter().filter(|(_, it)| it.evidence.contains(&evidence));
    findings(document, &resting.map(|(id, _)| *id).collect())
}

/// The recommendations that answer a finding and were not dropped, in the order in which they were put.
pub(super) fn answering(document: &Document, finding: KeptFindingId) -> Vec<Reference> {
    let answers = document.recommendations_in_order().into_iter();
    let answers =
        answers.filter(|(_, it)| it.addresses.contains(&finding) && it.progress != Some(Progress::Dropped));
    answers.map(|(id, it)| Reference { words: it.code(), anchor: anchor::recommendation(id) }).collect()
}
