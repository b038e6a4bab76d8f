//! All about what is chosen that the roadmap is about, each value edited in place.

use std::collections::BTreeSet;

use leptos::prelude::*;
use opmap_model::{
    Edit, Keyword, MilestoneField, MilestoneId, Progress, RecommendationField, RecommendationId, RecordId,
    RoleId, Timing, Workstream, WorkstreamId,
};

use super::state::{At, RoadmapState};
use super::{changes, told, typed};
use crate::actions::Shown;
use crate::dialog::focus;
use crate::field::{Adding, Choice, TextField, keyword_options, optional_date, title};
use crate::frame::{Over, Station};
use crate::icon::Icon;
use crate::identity::fresh;
use crate::keys::{self, Command, OnRoadmap, on_escape};
use crate::leading::Leading;
use crate::palette::Asked;
use crate::registers::{role_options, workstream_options};

/// Opens the details of what is chosen and puts the keyboard there.
pub(super) fn enter(roadmap: RoadmapState) {
    roadmap.details.set(true);
    request_animation_frame(|| {
        // A milestone is new without a day; of anything else the first value comes first.
        let field =
            document().query_selector(".roadmap-main .inspector :is(input, select, textarea)").ok().flatten();
        if let Some(field) = field {
            focus(&field);
        }
    });
}

/// Shows a recommendation in its register when that is asked for.
pub(super) fn lead_to_actions(roadmap: RoadmapState) {
    let (leading, station): (Leading, RwSignal<Station>) = (expect_context(), expect_context());
    Effect::new(move |_| {
        let Some(id) = roadmap.leaves_for.get() else { return };
        roadmap.leaves_for.set(None);
        // What leads from the roadmap to a recommendation stays there.
        station.set(Station::Actions);
        leading.go(&[RecordId::Recommendation(id)]);
    });
}

#[component]
pub(super) fn DetailsIfOpen() -> impl IntoView {
    let roadmap: RoadmapState = expect_context();
    let close = move || {
        roadmap.details.set(false);
        roadmap.focus_wanted.notify();
    };
    let shown = Memo::new(move |_| match roadmap.chosen.get() {
        // A dependency is told by what waits.
        Some(At::Link { after, .. }) => Some(At::Item(after)),
        at => at,
    });
    view! {
        <Show when=move || roadmap.details.get()>
            <aside
                class="inspector"
                aria-label="Details"
                on:keydown=on_escape(close)
            >
                <button class="icon-button roadmap-close" aria-label="Close the details" title="Close (Esc)" on:click=move |_| close()>
                    <Icon name="x" />
                </button>
                // Another one has fields of its own, so that nothing typed for one is taken for another.
                {move || match shown.get() {
                    Some(At::Item(id) | At::Link { after: id, .. }) => view! { <Item id /> }.into_any(),
                    Some(At::Milestone(id)) => view! { <Reached id /> }.into_any(),
                    None => view! { <section><p class="quiet">"Choose a bar to see when it is done, and why then."</p></section> }.into_any(),
                }}
            </aside>
        </Show>
    }
}

#[component]
fn Item(id: RecommendationId) -> impl IntoView {
    let roadmap: RoadmapState = expect_context();
    let editor = roadmap.editor;
    let fields = Shown::new(id, |id, field| Edit::SetRecommendation { id, field });
    let calendar = move || roadmap.found.with_untracked(|it| it.calendar.clone());
    let when = move || roadmap.found.with(|found| editor.read(|document| changes::told(document, found, id)));
    let slack = move || roadmap.found.with(|found| told::slack(found, id));
    let start = Signal::derive(move || {
        let start = editor.read(|document| document.get(id).and_then(|it| it.start));
        roadmap.found.with(|found| start.map(|it| typed::shown(it, &found.calendar)).unwrap_or_default())
    });
    let adding = Adding {
        what: "workstream",
        take: Callback::new(move |text: String| {
            let (new, workstream): (WorkstreamId, _) = (fresh(), Workstream::new(title(&text)?));
            let add = Edit::AddWorkstream { id: new, workstream, before: None };
            let set = Edit::SetRecommendation { id, field: RecommendationField::Workstream(Some(new)) };
            editor.commit(Edit::All(vec![add, set]));
            Ok(())
        }),
    };
    view! {
        <header>
            <p class="path">"Recommendation"</p>
            <h3>
                {move || editor.read(|document| document.get(id).map(|it| format!("{} {}", it.code(), it.title)))}
            </h3>
            <p class="roadmap-when">{when}</p>
            {move || slack().map(|it| view! { <p class="quiet">{it}</p> })}
        </header>
        <section class="fields" aria-label="When">
            <Choice
                label="Wave"
                options={keyword_options::<Timing>()}
                optional=true
                none="no wave yet"
                value=fields.part(|it| it.timing.map(|it| it.key().to_owned()))
                choose=fields.chosen_or_none(Timing::from_key, RecommendationField::Timing)
            />
            <TextField
                label="Not before"
                value=start
                commit=Callback::new(move |text: String| {
                    typed::optional_day(&text, &calendar()).map(|it| fields.set(RecommendationField::Start(it)))
                })
            />
            <TextField
                label="Working days"
                value=fields.part(|it| it.duration.map(|it| it.get().to_string()))
                commit=fields.typed(typed::working_days, RecommendationField::Duration)
            />
            <TextField
                label="Due"
                value=fields.part(|it| it.due.map(|it| it.to_string()))
                commit=fields.typed(optional_date, RecommendationField::Due)
            />
            <Choice
                label="Workstream"
                options=workstream_options()
                optional=true
                value=fields.part(|it| it.workstream.map(|it| it.0.to_string()))
                choose=fields.chosen_or_none(|key| key.parse().ok().map(WorkstreamId), RecommendationField::Workstream)
                add=adding
            />
            <Choice
                label="Owner"
                options=role_options()
                optional=true
                none="no owner"
                value=fields.part(|it| it.owner.map(|it| it.0.to_string()))
                choose=fields.chosen_or_none(|key| key.parse().ok().map(RoleId), RecommendationField::Owner)
            />
            <Choice
                label="Progress"
                options={keyword_options::<Progress>()}
                optional=true
                value=fields.part(|it| it.progress.map(|it| it.key().to_owned()))
                choose=fields.chosen_or_none(Progress::from_key, RecommendationField::Progress)
            />
        </section>
        <Waits id />
        <footer>
            <button
                class="button"
                title=keys::tooltip(Command::Roadmap(OnRoadmap::InActions))
                on:click=move |_| roadmap.leaves_for.set(Some(id))
            >
                <Icon name="list-checks" />
                "Show in Actions"
            </button>
        </footer>
    }
}

