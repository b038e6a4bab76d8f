//! Two states of a journey as one map, which holds what is in either.

use std::collections::BTreeMap;

use opmap_model::{
    Change, CounterpartId, Document, JourneyId, LaneId, MapKey, Rank, Record, RecordId, RecordKey, StageId,
    State, StepId, Swap,
};

use super::{Difference, DifferenceKind, differences_of_maps};

/// Two states of a journey as one map.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// A workshop with this one map in it: all elements of the second state, and those of the first that are gone, each
    /// in the stage and lane where its counterparts stand. Every element keeps its identity.
    pub document: Document,
    /// The map in that workshop.
    pub map: MapKey,
    /// What differs, in the order of [`differences`].
    pub differences: Vec<Difference>,
    /// What stands for each stage, lane and step of either state, and for each connector that is shown.
    shown: BTreeMap<RecordId, RecordId>,
}

impl Merged {
    /// What of the map stands for an element of either state; none for a connector of the first that the second has, and for
    /// what is of neither.
    #[must_use]
    pub fn shown(&self, record: RecordId) -> Option<RecordId> {
        self.shown.get(&record).copied()
    }
}

/// Merges two states of a journey. Where the same stands in both, the second state is shown.
#[must_use]
pub fn merged(document: &Document, journey: JourneyId, before: State, after: State) -> Merged {
    let map = |state| MapKey { journey, state };
    merged_maps(document, map(before), map(after))
}

/// The same of any two maps; the one that shows both is of the journey of the second.
#[must_use]
pub fn merged_maps(document: &Document, before: MapKey, map: MapKey) -> Merged {
    let differences = differences_of_maps(document, before, map);
    let mut change = document.as_additions();
    let placing = Placing::new(document, before, map, &differences);
    placing.place(&mut change);
    let mut merged = Document::new(document.workshop().clone());
    let applied = merged.apply(&change);
    debug_assert!(applied.is_ok(), "additions to an empty document always fit");
    Merged { document: merged, map, differences, shown: placing.shown }
}

/// Where each element goes; what is in no list is left out.
struct Placing {
    map: MapKey,
    stages: Vec<StageId>,
    lanes: Vec<LaneId>,
    /// The steps of each cell, in their order.
    steps: BTreeMap<(StageId, LaneId), Vec<StepId>>,
    /// What stands for each step of either state.
    step: BTreeMap<StepId, StepId>,
    /// The connectors that are shown.
    connectors: Vec<opmap_model::ConnectorId>,
    /// What stands for each element.
    shown: BTreeMap<RecordId, RecordId>,
}

impl Placing {
    fn new(document: &Document, before: MapKey, after: MapKey, differences: &[Difference]) -> Self {
        let (old, new) = (document.map_view(before), document.map_view(after));
        let stage = standing_for(&old.stages, &new.stages, |it| it.counterpart);
        let lane = standing_for(&old.lanes, &new.lanes, |it| it.counterpart);
        let step = standing_for(&old.steps, &new.steps, |it| it.counterpart);
        let mut steps: BTreeMap<_, Vec<StepId>> = BTreeMap::new();
        for (id, it) in &new.steps {
            steps.entry((it.stage, it.lane)).or_default().push(*id);
        }
        // A step that is gone stands behind the one that stood before it in its cell, if that is still there.
        let mut behind: BTreeMap<_, Vec<StepId>> = BTreeMap::new();
        for (id, it) in &old.steps {
            let (Some(stage), Some(lane)) = (stage.get(&it.stage), lane.get(&it.lane)) else { continue };
            let shown = step[id];
            let former = behind.entry((*stage, *lane)).or_default();
            if shown == *id {
                insert_behind(steps.entry((*stage, *lane)).or_default(), former, shown);
            }
            former.push(shown);
        }
        let gone = differences.iter().filter(|it| it.kind == DifferenceKind::Gone);
        let gone = gone.filter_map(|it| match it.before {
            Some(RecordId::Connector(id)) => Some(id),
            _ => None,
        });
        let connectors: Vec<_> = new.connectors.iter().map(|(id, _)| *id).chain(gone).collect();
        Self {
            map: after,
            stages: in_one_order(&old.stages, &new.stages, &stage),
            lanes: in_one_order(&old.lanes, &new.lanes, &lane),
            shown: records(&stage)
                .chain(records(&lane))
                .chain(records(&step))
                .chain(connectors.iter().map(|id| (RecordId::Connector(*id), RecordId::Connector(*id))))
                .collect(),
            steps,
            step,
            connectors,
        }
    }

