//! The register of roles.

use leptos::prelude::*;
use opmap_model::{Document, Edit, Keyword, Level, Role, RoleField, RoleId, Sourcing};

use super::register::{Register, counted};
use crate::editor::editor;
use crate::field::{Choice, TextField, keyword_options, optional_title};
use crate::map::state_words_within;
use crate::registers::role_options;

/// Functions that are offered; any other can be typed.
pub(crate) const FUNCTIONS: [&str; 8] =
    ["Marketing", "Sales", "Service", "Operations", "Back office", "Finance", "IT", "Partner"];

pub(super) static ROLES: Register<RoleId> = Register {
    title: "Roles",
    one: "Role",
    empty: "Name the roles that serve the customer. Roles, not people.",
    columns: &[
        ("Function", |document, id| document.get(id)?.function.as_ref().map(ToString::to_string)),
        ("Level", |document, id| document.get(id)?.level.map(|it| it.get().to_string())),
        ("Reports to", |document, id| Some(document.get(document.get(id)?.reports_to?)?.title.to_string())),
        ("Sourcing", |document, id| document.get(id)?.sourcing.map(|it| it.label().to_owned())),
    ],
    ids: |document| document.roles_in_order().into_iter().map(|(id, _)| id).collect(),
    title_of: |document, id| Some(document.get(id)?.title.to_string()),
    add: |id, title| Edit::AddRole { id, role: Role::new(title), before: None },
    rename: |id, title| Edit::SetRole { id, field: RoleField::Title(title) },
    reorder: |id, before| Edit::MoveRole { id, before },
    remove: |id| Edit::RemoveRole { id },
    uses: uses_of,
    details: |id| view! { <RoleDetails id /> }.into_any(),
};

#[component]
fn RoleDetails(id: RoleId) -> impl IntoView {
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
            offers=FUNCTIONS.map(str::to_owned).to_vec()
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
    }
}

/// Where a role is used, in words (R19).
fn uses_of(document: &Document, id: RoleId) -> Vec<String> {
    let roles = document.roles().values().filter(|it| it.reports_to == Some(id));
    let journeys = document.journeys().values().filter(|it| it.owner == Some(id));
    let lanes = document.lanes().values().filter(|it| it.role == Some(id));
    let handoffs = document.connectors().values().filter(|it| it.owner == Some(id)).count();
    journeys
        .map(|it| format!("Owner of the journey “{}”", it.title))
        .chain(lanes.map(|it| format!("Performs the lane “{}” {}", it.title, state_words_within(it.state))))
        .chain(roles.map(|it| format!("Lead of “{}”", it.title)))
        .chain(counted(handoffs, "Owner of one handoff", "handoffs that it owns"))
        .collect()
}
