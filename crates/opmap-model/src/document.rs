//! Looking at a whole workshop in memory, and carrying out changes on it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    Activity, ActivityId, Card, CardId, Change, Channel, ChannelId, Choice, ChoiceId, Concern, ConcernId,
    Connector, ConnectorId, CustomerGroup, CustomerGroupId, Decision, DecisionId, Disruption, DisruptionId,
    Document, EarlierWorkshop, EarlierWorkshopId, Evidence, EvidenceId, Forum, ForumId, HealthQuestion,
    HealthQuestionId, ItSystem, ItSystemId, Journey, JourneyId, KeptFinding, KeptFindingId, Keyword, Lane,
    LaneId, LaneKind, Milestone, MilestoneId, Participant, ParticipantId, Performer, Persona, PersonaId,
    Recommendation, RecommendationId, Record, RecordKey, Role, RoleId, Round, RoundId, Shift, Sourcing,
    Stage, StageId, Stale, State, Step, StepId, StepKind, Swap, Workshop, Workstream, WorkstreamId,
};

/// Names one map: a journey in one of its states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MapKey {
    /// The journey.
    pub journey: JourneyId,
    /// Which of its states.
    pub state: State,
}

/// The records of one map, in the order in which people read them.
#[derive(Debug, Clone)]
pub struct MapView<'a> {
    /// Stages from left to right.
    pub stages: Vec<(StageId, &'a Stage)>,
    /// Lanes from top to bottom.
    pub lanes: Vec<(LaneId, &'a Lane)>,
    /// Steps by stage, then lane, then their order within the cell.
    pub steps: Vec<(StepId, &'a Step)>,
    /// Connectors, by their first step in the order above, then their last.
    pub connectors: Vec<(ConnectorId, &'a Connector)>,
}

impl Document {
    /// The most records of one kind that edits make.
    pub const RECORD_LIMIT: usize = 100_000;

    /// The workshop itself: its charter.
    #[must_use]
    pub fn workshop(&self) -> &Workshop {
        &self.workshop
    }

    /// A record by its identity.
    #[must_use]
    pub fn get<I: RecordKey>(&self, id: I) -> Option<&I::Record> {
        I::Record::table(self).get(&id)
    }

    /// Carries out `change`.
    ///
    /// # Errors
    /// [`Stale`] when a record is not as the change says it was; then nothing is touched.
    pub fn apply(&mut self, change: &Change) -> Result<(), Stale> {
        self.check_fit(change)?;
        if let Some(Swap { after: Some(workshop), .. }) = &change.workshop {
            self.workshop = workshop.clone();
        }
        self.write(change);
        Ok(())
    }

    /// Whether [`Document::apply`] would carry out `change`. Takes time in proportion to the change.
    ///
    /// # Errors
    /// [`Stale`] when a record is not as the change says it was.
    pub fn check_fit(&self, change: &Change) -> Result<(), Stale> {
        if change.workshop.as_ref().is_some_and(|swap| swap.before.as_ref() != Some(&self.workshop)) {
            return Err(Stale { record: None });
        }
        if let Some(record) = self.first_stale(change) {
            return Err(Stale { record: Some(record) });
        }
        Ok(())
    }

    /// Journeys in their order.
    #[must_use]
    pub fn journeys_in_order(&self) -> Vec<(JourneyId, &Journey)> {
        in_order(&self.journeys, |journey| journey.rank)
    }

    /// Roles in their order.
    #[must_use]
    pub fn roles_in_order(&self) -> Vec<(RoleId, &Role)> {
        in_order(&self.roles, |role| role.rank)
    }

    /// Activities outside the journeys in their order.
    #[must_use]
    pub fn activities_in_order(&self) -> Vec<(ActivityId, &Activity)> {
        in_order(&self.activities, |activity| activity.rank)
    }

    /// Decisions in their order.
    #[must_use]
    pub fn decisions_in_order(&self) -> Vec<(DecisionId, &Decision)> {
        in_order(&self.decisions, |decision| decision.rank)
    }

    /// Evidence in its order.
    #[must_use]
    pub fn evidence_in_order(&self) -> Vec<(EvidenceId, &Evidence)> {
        in_order(&self.evidence, |evidence| evidence.rank)
    }

    /// Findings that are kept in their order.
    #[must_use]
    pub fn findings_in_order(&self) -> Vec<(KeptFindingId, &KeptFinding)> {
        in_order(&self.findings, |finding| finding.rank)
    }

    /// Channels in their order.
    #[must_use]
    pub fn channels_in_order(&self) -> Vec<(ChannelId, &Channel)> {
        in_order(&self.channels, |channel| channel.rank)
    }

    /// Systems in their order.
    #[must_use]
    pub fn it_systems_in_order(&self) -> Vec<(ItSystemId, &ItSystem)> {
        in_order(&self.it_systems, |system| system.rank)
    }

    /// Personas in their order.
    #[must_use]
    pub fn personas_in_order(&self) -> Vec<(PersonaId, &Persona)> {
        in_order(&self.personas, |persona| persona.rank)
    }

    /// Customer groups, from lower to higher value.
    #[must_use]
    pub fn customer_groups_in_order(&self) -> Vec<(CustomerGroupId, &CustomerGroup)> {
        in_order(&self.customer_groups, |group| group.rank)
    }

    /// Severities of a disruption, from lower to higher.
    #[must_use]
    pub fn disruptions_in_order(&self) -> Vec<(DisruptionId, &Disruption)> {
        in_order(&self.disruptions, |disruption| disruption.rank)
    }

    /// Workstreams in their order.
    #[must_use]
    pub fn workstreams_in_order(&self) -> Vec<(WorkstreamId, &Workstream)> {
        in_order(&self.workstreams, |workstream| workstream.rank)
    }

    /// Recommendations in the order in which they were put.
    #[must_use]
    pub fn recommendations_in_order(&self) -> Vec<(RecommendationId, &Recommendation)> {
        in_order(&self.recommendations, |recommendation| recommendation.rank)
    }

    /// Earlier workshops in their order, the last one last.
    #[must_use]
    pub fn earlier_workshops_in_order(&self) -> Vec<(EarlierWorkshopId, &EarlierWorkshop)> {
        in_order(&self.earlier_workshops, |earlier| earlier.rank)
    }

    /// Milestones in their order.
    #[must_use]
    pub fn milestones_in_order(&self) -> Vec<(MilestoneId, &Milestone)> {
        in_order(&self.milestones, |milestone| milestone.rank)
    }

    /// The options log in its order.
    #[must_use]
    pub fn choices_in_order(&self) -> Vec<(ChoiceId, &Choice)> {
        in_order(&self.choices, |choice| choice.rank)
    }

    /// Risks, assumptions and constraints in their order.
    #[must_use]
    pub fn concerns_in_order(&self) -> Vec<(ConcernId, &Concern)> {
        in_order(&self.concerns, |concern| concern.rank)
    }

    /// The forums of the operating rhythm in their order.
    #[must_use]
    pub fn forums_in_order(&self) -> Vec<(ForumId, &Forum)> {
        in_order(&self.forums, |forum| forum.rank)
    }

    /// Participants in their order.
    #[must_use]
    pub fn participants_in_order(&self) -> Vec<(ParticipantId, &Participant)> {
        in_order(&self.participants, |participant| participant.rank)
    }

    /// The rounds of a shift in their order.
    #[must_use]
    pub fn rounds_of(&self, shift: Shift) -> Vec<(RoundId, &Round)> {
        in_order_where(&self.rounds, |round| round.shift == shift, |round| round.rank)
    }

    /// The questions of the health check about a shift in their order.
    #[must_use]
    pub fn health_questions_of(&self, shift: Shift) -> Vec<(HealthQuestionId, &HealthQuestion)> {
        in_order_where(&self.health_questions, |it| it.shift == shift, |it| it.rank)
    }

    /// The cards of a step in their order. Takes time in proportion to all cards.
    #[must_use]
    pub fn cards_of_step(&self, step: StepId) -> Vec<(CardId, &Card)> {
        in_order_where(&self.cards, |card| card.step == step, |card| card.rank)
    }

    /// All cards by their step, those of a step in their order.
    #[must_use]
    pub fn cards_by_step(&self) -> BTreeMap<StepId, Vec<(CardId, &Card)>> {
        let mut found: BTreeMap<StepId, Vec<(CardId, &Card)>> = BTreeMap::new();
        for (id, card) in in_order(&self.cards, |card| card.rank) {
            found.entry(card.step).or_default().push((id, card));
        }
        found
    }

    /// Who or what does a step: what it says itself, a system where it is automated, else what its lane says, and a
    /// partner where the lane is one's. None where nobody has said.
    #[must_use]
    pub fn performer(&self, step: &Step) -> Option<Performer> {
        let lane = self.get(step.lane);
        let automated = (step.kind == StepKind::Automated).then_some(Performer::System);
        let outside = || {
            let lane = lane?;
            let elsewhere = matches!(lane.sourcing, Some(Sourcing::Outsourced | Sourcing::Partner));
            (elsewhere || lane.kind == LaneKind::Partner).then_some(Performer::Partner)
        };
        step.performer.or(automated).or_else(|| lane?.performer).or_else(outside)
    }

    /// The map that a step lies in.
    #[must_use]
    pub fn map_of_step(&self, id: StepId) -> Option<MapKey> {
        self.get(self.get(id)?.stage).map(Stage::map)
    }

    /// Whether the map has no stage and no lane.
    #[must_use]
    pub fn map_is_empty(&self, map: MapKey) -> bool {
        !self.stages.values().any(|it| it.map() == map) && !self.lanes.values().any(|it| it.map() == map)
    }

    /// The map of a journey that is shown first: as lived, or else in the first state that has anything; as lived, where
    /// none has.
    #[must_use]
    pub fn first_map_of(&self, journey: JourneyId) -> MapKey {
        let lived = MapKey { journey, state: State::AsLived };
        let maps = State::ALL.iter().map(|state| MapKey { journey, state: *state });
        std::iter::once(lived).chain(maps).find(|map| !self.map_is_empty(*map)).unwrap_or(lived)
    }

    /// The records of one map in reading order. Takes time in proportion to all connectors; what is wanted of it alone takes
    /// less: [`Document::steps_of_map`] in proportion to the map, [`Document::lanes_of_map`] and [`Document::stages_of_map`]
    /// hardly any.
    #[must_use]
    pub fn map_view(&self, map: MapKey) -> MapView<'_> {
        let (stages, lanes) = (self.stages_of_map(map), self.lanes_of_map(map));
        let steps = self.steps_between(&stages, &lanes);
        let step_places = places(&steps);
        let mut connectors: Vec<_> = self
            .connectors
            .iter()
            .filter_map(|(id, connector)| {
                let ends = (place(&step_places, connector.from)?, place(&step_places, connector.to)?);
                Some(((ends, *id), connector))
            })
            .collect();
        connectors.sort_unstable_by_key(|(key, _)| *key);
        let connectors = connectors.into_iter().map(|((_, id), connector)| (id, connector)).collect();
        MapView { stages, lanes, steps, connectors }
    }

    /// The stages of one map in order.
    #[must_use]
    pub fn stages_of_map(&self, map: MapKey) -> Vec<(StageId, &Stage)> {
        in_order_where(&self.stages, |it| it.map() == map, |it| it.rank)
    }

    /// The lanes of one map in order.
    #[must_use]
    pub fn lanes_of_map(&self, map: MapKey) -> Vec<(LaneId, &Lane)> {
        in_order_where(&self.lanes, |it| it.map() == map, |it| it.rank)
    }

    /// The steps of one map in reading order.
    #[must_use]
    pub fn steps_of_map(&self, map: MapKey) -> Vec<(StepId, &Step)> {
        self.steps_between(&self.stages_of_map(map), &self.lanes_of_map(map))
    }

    /// The steps of those lanes of one map that are wanted, in reading order. Takes time in proportion to them.
    #[must_use]
    pub fn steps_of_lanes(&self, map: MapKey, is_wanted: impl Fn(&Lane) -> bool) -> Vec<(StepId, &Step)> {
        let lanes = in_order_where(&self.lanes, |it| it.map() == map && is_wanted(it), |it| it.rank);
        self.steps_between(&self.stages_of_map(map), &lanes)
    }

    fn steps_between(&self, stages: &[(StageId, &Stage)], lanes: &[(LaneId, &Lane)]) -> Vec<(StepId, &Step)> {
        let lanes = places(lanes);
        let steps = stages.iter().flat_map(|(stage, _)| {
            let in_stage = self.cells.lanes(&self.steps, *stage);
            let mut in_stage: Vec<_> =
                in_stage.filter_map(|lane| Some((place(&lanes, lane)?, lane))).collect();
            in_stage.sort_unstable();
            in_stage.into_iter().flat_map(|(_, lane)| self.steps_of_cell(*stage, lane))
        });
        steps.collect()
    }

    /// The steps of one cell in their order. Takes time in proportion to them alone.
    #[must_use]
    pub fn steps_of_cell(&self, stage: StageId, lane: LaneId) -> Vec<(StepId, &Step)> {
        let ids = self.cells.steps(&self.steps, (stage, lane));
        let mut found: Vec<_> = ids.filter_map(|id| Some((id, self.steps.get(&id)?))).collect();
        found.sort_unstable_by_key(|(id, it)| (it.rank, *id));
        found
    }
}

/// Where each record stands in its order, by identity: a sorted list is searched faster than a tree.
fn places<K: Ord + Copy, V>(ordered: &[(K, &V)]) -> Vec<(K, usize)> {
    let mut places: Vec<(K, usize)> = ordered.iter().enumerate().map(|(at, (id, _))| (*id, at)).collect();
    places.sort_unstable();
    places
}

fn place<K: Ord>(places: &[(K, usize)], id: K) -> Option<usize> {
    let found = places.binary_search_by(|it| it.0.cmp(&id)).ok()?;
    Some(places[found].1)
}

fn in_order<K: Ord + Copy, V>(table: &BTreeMap<K, V>, rank: impl Fn(&V) -> crate::Rank) -> Vec<(K, &V)> {
    in_order_where(table, |_| true, rank)
}

fn in_order_where<K: Ord + Copy, V>(
    table: &BTreeMap<K, V>,
    keep: impl Fn(&V) -> bool,
    rank: impl Fn(&V) -> crate::Rank,
) -> Vec<(K, &V)> {
    let mut found: Vec<(K, &V)> = table.iter().filter(|(_, it)| keep(it)).map(|(id, it)| (*id, it)).collect();
    found.sort_by_key(|(id, it)| (rank(it), *id));
    found
}
