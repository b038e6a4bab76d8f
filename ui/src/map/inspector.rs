//! The inspector: everything about what is selected, each value edited in place.

mod connector;
mod deleting;
mod journey;
mod lane;
mod measures;
mod stage;
mod step;

use leptos::prelude::*;

use super::selection::Selection;
use super::state::MapState;
use crate::findings_here::FindingsHere;

#[component]
pub(super) fn Inspector() -> impl IntoView {
    let map_state: MapState = expect_context();
    // Only a change of what is selected builds the fields anew, so that typing is never interrupted.
    let selection = Memo::new(move |_| map_state.selection.get());
    view! {
        <aside class="inspector" aria-label="Details">
            {move || match selection.get() {
                Selection::None => view! { <journey::JourneyDetails /> }.into_any(),
                Selection::Steps { ids, last } if ids.len() == 1 => view! { <step::StepDetails id=last /> }.into_any(),
                Selection::Steps { ids, .. } => view! { <step::SeveralSteps ids /> }.into_any(),
                Selection::Connector(id) => view! { <connector::ConnectorDetails id /> }.into_any(),
                Selection::Stage(id) => view! { <stage::StageDetails id /> }.into_any(),
                Selection::Lane(id) => view! { <lane::LaneDetails id /> }.into_any(),
            }}
            <deleting::DeleteDialog />
            <deleting::DeleteJourneyDialog />
        </aside>
    }
}
