//! One step, or several.

use std::collections::BTreeSet;

use leptos::prelude::*;
use opmap_analysis::{Link, link_of};
use opmap_drawing::MapLayout;
use opmap_model::{
    ChannelId, Connector, ConnectorId, Document, Edit, Keyword, LaneId, RecordId, StageId, Step, StepField,
    StepId, StepKind,
};

use super::FindingsHere;
use crate::editor::{Editor, editor};
use crate::field::{Choice, TextField, keyword_options, optional_text, title};
use crate::icon::Icon;
use crate::keys::{self, Command};
use crate::map::Geometry;
use crate::map::selection::Selection;
use crate::map::state::MapState;

#[component]
pub(super) fn StepDetails(id: StepId) -> impl IntoView {
    let (editor, map_state) = (editor(), expect_context::<MapState>());
    let part = move |look: fn(&Step) -> Option<String>| {
        Signal::derive(move || editor.read(|document| document.get(id).and_then(look).unwrap_or_default()))
    };
    let set = move |field: StepField| {
        editor.commit(Edit::SetSteps { ids: vec![id], field });
    };
    let path = move || {
        editor.read(|document| {
            let step = document.get(id)?;
            Some(format!("{} › {}", document.get(step.stage)?.title, document.get(step.lane)?.title))
        })
    };
    let geometry: Geometry = expect_context();
    let of_map = move |pick: fn(&Document, &MapLayout) -> Vec<(String, String)>| {
        Signal::derive(move || {
            let layout = geometry.get();
            layout.map(|layout| editor.read(|document| pick(document, &layout))).unwrap_or_default()
        })
    };
    let move_to = move |stage: Option<StageId>, lane: Option<LaneId>| {
        let here = editor.peek(|document| document.get(id).map(|it| (it.stage, it.lane)));
        if let Some((own_stage, own_lane)) = here {
            editor.commit(Edit::MoveSteps {
                ids: vec![id],
                stage: stage.unwrap_or(own_stage),
                lane: lane.unwrap_or(own_lane),
                before: None,
            });
        }
    };
    view! {
        <header>
            <p class="path">{path}</p>
            <h3>{part(|it| Some(it.title.to_string()))}</h3>
        </header>
        <FindingsHere record=RecordId::Step(id) />
        <section class="fields" aria-label="The step">
            <TextField
                label="Title"
                value=part(|it| Some(it.title.to_string()))
                commit=Callback::new(move |text: String| title(&text).map(|it| set(StepField::Title(it))))
            />
            <Choice
                label="Kind"
                options={keyword_options::<StepKind>()}
                value=part(|it| Some(it.kind.key().to_owned()))
                choose=Callback::new(move |key: String| {
                    if let Some(kind) = StepKind::from_key(&key) {
                        set(StepField::Kind(kind));
                    }
                })
            />
            <Choice
                label="Channel"
                options={channel_options(editor)}
                optional=true
                value=part(|it| it.channel.map(|it| it.0.to_string()))
                choose=Callback::new(move |key: String| set(StepField::Channel(chosen_channel(&key))))
            />
            <Choice
                label="Stage"
                options=of_map(stages)
                value=part(|it| Some(it.stage.0.to_string()))
                choose=Callback::new(move |key: String| move_to(key.parse().ok().map(StageId), None))
            />
            <Choice
                label="Lane"
                options=of_map(lanes)
                value=part(|it| Some(it.lane.0.to_string()))
                choose=Callback::new(move |key: String| move_to(None, key.parse().ok().map(LaneId)))
            />
            <TextField
                label="Note"
                lines=5
                value=part(|it| it.note.as_ref().map(ToString::to_string))
                commit=Callback::new(move |text: String| optional_text(&text).map(|it| set(StepField::Note(it))))
            />
        </section>
        <Connections id />
        <footer>
            <button
                class="button"
                on:click=move |_| {
                    map_state.connecting.set(Some(id));
                    map_state.focus_wanted.notify();
                }
            >
                <Icon name="arrow-right" />
                "Connect to …"
                <kbd>{keys::hint(Command::Connect)}</kbd>
            </button>
            <button
                class="button"
                on:click=move |_| {
                    editor.commit(Edit::RemoveSteps { ids: vec![id] });
                }
            >
                <Icon name="trash-2" />
                "Delete"
                <kbd>{keys::hint(Command::Delete)}</kbd>
            </button>
        </footer>
    }
}

