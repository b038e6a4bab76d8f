//! The questions as a grid: it has the keyboard as a whole and names the cell where one is.

use leptos::prelude::*;
use opmap_analysis::{Answered, ShiftHealth, sides_apart};
use opmap_model::{Answer, HealthQuestionId, Keyword, Shift, Side};

use super::super::state::ShiftsState;
use super::key_press::answer_words;
use super::place::{Column, Place, Row};
use super::{difference_words, run};
use crate::keys::{self, Command, Place as Where};
use crate::palette::keep_in_view;

/// The identity of the grid on the page.
pub(super) const GRID: &str = "health";

#[component]
pub(super) fn Grid() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let health = shifts.health;
    // The cell where one is stays in view.
    Effect::new(move |_| {
        let id = health.place.get().id();
        request_animation_frame(move || {
            if let Some(cell) = document().get_element_by_id(&id) {
                keep_in_view(&cell);
            }
        });
    });
    view! {
        <div class="health-scroll">
            <table
                id=GRID
                class="health-grid"
                role="grid"
                tabindex="0"
                aria-label="Questions of the health check"
                aria-rowcount=move || health.rows.with(Vec::len) + 1
                aria-activedescendant=move || health.place.get().id()
                on:keydown=move |event| {
                    if let Some(Command::Health(command)) = keys::command_on(Where::Health, &event) {
                        run(command, shifts);
                        event.prevent_default();
                        event.stop_propagation();
                    }
                }
            >
                <thead>
                    <tr role="row">
                        <th role="columnheader" scope="col">"Question"</th>
                        {Side::ALL.iter().map(|it| view! { <th role="columnheader" scope="col">{it.label()}</th> }).collect_view()}
                        <th role="columnheader" scope="col">"Difference"</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || health.rows.get() key=|it| *it let(row)>
                        {match row {
                            Row::Shift(shift) => view! { <ShiftRow shift /> }.into_any(),
                            Row::Question(id, shift) => view! { <QuestionRow id shift /> }.into_any(),
                        }}
                    </For>
                </tbody>
            </table>
        </div>
    }
}

/// The head of a shift, with what its questions come to.
#[component]
fn ShiftRow(shift: Shift) -> impl IntoView {
    let health = expect_context::<ShiftsState>().health;
    let place = Place { row: Row::Shift(shift), column: Column::Question };
    let is_here = move || health.place.get().row == place.row;
    let of = move |look: fn(&ShiftHealth) -> String| {
        Memo::new(move |_| health.results.with(|it| look(&it[shift.number() - 1])))
    };
    let (name, both) = (of(|it| it.name.clone()), of(|it| proposal_words(&it.both, it.questions)));
    let (commercial, operational) = (of(|it| middle(&it.commercial)), of(|it| middle(&it.operational)));
    let difference = of(|it| difference_words(it.difference()));
    view! {
        <tr role="row" class="health-shift">
            <th
                id=place.id()
                role="rowheader"
                scope="rowgroup"
                class:at=is_here
                on:pointerdown=move |_| health.at.update(|it| it.row = place.row)
            >
                <span class="health-name">
                    <span>{shift.number()}</span>
                    <strong>{move || name.get()}</strong>
                    <span class="quiet">{move || both.get()}</span>
                </span>
            </th>
            <td role="gridcell">{move || commercial.get()}</td>
            <td role="gridcell">{move || operational.get()}</td>
            <td role="gridcell" class="health-apart">{move || difference.get()}</td>
        </tr>
    }
}

#[component]
fn QuestionRow(id: HealthQuestionId, shift: Shift) -> impl IntoView {
    let health = expect_context::<ShiftsState>().health;
    let editor = expect_context::<ShiftsState>().editor;
    let place = move |column| Place { row: Row::Question(id, shift), column };
    let title = Memo::new(move |_| {
        editor.read(|document| document.get(id).map(|it| it.title.to_string()).unwrap_or_default())
    });
    let apart = Memo::new(move |_| editor.read(|document| document.get(id).and_then(sides_apart)));
    let question = place(Column::Question);
    view! {
        <tr role="row">
            <th
                id=question.id()
                role="rowheader"
                scope="row"
                class:at=move || health.place.get() == question
                on:pointerdown=move |_| health.at.set(question)
                on:dblclick=move |_| super::aside::enter(question)
            >
                {move || title.get()}
            </th>
            {Side::ALL
                .iter()
                .map(|side| {
                    let place = place(Column::Side(*side));
                    let answer = Memo::new(move |_| {
                        editor.read(|document| document.get(id).and_then(|it| it.answer(*side)))
                    });
                    view! {
                        <td
                            id=place.id()
                            role="gridcell"
                            class:at=move || health.place.get() == place
                            class:unset=move || answer.get().and_then(Answer::level).is_none()
                            on:pointerdown=move |_| health.at.set(place)
                            on:dblclick=move |_| super::aside::enter(place)
                        >
                            {move || answer_words(answer.get())}
                        </td>
                    }
                })
                .collect_view()}
            <td role="gridcell" class="health-apart" class:far=move || apart.get().is_some_and(|it| it.abs() >= 2)>
                {move || difference_words(apart.get())}
            </td>
        </tr>
    }
}

/// What all answers to the questions about a shift propose.
fn proposal_words(both: &Answered, questions: usize) -> String {
    match (both.proposal, questions) {
        (_, 0) => "no questions yet".to_owned(),
        (Some(proposal), _) => format!("proposal {proposal}"),
        (None, _) => "not answered yet".to_owned(),
    }
}

/// The middle answer, and of how many.
fn middle(answered: &Answered) -> String {
    match answered.proposal {
        Some(proposal) => format!("{proposal} ({})", answered.levels),
        None => "–".to_owned(),
    }
}
