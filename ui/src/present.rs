//! Present mode: what a station shows to the room, with nothing around it, scaled by the height of the window.
//!
//! [`obstacle`] says which stations can be presented, [`Present`] shows their views. A view measures all it has in `--u`,
//! 1/720 of the height.

use leptos::html;
use leptos::prelude::*;

use crate::dialog::focus;
use crate::editor::{Editor, SaveState, editor};
use crate::frame::{Station, is_typing};
use crate::keys::{self, Command, OnPresent, Place};
use crate::map::{Geometry, MapPresented, MapState, Spot};
use crate::shifts::ShiftsPresented;

/// Why a station cannot be presented as it is now; none when it can. Tracked.
pub(crate) fn obstacle(station: Station, map: MapState, geometry: Geometry) -> Option<&'static str> {
    match station {
        Station::Shifts => None,
        Station::Map if map.comparing.get() => Some("Leave the comparison first: one state is presented."),
        Station::Map if geometry.with(|it| it.as_ref().is_none_or(|it| it.stages.is_empty())) => {
            Some("Add a stage first: a map is presented stage by stage.")
        }
        Station::Map => None,
        _ => Some("Go to the map or to the shifts first: they can be presented."),
    }
}

/// Whether something is presented; copies are handles to the same.
#[derive(Clone, Copy)]
pub(crate) struct Presenting {
    station: RwSignal<Station>,
    map: MapState,
    geometry: Geometry,
    is_on: RwSignal<bool>,
    /// Whether the room sees nothing for the moment.
    blank: RwSignal<bool>,
    /// Where the room is on the map, once it is presented; it stays there while the screen is blank.
    pub(crate) spot: StoredValue<Option<Spot>>,
}

impl Presenting {
    pub(crate) fn new(station: RwSignal<Station>, map: MapState, geometry: Geometry) -> Self {
        Self {
            station,
            map,
            geometry,
            is_on: RwSignal::new(false),
            blank: RwSignal::new(false),
            spot: StoredValue::new(None),
        }
    }

    /// Whether something is presented, tracked.
    pub(crate) fn is_on(self) -> bool {
        self.is_on.get()
    }

    /// The same as it is now, untracked.
    pub(crate) fn is_on_now(self) -> bool {
        self.is_on.get_untracked()
    }

    /// Why what is shown cannot be presented, tracked; none when it can.
    pub(crate) fn obstacle(self) -> Option<&'static str> {
        obstacle(self.station.get(), self.map, self.geometry)
    }

    /// Presents the station that is shown, or goes back to it.
    pub(crate) fn turn(self, editor: Editor) {
        if self.is_on.get_untracked() {
            return self.is_on.set(false);
        }
        let obstacle = untrack(|| self.obstacle());
        editor.message.set(obstacle.map(str::to_owned));
        if obstacle.is_none() {
            self.blank.set(false);
            self.spot.set_value(None);
            self.is_on.set(true);
        }
    }

    /// A key for presenting itself.
    pub(crate) fn on_key(self, event: &web_sys::KeyboardEvent) {
        match keys::command_on(Place::Present, event) {
            Some(Command::Present(OnPresent::Blank)) if !is_typing(event) => {
                self.blank.update(|it| *it = !*it);
            }
            Some(Command::Present(OnPresent::Leave)) if self.blank.get_untracked() => self.blank.set(false),
            Some(Command::Present(OnPresent::Leave)) => self.is_on.set(false),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }
}

/// What is presented, over the whole window.
#[component]
pub(crate) fn Present() -> impl IntoView {
    let presenting: Presenting = expect_context();
    let root = NodeRef::<html::Div>::new();
    wear_colours();
    Effect::new(move |_| {
        // What is shown takes the keyboard itself; where it is blank nothing must.
        if presenting.blank.get()
            && let Some(root) = root.get()
        {
            focus(&root);
        }
    });
    view! {
        <div node_ref=root class="present" tabindex="-1" on:keydown=move |event| presenting.on_key(&event)>
            {move || match presenting.station.get() {
                _ if presenting.blank.get() => view! { <main class="present-blank" aria-label="Blank"></main> }.into_any(),
                Station::Shifts => view! { <ShiftsPresented /> }.into_any(),
                Station::Map => view! { <MapPresented /> }.into_any(),
                _ => ().into_any(),
            }}
            <Faults />
        </div>
    }
}

/// What went wrong: *not saved* in words, all else as a small octagon whose words wait for whoever asks.
#[component]
fn Faults() -> impl IntoView {
    let editor = editor();
    let not_saved = move || matches!(editor.save.get(), SaveState::NotSaved(_));
    view! {
        <div class="present-faults">
            <Show when=not_saved>
                <p class="present-not-saved" role="alert">"Not saved"</p>
            </Show>
            {move || editor.message.get().map(|words| view! {
                <span class="present-octagon" role="img" aria-label=words.clone() title=words>
                    <crate::sign::Sign severity=opmap_analysis::Severity::Error />
                </span>
            })}
        </div>
    }
}

/// Gives the page the colours for a projector, as long as this is there.
fn wear_colours() {
    let page = || document().document_element();
    Effect::new(move |_| {
        if let Some(page) = page() {
            // An attribute with a proper name can always be set.
            let _ = page.set_attribute("data-mode", "present");
        }
    });
    on_cleanup(move || {
        if let Some(page) = page() {
            let _ = page.remove_attribute("data-mode");
        }
    });
}
