//! What the Shifts station remembers beside the document.

use leptos::prelude::*;
use opmap_analysis::{ShiftResult, Shifts};
use opmap_model::{HealthQuestionId, Keyword, Shift};

use super::form::FormState;
use super::health::HealthState;
use crate::editor::Editor;
use crate::frame::Station;
use crate::keys::Command;

/// What is looked at of the shifts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LookedAt {
    /// Scoring one shift after the other.
    Score,
    /// What came out, of all together.
    Result,
    /// The questions that lead to a proposal.
    Health,
}

impl LookedAt {
    pub(super) const ALL: [Self; 3] = [Self::Score, Self::Result, Self::Health];

    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Score => "Score",
            Self::Result => "Result",
            Self::Health => "Health check",
        }
    }
}

/// The state of the station; copies are handles to the same one.
#[derive(Clone, Copy)]
pub(crate) struct ShiftsState {
    pub(super) editor: Editor,
    station: RwSignal<Station>,
    /// The shift that is looked at.
    pub(crate) shift: RwSignal<Shift>,
    pub(crate) looked: RwSignal<LookedAt>,
    /// Where one is in the health check.
    pub(super) health: HealthState,
    /// Taking over answers from a form.
    pub(super) form: FormState,
    /// What the room has said of the seven, as far as it may be shown.
    pub(super) results: Memo<Shifts>,
    /// What is said aloud to those who do not see it.
    pub(super) spoken: RwSignal<String>,
    /// A command of the table that was chosen away from the station.
    pub(crate) wanted: RwSignal<Option<Command>>,
    /// Asks for the keyboard to be on the station.
    pub(crate) focus_wanted: Trigger,
}

impl ShiftsState {
    pub(crate) fn new(editor: Editor, station: RwSignal<Station>) -> Self {
        Self {
            editor,
            station,
            shift: RwSignal::new(Shift::Roles),
            looked: RwSignal::new(LookedAt::Score),
            health: HealthState::new(editor),
            form: FormState::new(),
            results: Memo::new(move |_| editor.read(opmap_analysis::shifts)),
            spoken: RwSignal::new(String::new()),
            wanted: RwSignal::new(None),
            focus_wanted: Trigger::new(),
        }
    }

    /// Shows a shift where it is scored.
    pub(crate) fn show(self, shift: Shift) {
        self.station.set(Station::Shifts);
        self.looked.set(LookedAt::Score);
        self.shift.set(shift);
    }

    /// Shows a question of the health check.
    pub(crate) fn show_question(self, id: HealthQuestionId, shift: Shift) {
        self.station.set(Station::Shifts);
        self.looked.set(LookedAt::Health);
        self.shift.set(shift);
        self.health.show(id, shift);
    }

    /// What the room has said of a shift, tracked.
    pub(super) fn result(self, shift: Shift) -> Option<ShiftResult> {
        self.results.with(|it| it.each.iter().find(|it| it.shift == shift).cloned())
    }

    /// Goes on to the shift that is so many further in their order, if there is one.
    pub(super) fn step(self, by: isize) {
        let at = self.shift.get_untracked().number() - 1;
        if let Some(shift) = at.checked_add_signed(by).and_then(|at| Shift::ALL.get(at)) {
            self.shift.set(*shift);
        }
    }
}
