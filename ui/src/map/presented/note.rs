//! A note that is taken while a map is presented: one line, kept as an observation on the step.

use leptos::html;
use leptos::prelude::*;
use opmap_model::{Card, CardKind, Edit};

use super::Room;
use crate::dialog::focus;
use crate::editor::editor;
use crate::field::text;
use crate::identity::fresh;
use crate::keys::{Usual, usual};

/// Whether a note is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Noting {
    Not,
    Typing,
    /// There is no step that it could be about.
    NoStep,
}

#[component]
pub(super) fn NoteLine() -> impl IntoView {
    let room: Room = expect_context();
    move || match room.noting.get() {
        Noting::Not => ().into_any(),
        Noting::NoStep => {
            view! { <p class="room-note" role="status">"A note is about a step: go to one first."</p> }
                .into_any()
        }
        Noting::Typing => view! { <Field /> }.into_any(),
    }
}

#[component]
fn Field() -> impl IntoView {
    let (room, editor): (Room, _) = (expect_context(), editor());
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            focus(&field);
        }
    });
    let step = room.spot.get_untracked().step;
    let title = editor.peek(|document| step.and_then(|it| document.get(it)).map(|it| it.title.to_string()));
    let refused = RwSignal::new(None::<String>);
    let keep = move |typed: &str| -> Result<(), String> {
        let step = step.filter(|_| !typed.trim().is_empty());
        if let Some(step) = step {
            let card = Card::new(step, CardKind::Observation, text(typed)?);
            if !editor.commit(Edit::AddCard { id: fresh(), card, before: None }) {
                return Err("It could not be kept.".to_owned());
            }
            room.map.spoken.set("Noted.".to_owned());
        }
        room.noting.set(super::Noting::Not);
        Ok(())
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        match usual(&event) {
            Some(Usual::Enter) => {
                let typed = field.get_untracked().map(|it| it.value()).unwrap_or_default();
                refused.set(keep(&typed).err());
            }
            Some(Usual::Escape) => room.noting.set(Noting::Not),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    view! {
        <label class="room-note">
            <span>"Note on " {title}</span>
            <input node_ref=field on:keydown=on_key autocomplete="off" />
            {move || refused.get().map(|it| view! { <span role="alert">{it}</span> })}
        </label>
    }
}
