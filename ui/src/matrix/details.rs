//! Beside the matrix: everything about one role or one activity, each value edited in place.

use leptos::prelude::*;
use opmap_model::{Activity, ActivityField, ActivityId, Edit, RecordId, RoleField, RoleId, Subject};

use super::adding;
use super::place::Place;
use super::state::MatrixState;
use crate::dialog::focus;
use crate::editor::editor;
use crate::field::{Adding, Held, TextField, Toggles, optional_text, optional_title, title};
use crate::findings_here::FindingsHere;
use crate::icon::Icon;
use crate::keys::on_escape;
use crate::registers::functions_offered;
use crate::role::RoleDetails;

/// What the details are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detailed {
    Role(RoleId),
    Activity(ActivityId),
}

impl Detailed {
    /// What a place tells of: the activity at the head of its row, else the role of the column.
    pub(super) fn at(place: Place) -> Option<Self> {
        match place {
            Place { subject: Some(Subject::Activity(id)), role: None } => Some(Self::Activity(id)),
            Place { role, .. } => role.map(Self::Role),
        }
    }

    fn record(self) -> RecordId {
        match self {
            Self::Role(id) => RecordId::Role(id),
            Self::Activity(id) => RecordId::Activity(id),
        }
    }
}

/// Shows the details of what is told of where one is; the keyboard stays where it is.
pub(super) fn show(matrix: MatrixState) {
    if let Some(detailed) = Detailed::at(matrix.at.get_untracked()) {
        matrix.details.set(Some(detailed));
    }
}

/// Shows them and gives them the keyboard.
pub(super) fn open(matrix: MatrixState) {
    show(matrix);
    request_animation_frame(|| {
        if let Ok(Some(field)) = document().query_selector(".matrix-details input") {
            focus(&field);
        }
    });
}

#[component]
pub(super) fn DetailsIfOpen() -> impl IntoView {
    let (editor, matrix) = (editor(), expect_context::<MatrixState>());
    // Once open, it follows from head to head.
    Effect::new(move |_| {
        let at = matrix.at.get();
        let is_head = at.subject.is_none() || at.role.is_none();
        if let Some(detailed) =
            Detailed::at(at).filter(|_| is_head && matrix.details.get_untracked().is_some())
        {
            matrix.details.set(Some(detailed));
        }
    });
    let shown = Memo::new(move |_| {
        let is_there = |it: &Detailed| {
            editor.read(|document| match *it {
                Detailed::Role(id) => document.get(id).is_some(),
                Detailed::Activity(id) => document.get(id).is_some(),
            })
        };
        matrix.details.get().filter(is_there)
    });
    move || shown.get().map(|detailed| view! { <Details detailed /> })
}

#[component]
fn Details(detailed: Detailed) -> impl IntoView {
    let (editor, matrix) = (editor(), expect_context::<MatrixState>());
    let close = move || {
        matrix.details.set(None);
        matrix.focus_wanted.notify();
    };
    let name = Signal::derive(move || {
        let name = editor.read(|document| match detailed {
            Detailed::Role(id) => document.get(id).map(|it| it.title.to_string()),
            Detailed::Activity(id) => document.get(id).map(|it| it.title.to_string()),
        });
        name.unwrap_or_default()
    });
    let rename = Callback::new(move |text: String| {
        title(&text).map(|title| {
            editor.commit(match detailed {
                Detailed::Role(id) => Edit::SetRole { id, field: RoleField::Title(title) },
                Detailed::Activity(id) => Edit::SetActivity { id, field: ActivityField::Title(title) },
            });
        })
    });
    let (kind, fields) = match detailed {
        Detailed::Role(id) => {
            let merged = Callback::new(move |into| matrix.details.set(Some(Detailed::Role(into))));
            ("Role", view! { <RoleDetails id merged /> }.into_any())
        }
        Detailed::Activity(id) => {
            ("Activity outside the journeys", view! { <ActivityDetails id /> }.into_any())
        }
    };
    view! {
        <aside
            class="inspector matrix-details"
            aria-label="Details"
            on:keydown=on_escape(close)
        >
            <header>
                <p class="path">{kind}</p>
                <h3>{name}</h3>
                <button class="icon-button" aria-label="Close the details" on:click=move |_| close()>
                    <Icon name="x" />
                </button>
            </header>
            <FindingsHere record=detailed.record() />
            <section class="fields" aria-label=kind>
                <TextField label="Name" value=name commit=rename />
                {fields}
                <button class="button" on:click=move |_| adding::delete_record(detailed, editor, matrix)>
                    <Icon name="trash-2" />
                    "Delete"
                </button>
            </section>
        </aside>
    }
}

/// What is known of an activity besides its name.
#[component]
fn ActivityDetails(id: ActivityId) -> impl IntoView {
    let editor = editor();
    let part = move |look: fn(&Activity) -> Option<String>| {
        Signal::derive(move || editor.read(|document| document.get(id).and_then(look).unwrap_or_default()))
    };
    let set = move |field: ActivityField| {
        editor.commit(Edit::SetActivity { id, field });
    };
    let groups = editor.peek(|document| {
        let used = document.activities().values().filter_map(|it| it.group.as_ref()).map(ToString::to_string);
        let mut groups: Vec<String> = Activity::GROUPS.map(str::to_owned).to_vec();
        groups.extend(used.filter(|it| !Activity::GROUPS.contains(&it.as_str())));
        groups.sort_unstable();
        groups.dedup();
        groups
    });
    let functions = Signal::derive(move || {
        let offered = editor.read(functions_offered).into_iter();
        offered.map(|it| (it.clone(), it)).collect::<Vec<_>>()
    });
    view! {
        <TextField
            label="Group"
            offers=groups
            value=part(|it| it.group.as_ref().map(ToString::to_string))
            commit=Callback::new(move |text: String| optional_title(&text).map(|it| set(ActivityField::Group(it))))
        />
        <Toggles
            label="Functions"
            options=functions
            held=Callback::new(move |key: String| {
                let spans = |it: &Activity| it.functions.iter().any(|it| it.as_str() == key);
                Held::of([editor.read(|document| document.get(id).is_some_and(spans))])
            })
            toggle=Callback::new(move |(key, on): (String, bool)| {
                if let Ok(function) = title(&key) {
                    set(ActivityField::Function(function, on));
                }
            })
            add=Adding {
                what: "function",
                take: Callback::new(move |text: String| {
                    title(&text).map(|it| set(ActivityField::Function(it, true)))
                }),
            }
        />
        <TextField
            label="Note"
            lines=3
            value=part(|it| it.note.as_ref().map(ToString::to_string))
            commit=Callback::new(move |text: String| optional_text(&text).map(|it| set(ActivityField::Note(it))))
        />
    }
}
