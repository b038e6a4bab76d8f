//! Adding an excerpt of a workshop, the same or another, to a workshop.

mod place;

pub use place::NewBands;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::draft::Draft;
use crate::rank::{Ranked, place};
use crate::tables::refer_anew;
use crate::{
    ConnectorId, CounterpartId, Document, Evidence, JourneyId, LaneId, MapKey, Rank, RecordId, RecordKey,
    Refusal, StageId, Step, StepId, Title, decision, evidence, folded, journey, lane, stage,
};

/// What is pasted and where.
///
/// Every record of the excerpt that is added gets a new identity and keeps its counterpart, unless something in the
/// map where it arrives has that already. Roles are found again by identity, then by title, and added when they are
/// not there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Paste {
    /// A workshop with only what is pasted and what that stands in ([`Document::excerpt`]).
    pub excerpt: Document,
    /// Where it goes.
    pub place: PastePlace,
    /// What was done, for the name of the step of undo.
    pub verb: PasteVerb,
    /// A new identity for each record of the excerpt ([`Document::record_count`]); some stay unused.
    pub ids: Vec<Uuid>,
}

/// Where an excerpt goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PastePlace {
    /// Its journeys are added to the workshop, last.
    Workshop,
    /// Its steps are added to a map. Stages and lanes of the excerpt that stand in `stages` and `lanes` are taken for
    /// those of the map; the others are added.
    #[allow(missing_docs)]
    Map {
        map: MapKey,
        stages: BTreeMap<StageId, StageId>,
        lanes: BTreeMap<LaneId, LaneId>,
        /// In front of which stage new stages go; `None`: last.
        stage_before: Option<StageId>,
        /// Above which lane new lanes go; `None`: last.
        lane_before: Option<LaneId>,
        /// In front of which step new steps go in its cell; they go last in all others.
        step_before: Option<StepId>,
    },
}

/// What is done by pasting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PasteVerb {
    /// Something that was copied is pasted.
    Paste,
    /// Something is duplicated beside itself.
    Duplicate,
    /// Rows of a table become steps.
    Add,
}

impl Paste {
    pub(crate) fn label(&self) -> String {
        let verb = match self.verb {
            PasteVerb::Paste => "Paste",
            PasteVerb::Duplicate => "Duplicate",
            PasteVerb::Add => "Add",
        };
        let counted = |noun: &str, titles: Vec<&crate::Title>| match titles.as_slice() {
            [] => None,
            [title] => Some(format!("{verb} {noun}“{title}”")),
            _ => Some(format!(
                "{verb} {} {}s",
                titles.len(),
                if noun.is_empty() { "step" } else { noun.trim() }
            )),
        };
        let excerpt = &self.excerpt;
        let what = match &self.place {
            PastePlace::Workshop => {
                counted("journey ", excerpt.journeys.values().map(|it| &it.title).collect())
            }
            PastePlace::Map { stages, lanes, .. } => {
                let new_stages = excerpt.stages.iter().filter(|(id, _)| !stages.contains_key(id));
                let new_lanes = excerpt.lanes.iter().filter(|(id, _)| !lanes.contains_key(id));
                counted("", excerpt.steps.values().map(|it| &it.title).collect())
                    .or_else(|| counted("stage ", new_stages.map(|(_, it)| &it.title).collect()))
                    .or_else(|| counted("lane ", new_lanes.map(|(_, it)| &it.title).collect()))
            }
        };
        what.unwrap_or_else(|| verb.to_owned())
    }
}

/// Identities not used yet.
struct Fresh<'a>(std::slice::Iter<'a, Uuid>);

impl Fresh<'_> {
    fn next<I: RecordKey>(&mut self) -> Result<I, Refusal> {
        self.0.next().map(|id| I::from(*id)).ok_or(Refusal::TooFewIds)
    }
}

