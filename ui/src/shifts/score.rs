//! Scoring one shift after the other.

use leptos::prelude::*;

use super::state::ShiftsState;

#[component]
pub(super) fn Score() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let name = move || shifts.result(shifts.shift.get()).map(|it| it.name);
    view! { <h3 class="shift-question">{name}</h3> }
}
