//! What would settle findings about who does and who answers.

use std::collections::BTreeMap;

use opmap_model::{
    Document, Edit, HeldLetter, JourneyId, Lane, Letter, LetterCell, Mark, RecordId, RoleId, Subject, Title,
};

use super::{Fix, for_each};
use crate::Finding;

/// A row of the matrix, as far as it says who could answer for it.
pub(super) struct Row<'a> {
    document: &'a Document,
    subject: Subject,
    /// In the order of the roles.
    held: Vec<HeldLetter>,
    /// The lane of a step.
    lane: Option<&'a Lane>,
}

impl<'a> Row<'a> {
    pub(super) fn of(document: &'a Document, record: &RecordId) -> Option<Self> {
        let (subject, lane) = match *record {
            RecordId::Step(id) => (Subject::Step(id), document.get(document.get(id)?.lane)),
            RecordId::Activity(id) => (Subject::Activity(id), None),
            _ => return None,
        };
        let mut held = document.letters(subject);
        held.sort_by_key(|it| (document.get(it.role).map(|role| role.rank), it.role));
        Some(Self { document, subject, held, lane })
    }

    fn holding(&self, holds: impl Fn(Letter) -> bool) -> Vec<RoleId> {
        self.held.iter().filter(|it| holds(it.letter)).map(|it| it.role).collect()
    }

    fn lane_role(&self) -> Option<RoleId> {
        self.lane?.role
    }

    /// Who could answer for it, the likeliest first: the leads of those who do it, these themselves, the role of its
    /// lane, and the owner of its journey; each one position of the company (R13, R14).
    pub(super) fn could_answer(&self) -> Vec<RoleId> {
        let does = self.holding(Letter::does);
        let leads: Vec<RoleId> = does.iter().filter_map(|id| self.document.get(*id)?.reports_to).collect();
        let owner = self.lane.and_then(|it| self.document.get(it.journey)?.owner);
        let all = leads.into_iter().chain(does).chain(self.lane_role()).chain(owner);
        all.filter(|id| is_position(self.document, *id)).collect()
    }

    /// The edit that gives R to a role, beside the A that it may have.
    fn give_responsible(&self, role: RoleId) -> Edit {
        let answers = self.held.iter().any(|it| it.role == role && it.letter.answers());
        let letter = if answers { Letter::AccountableResponsible } else { Letter::Responsible };
        Edit::SetLetters {
            cells: vec![LetterCell { subject: self.subject, role, mark: Mark::Letter(letter) }],
        }
    }

    fn responsible(&self, roles: impl IntoIterator<Item = RoleId>) -> Vec<Fix> {
        for_each(self.document, roles, |title| format!("R to {title}"), |role| self.give_responsible(role))
    }

    fn accountable(&self, roles: impl IntoIterator<Item = RoleId>, verb: &str) -> Vec<Fix> {
        let label = |title: &Title| format!("{verb} {title}");
        for_each(self.document, roles, label, |to| Edit::MoveAccountable { subject: self.subject, to })
    }
}

/// Whether a role is one position of the company itself.
fn is_position(document: &Document, id: RoleId) -> bool {
    document.get(id).is_some_and(|it| !it.committee && !it.is_external())
}

/// R1 and B5: where no one answers, someone who could; where several do, one of them.
pub(super) fn one_accountable(document: &Document, finding: &Finding) -> Option<Vec<Fix>> {
    let row = Row::of(document, finding.records.first()?)?;
    let answer = row.holding(Letter::answers);
    match answer.len() {
        0 => Some(row.accountable(row.could_answer(), "A to")),
        1 => None,
        _ => Some(row.accountable(answer, "Keep")),
    }
}

/// R13 and R14: someone else who could answer.
pub(super) fn another_accountable(document: &Document, finding: &Finding) -> Option<Vec<Fix>> {
    let [row, RecordId::Role(holder)] = finding.records.as_slice() else { return None };
    let row = Row::of(document, row)?;
    row.holding(Letter::answers).contains(holder).then(|| row.accountable(row.could_answer(), "A to"))
}

/// R17: someone who could answer for it and does not do it.
pub(super) fn someone_else_answers(document: &Document, finding: &Finding) -> Option<Vec<Fix>> {
    let [row, RecordId::Role(holder)] = finding.records.as_slice() else { return None };
    let row = Row::of(document, row)?;
    let does = row.holding(Letter::does);
    let others = row.could_answer().into_iter().filter(|it| !does.contains(it));
    let both = |it: &HeldLetter| it.role == *holder && it.letter == Letter::AccountableResponsible;
    row.held.iter().any(both).then(|| row.accountable(others, "A to"))
}

/// R2: the role of the lane does it, or who answers for it does it too.
pub(super) fn someone_does(document: &Document, finding: &Finding) -> Option<Vec<Fix>> {
    let row = Row::of(document, finding.records.first()?)?;
    let could = row.lane_role().into_iter().chain(row.holding(Letter::answers));
    row.holding(Letter::does).is_empty().then(|| row.responsible(could))
}

/// R15: the role of the lane does it.
pub(super) fn lane_does(document: &Document, finding: &Finding) -> Option<Vec<Fix>> {
    let row = Row::of(document, finding.records.first()?)?;
    let role = row.lane_role()?;
    (!row.holding(Letter::does).contains(&role)).then(|| row.responsible([role]))
}

/// R7: the roles of the lanes answer for what has no letter yet, and do it.
pub(super) fn assigned_to_lanes(document: &Document, finding: &Finding) -> Option<Vec<Fix>> {
    let rows = finding.records.iter().filter_map(|it| Row::of(document, it));
    let cell = |row: Row<'_>| {
        let role = row.lane_role().filter(|id| is_position(document, *id))?;
        let mark = Mark::Letter(Letter::AccountableResponsible);
        Some(LetterCell { subject: row.subject, role, mark })
    };
    let cells: Vec<LetterCell> = rows.filter(|row| row.held.is_empty()).filter_map(cell).collect();
    let first = cells.first()?.role;
    let label = if cells.iter().all(|it| it.role == first) {
        format!("A/R to {}", document.get(first)?.title)
    } else {
        "A/R to the role of each lane".to_owned()
    };
    Some(vec![Fix { label, edit: Edit::SetLetters { cells } }])
}

/// R11: a role that nothing names goes.
pub(super) fn without_idle_role(document: &Document, finding: &Finding) -> Option<Vec<Fix>> {
    let RecordId::Role(id) = *finding.records.first()? else { return None };
    let label = format!("Delete {}", document.get(id)?.title);
    document.held_by_role(id).is_empty().then(|| vec![Fix { label, edit: Edit::RemoveRole { id } }])
}

/// The role that answers for more steps of a journey than any other.
pub(super) fn answers_most(document: &Document, journey: JourneyId) -> Option<RoleId> {
    let steps = document.steps().values();
    let of_journey = steps.filter(|it| document.get(it.stage).is_some_and(|it| it.journey == journey));
    let mut counts: BTreeMap<RoleId, usize> = BTreeMap::new();
    for role in of_journey.flat_map(|it| document.accountable_for_step(it)) {
        *counts.entry(role).or_default() += 1;
    }
    let most = counts.values().copied().max()?;
    let mut with_most = counts.into_iter().filter(|it| it.1 == most);
    let (role, _) = with_most.next()?;
    with_most.next().is_none().then_some(role)
}
