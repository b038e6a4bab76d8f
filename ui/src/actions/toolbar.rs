//! The toolbar of the station: which register, what of it is looked at, and adding to it.

use leptos::prelude::*;

use super::Segment;
use super::state::ActionsState;
use crate::icon::Icon;
use crate::keys::{self, Command, OnActions};

#[component]
pub(super) fn Toolbar() -> impl IntoView {
    let actions: ActionsState = expect_context();
    let is_shown = move |it: Segment| actions.look.get().is_none() && actions.segment.get() == it;
    let segment = move |it: Segment| {
        view! {
            <button
                class="segment"
                class:active=move || is_shown(it)
                aria-pressed=move || is_shown(it).to_string()
                on:click=move |_| actions.show(it)
            >
                {it.words()}
            </button>
        }
    };
    let command = Command::Actions(OnActions::Add);
    view! {
        <div class="toolbar" role="toolbar" aria-label="Actions">
            <h2>"Actions"</h2>
            <div class="segments" role="group" aria-label="Register">
                {Segment::ALL.into_iter().map(segment).collect_view()}
            </div>
            <super::trace::Looks />
            {move || match actions.segment.get() {
                _ if actions.look.get().is_some() => ().into_any(),
                Segment::Evidence => view! { <super::evidence::Filters /> }.into_any(),
                Segment::Recommendations => view! { <super::recommendations::Methods /> }.into_any(),
                Segment::Risks => view! { <super::risks::Kinds /> }.into_any(),
                Segment::Findings | Segment::Rhythm | Segment::Options => ().into_any(),
            }}
            <span class="grow"></span>
            <Show when=move || actions.look.get().is_none()>
                <button class="button" title=keys::tooltip(command) on:click=move |_| actions.write()>
                    <Icon name="plus" />
                    {move || actions.segment.get().one()}
                    <kbd>{keys::hint(command)}</kbd>
                </button>
            </Show>
        </div>
    }
}
