//! Steps that are dragged: where they would end up, and the edit that puts them there.

use std::collections::BTreeSet;

use opmap_drawing::{DropTarget, MapLayout, Point};
use opmap_model::{ConnectorId, Document, Edit, LaneId, Part, Paste, PastePlace, PasteVerb, StageId, StepId};

use super::in_reading_order;
use crate::identity::fresh_uuid;
use crate::map::growing::put_on;

/// How near to a connector a step is dropped on it, in pixels on the screen.
const REACH: f64 = 7.0;

/// Steps on their way.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Drag {
    /// Which steps.
    pub(crate) ids: BTreeSet<StepId>,
    /// The one that was taken hold of.
    pub(crate) lead: StepId,
    /// Where that was, on the map.
    pub(crate) from: Point,
    /// Where the pointer is.
    pub(crate) now: Point,
    /// Where the lead would end up.
    pub(crate) target: Option<DropTarget>,
    /// The connector that a single step would be put on.
    pub(crate) onto: Option<ConnectorId>,
    /// Whether copies are dragged, and the steps stay.
    pub(crate) copy: bool,
}

impl Drag {
    /// The steps taken hold of at a place.
    pub(crate) fn new(ids: BTreeSet<StepId>, lead: StepId, from: Point) -> Self {
        Self { ids, lead, from, now: from, target: None, onto: None, copy: false }
    }

    /// With the pointer at another place of a map seen at `scale`.
    pub(crate) fn at(self, now: Point, layout: &MapLayout, scale: f64) -> Self {
        let moving: Vec<StepId> = self.ids.iter().copied().collect();
        let target = layout.drop_target(now, &moving);
        let target = if self.copy { target } else { target.and_then(|it| self.held(layout, it)) };
        // Far out a pixel is much of the map; the reach is in pixels.
        #[allow(clippy::cast_possible_truncation)]
        let reach = (REACH / scale) as f32;
        let can_insert = self.ids.len() == 1
            && !self.copy
            && layout.step_at(now).is_none_or(|it| self.ids.contains(&it.id));
        let under = layout.route_at(now, reach).filter(|it| it.from != self.lead && it.to != self.lead);
        let onto = under.filter(|_| can_insert).map(|it| it.id);
        Self { now, target, onto, ..self }
    }

    /// The edit that a drop here makes; none outside the map.
    ///
    /// The step that was taken hold of goes where it is dropped; the others keep their distance from it in stages and
    /// lanes.
    pub(crate) fn edit(&self, document: &Document, layout: &MapLayout) -> Option<Edit> {
        let target = self.target?;
        if self.copy {
            return self.copies(document, target);
        }
        let Some(onto) = self.onto else { return self.moves(layout, target) };
        put_on(document, self.lead, onto, (target.stage, target.lane), target.before)
    }

    /// The target, or the last place on the way there that takes none of the steps off the map.
    fn held(&self, layout: &MapLayout, target: DropTarget) -> Option<DropTarget> {
        let lead = layout.step_box(self.lead).map(|it| (it.stage, it.lane))?;
        let cells = self.ids.iter().filter_map(|id| layout.step_box(*id)).map(|it| (it.stage, it.lane));
        let shift = Shift::between(layout, lead, (target.stage, target.lane))?.within(layout, cells)?;
        let (stage, lane) = shift.of(layout, lead)?;
        let is_there = (stage, lane) == (target.stage, target.lane);
        Some(if is_there { target } else { DropTarget { stage, lane, before: None } })
    }

    fn moves(&self, layout: &MapLayout, target: DropTarget) -> Option<Edit> {
        let lead = layout.step_box(self.lead)?;
        let shift = Shift::between(layout, (lead.stage, lead.lane), (target.stage, target.lane))?;
        let edits = in_reading_order(layout, &self.ids).into_iter().filter_map(|id| {
            let it = layout.step_box(id)?;
            let (stage, lane) = shift.of(layout, (it.stage, it.lane))?;
            let beside_lead = (stage, lane) == (target.stage, target.lane);
            if !beside_lead && (stage, lane) == (it.stage, it.lane) {
                return None;
            }
            let before = if beside_lead { target.before } else { None };
            Some(Edit::MoveSteps { ids: vec![id], stage, lane, before })
        });
        let mut edits: Vec<Edit> = edits.collect();
        if edits.len() == 1 { edits.pop() } else { Some(Edit::All(edits)) }
    }

