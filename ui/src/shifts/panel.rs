//! Beside the levels: how the room is asked, and once it is revealed what came out and what is agreed on.

mod asking;
mod rounds;
mod speaking;
mod verdict;

use leptos::prelude::*;
use opmap_model::RecordId;

use super::asking::{Stage, agree_words};
use super::key_press;
use super::scores::{Further, Scores};
use super::state::ShiftsState;
use super::way::Way;
use crate::evidence::EvidenceAbout;
use crate::icon::Icon;
use crate::keys::{self, Command, OnShifts};
use asking::AskingPanel;
use rounds::Rounds;
use verdict::VerdictView;

/// What the panel is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    /// The room answers.
    Answering,
    /// The room agrees without having been asked.
    Agreeing,
    /// Revealed and hidden again.
    Hidden,
    /// What came out.
    Outcome,
}

#[component]
pub(super) fn Panel() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let about = Memo::new(move |_| {
        shifts.asking.with(|it| match it.stage {
            Stage::Hidden => About::Hidden,
            Stage::Shown => About::Outcome,
            Stage::Before | Stage::Open if it.way == Way::Agreed => About::Agreeing,
            Stage::Before | Stage::Open => About::Answering,
        })
    });
    view! {
        <aside class="room-panel" aria-label="Answers and scores">
            {move || match about.get() {
                About::Answering => view! { <AskingPanel /> }.into_any(),
                About::Agreeing => view! { <Agreeing /> }.into_any(),
                About::Hidden => view! { <Hidden /> }.into_any(),
                About::Outcome => view! { <Outcome /> }.into_any(),
            }}
        </aside>
    }
}

#[component]
fn Agreeing() -> impl IntoView {
    view! {
        <div class="room-panel-body">
            <asking::Ways />
            <Scores />
            <Further />
            <asking::Prompts />
            <EvidenceOfShift />
        </div>
        <footer class="room-panel-foot">
            <Agree />
        </footer>
    }
}

/// What there is to show for the score, and the way to add to it. It is not presented: some of it is not for the room.
#[component]
fn EvidenceOfShift() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    view! {
        <section class="fields room-evidence" aria-label="Evidence and quotes">
            <h4>"Evidence and quotes"</h4>
            {move || {
                let record = RecordId::Assessment(shifts.shift.get().assessment_id());
                view! { <EvidenceAbout record /> }
            }}
        </section>
    }
}

#[component]
fn Hidden() -> impl IntoView {
    view! {
        <div class="room-panel-body">
            <p class="room-panel-word">"Hidden"</p>
            <Rounds />
        </div>
        <footer class="room-panel-foot">
            <Turn icon="eye" words="Show again" />
        </footer>
    }
}

#[component]
fn Outcome() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let next = Memo::new(move |_| shifts.asking.with(|it| it.rounds + 1));
    view! {
        <div class="room-panel-body">
            <VerdictView />
            <Scores />
            <verdict::GroupsView />
            <Rounds />
            <Further />
            <EvidenceOfShift />
        </div>
        <footer class="room-panel-foot">
            <div class="room-panel-pair">
                <Turn icon="eye-off" words="Hide" />
                {move || (next.get() <= opmap_model::Round::LIMIT).then(|| view! {
                    <button
                        class="button large"
                        title=keys::tooltip(Command::Shifts(OnShifts::NextRound))
                        on:click=move |_| key_press::next_round(shifts)
                    >
                        <Icon name="repeat" />
                        {format!("Round {}", next.get())}
                    </button>
                })}
            </div>
            <Agree />
        </footer>
    }
}

/// Reveals or hides.
#[component]
fn Turn(icon: &'static str, words: &'static str) -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    view! {
        <button
            class="button large"
            title=keys::tooltip(Command::Shifts(OnShifts::Reveal))
            on:click=move |_| key_press::reveal(shifts)
        >
            <Icon name=icon />
            {words}
        </button>
    }
}

#[component]
fn Agree() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    view! {
        <button
            class="button large primary"
            title=keys::tooltip(Command::Shifts(OnShifts::Agree))
            on:click=move |_| key_press::agree(shifts)
        >
            {move || agree_words(shifts.level_to_agree(), shifts.shift.get())}
            <Icon name="arrow-right" />
        </button>
    }
}
