//! The status bar: what the checks found, and what the station that is shown comes to.

use leptos::prelude::*;

use super::{CurrentAnalysis, Looked, Station};
use crate::actions::ActionsFoot;
use crate::commands::Commands;
use crate::editor::editor;
use crate::icon::Icon;
use crate::integrity::Integrity;
use crate::keys::{Command, tooltip};
use crate::map::{LockedNote, MapState};
use crate::matrix::MatrixFoot;
use crate::report::ReportFoot;
use crate::roadmap::RoadmapFoot;
use crate::sign::{SEVERITIES, Sign};

#[component]
pub(super) fn StatusBar() -> impl IntoView {
    let (editor, station): (_, RwSignal<Station>) = (editor(), expect_context());
    view! {
        <footer class="status-bar">
            <Counts />
            {move || match station.get() {
                Station::Map => view! { <LockedNote /> <Flow /> <span class="grow"></span> <Zoom /> }.into_any(),
                Station::Matrix => view! { <MatrixFoot /> }.into_any(),
                Station::Charter | Station::Decisions | Station::Shifts => ().into_any(),
                Station::Actions => view! { <ActionsFoot /> }.into_any(),
                Station::Roadmap => view! { <RoadmapFoot /> }.into_any(),
                Station::Report => view! { <ReportFoot /> }.into_any(),
            }}
            <p class="spoken" role="status">{move || editor.told.get()}</p>
        </footer>
    }
}

/// How many findings there are of each severity; pressed, the panel opens that names them.
#[component]
fn Counts() -> impl IntoView {
    let (analysis, integrity): (CurrentAnalysis, Integrity) = (expect_context(), expect_context());
    let looked: Looked = expect_context();
    let counts = SEVERITIES.map(|(severity, many)| {
        let count = move || analysis.with(|it| it.count(severity));
        view! {
            <span class="status-count">
                <Sign severity />
                <strong>{move || looked.once().then(count)}</strong>
                {move || if count() == 1 { severity.word() } else { many }}
            </span>
        }
    });
    view! {
        <button
            class="status-item"
            title=tooltip(Command::Integrity)
            aria-expanded=move || integrity.is_open.get().to_string()
            on:click=move |_| integrity.turn()
        >
            {counts}
        </button>
    }
}

/// How work passes from hand to hand on the map that is shown.
#[component]
fn Flow() -> impl IntoView {
    let (analysis, map_state): (CurrentAnalysis, MapState) = (expect_context(), expect_context());
    let flow = move || analysis.with(|it| map_state.map.get().and_then(|map| it.flow(map).cloned()));
    move || {
        flow().map(|flow| {
            let across = flow
                .cross_silo_permille()
                .map_or_else(|| "n/a".to_owned(), |it| format!("{}\u{2009}%", (it + 5) / 10));
            view! {
                <span>
                    <strong>{flow.handoffs.len()}</strong>
                    {if flow.handoffs.len() == 1 { " handoff, " } else { " handoffs, " }}
                    <strong>{flow.without_owner.len()}</strong> " without an owner"
                </span>
                <span><strong>{across}</strong> " across functions"</span>
                <span>{flow.steps} {if flow.steps == 1 { " step" } else { " steps" }}</span>
            }
        })
    }
}

#[component]
fn Zoom() -> impl IntoView {
    let (commands, map_state): (Commands, MapState) = (expect_context(), expect_context());
    let percent = move || format!("{:.0}\u{2009}%", map_state.view.get().scale * 100.0);
    view! {
        <button class="icon-button small" aria-label="Zoom out" title=tooltip(Command::ZoomOut) on:click=move |_| commands.run(Command::ZoomOut)>
            <Icon name="minus" />
        </button>
        <button class="status-item" title=tooltip(Command::ZoomActual) on:click=move |_| commands.run(Command::ZoomActual)>
            {percent}
        </button>
        <button class="icon-button small" aria-label="Zoom in" title=tooltip(Command::ZoomIn) on:click=move |_| commands.run(Command::ZoomIn)>
            <Icon name="plus" />
        </button>
        <button class="status-item" title=tooltip(Command::ZoomFit) on:click=move |_| commands.run(Command::ZoomFit)>
            <Icon name="maximize" />
            "Fit"
        </button>
    }
}
