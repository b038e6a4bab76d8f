//! Between two people: the laptop is passed on, and nothing is seen but how many have answered.

use leptos::html;
use leptos::prelude::*;

use super::{About, Entry, leave};
use crate::dialog::focus;
use crate::shifts::asking::{Asking, in_words};
use crate::shifts::changes::Voter;
use crate::shifts::state::ShiftsState;

#[component]
pub(super) fn PassOn(voter: Voter) -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let first = NodeRef::<html::Button>::new();
    Effect::new(move |_| {
        if let Some(first) = first.get() {
            focus(&first);
        }
    });
    let answered = move || shifts.asking.with(Asking::answered);
    let in_room = move || shifts.results.with(|it| it.voices.all);
    let are_all_in = Memo::new(move |_| in_room() > 0 && answered() >= in_room());
    let next = move |_| {
        if are_all_in.get_untracked() {
            leave(shifts);
        } else {
            shifts.entry.set(Some(Entry::Who));
        }
    };
    view! {
        <section class="entry-screen entry-between" aria-label="Pass it on">
            <About />
            <h3>{move || if are_all_in.get() { "All answers are in" } else { "Thank you. Pass it on." }}</h3>
            <p class="entry-in" role="status">{move || in_words(answered(), in_room())}</p>
            <footer class="entry-foot">
                <button node_ref=first class="button large primary" on:click=next>
                    {move || if are_all_in.get() { "Back to the room" } else { "Next person" }}
                    <kbd>"Enter"</kbd>
                </button>
                <button class="button large" on:click=move |_| shifts.entry.set(Some(Entry::Ballot(voter)))>
                    "Change my answer"
                </button>
                <Show when=move || !are_all_in.get()>
                    <button class="button large" on:click=move |_| leave(shifts)>"Back to the room"</button>
                </Show>
            </footer>
        </section>
    }
}
