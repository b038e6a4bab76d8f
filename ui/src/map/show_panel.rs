//! Where it is chosen what is shown over the map and below it.

use leptos::html;
use leptos::prelude::*;
use opmap_analysis::Overlay;
use wasm_bindgen::JsCast;

use super::showing::Showing;
use super::state::MapState;
use crate::dialog::focus;
use crate::field::focus_now;
use crate::icon::Icon;
use crate::keys::{Command, hint};

const BUTTON: &str = "show-button";

/// The button of the toolbar, which names what stands out, and its panel.
#[component]
pub(super) fn ShowButton() -> impl IntoView {
    let map_state: MapState = expect_context();
    let open = RwSignal::new(false);
    let overlay = move || map_state.showing.with(|it| it.overlay);
    view! {
        <div class="show-place">
            <button
                id=BUTTON
                class="button"
                class:on=move || overlay().is_some()
                aria-haspopup="dialog"
                aria-expanded=move || open.get().to_string()
                title="Choose what is shown over the map and below it"
                on:click=move |_| open.update(|it| *it = !*it)
            >
                <Icon name="radar" />
                {move || overlay().map_or("Show", Overlay::label)}
            </button>
            <Show when=move || open.get()>
                <Panel open />
            </Show>
        </div>
    }
}

#[component]
fn Panel(open: RwSignal<bool>) -> impl IntoView {
    let map_state: MapState = expect_context();
    let panel = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(first) = panel.get().and_then(|it| it.query_selector("input").ok().flatten()) {
            focus(&first);
        }
    });
    let elsewhere = window_event_listener(leptos::ev::pointerdown, move |event| {
        let target = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        if target.is_some_and(|it| !matches!(it.closest(".show-place"), Ok(Some(_)))) {
            open.set(false);
        }
    });
    on_cleanup(move || elsewhere.remove());
    view! {
        <div
            node_ref=panel
            class="popover show"
            role="dialog"
            aria-label="What is shown"
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    event.stop_propagation();
                    focus_now(BUTTON);
                    open.set(false);
                }
            }
        >
            <Check words="Findings of the checks" command=Command::Findings pick=|it| &mut it.findings />
            <Check words="Letters and who decides" command=Command::Roles pick=|it| &mut it.roles />
            <Check words="Sentiments below the map" command=Command::Sentiments pick=|it| &mut it.sentiments />
            <fieldset>
                <legend>"What stands out"</legend>
                <label class="choice">
                    <input
                        type="radio"
                        name="overlay"
                        prop:checked=move || map_state.showing.with(|it| it.overlay.is_none())
                        on:change=move |_| map_state.showing.update(|it| it.overlay = None)
                    />
                    "Nothing"
                </label>
                {Overlay::ALL.map(|overlay| view! { <Choice overlay /> })}
            </fieldset>
        </div>
    }
}

#[component]
fn Check(words: &'static str, command: Command, pick: fn(&mut Showing) -> &mut bool) -> impl IntoView {
    let map_state: MapState = expect_context();
    let checked = move || {
        let mut showing = map_state.showing.get();
        *pick(&mut showing)
    };
    view! {
        <label class="choice">
            <input
                type="checkbox"
                prop:checked=checked
                on:change=move |event| map_state.showing.update(|it| *pick(it) = event_target_checked(&event))
            />
            {words}
            <kbd>{hint(command)}</kbd>
        </label>
    }
}

#[component]
fn Choice(overlay: Overlay) -> impl IntoView {
    let map_state: MapState = expect_context();
    view! {
        <label class="choice">
            <input
                type="radio"
                name="overlay"
                prop:checked=move || map_state.showing.with(|it| it.overlay == Some(overlay))
                on:change=move |_| map_state.showing.update(|it| it.overlay = Some(overlay))
            />
            {overlay.label()}
            <kbd>{hint(Command::Overlay(overlay))}</kbd>
        </label>
    }
}
