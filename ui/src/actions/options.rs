//! The options log: what was open, what could be done, what was chosen and why (3.11).

use leptos::prelude::*;
use opmap_model::{ChoiceField as Field, ChoiceId, Document, Edit, RecordId, RoleId, Text, Title};

use super::Segment;
use super::details::{Details, Foot, Head, Shown};
use super::state::ActionsState;
use super::table::{Table, named, role_name, row, small};
use crate::field::{Choice, TextField, optional_date, optional_text, optional_title, title};
use crate::registers::role_options;

const HEADS: [&str; 5] = ["What was open", "Options", "Chosen", "Decided by", "On"];

#[component]
pub(super) fn OptionsRegister() -> impl IntoView {
    view! {
        <Table segment=Segment::Options heads=&HEADS cells />
        <Details
            none="All that is said of a choice stands here. N adds one."
            one=|id: ChoiceId| view! { <OneChoice id /> }.into_any()
        />
    }
}

/// The edit that adds a choice that is open, and the record.
pub(super) fn added(id: ChoiceId, title: Title) -> (RecordId, Edit) {
    let choice = opmap_model::Choice::new(title);
    (RecordId::Choice(id), Edit::AddChoice { id, choice, before: None })
}

/// What a row says.
#[derive(Clone, PartialEq)]
struct Words {
    title: String,
    options: String,
    /// None while it is open.
    chosen: Option<String>,
    decided_by: String,
    decided_on: String,
}

fn words(document: &Document, id: ChoiceId) -> Option<Words> {
    let choice = document.get(id)?;
    Some(Words {
        title: choice.title.to_string(),
        options: choice.options.as_ref().map(Text::to_string).unwrap_or_default(),
        chosen: choice.chosen.as_ref().map(Title::to_string),
        decided_by: role_name(document, choice.decided_by),
        decided_on: choice.decided_on.map(|it| it.to_string()).unwrap_or_default(),
    })
}

fn cells(actions: ActionsState, record: RecordId) -> AnyView {
    row(actions, record, words, |it: Words| {
        let chosen = match it.chosen {
            Some(chosen) => view! { <span class="clamped">{chosen}</span> }.into_any(),
            None => view! { <span class="unset">"open"</span> }.into_any(),
        };
        view! {
            {named(it.title, None)}
            {small(it.options, false)}
            <td role="gridcell">{chosen}</td>
            {small(it.decided_by, false)}
            {small(it.decided_on, false)}
        }
    })
}

#[component]
fn OneChoice(id: ChoiceId) -> impl IntoView {
    let shown = Shown::new(id, |id, field| Edit::SetChoice { id, field });
    let options = shown.part(|it| it.options.as_ref().map(ToString::to_string));
    let lines = Memo::new(move |_| options.get().lines().map(str::to_owned).collect::<Vec<_>>());
    view! {
        <Head path="Choice" title=shown.part(|it| Some(it.title.to_string())) />
        <section class="fields" aria-label="The choice">
            <TextField
                label="What was open"
                lines=2
                value=shown.part(|it| Some(it.title.to_string()))
                commit=shown.typed(title, Field::Title)
            />
            <TextField
                label="Options, one a line"
                lines=4
                value=options
                commit=shown.typed(optional_text, Field::Options)
            />
            // The options are offered, as they are now.
            {move || view! {
                <TextField
                    label="Chosen"
                    offers=lines.get()
                    value=shown.part(|it| it.chosen.as_ref().map(ToString::to_string))
                    commit=shown.typed(optional_title, Field::Chosen)
                />
            }}
            <TextField
                label="Why"
                lines=4
                value=shown.part(|it| it.reason.as_ref().map(ToString::to_string))
                commit=shown.typed(optional_text, Field::Reason)
            />
            <Choice
                label="Decided by"
                options=role_options()
                optional=true
                value=shown.part(|it| it.decided_by.map(|it| it.0.to_string()))
                choose=shown.chosen_or_none(|key| key.parse().ok().map(RoleId), Field::DecidedBy)
            />
            <TextField
                label="On"
                value=shown.part(|it| it.decided_on.map(|it| it.to_string()))
                commit=shown.typed(optional_date, Field::DecidedOn)
            />
        </section>
        <Foot record=RecordId::Choice(id) />
    }
}