/// The connectors of a step, in and out.
#[component]
fn Connections(id: StepId) -> impl IntoView {
    let (editor, map_state) = (editor(), expect_context::<MapState>());
    let geometry: Geometry = expect_context();
    let rows = Memo::new(move |_| {
        let layout = geometry.get();
        layout.map(|layout| editor.read(|document| connections(document, &layout, id))).unwrap_or_default()
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

fn stages(document: &Document, layout: &MapLayout) -> Vec<(String, String)> {
    let named = |id: StageId| Some((id.0.to_string(), document.get(id)?.title.to_string()));
    layout.stages.iter().filter_map(|it| named(it.id)).collect()
}

fn lanes(document: &Document, layout: &MapLayout) -> Vec<(String, String)> {
    let named = |id: LaneId| Some((id.0.to_string(), document.get(id)?.title.to_string()));
    layout.lanes.iter().filter_map(|it| named(it.id)).collect()
}

/// What several steps have in common; *mixed* elsewhere.
#[component]
pub(super) fn SeveralSteps(ids: BTreeSet<StepId>) -> impl IntoView {
    let editor = editor();
    let ids = StoredValue::new(ids.into_iter().collect::<Vec<_>>());
    let count = ids.with_value(Vec::len);
    let common = move |look: fn(&Step) -> String| {
        Signal::derive(move || {
            editor.read(|document| {
                let values = ids.with_value(|ids| {
                    ids.iter().filter_map(|id| document.get(*id)).map(look).collect::<BTreeSet<_>>()
                });
                if values.len() == 1 {
                    values.into_iter().next().unwrap_or_default()
                } else {
                    "mixed".to_owned()
                }
            })
        })
    };
    let set = move |field: StepField| {
        editor.commit(Edit::SetSteps { ids: ids.get_value(), field });
    };
    let with_mixed = |options: Vec<(String, String)>| {
        [("mixed".to_owned(), "mixed".to_owned())].into_iter().chain(options).collect::<Vec<_>>()
    };
    view! {
        <header>
            <p class="path">"Selection"</p>
            <h3>{format!("{count} steps")}</h3>
        </header>
        <section class="fields" aria-label="The steps">
            <Choice
                label="Kind"
                options={with_mixed(keyword_options::<StepKind>())}
                value=common(|it| it.kind.key().to_owned())
                choose=Callback::new(move |key: String| {
                    if let Some(kind) = StepKind::from_key(&key) {
                        set(StepField::Kind(kind));
                    }
                })
            />
            <Choice
                label="Channel"
                options={with_mixed(channel_options(editor))}
                optional=true
                value=common(|it| it.channel.map(|it| it.0.to_string()).unwrap_or_default())
                choose=Callback::new(move |key: String| {
                    if key != "mixed" {
                        set(StepField::Channel(chosen_channel(&key)));
                    }
                })
            />
        </section>
        <footer>
            <button
                class="button"
                on:click=move |_| {
                    editor.commit(Edit::RemoveSteps { ids: ids.get_value() });
                }
            >
                <Icon name="trash-2" />
                "Delete"
                <kbd>{keys::hint(Command::Delete)}</kbd>
            </button>
        </footer>
    }
}

/// The channels of the workshop, to choose from.
fn channel_options(editor: Editor) -> Vec<(String, String)> {
    editor.peek(|document| {
        let channels = document.channels_in_order();
        channels.into_iter().map(|(id, it)| (id.0.to_string(), it.title.to_string())).collect()
    })
}

fn chosen_channel(key: &str) -> Option<ChannelId> {
    key.parse().ok().map(ChannelId)
}