/// Plans the paste.
pub(crate) fn paste(draft: &mut Draft<'_>, paste: &Paste) -> Result<(), Refusal> {
    if !paste.excerpt.violations().is_empty() {
        return Err(Refusal::Unsound);
    }
    let mut new = Arrived::default();
    let mut fresh = Fresh(paste.ids.iter());
    add_each(draft, paste, &mut new, &mut fresh)
}

/// The record of a register that is meant by one of the excerpt: found by identity or title, else added, last.
fn arrive_in_register<R: Ranked + Renamed>(
    draft: &mut Draft<'_>,
    id: R::Id,
    record: &R,
    title: fn(&R) -> &Title,
    new: &Arrived,
    fresh: &mut Fresh<'_>,
) -> Result<R::Id, Refusal> {
    if draft.get(id).is_ok() {
        return Ok(id);
    }
    let wanted = folded(title(record).as_str());
    let same = draft.iter::<R>().filter(|(_, it)| folded(title(it).as_str()) == wanted);
    if let Some((_, id)) = same.map(|(id, it)| (it.rank(), id)).min() {
        return Ok(id);
    }
    let arrived: R::Id = fresh.next()?;
    let siblings = draft.in_order(|_: &R| true);
    draft.add(arrived, new.renamed(record))?;
    place::<R>(draft, &siblings, &[arrived], None)?;
    Ok(arrived)
}

fn arrive_journeys(
    draft: &mut Draft<'_>,
    paste: &Paste,
    new: &mut Arrived,
    fresh: &mut Fresh<'_>,
) -> Result<(), Refusal> {
    for (id, it) in paste.excerpt.journeys_in_order() {
        let arrived = match &paste.place {
            PastePlace::Map { map, .. } => {
                draft.get(map.journey)?;
                map.journey
            }
            PastePlace::Workshop => {
                let arrived = fresh.next()?;
                journey::add(draft, arrived, &new.renamed(it), None)?;
                arrived
            }
        };
        new.journeys.insert(id, arrived);
    }
    Ok(())
}

/// The map that a record of the excerpt arrives in.
fn arrival(paste: &Paste, new: &Arrived, from: MapKey) -> MapKey {
    match &paste.place {
        PastePlace::Map { map, .. } => *map,
        PastePlace::Workshop => {
            let journey: JourneyId = new.journeys.get(&from.journey).copied().unwrap_or(from.journey);
            MapKey { journey, ..from }
        }
    }
}

fn arrive_stages(
    draft: &mut Draft<'_>,
    paste: &Paste,
    new: &mut Arrived,
    fresh: &mut Fresh<'_>,
) -> Result<(), Refusal> {
    let mut taken = Taken::new(draft.iter::<crate::Stage>().map(|(_, it)| (it.map(), it.counterpart)));
    for (id, it) in in_order(paste.excerpt.stages(), |it| it.rank) {
        let map = arrival(paste, new, it.map());
        let (known, before) = match &paste.place {
            PastePlace::Map { stages, stage_before, .. } => (stages.get(&id).copied(), *stage_before),
            PastePlace::Workshop => (None, None),
        };
        let arrived = match known {
            Some(known) if draft.get(known)?.map() == map => known,
            Some(_) => return Err(Refusal::OtherMap),
            None => {
                let arrived: StageId = fresh.next()?;
                let counterpart = taken.claim(map, it.counterpart, arrived.0);
                let MapKey { journey, state } = map;
                let added = crate::Stage { journey, state, counterpart, ..it.clone() };
                stage::add(draft, arrived, &added, before)?;
                arrived
            }
        };
        new.stages.insert(id, arrived);
    }
    Ok(())
}

