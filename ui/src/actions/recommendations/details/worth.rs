//! What it is worth, and how one will know.

use leptos::prelude::*;
use opmap_analysis::MissingPart;
use opmap_model::RecommendationField as Field;

use super::fields::{Fields, Level, Line, Word};
use super::missing::part_id;

#[component]
pub(super) fn Worth(fields: Fields) -> impl IntoView {
    let training = fields.is(|it| it.training);
    view! {
        <section class="fields" aria-label="Worth">
            <h4>"Worth"</h4>
            <div id=part_id(MissingPart::Impact)>
                <Level fields label="Impact" ends=["little", "much"] value=|it| it.impact make=Field::Impact />
            </div>
            <div id=part_id(MissingPart::Effort)>
                <Level fields label="Effort" ends=["easy", "hard"] value=|it| it.effort make=Field::Effort />
            </div>
            <Word fields label="Cost" value=|it| it.cost make=Field::Cost />
            <Word fields label="Benefit" value=|it| it.benefit make=Field::Benefit />
            <Line fields label="Estimate" value=|it| it.estimate.as_ref() make=Field::Estimate />
            <div id=part_id(MissingPart::Measure)>
                <Line fields label="Measure" value=|it| it.measure.as_ref() make=Field::Measure />
            </div>
            <Line fields label="Adoption" value=|it| it.adoption.as_ref() make=Field::Adoption />
            <label class="tick">
                <input
                    type="checkbox"
                    prop:checked=move || training.get()
                    on:change=move |event| fields.set(Field::Training(event_target_checked(&event)))
                />
                "People have to be trained for it"
            </label>
        </section>
    }
}
