//! What an executive would miss: recommendations without their parts (Q5), errors that nobody answers (Q7), and a
//! roadmap that cannot be (Q6).

use leptos::prelude::*;
use opmap_analysis::Finding;

use crate::frame::CurrentAnalysis;
use crate::leading::Leading;
use crate::sign::Sign;

/// The rules about what a report needs.
const RULES: [&str; 3] = ["Q5", "Q6", "Q7"];

#[component]
pub(super) fn Missing() -> impl IntoView {
    let (analysis, leading): (CurrentAnalysis, Leading) = (expect_context(), expect_context());
    let found = Memo::new(move |_| {
        analysis.with(|it| it.open().filter(|it| RULES.contains(&it.rule)).cloned().collect::<Vec<Finding>>())
    });
    let summary = move || match found.with(Vec::len) {
        0 => "Before you export: nothing is missing".to_owned(),
        1 => "Before you export: 1 thing is missing".to_owned(),
        count => format!("Before you export: {count} things are missing"),
    };
    view! {
        <details class="report-group" open=move || found.with(|it| !it.is_empty())>
            <summary>{summary}</summary>
            <ul class="report-missing">
                <For each=move || found.get() key=|it| (it.rule, it.records.clone(), it.sentence.clone()) let(it)>
                    <li>
                        <Sign severity=it.severity />
                        <button class="link" on:click={
                            let records = it.records.clone();
                            move |_| leading.go(&records)
                        }>{it.sentence.clone()}</button>
                    </li>
                </For>
            </ul>
        </details>
    }
}
