//! What stays around every station: the rail, the top bar, banners and the status bar.

mod analysis;
mod panels;
mod rail;
pub(crate) mod regions;
mod settling;
mod status_bar;
mod top_bar;
mod writing;

use std::time::Duration;

use leptos::prelude::*;
use opmap_model::{JourneyId, MapKey};

use crate::actions::{ActionsState, ActionsStation};
use crate::charter::{
    Charter, ChosenChannel, ChosenParticipant, ChosenPersona, ChosenRole, ChosenSystem, SeveralPeople,
};
use crate::commands::Commands;
use crate::decisions::{DecisionsState, DecisionsStation};
use crate::editor::{SaveState, editor};
use crate::finder::Finder;
use crate::icon::Icon;
use crate::integrity::{Integrity, IntegrityIfOpen};
use crate::keys;
use crate::leading::Leading;
use crate::map::{Geometry, MapState, MapStation, OptionsIfOpen, PersonasIfOpen, Selection, keep_laid_out};
use crate::matrix::{MatrixState, MatrixStation};
use crate::palette::PaletteIfOpen;
use crate::present::{Present, Presenting};
use crate::report::{ReportState, ReportStation};
use crate::roadmap::{RoadmapState, RoadmapStation};
use crate::shifts::{ShiftsState, ShiftsStation};
use crate::shortcuts::ShortcutsIfOpen;

pub(crate) use analysis::{CurrentAnalysis, Looked};
pub(crate) use panels::{Over, Panels};
pub(crate) use rail::Station;
pub(crate) use settling::Settling;
pub(crate) use writing::Writing;

/// An open workshop. One that is only `practised` on answers neither keys nor the shell.
#[component]
pub(crate) fn Frame(#[prop(optional)] practised: bool) -> impl IntoView {
    let editor = editor();
    let station = RwSignal::new(Station::Map);
    let map_state = MapState::new(editor, first_map());
    provide_context(station);
    provide_context(map_state);
    let geometry = keep_laid_out(editor, map_state);
    provide_context(geometry);
    let presenting = Presenting::new(station, map_state, geometry);
    provide_context(presenting);
    provide_context(MatrixState::new(editor, map_state));
    provide_context(ChosenRole::new());
    provide_context(ChosenParticipant::new());
    provide_context(ChosenPersona::new());
    provide_context(ChosenChannel::new());
    provide_context(ChosenSystem::new());
    provide_context(SeveralPeople::new());
    let (analysis, looked) = analysis::keep_analysed(editor);
    provide_context(DecisionsState::new(editor, map_state, station, analysis));
    provide_context(ShiftsState::new(editor, station));
    let panels = Panels::new();
    provide_context(panels);
    provide_context(ActionsState::new(editor, map_state, panels, station, analysis));
    provide_context(RoadmapState::new(editor, panels, station, crate::fonts::fonts()));
    provide_context(ReportState::new(editor, station));
    provide_context(analysis);
    provide_context(looked);
    provide_context(Leading::new());
    provide_context(Integrity::new());
    follow_document(map_state);
    provide_context(Writing::new());
    provide_context(Finder::new());
    let settling = Settling::new();
    provide_context(settling);
    let commands = Commands::new();
    provide_context(commands);

    if !practised {
        answer_keys(commands);
        settling.answer_shell();
    }
    let is_ready = RwSignal::new(false);
    open_in_steps(geometry, is_ready);
    view! {
        {move || {
            if presenting.is_on() {
                view! { <Present /> }.into_any()
            } else {
                view! { <Around is_ready /> }.into_any()
            }
        }}
        <settling::RehearsalQuestion />
    }
}

/// Lays the map out and then says that it `is_ready`, in a task each: so the window answers in between, however large the
/// workshop is. What stands around the station is built before.
fn open_in_steps(geometry: Geometry, is_ready: RwSignal<bool>) {
    let show = move || {
        // The workshop may have been closed meanwhile.
        let _ = is_ready.try_set(true);
    };
    let lay_out = move || {
        if geometry.try_with_untracked(|_| ()).is_some() {
            set_timeout(show, Duration::ZERO);
        }
    };
    set_timeout(lay_out, Duration::ZERO);
}

fn answer_keys(commands: Commands) {
    let keys = window_event_listener(leptos::ev::keydown, move |event| {
        let command = keys::command_of(&event).filter(|it| commands.takes_key(*it));
        if let Some(command) = command
            && (!is_typing(&event) || command.is_for_typing())
        {
            event.prevent_default();
            commands.run(command);
        }
    });
    on_cleanup(move || keys.remove());
}

