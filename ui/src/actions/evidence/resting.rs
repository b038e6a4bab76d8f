//! The findings that rest on a piece of evidence; each leads to the register of findings.

use leptos::prelude::*;
use opmap_model::{EvidenceId, RecordId};

use crate::actions::state::ActionsState;

#[component]
pub(super) fn RestsOnIt(id: EvidenceId) -> impl IntoView {
    let actions: ActionsState = expect_context();
    let findings = Memo::new(move |_| {
        let ids = actions
            .editor
            .read(|document| document.findings_on(id).into_iter().map(|it| it.0).collect::<Vec<_>>());
        actions.told.with(|told| {
            let said = ids.iter().filter_map(|id| Some((*id, told.get(id)?)));
            said.map(|(id, it)| (id, it.code.clone(), it.sentence.clone())).collect::<Vec<_>>()
        })
    });
    view! {
        <section class="fields" aria-label="Findings that rest on it">
            <h4>"Findings that rest on it"</h4>
            <ul class="leads">
                <For each=move || findings.get() key=|it| it.clone() let((finding, code, sentence))>
                    <li>
                        <button
                            class="link-to"
                            title="Show it in the register"
                            on:click=move |_| actions.reveal(RecordId::KeptFinding(finding))
                        >
                            <strong class="code">{code}</strong>
                            <span class="clamped">{sentence}</span>
                        </button>
                    </li>
                </For>
            </ul>
            <Show when=move || findings.with(Vec::is_empty)>
                <p><span class="unset">"no finding"</span></p>
            </Show>
        </section>
    }
}
