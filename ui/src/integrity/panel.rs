//! The panel itself: how much is in order, which findings are listed, and the keys that walk over them.

use leptos::prelude::*;

use super::accepting::AcceptDialog;
use super::list::Findings;
use super::listed::Scope;
use super::ring::Ring;
use super::state::Integrity;
use crate::frame::Station;
use crate::icon::Icon;
use crate::keys::{self, Command};

#[component]
pub(crate) fn IntegrityIfOpen() -> impl IntoView {
    let integrity: Integrity = expect_context();
    view! {
        {move || integrity.is_open.get().then(|| view! { <Panel /> })}
        <AcceptDialog />
        <p class="spoken" role="status">{move || integrity.spoken.get()}</p>
    }
}

#[component]
fn Panel() -> impl IntoView {
    let (integrity, station): (Integrity, RwSignal<Station>) = (expect_context(), expect_context());
    view! {
        <aside class="integrity" aria-label="Integrity">
            <header>
                {move || (station.get() == Station::Matrix).then(|| view! { <Ring /> })}
                <h3>"Integrity"</h3>
                <button
                    class="icon-button"
                    aria-label="Close the integrity panel"
                    title=keys::tooltip(Command::Integrity)
                    on:click=move |_| integrity.turn()
                >
                    <Icon name="x" />
                </button>
            </header>
            <div class="integrity-filter">
                <div class="segments" role="group" aria-label="Which findings are listed">
                    {Scope::ALL.map(|scope| view! { <ScopeButton scope /> })}
                </div>
                <input
                    type="text"
                    class="integrity-words"
                    aria-label="Find in the findings, by words or rule"
                    placeholder="Words or rule"
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=move || integrity.words.get()
                    on:input=move |event| integrity.words.set(event_target_value(&event))
                />
            </div>
            <Findings />
            <footer>
                <span>
                    <kbd>{keys::hint(Command::NextFinding)}</kbd>
                    "next"
                </span>
                <span>
                    <kbd>{keys::hint(Command::PreviousFinding)}</kbd>
                    "previous"
                </span>
                <span>
                    <kbd>{keys::hint(Command::Integrity)}</kbd>
                    "closes"
                </span>
            </footer>
        </aside>
    }
}

#[component]
fn ScopeButton(scope: Scope) -> impl IntoView {
    let integrity: Integrity = expect_context();
    let is_on = move || integrity.scope.get() == scope;
    view! {
        <button
            class="segment"
            class:active=is_on
            aria-pressed=move || is_on().to_string()
            on:click=move |_| integrity.scope.set(scope)
        >
            {scope.words()}
            " "
            <span class="segment-count">{move || integrity.count(scope)}</span>
        </button>
    }
}
