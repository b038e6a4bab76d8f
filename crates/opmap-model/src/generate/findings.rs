//! Made-up findings that are kept, and random edits of them.

use super::edits::{some_id, some_ids, with};
use super::evidence::some_record;
use super::{Dice, put, text, title};
use crate::{
    Change, Document, Edit, KeptFinding, KeptFindingField, KeptFindingId, Keyword, Rank, RecordId, Severity,
    Shift, Source, StepId,
};

/// A finding of every sixtieth step, each found by a rule.
pub(super) fn made_up(dice: &mut Dice, change: &mut Change, steps: &[StepId]) {
    for (number, step) in (1..).zip(steps.iter().step_by(60)) {
        let mut finding = KeptFinding { number, rank: Rank(i64::from(number) << 16), ..some(dice) };
        finding.about.insert(RecordId::Step(*step));
        finding.sources = [found_at(dice, RecordId::Step(*step))].into_iter().collect();
        finding.evidence.extend(change.evidence.keys().next());
        put(change, KeptFindingId(dice.uuid()), finding);
    }
}

fn some(dice: &mut Dice) -> KeptFinding {
    let mut finding = KeptFinding::new(text(&format!("It happens {} times a day.", 1 + dice.below(90))));
    finding.severity = dice.pick(Severity::ALL).copied().unwrap_or(Severity::Note);
    finding.reworded = dice.below(2) == 0;
    finding.shifts = dice.pick(Shift::ALL).copied().into_iter().collect();
    finding.note = (dice.below(3) == 0).then(|| text("Seen twice."));
    finding
}

fn found_at(dice: &mut Dice, record: RecordId) -> Source {
    let rule = title(dice.pick(&["R1", "R7", "D2", "B6"]).unwrap_or(&"R1"));
    Source { rule, about: Some(record), point: u32::try_from(dice.below(3)).unwrap_or(0) }
}

/// An edit of a finding that is kept.
pub(super) fn edit(document: &Document, dice: &mut Dice) -> Edit {
    match dice.below(10) {
        0 => with(some_id(document, dice), |id| Edit::RemoveFinding { id }),
        1 => with(some_id(document, dice), |id| Edit::MoveFinding { id, before: some_id(document, dice) }),
        2 => {
            with(some_id(document, dice), |into| Edit::MergeFindings { from: some_ids(document, dice), into })
        }
        3..=6 => with(some_id(document, dice), |id| Edit::SetFinding { id, field: field(document, dice) }),
        _ => {
            let mut finding = some(dice);
            finding.about = some_record(document, dice).into_iter().collect();
            finding.evidence = some_id(document, dice).into_iter().collect();
            let at: Option<StepId> = some_id(document, dice);
            finding.sources = at.map(|it| found_at(dice, RecordId::Step(it))).into_iter().collect();
            Edit::AddFinding { id: KeptFindingId(dice.uuid()), finding: Box::new(finding), before: None }
        }
    }
}

fn field(document: &Document, dice: &mut Dice) -> KeptFindingField {
    let (made, on) = (some(dice), dice.below(4) > 0);
    let shift = dice.pick(Shift::ALL).copied().unwrap_or(Shift::Roles);
    match dice.below(7) {
        0 => KeptFindingField::Title(made.title),
        1 => KeptFindingField::Reworded(on),
        2 => KeptFindingField::Severity(made.severity),
        3 => KeptFindingField::Shift(shift, on),
        4 => some_record(document, dice)
            .map_or(KeptFindingField::Note(None), |it| KeptFindingField::About(it, on)),
        5 => some_id(document, dice)
            .map_or(KeptFindingField::Note(None), |it| KeptFindingField::Evidence(it, on)),
        _ => KeptFindingField::Note(made.note),
    }
}
