//! The toolbar of the Shifts station: what is looked at of the shifts.

use leptos::prelude::*;

use super::key_press;
use super::result::{Lines, Taking};
use super::state::{LookedAt, ShiftsState};
use super::words_panel::WordsButton;
use crate::icon::Icon;
use crate::keys::{self, Command, OnShifts};

#[component]
pub(super) fn Toolbar(taking: Taking) -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let segment = move |it: LookedAt| {
        let is = move || shifts.looked.get() == it;
        view! {
            <button
                class="segment"
                class:active=is
                aria-pressed=move || is().to_string()
                title=keys::tooltip(Command::Shifts(OnShifts::Look(it)))
                on:click=move |_| shifts.looked.set(it)
            >
                {it.words()}
            </button>
        }
    };
    view! {
        // A key that presses no button is for the station.
        <div
            class="toolbar"
            role="toolbar"
            aria-label="Shifts"
            on:keydown=move |event| key_press::on_station(&event, shifts, taking)
        >
            <h2>"Shifts"</h2>
            <div class="segments" role="group" aria-label="What is looked at">
                {LookedAt::ALL.map(segment)}
            </div>
            <Lines />
            <span class="grow"></span>
            <button
                class="button"
                aria-haspopup="dialog"
                title=keys::tooltip(Command::Shifts(OnShifts::FromForm))
                on:click=move |_| shifts.form.ask()
            >
                <Icon name="table" />
                "From a form…"
            </button>
            <WordsButton />
        </div>
    }
}
