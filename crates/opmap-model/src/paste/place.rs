//! Where an excerpt goes on a map that has stages and lanes of its own.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{Paste, PastePlace, PasteVerb};
use crate::{Document, Lane, LaneId, MapKey, MapView, StageId, StepId, folded};

/// In front of which stage and above which lane the new ones go; `None`: last.
pub type NewBands = (Option<StageId>, Option<LaneId>);

impl Paste {
    /// A paste without what is not needed for it. `fresh` gives an identity for each record.
    pub fn new(
        mut excerpt: Document,
        place: PastePlace,
        verb: PasteVerb,
        mut fresh: impl FnMut() -> Uuid,
    ) -> Self {
        if let PastePlace::Map { lanes, .. } = &place {
            // Who performs a lane that is there already is settled there.
            for id in lanes.keys() {
                if let Some(lane) = excerpt.lanes.get_mut(id) {
                    let bare = Lane::new(*id, lane.map(), lane.title.clone(), lane.kind);
                    *lane = Lane { rank: lane.rank, counterpart: lane.counterpart, ..bare };
                }
            }
            excerpt = excerpt.without_idle_registers();
        }
        let ids = (0..excerpt.record_count()).map(|_| fresh()).collect();
        Self { excerpt, place, verb, ids }
    }
}

impl PastePlace {
    /// Steps that begin at a stage and a lane of `map` and keep their distances, up to the last stage and lane. Where
    /// the stage is not given, stages are found by their titles, and those not found are added; lanes likewise.
    #[must_use]
    pub fn of_steps(
        document: &Document,
        excerpt: &Document,
        map: MapKey,
        stage: Option<StageId>,
        lane: Option<LaneId>,
        step_before: Option<StepId>,
    ) -> Self {
        let (there, here) = (document.map_view(map), Bands::of(excerpt));
        let used_stages = |id: StageId| excerpt.steps.values().any(|it| it.stage == id);
        let used_lanes = |id: LaneId| excerpt.steps.values().any(|it| it.lane == id);
        let stages = match stage {
            Some(first) => shifted(&here.stages, &stages(&there), first),
            None => by_title(&here.stages, &stages(&there), used_stages),
        };
        let lanes = match lane {
            Some(first) => shifted(&here.lanes, &lanes(&there), first),
            None => by_title(&here.lanes, &lanes(&there), used_lanes),
        };
        Self::Map { map, stages, lanes, stage_before: None, lane_before: None, step_before }
    }

    /// Stages that are added in front of one of `map`, with their steps in the lanes of the same titles.
    #[must_use]
    pub fn of_stages(document: &Document, excerpt: &Document, map: MapKey, new: NewBands) -> Self {
        let (there, here) = (document.map_view(map), Bands::of(excerpt));
        let lanes =
            by_title(&here.lanes, &lanes(&there), |id| excerpt.steps.values().any(|it| it.lane == id));
        Self::Map {
            map,
            stages: BTreeMap::new(),
            lanes,
            stage_before: new.0,
            lane_before: new.1,
            step_before: None,
        }
    }

    /// Lanes that are added above one of `map`, with their steps in the stages of the same titles.
    #[must_use]
    pub fn of_lanes(document: &Document, excerpt: &Document, map: MapKey, new: NewBands) -> Self {
        let (there, here) = (document.map_view(map), Bands::of(excerpt));
        let stages =
            by_title(&here.stages, &stages(&there), |id| excerpt.steps.values().any(|it| it.stage == id));
        Self::Map {
            map,
            stages,
            lanes: BTreeMap::new(),
            stage_before: new.0,
            lane_before: new.1,
            step_before: None,
        }
    }
}

/// A stage or lane with its title as it is compared.
type Band<I> = (I, String);

/// The stages and lanes of an excerpt in their order.
struct Bands {
    stages: Vec<Band<StageId>>,
    lanes: Vec<Band<LaneId>>,
}

impl Bands {
    fn of(excerpt: &Document) -> Self {
        let stages = super::in_order(&excerpt.stages, |it| it.rank);
        let lanes = super::in_order(&excerpt.lanes, |it| it.rank);
        Self {
            stages: stages.into_iter().map(|(id, it)| (id, folded(it.title.as_str()))).collect(),
            lanes: lanes.into_iter().map(|(id, it)| (id, folded(it.title.as_str()))).collect(),
        }
    }
}

fn stages(view: &MapView<'_>) -> Vec<Band<StageId>> {
    view.stages.iter().map(|(id, it)| (*id, folded(it.title.as_str()))).collect()
}

fn lanes(view: &MapView<'_>) -> Vec<Band<LaneId>> {
    view.lanes.iter().map(|(id, it)| (*id, folded(it.title.as_str()))).collect()
}

/// Each band of the excerpt for one of the map, beginning with `first`; what would be beyond the last is the last.
fn shifted<I: Copy + Ord>(here: &[Band<I>], there: &[Band<I>], first: I) -> BTreeMap<I, I> {
    let start = there.iter().position(|(id, _)| *id == first).unwrap_or(0);
    let at = |index: usize| there.get(start + index).or(there.last());
    here.iter().enumerate().filter_map(|(index, (id, _))| Some((*id, at(index)?.0))).collect()
}

/// Each band of the excerpt for the one of the map with the same title, each of those once.
fn by_title<I: Copy + Ord>(here: &[Band<I>], there: &[Band<I>], used: impl Fn(I) -> bool) -> BTreeMap<I, I> {
    let mut free: Vec<&Band<I>> = there.iter().collect();
    let mut found = BTreeMap::new();
    for (id, title) in here {
        if let Some(index) = free.iter().position(|(_, it)| it == title) {
            found.insert(*id, free.remove(index).0);
        } else if let (false, Some((any, _))) = (used(*id), there.first()) {
            // A band that only keeps a distance is not worth adding; nothing will lie in it.
            found.insert(*id, *any);
        }
    }
    found
}
