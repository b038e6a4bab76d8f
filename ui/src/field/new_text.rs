//! The field in which something new is written that may have several lines.

use leptos::html;
use leptos::prelude::*;
use opmap_model::Text;

use crate::dialog::focus;

/// Asks for a text. Enter, and leaving the field, takes it; Shift with Enter begins a line; Escape and an empty text add
/// nothing.
#[component]
pub(crate) fn NewText(
    /// What is written.
    #[prop(into)]
    label: String,
    /// What it is like.
    hint: &'static str,
    /// Takes what was written.
    take: Callback<Text>,
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
        match Text::new(&typed) {
            Ok(text) => {
                end(stays);
                take.run(text);
            }
            Err(it) => fault.set(Some(it.to_string())),
        }
    };
    view! {
        <div class="field tall">
            <textarea
                node_ref=field
                rows="3"
                aria-label=label
                placeholder=hint
                on:blur=move |_| finish(false)
                on:keydown=move |event| {
                    event.stop_propagation();
                    match event.key().as_str() {
                        _ if event.is_composing() => return,
                        "Enter" if !event.shift_key() => finish(true),
                        "Escape" => end(true),
                        _ => return,
                    }
                    event.prevent_default();
                }
            ></textarea>
            {move || fault.get().map(|it| view! { <p class="fault" role="alert">{it}</p> })}
        </div>
    }
}
