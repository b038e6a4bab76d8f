//! What a finding rests on: each piece of evidence leads to the register, can be taken away, and more are added.

use leptos::prelude::*;
use opmap_model::{Edit, EvidenceId, KeptFindingField, KeptFindingId, RecordId};

use crate::editor::editor;
use crate::evidence::Grade;
use crate::frame::{Over, Panels};
use crate::icon::Icon;
use crate::leading::Leading;
use crate::palette::Asked;

#[component]
pub(super) fn RestsOn(id: KeptFindingId) -> impl IntoView {
    let (editor, leading, panels): (_, Leading, Panels) = (editor(), expect_context(), expect_context());
    let evidence = Memo::new(move |_| {
        editor.read(|document| {
            let held = document.get(id).map(|it| it.evidence.clone()).unwrap_or_default();
            let all = document.evidence_in_order().into_iter().filter(|(id, _)| held.contains(id));
            all.map(|(id, it)| (id, it.code(), it.text.to_string(), it.grade)).collect::<Vec<_>>()
        })
    });
    let drop_it = move |evidence: EvidenceId| {
        editor.commit(Edit::SetFinding { id, field: KeptFindingField::Evidence(evidence, false) });
    };
    view! {
        <section class="fields" aria-label="Rests on">
            <h4>"Rests on"</h4>
            <ul class="links">
                <For each=move || evidence.get() key=|it| it.clone() let((piece, code, text, grade))>
                    <li>
                        <button
                            class="link-to"
                            title="Show it in the register"
                            on:click=move |_| leading.go(&[RecordId::Evidence(piece)])
                        >
                            <span class="link-kind"><strong class="code">{code.clone()}</strong> <Grade grade /></span>
                            <span class="clamped">{text.clone()}</span>
                        </button>
                        <button
                            class="icon-button small"
                            aria-label=format!("No longer rests on {code}")
                            title="Take the link away"
                            on:click=move |_| drop_it(piece)
                        >
                            <Icon name="x" />
                        </button>
                    </li>
                </For>
            </ul>
            <Show when=move || evidence.with(Vec::is_empty)>
                <p><span class="unset">"no evidence"</span></p>
            </Show>
            <div class="chips">
                <button class="chip offer" on:click=move |_| panels.toggle(Over::Palette(Asked::Evidence(id)))>
                    <Icon name="plus" />
                    "Evidence…"
                </button>
            </div>
        </section>
    }
}
