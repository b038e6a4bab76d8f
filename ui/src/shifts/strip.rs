//! The seven shifts side by side, each with where it stands.

use leptos::prelude::*;
use opmap_analysis::Severity;
use opmap_model::{Keyword, Shift};

use super::asking::state_words;
use super::state::{LookedAt, ShiftsState};
use crate::icon::Icon;
use crate::sign::Sign;

#[component]
pub(super) fn Strip(
    /// Whether the result comes last.
    #[prop(optional)]
    with_result: bool,
) -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let item = move |&shift: &Shift| {
        let of = move |it: &opmap_analysis::Shifts| {
            let result = &it.each[shift.number() - 1];
            let is_scored = result.now.is_some() && !result.is_open();
            (state_words(result), is_scored, result.stale)
        };
        let state = Memo::new(move |_| shifts.results.with(of));
        let is_here = move || shifts.shift.get() == shift && shifts.looked.get() == LookedAt::Score;
        view! {
            <li>
                <button
                    class="strip-shift"
                    class:here=is_here
                    class:scored=move || state.with(|it| it.1)
                    aria-current=move || is_here().then_some("step")
                    on:click=move |_| shifts.show(shift)
                >
                    <strong>{shift.number()} " " {shift.short()}</strong>
                    <span class="strip-state">
                        {move || match state.get() {
                            (_, _, true) => Some(view! { <Sign severity=Severity::Warning /> }.into_any()),
                            (_, true, _) => Some(view! { <Icon name="circle-check" /> }.into_any()),
                            _ => None,
                        }}
                        {move || state.with(|(words, _, stale)| if *stale { format!("{words}, reworded") } else { words.clone() })}
                    </span>
                </button>
            </li>
        }
    };
    view! {
        <nav class="shift-strip" aria-label="The seven shifts">
            <ol>{Shift::ALL.iter().map(item).collect_view()} {with_result.then(|| view! { <ResultStop /> })}</ol>
        </nav>
    }
}

/// The last stop: all seven together.
#[component]
fn ResultStop() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let is_here = move || shifts.looked.get() == LookedAt::Result;
    view! {
        <li>
            <button
                class="strip-shift"
                class:here=is_here
                aria-current=move || is_here().then_some("step")
                on:click=move |_| shifts.looked.set(LookedAt::Result)
            >
                <strong>"Result"</strong>
            </button>
        </li>
    }
}
