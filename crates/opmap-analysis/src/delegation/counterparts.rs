//! What a decision and a lane are in another state of their journey.

use std::collections::BTreeSet;

use opmap_model::{CounterpartId, Decision, DecisionId, Document, LaneId, MapKey, RecordId};

/// The counterpart of a lane in a map; the lane itself where it is of that map.
pub(super) fn of_lane(document: &Document, lane: LaneId, map: MapKey) -> Option<LaneId> {
    document.counterpart_in(RecordId::Lane(lane), map)?.key()
}

/// The counterpart of a decision in a map; the decision itself where it is of that map.
///
/// It belongs to a counterpart of one of the same stages or steps. The one with the same title is it; else the only one
/// that has not the title of another decision of the first map.
pub(super) fn of_decision(document: &Document, id: DecisionId, map: MapKey) -> Option<DecisionId> {
    let decision = document.get(id)?;
    let from = document.map_of_decision(decision)?;
    if from == map {
        return Some(id);
    }
    let of_map = |map: MapKey| {
        let all = document.decisions_in_order().into_iter();
        all.filter(move |(_, it)| document.map_of_decision(it) == Some(map))
    };
    let places = places(document, decision);
    let near: Vec<(DecisionId, &Decision)> =
        of_map(map).filter(|(_, it)| !self::places(document, it).is_disjoint(&places)).collect();
    let same_title = near.iter().find(|(_, it)| it.title == decision.title);
    let others: BTreeSet<_> = of_map(from).map(|(_, it)| &it.title).collect();
    let mut free = near.iter().filter(|(_, it)| !others.contains(&it.title));
    let only = free.next().filter(|_| free.next().is_none());
    same_title.or(only).map(|(id, _)| *id)
}

/// The counterparts of the stages and steps that a decision belongs to.
fn places(document: &Document, decision: &Decision) -> BTreeSet<CounterpartId> {
    let stages = decision.stages.iter().filter_map(|id| document.get(*id)).map(|it| it.counterpart);
    let steps = decision.steps.iter().filter_map(|id| document.get(*id)).map(|it| it.counterpart);
    stages.chain(steps).collect()
}
