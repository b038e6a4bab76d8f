//! The difference between two states of a journey, element by element.

mod merged;
mod order;
mod parts;
mod related;

use std::collections::BTreeMap;

use opmap_model::{
    Connector, ConnectorId, CounterpartId, Document, JourneyId, MapKey, MapView, RecordId, State, Step,
    StepId,
};

pub use merged::{Merged, merged, merged_maps};
pub use parts::ChangedPart;
pub use related::related_journeys;

/// One element that is not the same in two states of a journey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The element in the first state.
    pub before: Option<RecordId>,
    /// Its counterpart in the second state.
    pub after: Option<RecordId>,
    /// What became of it.
    pub kind: DifferenceKind,
    /// What it is called: its title, or its ends.
    pub name: String,
}

/// Where an element stands, as far as that has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In a cell of the map.
    Cell {
        /// The name of its stage.
        stage: String,
        /// The name of its lane.
        lane: String,
    },
    /// In the same row of stages, column of lanes or cell, behind the one of that name; none stands first. It is the
    /// nearest of those that have not moved.
    Behind(Option<String>),
}

impl Place {
    /// The place as far as it is not the same as another.
    #[must_use]
    pub fn words_beside(&self, other: &Self) -> String {
        match (self, other) {
            (Self::Cell { stage, lane }, Self::Cell { stage: other_stage, lane: other_lane }) => {
                match (stage == other_stage, lane == other_lane) {
                    (true, false) => lane.clone(),
                    (false, true) => stage.clone(),
                    _ => format!("{stage}, {lane}"),
                }
            }
            (Self::Cell { stage, lane }, Self::Behind(_)) => format!("{stage}, {lane}"),
            (Self::Behind(Some(name)), _) => format!("behind “{name}”"),
            (Self::Behind(None), _) => "first place".to_owned(),
        }
    }
}

/// What became of an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DifferenceKind {
    /// Only in the second state.
    Added,
    /// Only in the first state.
    Gone,
    /// In both, in another stage or lane, or in another order.
    Moved {
        /// The place in the first state.
        from: Place,
        /// The place in the second state.
        to: Place,
    },
    /// In both, with other content.
    Changed {
        /// Which parts differ; at least one.
        parts: Vec<ChangedPart>,
    },
}

impl Difference {
    /// The element as it stands last: in the second state, or in the first if it is gone.
    #[must_use]
    pub fn record(&self) -> Option<RecordId> {
        self.after.or(self.before)
    }

    /// What differs, in words; empty where its kind says all.
    #[must_use]
    pub fn words(&self) -> String {
        self.kind.words(true)
    }

    /// The same in fewer words: free text and what is not set any more are only named.
    #[must_use]
    pub fn brief_words(&self) -> String {
        self.kind.words(false)
    }
}

impl DifferenceKind {
    fn words(&self, in_full: bool) -> String {
        match self {
            Self::Added | Self::Gone => String::new(),
            Self::Moved { from, to } => {
                format!("from {} to {}", from.words_beside(to), to.words_beside(from))
            }
            Self::Changed { parts } => parts::words(parts, in_full),
        }
    }

    /// The word that people read.
    #[must_use]
    pub fn label(&self) -> &'static str {
        match self {
            Self::Added => "Added",
            Self::Gone => "Gone",
            Self::Moved { .. } => "Moved",
            Self::Changed { .. } => "Changed",
        }
    }
}

/// What differs between two states of a journey: stages, lanes, steps, connectors, each in reading order, those
/// that are gone before those that are new. An element that moved and changed is listed as both.
#[must_use]
pub fn differences(document: &Document, journey: JourneyId, before: State, after: State) -> Vec<Difference> {
    let map = |state| MapKey { journey, state };
    differences_of_maps(document, map(before), map(after))
}

/// The same of any two maps, also of two journeys of which one began as a copy of the other.
#[must_use]
pub fn differences_of_maps(document: &Document, before: MapKey, after: MapKey) -> Vec<Difference> {
    let (old, new) = (document.map_view(before), document.map_view(after));
    let mut found = Vec::new();
    stages(&old, &new, &mut found);
    lanes(document, &old, &new, &mut found);
    steps(document, &old, &new, &mut found);
    connectors(document, &old, &new, &mut found);
    found
}

