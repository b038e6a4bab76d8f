//! Which records some changes have touched, as far as a layout is concerned.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use opmap_model::{Change, ChannelId, ConnectorId, LaneId, MapKey, StageId, Step, StepId, Swap};

/// The records that some changes have touched.
#[derive(Default)]
pub(super) struct Touched {
    /// Those that were or are of the map.
    pub(super) stages: BTreeSet<StageId>,
    /// Those that were or are of the map.
    pub(super) lanes: BTreeSet<LaneId>,
    /// Those of any map, those whose cards were touched among them.
    pub(super) steps: BTreeSet<StepId>,
    /// Those of any map whose cards were touched.
    pub(super) cards_of: BTreeSet<StepId>,
    /// Those of any map.
    pub(super) connectors: BTreeSet<ConnectorId>,
    pub(super) channels: BTreeSet<ChannelId>,
}

impl Touched {
    pub(super) fn new(changes: &[Arc<Change>], map: MapKey) -> Self {
        let mut touched = Self::default();
        for change in changes {
            touched.stages.extend(of_map(&change.stages, |it| it.map() == map));
            touched.lanes.extend(of_map(&change.lanes, |it| it.map() == map));
            touched.steps.extend(change.steps.keys());
            let cards = change.cards.values().flat_map(|it| [&it.before, &it.after]);
            touched.cards_of.extend(cards.flatten().map(|it| it.step));
            touched.connectors.extend(change.connectors.keys());
            touched.channels.extend(change.channels.keys());
        }
        touched.steps.extend(&touched.cards_of);
        touched
    }

    /// Whether a step may have other words now.
    pub(super) fn has_words_of(&self, id: StepId, step: &Step) -> bool {
        self.steps.contains(&id)
            || self.lanes.contains(&step.lane)
            || step.channel.is_some_and(|it| self.channels.contains(&it))
    }
}

fn of_map<K: Copy + Ord, V>(
    swaps: &BTreeMap<K, Swap<V>>,
    is_here: impl Fn(&V) -> bool,
) -> impl Iterator<Item = K> {
    let was_or_is_here =
        move |swap: &Swap<V>| [&swap.before, &swap.after].into_iter().flatten().any(&is_here);
    swaps.iter().filter(move |(_, swap)| was_or_is_here(swap)).map(|(id, _)| *id)
}
