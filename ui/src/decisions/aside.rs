//! Beside the decision: service recovery, which is one matrix for the workshop, or what if it was delegated.

use leptos::prelude::*;

use super::recovery::{GRID, Recovery};
use super::state::DecisionsState;
use super::what_if::WhatIf;
use crate::field::focus_later;

/// What stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    Recovery,
    WhatIf,
}

/// Shows one of them, and puts the keyboard there.
pub(super) fn enter(beside: Beside, decisions: DecisionsState) {
    decisions.beside.set(beside);
    match beside {
        Beside::Recovery => focus_later(GRID),
        Beside::WhatIf => request_animation_frame(|| {
            if let Some(choice) = document().query_selector(".what-if select").ok().flatten() {
                crate::dialog::focus(&choice);
            }
        }),
    }
}

#[component]
pub(super) fn Aside() -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let chosen = Memo::new(move |_| decisions.place.with(|it| it.decision));
    // Another decision is another question.
    Effect::new(move |_| {
        chosen.track();
        decisions.what_if.set(None);
    });
    let tab = move |words: &'static str, beside: Beside| {
        view! {
            <button
                class="segment"
                class:active=move || decisions.beside.get() == beside
                aria-pressed=move || (decisions.beside.get() == beside).to_string()
                on:click=move |_| decisions.beside.set(beside)
            >
                {words}
            </button>
        }
    };
    view! {
        <div class="decision-aside">
            <div class="segments" role="group" aria-label="Beside the decision">
                {tab("Service recovery", Beside::Recovery)}
                {tab("What if", Beside::WhatIf)}
            </div>
            {move || match decisions.beside.get() {
                Beside::Recovery => view! { <Recovery /> }.into_any(),
                Beside::WhatIf => match chosen.get() {
                    Some(id) => view! { <WhatIf id /> }.into_any(),
                    None => view! { <p class="quiet">"Choose a decision first."</p> }.into_any(),
                },
            }}
        </div>
    }
}
