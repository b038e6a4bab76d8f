//! What the Actions station remembers beside the document.

use std::collections::BTreeMap;

use leptos::prelude::*;
use opmap_model::{Document, KeptFindingId, RecordId};

use super::Segment;
use super::evidence::Filter;
use super::findings::{Told, told};
use crate::editor::Editor;
use crate::frame::{CurrentAnalysis, Panels, Station};
use crate::keys::Command;
use crate::map::MapState;

/// The state of the station; copies are handles to the same one.
#[derive(Clone, Copy)]
pub(crate) struct ActionsState {
    pub(super) editor: Editor,
    pub(super) map_state: MapState,
    pub(super) panels: Panels,
    pub(super) analysis: CurrentAnalysis,
    station: RwSignal<Station>,
    /// Which register is shown.
    pub(super) segment: RwSignal<Segment>,
    /// What of the evidence is looked at.
    pub(super) filter: RwSignal<Filter>,
    /// The records of the register that are shown, in its order.
    pub(super) rows: Memo<Vec<RecordId>>,
    /// Where one was last; what is there may be gone, or in another register.
    at: RwSignal<Option<RecordId>>,
    /// The record where one is.
    pub(super) chosen: Memo<Option<RecordId>>,
    /// What each finding says today.
    pub(super) told: Memo<BTreeMap<KeptFindingId, Told>>,
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
        analysis: CurrentAnalysis,
    ) -> Self {
        let (filter, at) = (RwSignal::new(Filter::default()), RwSignal::new(None));
        let segment = RwSignal::new(Segment::default());
        let rows = Memo::new(move |_| {
            let (segment, filter) = (segment.get(), filter.get());
            editor.read(|document| shown(document, segment, filter))
        });
        Self {
            editor,
            map_state,
            panels,
            analysis,
            station,
            segment,
            filter,
            rows,
            at,
            chosen: Memo::new(move |_| {
                rows.with(|rows| at.get().filter(|it| rows.contains(it)).or(rows.first().copied()))
            }),
            told: Memo::new(move |_| analysis.with(|it| editor.read(|document| told(document, it)))),
            writing: RwSignal::new(false),
            spoken: RwSignal::new(String::new()),
            wanted: RwSignal::new(None),
            focus_wanted: Trigger::new(),
        }
    }

    /// Goes to a record of the register that is shown.
    pub(super) fn go(self, record: RecordId) {
        self.at.set(Some(record));
    }

    /// Shows a record of the station, whatever was looked at, and gives the register the keyboard.
    pub(crate) fn reveal(self, record: RecordId) {
        let segment = match record {
            RecordId::KeptFinding(_) => Segment::Findings,
            _ => Segment::Evidence,
        };
        self.station.set(Station::Actions);
        self.show(segment);
        if !self.rows.with_untracked(|it| it.contains(&record)) {
            self.filter.set(Filter::default());
        }
        self.go(record);
        self.focus_wanted.notify();
    }

    /// Shows a register.
    pub(super) fn show(self, segment: Segment) {
        if self.segment.get_untracked() != segment {
            self.writing.set(false);
            self.segment.set(segment);
        }
    }

    /// The record where one is.
    pub(crate) fn chosen_record(self) -> Option<RecordId> {
        self.chosen.get()
    }

    /// Begins to write something new, unless the file can only be viewed.
    pub(super) fn write(self) {
        match self.editor.read_only.get_untracked() {
            Some(reason) => self.editor.message.set(Some(reason)),
            None => self.writing.set(true),
        }
    }
}

fn shown(document: &Document, segment: Segment, filter: Filter) -> Vec<RecordId> {
    match segment {
        Segment::Evidence => filter.shown(document).into_iter().map(RecordId::Evidence).collect(),
        Segment::Findings => {
            document.findings_in_order().into_iter().map(|it| RecordId::KeptFinding(it.0)).collect()
        }
    }
}
