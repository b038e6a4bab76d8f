//! The journey itself, shown while nothing is selected.

use leptos::prelude::*;
use opmap_model::{Edit, Journey, JourneyField, JourneyId, PersonaId, RecordId, RoleId};

use super::FindingsHere;
use super::measures::Measures;
use crate::editor::editor;
use crate::field::{Adding, Choice, TextField, title};
use crate::icon::Icon;
use crate::map::journeys::{add_option, ask_to_delete_journey, clear_state, make_wanted, option_to_add};
use crate::map::state::MapState;
use crate::map::states::state_words_within;
use crate::registers::{persona_called, persona_options, role_options};

#[component]
pub(super) fn JourneyDetails() -> impl IntoView {
    let map_state: MapState = expect_context();
    let journey = Memo::new(move |_| map_state.map.get().map(|it| it.journey));
    move || journey.get().map(|id| view! { <Details id /> })
}

#[component]
fn Details(id: JourneyId) -> impl IntoView {
    let (editor, map_state) = (editor(), expect_context::<MapState>());
    let part = move |look: fn(&Journey) -> Option<String>| {
        Signal::derive(move || editor.read(|document| document.get(id).and_then(look).unwrap_or_default()))
    };
    let set = move |field: JourneyField| {
        editor.commit(Edit::SetJourney { id, field });
    };
    let state = move || map_state.map.get().map(|it| it.state);
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
            <Choice
                label="Persona"
                options=persona_options()
                optional=true
                value=part(|it| it.persona.map(|it| it.0.to_string()))
                choose=Callback::new(move |key: String| set(JourneyField::Persona(key.parse().ok().map(PersonaId))))
                add=Adding {
                    what: "persona",
                    take: Callback::new(move |text: String| {
                        let (persona, added) = persona_called(editor, title(&text)?);
                        let set = Edit::SetJourney { id, field: JourneyField::Persona(Some(persona)) };
                        editor.commit(Edit::All(added.into_iter().chain([set]).collect()));
                        Ok(())
                    }),
                }
            />
        </section>
        <Measures />
        <Options id />
        <footer>
            <button class="button" on:click=move |_| clear_state(editor, map_state)>
                {move || format!("Clear {}", state().map(state_words_within).unwrap_or_default())}
            </button>
            <button class="button" on:click=move |_| ask_to_delete_journey(map_state)>
                <Icon name="trash-2" />
                "Delete the journey"
            </button>
        </footer>
    }
}

/// Further options of what is wanted: adding one, and choosing the one that is shown.
#[component]
fn Options(id: JourneyId) -> impl IntoView {
    let (editor, map_state) = (editor(), expect_context::<MapState>());
    let free = Memo::new(move |_| editor.read(|document| option_to_add(document, id)));
    let shown = Memo::new(move |_| map_state.map.get().map(|it| it.state).filter(|it| it.is_option()));
    view! {
        <Show when=move || free.get().is_some() || shown.get().is_some()>
            <section class="fields" aria-label="Options of what is wanted">
                <h4>"Options of what is wanted"</h4>
                {move || shown.get().map(|option| view! {
                    <button class="button" on:click=move |_| make_wanted(editor, map_state)>
                        <Icon name="check" />
                        "Make this the wanted one"
                    </button>
                    <p class="quiet">
                        {format!("What was to be until now is {} then.", state_words_within(option))}
                    </p>
                })}
                {move || free.get().map(|option| view! {
                    <button class="button" on:click=move |_| add_option(editor, map_state)>
                        <Icon name="plus" />
                        {format!("Add {} as a copy of to be", state_words_within(option))}
                    </button>
                })}
            </section>
        </Show>
    }
}
