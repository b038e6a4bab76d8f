//! The personas: sorts of customer, told as people.

use std::collections::BTreeSet;

use leptos::prelude::*;
use opmap_model::{CustomerRelation, Document, Edit, Keyword, Persona, PersonaField, PersonaId};

use super::register::{Register, counted};
use crate::editor::editor;
use crate::field::{Choice, TextField, keyword_options, optional_text, optional_title};

pub(super) static PERSONAS: Register<PersonaId> = Register {
    title: "Personas",
    one: "Persona",
    empty: "Name the sorts of customer that journeys are told about.",
    columns: &[
        ("Segment", |document, id| document.get(id)?.segment.as_ref().map(ToString::to_string)),
        ("Relation", |document, id| document.get(id)?.relation.map(|it| it.label().to_owned())),
        ("First need", |document, id| {
            document.get(id)?.needs.as_ref()?.as_str().lines().next().map(str::to_owned)
        }),
    ],
    marks: |_, _| Vec::new(),
    ids: |document| document.personas_in_order().into_iter().map(|(id, _)| id).collect(),
    title_of: |document, id| Some(document.get(id)?.title.to_string()),
    add: |id, title| Edit::AddPersona { id, persona: Persona::new(title), before: None },
    rename: |id, title| Edit::SetPersona { id, field: PersonaField::Title(title) },
    reorder: |id, before| Edit::MovePersona { id, before },
    remove: |id| Edit::RemovePersona { id },
    uses: uses_of,
    details: |id| view! { <PersonaDetails id /> }.into_any(),
};

#[component]
fn PersonaDetails(id: PersonaId) -> impl IntoView {
    let editor = editor();
    let part = move |look: fn(&Persona) -> Option<String>| {
        Signal::derive(move || editor.read(|document| document.get(id).and_then(look).unwrap_or_default()))
    };
    let set = move |field: PersonaField| {
        editor.commit(Edit::SetPersona { id, field });
    };
    let segments = editor.peek(|document| {
        let segments = document.personas().values().filter_map(|it| it.segment.as_ref());
        segments.map(ToString::to_string).collect::<BTreeSet<_>>()
    });
    view! {
        <TextField
            label="Segment"
            offers={segments.into_iter().collect::<Vec<_>>()}
            value=part(|it| it.segment.as_ref().map(ToString::to_string))
            commit=Callback::new(move |text: String| optional_title(&text).map(|it| set(PersonaField::Segment(it))))
        />
        <Choice
            label="Relation"
            options={keyword_options::<CustomerRelation>()}
            optional=true
            value=part(|it| it.relation.map(|it| it.key().to_owned()))
            choose=Callback::new(move |key: String| set(PersonaField::Relation(CustomerRelation::from_key(&key))))
        />
        <TextField
            label="Needs, one a line, the most important first"
            lines=4
            value=part(|it| it.needs.as_ref().map(ToString::to_string))
            commit=Callback::new(move |text: String| optional_text(&text).map(|it| set(PersonaField::Needs(it))))
        />
        <TextField
            label="Note"
            lines=3
            value=part(|it| it.note.as_ref().map(ToString::to_string))
            commit=Callback::new(move |text: String| optional_text(&text).map(|it| set(PersonaField::Note(it))))
        />
    }
}

fn uses_of(document: &Document, id: PersonaId) -> Vec<String> {
    let journeys = document.journeys().values().filter(|it| it.persona == Some(id));
    let steps = document.steps().values().filter(|it| it.personas.contains(&id)).count();
    journeys
        .map(|it| format!("The journey “{}” is told about it", it.title))
        .chain(counted(steps, "One step is for it", "steps are for it"))
        .collect()
}