fn arrive_lanes(
    draft: &mut Draft<'_>,
    paste: &Paste,
    new: &mut Arrived,
    fresh: &mut Fresh<'_>,
) -> Result<(), Refusal> {
    let mut taken = Taken::new(draft.iter::<crate::Lane>().map(|(_, it)| (it.map(), it.counterpart)));
    for (id, it) in in_order(paste.excerpt.lanes(), |it| it.rank) {
        let map = arrival(paste, new, it.map());
        let (known, before) = match &paste.place {
            PastePlace::Map { lanes, lane_before, .. } => (lanes.get(&id).copied(), *lane_before),
            PastePlace::Workshop => (None, None),
        };
        let arrived = match known {
            Some(known) if draft.get(known)?.map() == map => known,
            Some(_) => return Err(Refusal::OtherMap),
            None => {
                let arrived: LaneId = fresh.next()?;
                let counterpart = taken.claim(map, it.counterpart, arrived.0);
                let MapKey { journey, state } = map;
                let added = crate::Lane { journey, state, counterpart, ..new.renamed(it) };
                lane::add(draft, arrived, &added, before)?;
                arrived
            }
        };
        new.lanes.insert(id, arrived);
    }
    Ok(())
}

fn arrive_steps(
    draft: &mut Draft<'_>,
    paste: &Paste,
    new: &mut Arrived,
    fresh: &mut Fresh<'_>,
) -> Result<(), Refusal> {
    let excerpt = &paste.excerpt;
    let on_map =
        draft.iter::<Step>().filter_map(|(_, it)| Some((draft.get(it.stage).ok()?.map(), it.counterpart)));
    let mut taken = Taken::new(on_map);
    let mut order: Vec<(_, StepId)> = Vec::new();
    for (id, it) in excerpt.steps() {
        let (Some(stage), Some(lane)) = (excerpt.get(it.stage), excerpt.get(it.lane)) else { continue };
        order.push(((stage.rank, lane.rank, it.rank), *id));
    }
    order.sort_unstable();
    let mut cells: BTreeMap<(StageId, LaneId), Vec<StepId>> = BTreeMap::new();
    for (_, id) in order {
        let Some(it) = excerpt.get(id) else { continue };
        let mut added = new.renamed(it);
        let map = draft.get(added.stage)?.map();
        if draft.get(added.lane)?.map() != map {
            return Err(Refusal::OtherMap);
        }
        let arrived: StepId = fresh.next()?;
        added.counterpart = taken.claim(map, it.counterpart, arrived.0);
        cells.entry((added.stage, added.lane)).or_default().push(arrived);
        draft.add(arrived, added)?;
        new.steps.insert(id, arrived);
    }
    let before = match &paste.place {
        PastePlace::Map { step_before, .. } => *step_before,
        PastePlace::Workshop => None,
    };
    for ((stage, lane), added) in cells {
        let mut siblings = draft.steps_of_cell(stage, lane);
        siblings.retain(|id| !added.contains(id));
        place::<Step>(draft, &siblings, &added, before.filter(|id| siblings.contains(id)))?;
    }
    Ok(())
}

fn arrive_connectors(
    draft: &mut Draft<'_>,
    paste: &Paste,
    new: &mut Arrived,
    fresh: &mut Fresh<'_>,
) -> Result<(), Refusal> {
    let on_map = draft
        .iter::<crate::Connector>()
        .filter_map(|(_, it)| Some((draft.map_of_step(it.from).ok()?, it.counterpart)));
    let mut taken = Taken::new(on_map);
    for (id, it) in paste.excerpt.connectors() {
        let arrived: ConnectorId = fresh.next()?;
        // Both ends are new, so nothing connects them yet.
        let mut added = new.renamed(it);
        added.counterpart = taken.claim(draft.map_of_step(added.from)?, it.counterpart, arrived.0);
        draft.add(arrived, added)?;
        new.connectors.insert(*id, arrived);
    }
    Ok(())
}

/// Decisions arrive last, in their order; one of which no place has arrived does not.
fn arrive_decisions(
    draft: &mut Draft<'_>,
    paste: &Paste,
    new: &mut Arrived,
    fresh: &mut Fresh<'_>,
) -> Result<(), Refusal> {
    for (id, it) in paste.excerpt.decisions_in_order() {
        let added = new.renamed(it);
        if added.stages.is_empty() && added.steps.is_empty() {
            continue;
        }
        let arrived = fresh.next()?;
        decision::add(draft, arrived, &added, None)?;
        new.decisions.insert(id, arrived);
    }
    Ok(())
}

