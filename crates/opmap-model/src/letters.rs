//! Letters: who is responsible, accountable, consulted or informed (RACI).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::tables::References;
use crate::{ActivityId, Document, Keyword, LaneId, Refusal, RoleId, Step, StepId};

/// What a role has to do with something. A cell of the matrix holds one of these and nothing else (R3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Letter {
    /// A: answers for it.
    Accountable,
    /// A/R: answers for it and does it.
    AccountableResponsible,
    /// R: does it.
    Responsible,
    /// C: is asked before.
    Consulted,
    /// I: is told after.
    Informed,
}

/// The letters of one subject, by role. A step holds *nothing here* (`None`) for a role that its lane has a letter for
/// and the step has not (R20).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Letters(BTreeMap<RoleId, Option<Letter>>);

/// What letters are about: a row of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "kebab-case")]
pub enum Subject {
    /// A step of a journey.
    Step(StepId),
    /// An activity outside the journeys.
    Activity(ActivityId),
    /// All steps of a lane, unless they say otherwise (R20).
    Lane(LaneId),
}

/// What is put into a cell of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// This letter.
    Letter(Letter),
    /// Nothing, even where the lane has a letter.
    Nothing,
    /// Whatever the lane says; for a lane and an activity nothing.
    Inherited,
}

/// One cell of the matrix, set anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterCell {
    /// The row.
    pub subject: Subject,
    /// The column.
    pub role: RoleId,
    /// What it is to hold.
    pub mark: Mark,
}

/// A letter that holds, and where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeldLetter {
    /// The role.
    pub role: RoleId,
    /// Its letter.
    pub letter: Letter,
    /// Whether it is that of the lane (R20).
    pub inherited: bool,
}

impl Letter {
    /// Whether it answers: A or A/R.
    #[must_use]
    pub fn answers(self) -> bool {
        matches!(self, Self::Accountable | Self::AccountableResponsible)
    }

    /// Whether it does: R or A/R.
    #[must_use]
    pub fn does(self) -> bool {
        matches!(self, Self::Responsible | Self::AccountableResponsible)
    }

    /// The sign in a cell: `A`, `A/R`, `R`, `C` or `I`.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Accountable => "A",
            Self::AccountableResponsible => "A/R",
            Self::Responsible => "R",
            Self::Consulted => "C",
            Self::Informed => "I",
        }
    }

    /// The letter with that [`sign`](Self::sign), in either case.
    #[must_use]
    pub fn from_sign(sign: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.sign().eq_ignore_ascii_case(sign))
    }

    /// The same without answering for it: A/R leaves R, A leaves nothing.
    #[must_use]
    pub fn without_answering(self) -> Option<Self> {
        match self {
            Self::Accountable => None,
            Self::AccountableResponsible => Some(Self::Responsible),
            other => Some(other),
        }
    }

    /// The same, answering for it: R becomes A/R, anything else A.
    #[must_use]
    pub fn answering(self) -> Self {
        if self.does() { Self::AccountableResponsible } else { Self::Accountable }
    }

    /// What one role holds that was two: A and R together are A/R, else the weightier of the two.
    fn joined(self, other: Self) -> Self {
        if (self.answers() && other.does()) || (self.does() && other.answers()) {
            Self::AccountableResponsible
        } else {
            self.min(other)
        }
    }
}

impl Keyword for Letter {
    const ALL: &'static [Self] = &[
        Self::Accountable,
        Self::AccountableResponsible,
        Self::Responsible,
        Self::Consulted,
        Self::Informed,
    ];

    fn key(self) -> &'static str {
        match self {
            Self::Accountable => "accountable",
            Self::AccountableResponsible => "accountable-responsible",
            Self::Responsible => "responsible",
            Self::Consulted => "consulted",
            Self::Informed => "informed",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Accountable => "Accountable",
            Self::AccountableResponsible => "Accountable and responsible",
            Self::Responsible => "Responsible",
            Self::Consulted => "Consulted",
            Self::Informed => "Informed",
        }
    }
}

