//! What overlays of a map are about: where it waits, goes wrong and changes hands most, and where it hurts.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use opmap_model::{CardKind, Document, MapKey, Pain, Permille, Seconds, Step, StepId};

use crate::{Link, link_of};

/// A way to look at a map: what it is about stands out, the rest steps back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Overlay {
    /// The longest waits, the lowest shares right the first time, the most handoffs.
    Bottlenecks,
    /// The pain points of steps, by number and by how much they hurt.
    Friction,
    /// The connectors along which the work changes hands.
    Handoffs,
    /// The connectors along which the channel changes.
    ChannelSwitches,
}

impl Overlay {
    /// Every one, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Bottlenecks, Self::Friction, Self::Handoffs, Self::ChannelSwitches];

    /// What people call it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Bottlenecks => "Bottlenecks",
            Self::Friction => "Friction",
            Self::Handoffs => "Handoffs",
            Self::ChannelSwitches => "Channel changes",
        }
    }

    /// Its word on a command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Bottlenecks => "bottlenecks",
            Self::Friction => "friction",
            Self::Handoffs => "handoffs",
            Self::ChannelSwitches => "channel-changes",
        }
    }
}

/// The steps of one map that hold up most (capability 3.25).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bottlenecks {
    /// The longest waits; no wait is none.
    pub waits: Worst<Seconds>,
    /// The lowest shares that are right the first time; always right is none.
    pub right_first_time: Worst<Permille>,
    /// The most handoffs, to and from the step together.
    pub handoffs: Worst<usize>,
}

/// The worst steps by one measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worst<T> {
    /// At most [`Worst::MOST`], the worst first, of equals those that come first in reading order.
    pub steps: Vec<(StepId, T)>,
    /// How many steps have the measure. Where none has it, there is nothing to judge.
    pub known: usize,
    /// How many steps the map has.
    pub of: usize,
}

/// How much a step hurts (capability 4.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Friction {
    /// How many pain points it has, at least 1. Internal ones are not counted, as everywhere.
    pub pain_points: usize,
    /// The gravest of those that are rated.
    pub gravest: Option<Pain>,
    /// How many are not rated.
    pub unrated: usize,
}

impl<T> Worst<T> {
    /// How many steps are named.
    pub const MOST: usize = 3;

    fn of<K: Ord>(
        steps: usize,
        known: Vec<(StepId, T)>,
        is_bad: impl Fn(&T) -> bool,
        key: impl Fn(&T) -> K,
    ) -> Self {
        let count = known.len();
        let mut worst: Vec<_> = known.into_iter().filter(|it| is_bad(&it.1)).collect();
        // Equals keep their order.
        worst.sort_by_key(|it| key(&it.1));
        worst.truncate(Self::MOST);
        Self { steps: worst, known: count, of: steps }
    }
}

impl<T> Default for Worst<T> {
    fn default() -> Self {
        Self { steps: Vec::new(), known: 0, of: 0 }
    }
}

/// The bottlenecks of one map. What is not set is in no ranking.
#[must_use]
pub fn bottlenecks(document: &Document, map: MapKey) -> Bottlenecks {
    let view = document.map_view(map);
    let of = view.steps.len();
    let mut handoffs: BTreeMap<StepId, usize> = BTreeMap::new();
    for (_, connector) in &view.connectors {
        if link_of(document, connector) == Some(Link::Handoff) {
            *handoffs.entry(connector.from).or_default() += 1;
            *handoffs.entry(connector.to).or_default() += 1;
        }
    }
    let waits = set(&view.steps, |_, it| it.wait_secs);
    let right = set(&view.steps, |_, it| it.first_time_right);
    let handed = set(&view.steps, |id, _| Some(handoffs.get(&id).copied().unwrap_or(0)));
    Bottlenecks {
        waits: Worst::of(of, waits, |it| it.get() > 0, |it| Reverse(*it)),
        right_first_time: Worst::of(of, right, |it| it.get() < 1_000, |it| *it),
        handoffs: Worst::of(of, handed, |it| *it > 0, |it| Reverse(*it)),
    }
}

/// The steps of which something is known, in reading order.
fn set<T>(steps: &[(StepId, &Step)], read: impl Fn(StepId, &Step) -> Option<T>) -> Vec<(StepId, T)> {
    steps.iter().filter_map(|(id, step)| Some((*id, read(*id, step)?))).collect()
}

/// The steps of one map that have a pain point.
#[must_use]
pub fn friction(document: &Document, map: MapKey) -> BTreeMap<StepId, Friction> {
    let mut found: BTreeMap<StepId, Friction> = BTreeMap::new();
    let here = |step| {
        document.get(step).and_then(|it: &Step| document.get(it.stage)).is_some_and(|it| it.map() == map)
    };
    let pains = document.cards().values().filter(|it| it.kind == CardKind::PainPoint && !it.internal);
    for card in pains.filter(|it| here(it.step)) {
        let friction =
            found.entry(card.step).or_insert(Friction { pain_points: 0, gravest: None, unrated: 0 });
        friction.pain_points += 1;
        friction.gravest = friction.gravest.max(card.pain);
        friction.unrated += usize::from(card.pain.is_none());
    }
    found
}

impl Friction {
    /// How hot it is, from 1 to 4: as the gravest pain point (1 to 3; one that is not rated is at least a nuisance), and
    /// one more from the third pain point on.
    #[must_use]
    pub fn level(&self) -> u8 {
        let gravest = match self.gravest {
            None | Some(Pain::Minor) => 1,
            Some(Pain::Serious) => 2,
            Some(Pain::Severe) => 3,
        };
        gravest + u8::from(self.pain_points >= 3)
    }
}