    fn copies(&self, document: &Document, target: DropTarget) -> Option<Edit> {
        let map = document.map_of_step(self.lead)?;
        let excerpt = document.excerpt(&Part::Steps(self.ids.clone()));
        // The first stage and lane of the copies stand as far before the target as those of the steps before the lead.
        let view = document.map_view(map);
        let stages: Vec<StageId> = view.stages.iter().map(|(id, _)| *id).collect();
        let lanes: Vec<LaneId> = view.lanes.iter().map(|(id, _)| *id).collect();
        let lead = document.get(self.lead)?;
        let place = |id: StepId| document.get(id).map(|it| (it.stage, it.lane));
        let cells: Vec<(StageId, LaneId)> = self.ids.iter().filter_map(|id| place(*id)).collect();
        let stage = first_of(&stages, cells.iter().map(|it| it.0), lead.stage, target.stage)?;
        let lane = first_of(&lanes, cells.iter().map(|it| it.1), lead.lane, target.lane)?;
        let place = PastePlace::of_steps(document, &excerpt, map, Some(stage), Some(lane), target.before);
        Some(Edit::Paste(Box::new(Paste::new(excerpt, place, PasteVerb::Duplicate, fresh_uuid))))
    }

    /// What a drop would do, in words: the new lane and stage where they differ, or why it is not possible.
    pub(crate) fn words(&self, document: &Document, edit: &Edit) -> String {
        let Some(target) = self.target else { return String::new() };
        if let Err(refusal) = edit.plan(document) {
            return refusal.to_string();
        }
        let Some(step) = document.get(self.lead) else { return String::new() };
        let stage_name = |id: StageId| document.get(id).map(|it| it.title.to_string()).unwrap_or_default();
        let lane_name = |id: LaneId| document.get(id).map(|it| it.title.to_string()).unwrap_or_default();
        let step_name = |id: StepId| document.get(id).map(|it| it.title.to_string()).unwrap_or_default();
        let copy = self.copy.then(|| "Copy".to_owned());
        let lane = (step.lane != target.lane)
            .then(|| format!("{} → {}", lane_name(step.lane), lane_name(target.lane)));
        let stage = (step.stage != target.stage).then(|| format!("to {}", stage_name(target.stage)));
        let between = self
            .onto
            .and_then(|id| document.get(id))
            .map(|it| format!("between “{}” and “{}”", step_name(it.from), step_name(it.to)));
        [copy, lane, stage, between].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// A way over the map in whole stages and lanes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Shift {
    stages: isize,
    lanes: isize,
}

impl Shift {
    fn between(layout: &MapLayout, from: (StageId, LaneId), to: (StageId, LaneId)) -> Option<Self> {
        let (from, to) = (indices(layout, from)?, indices(layout, to)?);
        let way = |from: usize, to: usize| to.checked_signed_diff(from);
        Some(Self { stages: way(from.0, to.0)?, lanes: way(from.1, to.1)? })
    }

    /// As much of it as takes none of the cells off the map.
    fn within(self, layout: &MapLayout, cells: impl IntoIterator<Item = (StageId, LaneId)>) -> Option<Self> {
        cells.into_iter().try_fold(self, |shift, cell| {
            let (stage, lane) = indices(layout, cell)?;
            Some(Self {
                stages: held(shift.stages, stage, layout.stages.len()),
                lanes: held(shift.lanes, lane, layout.lanes.len()),
            })
        })
    }

