//! Counting hands: less, how many, more. How many there are is seen only once it is revealed.

use leptos::prelude::*;
use opmap_model::Answer;

use super::asking::Stage;
use super::changes::{all_counted, counted};
use super::key_press;
use super::state::ShiftsState;
use super::way::{Method, Way};
use crate::icon::Icon;
use crate::keys::{self, Command, OnShifts};

#[component]
pub(super) fn Counter(answer: Answer) -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    // Only the last round is counted.
    let is_counted = Memo::new(move |_| {
        shifts.asking.with(|it| it.way == Way::Asked(Method::Hands) && it.number >= it.rounds)
    });
    view! {
        <Show when=move || is_counted.get()>
            <Buttons answer />
        </Show>
    }
}

#[component]
fn Buttons(answer: Answer) -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let what = match answer.level() {
        Some(level) => format!("level {level}"),
        None => "can’t say".to_owned(),
    };
    let (more, less) = match answer.level() {
        Some(level) => (OnShifts::Level(level), OnShifts::LessOf(level)),
        None => (OnShifts::CantSay, OnShifts::LessCantSay),
    };
    let button = move |icon: &'static str, words: String, command: OnShifts, is_more: bool| {
        let title = format!("{words} ({})", keys::hint(Command::Shifts(command)));
        view! {
            <button
                class="counter-button"
                aria-label=words
                title=title
                disabled=move || shifts.asking.with(|it| it.stage == Stage::Hidden)
                on:click=move |_| key_press::count(answer, is_more, shifts)
            >
                <Icon name=icon />
            </button>
        }
    };
    let shown = move || shifts.asking.with(|it| it.stage == Stage::Shown).then(|| count(shifts, answer));
    view! {
        <div class="counter" role="group" aria-label=format!("Hands for {what}")>
            {button("minus", format!("One hand less for {what}"), less, false)}
            <span class="counter-count">
                {move || match shown() {
                    Some(count) => count.to_string().into_any(),
                    None => view! { <Icon name="hand" /> }.into_any(),
                }}
            </span>
            {button("plus", format!("One hand more for {what}"), more, true)}
        </div>
    }
}

/// How many hands of those that are counted; of everyone all together.
fn count(shifts: ShiftsState, answer: Answer) -> u16 {
    let (of, round) = (shifts.hands_of.get(), shifts.asking.with(|it| it.round.as_ref().map(|it| it.id)));
    let tally = shifts.editor.read(|document| {
        let round = round.and_then(|id| document.get(id)).filter(|it| it.revealed);
        round.map(|it| if of.is_some() { counted(it, of) } else { all_counted(it) }).unwrap_or_default()
    });
    answer.level().map_or(tally.cant_say, |level| tally.levels[level.index()])
}
