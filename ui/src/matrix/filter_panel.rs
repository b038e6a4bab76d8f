//! Where it is chosen what of the matrix is looked at.

use leptos::prelude::*;
use opmap_model::{RoleId, StageId, Title};

use super::sheet::{Filter, Reach};
use super::state::MatrixState;
use crate::editor::editor;
use crate::field::{Choice, focus_now};
use crate::icon::Icon;
use crate::map::MapState;
use crate::popover::Popover;
use crate::registers::{functions_in_use, role_options};

const BUTTON: &str = "matrix-filter-button";

/// The button of the toolbar, which says how much is left, and its panel.
#[component]
pub(super) fn FilterButton() -> impl IntoView {
    let matrix: MatrixState = expect_context();
    let (open, stages) = (RwSignal::new(false), stages());
    // A stage of another map leaves nothing to see.
    Effect::new(move |_| {
        let is_gone = |it: StageId| stages.with(|all| !all.iter().any(|(key, _)| *key == it.0.to_string()));
        if matrix.filter.with(|it| it.stage.is_some_and(is_gone)) {
            matrix.filter.update(|it| it.stage = None);
        }
    });
    let is_on = move || matrix.filter.with(|it| !it.is_empty());
    let words = move || {
        if is_on() {
            matrix.sheet.with(|it| format!("{} rows × {} roles", it.rows.len(), it.columns.len()))
        } else {
            "Filter".to_owned()
        }
    };
    view! {
        <div class="filter-place">
            <button
                id=BUTTON
                class="button"
                class:on=is_on
                aria-haspopup="dialog"
                aria-expanded=move || open.get().to_string()
                title="Choose what of the matrix is looked at"
                on:click=move |_| open.update(|it| *it = !*it)
            >
                <Icon name="list-filter" />
                {words}
            </button>
            <Show when=is_on>
                <button
                    class="icon-button small"
                    aria-label="Clear the filter"
                    title="Clear the filter"
                    on:click=move |_| {
                        focus_now(BUTTON);
                        matrix.filter.set(Filter::default());
                    }
                >
                    <Icon name="x" />
                </button>
            </Show>
            <Show when=move || open.get()>
                <Panel open />
            </Show>
        </div>
    }
}

#[component]
fn Panel(open: RwSignal<bool>) -> impl IntoView {
    let matrix: MatrixState = expect_context();
    let part = move |look: fn(&Filter) -> Option<String>| {
        Signal::derive(move || matrix.filter.with(look).unwrap_or_default())
    };
    let set = move |change: fn(&mut Filter, &str)| {
        Callback::new(move |key: String| matrix.filter.update(|it| change(it, &key)))
    };
    view! {
        <Popover open of=BUTTON label="Filter the matrix" class="filter">
            <Choice
                label="One role"
                options=role_options()
                optional=true
                none="every role"
                value=part(|it| it.role.map(|it| it.0.to_string()))
                choose=set(|filter, key| filter.role = key.parse().ok().map(RoleId))
            />
            <Choice
                label="Function"
                options=functions()
                optional=true
                none="every function"
                value=part(|it| it.function.as_ref().map(ToString::to_string))
                choose=set(|filter, key| filter.function = Title::new(key).ok())
            />
            <Choice
                label="Stage"
                options=stages()
                optional=true
                none="every stage"
                value=part(|it| it.stage.map(|it| it.0.to_string()))
                choose=set(|filter, key| filter.stage = key.parse().ok().map(StageId))
            />
            <Choice
                label="Reach"
                options=Reach::ALL.map(|it| (it.key().to_owned(), it.words().to_owned())).to_vec()
                optional=true
                none="within and across"
                value=part(|it| it.reach.map(|it| it.key().to_owned()))
                choose=set(|filter, key| filter.reach = Reach::ALL.into_iter().find(|it| it.key() == key))
            />
            <p class="quiet">"One role leaves the rows in which it has a letter."</p>
            <button class="button" on:click=move |_| matrix.filter.set(Filter::default())>"Clear"</button>
        </Popover>
    }
}

fn functions() -> Signal<Vec<(String, String)>> {
    let editor = editor();
    Signal::derive(move || editor.read(functions_in_use).into_iter().map(|it| (it.clone(), it)).collect())
}

fn stages() -> Signal<Vec<(String, String)>> {
    let (editor, map_state) = (editor(), expect_context::<MapState>());
    Signal::derive(move || {
        let map = map_state.map.get();
        editor.read(|document| {
            let stages = map.map(|map| document.stages_of_map(map)).unwrap_or_default();
            stages.into_iter().map(|(id, it)| (id.0.to_string(), it.title.to_string())).collect()
        })
    })
}
