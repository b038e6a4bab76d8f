//! The cells of a shift that are more than a figure.

use leptos::prelude::*;
use opmap_analysis::ShiftResult;
use opmap_drawing::{AGREEMENT_SIZE, BARS_HEIGHT, BARS_WIDTH, agreement_sign, answer_bars};
use opmap_model::{Rating, Shift};

use crate::fonts::fonts;
use crate::map::paint;

/// What was answered in the last round, as bars.
#[component]
pub(super) fn Answers(result: ShiftResult) -> impl IntoView {
    let fonts = fonts();
    let spread = result.everyone().and_then(|it| it.counted?.spread);
    match spread {
        Some(spread) => {
            let scene = fonts.with_value(|it| answer_bars(spread.counts, result.now.map(Rating::get), it));
            let told = (1_u8..).zip(spread.counts).map(|(level, count)| format!("level {level}: {count}"));
            let told: Vec<String> = told.collect();
            view! {
                <svg
                    class="shift-bars"
                    role="img"
                    aria-label=told.join(", ")
                    viewBox=format!("0 0 {BARS_WIDTH} {BARS_HEIGHT}")
                >
                    {paint(scene.marks)}
                </svg>
            }
            .into_any()
        }
        None => view! { <span class="quiet">"–"</span> }.into_any(),
    }
}

/// How far the answers agree, with its sign, or why nothing is said of it.
#[component]
pub(super) fn Agreement(result: ShiftResult) -> impl IntoView {
    let rounds = (result.revealed() > 1).then(|| format!("round {}", result.revealed()));
    let words = match result.verdict() {
        Ok(verdict) => view! {
            <span class="shift-agreement" title=verdict.meaning()>
                <svg aria-hidden="true" viewBox=format!("0 0 {AGREEMENT_SIZE} {AGREEMENT_SIZE}")>
                    {paint(agreement_sign(verdict).marks)}
                </svg>
                {verdict.label()}
            </span>
        }
        .into_any(),
        Err(missing) => view! { <span class="quiet">{missing.to_string()}</span> }.into_any(),
    };
    view! {
        {words}
        {rounds.map(|it| view! { <span class="quiet shift-rounds-of">{it}</span> })}
    }
}

/// What the score rests on.
#[component]
pub(super) fn Evidence(shift: Shift) -> impl IntoView {
    let _ = shift;
    view! { <span class="quiet">"–"</span> }
}
