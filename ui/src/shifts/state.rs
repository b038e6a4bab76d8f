//! What the Shifts station remembers beside the document.

use leptos::prelude::*;
use opmap_analysis::{ShiftResult, Shifts};
use opmap_model::{
    Assessment, Edit, HealthQuestionId, Keyword, Perspective, Rating, RoundId, Shift, ShiftField,
};

use super::asking::Asking;
use super::entry::Entry;
use super::form::FormState;
use super::health::HealthState;
use super::result::Shown;
use super::timer::Timer;
use super::way::{Method, Way};
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
    pub(crate) results: Memo<Shifts>,
    /// How far the scoring of the shift has come.
    pub(super) asking: Memo<Asking>,
    /// The way in which the room says where it stands, for rounds to come.
    pub(super) way: RwSignal<Way>,
    /// Whose hands are counted; none is everyone’s.
    pub(super) hands_of: RwSignal<Option<Perspective>>,
    /// Whether those who answer unseen do so with their names.
    pub(super) with_names: RwSignal<bool>,
    /// The round that is looked back at.
    pub(super) viewed: RwSignal<Option<RoundId>>,
    /// Whether revealed answers are hidden again.
    pub(super) hidden: RwSignal<bool>,
    /// How far someone is with answering unseen.
    pub(super) entry: RwSignal<Option<Entry>>,
    /// How long someone may speak.
    pub(super) timer: RwSignal<Timer>,
    /// What of the result is looked at.
    pub(super) shown: Shown,
    /// Whether the words of the shift stand beside.
    pub(super) words: RwSignal<bool>,
    /// What is said aloud to those who do not see it.
    pub(super) spoken: RwSignal<String>,
    /// A command of the table that was chosen away from the station.
    pub(crate) wanted: RwSignal<Option<Command>>,
    /// Asks for the keyboard to be on the station.
    pub(crate) focus_wanted: Trigger,
}

impl ShiftsState {
    pub(crate) fn new(editor: Editor, station: RwSignal<Station>) -> Self {
        let results = Memo::new(move |_| editor.read(opmap_analysis::shifts));
        let (shift, way) = (RwSignal::new(Shift::Roles), RwSignal::new(Way::Asked(Method::Hands)));
        let (viewed, hidden) = (RwSignal::new(None), RwSignal::new(false));
        let (entry, timer) = (RwSignal::new(None), RwSignal::new(Timer::default()));
        // What was on the way with one shift is not with the next.
        Effect::new(move |_| {
            shift.track();
            viewed.set(None);
            hidden.set(false);
            entry.set(None);
            timer.set(Timer::default());
        });
        let asking = Memo::new(move |_| {
            let (shift, way, viewed, hidden) = (shift.get(), way.get(), viewed.get(), hidden.get());
            results.with(|results| {
                let result = &results.each[shift.number() - 1];
                editor.peek(|document| Asking::of(document, result, way, viewed, hidden))
            })
        });
        Self {
            editor,
            station,
            shift,
            looked: RwSignal::new(LookedAt::Score),
            health: HealthState::new(editor),
            form: FormState::new(),
            results,
            asking,
            way,
            hands_of: RwSignal::new(None),
            with_names: RwSignal::new(true),
            viewed,
            hidden,
            entry,
            timer,
            shown: Shown::new(),
            words: RwSignal::new(false),
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

    /// What the room has said of the shift that is looked at, tracked.
    pub(super) fn of_shift<T>(self, look: impl FnOnce(&ShiftResult) -> T) -> T {
        let shift = self.shift.get();
        self.results.with(|it| look(&it.each[shift.number() - 1]))
    }

    /// What the workshop says of the shift that is looked at, tracked.
    pub(super) fn assessment(self) -> Assessment {
        let shift = self.shift.get();
        self.editor.read(|document| document.assessment(shift))
    }

    /// Sets one part of what the workshop says of the shift that is looked at.
    pub(super) fn set(self, field: ShiftField) {
        self.editor.commit(Edit::SetShift { shift: self.shift.get_untracked(), field });
    }

    /// The level on which the room may agree now: what it has agreed on, else the middle answer (M2).
    pub(super) fn level_to_agree(self) -> Option<Rating> {
        self.of_shift(|it| it.now.or(it.proposal))
    }

    /// Shows a question of the health check.
    pub(crate) fn show_question(self, id: HealthQuestionId, shift: Shift) {
        self.station.set(Station::Shifts);
        self.looked.set(LookedAt::Health);
        self.shift.set(shift);
        self.health.show(id, shift);
    }

    /// Goes from all of them to scoring one, and has the keyboard there.
    pub(super) fn score(self, shift: Shift) {
        self.show(shift);
        self.focus_wanted.notify();
    }

    /// Goes on to the shift that is so many further in their order, if there is one.
    pub(super) fn step(self, by: isize) {
        let at = self.shift.get_untracked().number() - 1;
        if let Some(shift) = at.checked_add_signed(by).and_then(|at| Shift::ALL.get(at)) {
            self.shift.set(*shift);
        }
    }
}
