//! One lane.

use leptos::prelude::*;
use opmap_model::{
    Dedication, Edit, Keyword, Lane, LaneField, LaneId, LaneKind, Percent, Performer, RecordId, RoleId,
    Sourcing,
};

use super::FindingsHere;
use crate::editor::editor;
use crate::evidence::EvidenceSection;
use crate::field::{Choice, TextField, keyword_options, optional_text, optional_title, percent, title};
use crate::icon::Icon;
use crate::map::state::{Band, MapState};
use crate::registers::{functions_offered, role_options};

#[component]
pub(super) fn LaneDetails(id: LaneId) -> impl IntoView {
    let (editor, map_state) = (editor(), expect_context::<MapState>());
    let part = move |look: fn(&Lane) -> Option<String>| {
        Signal::derive(move || editor.read(|document| document.get(id).and_then(look).unwrap_or_default()))
    };
    let set = move |field: LaneField| {
        editor.commit(Edit::SetLane { id, field });
    };
    let is = move |look: fn(&Lane) -> bool| editor.read(|document| document.get(id).is_some_and(look));
    view! {
        <header>
            <p class="path">"Lane"</p>
            <h3>{part(|it| Some(it.title.to_string()))}</h3>
        </header>
        <FindingsHere record=RecordId::Lane(id) />
        <section class="fields" aria-label="The lane">
            <TextField
                label="Title"
                value=part(|it| Some(it.title.to_string()))
                commit=Callback::new(move |text: String| title(&text).map(|it| set(LaneField::Title(it))))
            />
            <Choice
                label="Kind"
                options={keyword_options::<LaneKind>()}
                value=part(|it| Some(it.kind.key().to_owned()))
                choose=Callback::new(move |key: String| {
                    if let Some(kind) = LaneKind::from_key(&key) {
                        set(LaneField::Kind(kind));
                    }
                })
            />
            <TextField
                label="Function"
                offers=editor.peek(functions_offered)
                value=part(|it| it.function.as_ref().map(ToString::to_string))
                commit=Callback::new(move |text: String| optional_title(&text).map(|it| set(LaneField::Function(it))))
            />
            <Choice
                label="Role"
                options=role_options()
                optional=true
                value=part(|it| it.role.map(|it| it.0.to_string()))
                choose=Callback::new(move |key: String| set(LaneField::Role(key.parse().ok().map(RoleId))))
            />
            <Choice
                label="Sourcing"
                options={keyword_options::<Sourcing>()}
                optional=true
                value=part(|it| it.sourcing.map(|it| it.key().to_owned()))
                choose=Callback::new(move |key: String| set(LaneField::Sourcing(Sourcing::from_key(&key))))
            />
            <Choice
                label="Performer"
                options={keyword_options::<Performer>()}
                optional=true
                value=part(|it| it.performer.map(|it| it.key().to_owned()))
                choose=Callback::new(move |key: String| set(LaneField::Performer(Performer::from_key(&key))))
            />
            <Show when=move || is(has_share)>
                <TextField
                    label="Done by others"
                    value=part(|it| it.others_share.as_ref().map(Percent::to_string))
                    commit=Callback::new(move |text: String| percent(&text).map(|it| set(LaneField::OthersShare(it))))
                />
            </Show>
            <Show when=move || is(has_criteria)>
                <TextField
                    label="What a partner is chosen by"
                    lines=2
                    value=part(|it| it.partner_criteria.as_ref().map(ToString::to_string))
                    commit=Callback::new(move |text: String| {
                        optional_text(&text).map(|it| set(LaneField::PartnerCriteria(it)))
                    })
                />
            </Show>
            <Show when=move || is(is_under_contract)>
                <TextField
                    label="Contract, or the outcome that is paid for"
                    lines=2
                    value=part(|it| it.contract.as_ref().map(ToString::to_string))
                    commit=Callback::new(move |text: String| optional_text(&text).map(|it| set(LaneField::Contract(it))))
                />
            </Show>
            <Choice
                label="Dedication"
                options={keyword_options::<Dedication>()}
                optional=true
                value=part(|it| it.dedication.map(|it| it.key().to_owned()))
                choose=Callback::new(move |key: String| set(LaneField::Dedication(Dedication::from_key(&key))))
            />
            <Show when=move || is(|it| it.dedication.is_some() || it.rationale.is_some())>
                <TextField
                    label="Why it is dedicated or shared"
                    lines=2
                    value=part(|it| it.rationale.as_ref().map(ToString::to_string))
                    commit=Callback::new(move |text: String| optional_text(&text).map(|it| set(LaneField::Rationale(it))))
                />
            </Show>
        </section>
        <EvidenceSection record=RecordId::Lane(id) />
        <footer>
            <button class="button" on:click=move |_| map_state.deleting.set(Some(Band::Lane(id)))>
                <Icon name="trash-2" />
                "Delete the lane"
            </button>
        </footer>
    }
}

/// Whether others perform it, or a contract is named although they do not.
fn is_under_contract(lane: &Lane) -> bool {
    lane.is_done_by_others() || lane.contract.is_some()
}

/// Whether it is a question how much of the work others do: the customer’s own work is not the company’s to give away.
fn has_share(lane: &Lane) -> bool {
    lane.kind.is_company_side() || lane.others_share.is_some()
}

/// Whether others are chosen for it, or criteria are named although they are not.
fn has_criteria(lane: &Lane) -> bool {
    lane.is_done_by_others() || lane.partner_criteria.is_some()
}
