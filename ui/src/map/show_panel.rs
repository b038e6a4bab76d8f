//! Where it is chosen what is shown over the map and below it.

use leptos::prelude::*;
use opmap_analysis::Overlay;

use super::showing::Showing;
use super::state::MapState;
use crate::icon::Icon;
use crate::keys::{Command, hint};
use crate::popover::Popover;

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
    view! {
        <Popover open of=BUTTON label="What is shown" class="show">
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
        </Popover>
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