/// What it waits for and what waits for it; each leads to its bar, and what it waits for can be taken away.
#[component]
fn Waits(id: RecommendationId) -> impl IntoView {
    let roadmap: RoadmapState = expect_context();
    let editor = roadmap.editor;
    let named = move |ids: BTreeSet<RecommendationId>| {
        editor.read(|document| {
            let name = |it: RecommendationId| {
                Some((it, document.get(it)?.code(), document.get(it)?.title.to_string()))
            };
            ids.into_iter().filter_map(name).collect::<Vec<_>>()
        })
    };
    let before = Memo::new(move |_| {
        named(editor.read(|document| document.get(id).map(|it| it.depends_on.clone()).unwrap_or_default()))
    });
    let after = Memo::new(move |_| {
        named(editor.read(|document| {
            let all = document.recommendations().iter().filter(|it| it.1.depends_on.contains(&id));
            all.map(|it| *it.0).collect()
        }))
    });
    let row = move |it: RecommendationId, code: String, title: String| {
        view! {
            <button class="link-to" title="Show it" on:click=move |_| roadmap.go(At::Item(it))>
                <span class="link-kind">{code}</span>
                {title}
            </button>
        }
    };
    view! {
        <section class="fields" aria-label="Waits for">
            <h4>"Waits for"</h4>
            <ul class="links">
                <For each=move || before.get() key=|it| it.clone() let((it, code, title))>
                    <li>
                        {row(it, code.clone(), title)}
                        <button
                            class="icon-button small"
                            aria-label=format!("No longer wait for {code}")
                            title="Take it away"
                            on:click=move |_| {
                                roadmap.commit(changes::wait(it, id, false), id);
                            }
                        >
                            <Icon name="x" />
                        </button>
                    </li>
                </For>
            </ul>
            <div class="chips">
                <button
                    class="chip offer"
                    title=keys::tooltip(Command::Roadmap(OnRoadmap::WaitFor))
                    on:click=move |_| roadmap.panels.toggle(Over::Palette(Asked::WaitFor(id)))
                >
                    <Icon name="plus" />
                    "Wait for…"
                </button>
            </div>
            <Show when=move || !after.with(Vec::is_empty)>
                <h4>"Waits for it"</h4>
                <ul class="links">
                    <For each=move || after.get() key=|it| it.clone() let((it, code, title))>
                        <li>{row(it, code, title)}</li>
                    </For>
                </ul>
            </Show>
        </section>
    }
}

#[component]
fn Reached(id: MilestoneId) -> impl IntoView {
    let roadmap: RoadmapState = expect_context();
    let editor = roadmap.editor;
    let fields = Shown::new(id, |id, field| Edit::SetMilestone { id, field });
    let calendar = move || roadmap.found.with_untracked(|it| it.calendar.clone());
    let day = Signal::derive(move || {
        let day = editor.read(|document| document.get(id).and_then(|it| it.day));
        roadmap.found.with(|found| day.map(|it| typed::shown(it, &found.calendar)).unwrap_or_default())
    });
    view! {
        <header>
            <p class="path">"Milestone"</p>
            <h3>{fields.part(|it| Some(it.title.to_string()))}</h3>
        </header>
        <section class="fields" aria-label="The milestone">
            <TextField
                label="Day"
                value=day
                commit=Callback::new(move |text: String| {
                    typed::optional_day(&text, &calendar()).map(|it| fields.set(MilestoneField::Day(it)))
                })
            />
            <TextField
                label="What is so then"
                lines=3
                value=fields.part(|it| Some(it.title.to_string()))
                commit=fields.typed(title, MilestoneField::Title)
            />
        </section>
        <footer>
            <button
                class="button"
                on:click=move |_| {
                    if editor.commit(Edit::RemoveMilestone { id }) {
                        roadmap.focus_wanted.notify();
                        roadmap.spoken.set("The milestone is gone. Undo brings it back.".to_owned());
                    }
                }
            >
                <Icon name="trash-2" />
                "Delete"
                <kbd>{keys::hint(Command::Roadmap(OnRoadmap::Delete))}</kbd>
            </button>
        </footer>
    }
}