    /// The cell that far from another, if there is one.
    fn of(self, layout: &MapLayout, from: (StageId, LaneId)) -> Option<(StageId, LaneId)> {
        let (stage, lane) = indices(layout, from)?;
        let stage = layout.stages.get(stage.checked_add_signed(self.stages)?)?;
        let lane = layout.lanes.get(lane.checked_add_signed(self.lanes)?)?;
        Some((stage.id, lane.id))
    }
}

/// Which stage and which lane of the map a cell belongs to.
fn indices(layout: &MapLayout, cell: (StageId, LaneId)) -> Option<(usize, usize)> {
    let stage = layout.stages.iter().position(|it| it.id == cell.0)?;
    Some((stage, layout.lanes.iter().position(|it| it.id == cell.1)?))
}

/// As much of a way as stays within so many bands, from one of them.
fn held(way: isize, from: usize, count: usize) -> isize {
    let to = from.saturating_add_signed(way).min(count.saturating_sub(1));
    to.checked_signed_diff(from).unwrap_or(0)
}

/// The band as far before `target` as the first of `used` is before `lead`; the first at the edge.
fn first_of<I: Copy + PartialEq>(all: &[I], used: impl Iterator<Item = I>, lead: I, target: I) -> Option<I> {
    let index = |id: I| all.iter().position(|it| *it == id);
    let first = used.filter_map(index).min()?;
    let start = index(target)?.saturating_sub(index(lead)?.saturating_sub(first));
    all.get(start).copied()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use opmap_drawing::{Face, Fonts, MapLayout, map_layout};
    use opmap_model::{Document, StepId, notation};

    use super::{Drag, first_of, held};

    fn fonts() -> Fonts {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/fonts");
        Fonts::parse(Face::ALL.map(|face| std::fs::read(folder.join(face.file_name())).unwrap())).unwrap()
    }

    fn step(document: &Document, title: &str) -> StepId {
        *document.steps().iter().find(|(_, it)| it.title.as_str() == title).unwrap().0
    }

    /// What a drag of both steps, held at the second, makes of them when it ends in the middle of a cell: the stage and
    /// the lane of each, by their numbers.
    fn dropped(stage: usize, lane: usize) -> [(usize, usize); 2] {
        let mut next = 0;
        let text = "workshop \"W\"\njourney j \"J\"\nmap j as-lived\nstage s1 \"1\"\nstage s2 \"2\"\nstage s3 \"3\"\n\
            lane l1 \"1\" kind=customer\nlane l2 \"2\" kind=frontstage\nlane l3 \"3\" kind=backstage\n\
            step a \"A\" at=s1/l1\nstep b \"B\" at=s2/l2\n";
        let mut document = notation::parse(text, &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap();
        let both = [step(&document, "A"), step(&document, "B")];
        let map = document.map_of_step(both[0]).unwrap();
        let layout: MapLayout = map_layout(&document, map, &fonts());
        let from = layout.step_box(both[1]).unwrap().rect.center();
        let end = layout.cell_rect(layout.stages[stage].id, layout.lanes[lane].id).unwrap().center();
        let drag = Drag::new(BTreeSet::from(both), both[1], from).at(end, &layout, 1.0);
        if let Some(edit) = drag.edit(&document, &layout) {
            document.apply(&edit.plan(&document).unwrap()).unwrap();
        }
        both.map(|id| {
            let step = document.get(id).unwrap();
            let stage = layout.stages.iter().position(|it| it.id == step.stage).unwrap();
            (stage, layout.lanes.iter().position(|it| it.id == step.lane).unwrap())
        })
    }

    #[test]
    fn several_steps_stop_together_at_the_edge_of_the_map() {
        assert_eq!(dropped(2, 2), [(1, 1), (2, 2)]);
        assert_eq!(dropped(0, 1), [(0, 0), (1, 1)], "the first is at the edge, so the second stays as well");
        assert_eq!(dropped(2, 0), [(1, 0), (2, 1)], "along the edge they go on");
        assert_eq!((held(-3, 2, 4), held(3, 2, 4), held(1, 0, 4)), (-2, 1, 1));
    }

    #[test]
    fn copies_begin_as_far_before_the_target_as_the_steps_before_the_lead() {
        let all = [1, 2, 3, 4, 5];
        assert_eq!(first_of(&all, [2, 4].into_iter(), 4, 5), Some(3));
        assert_eq!(first_of(&all, [2, 4].into_iter(), 2, 5), Some(5));
        assert_eq!(first_of(&all, [2, 4].into_iter(), 4, 1), Some(1), "not beyond the edge");
    }
}
