//! What a map shows before there is anything on it.

use leptos::html;
use leptos::prelude::*;
use opmap_model::Keyword;

use super::journeys::{copy_here, sources};
use super::state::{MapState, Naming};
use super::states::state_words_within;
use crate::dialog::focus;
use crate::editor::editor;
use crate::keys::Command;

#[component]
pub(super) fn EmptyMap() -> impl IntoView {
    let (editor, map_state) = (editor(), expect_context::<MapState>());
    // The other states of the journey that have something to copy.
    let sources = move || {
        let map = map_state.map.get();
        map.map(|map| editor.read(|document| sources(document, map))).unwrap_or_default()
    };
    let section = NodeRef::<html::Section>::new();
    // What had the keyboard may have gone with all that was on the map.
    Effect::new(move |_| {
        let Some(section) = section.get() else { return };
        let is_lost = document().active_element().is_none_or(|it| it.tag_name() == "BODY");
        if let Some(first) = section.query_selector("button").ok().flatten().filter(|_| is_lost) {
            focus(&first);
        }
    });
    view! {
        <section node_ref=section class="empty" aria-label="Empty map">
            <p class="spoken" role="status">{move || map_state.spoken.get()}</p>
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
                <button class="button" on:click=move |_| map_state.clipboard_wanted.set(Some(Command::StepsFromFile))>
                    "Add steps from a file…"
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
