//! A question that must be answered before something happens.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::keys::{Usual, usual};

/// A dialog over the window. The focus goes into it and comes back to where it was; Escape is the safe answer.
#[component]
pub(crate) fn Dialog(
    /// The question.
    title: String,
    /// Takes the safe answer.
    cancel: Callback<()>,
    /// What stands below the question.
    children: Children,
) -> impl IntoView {
    let panel = NodeRef::<html::Div>::new();
    let label = title.clone();
    let before = document().active_element();
    Effect::new(move |_| {
        if let Some(panel) = panel.get() {
            // The first control of the dialog is the safe one.
            let first = panel.query_selector("[data-safe]").ok().flatten();
            focus(first.as_ref().unwrap_or(&panel));
        }
    });
    let before = StoredValue::new_local(before);
    on_cleanup(move || {
        if let Some(element) = before.try_get_value().flatten() {
            focus(&element);
        }
    });
    view! {
        <div class="scrim">
            <div
                node_ref=panel
                class="dialog"
                role="dialog"
                aria-modal="true"
                aria-label=label
                tabindex="-1"
                on:keydown=move |event| {
                    event.stop_propagation();
                    match usual(&event) {
                        Some(Usual::Escape) => cancel.run(()),
                        Some(Usual::Tab) => keep_inside(&event, panel),
                        _ => {}
                    }
                }
            >
                <h2>{title}</h2>
                {children()}
            </div>
        </div>
    }
}

/// Lets Tab go round within the dialog.
fn keep_inside(event: &web_sys::KeyboardEvent, panel: NodeRef<html::Div>) {
    let Some(panel) = panel.get_untracked() else { return };
    let Ok(controls) = panel.query_selector_all("button, input, select, textarea") else { return };
    let at = |index: u32| controls.item(index).and_then(|it| it.dyn_into::<web_sys::Element>().ok());
    let (Some(first), Some(last)) = (at(0), at(controls.length().saturating_sub(1))) else { return };
    let now = document().active_element();
    if event.shift_key() && now.as_ref() == Some(&first) {
        event.prevent_default();
        focus(&last);
    } else if !event.shift_key() && now.as_ref() == Some(&last) {
        event.prevent_default();
        focus(&first);
    }
}

/// Gives the keyboard to an element, if it takes it.
pub(crate) fn focus(element: &web_sys::Element) {
    if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
        let _ = element.focus();
    }
}
