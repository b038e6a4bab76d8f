//! What the pointer is doing on the map. A press starts it, moves only update a preview, the release yields one edit.

mod band;
mod drag;

use std::collections::BTreeSet;

use opmap_drawing::{MapLayout, Point, Rect};
use opmap_model::{Connector, ConnectorId, Edit, LaneId, StageId, StepId};

pub(crate) use band::BandDrag;
pub(crate) use drag::Drag;

use super::aiming::End;
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
    /// Moving steps, or copies of them.
    Drag(Drag),
    /// Drawing a box around steps.
    Box { from: Point, now: Point },
    /// Drawing a connector from a step.
    Wire { from: StepId, now: Point, to: Option<StepId> },
    /// Leading an end of a connector to another step; pressed on it, it is not led yet.
    Aim { connector: ConnectorId, end: End, from: Point, now: Option<Point>, to: Option<StepId> },
    /// Moving a stage among the stages.
    Stage(BandDrag<StageId>),
    /// Moving a lane among the lanes.
    Lane(BandDrag<LaneId>),
}

/// How far the pointer moves, in pixels, before a press becomes a drag.
pub(crate) const DRAG_THRESHOLD: f64 = 4.0;

impl Gesture {
    /// Where the pointer is on the map, for gestures that go on beyond the edge of what is seen.
    pub(crate) fn reach(&self) -> Option<Point> {
        match self {
            Self::Drag(drag) => Some(drag.now),
            Self::Wire { now, .. } => Some(*now),
            Self::Aim { now, .. } => *now,
            Self::Box { from, now } => (from != now).then_some(*now),
            Self::Stage(drag) => drag.reach(),
            Self::Lane(drag) => drag.reach(),
            _ => None,
        }
    }
}

/// The rectangle between two corners.
pub(crate) fn between(a: Point, b: Point) -> Rect {
    Rect::new(a.x.min(b.x), a.y.min(b.y), (a.x - b.x).abs(), (a.y - b.y).abs())
}

/// The steps in the order in which people read them.
pub(crate) fn in_reading_order(layout: &MapLayout, ids: &BTreeSet<StepId>) -> Vec<StepId> {
    layout.boxes.iter().map(|it| it.id).filter(|id| ids.contains(id)).collect()
}

/// The edit that connects two steps.
pub(crate) fn connect_edit(from: StepId, to: StepId) -> Edit {
    let id: ConnectorId = fresh();
    Edit::AddConnector { id, connector: Connector::new(id, from, to) }
}
