//! Below the chart: what is so by which day, what has no wave yet, and what is parked.

use leptos::prelude::*;
use opmap_analysis::Roadmap;
use opmap_model::{Document, Edit, Milestone, MilestoneId, RecommendationId, RoadmapDay};

use super::changes;
use super::chart::item_id;
use super::drag::Over;
use super::preview::is_over;
use super::state::{At, Beside, Naming, RoadmapState};
use crate::field::{Adding, NewName, title};
use crate::identity::fresh;
use crate::keys::{Usual, usual};

/// The identity of the button of a milestone.
pub(super) fn milestone_id(id: MilestoneId) -> String {
    format!("roadmap-{}", id.0)
}

#[component]
pub(super) fn Boxes() -> impl IntoView {
    let roadmap: RoadmapState = expect_context();
    let drags = move || roadmap.drag.with(|it| it.as_ref().is_some_and(|it| it.is_moved && !it.is_wire()));
    let has_unplanned = move || roadmap.beside.with(|it| !it.unplanned.is_empty());
    view! {
        <div class="roadmap-boxes">
            <Milestones />
            <Show when=move || has_unplanned() || drags()>
                <section
                    class="roadmap-box roadmap-unplanned"
                    class:over=is_over(roadmap, Over::NoWave)
                    aria-label="No wave yet"
                >
                    <h3>"No wave yet"<span>{move || roadmap.beside.with(|it| it.unplanned.len())}</span></h3>
                    <Items of=|it| it.unplanned none="Drop it here to take it off the roadmap." />
                </section>
            </Show>
            <section
                class="roadmap-box roadmap-parked"
                class:over=is_over(roadmap, Over::Parked)
                aria-label="Parked"
            >
                <h3>"Parked"<span>{move || roadmap.beside.with(|it| it.parked.len())}</span></h3>
                <Items of=|it| it.parked none="Drop here what is not to be done now." />
            </section>
        </div>
    }
}

/// What stands in one of the boxes.
#[component]
fn Items(of: fn(Beside) -> Vec<RecommendationId>, none: &'static str) -> impl IntoView {
    let roadmap: RoadmapState = expect_context();
    let ids = Memo::new(move |_| of(roadmap.beside.get()));
    view! {
        <ul>
            <For each=move || ids.get() key=|it| *it let(id)>
                <li><Item id /></li>
            </For>
        </ul>
        <Show when=move || ids.with(Vec::is_empty)>
            <p class="quiet">{none}</p>
        </Show>
    }
}

#[component]
fn Item(id: RecommendationId) -> impl IntoView {
    let roadmap: RoadmapState = expect_context();
    let words = Memo::new(move |_| roadmap.editor.read(|document| item_words(document, id)));
    view! {
        <button
            id=item_id(id)
            class="roadmap-item"
            data-recommendation=id.0.to_string()
            aria-current=move || (roadmap.chosen.get() == Some(At::Item(id))).then_some("true")
            on:focus=move |_| roadmap.go(At::Item(id))
            on:keydown=move |event| {
                if usual(&event) == Some(Usual::Enter) {
                    event.prevent_default();
                    super::details::enter(roadmap);
                }
            }
        >
            <strong>{move || words.get().0}</strong>
            <span>{move || words.get().1}</span>
        </button>
    }
}

/// The code, then the title with what it waits for: for what is parked, when to look at it again.
fn item_words(document: &Document, id: RecommendationId) -> (String, String) {
    let Some(it) = document.get(id) else { return Default::default() };
    let waits: Vec<String> = it.depends_on.iter().map(|it| changes::code(document, *it)).collect();
    let title = it.title.as_str();
    let words = match (waits.is_empty(), title.ends_with(['.', '?', '!'])) {
        (true, _) => title.to_owned(),
        (false, true) => format!("{title} Waits for {}.", waits.join(", ")),
        (false, false) => format!("{title}. Waits for {}.", waits.join(", ")),
    };
    (it.code(), words)
}

#[component]
fn Milestones() -> impl IntoView {
    let roadmap: RoadmapState = expect_context();
    let all = Memo::new(move |_| {
        roadmap.found.with(|found| roadmap.editor.read(|document| by_day(document, found)))
    });
    let adding = Adding {
        what: "milestone",
        take: Callback::new(move |text: String| {
            let (id, milestone) = (fresh(), Milestone::new(title(&text)?));
            if roadmap.editor.commit(Edit::AddMilestone { id, milestone, before: None }) {
                roadmap.go(At::Milestone(id));
                super::details::enter(roadmap);
            }
            Ok(())
        }),
    };
    let close = Callback::new(move |stays: bool| {
        roadmap.naming.set(None);
        if stays && !roadmap.details.get_untracked() {
            roadmap.focus_wanted.notify();
        }
    });
    let is_naming = Memo::new(move |_| roadmap.naming.get() == Some(Naming::Milestone));
    view! {
        <section class="roadmap-box roadmap-milestones" aria-label="Milestones">
            <h3>"Milestones"<span>{move || all.with(Vec::len)}</span></h3>
            <Show when=move || is_naming.get()>
                <NewName adding close />
            </Show>
            <ul>
                <For each=move || all.get() key=|it| it.clone() let((id, day, words))>
                    <li>
                        <button
                            id=milestone_id(id)
                            class="roadmap-item"
                            aria-current=move || (roadmap.chosen.get() == Some(At::Milestone(id))).then_some("true")
                            title="Change or delete it"
                            on:focus=move |_| roadmap.go(At::Milestone(id))
                            on:click=move |_| {
                                roadmap.go(At::Milestone(id));
                                super::details::enter(roadmap);
                            }
                        >
                            <svg class="diamond" viewBox="0 0 12 12" aria-hidden="true"><path d="M6 0l6 6-6 6-6-6z" /></svg>
                            <strong class:quiet=day.is_none()>{day.clone().unwrap_or_else(|| "no day".to_owned())}</strong>
                            <span>{words.clone()}</span>
                        </button>
                    </li>
                </For>
            </ul>
            <Show when=move || all.with(Vec::is_empty) && !is_naming.get()>
                <p class="quiet">"Say what is to be so by which day."</p>
            </Show>
        </section>
    }
}

/// The milestones by their days; those without one last.
fn by_day(document: &Document, found: &Roadmap) -> Vec<(MilestoneId, Option<String>, String)> {
    let mut all = document.milestones_in_order();
    all.sort_by_key(|it| it.1.day.map_or(u16::MAX, RoadmapDay::get));
    let day = |it: &Milestone| it.day.map(|it| changes::day_words(&found.calendar, it.get().into()));
    all.into_iter().map(|(id, it)| (id, day(it), it.title.to_string())).collect()
}
