//! A decision: what is decided, where, by whom, up to which limit (D1 to D12).

mod bands;
mod rights;

pub use bands::{Band, Bands};
pub use rights::{DaciLetter, RapidLetter, Right, RightLetter, Rights, RightsOf};

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::rank::Ranked;
use crate::tables::References;
use crate::{
    DecisionId, Document, MapKey, Rank, Refusal, RoleId, Seconds, StageId, StepId, Text, Title, register,
};

/// What is decided, and who has which right in it. It belongs to stages and steps of one map; without any it is found
/// by the check of D1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Where it stands among the decisions.
    pub rank: Rank,
    /// The decision in one sentence.
    pub title: Title,
    /// Whether it deserves all that its framework asks for (D12).
    pub material: bool,
    /// The stages that it belongs to.
    pub stages: BTreeSet<StageId>,
    /// The steps that it belongs to; of the same map as the stages.
    pub steps: BTreeSet<StepId>,
    /// Who has which right, in one framework (D5).
    pub rights: Rights,
    /// Who decides up to which limit.
    pub bands: Option<Bands>,
    /// Where it goes when it is not decided in time (D8).
    pub escalate_to: Option<RoleId>,
    /// After how long it goes there (D8).
    pub escalate_secs: Option<Seconds>,
    /// The region for which it holds; everywhere when not set.
    pub region: Option<Title>,
    /// What else is to be said.
    pub note: Option<Text>,
}

/// One part of a decision, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum DecisionField {
    /// Its sentence.
    Title(Title),
    /// Whether it is material.
    Material(bool),
    /// Whether a stage is one of those that it belongs to.
    Stage(StageId, bool),
    /// Whether a step is one of those that it belongs to.
    Step(StepId, bool),
    /// Who has which right.
    Rights(Rights),
    /// Who decides up to which limit.
    Bands(Option<Bands>),
    /// Where it goes when it is not decided in time.
    EscalateTo(Option<RoleId>),
    /// After how long it goes there.
    EscalateAfter(Option<Seconds>),
    /// The region for which it holds.
    Region(Option<Title>),
    /// Its note.
    Note(Option<Text>),
}

impl Decision {
    /// A decision with a sentence and nothing else; who decides is not set.
    #[must_use]
    pub fn new(title: Title) -> Self {
        Self {
            rank: Rank::default(),
            title,
            material: false,
            stages: BTreeSet::new(),
            steps: BTreeSet::new(),
            rights: Rights::Decider(None),
            bands: None,
            escalate_to: None,
            escalate_secs: None,
            region: None,
            note: None,
        }
    }

    /// Everyone who decides it: by right, then up to a limit from the lowest on, each once; empty when no one does.
    #[must_use]
    pub fn deciders(&self) -> Vec<RoleId> {
        let mut deciders = Vec::new();
        for role in self.rights.deciders().into_iter().chain(self.bands.referred()) {
            if !deciders.contains(&role) {
                deciders.push(role);
            }
        }
        deciders
    }

    /// Who decides it at first: by right; where the rights name no one, who decides in the lowest band (D11).
    #[must_use]
    pub fn first_deciders(&self) -> Vec<RoleId> {
        let by_right = self.rights.deciders();
        let lowest = self.bands.as_ref().and_then(|it| it.deciders().next()).flatten();
        if by_right.is_empty() { lowest.into_iter().collect() } else { by_right }
    }

    /// Whether a role decides it whatever the amount: by right, or in every band (D8).
    #[must_use]
    pub fn is_always_decided_by(&self, role: RoleId) -> bool {
        let in_every_band = |it: &Bands| it.deciders().all(|decider| decider == Some(role));
        self.rights.deciders().contains(&role) || self.bands.as_ref().is_some_and(in_every_band)
    }
}

impl Document {
    /// The map of the stages and steps that a decision belongs to; none when it belongs to nothing.
    #[must_use]
    pub fn map_of_decision(&self, decision: &Decision) -> Option<MapKey> {
        let of_stage = decision.stages.first().and_then(|id| self.get(*id)).map(crate::Stage::map);
        of_stage.or_else(|| self.map_of_step(*decision.steps.first()?))
    }
}

impl Ranked for Decision {
    fn rank(&self) -> Rank {
        self.rank
    }

    fn set_rank(&mut self, rank: Rank) {
        self.rank = rank;
    }
}

impl DecisionField {
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Title(_) => "Reword decision",
            Self::Material(true) => "Mark as material decision",
            Self::Material(false) => "Unmark as material decision",
            Self::Stage(..) => "Set the stages of decision",
            Self::Step(..) => "Set the steps of decision",
            Self::Rights(_) => "Set the rights in decision",
            Self::Bands(_) => "Set the limits of decision",
            Self::EscalateTo(_) | Self::EscalateAfter(_) => "Set the escalation of decision",
            Self::Region(_) => "Set the region of decision",
            Self::Note(_) => "Set the note of decision",
        }
    }
}

pub(crate) fn add(
    draft: &mut Draft<'_>,
    id: DecisionId,
    decision: &Decision,
    before: Option<DecisionId>,
) -> Result<(), Refusal> {
    check(draft, decision)?;
    register::add(draft, id, decision, before)
}

pub(crate) fn set(draft: &mut Draft<'_>, id: DecisionId, field: &DecisionField) -> Result<(), Refusal> {
    let mut decision = draft.get(id)?.clone();
    match field.clone() {
        DecisionField::Title(it) => decision.title = it,
        DecisionField::Material(it) => decision.material = it,
        DecisionField::Stage(it, true) => drop(decision.stages.insert(it)),
        DecisionField::Stage(it, false) => drop(decision.stages.remove(&it)),
        DecisionField::Step(it, true) => drop(decision.steps.insert(it)),
        DecisionField::Step(it, false) => drop(decision.steps.remove(&it)),
        DecisionField::Rights(it) => decision.rights = it,
        DecisionField::Bands(it) => decision.bands = it,
        DecisionField::EscalateTo(it) => decision.escalate_to = it,
        DecisionField::EscalateAfter(it) => decision.escalate_secs = it,
        DecisionField::Region(it) => decision.region = it,
        DecisionField::Note(it) => decision.note = it,
    }
    check(draft, &decision)?;
    draft.update(id, |it| *it = decision)
}

/// Whether all that it names is there, and all that it belongs to is of one map.
fn check(draft: &Draft<'_>, decision: &Decision) -> Result<(), Refusal> {
    let roles = decision.rights.referred().chain(decision.bands.referred()).chain(decision.escalate_to);
    for role in roles {
        draft.get(role)?;
    }
    let of_stages = decision.stages.iter().map(|id| draft.get(*id).map(crate::Stage::map));
    let of_steps = decision.steps.iter().map(|id| draft.map_of_step(*id));
    let maps: BTreeSet<MapKey> = of_stages.chain(of_steps).collect::<Result<_, _>>()?;
    if maps.len() > 1 { Err(Refusal::OtherMap) } else { Ok(()) }
}
