//! Who sees to it, and who carries it out.

use leptos::prelude::*;
use opmap_analysis::MissingPart;
use opmap_model::{Delivery, RecommendationField as Field, RoleId};

use super::fields::{Fields, Lines, Word};
use super::missing::part_id;
use crate::field::Choice;
use crate::registers::role_options;

#[component]
pub(super) fn Who(fields: Fields) -> impl IntoView {
    // Criteria that were written stay in sight, whoever carries it out now.
    let has_partner = fields.is(|it| {
        it.partner_criteria.is_some() || matches!(it.delivery, Some(Delivery::Outsourced | Delivery::Mixed))
    });
    view! {
        <section class="fields" aria-label="Who">
            <h4>"Who"</h4>
            <div id=part_id(MissingPart::Owner)>
                <Choice
                    label="Owner"
                    options=role_options()
                    optional=true
                    value=fields.part(|it| it.owner.map(|it| it.0.to_string()))
                    choose=fields.chosen_or_none(|key| key.parse().ok().map(RoleId), Field::Owner)
                />
            </div>
            <Word fields label="Carried out" value=|it| it.delivery make=Field::Delivery />
            <Show when=move || has_partner.get()>
                <Lines
                    fields
                    label="What the partner is chosen by"
                    value=|it| it.partner_criteria.as_ref()
                    make=Field::PartnerCriteria
                />
            </Show>
        </section>
    }
}
