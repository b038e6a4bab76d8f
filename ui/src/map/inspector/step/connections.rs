//! The connectors of a step, in and out.

use leptos::prelude::*;
use opmap_analysis::{Link, link_of};
use opmap_drawing::MapLayout;
use opmap_model::{Connector, ConnectorId, Document, StepId};

use crate::editor::editor;
use crate::map::Geometry;
use crate::map::selection::Selection;
use crate::map::state::MapState;

#[component]
pub(super) fn Connections(id: StepId) -> impl IntoView {
    let (editor, map_state) = (editor(), expect_context::<MapState>());
    let geometry: Geometry = expect_context();
    let rows = Memo::new(move |_| {
        editor.read(|document| {
            geometry
                .with_untracked(|it| it.as_ref().map(|it| connections(document, it, id)).unwrap_or_default())
        })
    });
    view! {
        <Show when=move || rows.with(|it| !it.is_empty())>
            <section class="connections" aria-label="Connectors">
                <h4>"Connectors"</h4>
                <ul>
                    <For each=move || rows.get() key=|it| it.clone() let((connector, words, badge))>
                        <li>
                            <button class="link" on:click=move |_| map_state.selection.set(Selection::Connector(connector))>
                                {badge.map(|it| view! { <span class="badge">{it}</span> })}
                                {words}
                            </button>
                        </li>
                    </For>
                </ul>
            </section>
        </Show>
    }
}

fn connections(
    document: &Document,
    layout: &MapLayout,
    id: StepId,
) -> Vec<(ConnectorId, String, Option<String>)> {
    let ends = layout.connectors_of(id).filter_map(|connector| Some((connector, document.get(connector)?)));
    ends.filter_map(|(connector, it)| {
        let (word, other) = if it.from == id { ("to", it.to) } else { ("from", it.from) };
        let badge = (link_of(document, it) == Some(Link::Handoff))
            .then(|| format!("{}/{}", it.filled_parts(), Connector::PARTS));
        Some((connector, format!("{word} {}", document.get(other)?.title), badge))
    })
    .collect()
}
