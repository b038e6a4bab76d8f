//! Everything about one role, each value edited in place, and all that it holds.

use leptos::prelude::*;
use opmap_model::{Edit, Keyword, Level, RecordId, Role, RoleField, RoleId, Sourcing};

use super::held::held_lines;
use super::merging::Merge;
use crate::editor::editor;
use crate::evidence::EvidenceSection;
use crate::field::{Choice, TextField, keyword_options, optional_title};
use crate::frame::{Looked, Writing};
use crate::icon::Icon;
use crate::leading::Leading;
use crate::registers::{functions_offered, role_options};

/// All about a role but its name.
#[component]
pub(crate) fn RoleDetails(
    id: RoleId,
    /// Takes the role that is left when this one has been made one with another.
    merged: Callback<RoleId>,
) -> impl IntoView {
    let editor = editor();
    let part = move |look: fn(&Role) -> Option<String>| {
        Signal::derive(move || editor.read(|document| document.get(id).and_then(look).unwrap_or_default()))
    };
    let set = move |field: RoleField| {
        editor.commit(Edit::SetRole { id, field });
    };
    let all = role_options();
    let leads = Signal::derive(move || {
        let mut others = all.get();
        others.retain(|(other, _)| *other != id.0.to_string());
        others
    });
    let levels: Vec<(String, String)> = (1..=9_u8).map(|it| (it.to_string(), it.to_string())).collect();
    view! {
        <TextField
            label="Function"
            offers=editor.peek(functions_offered)
            value=part(|it| it.function.as_ref().map(ToString::to_string))
            commit=Callback::new(move |text: String| optional_title(&text).map(|it| set(RoleField::Function(it))))
        />
        <Choice
            label="Level (1 is the front line)"
            options=levels
            optional=true
            value=part(|it| it.level.map(|it| it.get().to_string()))
            choose=Callback::new(move |key: String| set(RoleField::Level(key.parse().ok().and_then(Level::new))))
        />
        <Choice
            label="Reports to"
            options=leads
            optional=true
            value=part(|it| it.reports_to.map(|it| it.0.to_string()))
            choose=Callback::new(move |key: String| set(RoleField::ReportsTo(key.parse().ok().map(RoleId))))
        />
        <Choice
            label="Sourcing"
            options={keyword_options::<Sourcing>()}
            optional=true
            value=part(|it| it.sourcing.map(|it| it.key().to_owned()))
            choose=Callback::new(move |key: String| set(RoleField::Sourcing(Sourcing::from_key(&key))))
        />
        <TextField
            label="Held today by"
            value=part(|it| it.person.as_ref().map(ToString::to_string))
            commit=Callback::new(move |text: String| optional_title(&text).map(|it| set(RoleField::Person(it))))
        />
        <Tick id words="Meets customers (front line)" is_set=|it| it.frontline field=RoleField::Frontline />
        <Tick id words="Is a committee, not one position" is_set=|it| it.committee field=RoleField::Committee />
        <Holds id />
        <EvidenceSection record=RecordId::Role(id) />
        <Merge id merged />
    }
}

/// Whether something holds for the role.
#[component]
fn Tick(
    id: RoleId,
    words: &'static str,
    is_set: fn(&Role) -> bool,
    field: fn(bool) -> RoleField,
) -> impl IntoView {
    let editor = editor();
    view! {
        <label class="tick">
            <input
                type="checkbox"
                prop:checked=move || editor.read(|document| document.get(id).is_some_and(is_set))
                on:change=move |event| {
                    editor.commit(Edit::SetRole { id, field: field(event_target_checked(&event)) });
                }
            />
            {words}
        </label>
    }
}

/// What the role holds, and where that is on the map.
#[component]
fn Holds(id: RoleId) -> impl IntoView {
    let (editor, looked, leading) = (editor(), expect_context::<Looked>(), expect_context::<Leading>());
    let writing: Writing = expect_context();
    // Looked at once a change is painted: it takes a look at the whole document.
    let lines = Memo::new(move |_| {
        looked.track();
        editor.peek(|document| held_lines(document, id))
    });
    view! {
        <section class="holds" aria-label="What it holds">
            <h4>"What it holds"</h4>
            <Show
                when=move || lines.with(|it| !it.is_empty())
                fallback=|| view! { <p class="quiet">"Nothing names this role yet."</p> }
            >
                <ul>
                    {move || lines.get().into_iter().map(|it| view! { <li>{it}</li> }).collect_view()}
                </ul>
            </Show>
            <button class="button" on:click=move |_| leading.show_role_on_map(id)>
                <Icon name="waypoints" />
                "Show on the map"
            </button>
            <button class="button" disabled=move || writing.is_busy() on:click=move |_| writing.export_role_card(editor, id)>
                <Icon name="file-text" />
                "Role card…"
            </button>
        </section>
    }
}
