//! A lane of a journey: a row of its map.

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::rank::{Ranked, place};
use crate::tables::References;
use crate::{
    CounterpartId, JourneyId, Keyword, LaneId, Letters, MapKey, Percent, Performer, Rank, RecordId, Refusal,
    RoleId, State, Step, StepId, Text, Title, counterparts, step, tables,
};

/// A row of a map: who acts, from the customer down to partners.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lane {
    /// The journey it belongs to.
    pub journey: JourneyId,
    /// The state of the journey it belongs to.
    pub state: State,
    /// Where it stands from top to bottom.
    pub rank: Rank,
    /// What it shares with its counterparts in the other states.
    pub counterpart: CounterpartId,
    /// What it is called.
    pub title: Title,
    /// Where it stands towards the customer (B1).
    pub kind: LaneKind,
    /// The function that it belongs to, such as *Service*; two lanes with the same words are of one function (H3).
    pub function: Option<Title>,
    /// The role that performs its steps.
    pub role: Option<RoleId>,
    /// Who employs those that perform it.
    pub sourcing: Option<Sourcing>,
    /// Who or what performs it; its steps do so too unless they say otherwise.
    pub performer: Option<Performer>,
    /// Whether it works for some customers only.
    pub dedication: Option<Dedication>,
    /// Why it is dedicated or shared.
    pub rationale: Option<Text>,
    /// What was agreed with the supplier or partner: the contract, or the outcome it is paid for.
    pub contract: Option<Text>,
    /// How much of the work is done by others than own people (2.20); not set is *not discussed*.
    pub others_share: Option<Percent>,
    /// What a supplier or partner is chosen by (2.20).
    pub partner_criteria: Option<Text>,
    /// Letters that its steps have unless they say otherwise (R20).
    #[serde(default)]
    pub letters: Letters,
}

/// Whether a lane works for some customers only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dedication {
    /// For one segment.
    Dedicated,
    /// For all.
    Shared,
}

/// Where a lane stands towards the customer, from top to bottom (B1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LaneKind {
    /// What the customer can see and keep.
    Evidence,
    /// What the customer does.
    Customer,
    /// What the customer sees done.
    Frontstage,
    /// What is done out of the customer's sight.
    Backstage,
    /// What supports those that serve: systems, capabilities.
    Support,
    /// What others do.
    Partner,
}

/// Who does the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sourcing {
    /// Own people.
    InHouse,
    /// A supplier on the company's behalf.
    Outsourced,
    /// An independent partner.
    Partner,
}

/// One part of a lane, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum LaneField {
    /// Its name.
    Title(Title),
    /// Its kind.
    Kind(LaneKind),
    /// Its function.
    Function(Option<Title>),
    /// The role that performs it.
    Role(Option<RoleId>),
    /// Who employs those that perform it.
    Sourcing(Option<Sourcing>),
    /// Who or what performs it.
    Performer(Option<Performer>),
    /// Whether it works for some customers only.
    Dedication(Option<Dedication>),
    /// Why it is dedicated or shared.
    Rationale(Option<Text>),
    /// What was agreed with the supplier or partner.
    Contract(Option<Text>),
    /// How much of the work is done by others than own people.
    OthersShare(Option<Percent>),
    /// What a supplier or partner is chosen by.
    PartnerCriteria(Option<Text>),
}

impl Lane {
    /// A lane with a title and a kind, that is its own first counterpart.
    #[must_use]
    pub fn new(id: LaneId, map: MapKey, title: Title, kind: LaneKind) -> Self {
        let MapKey { journey, state } = map;
        Self {
            journey,
            state,
            rank: Rank::default(),
            counterpart: CounterpartId(id.0),
            title,
            kind,
            function: None,
            role: None,
            sourcing: None,
            performer: None,
            dedication: None,
            rationale: None,
            contract: None,
            others_share: None,
            partner_criteria: None,
            letters: Letters::none(),
        }
    }

    /// Whether others than own people do some of its work, as far as it is known.
    #[must_use]
    pub fn is_done_by_others(&self) -> bool {
        self.kind == LaneKind::Partner
            || matches!(self.sourcing, Some(Sourcing::Outsourced | Sourcing::Partner))
            || self.others_share.is_some_and(|it| it.get() > 0)
    }

    /// The map it is a row of.
    #[must_use]
    pub fn map(&self) -> MapKey {
        MapKey { journey: self.journey, state: self.state }
    }
}

impl LaneKind {
    /// Whether its steps are done on the company's side, partners included (H1).
    #[must_use]
    pub fn is_company_side(self) -> bool {
        !matches!(self, Self::Evidence | Self::Customer)
    }
}

impl Ranked for Lane {
    fn rank(&self) -> Rank {
        self.rank
    }

    fn set_rank(&mut self, rank: Rank) {
        self.rank = rank;
    }
}

