//! What RICE and WSJF ask for, as a table with the score and how it comes about (Q2, Q3).

mod cells;
mod formula;

use leptos::prelude::*;
use opmap_analysis::{rice_score, wsjf_score};
use opmap_model::{Document, Keyword, Ranking, Recommendation, RecommendationId, RecordId};

use crate::keys::on_escape;

use crate::actions::state::ActionsState;

/// The heads of the inputs of a method.
fn heads(method: Ranking) -> &'static [&'static str] {
    match method {
        Ranking::Rice => &["Reach", "In a", "Impact", "Confidence", "Person-weeks"],
        _ => &["Value", "Urgency", "Risk or chance", "Job size"],
    }
}

#[component]
pub(super) fn Inputs(method: Ranking) -> impl IntoView {
    let actions: ActionsState = expect_context();
    let ids = move || {
        actions.rows.with(|it| it.iter().filter_map(|it| it.key::<RecommendationId>()).collect::<Vec<_>>())
    };
    let is_empty = Memo::new(move |_| actions.rows.with(Vec::is_empty));
    view! {
        <div class="ranking-inputs" on:keydown=on_escape(move || actions.focus_wanted.notify())>
            <p class="ranking-formula">{formula::told(method)}</p>
            <Show when=move || !is_empty.get()>
                <table class=format!("ranking-table {}", method.key()) aria-label=formula::told(method)>
                    <thead>
                        <tr>{heads(method).iter().map(|it| view! { <th scope="col">{*it}</th> }).collect_view()}</tr>
                    </thead>
                    <For each=ids key=|it| *it let(id)>
                        <Row id method />
                    </For>
                </table>
            </Show>
        </div>
    }
}

/// What is said of the score of a recommendation.
#[derive(Debug, Clone, PartialEq)]
struct Scored {
    name: String,
    /// The score, or none while a part is missing.
    score: Option<String>,
    /// How it comes about, or what is missing.
    words: String,
}

fn scored(document: &Document, id: RecommendationId, method: Ranking) -> Option<Scored> {
    let it: &Recommendation = document.get(id)?;
    let (score, words) = match method {
        Ranking::Rice => (rice_score(&it.rice), formula::rice(&it.rice)),
        _ => (wsjf_score(&it.wsjf), formula::wsjf(&it.wsjf)),
    };
    Some(Scored { name: format!("{} {}", it.code(), it.title), score: score.map(|it| it.to_string()), words })
}

#[component]
fn Row(id: RecommendationId, method: Ranking) -> impl IntoView {
    let actions: ActionsState = expect_context();
    let said = Memo::new(move |_| actions.editor.read(|document| scored(document, id, method)));
    let record = RecordId::Recommendation(id);
    let columns = heads(method).len();
    view! {
        <tbody
            class:here=move || actions.chosen.get() == Some(record)
            on:focusin=move |_| actions.go(record)
            on:pointerdown=move |_| actions.go(record)
        >
            <tr>
                <th scope="rowgroup" colspan=columns>
                    <span class="ranking-name">{move || said.get().map(|it| it.name)}</span>
                    <span class="ranking-score" aria-live="polite">
                        {move || said.get().map(|it| match it.score {
                            Some(score) => view! {
                                <span class="quiet">{it.words} " = "</span>
                                <strong>{score}</strong>
                            }
                                .into_any(),
                            None => view! { <span class="unset">{it.words}</span> }.into_any(),
                        })}
                    </span>
                </th>
            </tr>
            <tr>
                {match method {
                    Ranking::Rice => view! { <cells::RiceCells id /> }.into_any(),
                    _ => view! { <cells::WsjfCells id /> }.into_any(),
                }}
            </tr>
        </tbody>
    }
}
