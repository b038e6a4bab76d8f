//! Present mode: what a station shows to the room, with nothing around it, scaled by the height of the window.
//!
//! A station that can be presented names itself in [`can_present`] and gives its view in [`Present`]. The view measures
//! all it has in `--u`, 1/720 of the height.

use leptos::html;
use leptos::prelude::*;

use crate::dialog::focus;
use crate::editor::{Editor, SaveState, editor};
use crate::frame::Station;
use crate::keys::{self, Command, OnPresent, Place};
use crate::shifts::ShiftsPresented;

/// Whether a station has something that is made for the room.
pub(crate) fn can_present(station: Station) -> bool {
    station == Station::Shifts
}

/// Whether something is presented; copies are handles to the same.
#[derive(Clone, Copy)]
pub(crate) struct Presenting {
    station: RwSignal<Station>,
    is_on: RwSignal<bool>,
    /// Whether the room sees nothing for the moment.
    blank: RwSignal<bool>,
}

impl Presenting {
    pub(crate) fn new(station: RwSignal<Station>) -> Self {
        Self { station, is_on: RwSignal::new(false), blank: RwSignal::new(false) }
    }

    /// Whether something is presented, tracked.
    pub(crate) fn is_on(self) -> bool {
        self.is_on.get()
    }

    /// The same as it is now, untracked.
    pub(crate) fn is_on_now(self) -> bool {
        self.is_on.get_untracked()
    }

    /// Presents the station that is shown, or goes back to it.
    pub(crate) fn turn(self, editor: Editor) {
        if self.is_on.get_untracked() {
            self.is_on.set(false);
        } else if can_present(self.station.get_untracked()) {
            editor.message.set(None);
            self.blank.set(false);
            self.is_on.set(true);
        } else {
            editor.message.set(Some("Go to the shifts first: only they can be presented.".to_owned()));
        }
    }

    /// A key for presenting itself.
    fn on_key(self, event: &web_sys::KeyboardEvent) {
        match keys::command_on(Place::Present, event) {
            Some(Command::Present(OnPresent::Blank)) => self.blank.update(|it| *it = !*it),
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
