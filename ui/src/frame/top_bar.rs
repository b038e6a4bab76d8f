//! The top bar: what is open, whether it is saved, which state is shown, undo and redo, the report.

use leptos::prelude::*;
use opmap_model::State;

use super::{Over, Panels, Station, Writing, save_words};
use crate::commands::show_state;
use crate::editor::{SaveState, editor};
use crate::icon::Icon;
use crate::keys::{self, Command};
use crate::map::{MapState, offered_states, state_words};
use crate::palette::Asked;
use crate::present::Presenting;

#[component]
pub(super) fn TopBar() -> impl IntoView {
    let editor = editor();
    let title = move || editor.read(|document| document.workshop().title.to_string());
    view! {
        <header class="top-bar">
            <h1 title=move || editor.file_name.get()>{title}</h1>
            <p class="save" class:not-saved=move || matches!(editor.save.get(), SaveState::NotSaved(_)) role="status" data-test="save">
                {move || matches!(editor.save.get(), SaveState::Saved(_)).then(|| view! { <Icon name="check" /> })}
                {move || match editor.save.get() {
                    SaveState::NotSaved(_) => "Not saved".to_owned(),
                    state => save_words(&state),
                }}
            </p>
            <span class="grow"></span>
            <States />
            <StepButton command=Command::Undo icon="undo-2" verb="Undo" label=editor.undo_label act=Callback::new(move |()| editor.undo()) />
            <StepButton command=Command::Redo icon="redo-2" verb="Redo" label=editor.redo_label act=Callback::new(move |()| editor.redo()) />
            <FindOrDo />
            <Written />
            <PresentButton />
        </header>
    }
}

/// The way to the palette for those who do not know its key.
#[component]
fn FindOrDo() -> impl IntoView {
    let panels: Panels = expect_context();
    view! {
        <button class="find-or-do" on:click=move |_| panels.over.set(Some(Over::Palette(Asked::Command)))>
            <Icon name="search" />
            "Find or do"
            <kbd>{keys::hint(Command::Palette)}</kbd>
        </button>
    }
}

/// Presents the station, where it has something that is made for the room.
#[component]
fn PresentButton() -> impl IntoView {
    let (presenting, editor): (Presenting, _) = (expect_context(), editor());
    view! {
        <Show when=move || presenting.obstacle().is_none()>
            <button class="button" title=keys::tooltip(Command::TurnPresent) on:click=move |_| presenting.turn(editor)>
                <Icon name="presentation" />
                <span class="words">"Present"</span>
                <kbd>{keys::hint(Command::TurnPresent)}</kbd>
            </button>
        </Show>
    }
}

/// Undo or redo, with the name of the gesture.
#[component]
fn StepButton(
    command: Command,
    icon: &'static str,
    verb: &'static str,
    label: RwSignal<Option<String>>,
    act: Callback<()>,
) -> impl IntoView {
    let words = move || match label.get() {
        Some(label) => format!("{verb}: {label}"),
        None => verb.to_owned(),
    };
    view! {
        <button
            class="icon-button"
            aria-label=words
            title=move || format!("{} ({})", words(), keys::hint(command))
            aria-disabled=move || label.get().is_none().to_string()
            on:click=move |_| {
                if label.get_untracked().is_some() {
                    act.run(());
                }
            }
        >
            <Icon name=icon />
        </button>
    }
}

/// Which state of the journey is shown, and the comparison of two.
#[component]
fn States() -> impl IntoView {
    let map_state: MapState = expect_context();
    let station: RwSignal<Station> = expect_context();
    let chosen = move |state| {
        map_state.map.get().is_some_and(|it| it.state == state)
            && !(map_state.comparing.get() && station.get() == Station::Map)
    };
    let compared = move || map_state.comparing.get() && station.get() == Station::Map;
    let editor = editor();
    let states = Memo::new(move |_| editor.read(|document| offered_states(document, map_state.map.get())));
    view! {
        <div class="segments" role="group" aria-label="State of the journey">
            <For each=move || states.get() key=|it| *it let(state)>
                <button
                    class="segment"
                    class:active=move || chosen(state)
                    aria-pressed=move || chosen(state).to_string()
                    aria-label=state_words(state)
                    on:click=move |_| show_state(map_state, state)
                >
                    {segment(state)}
                </button>
            </For>
            <button
                class="segment"
                class:active=compared
                aria-pressed=move || compared().to_string()
                on:click=move |_| {
                    let is_shown = station.get_untracked() == Station::Map && map_state.comparing.get_untracked();
                    station.set(Station::Map);
                    map_state.comparing.set(!is_shown);
                }
            >
                "Compare"
            </button>
        </div>
    }
}

/// What stands on the segment: of an option its letter alone where there is little room.
fn segment(state: State) -> impl IntoView {
    match state_words(state).strip_prefix("Option ") {
        Some(letter) => view! { <span class="option-word">"Option "</span>{letter} }.into_any(),
        None => state_words(state).into_any(),
    }
}

/// What is written to other files: a copy and the report.
#[component]
fn Written() -> impl IntoView {
    let (editor, writing) = (editor(), expect_context::<Writing>());
    view! {
        <button
            class="button"
            title=keys::tooltip(Command::SaveCopy)
            disabled=move || writing.is_busy()
            on:click=move |_| writing.save_copy(editor)
        >
            <Icon name="copy" />
            <span class="words">"Save a copy"</span>
        </button>
        <button class="button primary" disabled=move || writing.is_busy() on:click=move |_| writing.export(editor)>
            <Icon name="file-text" />
            {move || if writing.is_busy() { "Writing…" } else { "Export report" }}
        </button>
        <Show when=move || writing.is_busy()>
            <button class="button" on:click=move |_| writing.cancel()>"Cancel"</button>
        </Show>
    }
}
