//! The journey itself, shown while nothing is selected.

use leptos::prelude::*;
use opmap_model::{Edit, Journey, JourneyField, JourneyId, MapKey, PersonaId, RecordId, RoleId, State};

use super::FindingsHere;
use super::measures::Measures;
use crate::commands::show_state;
use crate::dialog::Dialog;
use crate::editor::editor;
use crate::field::{Adding, Choice, TextField, title};
use crate::icon::Icon;
use crate::map::state::MapState;
use crate::map::states::{copy_state, free_option, state_words_within};
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
            <button class="button" on:click=clear>
                {move || format!("Clear {}", state().map(state_words_within).unwrap_or_default())}
            </button>
            <button class="button" on:click=move |_| asking.set(true)>
                <Icon name="trash-2" />
                "Delete the journey"
            </button>
        </footer>
        <Show when=move || asking.get()>
            <Dialog title="Delete this journey with its maps?".to_owned() cancel=Callback::new(move |()| asking.set(false))>
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

/// Further options of what is wanted: adding one, and choosing the one that is shown.
#[component]
fn Options(id: JourneyId) -> impl IntoView {
    let (editor, map_state) = (editor(), expect_context::<MapState>());
    // What an option can be copied from: what is wanted so far.
    let wanted = Memo::new(move |_| {
        editor.read(|document| !document.map_is_empty(MapKey { journey: id, state: State::ToBe }))
    });
    let free = Memo::new(move |_| editor.read(|document| free_option(document, id)).filter(|_| wanted.get()));
    let shown = Memo::new(move |_| map_state.map.get().map(|it| it.state).filter(|it| it.is_option()));
    let add = move |option: State| {
        if copy_state(editor, id, State::ToBe, option) {
            show_state(map_state, option);
            map_state.fit_wanted.notify();
        }
    };
    let choose = move |option: State| {
        let exchange = Edit::ExchangeStates { journey: id, one: option, other: State::ToBe };
        if editor.commit(exchange) {
            show_state(map_state, State::ToBe);
        }
    };
    view! {
        <Show when=move || free.get().is_some() || shown.get().is_some()>
            <section class="fields" aria-label="Options of what is wanted">
                <h4>"Options of what is wanted"</h4>
                {move || shown.get().map(|option| view! {
                    <button class="button" on:click=move |_| choose(option)>
                        <Icon name="check" />
                        "Make this the wanted one"
                    </button>
                    <p class="quiet">
                        {format!("What was to be until now is {} then.", state_words_within(option))}
                    </p>
                })}
                {move || free.get().map(|option| view! {
                    <button class="button" on:click=move |_| add(option)>
                        <Icon name="plus" />
                        {format!("Add {} as a copy of to be", state_words_within(option))}
                    </button>
                })}
            </section>
        </Show>
    }
}
