//! The one method that ranks (Q4): which it is, and choosing another.

use leptos::prelude::*;
use opmap_model::{Edit, Keyword, Ranking, RoadmapField, WorkshopField};

use crate::actions::Segment;
use crate::actions::state::ActionsState;
use crate::icon::Icon;
use crate::keys::{self, Command, OnActions};

/// What a method is called on its tab: where there is room, and where there is little.
fn tab_words(method: Ranking) -> (&'static str, &'static str) {
    match method {
        Ranking::ImpactEffort => ("Impact and effort", "Impact, effort"),
        Ranking::Rice => ("Reach, confidence", "RICE"),
        Ranking::Wsjf => ("Cost of delay", "WSJF"),
        Ranking::Votes => ("Votes", "Votes"),
    }
}

fn icon(method: Ranking) -> &'static str {
    match method {
        Ranking::ImpactEffort => "grid-3x3",
        Ranking::Rice => "users",
        Ranking::Wsjf => "clock",
        Ranking::Votes => "hand",
    }
}

/// How the list is ranked, for the status bar.
pub(super) fn ranked_words(method: Ranking) -> &'static str {
    match method {
        Ranking::ImpactEffort => "Ranked by impact, then effort",
        Ranking::Rice => "Ranked by reach and confidence (RICE)",
        Ranking::Wsjf => "Ranked by cost of delay (WSJF)",
        Ranking::Votes => "Ranked by the votes of the room",
    }
}

/// Lets a method rank, and shows its half of the register.
pub(in crate::actions) fn rank_by(method: Ranking, actions: ActionsState) {
    actions.show(Segment::Recommendations);
    actions.recommendations.detailed.set(false);
    actions.recommendations.held.set(None);
    if actions.editor.commit(Edit::SetWorkshop(WorkshopField::Roadmap(RoadmapField::Ranking(method)))) {
        actions.spoken.set(format!("{}.", ranked_words(method)));
    }
}

/// A tab for each method.
#[component]
pub(in crate::actions) fn Methods() -> impl IntoView {
    let actions: ActionsState = expect_context();
    let method = actions.recommendations.method;
    let tab = move |it: Ranking| {
        let (wide, narrow) = tab_words(it);
        view! {
            <button
                class="button method"
                class:on=move || method.get() == it
                aria-pressed=move || (method.get() == it).to_string()
                aria-label=it.label()
                title=keys::tooltip(Command::Actions(OnActions::RankBy(it)))
                on:click=move |_| rank_by(it, actions)
            >
                {move || (method.get() == it).then(|| view! { <Icon name=icon(it) /> })}
                <span class="method-wide">{wide}</span>
                <span class="method-narrow">{narrow}</span>
            </button>
        }
    };
    view! {
        <span class="toolbar-line"></span>
        <div class="methods" role="group" aria-label="What ranks">
            {Ranking::ALL.iter().copied().map(tab).collect_view()}
        </div>
    }
}
