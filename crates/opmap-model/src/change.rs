//! One record before and after, and what [`Change`](crate::Change) does to each table of them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Change, RecordId, Step};

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

impl Change {
    /// Whether nothing changes but where steps stand: no record comes, goes or says something else.
    #[must_use]
    pub fn moves_steps_alone(&self) -> bool {
        let is_move = |swap: &Swap<Step>| match (&swap.before, &swap.after) {
            (Some(before), Some(after)) => {
                let (stage, lane, rank) = (after.stage, after.lane, after.rank);
                Step { stage, lane, rank, ..before.clone() } == *after
            }
            _ => false,
        };
        self.workshop.is_none()
            && self.touched().all(|id| matches!(id, RecordId::Step(_)))
            && self.steps.values().all(is_move)
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

pub(crate) fn additions<K: Ord + Copy, V: Clone>(table: &BTreeMap<K, V>) -> BTreeMap<K, Swap<V>> {
    table.iter().map(|(id, record)| (*id, Swap { before: None, after: Some(record.clone()) })).collect()
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
