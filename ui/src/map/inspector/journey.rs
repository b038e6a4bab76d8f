//! The journey itself, shown while nothing is selected.

use leptos::prelude::*;
use opmap_model::{Edit, Journey, JourneyField, JourneyId, Keyword, MapKey, RecordId, RoleId};

use super::{FindingsHere, role_options};
use crate::dialog::Dialog;
use crate::editor::editor;
use crate::field::{Choice, TextField, title};
use crate::icon::Icon;
use crate::map::state::MapState;

#[component]
pub(super) fn JourneyDetails() -> impl IntoView {
    let map_state: MapState = expect_context();
    let journey = Memo::new(move |_| map_state.map.get().map(|it| it.journey));
    move || journey.get().map(|id| view! { <Details id /> })
}

#[component]
fn Details(id: JourneyId) -> impl IntoView {
    let (editor, map_state) = (editor(), expect_context::<MapState>());
    let asking = RwSignal::new(false);
    let part = move |look: fn(&Journey) -> Option<String>| {
        Signal::derive(move || editor.read(|document| document.get(id).and_then(look).unwrap_or_default()))
    };
    let set = move |field: JourneyField| {
        editor.commit(Edit::SetJourney { id, field });
    };
    let state = move || map_state.map.get().map(|it| it.state);
    let clear = move |_| {
        if let Some(state) = state() {
            editor.commit(Edit::ClearState { map: MapKey { journey: id, state } });
        }
    };
    view! {
        <header>
            <p class="path">"Journey"</p>
            <h3>{part(|it| Some(it.title.to_string()))}</h3>
            <p class="quiet">"Select a step to see who does it and where it leads."</p>
        </header>
        <FindingsHere record=RecordId::Journey(id) />
        <section class="fields" aria-label="The journey">
            <TextField
                label="Title"
                value=part(|it| Some(it.title.to_string()))
                commit=Callback::new(move |text: String| title(&text).map(|it| set(JourneyField::Title(it))))
            />
            <Choice
                label="Owner"
                options=role_options()
                optional=true
                value=part(|it| it.owner.map(|it| it.0.to_string()))
                choose=Callback::new(move |key: String| set(JourneyField::Owner(key.parse().ok().map(RoleId))))
            />
        </section>
        <footer>
            <button class="button" on:click=clear>
                {move || format!("Clear {}", state().map(|it| it.label().to_lowercase()).unwrap_or_default())}
            </button>
            <button class="button" on:click=move |_| asking.set(true)>
                <Icon name="trash-2" />
                "Delete the journey"
            </button>
        </footer>
        <Show when=move || asking.get()>
            <Dialog title="Delete this journey with its three maps?".to_owned() cancel=Callback::new(move |()| asking.set(false))>
                <p>"Everything on its maps goes with it. Undo brings it back."</p>
                <footer>
                    <button class="button" data-safe="" on:click=move |_| asking.set(false)>"Keep it"</button>
                    <button
                        class="button primary"
                        on:click=move |_| {
                            asking.set(false);
                            editor.commit(Edit::RemoveJourney { id });
                        }
                    >
                        "Delete the journey"
                    </button>
                </footer>
            </Dialog>
        </Show>
    }
}
