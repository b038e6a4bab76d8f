//! Leading an end of a connector to another step, so that all that was agreed about it stays.

use leptos::prelude::*;
use opmap_drawing::{MapLayout, Point, Route};
use opmap_model::{ConnectorId, Document, Edit, StepId};

use super::selection::Selection;
use super::state::MapState;
use super::view::View;
use crate::editor::Editor;

/// How near to an end of the selected connector the pointer takes hold of it, in pixels.
const REACH: f64 = 9.0;

/// An end of a connector.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    From,
    To,
}

impl End {
    pub(super) const BOTH: [Self; 2] = [Self::From, Self::To];

    pub(super) fn other(self) -> Self {
        match self {
            Self::From => Self::To,
            Self::To => Self::From,
        }
    }

    /// The step at this end.
    pub(super) fn step(self, route: &Route) -> StepId {
        match self {
            Self::From => route.from,
            Self::To => route.to,
        }
    }

    /// Where the line ends there.
    pub(super) fn point(self, route: &Route) -> Option<Point> {
        match self {
            Self::From => route.points.first().copied(),
            Self::To => route.points.last().copied(),
        }
    }
}

/// The end of the selected connector that lies at a place on the screen, the nearer of the two.
pub(super) fn end_at(
    selection: &Selection,
    layout: &MapLayout,
    view: View,
    (x, y): (f64, f64),
) -> Option<(ConnectorId, End)> {
    let Selection::Connector(id) = *selection else { return None };
    let route = layout.route(id)?;
    let distance = |end: End| {
        let (end_x, end_y) = view.screen_from_map(end.point(route)?);
        Some((end_x - x).hypot(end_y - y))
    };
    let ends = End::BOTH.into_iter().filter_map(|end| Some((distance(end)?, end)));
    let near = ends.filter(|it| it.0 <= REACH).min_by(|a, b| a.0.total_cmp(&b.0));
    near.map(|it| (id, it.1))
}

/// Leads an end of a connector to a step, and says where it leads then.
pub(crate) fn aim(connector: ConnectorId, end: End, step: StepId, editor: Editor, map_state: MapState) {
    let edit = editor.peek(|document| aimed(document, connector, end, step));
    if !edit.is_some_and(|edit| editor.commit(edit)) {
        return;
    }
    map_state.reveal_wanted.notify();
    let words = editor.peek(|document| {
        let it = document.get(connector)?;
        let (from, to) = (document.get(it.from)?, document.get(it.to)?);
        Some(format!("The connector leads from {} to {}.", from.title, to.title))
    });
    map_state.spoken.set(words.unwrap_or_default());
}

/// The edit that does so; none when the connector is gone.
fn aimed(document: &Document, connector: ConnectorId, end: End, step: StepId) -> Option<Edit> {
    let it = document.get(connector)?;
    let (from, to) = match end {
        End::From => (step, it.to),
        End::To => (it.from, step),
    };
    Some(Edit::Reconnect { id: connector, from, to })
}
