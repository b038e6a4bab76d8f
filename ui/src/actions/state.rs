//! What the Actions station remembers beside the document.

use leptos::prelude::*;
use opmap_model::{EvidenceId, RecordId};

use super::Segment;
use super::evidence::Filter;
use crate::editor::Editor;
use crate::frame::{Panels, Station};
use crate::keys::Command;
use crate::map::MapState;

/// The state of the station; copies are handles to the same one.
#[derive(Clone, Copy)]
pub(crate) struct ActionsState {
    pub(super) editor: Editor,
    pub(super) map_state: MapState,
    pub(super) panels: Panels,
    station: RwSignal<Station>,
    /// Which register is shown.
    pub(super) segment: RwSignal<Segment>,
    /// What of the evidence is looked at.
    pub(super) filter: RwSignal<Filter>,
    /// The evidence that is shown, in its order.
    pub(super) shown: Memo<Vec<EvidenceId>>,
    /// Where one was last; what is there may be gone.
    at: RwSignal<Option<EvidenceId>>,
    /// The evidence where one is.
    pub(super) chosen: Memo<Option<EvidenceId>>,
    /// Whether something new is being written.
    pub(super) writing: RwSignal<bool>,
    /// What is said aloud to those who do not see it.
    pub(super) spoken: RwSignal<String>,
    /// A command of the table that was chosen away from the register.
    pub(crate) wanted: RwSignal<Option<Command>>,
    /// Asks for the keyboard to be on the register.
    pub(super) focus_wanted: Trigger,
}

impl ActionsState {
    pub(crate) fn new(
        editor: Editor,
        map_state: MapState,
        panels: Panels,
        station: RwSignal<Station>,
    ) -> Self {
        let (filter, at) = (RwSignal::new(Filter::default()), RwSignal::new(None));
        let shown = Memo::new(move |_| filter.with(|filter| editor.read(|document| filter.shown(document))));
        Self {
            editor,
            map_state,
            panels,
            station,
            segment: RwSignal::new(Segment::default()),
            filter,
            shown,
            at,
            chosen: Memo::new(move |_| {
                shown.with(|ids| at.get().filter(|it| ids.contains(it)).or(ids.first().copied()))
            }),
            writing: RwSignal::new(false),
            spoken: RwSignal::new(String::new()),
            wanted: RwSignal::new(None),
            focus_wanted: Trigger::new(),
        }
    }

    /// Goes to a piece of evidence.
    pub(super) fn go(self, id: EvidenceId) {
        self.at.set(Some(id));
    }

    /// Shows a record of the station, whatever was looked at, and gives the register the keyboard.
    pub(crate) fn reveal(self, record: RecordId) {
        self.station.set(Station::Actions);
        if let RecordId::Evidence(id) = record {
            self.segment.set(Segment::Evidence);
            if !self.shown.with_untracked(|it| it.contains(&id)) {
                self.filter.set(Filter::default());
            }
            self.go(id);
        }
        self.focus_wanted.notify();
    }

    /// The record where one is.
    pub(crate) fn chosen_record(self) -> Option<RecordId> {
        match self.segment.get() {
            Segment::Evidence => self.chosen.get().map(RecordId::Evidence),
        }
    }

    /// Begins to write something new, unless the file can only be viewed.
    pub(super) fn write(self) {
        match self.editor.read_only.get_untracked() {
            Some(reason) => self.editor.message.set(Some(reason)),
            None => self.writing.set(true),
        }
    }
}
