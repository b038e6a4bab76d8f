//! The catalogue of channels.

use leptos::prelude::*;
use opmap_model::{Channel, ChannelField, ChannelId, ChannelKind, Document, Edit, Keyword, Medium};

use super::register::{Register, counted};
use crate::editor::editor;
use crate::field::{Choice, TextField, keyword_options, optional_text};
use crate::registers::new_channel;

pub(super) static CHANNELS: Register<ChannelId> = Register {
    title: "Channels",
    one: "Channel",
    empty: "Name the ways in which customer and company meet.",
    columns: &[
        ("Kind", |document, id| Some(document.get(id)?.kind.label().to_owned())),
        ("Medium", |document, id| document.get(id)?.medium.map(|it| it.label().to_owned())),
        ("Purpose", |document, id| document.get(id)?.purpose.as_ref().map(ToString::to_string)),
    ],
    marks: |_, _| Vec::new(),
    ids: |document| document.channels_in_order().into_iter().map(|(id, _)| id).collect(),
    title_of: |document, id| Some(document.get(id)?.title.to_string()),
    add: |id, title| Edit::AddChannel { id, channel: new_channel(title), before: None },
    rename: |id, title| Edit::SetChannel { id, field: ChannelField::Title(title) },
    reorder: |id, before| Edit::MoveChannel { id, before },
    remove: |id| Edit::RemoveChannel { id },
    uses: uses_of,
    details: |id| view! { <ChannelDetails id /> }.into_any(),
};

#[component]
fn ChannelDetails(id: ChannelId) -> impl IntoView {
    let editor = editor();
    let part = move |look: fn(&Channel) -> Option<String>| {
        Signal::derive(move || editor.read(|document| document.get(id).and_then(look).unwrap_or_default()))
    };
    let set = move |field: ChannelField| {
        editor.commit(Edit::SetChannel { id, field });
    };
    view! {
        <Choice
            label="Kind"
            options={keyword_options::<ChannelKind>()}
            value=part(|it| Some(it.kind.key().to_owned()))
            choose=Callback::new(move |key: String| {
                if let Some(kind) = ChannelKind::from_key(&key) {
                    set(ChannelField::Kind(kind));
                }
            })
        />
        <Choice
            label="Medium"
            options={keyword_options::<Medium>()}
            optional=true
            value=part(|it| it.medium.map(|it| it.key().to_owned()))
            choose=Callback::new(move |key: String| set(ChannelField::Medium(Medium::from_key(&key))))
        />
        <TextField
            label="Purpose"
            lines=3
            value=part(|it| it.purpose.as_ref().map(ToString::to_string))
            commit=Callback::new(move |text: String| optional_text(&text).map(|it| set(ChannelField::Purpose(it))))
        />
    }
}

fn uses_of(document: &Document, id: ChannelId) -> Vec<String> {
    let primary = document.steps().values().filter(|it| it.channel == Some(id)).count();
    let further = document.steps().values().filter(|it| it.other_channels.contains(&id)).count();
    counted(primary, "One step goes through it", "steps go through it")
        .into_iter()
        .chain(counted(further, "One step can go through it too", "steps can go through it too"))
        .collect()
}
