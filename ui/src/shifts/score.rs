//! Scoring one shift after the other: what the room sees while it says where it stands.

use leptos::prelude::*;

use super::entry::EntryView;
use super::foot::Foot;
use super::levels::Levels;
use super::panel::Panel;
use super::question::Question;
use super::state::ShiftsState;
use super::strip::Strip;

/// The shift that is looked at. While someone answers unseen nothing else is there.
#[component]
pub(super) fn Score() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let is_entered = Memo::new(move |_| shifts.entry.with(Option::is_some));
    view! {
        <Show when=move || !is_entered.get()>
            <Strip />
        </Show>
        <Scoring />
    }
}

/// The shift without the others.
#[component]
pub(super) fn Scoring() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let is_entered = Memo::new(move |_| shifts.entry.with(Option::is_some));
    move || {
        if is_entered.get() { view! { <EntryView /> }.into_any() } else { view! { <Room /> }.into_any() }
    }
}

#[component]
fn Room() -> impl IntoView {
    view! {
        <div class="room">
            <section class="room-scale" aria-label="Levels and answers" tabindex="0">
                <Question />
                <Levels />
                <Foot />
            </section>
            <Panel />
        </div>
    }
}
