//! An entry of the log of risks, assumptions and constraints (4.14).

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::rank::Ranked;
use crate::{ConcernId, Keyword, Rank, Rating, Refusal, RoleId, Text, Title, register};

/// What could stand in the way of the roadmap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concern {
    /// Where it stands among the concerns.
    pub rank: Rank,
    /// What sort it is.
    pub kind: ConcernKind,
    /// What it is.
    pub title: Title,
    /// How likely it is, from 1 (hardly) to 5 (almost certain).
    pub likelihood: Option<Rating>,
    /// How much it would do, from 1 (little) to 5 (much).
    pub impact: Option<Rating>,
    /// Who keeps an eye on it.
    pub owner: Option<RoleId>,
    /// What is done about it.
    pub response: Option<Text>,
    /// Whether it is no longer one.
    pub settled: bool,
}

/// What sort of concern it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConcernKind {
    /// It may happen.
    Risk,
    /// It is taken to be so.
    Assumption,
    /// It cannot be changed.
    Constraint,
}

/// One part of a concern, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConcernField {
    /// What sort it is.
    Kind(ConcernKind),
    /// What it is.
    Title(Title),
    /// How likely it is.
    Likelihood(Option<Rating>),
    /// How much it would do.
    Impact(Option<Rating>),
    /// Who keeps an eye on it.
    Owner(Option<RoleId>),
    /// What is done about it.
    Response(Option<Text>),
    /// Whether it is no longer one.
    Settled(bool),
}

impl Concern {
    /// A concern of which nothing more is known.
    #[must_use]
    pub fn new(kind: ConcernKind, title: Title) -> Self {
        let (likelihood, impact, owner, response) = (None, None, None, None);
        Self { rank: Rank::default(), kind, title, likelihood, impact, owner, response, settled: false }
    }
}

impl Ranked for Concern {
    fn rank(&self) -> Rank {
        self.rank
    }

    fn set_rank(&mut self, rank: Rank) {
        self.rank = rank;
    }
}

impl Keyword for ConcernKind {
    const ALL: &'static [Self] = &[Self::Risk, Self::Assumption, Self::Constraint];

    fn key(self) -> &'static str {
        match self {
            Self::Risk => "risk",
            Self::Assumption => "assumption",
            Self::Constraint => "constraint",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Risk => "Risk",
            Self::Assumption => "Assumption",
            Self::Constraint => "Constraint",
        }
    }
}

impl ConcernField {
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Kind(_) => "Set the kind of",
            Self::Title(_) => "Reword",
            Self::Likelihood(_) => "Set the likelihood of",
            Self::Impact(_) => "Set the impact of",
            Self::Owner(_) => "Set the owner of",
            Self::Response(_) => "Set the response to",
            Self::Settled(true) => "Settle",
            Self::Settled(false) => "Open again",
        }
    }
}

pub(crate) fn add(
    draft: &mut Draft<'_>,
    id: ConcernId,
    concern: &Concern,
    before: Option<ConcernId>,
) -> Result<(), Refusal> {
    concern.owner.map(|it| draft.get(it)).transpose()?;
    register::add(draft, id, concern, before)
}

pub(crate) fn set(draft: &mut Draft<'_>, id: ConcernId, field: &ConcernField) -> Result<(), Refusal> {
    if let ConcernField::Owner(Some(role)) = field {
        draft.get(*role)?;
    }
    draft.update(id, |concern| match field.clone() {
        ConcernField::Kind(it) => concern.kind = it,
        ConcernField::Title(it) => concern.title = it,
        ConcernField::Likelihood(it) => concern.likelihood = it,
        ConcernField::Impact(it) => concern.impact = it,
        ConcernField::Owner(it) => concern.owner = it,
        ConcernField::Response(it) => concern.response = it,
        ConcernField::Settled(it) => concern.settled = it,
    })
}
