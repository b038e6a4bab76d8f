//! What an edit does, record by record.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    Connector, ConnectorId, Journey, JourneyId, Lane, LaneId, RecordId, Role, RoleId, Stage, StageId, Step,
    StepId, Workshop,
};

/// What an edit does: for each record touched, how it was and how it will be. Turned around, it is the undo.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Change {
    /// The workshop itself; always there before and after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub workshop: Option<Swap<Workshop>>,
    /// Roles touched.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub roles: BTreeMap<RoleId, Swap<Role>>,
    /// Journeys touched.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub journeys: BTreeMap<JourneyId, Swap<Journey>>,
    /// Stages touched.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub stages: BTreeMap<StageId, Swap<Stage>>,
    /// Lanes touched.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub lanes: BTreeMap<LaneId, Swap<Lane>>,
    /// Steps touched.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub steps: BTreeMap<StepId, Swap<Step>>,
    /// Connectors touched.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub connectors: BTreeMap<ConnectorId, Swap<Connector>>,
}

/// One record before and after. `None` before is an addition, `None` after a removal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Swap<T> {
    /// How it was.
    pub before: Option<T>,
    /// How it will be.
    pub after: Option<T>,
}

/// A change that does not fit the document: a record is not as the change says it was. Nothing was touched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the document is not in the state that the change begins with")]
pub struct Stale {
    /// The first record found to differ; `None` is the workshop itself.
    pub record: Option<RecordId>,
}

impl<T: PartialEq> Swap<T> {
    /// Takes before for after and after for before.
    #[must_use]
    pub fn inverted(self) -> Self {
        Self { before: self.after, after: self.before }
    }

    /// Whether it leaves the record as it was.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.before == self.after
    }
}

pub(crate) fn stale_key<K: Ord + Copy, V: PartialEq>(
    table: &BTreeMap<K, V>,
    swaps: &BTreeMap<K, Swap<V>>,
) -> Option<K> {
    swaps.iter().find(|(id, swap)| table.get(id) != swap.before.as_ref()).map(|(id, _)| *id)
}

pub(crate) fn write<K: Ord + Copy, V: Clone>(table: &mut BTreeMap<K, V>, swaps: &BTreeMap<K, Swap<V>>) {
    for (id, swap) in swaps {
        match &swap.after {
            Some(after) => {
                table.insert(*id, after.clone());
            }
            None => {
                table.remove(id);
            }
        }
    }
}

pub(crate) fn inverted<K: Ord, V: PartialEq>(swaps: BTreeMap<K, Swap<V>>) -> BTreeMap<K, Swap<V>> {
    swaps.into_iter().map(|(id, swap)| (id, swap.inverted())).collect()
}

pub(crate) fn then_one<V: PartialEq>(first: Option<Swap<V>>, next: Option<Swap<V>>) -> Option<Swap<V>> {
    let swap = match (first, next) {
        (Some(first), Some(next)) => Swap { before: first.before, after: next.after },
        (one, other) => one.or(other)?,
    };
    (!swap.is_idle()).then_some(swap)
}

pub(crate) fn then<K: Ord, V: PartialEq>(
    mut first: BTreeMap<K, Swap<V>>,
    next: BTreeMap<K, Swap<V>>,
) -> BTreeMap<K, Swap<V>> {
    for (id, swap) in next {
        let earlier = first.remove(&id);
        if let Some(joined) = then_one(earlier, Some(swap)) {
            first.insert(id, joined);
        }
    }
    first
}