/// Evidence that is there already, or says the same, is also about what has arrived; any other is added, last, under a
/// number of its own.
fn arrive_evidence(
    draft: &mut Draft<'_>,
    paste: &Paste,
    new: &mut Arrived,
    fresh: &mut Fresh<'_>,
) -> Result<(), Refusal> {
    for (id, it) in paste.excerpt.evidence_in_order() {
        let added = new.renamed(it);
        let same = |it: &Evidence| it.kind == added.kind && it.text == added.text;
        let there = if draft.get(id).is_ok() {
            Some(id)
        } else {
            draft.iter::<Evidence>().find(|(_, it)| same(it)).map(|(id, _)| id)
        };
        let arrived = match there {
            Some(there) => {
                draft.update(there, |it| it.about.extend(added.about))?;
                there
            }
            None => {
                let arrived = fresh.next()?;
                evidence::add(draft, arrived, &added, None)?;
                arrived
            }
        };
        new.evidence.insert(id, arrived);
    }
    Ok(())
}

/// Counterparts that a map has already.
struct Taken(BTreeSet<(MapKey, CounterpartId)>);

impl Taken {
    fn new(there: impl Iterator<Item = (MapKey, CounterpartId)>) -> Self {
        Self(there.collect())
    }

    /// The counterpart where the map has none such yet, else a new one.
    fn claim(&mut self, map: MapKey, counterpart: CounterpartId, otherwise: Uuid) -> CounterpartId {
        if self.0.insert((map, counterpart)) { counterpart } else { CounterpartId(otherwise) }
    }
}

fn in_order<K: Ord + Copy, V>(table: &BTreeMap<K, V>, rank: impl Fn(&V) -> Rank) -> Vec<(K, &V)> {
    let mut found: Vec<(K, &V)> = table.iter().map(|(id, it)| (*id, it)).collect();
    found.sort_by_key(|(id, it)| (rank(it), *id));
    found
}

