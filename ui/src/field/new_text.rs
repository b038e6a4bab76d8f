//! The field in which something new is written, in its own words.

use leptos::html;
use leptos::prelude::*;

use crate::keys::{Usual, usual};

use crate::dialog::focus;

/// Asks for words. Enter, and leaving the field, takes them; Shift with Enter begins a line; Escape and an empty text add
/// nothing.
#[component]
pub(crate) fn NewText(
    /// What is written.
    #[prop(into)]
    label: String,
    /// What it is like.
    hint: &'static str,
    /// How many lines are in view.
    #[prop(default = 3)]
    lines: u32,
    /// Takes what was written; answers with a sentence when it cannot.
    take: Callback<String, Result<(), String>>,
    /// Ends the writing; says whether the keyboard is still here.
    close: Callback<bool>,
) -> impl IntoView {
    let field = NodeRef::<html::Textarea>::new();
    let fault = RwSignal::new(None::<String>);
    let is_closed = StoredValue::new(false);
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            focus(&field);
        }
    });
    let end = move |stays: bool| {
        // Taking the field away makes the browser leave it, which would end it a second time.
        if is_closed.try_set_value(true).is_none() {
            close.run(stays);
        }
    };
    let finish = move |stays: bool| {
        if is_closed.try_get_value() != Some(false) {
            return;
        }
        let typed = field.get_untracked().map(|it| it.value()).unwrap_or_default();
        if typed.trim().is_empty() {
            return end(stays);
        }
        // Nothing ends it a second time while it is taken.
        is_closed.set_value(true);
        match take.run(typed) {
            Ok(()) => close.run(stays),
            Err(sentence) => {
                is_closed.set_value(false);
                fault.set(Some(sentence));
            }
        }
    };
    view! {
        <div class="field tall">
            <textarea
                node_ref=field
                rows=lines
                aria-label=label
                placeholder=hint
                on:blur=move |_| finish(false)
                on:keydown=move |event| {
                    event.stop_propagation();
                    match usual(&event) {
                        Some(Usual::Enter) if !event.shift_key() => finish(true),
                        Some(Usual::Escape) => end(true),
                        _ => return,
                    }
                    event.prevent_default();
                }
            ></textarea>
            {move || fault.get().map(|it| view! { <p class="fault" role="alert">{it}</p> })}
        </div>
    }
}
