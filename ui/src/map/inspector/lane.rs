//! One lane.

use leptos::prelude::*;
use opmap_model::{Edit, Keyword, Lane, LaneField, LaneId, LaneKind, RecordId, RoleId, Sourcing};

use super::{FindingsHere, role_options};
use crate::charter::FUNCTIONS;
use crate::editor::editor;
use crate::field::{Choice, TextField, keyword_options, optional_title, title};
use crate::icon::Icon;
use crate::map::state::{Band, MapState};

#[component]
pub(super) fn LaneDetails(id: LaneId) -> impl IntoView {
    let (editor, map_state) = (editor(), expect_context::<MapState>());
    let part = move |look: fn(&Lane) -> Option<String>| {
        Signal::derive(move || editor.read(|document| document.get(id).and_then(look).unwrap_or_default()))
    };
    let set = move |field: LaneField| {
        editor.commit(Edit::SetLane { id, field });
    };
    view! {
        <header>
            <p class="path">"Lane"</p>
            <h3>{part(|it| Some(it.title.to_string()))}</h3>
        </header>
        <FindingsHere record=RecordId::Lane(id) />
        <section class="fields" aria-label="The lane">
            <TextField
                label="Title"
                value=part(|it| Some(it.title.to_string()))
                commit=Callback::new(move |text: String| title(&text).map(|it| set(LaneField::Title(it))))
            />
            <Choice
                label="Kind"
                options={keyword_options::<LaneKind>()}
                value=part(|it| Some(it.kind.key().to_owned()))
                choose=Callback::new(move |key: String| {
                    if let Some(kind) = LaneKind::from_key(&key) {
                        set(LaneField::Kind(kind));
                    }
                })
            />
            <TextField
                label="Function"
                offers=FUNCTIONS.map(str::to_owned).to_vec()
                value=part(|it| it.function.as_ref().map(ToString::to_string))
                commit=Callback::new(move |text: String| optional_title(&text).map(|it| set(LaneField::Function(it))))
            />
            <Choice
                label="Role"
                options=role_options()
                optional=true
                value=part(|it| it.role.map(|it| it.0.to_string()))
                choose=Callback::new(move |key: String| set(LaneField::Role(key.parse().ok().map(RoleId))))
            />
            <Choice
                label="Sourcing"
                options={keyword_options::<Sourcing>()}
                optional=true
                value=part(|it| it.sourcing.map(|it| it.key().to_owned()))
                choose=Callback::new(move |key: String| set(LaneField::Sourcing(Sourcing::from_key(&key))))
            />
        </section>
        <footer>
            <button class="button" on:click=move |_| map_state.deleting.set(Some(Band::Lane(id)))>
                <Icon name="trash-2" />
                "Delete the lane"
            </button>
        </footer>
    }
}
