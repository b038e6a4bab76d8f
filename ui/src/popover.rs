//! A panel that hangs on a button for as long as it is looked at.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::dialog::focus;
use crate::field::focus_now;
use crate::keys::on_escape;

/// The panel of a button that stands in the same element. Its first control has the keyboard. Escape closes it and gives
/// the keyboard back to the button; a press anywhere else closes it, too.
#[component]
pub(crate) fn Popover(
    /// Whether it is there.
    open: RwSignal<bool>,
    /// The identity of the button.
    of: &'static str,
    /// What it is for.
    label: &'static str,
    /// How it is styled beside what all have in common.
    class: &'static str,
    /// What stands in it.
    children: Children,
) -> impl IntoView {
    let panel = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let first = panel.get().and_then(|it| it.query_selector("select, input, button").ok().flatten());
        if let Some(first) = first {
            focus(&first);
        }
    });
    let elsewhere = window_event_listener(leptos::ev::pointerdown, move |event| {
        let target = event.target().and_then(|it| it.dyn_into::<web_sys::Node>().ok());
        let place = panel.get_untracked().and_then(|it| it.parent_element());
        if place.is_some_and(|it| !it.contains(target.as_ref())) {
            open.set(false);
        }
    });
    on_cleanup(move || elsewhere.remove());
    view! {
        <div
            node_ref=panel
            class=format!("popover {class}")
            role="dialog"
            aria-label=label
            on:keydown=on_escape(move || {
                focus_now(of);
                open.set(false);
            })
        >
            {children()}
        </div>
    }
}
