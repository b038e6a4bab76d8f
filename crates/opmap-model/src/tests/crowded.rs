//! How many others one record can name.

use uuid::Uuid;

use super::{after, small};
use crate::crowded::LINK_LIMIT;
use crate::generate::{self, Options};
use crate::{
    Document, Edit, Evidence, EvidenceField, EvidenceGrade, EvidenceId, EvidenceKind, KeptFinding,
    KeptFindingField, KeptFindingId, RecordId, Refusal, Text,
};

const EVIDENCE: EvidenceId = EvidenceId(Uuid::from_u128(1));
const FINDINGS: [KeptFindingId; 2] = [KeptFindingId(Uuid::from_u128(2)), KeptFindingId(Uuid::from_u128(3))];

/// A workshop with a few more steps than one record can name.
fn large() -> Document {
    generate::document(&Options { steps: LINK_LIMIT + 10, lanes: 5, stages: 6, seed: 1 })
}

fn steps(document: &Document, count: usize) -> Vec<RecordId> {
    document.steps().keys().take(count).map(|it| RecordId::Step(*it)).collect()
}

fn evidence(about: Vec<RecordId>) -> Evidence {
    let mut evidence = Evidence::new(EvidenceKind::Quote, Text::new("Nobody knew.").unwrap());
    evidence.about.extend(about);
    evidence
}

fn link(record: RecordId, is_about: bool) -> Edit {
    Edit::SetEvidence { id: EVIDENCE, field: EvidenceField::About(record, is_about) }
}

#[test]
fn a_piece_of_evidence_is_about_so_many_elements_and_no_more() {
    let document = large();
    let add = |count| Edit::AddEvidence {
        id: EVIDENCE,
        evidence: Box::new(evidence(steps(&document, count))),
        before: None,
    };
    let refused = Refusal::TooManyLinks { record: RecordId::Evidence(EVIDENCE), limit: LINK_LIMIT };
    assert_eq!(add(LINK_LIMIT + 1).plan(&document), Err(refused));
    let full = after(&document, &add(LINK_LIMIT));
    let next = steps(&document, LINK_LIMIT + 1)[LINK_LIMIT];
    assert_eq!(link(next, true).plan(&full), Err(refused));
    let (one, graded) = (steps(&document, 1)[0], EvidenceField::Grade(Some(EvidenceGrade::Data)));
    after(&full, &Edit::SetEvidence { id: EVIDENCE, field: graded });
    after(&after(&full, &link(one, false)), &link(next, true));
}

#[test]
fn findings_that_name_too_many_together_are_not_made_one() {
    let mut document = large();
    let all = steps(&document, LINK_LIMIT + 1);
    for (id, about) in FINDINGS.into_iter().zip(all.chunks(LINK_LIMIT / 2 + 1)) {
        let mut finding = KeptFinding::new(Text::new("Nobody knew.").unwrap());
        finding.about.extend(about);
        document = after(&document, &Edit::AddFinding { id, finding: Box::new(finding), before: None });
    }
    let merged = Edit::MergeFindings { from: FINDINGS.to_vec(), into: FINDINGS[0] };
    let refused = Refusal::TooManyLinks { record: RecordId::KeptFinding(FINDINGS[0]), limit: LINK_LIMIT };
    assert_eq!(merged.plan(&document), Err(refused));
    let unlinked = KeptFindingField::About(all[0], false);
    let fewer = after(&document, &Edit::SetFinding { id: FINDINGS[0], field: unlinked });
    after(&fewer, &merged);
}

#[test]
fn what_names_more_already_can_be_changed_but_not_be_given_more() {
    let mut document = large();
    let all = steps(&document, LINK_LIMIT + 10);
    document
        .evidence
        .insert(EVIDENCE, Evidence { number: 1_000, ..evidence(all[..LINK_LIMIT + 5].to_vec()) });
    assert_eq!(document.violations(), []);
    let graded = EvidenceField::Grade(Some(EvidenceGrade::Data));
    let document = after(&document, &Edit::SetEvidence { id: EVIDENCE, field: graded });
    let document = after(&document, &link(all[0], false));
    assert!(link(all[0], true).plan(&document).is_err());
}

#[test]
fn the_refusal_says_what_to_do() {
    let record = small().steps().keys().next().map(|it| RecordId::Step(*it)).unwrap();
    assert_eq!(
        Refusal::TooManyLinks { record, limit: LINK_LIMIT }.to_string(),
        "One step can name at most 3000 others, so nothing was linked. Choose fewer, or add another one for the rest."
    );
}
