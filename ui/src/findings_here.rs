//! The findings about a record, at the top of its details.

use leptos::prelude::*;
use opmap_analysis::{Analysis, Finding};
use opmap_model::RecordId;

use crate::frame::CurrentAnalysis;
use crate::sign::Sign;

/// What the checks say of a record as the main one; what is accepted with its reason.
#[component]
pub(crate) fn FindingsHere(
    record: RecordId,
    /// A rule that is told otherwise.
    #[prop(optional)]
    but: &'static str,
) -> impl IntoView {
    let analysis: CurrentAnalysis = expect_context();
    let here = move |analysis: &Analysis| {
        let is_told = |it: &&Finding| it.records.first() == Some(&record) && it.rule != but;
        analysis.findings.iter().filter(is_told).cloned().collect::<Vec<_>>()
    };
    view! {
        <For each=move || analysis.with(here) key=|it| (it.rule, it.sentence.clone(), it.accepted.clone()) let(finding)>
            <p class=format!("finding {}", if finding.accepted.is_some() { "accepted" } else { finding.severity.word() })>
                <Sign severity=finding.severity />
                {finding.sentence.clone()}
                {finding.accepted.as_ref().map(|it| format!(" Accepted: {}", it.reason))}
            </p>
        </For>
    }
}
