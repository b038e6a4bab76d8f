//! The registers of the workshop as fields need them: what there is to choose from, and what is called so.

use leptos::prelude::*;
use opmap_model::{
    Channel, ChannelId, ChannelKind, Document, Edit, ItSystem, ItSystemId, Keyword, Medium, Persona,
    PersonaId, RecordKey, Role, Shift, Title, folded,
};
use uuid::Uuid;

use crate::editor::{Editor, editor};
use crate::identity::fresh;

/// Keys and words to choose from.
pub(crate) type Options = Signal<Vec<(String, String)>>;

fn options(look: fn(&Document) -> Vec<(Uuid, &Title)>) -> Options {
    let editor = editor();
    Signal::derive(move || {
        editor.read(|document| {
            look(document).into_iter().map(|(id, title)| (id.to_string(), title.to_string())).collect()
        })
    })
}

/// The roles to choose from.
pub(crate) fn role_options() -> Options {
    options(|document| document.roles_in_order().into_iter().map(|(id, it)| (id.0, &it.title)).collect())
}

/// The channels to choose from.
pub(crate) fn channel_options() -> Options {
    options(|document| document.channels_in_order().into_iter().map(|(id, it)| (id.0, &it.title)).collect())
}

/// The systems to choose from.
pub(crate) fn system_options() -> Options {
    options(|document| document.it_systems_in_order().into_iter().map(|(id, it)| (id.0, &it.title)).collect())
}

/// The personas to choose from.
pub(crate) fn persona_options() -> Options {
    options(|document| document.personas_in_order().into_iter().map(|(id, it)| (id.0, &it.title)).collect())
}

/// The workstreams to choose from.
pub(crate) fn workstream_options() -> Options {
    options(|document| {
        document.workstreams_in_order().into_iter().map(|(id, it)| (id.0, &it.title)).collect()
    })
}

/// The seven shifts to choose from, as the workshop calls them.
pub(crate) fn shift_options() -> Options {
    let editor = editor();
    Signal::derive(move || {
        editor.read(|document| {
            let name = |it: &Shift| format!("{} {}", it.number(), document.assessment(*it).name());
            Shift::ALL.iter().map(|it| (it.key().to_owned(), name(it))).collect()
        })
    })
}

/// The functions that roles of the workshop belong to, in the order of the roles.
pub(crate) fn functions_in_use(document: &Document) -> Vec<String> {
    let mut functions: Vec<String> = Vec::new();
    for (_, role) in document.roles_in_order() {
        if let Some(function) = role.function.as_ref().map(ToString::to_string)
            && !functions.contains(&function)
        {
            functions.push(function);
        }
    }
    functions
}

/// The functions that are offered: those in use, then the usual ones. Any other can be typed.
pub(crate) fn functions_offered(document: &Document) -> Vec<String> {
    let mut functions = functions_in_use(document);
    for usual in Role::FUNCTIONS {
        if !functions.iter().any(|it| it == usual) {
            functions.push(usual.to_owned());
        }
    }
    functions
}

/// The channel of that name, and the edit that adds it where there is none.
pub(crate) fn channel_called(editor: Editor, title: Title) -> (ChannelId, Option<Edit>) {
    let known =
        editor.peek(|document| called(document.channels().iter().map(|(id, it)| (*id, &it.title)), &title));
    known_or_added(known, |id| Edit::AddChannel { id, channel: new_channel(title), before: None })
}

/// A channel that goes through what its name says, if it says so.
pub(crate) fn new_channel(title: Title) -> Channel {
    let medium = medium_called(&title);
    let kind = medium.map_or(ChannelKind::Assisted, Medium::usual_kind);
    Channel { medium, ..Channel::new(title, kind) }
}

/// The system of that name, and the edit that adds it where there is none.
pub(crate) fn system_called(editor: Editor, title: Title) -> (ItSystemId, Option<Edit>) {
    let known =
        editor.peek(|document| called(document.it_systems().iter().map(|(id, it)| (*id, &it.title)), &title));
    known_or_added(known, |id| Edit::AddItSystem { id, it_system: ItSystem::new(title), before: None })
}

/// The persona of that name, and the edit that adds it where there is none.
pub(crate) fn persona_called(editor: Editor, title: Title) -> (PersonaId, Option<Edit>) {
    let known =
        editor.peek(|document| called(document.personas().iter().map(|(id, it)| (*id, &it.title)), &title));
    known_or_added(known, |id| Edit::AddPersona { id, persona: Persona::new(title), before: None })
}

/// What is called so, case and accents aside.
fn called<'a, I>(mut all: impl Iterator<Item = (I, &'a Title)>, title: &Title) -> Option<I> {
    let wanted = folded(title.as_str());
    all.find(|(_, it)| folded(it.as_str()) == wanted).map(|(id, _)| id)
}

fn known_or_added<I: RecordKey>(known: Option<I>, add: impl FnOnce(I) -> Edit) -> (I, Option<Edit>) {
    match known {
        Some(id) => (id, None),
        None => {
            let id: I = fresh();
            (id, Some(add(id)))
        }
    }
}

/// What a channel of that name goes through, where the name says it.
fn medium_called(title: &Title) -> Option<Medium> {
    let wanted = folded(title.as_str());
    Medium::ALL.iter().copied().find(|it| wanted == folded(it.label()) || wanted == it.key())
}

#[cfg(test)]
mod tests {
    use opmap_model::{Medium, Title};

    use super::{called, medium_called};

    #[test]
    fn what_is_called_the_same_is_not_added_a_second_time() {
        let titles = ["Kontaktzentrum", "Café CRM"].map(|it| Title::new(it).unwrap());
        let all = || titles.iter().enumerate();
        assert_eq!(called(all(), &Title::new("cafe crm").unwrap()), Some(1));
        assert_eq!(called(all(), &Title::new("CRM").unwrap()), None);
    }

    #[test]
    fn a_channel_that_is_called_like_its_medium_has_it() {
        assert_eq!(medium_called(&Title::new("e-mail").unwrap()), Some(Medium::Email));
        assert_eq!(medium_called(&Title::new("SMS").unwrap()), Some(Medium::Sms));
        assert_eq!(medium_called(&Title::new("Service point").unwrap()), None);
    }
}
