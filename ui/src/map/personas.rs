//! The personas that steps of the map name, side by side.

use leptos::prelude::*;
use opmap_analysis::{SideBySide, personas};

use super::options::Measures;
use super::{MapState, state_words};
use crate::dialog::Dialog;
use crate::editor::editor;
use crate::frame::{Over, Panels};

/// Why there is no table.
const TOO_FEW: &str = "Personas are told side by side where steps of the map name two of them.";

/// Shows the table while it is asked for.
#[component]
pub(crate) fn PersonasIfOpen() -> impl IntoView {
    let panels: Panels = expect_context();
    move || (panels.over.get() == Some(Over::Personas)).then(|| view! { <Personas panels /> })
}

#[component]
fn Personas(panels: Panels) -> impl IntoView {
    let map_state: MapState = expect_context();
    let editor = editor();
    let close = move || panels.over.set(None);
    let map_words = move || {
        let map = map_state.map.get()?;
        editor.read(|document| {
            Some(format!("{}: {}", document.get(map.journey)?.title, state_words(map.state)))
        })
    };
    let table = move || {
        let found = editor.read(|document| {
            let SideBySide { columns, rows } = personas(document, map_state.map.get()?)?;
            let titles = columns.iter().filter_map(|id| document.get(*id)).map(|it| it.title.to_string());
            Some((titles.collect::<Vec<_>>(), rows))
        });
        let Some((titles, rows)) = found else { return view! { <p>{TOO_FEW}</p> }.into_any() };
        let heads = titles.into_iter().map(|it| {
            view! {
                <th scope="col">
                    <span class="option-head">{it}</span>
                </th>
            }
        });
        view! { <Measures heads=heads.collect_view().into_any() rows /> }.into_any()
    };
    view! {
        <Dialog title="Personas side by side".to_owned() cancel=Callback::new(move |()| close())>
            <p class="quiet">{map_words}</p>
            <div class="options" role="region" aria-label="Personas side by side" tabindex="0">
                {table}
            </div>
            <p class="quiet">"A step that names no persona is on the way of all."</p>
            <div class="dialog-foot">
                <button class="button" data-safe="" on:click=move |_| close()>
                    "Close"
                </button>
            </div>
        </Dialog>
    }
}