/// An element in the first state and its counterpart in the second; at least one is there.
type Pair<'a, K, V> = (Option<(K, &'a V)>, Option<(K, &'a V)>);

/// The elements of both states by counterpart, in the reading order of the first, then of the second.
fn paired<'a, K: Copy, V>(
    old: &[(K, &'a V)],
    new: &[(K, &'a V)],
    counterpart: impl Fn(&V) -> CounterpartId,
) -> Vec<Pair<'a, K, V>> {
    let by_counterpart: BTreeMap<CounterpartId, usize> =
        new.iter().enumerate().map(|(index, (_, it))| (counterpart(it), index)).collect();
    let mut met = vec![false; new.len()];
    let mut pairs: Vec<_> = old
        .iter()
        .map(|old| {
            let twin = by_counterpart.get(&counterpart(old.1)).copied();
            if let Some(index) = twin {
                met[index] = true;
            }
            (Some(*old), twin.map(|index| new[index]))
        })
        .collect();
    pairs.extend(new.iter().zip(met).filter(|(_, met)| !met).map(|(it, _)| (None, Some(*it))));
    pairs
}

/// The same pairs, with a connector that was deleted and one that was drawn anew between the same steps taken for one.
fn joined_alike<'a, E: PartialEq>(
    pairs: Vec<Pair<'a, ConnectorId, Connector>>,
    ends: impl Fn(&Connector) -> E,
) -> Vec<Pair<'a, ConnectorId, Connector>> {
    let (mut drawn, mut rest): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|it| it.0.is_none());
    for pair in rest.iter_mut().filter(|it| it.1.is_none()) {
        let same = |it: &Pair<'a, ConnectorId, Connector>| match (pair.0, it.1) {
            (Some((_, old)), Some((_, new))) => ends(old) == ends(new),
            _ => false,
        };
        if let Some(index) = drawn.iter().position(same) {
            pair.1 = drawn.remove(index).1;
        }
    }
    rest.extend(drawn);
    rest
}

/// Adds what became of each pair: `both` says it of elements that are in either state.
fn tell<'a, K: Copy, V>(
    found: &mut Vec<Difference>,
    pairs: Vec<Pair<'a, K, V>>,
    record: fn(K) -> RecordId,
    name: impl Fn(&V) -> String,
    mut both: impl FnMut((K, &'a V), (K, &'a V)) -> Vec<DifferenceKind>,
) {
    for (before, after) in pairs {
        let kinds = match (before, after) {
            (Some(before), Some(after)) => both(before, after),
            (Some(_), None) => vec![DifferenceKind::Gone],
            (None, _) => vec![DifferenceKind::Added],
        };
        let name = after.or(before).map(|it| name(it.1)).unwrap_or_default();
        let [before, after] = [before, after].map(|it| it.map(|it| record(it.0)));
        found.extend(kinds.into_iter().map(|kind| Difference { before, after, kind, name: name.clone() }));
    }
}

/// A move, then a change, as far as there is one.
fn moved_and_changed(moved: Option<DifferenceKind>, parts: Vec<ChangedPart>) -> Vec<DifferenceKind> {
    let changed = (!parts.is_empty()).then_some(DifferenceKind::Changed { parts });
    moved.into_iter().chain(changed).collect()
}

fn stages(old: &MapView<'_>, new: &MapView<'_>, found: &mut Vec<Difference>) {
    let pairs = paired(&old.stages, &new.stages, |it| it.counterpart);
    let mut moved = order::moves(&common(&pairs), &places(&new.stages), |it| it.title.to_string());
    tell(
        found,
        pairs,
        RecordId::Stage,
        |it| it.title.to_string(),
        |(_, before), (id, after)| moved_and_changed(moved.remove(&id), parts::of_stage(before, after)),
    );
}

fn lanes(document: &Document, old: &MapView<'_>, new: &MapView<'_>, found: &mut Vec<Difference>) {
    let pairs = paired(&old.lanes, &new.lanes, |it| it.counterpart);
    let mut moved = order::moves(&common(&pairs), &places(&new.lanes), |it| it.title.to_string());
    tell(
        found,
        pairs,
        RecordId::Lane,
        |it| it.title.to_string(),
        |(_, before), (id, after)| {
            moved_and_changed(moved.remove(&id), parts::of_lane(document, before, after))
        },
    );
}

