//! The toolbar of the Decisions station: which journey, what of the decisions is looked at, and adding one.

use std::collections::BTreeSet;

use leptos::prelude::*;
use opmap_model::{DecisionId, StageId, Title};

use super::changes;
use super::place::Place;
use super::sheet::stage_names;
use super::state::DecisionsState;
use crate::field::{Adding, NewName, title};
use crate::icon::Icon;
use crate::identity::fresh;
use crate::keys::{self, Command, OnDecisions};
use crate::toolbar::{Journeys, Pick};

#[component]
pub(super) fn Toolbar() -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let material_only = move || decisions.filter.with(|it| it.material_only);
    view! {
        <div class="toolbar matrix-toolbar" role="toolbar" aria-label="Decisions">
            <h2>"Decisions"</h2>
            <Journeys />
            <button
                class="button"
                class:on=material_only
                aria-pressed=move || material_only().to_string()
                title=keys::tooltip(Command::Decisions(OnDecisions::MaterialOnly))
                on:click=move |_| decisions.filter.update(|it| it.material_only = !it.material_only)
            >
                "Material only"
            </button>
            <Filters />
            <span class="grow"></span>
            <AddDecision />
        </div>
    }
}

#[component]
fn Filters() -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let editor = decisions.editor;
    let stages = Memo::new(move |_| {
        let map = decisions.map_state.map.get();
        let names = editor.read(|document| map.map(|it| stage_names(document, it))).unwrap_or_default();
        names.into_iter().map(|(id, words)| (id.0.to_string(), words)).collect::<Vec<_>>()
    });
    let regions = Memo::new(move |_| {
        editor.read(|document| {
            let regions = document.decisions().values().filter_map(|it| it.region.clone());
            let regions: BTreeSet<String> = regions.map(|it| it.to_string()).collect();
            regions.into_iter().map(|it| (it.clone(), it)).collect::<Vec<_>>()
        })
    });
    // A stage of another map, or a region that is gone, leaves nothing to see.
    Effect::new(move |_| {
        let is_gone = |known: &[(String, String)], key: String| !known.iter().any(|it| it.0 == key);
        let (stages, regions) = (stages.get(), regions.get());
        let (stage, region) = decisions.filter.with_untracked(|it| (it.stage, it.region.clone()));
        if stage.is_some_and(|it| is_gone(&stages, it.0.to_string())) {
            decisions.filter.update(|it| it.stage = None);
        }
        if region.is_some_and(|it| is_gone(&regions, it.to_string())) {
            decisions.filter.update(|it| it.region = None);
        }
    });
    view! {
        <Pick
            label="Stage"
            all="All stages"
            options=Signal::derive(move || stages.get())
            value=Signal::derive(move || decisions.filter.with(|it| it.stage.map(|it| it.0.to_string())))
            choose=Callback::new(move |key: String| {
                decisions.filter.update(|it| it.stage = key.parse().ok().map(StageId));
            })
        />
        <Show when=move || regions.with(|it| !it.is_empty())>
            <Pick
                label="Region"
                all="All regions"
                options=Signal::derive(move || regions.get())
                value=Signal::derive(move || decisions.filter.with(|it| it.region.as_ref().map(ToString::to_string)))
                choose=Callback::new(move |key: String| {
                    decisions.filter.update(|it| it.region = Title::new(&key).ok());
                })
            />
        </Show>
    }
}

/// The way to add a decision, or the field in which one is worded.
#[component]
fn AddDecision() -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let close = Callback::new(move |stays: bool| {
        decisions.naming.set(false);
        if stays {
            decisions.focus_wanted.notify();
        }
    });
    let take = Callback::new(move |text: String| {
        let (id, title): (DecisionId, _) = (fresh(), title(&text)?);
        let beside = decisions.place.with_untracked(|it| it.decision);
        let filter = decisions.filter.get_untracked();
        let edit = decisions.editor.peek(|document| changes::added(document, id, title, beside, &filter));
        if decisions.editor.commit(edit) {
            decisions.go(Place { decision: Some(id), ..Place::default() });
        }
        Ok(())
    });
    let command = Command::Decisions(OnDecisions::Add);
    move || {
        if decisions.naming.get() {
            let adding = Adding { what: "Decision", take };
            view! { <div class="field bare decision-name"><NewName adding close /></div> }.into_any()
        } else {
            view! {
                <button class="button" title=keys::tooltip(command) on:click=move |_| decisions.naming.set(true)>
                    <Icon name="plus" />
                    "Decision"
                    <kbd>{keys::hint(command)}</kbd>
                </button>
            }
            .into_any()
        }
    }
}
