//! The inspector: everything about what is selected, each value edited in place.

mod connector;
mod deleting;
mod journey;
mod lane;
mod stage;
mod step;

use leptos::prelude::*;
use opmap_analysis::Analysis;
use opmap_model::RecordId;

use super::selection::Selection;
use super::state::MapState;
use crate::frame::CurrentAnalysis;
use crate::sign::Sign;

#[component]
pub(super) fn Inspector() -> impl IntoView {
    let map_state: MapState = expect_context();
    // Only a change of what is selected builds the fields anew, so that typing is never interrupted.
    let selection = Memo::new(move |_| map_state.selection.get());
    view! {
        <aside class="inspector" aria-label="Details">
            {move || match selection.get() {
                Selection::None => view! { <journey::JourneyDetails /> }.into_any(),
                Selection::Steps { ids, last } if ids.len() == 1 => view! { <step::StepDetails id=last /> }.into_any(),
                Selection::Steps { ids, .. } => view! { <step::SeveralSteps ids /> }.into_any(),
                Selection::Connector(id) => view! { <connector::ConnectorDetails id /> }.into_any(),
                Selection::Stage(id) => view! { <stage::StageDetails id /> }.into_any(),
                Selection::Lane(id) => view! { <lane::LaneDetails id /> }.into_any(),
            }}
            <deleting::DeleteDialog />
        </aside>
    }
}

/// The findings about a record, at the top of its details; those that are accepted with their reason.
#[component]
fn FindingsHere(record: RecordId) -> impl IntoView {
    let analysis: CurrentAnalysis = expect_context();
    let here = move |analysis: &Analysis| {
        analysis.findings.iter().filter(|it| it.records.first() == Some(&record)).cloned().collect::<Vec<_>>()
    };
    view! {
        <For each=move || analysis.with(here) key=|it| (it.rule, it.sentence.clone(), it.accepted.clone()) let(finding)>
            <p class=format!("finding {}", if finding.accepted.is_some() { "accepted" } else { finding.severity.label() })>
                <Sign severity=finding.severity />
                {finding.sentence.clone()}
                {finding.accepted.as_ref().map(|it| format!(" Accepted: {}", it.reason))}
            </p>
        </For>
    }
}
