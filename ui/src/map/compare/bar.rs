//! In the toolbar while two states are compared: which two, how many differences of each kind there are, and which kinds
//! are listed.

use leptos::prelude::*;
use opmap_drawing::ChangeSign;
use opmap_model::{Keyword, State};

use super::{Compared, count, word};
use crate::icon::Icon;
use crate::map::{MapState, state_words};

#[component]
pub(in crate::map) fn CompareBar() -> impl IntoView {
    let map_state: MapState = expect_context();
    let compared = map_state.compared;
    view! {
        <div class="compare-bar" role="group" aria-label="Comparison">
            <StateChoice label="From which state" state=compared.before />
            <span>"against"</span>
            <StateChoice label="To which state" state=compared.after />
            <button class="icon-button" aria-label="Swap the two states" title="Swap the two states" on:click=move |_| compared.swap()>
                <Icon name="repeat" />
            </button>
            <div class="compare-kinds" role="group" aria-label="Differences that are listed">
                {ChangeSign::ALL.map(|sign| view! { <KindButton sign compared /> })}
            </div>
        </div>
    }
}

/// How many differences of one kind there are; pressed, they are listed.
#[component]
fn KindButton(sign: ChangeSign, compared: Compared) -> impl IntoView {
    let listed = move || compared.hidden.with(|it| !it.contains(&sign));
    let turn = move |_| {
        compared.hidden.update(|it| {
            if it.contains(&sign) {
                it.retain(|other| *other != sign);
            } else {
                it.push(sign);
            }
        });
    };
    view! {
        <button
            class=format!("button difference-kind {}", word(sign))
            class:on=listed
            aria-pressed=move || listed().to_string()
            title=move || if listed() { "Listed. Press to leave out." } else { "Left out. Press to list." }
            on:click=turn
        >
            <span class="difference-sign" aria-hidden="true">{sign.sign()}</span>
            <strong>{move || compared.merged.with(|it| count(it.as_deref(), sign))}</strong>
            {word(sign)}
        </button>
    }
}

#[component]
fn StateChoice(label: &'static str, state: RwSignal<State>) -> impl IntoView {
    view! {
        <label class="state-choice">
            <select
                aria-label=label
                on:change=move |event| {
                    if let Some(chosen) = State::from_key(&event_target_value(&event)) {
                        state.set(chosen);
                    }
                }
            >
                {State::ALL
                    .iter()
                    .map(|&it| {
                        view! { <option value=it.key() selected=move || state.get() == it>{state_words(it)}</option> }
                    })
                    .collect_view()}
            </select>
        </label>
    }
}