impl Keyword for LaneKind {
    const ALL: &'static [Self] =
        &[Self::Evidence, Self::Customer, Self::Frontstage, Self::Backstage, Self::Support, Self::Partner];

    fn key(self) -> &'static str {
        match self {
            Self::Evidence => "evidence",
            Self::Customer => "customer",
            Self::Frontstage => "frontstage",
            Self::Backstage => "backstage",
            Self::Support => "support",
            Self::Partner => "partner",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Evidence => "Evidence",
            Self::Customer => "Customer",
            Self::Frontstage => "Frontstage",
            Self::Backstage => "Backstage",
            Self::Support => "Support",
            Self::Partner => "Partner",
        }
    }
}

impl Keyword for Sourcing {
    const ALL: &'static [Self] = &[Self::InHouse, Self::Outsourced, Self::Partner];

    fn key(self) -> &'static str {
        match self {
            Self::InHouse => "in-house",
            Self::Outsourced => "outsourced",
            Self::Partner => "partner",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::InHouse => "In-house",
            Self::Outsourced => "Outsourced",
            Self::Partner => "Partner",
        }
    }
}

impl Keyword for Dedication {
    const ALL: &'static [Self] = &[Self::Dedicated, Self::Shared];

    fn key(self) -> &'static str {
        match self {
            Self::Dedicated => "dedicated",
            Self::Shared => "shared",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Dedicated => "Dedicated",
            Self::Shared => "Shared",
        }
    }
}

impl LaneField {
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Title(_) => "Rename",
            Self::Kind(_) => "Set the kind of",
            Self::Function(_) => "Set the function of",
            Self::Role(_) => "Set the role of",
            Self::Sourcing(_) => "Set the sourcing of",
            Self::Performer(_) => "Set who performs",
            Self::Dedication(_) => "Set the dedication of",
            Self::Rationale(_) => "Set the rationale of",
            Self::Contract(_) => "Set the contract of",
            Self::OthersShare(_) => "Set the share of others in",
            Self::PartnerCriteria(_) => "Set the criteria for partners of",
        }
    }
}

pub(crate) fn add(
    draft: &mut Draft<'_>,
    id: LaneId,
    lane: &Lane,
    before: Option<LaneId>,
) -> Result<(), Refusal> {
    draft.get(lane.journey)?;
    if let Some(role) = lane.role {
        draft.get(role)?;
    }
    lane.letters.referred().try_for_each(|id| draft.get(id).map(drop))?;
    let map = lane.map();
    counterparts::check_free(draft, id, lane)?;
    let siblings = draft.siblings(id, |it: &Lane| it.map() == map);
    draft.add(id, lane.clone())?;
    place::<Lane>(draft, &siblings, &[id], before)
}

pub(crate) fn set(draft: &mut Draft<'_>, id: LaneId, field: &LaneField) -> Result<(), Refusal> {
    if let LaneField::Role(Some(role)) = field {
        draft.get(*role)?;
    }
    draft.update(id, |lane| match field.clone() {
        LaneField::Title(it) => lane.title = it,
        LaneField::Kind(it) => lane.kind = it,
        LaneField::Function(it) => lane.function = it,
        LaneField::Role(it) => lane.role = it,
        LaneField::Sourcing(it) => lane.sourcing = it,
        LaneField::Performer(it) => lane.performer = it,
        LaneField::Dedication(it) => lane.dedication = it,
        LaneField::Rationale(it) => lane.rationale = it,
        LaneField::Contract(it) => lane.contract = it,
        LaneField::OthersShare(it) => lane.others_share = it,
        LaneField::PartnerCriteria(it) => lane.partner_criteria = it,
    })
}

pub(crate) fn reorder(draft: &mut Draft<'_>, id: LaneId, before: Option<LaneId>) -> Result<(), Refusal> {
    let map = draft.get(id)?.map();
    let siblings = draft.siblings(id, |it: &Lane| it.map() == map);
    place::<Lane>(draft, &siblings, &[id], before)
}

/// Removes a lane. Its steps go to the lane `steps_to`, in their stages, or away with it (B9).
pub(crate) fn remove(draft: &mut Draft<'_>, id: LaneId, steps_to: Option<LaneId>) -> Result<(), Refusal> {
    draft.get(id)?;
    if let Some(target) = steps_to {
        if target == id {
            return Err(Refusal::StepsToRemoved);
        }
        let mut moving: Vec<(StepId, Step)> =
            draft.iter::<Step>().filter(|(_, it)| it.lane == id).map(|(id, it)| (id, it.clone())).collect();
        moving.sort_by_key(|(id, it)| (it.stage, it.rank, *id));
        for (step_id, it) in moving {
            step::relocate(draft, &[step_id], it.stage, target, None)?;
        }
    }
    tables::remove_cascading(draft, &[RecordId::Lane(id)])
}
