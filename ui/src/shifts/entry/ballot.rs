//! One person answers: the levels with what can be seen there, and nothing of what anyone else said.

use leptos::html;
use leptos::prelude::*;
use opmap_model::{Answer, Rating};

use super::{About, Entry, voter_words};
use crate::dialog::focus;
use crate::field::focus_now;
use crate::identity::fresh;
use crate::keys::{self, Command, OnShifts, Place, Usual, Way, usual};
use crate::shifts::changes::{Voter, ballot};
use crate::shifts::state::ShiftsState;

/// The six answers in the order of the keyboard.
const ANSWERS: [Answer; 6] = [
    Answer::Level(Rating::ALL[0]),
    Answer::Level(Rating::ALL[1]),
    Answer::Level(Rating::ALL[2]),
    Answer::Level(Rating::ALL[3]),
    Answer::Level(Rating::ALL[4]),
    Answer::CantSay,
];

/// Nothing is chosen until someone chooses, and what is chosen is known to this screen alone until it is confirmed.
#[component]
pub(super) fn BallotView(voter: Voter) -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let chosen = RwSignal::new(None::<Answer>);
    let group = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(group) = group.get() {
            focus(&group);
        }
    });
    let confirm = move || {
        let Some(answer) = chosen.get_untracked() else { return };
        let shift = shifts.shift.get_untracked();
        let edit = shifts.editor.peek(|document| ballot(document, shift, voter, answer, fresh()));
        match edit {
            Ok(edit) => {
                shifts.editor.commit(edit);
                // What was refused is said above, and the answer stays to be confirmed.
                if shifts.editor.message.with_untracked(Option::is_none) {
                    shifts.entry.set(Some(Entry::PassedOn(voter)));
                }
            }
            Err(sentence) => shifts.editor.message.set(Some(sentence.to_owned())),
        }
    };
    let choose = move |answer: Answer| {
        chosen.set(Some(answer));
        focus_now(&radio_id(answer));
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        let command = keys::command_on(Place::Shifts, &event);
        let now = chosen.get_untracked();
        match (usual(&event), command) {
            (Some(Usual::Enter), _) => confirm(),
            (Some(Usual::Go(Way::Right | Way::Down)), _) => choose(beside(now, 1)),
            (Some(Usual::Go(Way::Left | Way::Up)), _) => choose(beside(now, -1)),
            (_, Some(Command::Shifts(OnShifts::Level(level)))) => choose(Answer::Level(level)),
            (_, Some(Command::Shifts(OnShifts::CantSay))) => choose(Answer::CantSay),
            _ => return,
        }
        event.prevent_default();
    };
    let radio = move |answer: Answer| view! { <AnswerRadio answer chosen choose=Callback::new(choose) /> };
    view! {
        <section class="entry-screen" aria-label="Your answer">
            <About />
            <h3>{move || format!("{}, where are we today?", voter_words(shifts, voter))}</h3>
            <p class="shift-meaning">{move || shifts.assessment().explained().to_owned()}</p>
            <div node_ref=group class="ballot" role="radiogroup" aria-label="Your answer" tabindex="-1" on:keydown=on_key>
                {ANSWERS.map(radio)}
            </div>
            <footer class="entry-foot">
                <button class="button large" on:click=move |_| shifts.entry.set(Some(Entry::Who))>
                    "Someone else answers"
                </button>
                <button
                    class="button large primary"
                    aria-disabled=move || chosen.with(Option::is_none).to_string()
                    on:click=move |_| confirm()
                >
                    {move || if chosen.with(Option::is_none) { "Choose a level" } else { "Confirm" }}
                    <kbd>"Enter"</kbd>
                </button>
            </footer>
        </section>
    }
}

#[component]
fn AnswerRadio(answer: Answer, chosen: RwSignal<Option<Answer>>, choose: Callback<Answer>) -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let is = move || chosen.get() == Some(answer);
    let content = match answer.level() {
        Some(level) => view! {
            <span class="level-head">
                <span class="level-number">{level.get()}</span>
                <span class="level-word">{level.maturity()}</span>
            </span>
            <span class="level-anchor">{move || shifts.assessment().anchor(level).to_owned()}</span>
        }
        .into_any(),
        None => view! { <span class="level-word">"Can’t say"</span> <kbd>"0"</kbd> }.into_any(),
    };
    let takes_keyboard = move || is() || (answer == ANSWERS[0] && chosen.with(Option::is_none));
    view! {
        <button
            type="button"
            id=radio_id(answer)
            class="ballot-answer"
            class:cant-say=answer.level().is_none()
            role="radio"
            aria-checked=move || is().to_string()
            tabindex=move || if takes_keyboard() { "0" } else { "-1" }
            on:click=move |_| choose.run(answer)
        >
            {content}
        </button>
    }
}

/// The answer that many places on; from nothing the first, or the last.
fn beside(now: Option<Answer>, places: isize) -> Answer {
    let at = now.and_then(|now| ANSWERS.iter().position(|it| *it == now));
    let next = match at {
        Some(at) => at.checked_add_signed(places).unwrap_or(0).min(ANSWERS.len() - 1),
        None if places > 0 => 0,
        None => ANSWERS.len() - 1,
    };
    ANSWERS[next]
}

fn radio_id(answer: Answer) -> String {
    match answer.level() {
        Some(level) => format!("answer-{level}"),
        None => "answer-cant-say".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use opmap_model::{Answer, Rating};

    use super::beside;

    #[test]
    fn arrows_walk_over_the_answers_and_stop_at_the_ends() {
        let level = |number| Answer::Level(Rating::new(number).unwrap());
        assert_eq!((beside(None, 1), beside(None, -1)), (level(1), Answer::CantSay));
        assert_eq!((beside(Some(level(2)), 1), beside(Some(level(1)), -1)), (level(3), level(1)));
        assert_eq!(
            (beside(Some(level(5)), 1), beside(Some(Answer::CantSay), 1)),
            (Answer::CantSay, Answer::CantSay)
        );
    }
}
