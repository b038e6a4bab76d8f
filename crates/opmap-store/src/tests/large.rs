//! Records as large as they can get.

use opmap_model::generate::{self, Options};
use opmap_model::{
    Change, Document, Edit, Evidence, EvidenceField, EvidenceGrade, EvidenceId, EvidenceKind, KeptFinding,
    KeptFindingField, KeptFindingId, RecordId, Refusal, Severity, Source, StepId, Swap, Text, Title,
    WorkshopField,
};
use rusqlite::limits::Limit;
use uuid::Uuid;

use super::{Place, at, read_anew, retitled};
use crate::{CommitError, DocumentFile};

/// As many as one record can name.
const LINKS: usize = 3_000;

fn longest() -> Text {
    Text::new(&"🚀".repeat(Text::LIMIT)).unwrap()
}

#[test]
fn whatever_the_workshop_allows_can_be_saved_and_changed_again() {
    let place = Place::new();
    let document = generate::document(&Options { steps: LINKS, lanes: 5, stages: 6, seed: 1 });
    let steps: Vec<RecordId> = document.steps().keys().map(|it| RecordId::Step(*it)).collect();
    let mut file = DocumentFile::create(&place.path, &document, at(0)).unwrap();
    let mut evidence = Evidence::new(EvidenceKind::Quote, longest());
    evidence.about.extend(&steps);
    let mut finding = KeptFinding::new(longest());
    let source = |it: &RecordId| Source { rule: Title::new("R12").unwrap(), about: Some(*it), point: 0 };
    finding.sources = steps.iter().map(source).collect();
    finding.note = Some(longest());
    let (told, kept) = (EvidenceId(Uuid::from_u128(1)), KeptFindingId(Uuid::from_u128(2)));
    let edits = [
        Edit::AddEvidence { id: told, evidence: Box::new(evidence), before: None },
        Edit::SetEvidence { id: told, field: EvidenceField::Grade(Some(EvidenceGrade::Data)) },
        Edit::AddFinding { id: kept, finding: Box::new(finding), before: None },
        Edit::SetFinding { id: kept, field: KeptFindingField::Severity(Severity::Error) },
    ];
    for edit in &edits {
        file.commit(file.revision(), edit, at(1)).unwrap();
    }
    assert!(read_anew(&place.path) == *file.document());
    while file.undo(file.revision(), at(2)).unwrap().is_some() {}
    assert!(*file.document() == document);
}

/// A workshop with a finding that so many things have found at one step, some 900 bytes each.
fn found_by(sources: u32) -> (Document, KeptFindingId, StepId) {
    let id = KeptFindingId(Uuid::from_u128(2));
    let mut document = generate::document(&Options { steps: 20, lanes: 5, stages: 6, seed: 1 });
    let step = *document.steps().keys().next().unwrap();
    let finding = Box::new(KeptFinding::new(longest()));
    let change = Edit::AddFinding { id, finding, before: None }.plan(&document).unwrap();
    document.apply(&change).unwrap();
    // No edit gives it so many.
    let before = document.get(id).cloned();
    let mut after = before.clone();
    let rule = Title::new(&"🚀".repeat(Title::LIMIT)).unwrap();
    let source = |point| Source { rule: rule.clone(), about: Some(RecordId::Step(step)), point };
    after.as_mut().unwrap().sources = (0..sources).map(source).collect();
    document.apply(&Change { findings: [(id, Swap { before, after })].into(), ..Change::default() }).unwrap();
    (document, id, step)
}

#[test]
fn what_can_be_opened_can_be_changed_made_smaller_and_removed() {
    let place = Place::new();
    let (document, id, step) = found_by(900);
    let mut file = DocumentFile::create(&place.path, &document, at(0)).unwrap();
    let edits = [
        Edit::SetFinding { id, field: KeptFindingField::Severity(Severity::Error) },
        Edit::RemoveSteps { ids: vec![step] },
        Edit::RemoveFinding { id },
    ];
    for edit in &edits {
        file.commit(file.revision(), edit, at(1)).unwrap();
        assert!(read_anew(&place.path) == *file.document());
    }
    while file.undo(file.revision(), at(2)).unwrap().is_some() {}
    assert!(read_anew(&place.path) == document);
}

#[test]
fn a_record_that_could_not_be_read_again_is_not_written() {
    let (document, ..) = found_by(1_200);
    let place = Place::new();
    assert!(DocumentFile::create(&place.path, &document, at(0)).is_err());
    assert!(!place.path.exists());
}

#[test]
fn what_no_file_can_hold_is_refused_and_stops_nothing_after_it() {
    let place = Place::with_workshop();
    let mut file = place.open();
    let (before, bytes) = (file.document().clone(), place.bytes());
    file.connection().set_limit(Limit::SQLITE_LIMIT_LENGTH, 30_000).unwrap();
    let edit = Edit::SetWorkshop(WorkshopField::Purpose(Some(longest())));
    let error = file.commit(file.revision(), &edit, at(1)).unwrap_err();
    assert!(matches!(error, CommitError::Refused(Refusal::TooLarge)), "{error:?}");
    assert!(file.document() == &before && place.bytes() == bytes);
    file.commit(file.revision(), &retitled("Kick-off"), at(2)).unwrap();
    assert!(read_anew(&place.path) == *file.document());
}
