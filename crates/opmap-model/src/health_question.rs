//! The health check: how a shift is lived day by day, seen from the commercial and from the operational side (1.10).

mod usual;

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::rank::{Ranked, place};
use crate::{Answer, Document, HealthQuestionId, Keyword, Rank, Refusal, Shift, Text, Title};

pub use usual::usual_questions;

/// One question of the health check. It feeds a proposal for the score of its shift and never changes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HealthQuestion {
    /// Where it stands among the questions about its shift.
    pub rank: Rank,
    /// What it is about.
    pub shift: Shift,
    /// What is asked: best a sentence that holds from 1, not at all, to 5, fully.
    pub title: Title,
    /// How far it holds as those see it who sell.
    pub commercial: Option<Answer>,
    /// How far it holds as those see it who serve.
    pub operational: Option<Answer>,
    /// What else is to be said.
    pub note: Option<Text>,
}

/// From which side a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// As those see it who sell.
    Commercial,
    /// As those see it who serve.
    Operational,
}

/// One part of a question, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum HealthQuestionField {
    /// What is asked.
    Title(Title),
    /// What one side answers; none takes it back.
    Answer(Side, Option<Answer>),
    /// Its note.
    Note(Option<Text>),
}

impl HealthQuestion {
    /// A question that nobody has answered.
    #[must_use]
    pub fn new(shift: Shift, title: Title) -> Self {
        Self { rank: Rank::default(), shift, title, commercial: None, operational: None, note: None }
    }

    /// What one side answers; none is *not set*.
    #[must_use]
    pub fn answer(&self, side: Side) -> Option<Answer> {
        match side {
            Side::Commercial => self.commercial,
            Side::Operational => self.operational,
        }
    }
}

impl Document {
    /// The usual questions about a shift that are not asked here, by their words.
    #[must_use]
    pub fn usual_questions_missing(&self, shift: Shift) -> Vec<Title> {
        let asked = self.health_questions_of(shift);
        let is_asked = |title: &Title| asked.iter().any(|(_, it)| it.title == *title);
        let usual = usual_questions(shift).into_iter().filter_map(|it| Title::new(it).ok());
        usual.filter(|it| !is_asked(it)).collect()
    }
}

impl Ranked for HealthQuestion {
    fn rank(&self) -> Rank {
        self.rank
    }

    fn set_rank(&mut self, rank: Rank) {
        self.rank = rank;
    }
}

impl Keyword for Side {
    const ALL: &'static [Self] = &[Self::Commercial, Self::Operational];

    fn key(self) -> &'static str {
        match self {
            Self::Commercial => "commercial",
            Self::Operational => "operational",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Commercial => "Commercial",
            Self::Operational => "Operational",
        }
    }
}

impl HealthQuestionField {
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Title(_) => "Reword question",
            Self::Answer(Side::Commercial, _) => "Set the commercial answer to",
            Self::Answer(Side::Operational, _) => "Set the operational answer to",
            Self::Note(_) => "Set the note of question",
        }
    }
}

pub(crate) fn add(
    draft: &mut Draft<'_>,
    id: HealthQuestionId,
    question: &HealthQuestion,
    before: Option<HealthQuestionId>,
) -> Result<(), Refusal> {
    let siblings = draft.siblings(id, |it: &HealthQuestion| it.shift == question.shift);
    draft.add(id, question.clone())?;
    place::<HealthQuestion>(draft, &siblings, &[id], before)
}

pub(crate) fn set(
    draft: &mut Draft<'_>,
    id: HealthQuestionId,
    field: &HealthQuestionField,
) -> Result<(), Refusal> {
    draft.update(id, |question| match field.clone() {
        HealthQuestionField::Title(it) => question.title = it,
        HealthQuestionField::Answer(Side::Commercial, it) => question.commercial = it,
        HealthQuestionField::Answer(Side::Operational, it) => question.operational = it,
        HealthQuestionField::Note(it) => question.note = it,
    })
}

/// Moves a question among those about its shift.
pub(crate) fn reorder(
    draft: &mut Draft<'_>,
    id: HealthQuestionId,
    before: Option<HealthQuestionId>,
) -> Result<(), Refusal> {
    let shift = draft.get(id)?.shift;
    let siblings = draft.siblings(id, |it: &HealthQuestion| it.shift == shift);
    place::<HealthQuestion>(draft, &siblings, &[id], before)
}
