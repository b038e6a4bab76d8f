//! The Roadmap station: what is done when, by whom, and what waits for what.

mod bars;
mod beside;
mod changes;
mod chart;
mod details;
mod drag;
mod foot;
mod heads;
mod key_press;
mod menu;
mod pointer;
mod preview;
mod row_head;
mod settings;
mod state;
mod told;
mod toolbar;
mod typed;
mod upcoming;

use leptos::prelude::*;
use opmap_model::RecordId;

use crate::field::focus_later;
use state::At;

pub(crate) use foot::RoadmapFoot;
pub(crate) use state::{RoadmapState, RoadmapView};

#[component]
pub(crate) fn RoadmapStation() -> impl IntoView {
    let roadmap: RoadmapState = expect_context();
    key_press::answer_commands(roadmap);
    details::lead_to_actions(roadmap);
    follow_undo(roadmap);
    on_cleanup(move || {
        // The workshop may have been closed before.
        let _ = roadmap.naming.try_set(None);
        let _ = roadmap.drag.try_set(None);
    });
    let is_empty = Memo::new(move |_| {
        roadmap.editor.read(|document| {
            let has_rows = !document.recommendations().is_empty() || !document.workstreams().is_empty();
            !has_rows && document.milestones().is_empty()
        })
    });
    let is_upcoming = Memo::new(move |_| roadmap.view.get() == RoadmapView::Upcoming);
    let is_naming = Memo::new(move |_| roadmap.naming.with(Option::is_some));
    view! {
        <main class="station roadmap-station">
            <toolbar::Toolbar />
            <div class="roadmap-main">
                {move || match (is_empty.get() && !is_naming.get(), is_upcoming.get()) {
                    (true, _) => view! { <Empty /> }.into_any(),
                    (false, true) => view! { <upcoming::UpcomingList /> }.into_any(),
                    (false, false) => view! { <chart::Board /> <details::DetailsIfOpen /> }.into_any(),
                }}
            </div>
            <p class="spoken" role="status">{move || roadmap.spoken.get()}</p>
        </main>
    }
}

/// The identity of the button while nothing is recommended yet.
const FIRST: &str = "roadmap-first";

/// Nothing is recommended yet.
#[component]
fn Empty() -> impl IntoView {
    let roadmap: RoadmapState = expect_context();
    Effect::new(move |_| {
        roadmap.focus_wanted.track();
        focus_later(FIRST);
    });
    view! {
        <div class="empty" on:keydown=move |event| key_press::on_station(&event, roadmap)>
            <p>"Write down what should be done. Then put it into a wave."</p>
            <button id=FIRST class="button" on:click=move |_| key_press::add(roadmap)>"Write the first recommendation"</button>
        </div>
    }
}

/// Goes to what an undo or redo has touched.
fn follow_undo(roadmap: RoadmapState) {
    let editor = roadmap.editor;
    Effect::new(move |before: Option<()>| {
        let touched = editor.stepped.get();
        let at = touched.iter().find_map(|it| match it {
            RecordId::Recommendation(id) => Some(At::Item(*id)),
            RecordId::Milestone(id) => Some(At::Milestone(*id)),
            _ => None,
        });
        // What was touched before the station was opened is not gone to.
        if let Some(at) = at.filter(|_| before.is_some()) {
            roadmap.go(at);
        }
    });
}
