//! What the toolbars of several stations have in common.

use leptos::prelude::*;
use opmap_model::JourneyId;

use crate::commands::Commands;
use crate::editor::editor;
use crate::icon::Icon;
use crate::keys::{self, Command};
use crate::map::MapState;

/// The journey that is shown.
#[component]
pub(crate) fn Journeys() -> impl IntoView {
    let (editor, map_state) = (editor(), expect_context::<MapState>());
    let journeys = move || {
        editor.read(|document| {
            let journeys = document.journeys_in_order();
            journeys.into_iter().map(|(id, it)| (id, it.title.to_string())).collect::<Vec<_>>()
        })
    };
    let chosen = move |id: JourneyId| map_state.map.get().is_some_and(|it| it.journey == id);
    view! {
        <select
            class="journey"
            aria-label="Journey"
            on:change=move |event| {
                if let Ok(id) = event_target_value(&event).parse() {
                    map_state.show_journey(JourneyId(id));
                }
            }
        >
            <For each=journeys key=|it| it.clone() let((id, title))>
                <option value=id.0.to_string() selected=move || chosen(id)>{title}</option>
            </For>
        </select>
    }
}

/// A button that turns something on and off by its command.
#[component]
pub(crate) fn Toggle(
    command: Command,
    icon: &'static str,
    words: &'static str,
    is_on: Signal<bool>,
) -> impl IntoView {
    let commands: Commands = expect_context();
    view! {
        <button
            class="button"
            class:on=move || is_on.get()
            aria-pressed=move || is_on.get().to_string()
            title=keys::tooltip(command)
            on:click=move |_| commands.run(command)
        >
            <Icon name=icon />
            {words}
        </button>
    }
}

/// One thing to look for; the first choice is all.
#[component]
pub(crate) fn Pick(
    label: &'static str,
    all: &'static str,
    options: Signal<Vec<(String, String)>>,
    value: Signal<Option<String>>,
    choose: Callback<String>,
) -> impl IntoView {
    view! {
        <select
            class="journey matrix-filter"
            class:on=move || value.with(Option::is_some)
            aria-label=label
            on:change=move |event| choose.run(event_target_value(&event))
        >
            <option value="" selected=move || value.with(Option::is_none)>{all}</option>
            <For each=move || options.get() key=|it| it.clone() let((key, words))>
                <option
                    value=key.clone()
                    selected={
                        let key = key.clone();
                        move || value.with(|it| it.as_deref() == Some(key.as_str()))
                    }
                >
                    {words}
                </option>
            </For>
        </select>
    }
}