/// The station that is shown, once the map `is_ready`, with all that stands around it.
#[component]
fn Around(is_ready: RwSignal<bool>) -> impl IntoView {
    let station: RwSignal<Station> = expect_context();
    // A station that is chosen again stays as it is.
    let shown = Memo::new(move |_| station.get());
    view! {
        <div class="frame">
            <rail::Rail />
            <div class="frame-main">
                <top_bar::TopBar />
                <Banner />
                <div class="work">
                    <Show when=move || is_ready.get()>
                        {move || match shown.get() {
                            Station::Charter => view! { <Charter /> }.into_any(),
                            Station::Map => view! { <MapStation /> }.into_any(),
                            Station::Matrix => view! { <MatrixStation /> }.into_any(),
                            Station::Decisions => view! { <DecisionsStation /> }.into_any(),
                            Station::Shifts => view! { <ShiftsStation /> }.into_any(),
                            Station::Actions => view! { <ActionsStation /> }.into_any(),
                            Station::Roadmap => view! { <RoadmapStation /> }.into_any(),
                            Station::Report => view! { <ReportStation /> }.into_any(),
                        }}
                    </Show>
                    <IntegrityIfOpen />
                </div>
                <status_bar::StatusBar />
            </div>
            <PaletteIfOpen />
            <ShortcutsIfOpen />
            <OptionsIfOpen />
            <PersonasIfOpen />
        </div>
    }
}

/// What lasts: *rehearsal copy*, *not saved*, *read only*, and what the last gesture was answered with.
#[component]
fn Banner() -> impl IntoView {
    let (editor, settling): (_, Settling) = (editor(), expect_context());
    let rehearsal = editor.is_rehearsal.then(|| {
        view! {
            <div class="banner rehearsal" role="status">
                <Icon name="copy" />
                <p>
                    <strong>"Rehearsal copy. "</strong>
                    "Nothing that you do here touches the workshop itself."
                </p>
                <button class="button" on:click=move |_| settling.keep_rehearsal()>"Keep…"</button>
                <button class="button" on:click=move |_| settling.leave()>"Throw away"</button>
            </div>
        }
    });
    let close = move |event: web_sys::MouseEvent| {
        editor.message.set(None);
        // A click without a press came from the keyboard, whose place goes away with the button. The pointer leaves it alone.
        if event.detail() == 0 {
            regions::enter_station();
        }
    };
    view! {
        {rehearsal}
        {move || match editor.save.get() {
            SaveState::NotSaved(reason) => {
                view! {
                    <div class="banner error" role="alert">
                        <span class="sign error" aria-hidden="true"></span>
                        <p>
                            <strong>"Not saved. "</strong>
                            {reason}
                        </p>
                        <button class="button" on:click=move |_| editor.retry()>"Try again"</button>
                    </div>
                }
                    .into_any()
            }
            _ => ().into_any(),
        }}
        {move || {
            editor.read_only.get().map(|it| {
                view! {
                    <div class="banner" role="status">
                        <p>{it}</p>
                    </div>
                }
            })
        }}
        {move || {
            editor.message.get().map(|it| {
                view! {
                    <div class="banner note" role="status">
                        <p>{it}</p>
                        <button class="button quiet" on:mousedown=|event| event.prevent_default() on:click=close>
                            "Close"
                        </button>
                    </div>
                }
            })
        }}
    }
}

/// The state of saving in words.
pub(crate) fn save_words(state: &SaveState) -> String {
    match state {
        SaveState::Saved(time) => format!("Saved {time}"),
        SaveState::Saving => "Saving…".to_owned(),
        SaveState::NotSaved(reason) => format!("Not saved: {reason}"),
    }
}

/// The map that is shown first.
fn first_map() -> Option<MapKey> {
    editor().peek(|document| {
        let (journey, _) = *document.journeys_in_order().first()?;
        Some(document.first_map_of(journey))
    })
}

/// Keeps what is chosen in step with what exists, and shows what an undo or redo touched.
fn follow_document(map_state: MapState) {
    let editor = editor();
    Effect::new(move |_| {
        let gone = |journey: JourneyId| editor.read(|document| document.get(journey).is_none());
        let shown = map_state.map.get();
        let instead = shown.filter(|map| !gone(map.journey)).or_else(first_map);
        // Setting it to what it is would begin anew, for ever where there is no journey.
        if instead != shown {
            map_state.map.set(instead);
        }
    });
    Effect::new(move |_| {
        let touched = editor.stepped.get();
        // A comparison stays and shows what became of both states.
        if !map_state.comparing.get_untracked()
            && let Some((map, selection)) = editor.peek(|document| Selection::of_touched(document, &touched))
        {
            // A map that is shown already is not to be drawn from the start.
            map_state.map.maybe_update(|shown| shown.replace(map) != Some(map));
            map_state.selection.set(selection);
        }
    });
    Effect::new(move |_| {
        let stays = editor.read(|document| {
            map_state.selection.with(|it| (!it.exists(document)).then(|| it.existing(document)))
        });
        if let Some(stays) = stays {
            map_state.selection.set(stays);
        }
    });
}

/// Whether the key goes into a field, which a box to tick is not.
pub(crate) fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    use wasm_bindgen::JsCast;
    let target = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|it| {
        matches!(it.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            && it.get_attribute("type").as_deref() != Some("checkbox")
    })
}