macro_rules! arriving {
    ($($table:ident $label:literal: $Id:ident => $Record:ident {
        $($field:ident: $on:ident($Target:ident in $to:ident)),*
    })*) => {
        /// What each record of the excerpt has become.
        #[derive(Default)]
        struct Arrived {
            $($table: BTreeMap<crate::$Id, crate::$Id>,)*
        }

        impl Arrived {
            /// The record with its references to what they have become.
            fn renamed<R: Renamed>(&self, record: &R) -> R {
                let mut record = record.clone();
                record.rename(self);
                record
            }
        }

        /// A record whose references can be told what they have become.
        trait Renamed: Clone {
            fn rename(&mut self, new: &Arrived);
        }

        $(impl Renamed for crate::$Record {
            fn rename(&mut self, _new: &Arrived) {
                $(arriving!(@rename $on _new.$to, $Target, self.$field);)*
            }
        })*

        /// Adds kind after kind, so that what a record refers to has arrived before it.
        fn add_each(
            draft: &mut Draft<'_>,
            paste: &Paste,
            new: &mut Arrived,
            fresh: &mut Fresh<'_>,
        ) -> Result<(), Refusal> {
            $(arriving!(@add $Record, $table, draft, paste, new, fresh);)*
            Ok(())
        }
    };
    // The plan sees to it that what a record cannot be without arrives first.
    (@rename Cascade $new:expr, $Target:ident, $field:expr) => {
        if let Some(arrived) = $new.get(&$field) {
            $field = *arrived;
        }
    };
    (@rename Follow $new:expr, $Target:ident, $field:expr) => {
        if let RecordId::$Target(id) = $field
            && let Some(arrived) = $new.get(&id)
        {
            $field = RecordId::$Target(*arrived);
        }
    };
    (@rename Leave $new:expr, $Target:ident, $field:expr) => {
        refer_anew::<crate::$Target>(&mut $field, |id| $new.get(&id).copied());
    };
    (@rename Clear $new:expr, $Target:ident, $field:expr) => {
        $field = $field.and_then(|id| $new.get(&id).copied());
    };
    (@add Role, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        arriving!(@register $table, $draft, $paste, $new, $fresh);
    };
    (@add Channel, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        arriving!(@register $table, $draft, $paste, $new, $fresh);
    };
    (@add ItSystem, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        arriving!(@register $table, $draft, $paste, $new, $fresh);
    };
    (@add Persona, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        arriving!(@register $table, $draft, $paste, $new, $fresh);
    };
    (@add Activity, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        arriving!(@register $table, $draft, $paste, $new, $fresh);
    };
    (@add Disruption, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        arriving!(@register $table, $draft, $paste, $new, $fresh);
    };
    (@add Participant, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        arriving!(@register $table, $draft, $paste, $new, $fresh);
    };
    (@add Workstream, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        arriving!(@register $table, $draft, $paste, $new, $fresh);
    };
    (@add Recommendation, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        arriving!(@here $table, $draft, $paste, $new);
    };
    (@add EarlierWorkshop, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        arriving!(@here $table, $draft, $paste, $new);
    };
    (@add Milestone, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        arriving!(@here $table, $draft, $paste, $new);
    };
    (@add Logo, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        arriving!(@here $table, $draft, $paste, $new);
    };
    (@add Choice, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        arriving!(@here $table, $draft, $paste, $new);
    };
    (@add Concern, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        arriving!(@here $table, $draft, $paste, $new);
    };
    (@add Forum, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        arriving!(@here $table, $draft, $paste, $new);
    };
    (@add Assessment, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        arriving!(@here $table, $draft, $paste, $new);
    };
    (@add HealthQuestion, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        arriving!(@here $table, $draft, $paste, $new);
    };
    (@add Round, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        arriving!(@here $table, $draft, $paste, $new);
    };
    // What one room has scored, found or recommends is not taken to another; nothing that is copied holds it.
    (@here $table:ident, $draft:ident, $paste:ident, $new:ident) => {
        for id in $paste.excerpt.$table().keys() {
            $draft.get(*id).map_err(|_| Refusal::Unsound)?;
            $new.$table.insert(*id, *id);
        }
    };
    (@add CustomerGroup, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        arriving!(@register $table, $draft, $paste, $new, $fresh);
    };
    (@register $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        for (id, it) in in_order($paste.excerpt.$table(), |it| it.rank) {
            let arrived = arrive_in_register($draft, id, it, |it| &it.title, $new, $fresh)?;
            $new.$table.insert(id, arrived);
        }
    };
    (@add Journey, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        arrive_journeys($draft, $paste, $new, $fresh)?;
    };
    (@add Stage, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        arrive_stages($draft, $paste, $new, $fresh)?;
    };
    (@add Lane, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        arrive_lanes($draft, $paste, $new, $fresh)?;
    };
    (@add Step, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        arrive_steps($draft, $paste, $new, $fresh)?;
    };
    (@add Connector, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        arrive_connectors($draft, $paste, $new, $fresh)?;
    };
    (@add Decision, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        arrive_decisions($draft, $paste, $new, $fresh)?;
    };
    (@add KeptFinding, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        arriving!(@here $table, $draft, $paste, $new);
    };
    (@add Evidence, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        arrive_evidence($draft, $paste, $new, $fresh)?;
    };
    // What belongs to a step or to another of these comes along as it is.
    (@add $Record:ident, $table:ident, $draft:ident, $paste:ident, $new:ident, $fresh:ident) => {
        for (id, record) in $paste.excerpt.$table() {
            let arrived = $fresh.next()?;
            let record = $new.renamed(record);
            $draft.add(arrived, record)?;
            $new.$table.insert(*id, arrived);
        }
    };
}

crate::tables!(arriving);
