//! One step, or several: checks, who, time and quality, handoffs, evidence, notes, always in that order.

mod cards;
mod chosen;
mod connections;
mod evidence;
mod quality;
mod what;
mod who;

use std::collections::BTreeSet;

use leptos::prelude::*;
use opmap_model::{Document, Edit, Keyword, Performer, RecordId, StepId};

use super::FindingsHere;
use crate::editor::editor;
use crate::icon::Icon;
use crate::keys::{self, Command};
use crate::map::Geometry;
use crate::map::state::MapState;
use chosen::Chosen;
use connections::Connections;
use evidence::{Evidence, Notes};
use quality::{Customer, TimeAndQuality};
use what::What;
use who::Who;

#[component]
pub(super) fn StepDetails(id: StepId) -> impl IntoView {
    let map_state: MapState = expect_context();
    let steps = Chosen::new(vec![id]);
    view! {
        <Head id />
        <FindingsHere record=RecordId::Step(id) />
        <What steps />
        <Who steps />
        <TimeAndQuality steps />
        <Customer steps />
        <Connections id />
        <Evidence steps />
        <Notes steps />
        <footer>
            <button
                class="button"
                on:click=move |_| {
                    map_state.connecting.set(Some(id));
                    map_state.focus_wanted.notify();
                }
            >
                <Icon name="arrow-right" />
                "Connect to …"
                <kbd>{keys::hint(Command::Connect)}</kbd>
            </button>
            <DeleteButton steps />
        </footer>
    }
}

/// What several steps have in common; *mixed* elsewhere. What is set is set on all of them, as one edit.
#[component]
pub(super) fn SeveralSteps(ids: BTreeSet<StepId>) -> impl IntoView {
    let count = ids.len();
    let steps = Chosen::new(ids.into_iter().collect());
    view! {
        <header>
            <p class="path">"Selection"</p>
            <h3>{format!("{count} steps")}</h3>
            <p class="quiet">"What you set here is set on all of them."</p>
        </header>
        <What steps />
        <Who steps />
        <TimeAndQuality steps />
        <Customer steps />
        <Evidence steps />
        <footer>
            <DeleteButton steps />
        </footer>
    }
}

#[component]
fn DeleteButton(steps: Chosen) -> impl IntoView {
    view! {
        <button
            class="button"
            on:click=move |_| {
                steps.editor.commit(Edit::RemoveSteps { ids: steps.ids() });
            }
        >
            <Icon name="trash-2" />
            "Delete"
            <kbd>{keys::hint(Command::Delete)}</kbd>
        </button>
    }
}

/// Where it stands, what it is called, and what marks it out.
#[component]
fn Head(id: StepId) -> impl IntoView {
    let (editor, geometry) = (editor(), expect_context::<Geometry>());
    let path = move || {
        editor.read(|document| {
            let step = document.get(id)?;
            let (stage, lane) = (&document.get(step.stage)?.title, &document.get(step.lane)?.title);
            // It follows the document, as all beside the map does, and not the layout, which is made a frame before.
            geometry.with_untracked(|layout| {
                let layout = layout.as_deref()?;
                let band = layout.stages.iter().find(|it| it.id == step.stage)?;
                Some(format!("{} {stage} › {lane} · step {}", band.number, layout.step_number(id)?))
            })
        })
    };
    let title = move || editor.read(|document| document.get(id).map(|it| it.title.to_string()));
    let marks = Memo::new(move |_| editor.read(|document| marks(document, id)));
    view! {
        <header>
            <p class="path">{path}</p>
            <h3>{title}</h3>
            <ul class="tags" aria-label="Marks">
                <For each=move || marks.get() key=|it| *it let((icon, words))>
                    <li class="tag">
                        <Icon name=icon />
                        {words}
                    </li>
                </For>
            </ul>
        </header>
    }
}

/// What marks a step out, each with its icon.
fn marks(document: &Document, id: StepId) -> Vec<(&'static str, &'static str)> {
    let Some(step) = document.get(id) else { return Vec::new() };
    let performer = document.performer(step).map(|it| {
        let icon = match it {
            Performer::Person => "user",
            Performer::System => "cpu",
            Performer::Partner => "handshake",
        };
        (icon, it.label())
    });
    let value = step.value.map(|it| ("scale", it.label()));
    let moment = step.moment_of_truth.then_some(("flag", "Moment of truth"));
    let fail = step.fail_point.then_some(("x", "Fail point"));
    let control = step.control.then_some(("check", "Control"));
    performer.into_iter().chain(value).chain(moment).chain(fail).chain(control).collect()
}
