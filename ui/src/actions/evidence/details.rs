//! All about one piece of evidence.

use leptos::prelude::*;
use opmap_model::{
    Edit, Evidence, EvidenceField as Field, EvidenceGrade, EvidenceId, EvidenceKind, Keyword, RecordId,
};

use super::resting::RestsOnIt;
use crate::actions::details::{Foot, Head, Shown};
use crate::evidence::{LinkOf, Links};
use crate::field::{Choice, TextField, keyword_options, optional_date, optional_title, text};

#[component]
pub(super) fn Piece(id: EvidenceId) -> impl IntoView {
    let shown = Shown::new(id, |id, field| Edit::SetEvidence { id, field });
    let has_page = shown.is(|it: &Evidence| it.kind == EvidenceKind::Document || it.page.is_some());
    let is_internal = shown.is(|it| it.internal);
    view! {
        <Head path="Evidence" title=shown.part(|it| Some(it.code())) />
        <section class="fields" aria-label="The evidence">
            <TextField
                label="What it says"
                lines=5
                value=shown.part(|it| Some(it.text.to_string()))
                commit=shown.typed(text, Field::Text)
            />
            <Choice
                label="Kind"
                options={keyword_options::<EvidenceKind>()}
                value=shown.part(|it| Some(it.kind.key().to_owned()))
                choose=shown.chosen(EvidenceKind::from_key, Field::Kind)
            />
            <Choice
                label="Known by"
                options={keyword_options::<EvidenceGrade>()}
                optional=true
                none="not graded"
                value=shown.part(|it| it.grade.map(|it| it.key().to_owned()))
                choose=shown.chosen_or_none(EvidenceGrade::from_key, Field::Grade)
            />
            <TextField
                label="Source"
                value=shown.part(|it| it.source.as_ref().map(ToString::to_string))
                commit=shown.typed(optional_title, Field::Source)
            />
            <Show when=move || has_page.get()>
                <TextField
                    label="Page"
                    value=shown.part(|it| it.page.as_ref().map(ToString::to_string))
                    commit=shown.typed(optional_title, Field::Page)
                />
            </Show>
            <TextField
                label="Date"
                value=shown.part(|it| it.date.map(|it| it.to_string()))
                commit=shown.typed(optional_date, Field::Date)
            />
            <label class="tick">
                <input
                    type="checkbox"
                    prop:checked=move || is_internal.get()
                    on:change=move |event| shown.set(Field::Internal(event_target_checked(&event)))
                />
                "Internal, never in the report"
            </label>
        </section>
        <Links of=LinkOf::Evidence(id) />
        <RestsOnIt id />
        <Foot record=RecordId::Evidence(id) />
    }
}
