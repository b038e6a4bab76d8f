//! The inspector: everything about what is selected, each value edited in place.

mod connector;
pub(super) mod deleting;
mod journey;
mod lane;
mod measures;
mod stage;
mod step;

use leptos::prelude::*;

use super::selection::Selection;
use super::state::MapState;
use crate::commands::Commands;
use crate::findings_here::FindingsHere;
use crate::icon::Icon;
use crate::keys::{self, Command};

#[component]
pub(super) fn Inspector() -> impl IntoView {
    let map_state: MapState = expect_context();
    // Only a change of what is selected builds the fields anew, so that typing is never interrupted.
    let selection = Memo::new(move |_| map_state.selection.get());
    view! {
        <aside class="inspector" aria-label="Details">
            <CloseButton />
            {move || match selection.get() {
                Selection::None => view! { <journey::JourneyDetails /> }.into_any(),
                Selection::Steps { ids, last } if ids.len() == 1 => view! { <step::StepDetails id=last /> }.into_any(),
                Selection::Steps { ids, .. } => view! { <step::SeveralSteps ids /> }.into_any(),
                Selection::Connector(id) => view! { <connector::ConnectorDetails id /> }.into_any(),
                Selection::Stage(id) => view! { <stage::StageDetails id /> }.into_any(),
                Selection::Lane(id) => view! { <lane::LaneDetails id /> }.into_any(),
            }}
        </aside>
    }
}

/// Closes the details where they lie over the map.
#[component]
fn CloseButton() -> impl IntoView {
    let commands: Commands = expect_context();
    view! {
        <button
            class="icon-button small inspector-close"
            aria-label="Hide the details"
            title=keys::tooltip(Command::Details)
            on:click=move |_| commands.run(Command::Details)
        >
            <Icon name="x" />
        </button>
    }
}
