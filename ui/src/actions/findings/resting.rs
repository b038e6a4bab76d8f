//! What a finding rests on: each piece of evidence leads to the register, can be taken away, and more are added.

use leptos::prelude::*;
use opmap_model::{Edit, EvidenceId, KeptFindingField, KeptFindingId, RecordId};

use crate::actions::coded_links::{Coded, CodedLinks};
use crate::editor::editor;
use crate::evidence::Grade;
use crate::frame::{Over, Panels};
use crate::icon::Icon;
use crate::palette::Asked;

#[component]
pub(super) fn RestsOn(id: KeptFindingId) -> impl IntoView {
    let (editor, panels): (_, Panels) = (editor(), expect_context());
    let links = Memo::new(move |_| {
        editor.read(|document| {
            let held = document.get(id).map(|it| it.evidence.clone()).unwrap_or_default();
            let all = document.evidence_in_order().into_iter().filter(|(id, _)| held.contains(id));
            all.map(|(id, it)| Coded {
                record: RecordId::Evidence(id),
                code: it.code(),
                text: it.text.to_string(),
            })
            .collect::<Vec<_>>()
        })
    });
    let take_away = Callback::new(move |record: RecordId| {
        if let Some(evidence) = record.key::<EvidenceId>() {
            editor.commit(Edit::SetFinding { id, field: KeptFindingField::Evidence(evidence, false) });
        }
    });
    view! {
        <CodedLinks label="Rests on" none="no evidence" links no_longer="No longer rests on" take_away sign=grade>
            <button class="chip offer" on:click=move |_| panels.toggle(Over::Palette(Asked::Evidence(id)))>
                <Icon name="plus" />
                "Evidence…"
            </button>
        </CodedLinks>
    }
}

/// How well a piece of evidence is known.
fn grade(record: RecordId) -> AnyView {
    let editor = editor();
    let grade = move || editor.read(|document| document.get(record.key::<EvidenceId>()?)?.grade);
    (move || view! { <Grade grade=grade() /> }).into_any()
}
