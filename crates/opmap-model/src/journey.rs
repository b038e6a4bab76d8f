//! A customer journey, held in up to three states.

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::rank::Ranked;
use crate::{JourneyId, Keyword, PersonaId, Rank, Refusal, RoleId, Title, register};

/// A customer journey. Its maps are its stages and lanes, one set for each [`State`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Journey {
    /// Where it stands among the journeys.
    pub rank: Rank,
    /// What it is called.
    pub title: Title,
    /// The one role that answers for the whole of it (R16).
    pub owner: Option<RoleId>,
    /// The persona that it is told about.
    pub persona: Option<PersonaId>,
}

/// One of the ways in which a journey exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// What the handbook says.
    AsDesigned,
    /// What really happens; on screen *As-is*.
    AsLived,
    /// What is wanted: the option that was chosen.
    ToBe,
    /// Another option of what could be wanted.
    OptionB,
    /// A third one.
    OptionC,
}

/// One part of a journey, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum JourneyField {
    /// Its name.
    Title(Title),
    /// The role that answers for it.
    Owner(Option<RoleId>),
    /// The persona that it is told about.
    Persona(Option<PersonaId>),
}

impl Journey {
    /// A journey with a title and nothing else.
    #[must_use]
    pub fn new(title: Title) -> Self {
        Self { rank: Rank::default(), title, owner: None, persona: None }
    }
}

impl State {
    /// Whether it is a further option of what could be wanted; a journey without one lacks nothing.
    #[must_use]
    pub fn is_option(self) -> bool {
        matches!(self, Self::OptionB | Self::OptionC)
    }
}

impl Ranked for Journey {
    fn rank(&self) -> Rank {
        self.rank
    }

    fn set_rank(&mut self, rank: Rank) {
        self.rank = rank;
    }
}

impl Keyword for State {
    const ALL: &'static [Self] = &[Self::AsDesigned, Self::AsLived, Self::ToBe, Self::OptionB, Self::OptionC];

    fn key(self) -> &'static str {
        match self {
            Self::AsDesigned => "as-designed",
            Self::AsLived => "as-lived",
            Self::ToBe => "to-be",
            Self::OptionB => "option-b",
            Self::OptionC => "option-c",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::AsDesigned => "As designed",
            Self::AsLived => "As lived",
            Self::ToBe => "To be",
            Self::OptionB => "Option B",
            Self::OptionC => "Option C",
        }
    }
}

impl JourneyField {
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Title(_) => "Rename",
            Self::Owner(_) => "Set the owner of",
            Self::Persona(_) => "Set the persona of",
        }
    }
}

pub(crate) fn add(
    draft: &mut Draft<'_>,
    id: JourneyId,
    journey: &Journey,
    before: Option<JourneyId>,
) -> Result<(), Refusal> {
    if let Some(owner) = journey.owner {
        draft.get(owner)?;
    }
    if let Some(persona) = journey.persona {
        draft.get(persona)?;
    }
    register::add(draft, id, journey, before)
}

pub(crate) fn set(draft: &mut Draft<'_>, id: JourneyId, field: &JourneyField) -> Result<(), Refusal> {
    match field {
        JourneyField::Owner(Some(owner)) => drop(draft.get(*owner)?),
        JourneyField::Persona(Some(persona)) => drop(draft.get(*persona)?),
        _ => {}
    }
    draft.update(id, |journey| match field.clone() {
        JourneyField::Title(it) => journey.title = it,
        JourneyField::Owner(it) => journey.owner = it,
        JourneyField::Persona(it) => journey.persona = it,
    })
}
