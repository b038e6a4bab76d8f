//! What the Map station remembers beside the document: view, selection, and what is going on.

use std::sync::Arc;

use leptos::prelude::*;
use opmap_drawing::{Folded, MapNotes};
use opmap_model::{ConnectorId, JourneyId, LaneId, MapKey, StageId, State, StepId};

use super::compare::Compared;
use super::filter::{Filter, Standing, standing_out};
use super::geometry::Outdated;
use super::gesture::Gesture;
use super::selection::Selection;
use super::showing::Showing;
use super::view::View;
use crate::editor::Editor;
use crate::keys::Command;

/// The state of the station; copies are handles to the same one.
#[derive(Clone, Copy)]
pub(crate) struct MapState {
    /// The map that is shown.
    pub(crate) map: RwSignal<Option<MapKey>>,
    /// Which part of it is seen.
    pub(crate) view: RwSignal<View>,
    /// Of which map that is; the station may be left and come back to.
    pub(super) viewed: StoredValue<Option<MapKey>>,
    /// How large it is seen; apart from the view, since most of what depends on it need not know each movement.
    pub(crate) scale: Memo<f64>,
    /// The size of the body on the screen, in pixels.
    pub(crate) body: RwSignal<(f64, f64)>,
    /// What is selected.
    pub(crate) selection: RwSignal<Selection>,
    /// What is being named.
    pub(crate) naming: RwSignal<Option<Naming>>,
    /// The step from which a connector is being drawn by keyboard.
    pub(crate) connecting: RwSignal<Option<StepId>>,
    /// What the pointer is doing.
    pub(crate) gesture: RwSignal<Gesture>,
    /// Whether the space bar is held, with which a drag moves the map.
    pub(crate) space_held: RwSignal<bool>,
    /// The stages and lanes that are folded, of all maps.
    pub(crate) folded: RwSignal<Folded>,
    /// What is looked for.
    pub(crate) filter: RwSignal<Filter>,
    /// What stands out by it; none while nothing is looked for.
    pub(crate) standing: Memo<Option<Standing>>,
    /// What is shown over the map and below it.
    pub(crate) showing: RwSignal<Showing>,
    /// What overlays say of the map that is shown.
    pub(crate) notes: RwSignal<Arc<MapNotes>>,
    /// Where the map has changed since it was painted.
    pub(super) outdated: StoredValue<Outdated>,
    /// Whether the panel is open where it is chosen.
    pub(crate) filtering: RwSignal<bool>,
    /// Whether two states are being compared.
    pub(crate) comparing: RwSignal<bool>,
    /// Which two, and what differs.
    pub(crate) compared: Compared,
    /// A stage or lane whose deletion is being asked about.
    pub(crate) deleting: RwSignal<Option<Band>>,
    /// A journey whose deletion is being asked about.
    pub(crate) deleting_journey: RwSignal<Option<JourneyId>>,
    /// What is said aloud to those who do not see it.
    pub(crate) spoken: RwSignal<String>,
    /// A command of the table that was chosen away from the map.
    pub(crate) wanted: RwSignal<Option<Command>>,
    /// A command of the clipboard that was chosen away from it.
    pub(crate) clipboard_wanted: RwSignal<Option<Command>>,
    /// Asks to show the whole map.
    pub(crate) fit_wanted: Trigger,
    /// Asks to bring the selection into view.
    pub(crate) reveal_wanted: Trigger,
    /// Asks for the keyboard to be on the map.
    pub(crate) focus_wanted: Trigger,
}

/// A stage or a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Band {
    Stage(StageId),
    Lane(LaneId),
}

impl Band {
    /// It alone is selected.
    pub(crate) fn selection(self) -> Selection {
        match self {
            Self::Stage(id) => Selection::Stage(id),
            Self::Lane(id) => Selection::Lane(id),
        }
    }
}

/// What a name is being typed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Naming {
    /// A step that is there.
    Step(StepId),
    /// A stage that is there.
    Stage(StageId),
    /// A lane that is there.
    Lane(LaneId),
    /// A step that will be added to a cell, and connected from another.
    NewStep { stage: StageId, lane: LaneId, before: Option<StepId>, from: Option<StepId> },
    /// A step that will be added in front of another: what led to that leads to the new one, and the new one to it.
    Room { before: StepId },
    /// A step that will be added between the two ends of a connector.
    Between { connector: ConnectorId },
    /// A step that will be added behind another in its cell, connected from it.
    Append { behind: StepId },
    /// A stage that will be added in front of another, or last.
    NewStage { before: Option<StageId> },
    /// A lane that will be added above another, or last.
    NewLane { before: Option<LaneId> },
}

impl MapState {
    pub(crate) fn new(editor: Editor, map: Option<MapKey>) -> Self {
        let (map, filter) = (RwSignal::new(map), RwSignal::new(Filter::default()));
        let comparing = RwSignal::new(false);
        // While nothing is looked for, nobody reads the document for it.
        let standing = Memo::new(move |_| {
            let filter = filter.get();
            let map = map.get().filter(|_| !filter.is_empty() && !comparing.get())?;
            editor.read(|document| standing_out(document, map, &filter))
        });
        let view = RwSignal::new(View::default());
        Self {
            map,
            view,
            viewed: StoredValue::new(None),
            scale: Memo::new(move |_| view.get().scale),
            body: RwSignal::new((1_000.0, 600.0)),
            selection: RwSignal::new(Selection::None),
            naming: RwSignal::new(None),
            connecting: RwSignal::new(None),
            gesture: RwSignal::new(Gesture::None),
            space_held: RwSignal::new(false),
            folded: RwSignal::new(Folded::default()),
            filter,
            standing,
            showing: RwSignal::new(Showing::default()),
            notes: RwSignal::new(Arc::default()),
            outdated: StoredValue::new(Outdated::Everywhere),
            filtering: RwSignal::new(false),
            comparing,
            compared: Compared::new(editor, map, comparing),
            deleting: RwSignal::new(None),
            deleting_journey: RwSignal::new(None),
            spoken: RwSignal::new(String::new()),
            wanted: RwSignal::new(None),
            clipboard_wanted: RwSignal::new(None),
            fit_wanted: Trigger::new(),
            reveal_wanted: Trigger::new(),
            focus_wanted: Trigger::new(),
        }
    }

    /// Whether steps have numbers: those of two states in one map have none.
    pub(super) fn is_numbered(self) -> bool {
        self.compared.merged.with_untracked(Option::is_none)
    }

    /// The same map with a view, notes and a selection of its own, for what is presented of it.
    pub(super) fn for_room(self) -> Self {
        let view = RwSignal::new(View::default());
        Self {
            view,
            scale: Memo::new(move |_| view.get().scale),
            body: RwSignal::new(self.body.get_untracked()),
            selection: RwSignal::new(Selection::None),
            naming: RwSignal::new(None),
            connecting: RwSignal::new(None),
            gesture: RwSignal::new(Gesture::None),
            notes: RwSignal::new(Arc::default()),
            spoken: RwSignal::new(String::new()),
            ..self
        }
    }

    /// Shows a journey as it is lived.
    pub(crate) fn show_journey(self, journey: JourneyId) {
        self.selection.set(Selection::None);
        self.map.set(Some(MapKey { journey, state: State::AsLived }));
    }

    /// Selects one step, brings it into view and says its name.
    pub(crate) fn go_to(self, step: StepId) {
        self.selection.set(Selection::step(step));
        self.reveal_wanted.notify();
    }
}
