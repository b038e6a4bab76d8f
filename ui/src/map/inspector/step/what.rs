//! What a step is, where it stands, and what it goes through.

use std::collections::BTreeSet;

use leptos::prelude::*;
use opmap_model::{ChannelId, ItSystemId, Keyword, LaneId, StageId, StepField, StepId, StepKind};

use super::chosen::Chosen;
use crate::field::{Adding, Choice, Held, TextField, Toggles, keyword_options, optional_text, title};
use crate::map::{Geometry, to_lane, to_stage};
use crate::registers::{Options, channel_called, channel_options, system_called, system_options};

#[component]
pub(super) fn What(steps: Chosen) -> impl IntoView {
    view! {
        <section class="fields" aria-label="What it is">
            {steps.single().map(|_| view! {
                <TextField
                    label="Title"
                    value=steps.key(|it| Some(it.title.to_string()))
                    commit=steps.set_typed(|text| title(text).map(StepField::Title))
                />
            })}
            <Choice
                label="Kind"
                options={keyword_options::<StepKind>()}
                value=steps.key(|it| Some(it.kind.key().to_owned()))
                choose=Callback::new(move |key: String| {
                    if let Some(kind) = StepKind::from_key(&key) {
                        steps.set(StepField::Kind(kind));
                    }
                })
            />
            <Place steps />
            <Channels steps />
            <Toggles
                label="Systems"
                options=system_options()
                held=Callback::new(move |key: String| held_system(steps, &key))
                toggle=Callback::new(move |(key, on): (String, bool)| {
                    if let Ok(id) = key.parse() {
                        steps.set(StepField::System(ItSystemId(id), on));
                    }
                })
                add=Adding {
                    what: "system",
                    take: Callback::new(move |text: String| {
                        let (id, added) = system_called(steps.editor, title(&text)?);
                        steps.set_added(added, StepField::System(id, true));
                        Ok(())
                    }),
                }
            />
            <Show when=move || is_automated(steps)>
                <TextField
                    label="Rule or model"
                    lines=2
                    value=steps.key(|it| it.rule.as_ref().map(ToString::to_string))
                    commit=steps.set_typed(|text| optional_text(text).map(StepField::Rule))
                />
                <TextField
                    label="Fallback, when automation fails"
                    lines=2
                    value=steps.key(|it| it.fallback.as_ref().map(ToString::to_string))
                    commit=steps.set_typed(|text| optional_text(text).map(StepField::Fallback))
                />
            </Show>
        </section>
    }
}

/// Whether it is automated, or says something that only matters where it is.
fn is_automated(steps: Chosen) -> bool {
    steps.held(|it| it.kind == StepKind::Automated || it.rule.is_some() || it.fallback.is_some())
        != Held::None
}

fn held_system(steps: Chosen, key: &str) -> Held {
    let id = key.parse().map(ItSystemId);
    id.map_or(Held::None, |id| steps.held(|it| it.systems.contains(&id)))
}

/// The stage and the lane. Steps that are moved keep the other of the two.
#[component]
fn Place(steps: Chosen) -> impl IntoView {
    let geometry: Geometry = expect_context();
    let editor = steps.editor;
    let stages: Options = Signal::derive(move || {
        editor.read(|document| {
            let option = |id: StageId| Some((id.0.to_string(), document.get(id)?.title.to_string()));
            geometry.with_untracked(|it| {
                it.iter().flat_map(|it| &it.stages).filter_map(|it| option(it.id)).collect()
            })
        })
    });
    let lanes: Options = Signal::derive(move || {
        editor.read(|document| {
            let option = |id: LaneId| Some((id.0.to_string(), document.get(id)?.title.to_string()));
            geometry.with_untracked(|it| {
                it.iter().flat_map(|it| &it.lanes).filter_map(|it| option(it.id)).collect()
            })
        })
    });
    let ids = move || steps.ids().into_iter().collect::<BTreeSet<StepId>>();
    view! {
        <Choice
            label="Stage"
            options=stages
            value=steps.key(|it| Some(it.stage.0.to_string()))
            choose=Callback::new(move |key: String| {
                if let Ok(stage) = key.parse().map(StageId) {
                    editor.commit(editor.peek(|document| to_stage(document, &ids(), stage)));
                }
            })
        />
        <Choice
            label="Lane"
            options=lanes
            value=steps.key(|it| Some(it.lane.0.to_string()))
            choose=Callback::new(move |key: String| {
                if let Ok(lane) = key.parse().map(LaneId) {
                    editor.commit(editor.peek(|document| to_lane(document, &ids(), lane)));
                }
            })
        />
    }
}

/// The primary channel and the further ones; what is primary is not offered a second time.
#[component]
fn Channels(steps: Chosen) -> impl IntoView {
    let all = channel_options();
    let further: Options = Signal::derive(move || {
        let primary = steps.common(|_, it| it.channel).flatten().map(|it| it.0.to_string());
        let mut all = all.get();
        all.retain(|(key, _)| Some(key) != primary.as_ref());
        all
    });
    let adding = move |field: fn(ChannelId) -> StepField| Adding {
        what: "channel",
        take: Callback::new(move |text: String| {
            let (id, added) = channel_called(steps.editor, title(&text)?);
            steps.set_added(added, field(id));
            Ok(())
        }),
    };
    view! {
        <Choice
            label="Channel"
            options=all
            optional=true
            value=steps.key(|it| it.channel.map(|it| it.0.to_string()))
            choose=Callback::new(move |key: String| steps.set(StepField::Channel(key.parse().ok().map(ChannelId))))
            add=adding(|id| StepField::Channel(Some(id)))
        />
        <Toggles
            label="Further channels"
            options=further
            held=Callback::new(move |key: String| {
                let id = key.parse().map(ChannelId);
                id.map_or(Held::None, |id| steps.held(|it| it.other_channels.contains(&id)))
            })
            toggle=Callback::new(move |(key, on): (String, bool)| {
                if let Ok(id) = key.parse() {
                    steps.set(StepField::OtherChannel(ChannelId(id), on));
                }
            })
            add=adding(|id| StepField::OtherChannel(id, true))
        />
    }
}
