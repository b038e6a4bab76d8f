//! What the room is asked about each stage while the map is presented.

use leptos::prelude::*;
use opmap_model::{Edit, JourneyId, Keyword, MapKey, StageField, StageId, State};

use crate::editor::editor;
use crate::field::{TextField, optional_title};

#[component]
pub(super) fn Questions() -> impl IntoView {
    let editor = editor();
    let journeys = Memo::new(move |_| {
        editor.read(|document| {
            document.journeys_in_order().into_iter().map(|(id, _)| id).collect::<Vec<JourneyId>>()
        })
    });
    view! {
        <section class="card questions" aria-label="Questions for the room">
            <h3>"Questions for the room"</h3>
            <p class="quiet">"Each stands above its stage while the map is presented (F5), in every state of the journey."</p>
            <For each=move || journeys.get() key=|it| *it let(journey)>
                <OfJourney journey />
            </For>
        </section>
    }
}

/// The stages of a journey as it is lived, or in the first state that has some.
#[component]
fn OfJourney(journey: JourneyId) -> impl IntoView {
    let editor = editor();
    let name = move || editor.read(|it| it.get(journey).map(|it| it.title.to_string()));
    let stages = Memo::new(move |_| {
        editor.read(|document| {
            let of_state = |state| {
                let stages = document.stages_of_map(MapKey { journey, state });
                stages.into_iter().map(|(id, _)| id).collect::<Vec<StageId>>()
            };
            let states = [State::AsLived].into_iter().chain(State::ALL.iter().copied());
            states.map(of_state).find(|it| !it.is_empty()).unwrap_or_default()
        })
    });
    view! {
        <h4>{name}</h4>
        <For each=move || stages.get() key=|it| *it let(stage)>
            <Question stage />
        </For>
    }
}

#[component]
fn Question(stage: StageId) -> impl IntoView {
    let editor = editor();
    // A stage that gets another name gets another field.
    let name = Memo::new(move |_| editor.read(|it| it.get(stage).map(|it| it.title.to_string())));
    let value = Signal::derive(move || {
        editor.read(|it| it.question_about(stage).map(ToString::to_string)).unwrap_or_default()
    });
    let commit = move |text: String| {
        optional_title(&text).map(|it| {
            editor.commit(Edit::SetStage { id: stage, field: StageField::Question(it) });
        })
    };
    move || name.get().map(|name| view! { <TextField label=name value commit=Callback::new(commit) /> })
}
