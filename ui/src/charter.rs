//! The Charter station: what the workshop is about, its registers (who is in the room, roles, personas, channels,
//! systems), what the room is asked, and from where on the checks speak up.

mod channels;
mod chosen;
mod limits;
mod participants;
mod personas;
mod questions;
mod register;
mod roles;
mod systems;

pub(crate) use chosen::{ChosenChannel, ChosenParticipant, ChosenPersona, ChosenRole, ChosenSystem};
pub(crate) use participants::SeveralPeople;

use leptos::prelude::*;
use opmap_model::{Confidentiality, Edit, Keyword, Workshop, WorkshopField};

use crate::editor::editor;
use crate::field::{Choice, TextField, keyword_options, optional_date, optional_text, optional_title, title};
use crate::icon::Icon;
use register::RegisterView;

#[component]
pub(crate) fn Charter() -> impl IntoView {
    let (editor, several) = (editor(), expect_context::<SeveralPeople>());
    let (role, participant): (ChosenRole, ChosenParticipant) = (expect_context(), expect_context());
    let (persona, channel): (ChosenPersona, ChosenChannel) = (expect_context(), expect_context());
    let system: ChosenSystem = expect_context();
    participants::listen();
    let part = move |look: fn(&Workshop) -> Option<String>| {
        Signal::derive(move || editor.read(|document| look(document.workshop()).unwrap_or_default()))
    };
    let set = move |make: fn(&str) -> Result<WorkshopField, String>| {
        Callback::new(move |text: String| {
            make(&text).map(|field| {
                editor.commit(Edit::SetWorkshop(field));
            })
        })
    };
    let confidentiality = part(|it| it.confidentiality.map(|it| it.key().to_owned()));
    view! {
        <main class="station charter">
            <header class="toolbar">
                <h2>"Charter"</h2>
            </header>
            <div class="charter-body">
                <section class="card" aria-label="The workshop">
                    <h3>"The workshop"</h3>
                    <TextField
                        label="Title"
                        value=part(|it| Some(it.title.to_string()))
                        commit=set(|text| title(text).map(WorkshopField::Title))
                    />
                    <TextField
                        label="Client"
                        value=part(|it| it.client.as_ref().map(ToString::to_string))
                        commit=set(|text| optional_title(text).map(WorkshopField::Client))
                    />
                    <TextField
                        label="Facilitator"
                        value=part(|it| it.facilitator.as_ref().map(ToString::to_string))
                        commit=set(|text| optional_title(text).map(WorkshopField::Facilitator))
                    />
                    <TextField
                        label="Date"
                        value=part(|it| it.date.map(|it| it.to_string()))
                        commit=set(|text| optional_date(text).map(WorkshopField::Date))
                    />
                    <Choice
                        label="Confidentiality"
                        options={keyword_options::<Confidentiality>()}
                        value=confidentiality
                        optional=true
                        choose=Callback::new(move |key: String| {
                            editor.commit(Edit::SetWorkshop(WorkshopField::Confidentiality(Confidentiality::from_key(&key))));
                        })
                    />
                </section>
                <section class="card" aria-label="What it is for">
                    <h3>"What it is for"</h3>
                    <TextField
                        label="Purpose"
                        lines=4
                        value=part(|it| it.purpose.as_ref().map(ToString::to_string))
                        commit=set(|text| optional_text(text).map(WorkshopField::Purpose))
                    />
                    <TextField
                        label="Goals, one a line"
                        lines=5
                        value=part(|it| it.goals.as_ref().map(ToString::to_string))
                        commit=set(|text| optional_text(text).map(WorkshopField::Goals))
                    />
                    <TextField
                        label="Scope"
                        lines=4
                        value=part(|it| it.scope.as_ref().map(ToString::to_string))
                        commit=set(|text| optional_text(text).map(WorkshopField::Scope))
                    />
                </section>
                <RegisterView register=&participants::PARTICIPANTS chosen=participant.0>
                    <participants::FrontlineVoices />
                    <button class="button" aria-haspopup="dialog" on:click=move |_| several.ask()>
                        <Icon name="users" />
                        "Several…"
                    </button>
                </RegisterView>
                <RegisterView register=&roles::ROLES chosen=role.0 />
                <RegisterView register=&personas::PERSONAS chosen=persona.0 />
                <RegisterView register=&channels::CHANNELS chosen=channel.0 />
                <RegisterView register=&systems::SYSTEMS chosen=system.0 />
                <questions::Questions />
                <limits::Limits />
            </div>
            <participants::AddSeveral />
        </main>
    }
}
