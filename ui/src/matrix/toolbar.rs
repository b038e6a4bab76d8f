//! The toolbar of the RACI station: which journey, what the letters mean, and what of the matrix is looked at.

use leptos::prelude::*;
use opmap_model::{Keyword, Letter};

use super::cell;
use super::filter_panel::FilterButton;
use super::sheet::Held;
use crate::toolbar::Journeys;

#[component]
pub(super) fn Toolbar() -> impl IntoView {
    view! {
        <div class="toolbar matrix-toolbar" role="toolbar" aria-label="RACI">
            <h2>"RACI"</h2>
            <Journeys />
            <Legend />
            <span class="grow"></span>
            <FilterButton />
            <super::adding::AddButtons />
        </div>
    }
}

/// What the letters mean.
#[component]
fn Legend() -> impl IntoView {
    let letters = [Letter::Responsible, Letter::Accountable, Letter::Consulted, Letter::Informed];
    view! {
        <ul class="matrix-legend" aria-label="Letters">
            {letters.map(|it| view! { <li>{cell::shape(it)} {it.label()}</li> }).collect_view()}
            <li>{cell::letters(Some(Held::Inherited(Letter::Responsible)))} "from the lane"</li>
        </ul>
    }
}
