//! What the Decisions station remembers beside the document.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use opmap_analysis::{Finding, Severity};
use opmap_model::{DecisionId, LaneId, RecordId, RecoveryCell};

use super::aside::Beside;
use super::framework::Framework;
use super::place::Place;
use super::recovery::{RecoveryState, cell_of};
use super::sheet::{Filter, Sheet};
use crate::editor::Editor;
use crate::frame::{CurrentAnalysis, Station};
use crate::keys::Command;
use crate::map::{MapState, Selection};

/// The state of the station; copies are handles to the same one.
#[derive(Clone, Copy)]
pub(crate) struct DecisionsState {
    pub(super) editor: Editor,
    pub(super) map_state: MapState,
    station: RwSignal<Station>,
    /// The decisions of the journey and state that are shown, and those that belong to nothing.
    pub(super) sheet: Memo<Sheet>,
    /// What the checks found about each decision, the worst first.
    pub(super) found: Memo<BTreeMap<DecisionId, Arc<Vec<Finding>>>>,
    /// What of the decisions is looked at.
    pub(super) filter: RwSignal<Filter>,
    /// Where one was last; what is there may be gone.
    at: RwSignal<Place>,
    /// Where one is.
    pub(super) place: Memo<Place>,
    /// The cell that is being edited.
    pub(super) editing: RwSignal<Option<Place>>,
    /// Whether a new decision is being worded.
    pub(super) naming: RwSignal<bool>,
    /// A change of framework that is being asked about.
    pub(super) asking: RwSignal<Option<(DecisionId, Framework)>>,
    /// What stands beside the decision.
    pub(super) beside: RwSignal<Beside>,
    /// The recovery matrix.
    pub(super) recovery: RecoveryState,
    /// What the checks found in it, and in which cell (D9).
    pub(super) recovery_found: Memo<Vec<(RecoveryCell, Finding)>>,
    /// The lane that the decision might be delegated to (H13).
    pub(super) what_if: RwSignal<Option<LaneId>>,
    /// What is said aloud to those who do not see it.
    pub(super) spoken: RwSignal<String>,
    /// A command of the table that was chosen away from the tables.
    pub(crate) wanted: RwSignal<Option<Command>>,
    /// Asks for the keyboard to be on the tables.
    pub(super) focus_wanted: Trigger,
}

impl DecisionsState {
    pub(crate) fn new(
        editor: Editor,
        map_state: MapState,
        station: RwSignal<Station>,
        analysis: CurrentAnalysis,
    ) -> Self {
        let filter = RwSignal::new(Filter::default());
        let at = RwSignal::new(Place::default());
        let sheet = Memo::new(move |_| {
            let map = map_state.map.get();
            filter.with(|filter| editor.read(|document| Sheet::of(document, map, filter)))
        });
        Self {
            editor,
            map_state,
            station,
            sheet,
            found: Memo::new(move |_| analysis.with(|it| by_decision(&it.findings))),
            filter,
            at,
            place: Memo::new(move |_| sheet.with(|sheet| sheet.settled(at.get()))),
            editing: RwSignal::new(None),
            naming: RwSignal::new(false),
            asking: RwSignal::new(None),
            beside: RwSignal::new(Beside::Recovery),
            recovery: RecoveryState::new(editor),
            recovery_found: Memo::new(move |_| {
                analysis.with(|it| {
                    let found = it.findings.iter().filter_map(|it| Some((cell_of(&it.records)?, it.clone())));
                    found.collect()
                })
            }),
            what_if: RwSignal::new(None),
            spoken: RwSignal::new(String::new()),
            wanted: RwSignal::new(None),
            focus_wanted: Trigger::new(),
        }
    }

    /// Goes to a cell.
    pub(super) fn go(self, place: Place) {
        self.at.set(place);
    }

    /// Shows a decision: the station, the map that it belongs to, and the decision itself whatever was looked at.
    pub(crate) fn reveal(self, id: DecisionId) {
        let map = self.editor.peek(|document| document.get(id).map(|it| document.map_of_decision(it)));
        let Some(map) = map else { return };
        self.station.set(Station::Decisions);
        self.map_state.comparing.set(false);
        if map.is_some() && map != self.map_state.map.get_untracked() {
            self.map_state.selection.set(Selection::None);
            self.map_state.map.set(map);
        }
        if !self.filter.with_untracked(Filter::is_empty) {
            self.filter.set(Filter::default());
        }
        self.at.set(Place { decision: Some(id), ..Place::default() });
        self.focus_wanted.notify();
    }

    /// Shows what a finding is about: a decision, or a cell of the recovery matrix.
    pub(crate) fn reveal_records(self, records: &[RecordId]) {
        if let Some(RecordId::Decision(id)) = records.first() {
            self.reveal(*id);
        } else if let Some(cell) = cell_of(records) {
            self.station.set(Station::Decisions);
            self.recovery.show(cell);
            super::aside::enter(Beside::Recovery, self);
        }
    }

    /// The decision where one is.
    pub(crate) fn chosen(self) -> Option<DecisionId> {
        self.place.with(|it| it.decision)
    }

    /// Opens a cell to be edited, unless the file can only be viewed.
    pub(super) fn edit(self, place: Place) {
        match self.editor.read_only.get_untracked() {
            Some(reason) => self.editor.message.set(Some(reason)),
            None => self.editing.set(Some(place)),
        }
    }

    /// Ends editing; the keyboard goes back to the tables if it is still in the cell.
    pub(super) fn end_editing(self, stays: bool) {
        self.editing.set(None);
        if stays {
            self.focus_wanted.notify();
        }
    }

    /// The worst that was found about a decision.
    pub(super) fn worst(self, id: DecisionId) -> Option<Severity> {
        self.found.with(|it| it.get(&id)?.first().map(|it| it.severity))
    }
}

/// What was found about each decision, in the order of the findings, which is that of their weight.
fn by_decision(findings: &[Finding]) -> BTreeMap<DecisionId, Arc<Vec<Finding>>> {
    let mut found: BTreeMap<DecisionId, Vec<Finding>> = BTreeMap::new();
    for finding in findings {
        for record in &finding.records {
            if let RecordId::Decision(id) = record {
                found.entry(*id).or_default().push(finding.clone());
            }
        }
    }
    found.into_iter().map(|(id, findings)| (id, Arc::new(findings))).collect()
}
