//! What the report holds: its chapters in their order, and the maps.

use leptos::prelude::*;
use opmap_model::{Chapter, Keyword, MapKey, ReportField, ReportScope, State};

use super::state::ReportState;
use crate::icon::Icon;

#[component]
pub(super) fn Chapters() -> impl IntoView {
    let report: ReportState = expect_context();
    let chapters = Memo::new(move |_| report.settings(opmap_model::ReportSettings::chapters));
    let is_full = move || report.settings(|it| it.scope) == ReportScope::Full;
    let is_usual = move || report.settings(|it| it.order.is_empty() && it.left_out.is_empty());
    let back = move |_| {
        let left_out = untrack(|| report.settings(|it| it.left_out.clone()));
        let fields = left_out.into_iter().map(|it| ReportField::LeaveOut(it, false));
        report.set_all(fields.chain([ReportField::Order(Vec::new())]));
    };
    view! {
        <Show when=is_full>
            <details class="report-group">
                <summary>"Chapters"</summary>
                <ul class="report-chapters">
                    <For each=move || chapters.get() key=|it| *it let(chapter)>
                        <ChapterRow chapter chapters />
                    </For>
                </ul>
                <button class="button quiet" disabled=is_usual on:click=back>"All chapters in the usual order"</button>
            </details>
        </Show>
        <Maps />
    }
}

#[component]
fn ChapterRow(chapter: Chapter, chapters: Memo<Vec<Chapter>>) -> impl IntoView {
    let report: ReportState = expect_context();
    let is_in = move || report.settings(|it| !it.left_out.contains(&chapter));
    let place = move || chapters.with(|all| all.iter().position(|it| *it == chapter).unwrap_or_default());
    let go = move |to: usize| {
        let mut order = chapters.get_untracked();
        let from = untrack(place);
        if to < order.len() {
            let moved = order.remove(from);
            order.insert(to, moved);
            report.set(ReportField::Order(order));
        }
    };
    view! {
        <li class="report-chapter">
            <label class="tick">
                <input
                    type="checkbox"
                    prop:checked=is_in
                    on:change=move |event| {
                        report.set(ReportField::LeaveOut(chapter, !event_target_checked(&event)));
                    }
                />
                {chapter.label()}
            </label>
            <button
                class="icon-button"
                aria-label=format!("{} earlier", chapter.label())
                title="Earlier"
                disabled=move || place() == 0
                on:click=move |_| go(untrack(place).saturating_sub(1))
            >
                <Icon name="arrow-up" />
            </button>
            <button
                class="icon-button"
                aria-label=format!("{} later", chapter.label())
                title="Later"
                disabled=move || place() + 1 == chapters.with(Vec::len)
                on:click=move |_| go(untrack(place) + 1)
            >
                <Icon name="arrow-down" />
            </button>
        </li>
    }
}

/// The maps that have steps, each in the report or left out.
#[component]
fn Maps() -> impl IntoView {
    let report: ReportState = expect_context();
    let maps = Memo::new(move |_| {
        report.editor.read(|document| {
            let mut found: Vec<(MapKey, String)> = Vec::new();
            for (journey, it) in document.journeys_in_order() {
                for state in State::ALL {
                    let map = MapKey { journey, state: *state };
                    if document.stages().values().any(|it| it.map() == map) {
                        found.push((map, format!("{}, {}", it.title, state.label().to_lowercase())));
                    }
                }
            }
            found
        })
    });
    view! {
        <Show when=move || !maps.with(Vec::is_empty)>
            <details class="report-group">
                <summary>"Maps"</summary>
                <For each=move || maps.get() key=|it| it.clone() let((map, name))>
                    <label class="tick">
                        <input
                            type="checkbox"
                            prop:checked=move || report.settings(|it| !it.maps_left_out.contains(&map))
                            on:change=move |event| {
                                report.set(ReportField::LeaveOutMap(map, !event_target_checked(&event)));
                            }
                        />
                        {name}
                    </label>
                </For>
            </details>
        </Show>
    }
}
