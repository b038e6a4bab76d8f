//! The register of roles.

use leptos::prelude::*;
use opmap_model::{Document, Edit, Keyword, Level, Role, RoleField, RoleId, Sourcing, Title};

use crate::dialog::Dialog;
use crate::editor::editor;
use crate::field::{Choice, TextField, keyword_options, optional_title, title};
use crate::icon::Icon;
use crate::identity::fresh;

/// Functions that are offered; any other can be typed.
pub(crate) const FUNCTIONS: [&str; 8] =
    ["Marketing", "Sales", "Service", "Operations", "Back office", "Finance", "IT", "Partner"];

#[component]
pub(super) fn Roles() -> impl IntoView {
    let editor = editor();
    let chosen = RwSignal::new(None::<RoleId>);
    let roles = move || {
        editor.read(|document| document.roles_in_order().into_iter().map(|(id, _)| id).collect::<Vec<_>>())
    };
    let add = move |_| {
        let id: RoleId = fresh();
        let number = editor.peek(|document| document.roles().len() + 1);
        if let Ok(title) = Title::new(&format!("Role {number}")) {
            editor.commit(Edit::AddRole { id, role: Role::new(title), before: None });
            chosen.set(Some(id));
        }
    };
    view! {
        <section class="card wide" aria-label="Roles">
            <header class="card-head">
                <h3>"Roles"</h3>
                <button class="button" on:click=add>
                    <Icon name="plus" />
                    "Role"
                </button>
            </header>
            <Show
                when=move || !roles().is_empty()
                fallback=|| view! { <p class="quiet">"Name the roles that serve the customer. Roles, not people."</p> }
            >
                <div class="roles">
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col">"Role"</th>
                                <th scope="col">"Function"</th>
                                <th scope="col">"Level"</th>
                                <th scope="col">"Reports to"</th>
                                <th scope="col">"Sourcing"</th>
                            </tr>
                        </thead>
                        <tbody>
                            <For each=roles key=|id| *id let(id)>
                                <RoleRow id chosen />
                            </For>
                        </tbody>
                    </table>
                    {move || chosen.get().map(|id| view! { <RoleCard id chosen /> })}
                </div>
            </Show>
        </section>
    }
}

/// A part of a role as text; *not set* is a dash with a name.
fn cell(document: &Document, id: RoleId, look: fn(&Document, &Role) -> Option<String>) -> String {
    document.get(id).and_then(|role| look(document, role)).unwrap_or_else(|| "not set".to_owned())
}

fn lead_name(document: &Document, role: &Role) -> Option<String> {
    Some(document.get(role.reports_to?)?.title.to_string())
}

#[component]
fn RoleRow(id: RoleId, chosen: RwSignal<Option<RoleId>>) -> impl IntoView {
    let editor = editor();
    let text = move |look: fn(&Document, &Role) -> Option<String>| {
        move || editor.read(|document| cell(document, id, look))
    };
    view! {
        <tr class:selected=move || chosen.get() == Some(id)>
            <th scope="row">
                <button class="link" on:click=move |_| chosen.set(Some(id))>
                    {text(|_, role| Some(role.title.to_string()))}
                </button>
            </th>
            <td>{text(|_, role| role.function.as_ref().map(ToString::to_string))}</td>
            <td>{text(|_, role| role.level.map(|it| it.get().to_string()))}</td>
            <td>{text(lead_name)}</td>
            <td>{text(|_, role| role.sourcing.map(|it| it.label().to_owned()))}</td>
        </tr>
    }
}

#[component]
fn RoleCard(id: RoleId, chosen: RwSignal<Option<RoleId>>) -> impl IntoView {
    let editor = editor();
    let asking = RwSignal::new(false);
    let part = move |look: fn(&Role) -> Option<String>| {
        Signal::derive(move || editor.read(|document| document.get(id).and_then(look).unwrap_or_default()))
    };
    let set = move |field: RoleField| {
        editor.commit(Edit::SetRole { id, field });
    };
    let leads = Signal::derive(move || {
        editor.read(|document| {
            let others = document.roles_in_order().into_iter().filter(|(other, _)| *other != id);
            others.map(|(other, role)| (other.0.to_string(), role.title.to_string())).collect::<Vec<_>>()
        })
    });
    let levels: Vec<(String, String)> = (1..=9_u8).map(|it| (it.to_string(), it.to_string())).collect();
    let remove = move |()| {
        editor.commit(Edit::RemoveRole { id });
        chosen.set(None);
    };
    let uses = move || editor.peek(|document| uses_of(document, id));
    view! {
        <aside class="role-card" aria-label="The role">
            <TextField
                label="Role"
                value=part(|it| Some(it.title.to_string()))
                commit=Callback::new(move |text: String| title(&text).map(|it| set(RoleField::Title(it))))
            />
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
            <button
                class="button"
                on:click=move |_| {
                    if uses().is_empty() { remove(()) } else { asking.set(true) }
                }
            >
                <Icon name="trash-2" />
                "Delete the role"
            </button>
            <Show when=move || asking.get()>
                <Dialog
                    title="Delete this role?".to_owned()
                    cancel=Callback::new(move |()| asking.set(false))
                >
                    <p>"It is used here, and will be left open there. Undo brings everything back."</p>
                    <ul class="uses">{uses().into_iter().map(|it| view! { <li>{it}</li> }).collect_view()}</ul>
                    <footer>
                        <button class="button" data-safe="" on:click=move |_| asking.set(false)>"Keep it"</button>
                        <button class="button primary" on:click=move |_| remove(())>"Delete the role"</button>
                    </footer>
                </Dialog>
            </Show>
        </aside>
    }
}

/// Where a role is used, in words (R19).
fn uses_of(document: &Document, id: RoleId) -> Vec<String> {
    let roles = document.roles().values().filter(|it| it.reports_to == Some(id));
    let journeys = document.journeys().values().filter(|it| it.owner == Some(id));
    let lanes = document.lanes().values().filter(|it| it.role == Some(id));
    let handoffs = document.connectors().values().filter(|it| it.owner == Some(id)).count();
    let mut uses: Vec<String> = journeys
        .map(|it| format!("Owner of the journey “{}”", it.title))
        .chain(
            lanes.map(|it| format!("Performs the lane “{}” {}", it.title, it.state.label().to_lowercase())),
        )
        .chain(roles.map(|it| format!("Lead of “{}”", it.title)))
        .collect();
    if handoffs > 0 {
        uses.push(format!("Owner of {handoffs} handoffs"));
    }
    uses
}
