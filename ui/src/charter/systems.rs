//! The register of systems.

use leptos::prelude::*;
use opmap_model::{Document, Edit, ItSystem, ItSystemField, ItSystemId};

use super::register::{Register, counted};
use crate::editor::editor;
use crate::field::{TextField, optional_text};

pub(super) static SYSTEMS: Register<ItSystemId> = Register {
    title: "Systems",
    one: "System",
    empty: "Name the software and equipment that the work is done with.",
    columns: &[
        ("Steps", |document, id| Some(steps_with(document, id).to_string())),
        ("Note", |document, id| document.get(id)?.note.as_ref().map(ToString::to_string)),
    ],
    marks: |_, _| Vec::new(),
    ids: |document| document.it_systems_in_order().into_iter().map(|(id, _)| id).collect(),
    title_of: |document, id| Some(document.get(id)?.title.to_string()),
    add: |id, title| Edit::AddItSystem { id, it_system: ItSystem::new(title), before: None },
    rename: |id, title| Edit::SetItSystem { id, field: ItSystemField::Title(title) },
    reorder: |id, before| Edit::MoveItSystem { id, before },
    remove: |id| Edit::RemoveItSystem { id },
    uses: |document, id| {
        let steps = steps_with(document, id);
        counted(steps, "One step is done with it", "steps are done with it").into_iter().collect()
    },
    details: |id| view! { <SystemDetails id /> }.into_any(),
};

#[component]
fn SystemDetails(id: ItSystemId) -> impl IntoView {
    let editor = editor();
    let note = Signal::derive(move || {
        let note =
            editor.read(|document| document.get(id).and_then(|it| it.note.as_ref().map(ToString::to_string)));
        note.unwrap_or_default()
    });
    view! {
        <TextField
            label="Note"
            lines=3
            value=note
            commit=Callback::new(move |text: String| {
                optional_text(&text).map(|it| {
                    editor.commit(Edit::SetItSystem { id, field: ItSystemField::Note(it) });
                })
            })
        />
    }
}

/// How many steps of all maps are done with it.
fn steps_with(document: &Document, id: ItSystemId) -> usize {
    document.steps().values().filter(|it| it.systems.contains(&id)).count()
}
