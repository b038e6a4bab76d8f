//! How the window looks, chosen by whoever sits before it.

use leptos::prelude::*;

use crate::popover::Popover;
use crate::theme::{self, Theme};

/// The identity of the button that the settings hang on.
pub(crate) const SETTINGS: &str = "settings-button";

/// The settings, beside the button that is called [`SETTINGS`].
#[component]
pub(crate) fn Settings(open: RwSignal<bool>) -> impl IntoView {
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
