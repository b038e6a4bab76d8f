//! Which journeys have something in common.

use std::collections::{BTreeMap, BTreeSet};

use opmap_model::{CounterpartId, Document, JourneyId, Table};

/// The other journeys with a stage, lane or step that is a counterpart of one of this journey, in their order: those that
/// began as a copy of it, or it of them.
#[must_use]
pub fn related_journeys(document: &Document, journey: JourneyId) -> Vec<JourneyId> {
    let mut elements: BTreeMap<JourneyId, BTreeSet<(Table, CounterpartId)>> = BTreeMap::new();
    let mut add = |journey, table, counterpart| {
        elements.entry(journey).or_default().insert((table, counterpart));
    };
    document.stages().values().for_each(|it| add(it.journey, Table::Stage, it.counterpart));
    document.lanes().values().for_each(|it| add(it.journey, Table::Lane, it.counterpart));
    for it in document.steps().values() {
        if let Some(stage) = document.get(it.stage) {
            add(stage.journey, Table::Step, it.counterpart);
        }
    }
    let Some(own) = elements.remove(&journey) else { return Vec::new() };
    let others = document.journeys_in_order().into_iter().map(|(id, _)| id);
    others.filter(|id| elements.get(id).is_some_and(|it| !it.is_disjoint(&own))).collect()
}
