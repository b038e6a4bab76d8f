//! Answering unseen by the others: the laptop goes round, and each sees the levels and nothing of what anyone said.

mod ballot;
mod pass_on;
mod voters;
mod who;

use leptos::prelude::*;

use super::changes::Voter;
use super::state::ShiftsState;
use crate::keys::is_escape;

/// How far someone is with answering.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry {
    /// They say who they are, or which number they have.
    Who,
    /// They choose a level.
    Ballot(Voter),
    /// They have answered, and pass the laptop on.
    PassedOn(Voter),
}

#[component]
pub(super) fn EntryView() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let leave = move |event: web_sys::KeyboardEvent| {
        // No key of the station works here, so that nothing is shown by mistake.
        event.stop_propagation();
        if is_escape(&event) {
            leave(shifts);
        }
    };
    view! {
        <div class="entry" on:keydown=leave>
            {move || match shifts.entry.get() {
                Some(Entry::Who) => view! { <who::Who /> }.into_any(),
                Some(Entry::Ballot(voter)) => view! { <ballot::BallotView voter /> }.into_any(),
                Some(Entry::PassedOn(voter)) => view! { <pass_on::PassOn voter /> }.into_any(),
                None => ().into_any(),
            }}
        </div>
    }
}

/// Goes back to the room.
fn leave(shifts: ShiftsState) {
    shifts.entry.set(None);
    shifts.focus_wanted.notify();
}

/// What someone is called while they answer.
fn voter_words(shifts: ShiftsState, voter: Voter) -> String {
    match voter {
        Voter::Named(id) => {
            shifts.editor.read(|it| it.get(id).map(|it| it.title.to_string())).unwrap_or_default()
        }
        Voter::Unnamed(number, _) => format!("Number {number}"),
    }
}

/// What the room is asked about, above each screen.
#[component]
fn About() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    view! {
        <p class="shift-place">
            {move || format!("Shift {} of 7: {}", shifts.shift.get().number(), shifts.assessment().name())}
        </p>
    }
}
