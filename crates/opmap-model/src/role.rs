//! A role: who does, who answers, who decides. Never a person (R12).

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::rank::Ranked;
use crate::tables::References;
use crate::{
    ChoiceId, ConcernId, ConnectorId, DecisionId, Document, ForumId, JourneyId, LaneId, Letter, Rank,
    RecommendationId, RecoveryCell, Refusal, RoleId, Sourcing, Subject, Title, letters, register, tables,
};

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
    /// Whether those in it meet customers (D11).
    #[serde(default)]
    pub frontline: bool,
    /// Whether it is a group of people rather than one position (R13).
    #[serde(default)]
    pub committee: bool,
    /// Who holds it today; only a label, letters go to the role (R12).
    #[serde(default)]
    pub person: Option<Title>,
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
    /// Whether those in it meet customers.
    Frontline(bool),
    /// Whether it is a group of people.
    Committee(bool),
    /// Who holds it today.
    Person(Option<Title>),
}

impl Role {
    /// Functions that are offered; others can be typed.
    pub const FUNCTIONS: [&str; 6] = ["Marketing", "Sales", "Service", "Back office", "IT", "Partner"];

    /// A role with a title and nothing else.
    #[must_use]
    pub fn new(title: Title) -> Self {
        Self {
            rank: Rank::default(),
            title,
            function: None,
            level: None,
            reports_to: None,
            sourcing: None,
            frontline: false,
            committee: false,
            person: None,
        }
    }

    /// Whether another company holds it (R14).
    #[must_use]
    pub fn is_external(&self) -> bool {
        matches!(self.sourcing, Some(Sourcing::Outsourced | Sourcing::Partner))
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
            Self::Frontline(true) => "Mark as frontline",
            Self::Frontline(false) => "Unmark as frontline",
            Self::Committee(true) => "Mark as committee",
            Self::Committee(false) => "Unmark as committee",
            Self::Person(_) => "Set the holder of",
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
        RoleField::Frontline(it) => role.frontline = it,
        RoleField::Committee(it) => role.committee = it,
        RoleField::Person(it) => role.person = it,
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

/// Makes one role out of two: what refers to `from` refers to `into`, and `from` is gone. What `into` says of itself
/// stays; where it stood below `from` it takes over who that reported to.
pub(crate) fn merge(draft: &mut Draft<'_>, from: RoleId, into: RoleId) -> Result<(), Refusal> {
    draft.get(from)?;
    if from == into {
        return Ok(());
    }
    if let Some(lead) = draft.get(into)?.reports_to
        && check_lead(draft, from, lead).is_err()
    {
        let above = draft.get(from)?.reports_to;
        draft.update(into, |it| it.reports_to = above)?;
    }
    letters::join_at_steps(draft, from, into)?;
    tables::redirect(draft, from, into)?;
    register::remove(draft, from)
}

/// Everything that names a role (R19): what a deletion takes away, and what a role card says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HeldByRole {
    /// Its own letters, those of lanes before those of steps and of activities.
    pub letters: Vec<(Subject, Letter)>,
    /// The journeys that it owns.
    pub journeys: Vec<JourneyId>,
    /// The lanes whose steps it performs.
    pub lanes: Vec<LaneId>,
    /// The handoffs that it owns.
    pub handoffs: Vec<ConnectorId>,
    /// The decisions in which it has a right or a limit, or to which they are escalated.
    pub decisions: Vec<DecisionId>,
    /// The cells of the recovery matrix in which it may act, or to which they are escalated.
    pub responses: Vec<RecoveryCell>,
    /// The recommendations that it sees to.
    pub recommendations: Vec<RecommendationId>,
    /// What it chose in the options log.
    pub choices: Vec<ChoiceId>,
    /// The risks, assumptions and constraints that it keeps an eye on.
    pub concerns: Vec<ConcernId>,
    /// The forums that it leads or takes part in.
    pub forums: Vec<ForumId>,
    /// The roles that report to it.
    pub reports: Vec<RoleId>,
}

impl HeldByRole {
    /// Whether nothing names the role.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Document {
    /// Everything that names a role. Takes time in proportion to the whole document.
    #[must_use]
    pub fn held_by_role(&self, role: RoleId) -> HeldByRole {
        let own = |letters: &crate::Letters| letters.of(role).flatten();
        let of_lanes = self.lanes.iter().filter_map(|(id, it)| Some((Subject::Lane(*id), own(&it.letters)?)));
        let of_steps = self.steps.iter().filter_map(|(id, it)| Some((Subject::Step(*id), own(&it.letters)?)));
        let of_activities =
            self.activities.iter().filter_map(|(id, it)| Some((Subject::Activity(*id), own(&it.letters)?)));
        let is_it = |it: Option<RoleId>| it == Some(role);
        let names = |it: &crate::Decision| {
            let mut roles = it.rights.referred().chain(it.bands.referred()).chain(it.escalate_to);
            roles.any(|it| it == role)
        };
        HeldByRole {
            letters: of_lanes.chain(of_steps).chain(of_activities).collect(),
            journeys: self.journeys.iter().filter(|(_, it)| is_it(it.owner)).map(|(id, _)| *id).collect(),
            lanes: self.lanes.iter().filter(|(_, it)| is_it(it.role)).map(|(id, _)| *id).collect(),
            handoffs: self.connectors.iter().filter(|(_, it)| is_it(it.owner)).map(|(id, _)| *id).collect(),
            decisions: self.decisions.iter().filter(|(_, it)| names(it)).map(|(id, _)| *id).collect(),
            responses: self
                .responses()
                .filter(|(_, it)| is_it(it.authority) || is_it(it.escalate_to))
                .map(|(cell, _)| cell)
                .collect(),
            recommendations: {
                let owned = self.recommendations_in_order().into_iter().filter(|(_, it)| is_it(it.owner));
                owned.map(|(id, _)| id).collect()
            },
            choices: self.choices.iter().filter(|(_, it)| is_it(it.decided_by)).map(|(id, _)| *id).collect(),
            concerns: self.concerns.iter().filter(|(_, it)| is_it(it.owner)).map(|(id, _)| *id).collect(),
            forums: self
                .forums
                .iter()
                .filter(|(_, it)| is_it(it.owner) || it.attendees.contains(&role))
                .map(|(id, _)| *id)
                .collect(),
            reports: self.roles.iter().filter(|(_, it)| is_it(it.reports_to)).map(|(id, _)| *id).collect(),
        }
    }
}
