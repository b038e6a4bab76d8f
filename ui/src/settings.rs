//! How the window looks, chosen by whoever sits before it.

use leptos::prelude::*;

use crate::icon::Icon;
use crate::popover::Popover;
use crate::theme::{self, Theme};

/// The identity of the button that the settings hang on.
const SETTINGS: &str = "settings-button";

/// The button of the settings, and the settings once it is pressed.
#[component]
pub(crate) fn SettingsButton(
    /// How the button is styled.
    class: &'static str,
) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <button
            id=SETTINGS
            class=class
            aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|it| *it = !*it)
        >
            <Icon name="settings-2" />
            <span>"Settings"</span>
        </button>
        <Show when=move || open.get()>
            <Settings open />
        </Show>
    }
}

#[component]
fn Settings(open: RwSignal<bool>) -> impl IntoView {
    let theme: RwSignal<Theme> = expect_context();
    view! {
        <Popover open of=SETTINGS label="Settings" class="settings">
            <fieldset>
                <legend>"Appearance"</legend>
                {Theme::ALL
                    .into_iter()
                    .map(|it| {
                        view! {
                            <label class="radio">
                                <input
                                    type="radio"
                                    name="theme"
                                    checked=move || theme.get() == it
                                    on:change=move |_| theme::choose(theme, it)
                                />
                                {it.label()}
                            </label>
                        }
                    })
                    .collect_view()}
            </fieldset>
        </Popover>
    }
}
