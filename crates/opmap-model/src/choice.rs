//! An entry of the options log: what was open, what could be done, what was chosen and why (3.11).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::rank::Ranked;
use crate::{ChoiceId, Rank, Refusal, RoleId, Text, Title, register};

/// Something that could be done in several ways, with the one that was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Where it stands among the choices.
    pub rank: Rank,
    /// What was open.
    pub title: Title,
    /// What could be done, one option a line.
    pub options: Option<Text>,
    /// The option that was chosen; not set while it is open.
    pub chosen: Option<Title>,
    /// Why.
    pub reason: Option<Text>,
    /// Who chose.
    pub decided_by: Option<RoleId>,
    /// The day.
    pub decided_on: Option<NaiveDate>,
}

/// One part of a choice, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChoiceField {
    /// What was open.
    Title(Title),
    /// What could be done.
    Options(Option<Text>),
    /// What was chosen.
    Chosen(Option<Title>),
    /// Why.
    Reason(Option<Text>),
    /// Who chose.
    DecidedBy(Option<RoleId>),
    /// The day.
    DecidedOn(Option<NaiveDate>),
}

impl Choice {
    /// A choice that is open.
    #[must_use]
    pub fn new(title: Title) -> Self {
        let rank = Rank::default();
        Self { rank, title, options: None, chosen: None, reason: None, decided_by: None, decided_on: None }
    }
}

impl Ranked for Choice {
    fn rank(&self) -> Rank {
        self.rank
    }

    fn set_rank(&mut self, rank: Rank) {
        self.rank = rank;
    }
}

impl ChoiceField {
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Title(_) => "Reword choice",
            Self::Options(_) => "Set the options of choice",
            Self::Chosen(_) => "Choose in",
            Self::Reason(_) => "Set the reason for choice",
            Self::DecidedBy(_) => "Set who made choice",
            Self::DecidedOn(_) => "Set the day of choice",
        }
    }
}

pub(crate) fn add(
    draft: &mut Draft<'_>,
    id: ChoiceId,
    choice: &Choice,
    before: Option<ChoiceId>,
) -> Result<(), Refusal> {
    choice.decided_by.map(|it| draft.get(it)).transpose()?;
    register::add(draft, id, choice, before)
}

pub(crate) fn set(draft: &mut Draft<'_>, id: ChoiceId, field: &ChoiceField) -> Result<(), Refusal> {
    if let ChoiceField::DecidedBy(Some(role)) = field {
        draft.get(*role)?;
    }
    draft.update(id, |choice| match field.clone() {
        ChoiceField::Title(it) => choice.title = it,
        ChoiceField::Options(it) => choice.options = it,
        ChoiceField::Chosen(it) => choice.chosen = it,
        ChoiceField::Reason(it) => choice.reason = it,
        ChoiceField::DecidedBy(it) => choice.decided_by = it,
        ChoiceField::DecidedOn(it) => choice.decided_on = it,
    })
}
