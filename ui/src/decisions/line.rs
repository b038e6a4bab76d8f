//! A cell that is written as one line. Enter, and leaving it, takes it; Escape leaves it as it was.

use leptos::html;
use leptos::prelude::*;

use crate::keys::{Usual, usual};

use crate::dialog::focus;

#[component]
pub(super) fn CellLine(
    /// What is written.
    label: String,
    now: String,
    /// Takes what was written; answers with a sentence when it cannot.
    take: Callback<String, Result<(), String>>,
    /// Ends the writing; says whether the keyboard is still here.
    close: Callback<bool>,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let fault = RwSignal::new(None::<String>);
    let is_done = StoredValue::new(false);
    let before = StoredValue::new(now.clone());
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            focus(&input);
            input.select();
        }
    });
    let end = move |stays: bool| {
        // Taking the field away makes the browser leave it, which would end it a second time.
        if is_done.try_set_value(true).is_none() {
            close.run(stays);
        }
    };
    let finish = move |stays: bool| {
        if is_done.try_get_value() != Some(false) {
            return;
        }
        let text = input.get_untracked().map(|it| it.value()).unwrap_or_default();
        if before.with_value(|it| text.trim() == it) {
            return end(stays);
        }
        match take.run(text) {
            Ok(()) => end(stays),
            Err(sentence) => fault.set(Some(sentence)),
        }
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        event.stop_propagation();
        match usual(&event) {
            Some(Usual::Enter) => finish(true),
            Some(Usual::Escape) => end(true),
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <div class="cell-line">
            <input
                node_ref=input
                type="text"
                aria-label=label
                value=now
                on:keydown=on_key
                on:blur=move |_| finish(false)
            />
            {move || fault.get().map(|it| view! { <p class="fault" role="alert">{it}</p> })}
        </div>
    }
}
