//! What the RACI station remembers beside the document.

use std::collections::BTreeSet;

use leptos::prelude::*;
use opmap_model::{ActivityId, RecordId, RoleId, Subject};

use super::details::Detailed;
use super::dragging::Drag;
use super::place::{Place, Span, Spot};
use super::sheet::{Filter, Sheet};
use super::table::Pasted;
use super::typing::SecondA;
use crate::editor::Editor;
use crate::keys::Command;
use crate::map::MapState;

/// The state of the station; copies are handles to the same one.
#[derive(Clone, Copy)]
pub(crate) struct MatrixState {
    /// The matrix of the journey and state that are shown.
    pub(super) sheet: Memo<Sheet>,
    /// What of it is looked at.
    pub(super) filter: RwSignal<Filter>,
    /// Where one is.
    pub(super) at: RwSignal<Place>,
    /// The other corner of what is taken together.
    pub(super) anchor: RwSignal<Place>,
    /// A second A that is asked about.
    pub(super) question: RwSignal<Option<SecondA>>,
    /// What was pasted and waits to be looked at.
    pub(super) pasted: RwSignal<Option<Pasted>>,
    /// What is being named.
    pub(super) naming: RwSignal<Option<Naming>>,
    /// What the details beside it are about, if they are open.
    pub(super) details: RwSignal<Option<Detailed>>,
    /// A head that is being dragged.
    pub(super) drag: RwSignal<Option<Drag>>,
    /// A role whose deletion is being asked about.
    pub(super) deleting: RwSignal<Option<RoleId>>,
    /// What is said aloud to those who do not see it.
    pub(super) spoken: RwSignal<String>,
    /// A command of the table that was chosen away from the matrix.
    pub(crate) wanted: RwSignal<Option<Command>>,
    /// Asks for the keyboard to be on the matrix.
    pub(crate) focus_wanted: Trigger,
    /// What is seen of the rows.
    pub(super) window: RwSignal<Window>,
}

/// What a name is being typed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Naming {
    NewRole,
    NewActivity,
    Role(RoleId),
    Activity(ActivityId),
}

/// What is seen of the rows, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Window {
    /// How far it is scrolled down.
    pub(super) top: f64,
    /// How high it is, heads and sums included.
    pub(super) height: f64,
}

impl MatrixState {
    pub(crate) fn new(editor: Editor, map_state: MapState) -> Self {
        let filter = RwSignal::new(Filter::default());
        let sheet = Memo::new(move |_| {
            let map = map_state.map.get();
            filter.with(|filter| editor.read(|document| Sheet::of(document, map, filter)))
        });
        Self {
            sheet,
            filter,
            at: RwSignal::new(Place::default()),
            anchor: RwSignal::new(Place::default()),
            question: RwSignal::new(None),
            pasted: RwSignal::new(None),
            naming: RwSignal::new(None),
            details: RwSignal::new(None),
            drag: RwSignal::new(None),
            deleting: RwSignal::new(None),
            spoken: RwSignal::new(String::new()),
            wanted: RwSignal::new(None),
            focus_wanted: Trigger::new(),
            window: RwSignal::new(Window::default()),
        }
    }

    /// Goes to a row, in the column of a role if one is named and else in the same column, never to its head: what is
    /// typed there would fill all of the row.
    pub(crate) fn show_row(self, subject: Subject, role: Option<RoleId>) {
        self.unfilter(|it| {
            it.row_of(subject).is_some() && role.is_none_or(|role| it.column_of(role).is_some())
        });
        let here = self.at.get_untracked().role;
        let first = || self.sheet.with_untracked(|it| it.columns.first().map(|it| it.id));
        self.show(Place { subject: Some(subject), role: role.or(here).or_else(first) });
    }

    /// Goes to the head of a column.
    pub(crate) fn show_column(self, role: RoleId) {
        self.unfilter(|it| it.column_of(role).is_some());
        self.show(Place { subject: None, role: Some(role) });
    }

    /// Drops the filter if it hides what is to be seen.
    fn unfilter(self, is_seen: impl Fn(&Sheet) -> bool) {
        if !self.sheet.with_untracked(is_seen) {
            self.filter.set(Filter::default());
        }
    }

    fn show(self, place: Place) {
        self.question.set(None);
        self.anchor.set(place);
        self.at.set(place);
    }

    /// The row where one is, or the role at the head of its column.
    pub(crate) fn chosen_records(self) -> BTreeSet<RecordId> {
        let record = match self.at.get() {
            Place { subject: Some(Subject::Step(id)), .. } => Some(RecordId::Step(id)),
            Place { subject: Some(Subject::Activity(id)), .. } => Some(RecordId::Activity(id)),
            Place { subject: Some(Subject::Lane(id)), .. } => Some(RecordId::Lane(id)),
            Place { subject: None, role } => role.map(RecordId::Role),
        };
        record.into_iter().collect()
    }

    /// Goes to a spot; `extends` takes in what lies between.
    pub(super) fn go(self, spot: Spot, extends: bool) {
        let place = self.sheet.with_untracked(|it| it.place(spot));
        self.question.set(None);
        if !extends {
            self.anchor.set(place);
        }
        self.at.set(place);
    }

    /// Whether one is at the head of a role or of an activity.
    pub(super) fn is_at_head(self) -> bool {
        let Place { subject, role } = self.at.get_untracked();
        matches!((subject, role), (None, Some(_)) | (Some(Subject::Activity(_)), None))
    }

    /// Where one is, by numbers.
    pub(super) fn spot(self) -> Spot {
        let at = self.at.get();
        self.sheet.with(|it| it.spot(at))
    }

    /// The same untracked.
    pub(super) fn spot_now(self) -> Spot {
        let at = self.at.get_untracked();
        self.sheet.with_untracked(|it| it.spot(at))
    }

    /// The cells that are taken together.
    pub(super) fn span(self) -> Option<Span> {
        let (one, other) = (self.anchor.get(), self.at.get());
        self.sheet.with(|it| it.span(one, other))
    }

    /// The same untracked.
    pub(super) fn span_now(self) -> Option<Span> {
        let (one, other) = (self.anchor.get_untracked(), self.at.get_untracked());
        self.sheet.with_untracked(|it| it.span(one, other))
    }
}
