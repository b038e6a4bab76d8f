//! The status bar and the list of what the checks found.

use leptos::prelude::*;
use opmap_analysis::{Finding, Severity};

use super::{CurrentAnalysis, Panels, Station};
use crate::decisions::DecisionsState;
use crate::editor::editor;
use crate::icon::Icon;
use crate::keys::{Command, tooltip};
use crate::map::{MapState, Selection};

#[component]
pub(super) fn StatusBar() -> impl IntoView {
    let analysis: CurrentAnalysis = expect_context();
    let map_state: MapState = expect_context();
    let open = expect_context::<Panels>().checks;
    let count = move |severity| analysis.with(|it| it.count(severity));
    let flow = move || analysis.with(|it| map_state.map.get().and_then(|map| it.flow(map).cloned()));
    view! {
        <Show when=move || open.get()>
            <Checks close=Callback::new(move |()| open.set(false)) />
        </Show>
        <footer class="status-bar">
            <button class="status-item" aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|it| *it = !*it)>
                {[(Severity::Error, "errors", "error"), (Severity::Warning, "warnings", "warnings")]
                    .into_iter()
                    .map(|(severity, many, _)| {
                        view! {
                            <span class="status-count">
                                <Sign severity />
                                <strong>{move || count(severity)}</strong>
                                {move || if count(severity) == 1 { severity.label() } else { many }}
                            </span>
                        }
                    })
                    .collect_view()}
            </button>
            {move || {
                flow().map(|flow| {
                    let across = flow.cross_silo_permille().map_or_else(
                        || "n/a".to_owned(),
                        |it| format!("{}\u{2009}%", (it + 5) / 10),
                    );
                    view! {
                        <span>
                            <strong>{flow.handoffs.len()}</strong> " handoffs, "
                            <strong>{flow.without_owner.len()}</strong> " without an owner"
                        </span>
                        <span><strong>{across}</strong> " across functions"</span>
                        <span>{flow.steps} " steps"</span>
                    }
                })
            }}
            <span class="grow"></span>
            <Zoom />
        </footer>
    }
}

#[component]
fn Zoom() -> impl IntoView {
    let map_state: MapState = expect_context();
    let station: RwSignal<Station> = expect_context();
    let percent = move || format!("{:.0}\u{2009}%", map_state.view.get().scale * 100.0);
    view! {
        <Show when=move || station.get() == Station::Map>
            <button class="icon-button small" aria-label="Zoom out" title=tooltip(Command::ZoomOut) on:click=move |_| map_state.zoom_by(1.0 / 1.2)>
                <Icon name="minus" />
            </button>
            <button class="status-item" title=tooltip(Command::ZoomActual) on:click=move |_| map_state.zoom_to(1.0)>
                {percent}
            </button>
            <button class="icon-button small" aria-label="Zoom in" title=tooltip(Command::ZoomIn) on:click=move |_| map_state.zoom_by(1.2)>
                <Icon name="plus" />
            </button>
            <button class="status-item" title=tooltip(Command::ZoomFit) on:click=move |_| map_state.fit_wanted.notify()>
                <Icon name="maximize" />
                "Fit"
            </button>
        </Show>
    }
}

/// The sign of a severity: octagon, triangle or circle, told apart without colour.
#[component]
pub(crate) fn Sign(severity: Severity) -> impl IntoView {
    let (class, path) = match severity {
        Severity::Error => ("sign error", "M5 1h6l4 4v6l-4 4H5l-4-4V5z"),
        Severity::Warning => ("sign warning", "M8 1 15.5 14.5H.5z"),
        Severity::Note => ("sign note", "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z"),
    };
    let glyph = if severity == Severity::Note { "M8 7v5M8 4v.5" } else { "M8 5v4.5M8 12v.4" };
    view! {
        <svg class=class viewBox="0 0 16 16" aria-hidden="true">
            <path class="sign-shape" d=path />
            <path class="sign-glyph" d=glyph />
        </svg>
    }
}

/// How many findings the list shows at first: on a large map thousands would keep the window busy.
const FINDINGS_SHOWN: usize = 200;

#[component]
fn Checks(close: Callback<()>) -> impl IntoView {
    let analysis: CurrentAnalysis = expect_context();
    let map_state: MapState = expect_context();
    let station: RwSignal<Station> = expect_context();
    let editor = editor();
    let shown = RwSignal::new(FINDINGS_SHOWN);
    let more = move || analysis.with(|it| it.findings.len()).saturating_sub(shown.get());
    let decisions: DecisionsState = expect_context();
    let jump = move |finding: &Finding| {
        if decisions.reveal_finding(finding) {
            return;
        }
        let target = editor.peek(|document| Selection::of_touched(document, &finding.records));
        match target {
            Some((map, selection)) => {
                station.set(Station::Map);
                map_state.comparing.set(false);
                map_state.map.set(Some(map));
                map_state.selection.set(selection);
                map_state.reveal_wanted.notify();
            }
            None => station.set(Station::Charter),
        }
    };
    view! {
        <section
            class="checks"
            aria-label="Checks"
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    close.run(());
                }
            }
        >
            <header>
                <h2>"Checks"</h2>
                <button class="icon-button" aria-label="Close the checks" on:click=move |_| close.run(())>
                    <Icon name="x" />
                </button>
            </header>
            <Show
                when=move || analysis.with(|it| !it.findings.is_empty())
                fallback=|| view! { <p class="quiet">"The checks found nothing to say."</p> }
            >
                <ul>
                    <For
                        each=move || analysis.with(|it| it.findings.iter().take(shown.get()).cloned().collect::<Vec<_>>())
                        key=|it| (it.rule, it.sentence.clone(), it.records.clone())
                        let(finding)
                    >
                        <li>
                            <button
                                class="check"
                                on:click={
                                    let finding = finding.clone();
                                    move |_| jump(&finding)
                                }
                            >
                                <Sign severity=finding.severity />
                                <span>{finding.sentence.clone()}</span>
                                <span class="rule">{finding.rule}</span>
                            </button>
                        </li>
                    </For>
                </ul>
                <Show when=move || { more() > 0 }>
                    <button class="button quiet" on:click=move |_| shown.update(|it| *it += FINDINGS_SHOWN)>
                        {move || format!("Show more of the other {}", more())}
                    </button>
                </Show>
            </Show>
        </section>
    }
}
