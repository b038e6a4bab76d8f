//! One connector; between two lanes of the company, a handoff.

use leptos::prelude::*;
use opmap_analysis::{Link, link_of};
use opmap_model::{
    Connector, ConnectorField, ConnectorId, ConnectorKind, Edit, Keyword, RecordId, RoleId, Seconds,
};

use super::{FindingsHere, role_options};
use crate::editor::editor;
use crate::field::{Choice, TextField, keyword_options, optional_title};
use crate::icon::Icon;
use crate::keys::{self, Command};

#[component]
pub(super) fn ConnectorDetails(id: ConnectorId) -> impl IntoView {
    let editor = editor();
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
        Some(Link::Handoff) => "Handoff",
        Some(Link::Contact) => "Contact with the customer",
        Some(Link::CustomerPath) => "The customer’s own path",
        Some(Link::System) => "System link",
        Some(Link::Within) | None => "Flow",
    };
    let parts = move || {
        editor.read(|document| {
            document.get(id).map(|it| format!("{} of {} parts", it.filled_parts(), Connector::PARTS))
        })
    };
    view! {
        <header>
            <p class="path">{path}</p>
            <h3>{ends}</h3>
            <Show when=move || link.get() == Some(Link::Handoff)>
                <p class="badge-line"><span class="badge">{parts}</span></p>
            </Show>
        </header>
        <FindingsHere record=RecordId::Connector(id) />
        <section class="fields" aria-label="The connector">
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
                placeholder="2 h 30 min"
                value=part(|it| it.limit_secs.map(|it| it.to_string()))
                commit=Callback::new(move |text: String| duration(&text).map(|it| set(ConnectorField::Limit(it))))
            />
            <TextField
                label="Acknowledgement"
                value=part(|it| it.acknowledgement.as_ref().map(ToString::to_string))
                commit=title_field(ConnectorField::Acknowledgement)
            />
        </section>
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

/// A duration as people write it: `2 h`, `90 min`, `1 d 4 h`; empty is *not set*.
fn duration(text: &str) -> Result<Option<Seconds>, String> {
    let fault = || "Write a time such as 20 min, 2 h or 1 d 4 h.".to_owned();
    // Units may stand right behind their number.
    let mut spaced = String::new();
    let mut last = ' ';
    for character in text.trim().chars() {
        if last.is_ascii_digit() && character.is_alphabetic() {
            spaced.push(' ');
        }
        spaced.push(character);
        last = character;
    }
    let words: Vec<&str> = spaced.split_whitespace().collect();
    if words.is_empty() {
        return Ok(None);
    }
    let mut total = 0_u32;
    for pair in words.chunks(2) {
        let &[count, unit] = pair else { return Err(fault()) };
        let size = match unit {
            "s" | "sec" => 1,
            "min" | "m" => 60,
            "h" => 3_600,
            "d" => 86_400,
            _ => return Err(fault()),
        };
        let count: u32 = count.parse().map_err(|_| fault())?;
        total = count.checked_mul(size).and_then(|it| total.checked_add(it)).ok_or_else(fault)?;
    }
    Seconds::new(total).map(Some).ok_or_else(|| "A time limit is at most ten years.".to_owned())
}

#[cfg(test)]
mod tests {
    use super::duration;

    #[test]
    fn durations_are_read_as_people_write_them() {
        let seconds = |text: &str| duration(text).map(|it| it.map(opmap_model::Seconds::get));
        assert_eq!(seconds("2 h 30 min"), Ok(Some(9_000)));
        assert_eq!(seconds("90min"), Ok(Some(5_400)));
        assert_eq!(seconds(" 1d 4h "), Ok(Some(100_800)));
        assert_eq!(seconds("  "), Ok(None));
        for nonsense in ["soon", "2", "h", "2 x", "-2 h", "99999999999 h", "4000 d"] {
            assert!(seconds(nonsense).is_err(), "{nonsense}");
        }
        for shown in [0, 45, 9_000, 259_200, 86_460] {
            let text = opmap_model::Seconds::new(shown).unwrap().to_string();
            assert_eq!(seconds(&text), Ok(Some(shown)), "what is shown can be typed: {text}");
        }
    }
}
