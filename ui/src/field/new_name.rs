//! The field in which something new is named, in the place of what offered it.

use leptos::html;
use leptos::prelude::*;

use crate::keys::{Usual, usual};

use crate::dialog::focus;

/// An offer to add one more to what is chosen from.
#[derive(Clone, Copy)]
pub(crate) struct Adding {
    /// What is named: *channel*.
    pub(crate) what: &'static str,
    /// Takes its name; answers with a sentence when it cannot.
    pub(crate) take: Callback<String, Result<(), String>>,
}

/// Asks for a name. Enter, and leaving the field, takes it; Escape and an empty name add nothing.
#[component]
pub(crate) fn NewName(
    adding: Adding,
    /// Ends the asking; says whether the keyboard is still here.
    close: Callback<bool>,
    /// What it is called so far.
    #[prop(optional, into)]
    now: String,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let fault = RwSignal::new(None::<String>);
    let is_closed = StoredValue::new(false);
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            focus(&input);
            input.select();
        }
    });
    let end = move |stays: bool| {
        // Taking the field away makes the browser leave it, which would end it a second time.
        if is_closed.try_set_value(true).is_none() {
            close.run(stays);
        }
    };
    let take = move |stays: bool| {
        if is_closed.try_get_value() != Some(false) {
            return;
        }
        let text = input.get_untracked().map(|it| it.value()).unwrap_or_default();
        if text.trim().is_empty() {
            return end(stays);
        }
        match adding.take.run(text) {
            Ok(()) => end(stays),
            Err(sentence) => fault.set(Some(sentence)),
        }
    };
    view! {
        <input
            node_ref=input
            type="text"
            class="new-name"
            value=now
            aria-label=format!("Name of the {}", adding.what.to_lowercase())
            placeholder=format!("Name of the {}", adding.what.to_lowercase())
            on:blur=move |_| take(false)
            on:keydown=move |event| {
                match usual(&event) {
                    Some(Usual::Enter) => take(true),
                    Some(Usual::Escape) => end(true),
                    _ => return,
                }
                event.prevent_default();
                event.stop_propagation();
            }
        />
        {move || fault.get().map(|it| view! { <p class="fault" role="alert">{it}</p> })}
    }
}
