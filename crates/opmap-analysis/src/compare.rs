//! The difference between two states of a journey, element by element.

mod merged;

use std::collections::BTreeMap;

use opmap_model::{
    Connector, ConnectorId, CounterpartId, Document, JourneyId, LaneId, MapKey, MapView, RecordId, StageId,
    State, StepId, Title,
};

pub use merged::{Merged, merged};

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

/// Where a step stands, by the names of its stage and lane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The name of the stage.
    pub stage: String,
    /// The name of the lane.
    pub lane: String,
}

impl Place {
    /// The place as far as it is not the same as another.
    #[must_use]
    pub fn words_beside(&self, other: &Self) -> String {
        match (self.stage == other.stage, self.lane == other.lane) {
            (true, false) => self.lane.clone(),
            (false, true) => self.stage.clone(),
            _ => format!("{}, {}", self.stage, self.lane),
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
    /// In both, in another stage or lane.
    Moved {
        /// The place in the first state.
        from: Place,
        /// The place in the second state.
        to: Place,
    },
    /// In both, with other content.
    Changed {
        /// Which parts differ, as words.
        parts: Vec<&'static str>,
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
    pub fn words(&self, document: &Document) -> String {
        match &self.kind {
            DifferenceKind::Added | DifferenceKind::Gone => String::new(),
            DifferenceKind::Moved { from, to } => {
                format!("from {} to {}", from.words_beside(to), to.words_beside(from))
            }
            DifferenceKind::Changed { parts } => {
                let was = self.before.filter(|_| parts.contains(&"name")).and_then(|it| title(document, it));
                let words = parts.iter().map(|part| match (&was, *part) {
                    (Some(was), "name") => format!("name (was “{was}”)"),
                    (_, part) => part.to_owned(),
                });
                words.collect::<Vec<_>>().join(", ")
            }
        }
    }
}

fn title(document: &Document, record: RecordId) -> Option<&Title> {
    match record {
        RecordId::Stage(id) => document.get(id).map(|it| &it.title),
        RecordId::Lane(id) => document.get(id).map(|it| &it.title),
        RecordId::Step(id) => document.get(id).map(|it| &it.title),
        _ => None,
    }
}

impl DifferenceKind {
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
/// that are gone before those that are new. A step that moved and changed is listed as both.
#[must_use]
pub fn differences(document: &Document, journey: JourneyId, before: State, after: State) -> Vec<Difference> {
    let old = document.map_view(MapKey { journey, state: before });
    let new = document.map_view(MapKey { journey, state: after });
    let mut found = Vec::new();
    stages(&old, &new, &mut found);
    lanes(&old, &new, &mut found);
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

fn push(
    found: &mut Vec<Difference>,
    before: Option<RecordId>,
    after: Option<RecordId>,
    kind: DifferenceKind,
    name: String,
) {
    found.push(Difference { before, after, kind, name });
}

/// The parts of a pair that are not equal, by their words.
fn parts(unequal: &[(bool, &'static str)]) -> Option<DifferenceKind> {
    let parts: Vec<&'static str> =
        unequal.iter().filter(|(differs, _)| *differs).map(|(_, word)| *word).collect();
    (!parts.is_empty()).then_some(DifferenceKind::Changed { parts })
}

fn one_sided(found: &mut Vec<Difference>, record: RecordId, is_new: bool, name: String) {
    if is_new {
        push(found, None, Some(record), DifferenceKind::Added, name);
    } else {
        push(found, Some(record), None, DifferenceKind::Gone, name);
    }
}

fn stages(old: &MapView<'_>, new: &MapView<'_>, found: &mut Vec<Difference>) {
    let record = |id: StageId| RecordId::Stage(id);
    for pair in paired(&old.stages, &new.stages, |it| it.counterpart) {
        match pair {
            (Some((a, before)), Some((b, after))) => {
                let kind =
                    parts(&[(before.title != after.title, "name"), (before.phase != after.phase, "phase")]);
                if let Some(kind) = kind {
                    push(found, Some(record(a)), Some(record(b)), kind, after.title.to_string());
                }
            }
            (Some((id, it)), None) => one_sided(found, record(id), false, it.title.to_string()),
            (None, Some((id, it))) => one_sided(found, record(id), true, it.title.to_string()),
            (None, None) => {}
        }
    }
}

fn lanes(old: &MapView<'_>, new: &MapView<'_>, found: &mut Vec<Difference>) {
    let record = |id: LaneId| RecordId::Lane(id);
    for pair in paired(&old.lanes, &new.lanes, |it| it.counterpart) {
        match pair {
            (Some((a, before)), Some((b, after))) => {
                let kind = parts(&[
                    (before.title != after.title, "name"),
                    (before.kind != after.kind, "kind"),
                    (before.function != after.function, "function"),
                    (before.role != after.role, "role"),
                    (before.sourcing != after.sourcing, "sourcing"),
                    (before.performer != after.performer, "performer"),
                    (before.dedication != after.dedication, "dedication"),
                    (before.rationale != after.rationale, "rationale"),
                    (before.contract != after.contract, "contract"),
                    (before.others_share != after.others_share, "share of others"),
                    (before.partner_criteria != after.partner_criteria, "criteria for partners"),
                    (before.letters != after.letters, "letters"),
                ]);
                if let Some(kind) = kind {
                    push(found, Some(record(a)), Some(record(b)), kind, after.title.to_string());
                }
            }
            (Some((id, it)), None) => one_sided(found, record(id), false, it.title.to_string()),
            (None, Some((id, it))) => one_sided(found, record(id), true, it.title.to_string()),
            (None, None) => {}
        }
    }
}

fn steps(document: &Document, old: &MapView<'_>, new: &MapView<'_>, found: &mut Vec<Difference>) {
    let record = |id: StepId| RecordId::Step(id);
    for pair in paired(&old.steps, &new.steps, |it| it.counterpart) {
        match pair {
            (Some((a, before)), Some((b, after))) => {
                let place = |stage: StageId, lane: LaneId| {
                    let (stage, lane) = (document.get(stage)?, document.get(lane)?);
                    let name = Place { stage: stage.title.to_string(), lane: lane.title.to_string() };
                    Some(((stage.counterpart, lane.counterpart), name))
                };
                if let (Some(from), Some(to)) =
                    (place(before.stage, before.lane), place(after.stage, after.lane))
                    && from.0 != to.0
                {
                    let kind = DifferenceKind::Moved { from: from.1, to: to.1 };
                    push(found, Some(record(a)), Some(record(b)), kind, after.title.to_string());
                }
                let kind = parts(&[
                    (before.title != after.title, "name"),
                    (before.kind != after.kind, "kind"),
                    (before.channel != after.channel, "channel"),
                    (before.other_channels != after.other_channels, "further channels"),
                    (before.systems != after.systems, "systems"),
                    (before.personas != after.personas, "personas"),
                    (before.performer != after.performer, "performer"),
                    (before.sentiment != after.sentiment, "sentiment"),
                    (before.moment_of_truth != after.moment_of_truth, "moment of truth"),
                    (before.fail_point != after.fail_point, "fail point"),
                    (before.control != after.control, "control"),
                    (before.recovery != after.recovery, "recovery"),
                    (before.fallback != after.fallback, "fallback"),
                    (before.rule != after.rule, "rule"),
                    (before.work_secs != after.work_secs, "work"),
                    (before.wait_secs != after.wait_secs, "waiting"),
                    (before.clock != after.clock, "clock"),
                    (before.first_time_right != after.first_time_right, "first time right"),
                    (before.volume_per_month != after.volume_per_month, "volume"),
                    (before.value != after.value, "value"),
                    (before.evidence != after.evidence, "evidence"),
                    (before.letters != after.letters, "letters"),
                    (before.note != after.note, "note"),
                ]);
                if let Some(kind) = kind {
                    push(found, Some(record(a)), Some(record(b)), kind, after.title.to_string());
                }
            }
            (Some((id, it)), None) => one_sided(found, record(id), false, it.title.to_string()),
            (None, Some((id, it))) => one_sided(found, record(id), true, it.title.to_string()),
            (None, None) => {}
        }
    }
}

fn connectors(document: &Document, old: &MapView<'_>, new: &MapView<'_>, found: &mut Vec<Difference>) {
    let record = |id: ConnectorId| RecordId::Connector(id);
    let title = |id: StepId| document.get(id).map(|it| it.title.to_string()).unwrap_or_default();
    let counterpart = |id: StepId| document.get(id).map(|it| it.counterpart);
    let name = |from: StepId, to: StepId| format!("{} → {}", title(from), title(to));
    let ends = |it: &Connector| (counterpart(it.from), counterpart(it.to));
    let pairs = paired(&old.connectors, &new.connectors, |it| it.counterpart);
    for pair in joined_alike(pairs, ends) {
        match pair {
            (Some((a, before)), Some((b, after))) => {
                let kind = parts(&[
                    (ends(before) != ends(after), "ends"),
                    (before.kind != after.kind, "kind"),
                    (before.label != after.label, "label"),
                    (before.trigger != after.trigger, "trigger"),
                    (before.information != after.information, "information"),
                    (before.owner != after.owner, "owner"),
                    (before.limit_secs != after.limit_secs, "time limit"),
                    (before.acknowledgement != after.acknowledgement, "acknowledgement"),
                    (before.context_carried != after.context_carried, "context carried"),
                ]);
                if let Some(kind) = kind {
                    push(found, Some(record(a)), Some(record(b)), kind, name(after.from, after.to));
                }
            }
            (Some((id, it)), None) => one_sided(found, record(id), false, name(it.from, it.to)),
            (None, Some((id, it))) => one_sided(found, record(id), true, name(it.from, it.to)),
            (None, None) => {}
        }
    }
}
