//! A role: who does, who answers, who decides. Never a person (R12).

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::rank::Ranked;
use crate::{Rank, Refusal, RoleId, Sourcing, Title, register};

/// A role in the organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// Where it stands among the roles.
    pub rank: Rank,
    /// What it is called.
    pub title: Title,
    /// The function it belongs to.
    pub function: Option<Title>,
    /// Its level of authority.
    pub level: Option<Level>,
    /// The role it reports to; the chain never comes back to itself.
    pub reports_to: Option<RoleId>,
    /// Who employs those in it.
    pub sourcing: Option<Sourcing>,
}

/// Level of authority: 1 is the front line, 9 the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Level(u8);

/// One part of a role, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RoleField {
    /// Its name.
    Title(Title),
    /// Its function.
    Function(Option<Title>),
    /// Its level.
    Level(Option<Level>),
    /// The role it reports to.
    ReportsTo(Option<RoleId>),
    /// Who employs those in it.
    Sourcing(Option<Sourcing>),
}

impl Role {
    /// A role with a title and nothing else.
    #[must_use]
    pub fn new(title: Title) -> Self {
        Self { rank: Rank::default(), title, function: None, level: None, reports_to: None, sourcing: None }
    }
}

impl Level {
    /// A level of 1 to 9; none outside.
    #[must_use]
    pub fn new(level: u8) -> Option<Self> {
        (1..=9).contains(&level).then_some(Self(level))
    }

    /// The number, 1 to 9.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Level {
    type Error = &'static str;

    fn try_from(level: u8) -> Result<Self, Self::Error> {
        Self::new(level).ok_or("a level is 1 to 9")
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> Self {
        level.0
    }
}

impl Ranked for Role {
    fn rank(&self) -> Rank {
        self.rank
    }

    fn set_rank(&mut self, rank: Rank) {
        self.rank = rank;
    }
}

impl RoleField {
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Title(_) => "Rename",
            Self::Function(_) => "Set the function of",
            Self::Level(_) => "Set the level of",
            Self::ReportsTo(_) => "Set the lead of",
            Self::Sourcing(_) => "Set the sourcing of",
        }
    }
}

pub(crate) fn add(
    draft: &mut Draft<'_>,
    id: RoleId,
    role: &Role,
    before: Option<RoleId>,
) -> Result<(), Refusal> {
    if let Some(lead) = role.reports_to {
        check_lead(draft, id, lead)?;
    }
    register::add(draft, id, role, before)
}

pub(crate) fn set(draft: &mut Draft<'_>, id: RoleId, field: &RoleField) -> Result<(), Refusal> {
    if let RoleField::ReportsTo(Some(lead)) = field {
        check_lead(draft, id, *lead)?;
    }
    draft.update(id, |role| match field.clone() {
        RoleField::Title(it) => role.title = it,
        RoleField::Function(it) => role.function = it,
        RoleField::Level(it) => role.level = it,
        RoleField::ReportsTo(it) => role.reports_to = it,
        RoleField::Sourcing(it) => role.sourcing = it,
    })
}

/// Walks up from `lead`; meeting `id` on the way would close a circle.
fn check_lead(draft: &Draft<'_>, id: RoleId, lead: RoleId) -> Result<(), Refusal> {
    let mut next = Some(lead);
    while let Some(role) = next {
        if role == id {
            return Err(Refusal::ReportsToItself);
        }
        next = draft.get(role)?.reports_to;
    }
    Ok(())
}
