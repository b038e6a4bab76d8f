//! What a map shows before there is anything on it.

use leptos::prelude::*;
use opmap_model::Keyword;

use super::journeys::{copy_here, sources};
use super::state::{MapState, Naming};
use super::states::state_words_within;
use crate::editor::editor;

#[component]
pub(super) fn EmptyMap() -> impl IntoView {
    let (editor, map_state) = (editor(), expect_context::<MapState>());
    // The other states of the journey that have something to copy.
    let sources = move || {
        let map = map_state.map.get();
        map.map(|map| editor.read(|document| sources(document, map))).unwrap_or_default()
    };
    view! {
        <section class="empty" aria-label="Empty map">
            <Show
                when=move || map_state.map.get().is_some()
                fallback=|| view! { <p>"Add a journey to begin."</p> }
            >
                <p>"Name the stages the customer goes through."</p>
                <button
                    class="button primary"
                    on:click=move |_| map_state.naming.set(Some(Naming::NewStage { before: None }))
                >
                    "Add the first stage"
                </button>
                <For each=sources key=|it| it.key() let(from)>
                    <button class="button" on:click=move |_| copy_here(from, editor, map_state)>
                        {format!("Start from a copy of {}", state_words_within(from))}
                    </button>
                </For>
            </Show>
        </section>
    }
}
