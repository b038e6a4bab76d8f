//! The left rail: the stations in the order of a workshop.

use leptos::prelude::*;

use super::Settling;
use crate::icon::{Icon, ProgramMark};
use crate::settings::SettingsButton;

/// A station of the workshop. The rail shows the stations that work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Station {
    Charter,
    Map,
    Matrix,
    Decisions,
    Shifts,
    Actions,
    Roadmap,
    Report,
}

impl Station {
    const ALL: [Self; 8] = [
        Self::Charter,
        Self::Map,
        Self::Matrix,
        Self::Decisions,
        Self::Shifts,
        Self::Actions,
        Self::Roadmap,
        Self::Report,
    ];

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Charter => ("Charter", "target"),
            Self::Map => ("Map", "waypoints"),
            Self::Matrix => ("RACI", "grid-3x3"),
            Self::Decisions => ("Decisions", "scale"),
            Self::Shifts => ("Shifts", "radar"),
            Self::Actions => ("Actions", "list-checks"),
            Self::Roadmap => ("Roadmap", "milestone"),
            Self::Report => ("Report", "file-text"),
        }
    }
}

#[component]
pub(super) fn Rail() -> impl IntoView {
    let station: RwSignal<Station> = expect_context();
    let settling: Settling = expect_context();
    view! {
        <nav class="rail" aria-label="Stations">
            <button class="rail-home" aria-label="Close the workshop, back to the start" title="Back to the start" on:click=move |_| settling.leave()>
                <ProgramMark />
            </button>
            {Station::ALL
                .into_iter()
                .map(|it| {
                    let (words, icon) = it.words();
                    view! {
                        <button
                            class="rail-item"
                            class:active=move || station.get() == it
                            aria-current=move || (station.get() == it).then_some("page")
                            on:click=move |_| station.set(it)
                        >
                            <Icon name=icon />
                            <span>{words}</span>
                        </button>
                    }
                })
                .collect_view()}
            <span class="grow"></span>
            <SettingsButton class="rail-item" />
        </nav>
    }
}
