//! The register of roles.

use leptos::prelude::*;
use opmap_model::{Edit, Keyword, Role, RoleField, RoleId};

use super::ChosenRole;
use super::register::Register;
use crate::role::{RoleDetails, held_lines};

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
    marks: |document, id| document.get(id).map(marks).unwrap_or_default(),
    ids: |document| document.roles_in_order().into_iter().map(|(id, _)| id).collect(),
    title_of: |document, id| Some(document.get(id)?.title.to_string()),
    add: |id, title| Edit::AddRole { id, role: Role::new(title), before: None },
    rename: |id, title| Edit::SetRole { id, field: RoleField::Title(title) },
    reorder: |id, before| Edit::MoveRole { id, before },
    remove: |id| Edit::RemoveRole { id },
    uses: held_lines,
    details: |id| {
        let chosen: ChosenRole = expect_context();
        let merged = Callback::new(move |into| {
            chosen.choose(into);
            chosen.focus();
        });
        view! { <RoleDetails id merged /> }.into_any()
    },
};

/// What marks a role out, each with its icon.
fn marks(role: &Role) -> Vec<(&'static str, &'static str)> {
    let frontline = role.frontline.then_some(("headset", "Front line"));
    let committee = role.committee.then_some(("users", "Committee"));
    frontline.into_iter().chain(committee).collect()
}
