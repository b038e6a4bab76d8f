//! A customer journey, held in up to three states.

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::rank::{Ranked, place};
use crate::{JourneyId, Keyword, Rank, RecordId, Refusal, RoleId, Title, tables};

/// A customer journey. Its maps are its stages and lanes, one set for each [`State`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Journey {
    /// Where it stands among the journeys.
    pub rank: Rank,
    /// What it is called.
    pub title: Title,
    /// The one role that answers for the whole of it (R16).
    pub owner: Option<RoleId>,
}

/// One of the three ways in which a journey exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// What the handbook says.
    AsDesigned,
    /// What really happens; on screen *As-is*.
    AsLived,
    /// What is wanted.
    ToBe,
}

/// One part of a journey, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum JourneyField {
    /// Its name.
    Title(Title),
    /// The role that answers for it.
    Owner(Option<RoleId>),
}

impl Journey {
    /// A journey with a title and nothing else.
    #[must_use]
    pub fn new(title: Title) -> Self {
        Self { rank: Rank::default(), title, owner: None }
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
    const ALL: &'static [Self] = &[Self::AsDesigned, Self::AsLived, Self::ToBe];

    fn key(self) -> &'static str {
        match self {
            Self::AsDesigned => "as-designed",
            Self::AsLived => "as-lived",
            Self::ToBe => "to-be",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::AsDesigned => "As designed",
            Self::AsLived => "As lived",
            Self::ToBe => "To be",
        }
    }
}

impl JourneyField {
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Title(_) => "Rename",
            Self::Owner(_) => "Set the owner of",
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
    let siblings = draft.siblings(id, |_: &Journey| true);
    draft.add(id, journey.clone())?;
    place::<Journey>(draft, &siblings, &[id], before)
}

pub(crate) fn set(draft: &mut Draft<'_>, id: JourneyId, field: &JourneyField) -> Result<(), Refusal> {
    if let JourneyField::Owner(Some(owner)) = field {
        draft.get(*owner)?;
    }
    draft.update(id, |journey| match field.clone() {
        JourneyField::Title(it) => journey.title = it,
        JourneyField::Owner(it) => journey.owner = it,
    })
}

pub(crate) fn reorder(
    draft: &mut Draft<'_>,
    id: JourneyId,
    before: Option<JourneyId>,
) -> Result<(), Refusal> {
    draft.get(id)?;
    let siblings = draft.siblings(id, |_: &Journey| true);
    place::<Journey>(draft, &siblings, &[id], before)
}

pub(crate) fn remove(draft: &mut Draft<'_>, id: JourneyId) -> Result<(), Refusal> {
    tables::remove_cascading(draft, &[RecordId::Journey(id)])
}
