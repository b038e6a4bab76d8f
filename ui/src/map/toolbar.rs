//! The toolbar of the Map station: which journey, and what to add.

use leptos::prelude::*;

use super::Geometry;
use super::compare::CompareBar;
use super::filter_panel::FilterButton;
use super::find::FindButton;
use super::key_press;
use super::show_panel::ShowButton;
use super::state::MapState;
use crate::commands::Commands;
use crate::editor::editor;
use crate::frame::Panels;
use crate::icon::Icon;
use crate::keys::{self, Command};
use crate::toolbar::Journeys;

#[component]
pub(super) fn Toolbar() -> impl IntoView {
    let (editor, map_state, geometry) =
        (editor(), expect_context::<MapState>(), expect_context::<Geometry>());
    let (panels, commands): (Panels, Commands) = (expect_context(), expect_context());
    let run = move |command| {
        if let Some(layout) = geometry.get_untracked() {
            key_press::run(command, editor, map_state, &layout);
        }
    };
    view! {
        <div class="toolbar" role="toolbar" aria-label="Map">
            <h2>"Map"</h2>
            <Journeys />
            <Show
                when=move || map_state.comparing.get()
                fallback=move || {
                    view! {
                        <button class="button quiet" title=keys::tooltip(Command::AddJourney) on:click=move |_| commands.run(Command::AddJourney)>
                            <Icon name="plus" />
                            "Journey"
                        </button>
                        <span class="grow"></span>
                        <FindButton />
                        <TurnButton command=Command::Outline on=panels.outline.into() />
                        <TurnButton command=Command::Details on=panels.details.into() />
                        <TurnButton command=Command::Lock on=editor.locked.into() />
                    }
                }
            >
                <CompareBar />
            </Show>
            <Show when=move || map_state.map.get().is_some() && !map_state.comparing.get()>
                <ShowButton />
                <FilterButton />
                <LibraryButton />
                <AddButton words="Stage" command=Command::AddStage run=Callback::new(run) />
                <AddButton words="Lane" command=Command::AddLane run=Callback::new(run) />
                <AddButton words="Step" command=Command::AddStep run=Callback::new(run) />
            </Show>
        </div>
    }
}

/// Turns a command on or off, as it does with a panel beside the map.
#[component]
fn TurnButton(command: Command, on: Signal<bool>) -> impl IntoView {
    let commands: Commands = expect_context();
    let entry = keys::entry(command).map(|(_, it)| it);
    view! {
        <button
            class="icon-button"
            aria-label=entry.map(|it| it.words)
            title=keys::tooltip(command)
            aria-pressed=move || on.get().to_string()
            on:click=move |_| commands.run(command)
        >
            {entry.map(|it| view! { <Icon name=it.icon /> })}
        </button>
    }
}

#[component]
fn AddButton(words: &'static str, command: Command, run: Callback<Command>) -> impl IntoView {
    view! {
        <button class="button" on:click=move |_| run.run(command)>
            <Icon name="plus" />
            {words}
            <kbd>{keys::hint(command)}</kbd>
        </button>
    }
}

/// Steps and lanes that many services have.
#[component]
fn LibraryButton() -> impl IntoView {
    let commands: Commands = expect_context();
    view! {
        <button class="button" title=keys::tooltip(Command::Library) on:click=move |_| commands.run(Command::Library)>
            <Icon name="library" />
            "Library"
        </button>
    }
}
