//! Who answers: someone by name, or by the number that they keep.

use leptos::html;
use leptos::prelude::*;
use opmap_model::{Keyword, ParticipantId, Perspective};

use super::voters::{numbers, perspective_of, waiting};
use super::{About, Entry, leave};
use crate::dialog::focus;
use crate::keys::{Usual, Way, usual};
use crate::shifts::asking::{Asking, in_words};
use crate::shifts::changes::Voter;
use crate::shifts::state::ShiftsState;

#[component]
pub(super) fn Who() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let answered = move || shifts.asking.with(Asking::answered);
    view! {
        <section class="entry-screen" aria-label="Who answers?">
            <About />
            <h3>"Who answers?"</h3>
            <p class="entry-in">{move || in_words(answered(), shifts.results.with(|it| it.voices.all))}</p>
            {move || match shifts.with_names.get() {
                true => view! { <Names /> }.into_any(),
                false => view! { <Numbers /> }.into_any(),
            }}
            <footer class="entry-foot">
                <button class="button large" on:click=move |_| leave(shifts)>"Back to the room"</button>
            </footer>
        </section>
    }
}

/// Those who have not answered yet.
#[component]
fn Names() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let shift = shifts.shift.get_untracked();
    let names = Memo::new(move |_| shifts.editor.read(|document| waiting(document, shift)));
    let button = move |(id, name): (ParticipantId, String)| {
        view! {
            <button class="button large" on:click=move |_| shifts.entry.set(Some(Entry::Ballot(Voter::Named(id))))>
                {name}
            </button>
        }
    };
    let nobody = move || match shifts.editor.read(|it| it.participants().is_empty()) {
        true => {
            "Nobody is registered as in the room. Add participants in the charter, or answer without names."
        }
        false => "Everyone has answered.",
    };
    view! {
        <Grid>
            <For each=move || names.get() key=|it| it.clone() let(one)>{button(one)}</For>
        </Grid>
        <Show when=move || names.with(Vec::is_empty)>
            <p>{nobody}</p>
        </Show>
    }
}

/// Numbers that someone keeps, and one for who has none yet.
#[component]
fn Numbers() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let shift = shifts.shift.get_untracked();
    let found = Memo::new(move |_| shifts.editor.read(|document| numbers(document, shift)));
    let chosen = RwSignal::new(None::<Perspective>);
    let go = move |number: u16| {
        // Who answered before need not say again from where they see it.
        let before = shifts.editor.peek(|document| perspective_of(document, number));
        let voter = Voter::Unnamed(number, chosen.get_untracked().or(before));
        shifts.entry.set(Some(Entry::Ballot(voter)));
    };
    let option = move |it: Perspective| view! { <option value=it.key()>{it.label()}</option> };
    view! {
        <p class="entry-note">
            "A number stands for you, and your name is not kept. Take the same number each time."
        </p>
        <label class="room-whose">
            "I see the service from"
            <select class="journey" on:change=move |event| chosen.set(Perspective::from_key(&event_target_value(&event)))>
                <option value="">"not said, or as before"</option>
                {Perspective::ALL.iter().copied().map(option).collect_view()}
            </select>
        </label>
        <Grid>
            {move || found.with(|it| it.1).map(|number| view! {
                <button class="button large" on:click=move |_| go(number)>{format!("New number: {number}")}</button>
            })}
            <For each=move || found.with(|it| it.0.clone()) key=|it| *it let(number)>
                <button class="button large" on:click=move |_| go(number)>{format!("Number {number}")}</button>
            </For>
        </Grid>
    }
}

/// Buttons among which arrows go; the first has the keyboard.
#[component]
fn Grid(children: Children) -> impl IntoView {
    let grid = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let first = grid.get().and_then(|it| it.query_selector("button").ok().flatten());
        if let Some(first) = first {
            focus(&first);
        }
    });
    let walk = move |event: web_sys::KeyboardEvent| {
        let active = document().active_element();
        let next = match usual(&event) {
            Some(Usual::Go(Way::Right | Way::Down)) => active.and_then(|it| it.next_element_sibling()),
            Some(Usual::Go(Way::Left | Way::Up)) => active.and_then(|it| it.previous_element_sibling()),
            _ => return,
        };
        event.prevent_default();
        if let Some(next) = next {
            focus(&next);
        }
    };
    view! {
        <div node_ref=grid class="entry-grid" on:keydown=walk>
            {children()}
        </div>
    }
}