impl Letters {
    /// No letters.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// What a subject says itself of each role: a letter, or `None` for *nothing here*.
    pub fn iter(&self) -> impl Iterator<Item = (RoleId, Option<Letter>)> + '_ {
        self.0.iter().map(|(role, letter)| (*role, *letter))
    }

    /// What it says of one role; `None` when it says nothing.
    #[must_use]
    pub fn of(&self, role: RoleId) -> Option<Option<Letter>> {
        self.0.get(&role).copied()
    }

    /// Whether nothing is said of any role.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn insert(&mut self, role: RoleId, letter: Option<Letter>) {
        self.0.insert(role, letter);
    }
}

impl FromIterator<(RoleId, Option<Letter>)> for Letters {
    fn from_iter<T: IntoIterator<Item = (RoleId, Option<Letter>)>>(letters: T) -> Self {
        Self(letters.into_iter().collect())
    }
}

impl References<RoleId> for Letters {
    fn referred(&self) -> impl Iterator<Item = RoleId> + '_ {
        self.0.keys().copied()
    }

    fn refer_anew(&mut self, become_of: impl Fn(RoleId) -> Option<RoleId>) {
        let mut anew: BTreeMap<RoleId, Option<Letter>> = BTreeMap::new();
        for (role, letter) in &self.0 {
            let Some(role) = become_of(*role) else { continue };
            let held = anew.entry(role).or_insert(*letter);
            *held = of_both(*held, *letter);
        }
        self.0 = anew;
    }
}

/// What one role holds that was two, each with a letter or nothing.
fn of_both(one: Option<Letter>, other: Option<Letter>) -> Option<Letter> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.joined(other)),
        (one, other) => one.or(other),
    }
}

/// The letters that hold for a step: its own, and those of its lane that it does not replace (R20); by role.
fn of_step(own: &Letters, lane: Option<&Letters>) -> Vec<HeldLetter> {
    let held =
        |role, letter: Option<Letter>, inherited| letter.map(|letter| HeldLetter { role, letter, inherited });
    let mut found = Vec::with_capacity(own.0.len() + lane.map_or(0, |it| it.0.len()));
    found.extend(own.iter().filter_map(|(role, letter)| held(role, letter, false)));
    if let Some(lane) = lane.filter(|it| !it.is_empty()) {
        let inherited = lane.iter().filter(|(role, _)| own.of(*role).is_none());
        found.extend(inherited.filter_map(|(role, letter)| held(role, letter, true)));
        found.sort_unstable_by_key(|it| it.role);
    }
    found
}

impl Document {
    /// The letters that hold for a step, in the order of the identities of their roles.
    #[must_use]
    pub fn letters_of_step(&self, step: &Step) -> Vec<HeldLetter> {
        of_step(&step.letters, self.get(step.lane).map(|it| &it.letters))
    }

    /// The roles that answer for a step, in the order of their identities.
    #[must_use]
    pub fn accountable_for_step(&self, step: &Step) -> Vec<RoleId> {
        let answers = |(role, letter): (RoleId, Option<Letter>)| letter?.answers().then_some(role);
        let of_lane = self.get(step.lane).into_iter().flat_map(|it| it.letters.iter());
        let inherited = of_lane.filter_map(answers).filter(|role| step.letters.of(*role).is_none());
        let mut found: Vec<RoleId> = step.letters.iter().filter_map(answers).chain(inherited).collect();
        found.sort_unstable();
        found
    }

    /// The letters that hold for a row of the matrix; empty when the row is gone.
    #[must_use]
    pub fn letters(&self, subject: Subject) -> Vec<HeldLetter> {
        match subject {
            Subject::Step(id) => self.get(id).map(|it| self.letters_of_step(it)).unwrap_or_default(),
            Subject::Lane(id) => self.get(id).map(|it| of_step(&it.letters, None)).unwrap_or_default(),
            Subject::Activity(id) => self.get(id).map(|it| of_step(&it.letters, None)).unwrap_or_default(),
        }
    }
}

