//! What is to be done, and why.

use leptos::prelude::*;
use opmap_analysis::MissingPart;
use opmap_model::{Keyword, RecommendationField as Field, Shift};

use super::fields::{Fields, Line, Lines, Word};
use super::missing::part_id;
use crate::field::{Choice, TextField, title};
use crate::registers::shift_options;

#[component]
pub(super) fn What(fields: Fields) -> impl IntoView {
    view! {
        <section class="fields" aria-label="What and why">
            <h4>"What and why"</h4>
            <TextField
                label="What should be done"
                lines=2
                value=fields.part(|it| Some(it.title.to_string()))
                commit=fields.typed(title, Field::Title)
            />
            <Lines fields label="Why" lines=3 value=|it| it.rationale.as_ref() make=Field::Rationale />
            <Line fields label="Goal" value=|it| it.goal.as_ref() make=Field::Goal />
            <div id=part_id(MissingPart::Shift)>
                <Choice
                    label="Shift"
                    options=shift_options()
                    optional=true
                    value=fields.part(|it| it.shift.map(|it| it.key().to_owned()))
                    choose=fields.chosen_or_none(Shift::from_key, Field::Shift)
                />
            </div>
            <Word fields label="Category" value=|it| it.category make=Field::Category />
        </section>
    }
}
