//! How well what is said of a step is known, its cards and its notes.

use leptos::prelude::*;
use opmap_model::{EvidenceGrade, Keyword, RecordId, StepField};

use super::cards::Cards;
use super::chosen::Chosen;
use crate::evidence::EvidenceAbout;
use crate::field::{Choice, TextField, keyword_options, optional_text};

#[component]
pub(super) fn Evidence(steps: Chosen) -> impl IntoView {
    view! {
        <section class="fields" aria-label="Evidence">
            <h4>"Evidence"</h4>
            <Choice
                label="Known by"
                options={keyword_options::<EvidenceGrade>()}
                optional=true
                value=steps.key(|it| it.evidence.map(|it| it.key().to_owned()))
                choose=Callback::new(move |key: String| steps.set(StepField::Evidence(EvidenceGrade::from_key(&key))))
            />
            {steps.single().map(|step| view! {
                <Cards step />
                <EvidenceAbout record=RecordId::Step(step) />
            })}
        </section>
    }
}

#[component]
pub(super) fn Notes(steps: Chosen) -> impl IntoView {
    view! {
        <section class="fields" aria-label="Notes">
            <h4>"Notes"</h4>
            <TextField
                label="Note, printed in the report"
                lines=3
                value=steps.key(|it| it.note.as_ref().map(ToString::to_string))
                commit=steps.set_typed(|text| optional_text(text).map(StepField::Note))
            />
            <TextField
                label="Internal note, never in the report"
                lines=3
                value=steps.key(|it| it.internal_note.as_ref().map(ToString::to_string))
                commit=steps.set_typed(|text| optional_text(text).map(StepField::InternalNote))
            />
        </section>
    }
}
