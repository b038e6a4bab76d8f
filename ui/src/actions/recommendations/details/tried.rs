//! How it is tried before it is rolled out.

use leptos::prelude::*;
use opmap_model::{RecommendationField as Field, RecommendationId, Text, Trial};

use super::fields::Fields;
use crate::editor::editor;
use crate::field::{TextField, optional_text};

#[component]
pub(super) fn Tried(fields: Fields, id: RecommendationId) -> impl IntoView {
    view! {
        <section class="fields" aria-label="Trial">
            <h4>"Trial"</h4>
            <Part
                fields
                id
                label="What is thought to happen"
                value=|it| it.hypothesis.as_ref()
                put=|trial, text| Trial { hypothesis: text, ..trial }
            />
            <Part
                fields
                id
                label="What is compared"
                value=|it| it.measure.as_ref()
                put=|trial, text| Trial { measure: text, ..trial }
            />
            <Part
                fields
                id
                label="When it is broken off"
                value=|it| it.stop_rule.as_ref()
                put=|trial, text| Trial { stop_rule: text, ..trial }
            />
        </section>
    }
}

/// One part of the trial; the others stay.
#[component]
fn Part(
    fields: Fields,
    id: RecommendationId,
    label: &'static str,
    value: fn(&Trial) -> Option<&Text>,
    put: fn(Trial, Option<Text>) -> Trial,
) -> impl IntoView {
    let editor = editor();
    let shown = fields.part(move |it| value(&it.trial).map(ToString::to_string));
    let commit = Callback::new(move |text: String| {
        let trial = editor.peek(|document| document.get(id).map(|it| it.trial.clone())).unwrap_or_default();
        optional_text(&text).map(|it| fields.set(Field::Trial(put(trial, it))))
    });
    view! { <TextField label lines=2 value=shown commit /> }
}
