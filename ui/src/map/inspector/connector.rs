//! One connector; between two lanes of the company, a handoff.

use leptos::prelude::*;
use opmap_analysis::{Link, Severity, link_of};
use opmap_model::{
    Connector, ConnectorField, ConnectorId, ConnectorKind, Document, Edit, HandoffQuality, Keyword, RecordId,
    RoleId, StepId,
};

use super::FindingsHere;
use crate::commands::Commands;
use crate::editor::editor;
use crate::evidence::EvidenceSection;
use crate::field::{Choice, TextField, duration, exact, keyword_options, optional_title};
use crate::frame::CurrentAnalysis;
use crate::icon::Icon;
use crate::keys::{self, Command};
use crate::map::aiming::End;
use crate::map::hint::handoff_number;
use crate::registers::role_options;
use crate::sign::Sign;

#[component]
pub(super) fn ConnectorDetails(id: ConnectorId) -> impl IntoView {
    let (editor, analysis) = (editor(), expect_context::<CurrentAnalysis>());
    let part = move |look: fn(&Connector) -> Option<String>| {
        Signal::derive(move || editor.read(|document| document.get(id).and_then(look).unwrap_or_default()))
    };
    let set = move |field: ConnectorField| {
        editor.commit(Edit::SetConnector { id, field });
    };
    let title_field = move |make: fn(Option<opmap_model::Title>) -> ConnectorField| {
        Callback::new(move |text: String| optional_title(&text).map(|it| set(make(it))))
    };
    let ends = move || {
        editor.read(|document| {
            let connector = document.get(id)?;
            Some(format!("{} → {}", document.get(connector.from)?.title, document.get(connector.to)?.title))
        })
    };
    let link = Memo::new(move |_| editor.read(|document| link_of(document, document.get(id)?)));
    let path = move || match link.get() {
        Some(Link::Handoff) => {
            let number = analysis.with(|it| editor.peek(|document| handoff_number(document, it, id)));
            number.map_or("Handoff".to_owned(), |it| format!("Handoff {it}"))
        }
        Some(Link::Contact) => "Contact with the customer".to_owned(),
        Some(Link::CustomerPath) => "The customer’s own path".to_owned(),
        Some(Link::System) => "System link".to_owned(),
        Some(Link::Within) | None => "Flow".to_owned(),
    };
    let parts = move || {
        editor.read(|document| {
            document.get(id).map(|it| format!("{} of {} parts", it.filled_parts(), Connector::PARTS))
        })
    };
    let quality = Memo::new(move |_| editor.read(|document| document.get(id).map(Connector::quality)));
    view! {
        <header>
            <p class="path">{path}</p>
            <h3>{ends}</h3>
            <Show when=move || link.get() == Some(Link::Handoff)>
                <p class="badge-line">
                    {move || quality.get().map(quality_sign)}
                    <span class="badge">{parts}</span>
                </p>
            </Show>
        </header>
        <FindingsHere record=RecordId::Connector(id) />
        <section class="fields" aria-label="The connector">
            <EndField id end=End::From />
            <EndField id end=End::To />
            <Choice
                label="Kind"
                options={keyword_options::<ConnectorKind>()}
                value=part(|it| Some(it.kind.key().to_owned()))
                choose=Callback::new(move |key: String| {
                    if let Some(kind) = ConnectorKind::from_key(&key) {
                        set(ConnectorField::Kind(kind));
                    }
                })
            />
            <TextField
                label="Label"
                value=part(|it| it.label.as_ref().map(ToString::to_string))
                commit=title_field(ConnectorField::Label)
            />
            <TextField
                label="Trigger"
                value=part(|it| it.trigger.as_ref().map(ToString::to_string))
                commit=title_field(ConnectorField::Trigger)
            />
            <TextField
                label="Information passed"
                value=part(|it| it.information.as_ref().map(ToString::to_string))
                commit=title_field(ConnectorField::Information)
            />
            <Choice
                label="Owner"
                options=role_options()
                optional=true
                value=part(|it| it.owner.map(|it| it.0.to_string()))
                choose=Callback::new(move |key: String| set(ConnectorField::Owner(key.parse().ok().map(RoleId))))
            />
            <TextField
                label="Time limit"
                value=part(|it| it.limit_secs.map(exact))
                commit=Callback::new(move |text: String| duration(&text).map(|it| set(ConnectorField::Limit(it))))
            />
            <TextField
                label="Acknowledge\u{ad}ment"
                value=part(|it| it.acknowledgement.as_ref().map(ToString::to_string))
                commit=title_field(ConnectorField::Acknowledgement)
            />
            <Show when=move || editor.read(|document| carries_context(document, id))>
                <Choice
                    label="Context carried"
                    options={[("yes", "Yes"), ("no", "No")].map(|(key, word)| (key.to_owned(), word.to_owned())).to_vec()}
                    optional=true
                    value=part(|it| it.context_carried.map(|it| if it { "yes" } else { "no" }.to_owned()))
                    choose=Callback::new(move |key: String| {
                        set(ConnectorField::ContextCarried((!key.is_empty()).then_some(key == "yes")));
                    })
                />
            </Show>
        </section>
        <EvidenceSection record=RecordId::Connector(id) />
        <footer>
            <button
                class="button"
                on:click=move |_| {
                    editor.commit(Edit::RemoveConnectors { ids: vec![id] });
                }
            >
                <Icon name="trash-2" />
                "Delete"
                <kbd>{keys::hint(Command::Delete)}</kbd>
            </button>
        </footer>
    }
}

/// The step at an end, which a press leads elsewhere.
#[component]
fn EndField(id: ConnectorId, end: End) -> impl IntoView {
    let (editor, commands) = (editor(), expect_context::<Commands>());
    let word = match end {
        End::From => "From",
        End::To => "To",
    };
    let step = Memo::new(move |_| {
        editor.read(|document| {
            let connector = document.get(id)?;
            let step = if end == End::From { connector.from } else { connector.to };
            document.get(step).map(|it| it.title.to_string())
        })
    });
    let step = move || step.get().unwrap_or_default();
    let command = Command::Aim(end);
    view! {
        <div class="field">
            <span class="field-label" aria-hidden="true">{word}</span>
            <button
                class="button end-step"
                title=keys::tooltip(command)
                on:click=move |_| commands.run(command)
            >
                <span><span class="unseen">{word} " "</span>{step}</span>
                <kbd>{keys::hint(command)}</kbd>
            </button>
        </div>
    }
}

/// Whether it is a question if what is known so far goes along: where the work changes hands or channel, or where
/// somebody has answered it.
fn carries_context(document: &Document, id: ConnectorId) -> bool {
    let Some(connector) = document.get(id) else { return false };
    let channel = |step: StepId| document.get(step).and_then(|it| it.channel);
    let changes_channel = channel(connector.from) != channel(connector.to);
    changes_channel
        || link_of(document, connector) == Some(Link::Handoff)
        || connector.context_carried.is_some()
}

/// How well a handoff is agreed, by its sign and in words.
fn quality_sign(quality: HandoffQuality) -> impl IntoView {
    let sign = match quality {
        HandoffQuality::Agreed => view! { <Icon name="circle-check" /> }.into_any(),
        HandoffQuality::Partly => view! { <Icon name="circle-dot" /> }.into_any(),
        HandoffQuality::Unowned => view! { <Sign severity=Severity::Warning /> }.into_any(),
    };
    view! {
        {sign}
        <strong>{quality.label()}</strong>
    }
}