    /// Keeps in `change`, which adds a whole workshop, only what is shown of its maps, and places it.
    fn place(&self, change: &mut Change) {
        let MapKey { state, journey } = self.map;
        let stage_ranks = ranked(&self.stages);
        change.stages.retain(|id, _| stage_ranks.contains_key(id));
        for (id, it) in added(&mut change.stages) {
            (it.journey, it.state, it.rank) = (journey, state, stage_ranks[id]);
        }
        let lane_ranks = ranked(&self.lanes);
        change.lanes.retain(|id, _| lane_ranks.contains_key(id));
        for (id, it) in added(&mut change.lanes) {
            (it.journey, it.state, it.rank) = (journey, state, lane_ranks[id]);
        }
        let mut places = BTreeMap::new();
        for ((stage, lane), ids) in &self.steps {
            places.extend(ranked(ids).into_iter().map(|(id, rank)| (id, (*stage, *lane, rank))));
        }
        change.steps.retain(|id, _| places.contains_key(id));
        for (id, it) in added(&mut change.steps) {
            (it.stage, it.lane, it.rank) = places[id];
        }
        // The map is for looking at; who decides, what is accepted and what is known, in which state, is told elsewhere.
        change.decisions.clear();
        change.evidence.clear();
        change.findings.clear();
        change.recommendations.clear();
        change.earlier_workshops.clear();
        change.acceptances.clear();
        change.connectors.retain(|id, _| self.connectors.contains(id));
        for (_, it) in added(&mut change.connectors) {
            it.from = self.step.get(&it.from).copied().unwrap_or(it.from);
            it.to = self.step.get(&it.to).copied().unwrap_or(it.to);
        }
        change.cards.retain(|_, it| it.after.as_ref().is_some_and(|it| places.contains_key(&it.step)));
        change.journeys.retain(|id, _| *id == journey);
    }
}

/// What stands for each element of either state: its counterpart in the second, else itself.
fn standing_for<I: Copy + Ord, R>(
    old: &[(I, &R)],
    new: &[(I, &R)],
    counterpart: impl Fn(&R) -> CounterpartId,
) -> BTreeMap<I, I> {
    let shown: BTreeMap<CounterpartId, I> = new.iter().map(|(id, it)| (counterpart(it), *id)).collect();
    old.iter().chain(new).map(|(id, it)| (*id, shown.get(&counterpart(it)).copied().unwrap_or(*id))).collect()
}

fn records<I: RecordKey>(standing: &BTreeMap<I, I>) -> impl Iterator<Item = (RecordId, RecordId)> {
    standing.iter().map(|(id, shown)| (I::Record::record_id(*id), I::Record::record_id(*shown)))
}

/// The elements of the second state in their order; each that is gone behind the one that stood before it.
fn in_one_order<I: Copy + Ord, R>(old: &[(I, &R)], new: &[(I, &R)], standing: &BTreeMap<I, I>) -> Vec<I> {
    let mut order: Vec<I> = new.iter().map(|(id, _)| *id).collect();
    let mut former = Vec::new();
    for (id, _) in old {
        let shown = standing[id];
        if shown == *id {
            insert_behind(&mut order, &former, shown);
        }
        former.push(shown);
    }
    order
}

/// Puts `id` behind the last of `former` that is in `order`, or first; nothing when it is there already.
fn insert_behind<I: Copy + PartialEq>(order: &mut Vec<I>, former: &[I], id: I) {
    if order.contains(&id) {
        return;
    }
    let at = former.iter().rev().find_map(|it| order.iter().position(|placed| placed == it));
    order.insert(at.map_or(0, |at| at + 1), id);
}

/// Ranks that give `ids` this order.
fn ranked<I: Copy + Ord>(ids: &[I]) -> BTreeMap<I, Rank> {
    ids.iter().zip(1_i64..).map(|(id, number)| (*id, Rank(number << 16))).collect()
}

fn added<I, R>(swaps: &mut BTreeMap<I, Swap<R>>) -> impl Iterator<Item = (&I, &mut R)> {
    swaps.iter_mut().filter_map(|(id, swap)| Some((id, swap.after.as_mut()?)))
}
