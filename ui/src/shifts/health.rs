//! The health check: questions about each shift, answered from the commercial and the operational side, that lead to a
//! proposal for its score (1.10).

mod aside;
mod changes;
mod grid;
mod key_press;
mod place;

use leptos::prelude::*;
use opmap_analysis::{ShiftHealth, health};
use opmap_model::{HealthQuestionId, Keyword, Shift};

use super::state::ShiftsState;
use crate::editor::Editor;
use crate::field::focus_later;
use crate::icon::Icon;
use crate::keys::{self, Command, OnHealth, OnShifts};
pub(super) use key_press::run;
use place::{Column, Place, Row, rows};

/// What the health check remembers beside the document; copies are handles to the same.
#[derive(Clone, Copy)]
pub(crate) struct HealthState {
    /// Its rows as they are.
    rows: Memo<Vec<Row>>,
    /// What it says of each shift.
    results: Memo<Vec<ShiftHealth>>,
    at: RwSignal<Place>,
    /// Where one is.
    place: Memo<Place>,
    /// Whether a new question is being worded.
    naming: RwSignal<bool>,
}

impl HealthState {
    pub(super) fn new(editor: Editor) -> Self {
        let rows = Memo::new(move |_| editor.read(rows));
        let results = Memo::new(move |_| editor.read(health));
        let at = RwSignal::new(Place { row: Row::Shift(Shift::Roles), column: Column::Question });
        let place = Memo::new(move |_| rows.with(|rows| place::settled(rows, at.get())));
        Self { rows, results, at, place, naming: RwSignal::new(false) }
    }

    /// Goes to a question.
    pub(super) fn show(self, id: HealthQuestionId, shift: Shift) {
        self.at.set(Place { row: Row::Question(id, shift), column: Column::Question });
    }

    /// What it says of the shift where one is, tracked.
    fn result<T>(self, look: impl FnOnce(&ShiftHealth) -> T) -> T {
        let shift = self.place.get().row.shift();
        self.results.with(|it| look(&it[shift.number() - 1]))
    }
}

#[component]
pub(super) fn HealthView() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let health = shifts.health;
    let is_empty =
        Memo::new(move |_| health.rows.with(|it| it.len() == Shift::ALL.len()) && !health.naming.get());
    Effect::new(move |_| {
        if !is_empty.get() {
            focus_later(grid::GRID);
        }
    });
    view! {
        <div
            class="health"
            on:keydown=move |event| {
                // What scores a shift has no place here.
                if !matches!(
                    keys::command_on(keys::Place::Shifts, &event),
                    None | Some(Command::Shifts(OnShifts::Look(_)))
                ) {
                    event.stop_propagation();
                }
            }
        >
            <Show when=move || !is_empty.get() fallback=move || view! { <Empty shifts /> }>
                <grid::Grid />
                <aside::Aside />
            </Show>
        </div>
    }
}

#[component]
fn Empty(shifts: ShiftsState) -> impl IntoView {
    view! {
        <div class="health-empty">
            <p>"Ask those who sell and those who serve the same questions, and see where they differ."</p>
            <button
                class="button primary"
                title=keys::tooltip(Command::Health(OnHealth::UsualForAll))
                on:click=move |_| run(OnHealth::UsualForAll, shifts)
            >
                <Icon name="list-checks" />
                "Begin with the usual questions"
            </button>
        </div>
    }
}

/// Which side sees it higher, and by how much.
fn difference_words(levels: Option<i8>) -> String {
    let Some(levels) = levels else { return "–".to_owned() };
    let by = levels.unsigned_abs();
    match levels {
        0 => "none".to_owned(),
        1.. => format!("commercial +{by}"),
        _ => format!("operational +{by}"),
    }
}
