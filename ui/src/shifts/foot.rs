//! Below the levels: how many hands are up, who cannot say, and who is in the room.

use leptos::prelude::*;
use opmap_model::{Answer, Keyword, Perspective};

use super::asking::{Asking, Stage, room_words};
use super::counter::Counter;
use super::state::ShiftsState;
use super::way::{Method, Way};

#[component]
pub(super) fn Foot() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    // Of an earlier round nothing is counted any more.
    let counts_hands = Memo::new(move |_| {
        shifts.asking.with(|it| it.way == Way::Asked(Method::Hands) && it.number >= it.rounds)
    });
    view! {
        <footer class="room-foot">
            <strong>{move || shifts.asking.with(answers_words)}</strong>
            <Show
                when=move || counts_hands.get()
                fallback=move || view! { <span>{move || shifts.asking.with(cant_say_words)}</span> }
            >
                <span class="room-cant-say">"can’t say" <Counter answer=Answer::CantSay /></span>
                <Whose />
            </Show>
            <span class="room-voices">{move || shifts.results.with(|it| room_words(it.voices))}</span>
        </footer>
    }
}

/// Whose hands are counted.
#[component]
fn Whose() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let key = move || shifts.hands_of.get().map_or("", Keyword::key);
    let option = move |it: Perspective| {
        view! { <option value=it.key() selected=move || key() == it.key()>{it.label()}</option> }
    };
    view! {
        <label class="room-whose">
            "Hands of"
            <select
                class="journey"
                prop:value=key
                on:change=move |event| {
                    shifts.hands_of.set(Perspective::from_key(&event_target_value(&event)));
                    shifts.focus_wanted.notify();
                }
            >
                <option value="" selected=move || key().is_empty()>"Everyone"</option>
                {Perspective::ALL.iter().copied().map(option).collect_view()}
            </select>
        </label>
    }
}

/// How many have answered; empty before anyone is asked.
fn answers_words(asking: &Asking) -> String {
    let hands = asking.way == Way::Asked(Method::Hands);
    match (asking.answered(), hands) {
        (_, _) if asking.stage == Stage::Before => String::new(),
        (1, true) => "1 hand".to_owned(),
        (many, true) => format!("{many} hands"),
        (1, false) => "1 answer".to_owned(),
        (many, false) => format!("{many} answers"),
    }
}

/// How many cannot say, once that may be seen.
fn cant_say_words(asking: &Asking) -> Option<String> {
    asking.counted().filter(|it| it.cant_say > 0).map(|it| format!("{} can’t say", it.cant_say))
}
