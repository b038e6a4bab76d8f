//! What the room is asked, large enough to be read from the back row.

use leptos::prelude::*;
use opmap_analysis::Severity;
use opmap_model::ShiftField;

use super::asking::{Asking, Stage};
use super::state::ShiftsState;
use crate::sign::Sign;

#[component]
pub(super) fn Question() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let assessment = Memo::new(move |_| shifts.assessment());
    let round = move || shifts.asking.with(round_words);
    view! {
        <header class="shift-question">
            <p class="shift-place">
                {move || format!("Shift {} of 7. Where are we today?", shifts.shift.get().number())}
                {move || round().map(|it| view! { <span class="shift-round">{it}</span> })}
            </p>
            <h3>{move || assessment.with(|it| it.name().to_owned())}</h3>
            <p class="shift-meaning">{move || assessment.with(|it| it.explained().to_owned())}</p>
            <Show when=move || assessment.with(|it| it.stale)>
                <p class="shift-stale">
                    <Sign severity=Severity::Warning />
                    "The levels were reworded after this was scored."
                    <button class="button" on:click=move |_| shifts.set(ShiftField::StillHolds)>"Still holds"</button>
                </p>
            </Show>
        </header>
    }
}

/// Which round it is; none while nobody has been asked.
fn round_words(asking: &Asking) -> Option<String> {
    match asking.stage {
        Stage::Before => None,
        _ if asking.number < asking.rounds => Some(format!("Round {} of {}", asking.number, asking.rounds)),
        _ => Some(format!("Round {}", asking.number)),
    }
}
