//! Asks where the steps of a stage or lane go before it is deleted (B9), and before a journey is.

use leptos::prelude::*;
use opmap_model::{Document, Edit, LaneId, StageId};

use crate::dialog::Dialog;
use crate::editor::editor;
use crate::field::Choice;
use crate::map::state::{Band, MapState};

#[component]
pub(in crate::map) fn DeleteDialog() -> impl IntoView {
    let map_state: MapState = expect_context();
    move || map_state.deleting.get().map(|band| view! { <Question band /> })
}

/// Asks before the journey that is shown goes with all of its maps.
#[component]
pub(in crate::map) fn DeleteJourneyDialog() -> impl IntoView {
    let (editor, map_state) = (editor(), expect_context::<MapState>());
    let asked = map_state.deleting_journey;
    let close = move || {
        asked.set(None);
        map_state.focus_wanted.notify();
    };
    let delete = move |id| {
        close();
        editor.commit(Edit::RemoveJourney { id });
    };
    move || {
        let id = asked.get()?;
        Some(view! {
            <Dialog title="Delete this journey with its maps?".to_owned() cancel=Callback::new(move |()| close())>
                <p>"Everything on its maps goes with it. Undo brings it back."</p>
                <div class="dialog-foot">
                    <button class="button" data-safe="" on:click=move |_| close()>"Keep it"</button>
                    <button class="button primary" on:click=move |_| delete(id)>"Delete the journey"</button>
                </div>
            </Dialog>
        })
    }
}

#[component]
fn Question(band: Band) -> impl IntoView {
    let (editor, map_state) = (editor(), expect_context::<MapState>());
    let (name, steps, others) = editor.peek(|document| about(document, band));
    // The nearest neighbour is offered first, so that nothing is lost without a choice.
    let target = RwSignal::new(others.first().map(|(key, _)| key.clone()).unwrap_or_default());
    let close = move || {
        map_state.deleting.set(None);
        map_state.focus_wanted.notify();
    };
    let delete = move |steps_to: Option<String>| {
        let to = steps_to.and_then(|key| key.parse().ok());
        editor.commit(match band {
            Band::Stage(id) => Edit::RemoveStage { id, steps_to: to.map(StageId) },
            Band::Lane(id) => Edit::RemoveLane { id, steps_to: to.map(LaneId) },
        });
        close();
    };
    let (word, can_keep) = (word(band), steps > 0 && !others.is_empty());
    view! {
        <Dialog title=format!("Delete the {word} “{name}”?") cancel=Callback::new(move |()| close())>
            <p>
                {match steps {
                    0 => "It has no steps. Undo brings it back.".to_owned(),
                    1 => "It has one step. Undo brings everything back.".to_owned(),
                    many => format!("It has {many} steps. Undo brings everything back."),
                }}
            </p>
            {can_keep.then(|| view! {
                <Choice
                    label="Steps go to"
                    options=others
                    value=target
                    choose=Callback::new(move |key: String| target.set(key))
                />
            })}
            <div class="dialog-foot">
                <button class="button" data-safe="" on:click=move |_| close()>"Keep it"</button>
                {(steps > 0).then(|| view! {
                    <button class="button" on:click=move |_| delete(None)>"Delete with its steps"</button>
                })}
                {can_keep.then(|| view! {
                    <button class="button primary" on:click=move |_| delete(Some(target.get_untracked()))>
                        "Move the steps and delete"
                    </button>
                })}
                {(steps == 0).then(|| view! {
                    <button class="button primary" on:click=move |_| delete(None)>{format!("Delete the {word}")}</button>
                })}
            </div>
        </Dialog>
    }
}

fn word(band: Band) -> &'static str {
    match band {
        Band::Stage(_) => "stage",
        Band::Lane(_) => "lane",
    }
}

/// The name of the band, how many steps it has, and the others of its map, the one before it first.
fn about(document: &Document, band: Band) -> (String, usize, Vec<(String, String)>) {
    match band {
        Band::Stage(id) => {
            let steps = document.steps().values().filter(|it| it.stage == id).count();
            let stage = document.get(id);
            let all = stage.map(|it| document.stages_of_map(it.map())).unwrap_or_default();
            let all: Vec<_> = all.into_iter().map(|(id, it)| (id.0, it.title.to_string())).collect();
            (stage.map(|it| it.title.to_string()).unwrap_or_default(), steps, others(&all, id.0))
        }
        Band::Lane(id) => {
            let steps = document.steps().values().filter(|it| it.lane == id).count();
            let lane = document.get(id);
            let all = lane.map(|it| document.lanes_of_map(it.map())).unwrap_or_default();
            let all: Vec<_> = all.into_iter().map(|(id, it)| (id.0, it.title.to_string())).collect();
            (lane.map(|it| it.title.to_string()).unwrap_or_default(), steps, others(&all, id.0))
        }
    }
}

fn others(all: &[(uuid::Uuid, String)], own: uuid::Uuid) -> Vec<(String, String)> {
    let index = all.iter().position(|(id, _)| *id == own).unwrap_or(0);
    let neighbour = index.checked_sub(1).and_then(|it| all.get(it));
    let rest = all.iter().filter(|it| it.0 != own && Some(*it) != neighbour);
    neighbour.into_iter().chain(rest).map(|(id, name)| (id.to_string(), name.clone())).collect()
}
