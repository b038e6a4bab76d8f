//! Everything about the decision where one is, each value edited in place.

mod bands;
mod bar;
mod chain;
mod facts;
mod rights;

use leptos::prelude::*;
use opmap_analysis::Finding;
use opmap_model::{Decision, DecisionId};

use super::framework::Framework;
use super::place::Place;
use super::sheet::Column;
use super::state::DecisionsState;
use crate::dialog::focus;
use crate::keys::on_escape;
use crate::sign::Sign;

#[component]
pub(super) fn Details() -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    // Only another decision builds the fields anew, so that typing is never interrupted.
    let chosen = Memo::new(move |_| decisions.place.with(|it| it.decision));
    view! {
        <section
            class="decision-details"
            aria-label="Details"
            on:keydown=on_escape(move || decisions.focus_wanted.notify())
        >
            {move || match chosen.get() {
                Some(id) => view! {
                    <div class="decision-facts" tabindex="-1">
                        <Found id />
                        <facts::Facts id />
                    </div>
                    <div class="decision-reach">
                        <bands::Limits id />
                        <chain::Escalation id />
                        <rights::Wording id />
                    </div>
                }
                .into_any(),
                None => view! {
                    <p class="decision-facts quiet">"Choose a decision to see all that is said about it."</p>
                    <div class="decision-reach"></div>
                }
                .into_any(),
            }}
            <super::aside::Aside />
        </section>
    }
}

/// Puts the keyboard into the details.
pub(super) fn enter() {
    focus_first(".decision-details input, .decision-details select, .decision-details button");
}

/// Puts the keyboard on the first finding about the decision, if there is one.
pub(super) fn enter_findings(decisions: DecisionsState) {
    if !focus_first(".decision-found button") {
        decisions.spoken.set("The checks found nothing about this decision.".to_owned());
    }
}

fn focus_first(css: &str) -> bool {
    let element = document().query_selector(css).ok().flatten();
    if let Some(element) = &element {
        focus(element);
    }
    element.is_some()
}

/// What a decision says, as a field needs it; tracked.
fn part(decisions: DecisionsState, id: DecisionId, look: fn(&Decision) -> Option<String>) -> Signal<String> {
    Signal::derive(move || {
        decisions.editor.read(|document| document.get(id).and_then(look).unwrap_or_default())
    })
}

/// What the checks found about the decision; each leads to the cell in which it is mended.
#[component]
fn Found(id: DecisionId) -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let found = move || decisions.found.with(|it| it.get(&id).map(|it| it.to_vec()).unwrap_or_default());
    let lead = move |finding: &Finding| {
        let framework = decisions.editor.peek(|it| it.get(id).map(|it| Framework::of(&it.rights)));
        let column = column_of(finding, framework.unwrap_or(Framework::Decider));
        decisions.go(Place { decision: Some(id), column });
        decisions.focus_wanted.notify();
    };
    view! {
        <ul class="decision-found" aria-label="What the checks found">
            <For each=found key=|it| (it.rule, it.sentence.clone()) let(finding)>
                <li>
                    <button
                        class=format!("finding {}", finding.severity.word())
                        on:click={
                            let finding = finding.clone();
                            move |_| lead(&finding)
                        }
                    >
                        <Sign severity=finding.severity />
                        <span>{finding.sentence.clone()}</span>
                    </button>
                </li>
            </For>
        </ul>
    }
}

/// The column in which something is to be mended.
fn column_of(finding: &Finding, framework: Framework) -> Column {
    match finding.rule {
        "D1" => Column::Place,
        "D6" | "D7" => Column::Limit,
        "D8" => Column::Escalation,
        _ => Column::Letter(framework.decides()),
    }
}
