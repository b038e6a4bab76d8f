//! The toolbar of the RACI station: which journey, what the letters mean, and what of the matrix is looked at.

use leptos::prelude::*;
use opmap_model::{Keyword, Letter, StageId, Title};

use super::cell;
use super::sheet::{Filter, Held, Reach};
use super::state::MatrixState;
use crate::editor::editor;
use crate::map::MapState;
use crate::toolbar::{Journeys, Pick};

#[component]
pub(super) fn Toolbar() -> impl IntoView {
    view! {
        <div class="toolbar matrix-toolbar" role="toolbar" aria-label="RACI">
            <h2>"RACI"</h2>
            <Journeys />
            <Legend />
            <span class="grow"></span>
            <Filters />
            <super::adding::AddButtons />
        </div>
    }
}

/// What the letters mean.
#[component]
fn Legend() -> impl IntoView {
    let letters = [Letter::Responsible, Letter::Accountable, Letter::Consulted, Letter::Informed];
    view! {
        <ul class="matrix-legend" aria-label="Letters">
            {letters.map(|it| view! { <li>{cell::shape(it)} {it.label()}</li> }).collect_view()}
            <li>{cell::letters(Some(Held::Inherited(Letter::Responsible)))} "from the lane"</li>
        </ul>
    }
}

/// What of the matrix is looked at.
#[component]
fn Filters() -> impl IntoView {
    let (editor, map_state, matrix) =
        (editor(), expect_context::<MapState>(), expect_context::<MatrixState>());
    let functions = Memo::new(move |_| {
        editor.read(|document| {
            let mut functions: Vec<String> = Vec::new();
            for (_, role) in document.roles_in_order() {
                if let Some(function) = role.function.as_ref().map(ToString::to_string)
                    && !functions.contains(&function)
                {
                    functions.push(function);
                }
            }
            functions.into_iter().map(|it| (it.clone(), it)).collect::<Vec<_>>()
        })
    });
    let stages = Memo::new(move |_| {
        let map = map_state.map.get();
        editor.read(|document| {
            let stages = map.map(|map| document.map_view(map).stages).unwrap_or_default();
            stages.into_iter().map(|(id, it)| (id.0.to_string(), it.title.to_string())).collect::<Vec<_>>()
        })
    });
    let reaches = || {
        vec![
            ("within".to_owned(), "Within a function".to_owned()),
            ("across".to_owned(), "Across functions".to_owned()),
        ]
    };
    let set = move |change: fn(&mut Filter, &str)| {
        Callback::new(move |key: String| matrix.filter.update(|it| change(it, &key)))
    };
    // A stage of another map leaves nothing to see.
    Effect::new(move |_| {
        let known = stages.get();
        let is_gone = |it: StageId| !known.iter().any(|(key, _)| *key == it.0.to_string());
        if matrix.filter.with_untracked(|it| it.stage.is_some_and(is_gone)) {
            matrix.filter.update(|it| it.stage = None);
        }
    });
    view! {
        <Pick
            label="Function"
            all="All functions"
            options=Signal::derive(move || functions.get())
            value=Signal::derive(move || matrix.filter.with(|it| it.function.as_ref().map(ToString::to_string)))
            choose=set(|filter, key| filter.function = Title::new(key).ok())
        />
        <Pick
            label="Stage"
            all="All stages"
            options=Signal::derive(move || stages.get())
            value=Signal::derive(move || matrix.filter.with(|it| it.stage.map(|it| it.0.to_string())))
            choose=set(|filter, key| filter.stage = key.parse().ok().map(StageId))
        />
        <Pick
            label="Reach"
            all="Within and across"
            options=Signal::derive(reaches)
            value=Signal::derive(move || {
                matrix.filter.with(|it| it.reach).map(|it| match it {
                    Reach::Within => "within".to_owned(),
                    Reach::Across => "across".to_owned(),
                })
            })
            choose=set(|filter, key| {
                filter.reach = match key {
                    "within" => Some(Reach::Within),
                    "across" => Some(Reach::Across),
                    _ => None,
                };
            })
        />
    }
}
