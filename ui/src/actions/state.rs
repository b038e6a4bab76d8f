//! What the Actions station remembers beside the document.

use std::collections::BTreeMap;

use leptos::prelude::*;
use opmap_analysis::{Knot, Trace, trace};
use opmap_model::{ConcernKind, Document, KeptFindingId, Record, RecordId, RecordKey};

use super::evidence::Filter;
use super::findings::{Told, told};
use super::recommendations::RecommendationsState;
use super::trace::knot;
use super::{Look, Segment};
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
    /// How the trace is looked at; none shows the register.
    pub(super) look: RwSignal<Option<Look>>,
    /// What the thread that is shown leads through.
    pub(super) knot: RwSignal<Option<Knot>>,
    /// What of the evidence is looked at.
    pub(super) filter: RwSignal<Filter>,
    /// Which sort of concern is looked at; none is all.
    pub(super) concerns: RwSignal<Option<ConcernKind>>,
    /// The records of the register that are shown, in its order.
    pub(super) rows: Memo<Vec<RecordId>>,
    /// Where one was last; what is there may be gone, or in another register.
    at: RwSignal<Option<RecordId>>,
    /// The record where one is.
    pub(super) chosen: Memo<Option<RecordId>>,
    /// What the register of recommendations remembers.
    pub(super) recommendations: RecommendationsState,
    /// What each finding says today.
    pub(super) told: Memo<BTreeMap<KeptFindingId, Told>>,
    /// What leads to what.
    pub(super) trace: Memo<Trace>,
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
        let (filter, concerns) = (RwSignal::new(Filter::default()), RwSignal::new(None));
        let at = RwSignal::new(None);
        let segment = RwSignal::new(Segment::default());
        let recommendations = RecommendationsState::new(editor);
        let rows = Memo::new(move |_| {
            let (segment, filter, concerns) = (segment.get(), filter.get(), concerns.get());
            match segment {
                Segment::Recommendations => recommendations.rows(),
                _ => editor.read(|document| shown(document, segment, filter, concerns)),
            }
        });
        Self {
            editor,
            map_state,
            panels,
            analysis,
            station,
            segment,
            look: RwSignal::new(None),
            knot: RwSignal::new(None),
            filter,
            concerns,
            rows,
            at,
            chosen: Memo::new(move |_| {
                rows.with(|rows| at.get().filter(|it| rows.contains(it)).or(rows.first().copied()))
            }),
            recommendations,
            told: Memo::new(move |_| analysis.with(|it| editor.read(|document| told(document, it)))),
            trace: Memo::new(move |_| analysis.with(|it| editor.read(|document| trace(document, it)))),
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
        self.station.set(Station::Actions);
        if let Some(segment) = Segment::of(record) {
            self.show(segment);
        }
        if !self.rows.with_untracked(|it| it.contains(&record)) {
            self.show_all();
        }
        self.go(record);
        self.focus_wanted.notify();
    }

    /// Shows the register, if the trace is shown. What is shown already stays as it is.
    fn leave_trace(self) {
        if self.look.get_untracked().is_some() {
            self.look.set(None);
        }
    }

    /// Shows the trace, or the register where it is shown that way already.
    pub(super) fn turn(self, look: Look) {
        self.writing.set(false);
        let from = self.look.get_untracked();
        if from.is_none()
            && let Some(knot) = self.chosen.get_untracked().and_then(knot)
        {
            self.knot.set(Some(knot));
        }
        self.look.set((from != Some(look)).then_some(look));
        self.focus_wanted.notify();
    }

    /// Shows a register.
    pub(super) fn show(self, segment: Segment) {
        self.leave_trace();
        if self.segment.get_untracked() != segment {
            self.writing.set(false);
            self.segment.set(segment);
        }
    }

    /// Whether only a part of the register is looked at.
    pub(super) fn is_filtered(self) -> bool {
        match self.segment.get() {
            Segment::Evidence => !self.filter.get().is_empty(),
            Segment::Risks => self.concerns.get().is_some(),
            Segment::Findings | Segment::Recommendations | Segment::Rhythm | Segment::Options => false,
        }
    }

    /// Looks at all of every register.
    pub(super) fn show_all(self) {
        self.filter.set(Filter::default());
        self.concerns.set(None);
    }

    /// The register that is shown, tracked.
    pub(crate) fn register(self) -> Segment {
        self.segment.get()
    }

    /// The record where one is.
    pub(crate) fn chosen_record(self) -> Option<RecordId> {
        self.chosen.get()
    }

    /// Begins to write something new, unless the file can only be viewed.
    pub(super) fn write(self) {
        self.leave_trace();
        match self.editor.read_only.get_untracked() {
            Some(reason) => self.editor.message.set(Some(reason)),
            None => self.writing.set(true),
        }
    }
}

fn shown(
    document: &Document,
    segment: Segment,
    filter: Filter,
    concerns: Option<ConcernKind>,
) -> Vec<RecordId> {
    match segment {
        Segment::Evidence => ids(filter.shown(document), |it| it),
        Segment::Findings => ids(document.findings_in_order(), |it| it.0),
        Segment::Rhythm => ids(document.forums_in_order(), |it| it.0),
        Segment::Options => ids(document.choices_in_order(), |it| it.0),
        Segment::Risks => {
            let mut found = document.concerns_in_order();
            found.retain(|(_, it)| concerns.is_none_or(|kind| it.kind == kind));
            ids(found, |it| it.0)
        }
        // They stand in the order of their rank.
        Segment::Recommendations => Vec::new(),
    }
}

fn ids<T, I: RecordKey>(records: Vec<T>, id: impl Fn(T) -> I) -> Vec<RecordId> {
    records.into_iter().map(|it| I::Record::record_id(id(it))).collect()
}
