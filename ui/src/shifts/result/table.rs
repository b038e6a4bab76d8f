//! The seven shifts with their scores, what the room answered, and how far it agrees. A row leads to its shift.

mod cells;

use leptos::prelude::*;
use opmap_analysis::{Severity, ShiftResult, signed};
use opmap_model::{Rating, Shift};

use super::super::state::ShiftsState;
use crate::sign::Sign;
use cells::{Agreement, Answers, Evidence};

/// The identity of the button of a shift.
pub(super) fn row_id(shift: Shift) -> String {
    format!("shift-row-{}", shift.number())
}

#[component]
pub(super) fn ShiftTable() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let compares = Memo::new(move |_| {
        shifts.shown.lines.get().earlier && shifts.results.with(|it| it.since().is_some())
    });
    view! {
        <table class="shift-table">
            <thead>
                <tr>
                    <th scope="col">"Shift"</th>
                    {move || compares.get().then(|| view! { <th scope="col">"Last time"</th> })}
                    <th scope="col">"Today"</th>
                    {move || compares.get().then(|| view! { <th scope="col">"Change"</th> })}
                    <th scope="col">"Wanted"</th>
                    <th scope="col">"How the room answered, 1 to 5"</th>
                    <th scope="col">"Agreement"</th>
                    <th scope="col">"Evidence"</th>
                </tr>
            </thead>
            <tbody>
                {move || {
                    let compares = compares.get();
                    shifts
                        .results
                        .get()
                        .each
                        .into_iter()
                        .map(|result| view! { <Row result compares /> })
                        .collect_view()
                }}
            </tbody>
        </table>
    }
}

#[component]
fn Row(result: ShiftResult, compares: bool) -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let shift = result.shift;
    let (earlier, change) = (result.earlier.as_ref().map(|it| it.now), result.change());
    let last_time = compares.then(|| view! { <Score level=earlier kind="earlier" missing="not scored" /> });
    let change = compares.then(|| {
        let words = change.map_or_else(|| "–".to_owned(), signed);
        view! { <td class="shift-change" class:missing=change.is_none()>{words}</td> }
    });
    view! {
        <tr class:here=move || shifts.shift.get() == shift>
            <th scope="row">
                <button
                    id=row_id(shift)
                    class="link shift-row"
                    title="Score this shift"
                    on:focus=move |_| shifts.shift.set(shift)
                    on:click=move |_| shifts.score(shift)
                >
                    <span class="shift-number">{shift.number()}</span>
                    {result.name.clone()}
                </button>
                {result.stale.then(|| view! { <p class="shift-reworded"><Sign severity=Severity::Warning />"levels reworded"</p> })}
            </th>
            {last_time}
            <Score level=result.now kind="today" missing="not scored" />
            {change}
            <Score level=result.target kind="wanted" missing="not set" />
            <td><Answers result=result.clone() /></td>
            <td><Agreement result /></td>
            <td><Evidence shift /></td>
        </tr>
    }
}

/// A score, or that there is none.
#[component]
fn Score(level: Option<Rating>, kind: &'static str, missing: &'static str) -> impl IntoView {
    let words = level.map_or_else(|| missing.to_owned(), |it| it.to_string());
    view! { <td class=format!("shift-score {kind}") class:missing=level.is_none()>{words}</td> }
}
