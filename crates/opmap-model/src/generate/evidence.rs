//! Made-up evidence, and random edits of it.

use super::edits::{some_id, with};
use super::{Dice, put, text, title};
use crate::{
    Change, Document, Edit, Evidence, EvidenceField, EvidenceGrade, EvidenceId, EvidenceKind, Keyword, Rank,
    RecordId, Shift, StepId,
};

/// A piece of evidence about every thirtieth step, and about a shift.
pub(super) fn made_up(dice: &mut Dice, change: &mut Change, steps: &[StepId]) {
    for (number, step) in (1..).zip(steps.iter().step_by(30)) {
        let mut evidence = Evidence { number, rank: Rank(i64::from(number) << 16), ..some(dice) };
        evidence.about.insert(RecordId::Step(*step));
        put(change, EvidenceId(dice.uuid()), evidence);
    }
}

fn some(dice: &mut Dice) -> Evidence {
    let kind = dice.pick(EvidenceKind::ALL).copied().unwrap_or(EvidenceKind::Quote);
    let mut evidence = Evidence::new(kind, text(&format!("Waited {} hours.", 1 + dice.below(90))));
    evidence.grade = dice.pick(EvidenceGrade::ALL).copied();
    evidence.source = (dice.below(2) == 0).then(|| title("Interview in March"));
    evidence.page = (kind == EvidenceKind::Document).then(|| title("p. 12"));
    evidence.internal = dice.below(4) == 0;
    evidence.shifts = dice.pick(Shift::ALL).copied().into_iter().collect();
    evidence
}

/// An edit of evidence.
pub(super) fn edit(document: &Document, dice: &mut Dice) -> Edit {
    match dice.below(8) {
        0 => with(some_id(document, dice), |id| Edit::RemoveEvidence { id }),
        1 => with(some_id(document, dice), |id| Edit::MoveEvidence { id, before: some_id(document, dice) }),
        2..=4 => with(some_id(document, dice), |id| Edit::SetEvidence { id, field: field(document, dice) }),
        _ => {
            let mut evidence = some(dice);
            evidence.about = some_record(document, dice).into_iter().collect();
            Edit::AddEvidence { id: EvidenceId(dice.uuid()), evidence: Box::new(evidence), before: None }
        }
    }
}

pub(super) fn some_record(document: &Document, dice: &mut Dice) -> Option<RecordId> {
    match dice.below(8) {
        0 => some_id(document, dice).map(RecordId::Role),
        1 => some_id(document, dice).map(RecordId::Lane),
        2 => some_id(document, dice).map(RecordId::Connector),
        3 => some_id(document, dice).map(RecordId::Journey),
        4 => some_id(document, dice).map(RecordId::Decision),
        5 => some_id(document, dice).map(RecordId::Channel),
        _ => some_id(document, dice).map(RecordId::Step),
    }
}

fn field(document: &Document, dice: &mut Dice) -> EvidenceField {
    let (made, on) = (some(dice), dice.below(4) > 0);
    let shift = dice.pick(Shift::ALL).copied().unwrap_or(Shift::Roles);
    match dice.below(9) {
        0 => EvidenceField::Kind(made.kind),
        1 => EvidenceField::Text(made.text),
        2 => EvidenceField::Source(made.source),
        3 => EvidenceField::Page(made.page),
        4 => EvidenceField::Grade(made.grade),
        5 => EvidenceField::Internal(made.internal),
        6 => EvidenceField::Shift(shift, on),
        _ => match some_record(document, dice) {
            Some(record) => EvidenceField::About(record, on),
            None => EvidenceField::Date(None),
        },
    }
}
