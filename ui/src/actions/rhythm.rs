//! The operating rhythm: who meets how often, about what (0.17, 3.33).

use leptos::prelude::*;
use opmap_model::{Document, Edit, Forum, ForumField as Field, ForumId, RecordId, RoleId, Text, Title};

use super::Segment;
use super::details::{Details, Foot, Head, Shown};
use super::state::ActionsState;
use super::table::{Table, named, role_name, row, small};
use crate::field::{Choice, Held, TextField, Toggles, optional_text, optional_title, title};
use crate::registers::role_options;

const HEADS: [&str; 5] = ["Forum", "How often", "Lead", "Who takes part", "Agenda"];

#[component]
pub(super) fn RhythmRegister() -> impl IntoView {
    view! {
        <Table segment=Segment::Rhythm heads=&HEADS cells />
        <Details
            none="All that is said of a forum stands here. N adds one."
            one=|id: ForumId| view! { <OneForum id /> }.into_any()
        />
    }
}

/// The edit that adds a forum, and the record.
pub(super) fn added(id: ForumId, title: Title) -> (RecordId, Edit) {
    (RecordId::Forum(id), Edit::AddForum { id, forum: Forum::new(title), before: None })
}

fn cells(actions: ActionsState, record: RecordId) -> AnyView {
    row(actions, record, words, |[forum, how_often, lead, attendees, agenda]: [String; 5]| {
        view! {
            {named(forum, None)}
            {small(how_often, false)}
            {small(lead, false)}
            {small(attendees, false)}
            {small(agenda, false)}
        }
    })
}

fn words(document: &Document, id: ForumId) -> Option<[String; 5]> {
    let forum = document.get(id)?;
    // In the order of the roles.
    let roles = document.roles_in_order().into_iter().filter(|(id, _)| forum.attendees.contains(id));
    let attendees: Vec<&str> = roles.map(|(_, it)| it.title.as_str()).collect();
    Some([
        forum.title.to_string(),
        forum.frequency.as_ref().map(Title::to_string).unwrap_or_default(),
        role_name(document, forum.owner),
        attendees.join(", "),
        forum.agenda.as_ref().map(Text::to_string).unwrap_or_default(),
    ])
}

#[component]
fn OneForum(id: ForumId) -> impl IntoView {
    let shown = Shown::new(id, |id, field| Edit::SetForum { id, field });
    view! {
        <Head path="Forum" title=shown.part(|it| Some(it.title.to_string())) />
        <section class="fields" aria-label="The forum">
            <TextField
                label="Name"
                value=shown.part(|it| Some(it.title.to_string()))
                commit=shown.typed(title, Field::Title)
            />
            <TextField
                label="How often"
                value=shown.part(|it| it.frequency.as_ref().map(ToString::to_string))
                commit=shown.typed(optional_title, Field::Frequency)
            />
            <Choice
                label="Lead"
                options=role_options()
                optional=true
                value=shown.part(|it| it.owner.map(|it| it.0.to_string()))
                choose=shown.chosen_or_none(|key| key.parse().ok().map(RoleId), Field::Owner)
            />
            <Toggles
                label="Who takes part"
                options=role_options()
                held=Callback::new(move |key: String| {
                    Held::of([key.parse().is_ok_and(|role| shown.look(|it| it.attendees.contains(&RoleId(role))))])
                })
                toggle=Callback::new(move |(key, on): (String, bool)| {
                    if let Ok(role) = key.parse() {
                        shown.set(Field::Attendee(RoleId(role), on));
                    }
                })
            />
            <TextField
                label="Agenda, one point a line"
                lines=4
                value=shown.part(|it| it.agenda.as_ref().map(ToString::to_string))
                commit=shown.typed(optional_text, Field::Agenda)
            />
            <TextField
                label="What has to be there, one a line"
                lines=2
                value=shown.part(|it| it.inputs.as_ref().map(ToString::to_string))
                commit=shown.typed(optional_text, Field::Inputs)
            />
            <TextField
                label="What is decided, one a line"
                lines=2
                value=shown.part(|it| it.decisions.as_ref().map(ToString::to_string))
                commit=shown.typed(optional_text, Field::Decisions)
            />
        </section>
        <Foot record=RecordId::Forum(id) />
    }
}
