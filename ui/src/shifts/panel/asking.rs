//! How the room is asked, how many have answered, and what to ask it.

use leptos::prelude::*;

use super::rounds::Rounds;
use crate::icon::Icon;
use crate::keys::{self, Command, OnShifts};
use crate::shifts::asking::{Asking, in_words};
use crate::shifts::key_press;
use crate::shifts::state::ShiftsState;
use crate::shifts::way::{Method, Way};

/// While the room answers. Nothing of the answers is here but how many there are.
#[component]
pub(super) fn AskingPanel() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let is_unseen = Memo::new(move |_| shifts.asking.with(|it| it.way == Way::Asked(Method::Unseen)));
    let answered = Memo::new(move |_| shifts.asking.with(Asking::answered));
    view! {
        <div class="room-panel-body">
            <Ways />
            <p class="room-panel-word" data-test="answers-in">
                {move || in_words(answered.get(), shifts.results.with(|it| it.voices.all))}
            </p>
            <Show when=move || is_unseen.get()>
                <Unseen />
            </Show>
            <Rounds />
            <Prompts />
        </div>
        <footer class="room-panel-foot">
            <Show when=move || { answered.get() > 0 && is_unseen.get() }>
                <button class="button large" on:click=move |_| key_press::delete_round(shifts)>
                    <Icon name="trash-2" />
                    "Delete the round"
                </button>
            </Show>
            <button
                class="button large primary"
                title=keys::tooltip(Command::Shifts(OnShifts::Reveal))
                aria-disabled=move || (answered.get() == 0).to_string()
                on:click=move |_| key_press::reveal(shifts)
            >
                <Icon name="eye" />
                "Reveal"
                <kbd>{keys::hint(Command::Shifts(OnShifts::Reveal))}</kbd>
            </button>
        </footer>
    }
}

/// The way in which the room says where it stands.
#[component]
pub(super) fn Ways() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let now = Memo::new(move |_| shifts.asking.with(|it| it.way));
    let is_free = Memo::new(move |_| shifts.asking.with(Asking::is_way_free));
    let segment = move |way: Way| {
        view! {
            <button
                class="segment"
                class:active=move || now.get() == way
                aria-pressed=move || (now.get() == way).to_string()
                disabled=move || !is_free.get() && now.get() != way
                title=way.meaning()
                on:click=move |_| {
                    key_press::ask(way, shifts);
                    shifts.focus_wanted.notify();
                }
            >
                {way.words()}
            </button>
        }
    };
    view! {
        <div class="room-ways">
            <div class="segments" role="group" aria-label="How the room says where it stands">{Way::ALL.map(segment)}</div>
            <p class="quiet">{move || now.get().meaning()}</p>
        </div>
    }
}

/// Answers that nobody else sees: with names or without, and the way to enter one.
#[component]
fn Unseen() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let segment = move |with: bool, words: &'static str| {
        let is = move || shifts.with_names.get() == with;
        view! {
            <button class="segment" class:active=is aria-pressed=move || is().to_string() on:click=move |_| shifts.with_names.set(with)>
                {words}
            </button>
        }
    };
    view! {
        <div class="segments" role="group" aria-label="Names">
            {segment(true, "With names")}
            {segment(false, "Without names")}
        </div>
        <button
            class="button large"
            title=keys::tooltip(Command::Shifts(OnShifts::EnterAnswer))
            on:click=move |_| key_press::enter_answer(shifts)
        >
            <Icon name="eye-off" />
            "Enter an answer"
            <kbd>{keys::hint(Command::Shifts(OnShifts::EnterAnswer))}</kbd>
        </button>
    }
}

/// Questions that get the room talking.
#[component]
pub(super) fn Prompts() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let prompts = Memo::new(move |_| {
        let assessment = shifts.assessment();
        assessment.questions().lines().map(str::to_owned).collect::<Vec<_>>()
    });
    view! {
        <section class="room-prompts" aria-label="Ask the room">
            <h4>"Ask the room"</h4>
            <ul>{move || prompts.get().into_iter().map(|it| view! { <li>{it}</li> }).collect_view()}</ul>
        </section>
    }
}