fn steps(document: &Document, old: &MapView<'_>, new: &MapView<'_>, found: &mut Vec<Difference>) {
    let place = |it: &Step| {
        let (stage, lane) = (document.get(it.stage)?, document.get(it.lane)?);
        let name = Place::Cell { stage: stage.title.to_string(), lane: lane.title.to_string() };
        Some(((stage.counterpart, lane.counterpart), name))
    };
    let pairs = paired(&old.steps, &new.steps, |it| it.counterpart);
    let mut moved = BTreeMap::new();
    let mut staying: BTreeMap<_, Vec<(StepId, &Step)>> = BTreeMap::new();
    for (before, (id, after)) in pairs.iter().filter_map(|it| Some((it.0?.1, it.1?))) {
        let (Some(from), Some(to)) = (place(before), place(after)) else { continue };
        if from.0 == to.0 {
            staying.entry(to.0).or_default().push((id, after));
        } else {
            moved.insert(id, DifferenceKind::Moved { from: from.1, to: to.1 });
        }
    }
    let places = places(&new.steps);
    for staying in staying.values() {
        moved.extend(order::moves(staying, &places, |it| it.title.to_string()));
    }
    let cards = Cards::of(document, old, new);
    tell(
        found,
        pairs,
        RecordId::Step,
        |it| it.title.to_string(),
        |(was, before), (id, after)| {
            let mut parts = parts::of_step(document, before, after);
            parts.extend(cards.changed(was, id));
            moved_and_changed(moved.remove(&id), parts)
        },
    );
}

fn connectors(document: &Document, old: &MapView<'_>, new: &MapView<'_>, found: &mut Vec<Difference>) {
    let title = |id: StepId| document.get(id).map(|it| it.title.to_string()).unwrap_or_default();
    let counterpart = |id: StepId| document.get(id).map(|it| it.counterpart);
    let ends = |it: &Connector| (counterpart(it.from), counterpart(it.to));
    let pairs = paired(&old.connectors, &new.connectors, |it| it.counterpart);
    tell(
        found,
        joined_alike(pairs, ends),
        RecordId::Connector,
        |it| format!("{} → {}", title(it.from), title(it.to)),
        |(_, before), (_, after)| moved_and_changed(None, parts::of_connector(document, before, after)),
    );
}

/// The elements that are in both states, as they are in the second and in the order of the first.
fn common<'a, K: Copy, V>(pairs: &[Pair<'a, K, V>]) -> Vec<(K, &'a V)> {
    pairs.iter().filter_map(|it| it.0.and(it.1)).collect()
}

/// Where each element stands in its order.
fn places<K: Copy + Ord, V>(view: &[(K, &V)]) -> BTreeMap<K, usize> {
    view.iter().enumerate().map(|(at, it)| (it.0, at)).collect()
}

/// The cards of both states, internal ones left out as everywhere. Cards stay with the state of which they were said,
/// so that nothing is compared where one of the two maps has none at all.
struct Cards<'a>(Option<BTreeMap<StepId, Vec<parts::CardWords<'a>>>>);

impl<'a> Cards<'a> {
    fn of(document: &'a Document, old: &MapView<'_>, new: &MapView<'_>) -> Self {
        let mut by_step: BTreeMap<StepId, Vec<parts::CardWords<'a>>> = BTreeMap::new();
        for it in document.cards().values().filter(|it| !it.internal) {
            by_step.entry(it.step).or_default().push(parts::CardWords::of(it));
        }
        let has_some = |view: &MapView<'_>| view.steps.iter().any(|(id, _)| by_step.contains_key(id));
        let compared = has_some(old) && has_some(new);
        Self(compared.then_some(by_step))
    }

    fn changed(&self, before: StepId, after: StepId) -> Option<ChangedPart> {
        let by_step = self.0.as_ref()?;
        let of = |id| by_step.get(&id).map_or(&[][..], Vec::as_slice);
        parts::of_cards(of(before), of(after))
    }
}
