//! What the pointer is doing on the map. A press starts it, moves only update a preview, the release yields one edit.

use std::collections::BTreeSet;

use opmap_drawing::{DropTarget, MapLayout, Point, Rect};
use opmap_model::{Connector, ConnectorId, Document, Edit, LaneId, StageId, StepId};

use super::view::View;
use crate::identity::fresh;

/// What the pointer is doing.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) enum Gesture {
    /// Nothing.
    #[default]
    None,
    /// Moving the map; where it started, on the screen, and the view then.
    Pan { from: (f64, f64), view: View },
    /// Pressed on a step, not moved yet.
    Press { step: StepId, at: Point },
    /// Moving steps; where it started and is now, on the map, and where they would end up.
    Drag { ids: BTreeSet<StepId>, lead: StepId, from: Point, now: Point, target: Option<DropTarget> },
    /// Drawing a box around steps.
    Box { from: Point, now: Point },
    /// Drawing a connector from a step.
    Wire { from: StepId, now: Point, to: Option<StepId> },
    /// Moving a stage among the stages; where it would end up.
    Stage { id: StageId, moved: bool, before: Option<StageId> },
    /// Moving a lane among the lanes.
    Lane { id: LaneId, moved: bool, before: Option<LaneId> },
}

/// How far the pointer moves, in pixels, before a press becomes a drag.
pub(crate) const DRAG_THRESHOLD: f64 = 4.0;

/// The rectangle between two corners.
pub(crate) fn between(a: Point, b: Point) -> Rect {
    Rect::new(a.x.min(b.x), a.y.min(b.y), (a.x - b.x).abs(), (a.y - b.y).abs())
}

/// The steps in the order in which people read them.
pub(crate) fn in_reading_order(layout: &MapLayout, ids: &BTreeSet<StepId>) -> Vec<StepId> {
    layout.boxes.iter().map(|it| it.id).filter(|id| ids.contains(id)).collect()
}

/// The edit that puts steps where they are dropped. A single cell takes them all; nothing moves when they would
/// stay where they are.
pub(crate) fn drop_edit(layout: &MapLayout, ids: &BTreeSet<StepId>, target: DropTarget) -> Edit {
    let ids = in_reading_order(layout, ids);
    Edit::MoveSteps { ids, stage: target.stage, lane: target.lane, before: target.before }
}

/// The edit that connects two steps.
pub(crate) fn connect_edit(from: StepId, to: StepId) -> Edit {
    let id: ConnectorId = fresh();
    Edit::AddConnector { id, connector: Connector::new(id, from, to) }
}

/// What a drop would do, in words: the new lane and stage where they differ, or why it is not possible.
pub(crate) fn drop_words(document: &Document, lead: StepId, edit: &Edit, target: DropTarget) -> String {
    if let Err(refusal) = edit.plan(document) {
        return refusal.to_string();
    }
    let Some(step) = document.get(lead) else { return String::new() };
    let lane = (step.lane != target.lane).then(|| lane_words(document, step.lane, target.lane));
    let stage = (step.stage != target.stage)
        .then(|| document.get(target.stage).map(|it| format!("to {}", it.title)))
        .flatten();
    lane.into_iter().chain(stage).collect::<Vec<_>>().join(", ")
}

fn lane_words(document: &Document, from: LaneId, to: LaneId) -> String {
    let name = |id: LaneId| document.get(id).map(|it| it.title.to_string()).unwrap_or_default();
    format!("{} → {}", name(from), name(to))
}