/// Sets cells of the matrix: one, or all that are filled or pasted at once. Those of lanes come first, so that a step
/// whose lane gets a letter in the same gesture can be without it.
pub(crate) fn set(draft: &mut Draft<'_>, cells: &[LetterCell]) -> Result<(), Refusal> {
    let is_of_lane = |it: &&LetterCell| matches!(it.subject, Subject::Lane(_));
    let others = cells.iter().filter(|it| !is_of_lane(it));
    cells.iter().filter(is_of_lane).chain(others).try_for_each(|cell| set_cell(draft, *cell))
}

fn set_cell(draft: &mut Draft<'_>, cell: LetterCell) -> Result<(), Refusal> {
    let LetterCell { subject, role, mark } = cell;
    draft.get(role)?;
    let inherits = match subject {
        Subject::Step(id) => draft.get(draft.get(id)?.lane)?.letters.of(role).is_some(),
        Subject::Lane(_) | Subject::Activity(_) => false,
    };
    update(draft, subject, |letters| match mark {
        Mark::Letter(letter) => letters.insert(role, Some(letter)),
        Mark::Nothing if inherits => letters.insert(role, None),
        Mark::Nothing | Mark::Inherited => drop(letters.0.remove(&role)),
    })
}

/// Gives the A to one role and takes it from all others: A/R becomes R, A becomes nothing.
pub(crate) fn move_accountable(draft: &mut Draft<'_>, subject: Subject, to: RoleId) -> Result<(), Refusal> {
    let held = match subject {
        Subject::Step(id) => {
            let step = draft.get(id)?;
            of_step(&step.letters, Some(&draft.get(step.lane)?.letters))
        }
        Subject::Lane(id) => of_step(&draft.get(id)?.letters, None),
        Subject::Activity(id) => of_step(&draft.get(id)?.letters, None),
    };
    let now = held.iter().find(|it| it.role == to).map_or(Letter::Accountable, |it| it.letter.answering());
    let others = held.iter().filter(|it| it.role != to && it.letter.answers()).map(|it| {
        let mark = it.letter.without_answering().map_or(Mark::Nothing, Mark::Letter);
        LetterCell { subject, role: it.role, mark }
    });
    let mut cells: Vec<LetterCell> = others.collect();
    cells.push(LetterCell { subject, role: to, mark: Mark::Letter(now) });
    set(draft, &cells)
}

/// Joins what two roles hold at each step that says something of either, before one role is made of both: what a step has
/// from its lane (R20) counts as much as what it says itself. Lanes and activities are left as they are.
pub(crate) fn join_at_steps(draft: &mut Draft<'_>, from: RoleId, into: RoleId) -> Result<(), Refusal> {
    let mut joined = Vec::new();
    for (id, step) in draft.iter::<Step>() {
        let own = &step.letters;
        if own.of(from).or(own.of(into)).is_some() {
            let lane = &draft.get(step.lane)?.letters;
            joined.extend(joined_at_step(own, lane, from, into).map(|letters| (id, letters)));
        }
    }
    joined.into_iter().try_for_each(|(id, letters)| draft.update(id, |it| it.letters = letters))
}

/// The own letters of a step once `into` holds what `from` held there too; none when `from` has nothing to do with it. A
/// letter that the step says itself stays its own; what only the lane says stays with the lane.
fn joined_at_step(own: &Letters, lane: &Letters, from: RoleId, into: RoleId) -> Option<Letters> {
    own.of(from).or(lane.of(from))?;
    let held = |role| own.of(role).or(lane.of(role)).flatten();
    let joined = of_both(held(from), held(into));
    let of_lane = of_both(lane.of(from).flatten(), lane.of(into).flatten());
    let is_own = joined.is_some() && [from, into].iter().any(|role| own.of(*role) == Some(joined));
    let mut letters = own.clone();
    letters.0.remove(&from);
    letters.0.remove(&into);
    if is_own || joined != of_lane {
        letters.insert(into, joined);
    }
    Some(letters)
}

fn update(draft: &mut Draft<'_>, subject: Subject, edit: impl FnOnce(&mut Letters)) -> Result<(), Refusal> {
    match subject {
        Subject::Step(id) => draft.update(id, |it| edit(&mut it.letters)),
        Subject::Lane(id) => draft.update(id, |it| edit(&mut it.letters)),
        Subject::Activity(id) => draft.update(id, |it| edit(&mut it.letters)),
    }
}
