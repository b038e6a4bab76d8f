//! The rounds of a shift, each to be looked back at once it is revealed (S1).

use leptos::prelude::*;
use opmap_analysis::RoundResult;

use crate::shifts::state::ShiftsState;
use crate::shifts::words::range_words;

/// The rounds, where there is more than one.
#[component]
pub(super) fn Rounds() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let rounds = Memo::new(move |_| shifts.of_shift(|it| it.rounds.clone()));
    let looked_at = Memo::new(move |_| shifts.asking.with(|it| it.round.as_ref().map(|it| it.id)));
    let row = move |(index, round): (usize, RoundResult)| {
        let id = round.id;
        let is = move || looked_at.get() == Some(id);
        view! {
            <li>
                <button class="round" class:here=is aria-pressed=move || is().to_string() on:click=move |_| shifts.viewed.set(Some(id))>
                    <strong>{format!("Round {}", index + 1)}</strong>
                    <span>{outcome_words(&round)}</span>
                </button>
            </li>
        }
    };
    move || {
        let rounds = rounds.get();
        (rounds.len() > 1).then(|| view! {
            <ol class="rounds" aria-label="Rounds">{rounds.into_iter().enumerate().map(row).collect_view()}</ol>
        })
    }
}

/// What came out of a round; of one that is not revealed only how many have answered.
fn outcome_words(round: &RoundResult) -> String {
    let Some(asked) = &round.asked else { return format!("{} in", round.answered) };
    match asked.everyone.counted.map(|it| it.spread) {
        None => "so few that it is not shown".to_owned(),
        Some(None) => "nobody gave a level".to_owned(),
        Some(Some(spread)) => format!("{}, {}", range_words(&spread), spread.verdict.label().to_lowercase()),
    }
}
