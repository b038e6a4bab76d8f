//! Copying one state of a journey to another, exchanging two, and clearing one.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::draft::Draft;
use crate::tables::References;
use crate::{
    Connector, ConnectorId, Decision, DecisionId, Document, JourneyId, Lane, LaneId, MapKey, RecordId,
    Refusal, Stage, StageId, State, Step, StepId, decision, tables,
};

/// Copies all of `from` into the empty state `to`; every copy is the counterpart of its original. Takes a new
/// identity from `ids` for each record: stages, lanes, steps, decisions and connectors, decisions in their order and the
/// others in that of their old identities.
/// Cards are not copied: what was said of one state is no evidence about another.
pub(crate) fn copy(
    draft: &mut Draft<'_>,
    journey: JourneyId,
    from: State,
    to: State,
    ids: &[Uuid],
) -> Result<(), Refusal> {
    draft.get(journey)?;
    let (from, to) = (MapKey { journey, state: from }, MapKey { journey, state: to });
    let occupied = draft.iter::<Stage>().any(|(_, it)| it.map() == to)
        || draft.iter::<Lane>().any(|(_, it)| it.map() == to);
    if occupied {
        return Err(Refusal::MapNotEmpty);
    }
    let stages: BTreeMap<StageId, Stage> = draft
        .iter()
        .filter(|(_, it): &(_, &Stage)| it.map() == from)
        .map(|(id, it)| (id, it.clone()))
        .collect();
    let lanes: BTreeMap<LaneId, Lane> = draft
        .iter()
        .filter(|(_, it): &(_, &Lane)| it.map() == from)
        .map(|(id, it)| (id, it.clone()))
        .collect();
    if stages.is_empty() && lanes.is_empty() {
        return Err(Refusal::NothingToCopy);
    }
    let steps: BTreeMap<StepId, Step> = draft
        .iter()
        .filter(|(_, it): &(_, &Step)| stages.contains_key(&it.stage))
        .map(|(id, it)| (id, it.clone()))
        .collect();
    let connectors: BTreeMap<ConnectorId, Connector> = draft
        .iter()
        .filter(|(_, it): &(_, &Connector)| steps.contains_key(&it.from))
        .map(|(id, it)| (id, it.clone()))
        .collect();

    let mut fresh = ids.iter().copied();
    let mut next = || fresh.next().ok_or(Refusal::TooFewIds);
    let mut new_stage = BTreeMap::new();
    for (id, mut stage) in stages {
        let copy = StageId(next()?);
        stage.state = to.state;
        draft.add(copy, stage)?;
        new_stage.insert(id, copy);
    }
    let mut new_lane = BTreeMap::new();
    for (id, mut lane) in lanes {
        let copy = LaneId(next()?);
        lane.state = to.state;
        draft.add(copy, lane)?;
        new_lane.insert(id, copy);
    }
    let mut new_step = BTreeMap::new();
    for (id, mut step) in steps {
        let copy = StepId(next()?);
        step.stage = new_stage[&step.stage];
        step.lane = *new_lane.get(&step.lane).ok_or(Refusal::OtherMap)?;
        draft.add(copy, step)?;
        new_step.insert(id, copy);
    }
    let decisions: Vec<Decision> = draft
        .in_order(|it: &Decision| {
            it.stages.iter().any(|id| new_stage.contains_key(id))
                || it.steps.iter().any(|id| new_step.contains_key(id))
        })
        .into_iter()
        .map(|id| draft.get(id).cloned())
        .collect::<Result<_, _>>()?;
    for mut decision in decisions {
        decision.stages.refer_anew(|id| new_stage.get(&id).copied());
        decision.steps.refer_anew(|id| new_step.get(&id).copied());
        decision::add(draft, DecisionId(next()?), &decision, None)?;
    }
    for connector in connectors.into_values() {
        let copy = ConnectorId(next()?);
        let from = new_step[&connector.from];
        let to = *new_step.get(&connector.to).ok_or(Refusal::OtherMap)?;
        draft.add(copy, Connector { from, to, ..connector })?;
    }
    Ok(())
}

impl Document {
    /// How many records a copy of a state has: so many new identities [`Edit::CopyState`](crate::Edit::CopyState) takes.
    #[must_use]
    pub fn copied_record_count(&self, map: MapKey) -> usize {
        let view = self.map_view(map);
        let decisions = self.decisions.values().filter(|it| self.map_of_decision(it) == Some(map)).count();
        view.stages.len() + view.lanes.len() + view.steps.len() + view.connectors.len() + decisions
    }
}

/// Exchanges two states: the stages and lanes of each, with all that hangs on them, belong to the other.
pub(crate) fn exchange(
    draft: &mut Draft<'_>,
    journey: JourneyId,
    one: State,
    other: State,
) -> Result<(), Refusal> {
    draft.get(journey)?;
    let exchanged = |map: MapKey| match map {
        MapKey { journey: its, state } if its == journey && state == one => Some(other),
        MapKey { journey: its, state } if its == journey && state == other => Some(one),
        _ => None,
    };
    let stages: Vec<(StageId, State)> =
        draft.iter::<Stage>().filter_map(|(id, it)| Some((id, exchanged(it.map())?))).collect();
    let lanes: Vec<(LaneId, State)> =
        draft.iter::<Lane>().filter_map(|(id, it)| Some((id, exchanged(it.map())?))).collect();
    stages.into_iter().try_for_each(|(id, state)| draft.update(id, |it| it.state = state))?;
    lanes.into_iter().try_for_each(|(id, state)| draft.update(id, |it| it.state = state))
}

/// Removes everything from one map.
pub(crate) fn clear(draft: &mut Draft<'_>, map: MapKey) -> Result<(), Refusal> {
    draft.get(map.journey)?;
    let belongs = |it: &Decision| {
        it.stages.iter().any(|id| draft.get(*id).is_ok_and(|it| it.map() == map))
            || it.steps.iter().any(|id| draft.map_of_step(*id) == Ok(map))
    };
    let decisions =
        draft.iter::<Decision>().filter(|(_, it)| belongs(it)).map(|(id, _)| RecordId::Decision(id));
    let stages = draft.iter::<Stage>().filter(|(_, it)| it.map() == map).map(|(id, _)| RecordId::Stage(id));
    let lanes = draft.iter::<Lane>().filter(|(_, it)| it.map() == map).map(|(id, _)| RecordId::Lane(id));
    let roots: Vec<RecordId> = stages.chain(lanes).chain(decisions).collect();
    tables::remove_cascading(draft, &roots)
}
