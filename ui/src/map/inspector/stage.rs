//! One stage.

use leptos::prelude::*;
use opmap_model::{Edit, Keyword, Phase, RecordId, StageField, StageId};

use crate::editor::editor;
use crate::evidence::EvidenceSection;
use crate::field::{Choice, TextField, keyword_options, optional_title, title};
use crate::icon::Icon;
use crate::map::Geometry;
use crate::map::state::{Band, MapState};

#[component]
pub(super) fn StageDetails(id: StageId) -> impl IntoView {
    let (editor, map_state) = (editor(), expect_context::<MapState>());
    let name = Signal::derive(move || {
        editor.read(|document| document.get(id).map(|it| it.title.to_string()).unwrap_or_default())
    });
    let phase = Signal::derive(move || {
        let phase = editor.read(|document| document.get(id).and_then(|it| it.phase));
        phase.map(|it| it.key().to_owned()).unwrap_or_default()
    });
    let question = Signal::derive(move || {
        editor.read(|it| it.question_about(id).map(ToString::to_string)).unwrap_or_default()
    });
    let geometry: Geometry = expect_context();
    let steps = move || {
        editor.track();
        let found = geometry
            .with_untracked(|it| it.as_ref()?.stages.iter().find(|it| it.id == id).map(|it| it.steps));
        found.unwrap_or_default()
    };
    view! {
        <header>
            <p class="path">"Stage"</p>
            <h3>{name}</h3>
            <p class="quiet">{move || if steps() == 1 { "1 step".to_owned() } else { format!("{} steps", steps()) }}</p>
        </header>
        <section class="fields" aria-label="The stage">
            <TextField
                label="Title"
                value=name
                commit=Callback::new(move |text: String| {
                    title(&text).map(|it| {
                        editor.commit(Edit::SetStage { id, field: StageField::Title(it) });
                    })
                })
            />
            <Choice
                label="Phase"
                options={keyword_options::<Phase>()}
                optional=true
                value=phase
                choose=Callback::new(move |key: String| {
                    editor.commit(Edit::SetStage { id, field: StageField::Phase(Phase::from_key(&key)) });
                })
            />
            <TextField
                label="Question for the room"
                lines=2
                value=question
                commit=Callback::new(move |text: String| {
                    optional_title(&text).map(|it| {
                        editor.commit(Edit::SetStage { id, field: StageField::Question(it) });
                    })
                })
            />
        </section>
        <EvidenceSection record=RecordId::Stage(id) />
        <footer>
            <button class="button" on:click=move |_| map_state.deleting.set(Some(Band::Stage(id)))>
                <Icon name="trash-2" />
                "Delete the stage"
            </button>
        </footer>
    }
}
