//! The cells of a shift that are more than a figure.

use leptos::prelude::*;
use opmap_analysis::ShiftResult;
use opmap_drawing::{AGREEMENT_SIZE, BARS_HEIGHT, BARS_WIDTH, agreement_sign, answer_bars};
use opmap_model::{EvidenceId, Rating, RecordId, Shift};

use crate::editor::editor;
use crate::fonts::fonts;
use crate::leading::Leading;
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

/// What the score rests on: the codes of its evidence, each leading to it.
#[component]
pub(super) fn Evidence(shift: Shift) -> impl IntoView {
    let (editor, leading) = (editor(), expect_context::<Leading>());
    let known = Memo::new(move |_| {
        editor.read(|document| {
            let known = document.evidence_of_shift(shift).into_iter();
            known.map(|(id, it)| (id, it.code(), it.text.to_string())).collect::<Vec<_>>()
        })
    });
    let code = move |(id, code, text): (EvidenceId, String, String)| {
        view! {
            <button class="link" title=text on:click=move |_| leading.go(&[RecordId::Evidence(id)])>
                {code}
            </button>
        }
    };
    view! {
        <Show when=move || known.with(|it| !it.is_empty()) fallback=|| view! { <span class="quiet">"–"</span> }>
            <span class="shift-evidence-codes">{move || known.get().into_iter().map(code).collect_view()}</span>
        </Show>
    }
}
