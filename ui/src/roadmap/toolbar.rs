//! The toolbar of the station: how the roadmap is looked at, its settings, and adding to it.

use leptos::prelude::*;
use opmap_drawing::GanttRows;

use super::settings;
use super::state::{RoadmapState, RoadmapView};
use crate::commands::Commands;
use crate::icon::Icon;
use crate::keys::{self, Command, OnRoadmap};
use crate::toolbar::Toggle;

#[component]
pub(super) fn Toolbar() -> impl IntoView {
    let (roadmap, commands): (RoadmapState, Commands) = (expect_context(), expect_context());
    let button = move |command: OnRoadmap, icon: &'static str, words: &'static str, is_on: Signal<bool>| {
        view! { <Toggle command=Command::Roadmap(command) icon words is_on /> }
    };
    let looks = move |view: RoadmapView| Signal::derive(move || roadmap.view.get() == view);
    let add = move |command: OnRoadmap, words: &'static str| {
        let command = Command::Roadmap(command);
        view! {
            <button class="button" title=keys::tooltip(command) on:click=move |_| commands.run(command)>
                <Icon name="plus" />
                {words}
            </button>
        }
    };
    let by_owner = Signal::derive(move || roadmap.rows.get() == GanttRows::Owners);
    view! {
        <div class="toolbar" role="toolbar" aria-label="Roadmap">
            <h2>"Roadmap"</h2>
            <div class="toolbar-group" role="group" aria-label="How it is looked at">
                {button(OnRoadmap::Show(RoadmapView::Waves), "milestone", "Waves", looks(RoadmapView::Waves))}
                {button(OnRoadmap::Show(RoadmapView::Dates), "calendar-days", "Dates", looks(RoadmapView::Dates))}
                {button(OnRoadmap::Show(RoadmapView::Upcoming), "clock", "Next 30 days", looks(RoadmapView::Upcoming))}
            </div>
            <Show when=move || roadmap.view.get() != RoadmapView::Upcoming>
                <span class="toolbar-line" aria-hidden="true"></span>
                {button(OnRoadmap::Dependencies, "arrow-right", "Dependencies", roadmap.dependencies.into())}
                {button(OnRoadmap::ByOwner, "users", "By owner", by_owner)}
            </Show>
            <span class="grow"></span>
            <settings::SettingsButton />
            {add(OnRoadmap::Add, "Recommendation")}
            {add(OnRoadmap::AddMilestone, "Milestone")}
        </div>
    }
}
