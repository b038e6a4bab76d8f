//! Everything about the piece of evidence where one is, each value edited in place.

use leptos::prelude::*;
use opmap_model::{
    Edit, Evidence, EvidenceField, EvidenceGrade, EvidenceId, EvidenceKind, Keyword, RecordId, Text,
};

use crate::actions::key_press;
use crate::actions::state::ActionsState;
use crate::editor::editor;
use crate::evidence::{LinkOf, Links};
use crate::field::{Choice, TextField, keyword_options, optional_title};
use crate::icon::Icon;
use crate::keys::{self, Command, OnActions};

#[component]
pub(super) fn Details() -> impl IntoView {
    let actions: ActionsState = expect_context();
    view! {
        <aside
            class="inspector"
            aria-label="Details"
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    actions.focus_wanted.notify();
                }
            }
        >
            {move || match actions.chosen.get().and_then(RecordId::key::<EvidenceId>) {
                Some(id) => view! { <Piece id /> }.into_any(),
                None => view! {
                    <section><p class="quiet">"Choose a piece of evidence to see all that is said of it."</p></section>
                }
                    .into_any(),
            }}
        </aside>
    }
}

#[component]
fn Piece(id: EvidenceId) -> impl IntoView {
    let (editor, actions): (_, ActionsState) = (editor(), expect_context());
    let part = move |look: fn(&Evidence) -> Option<String>| {
        Signal::derive(move || editor.read(|document| document.get(id).and_then(look).unwrap_or_default()))
    };
    let set = move |field: EvidenceField| {
        editor.commit(Edit::SetEvidence { id, field });
    };
    let title_field = move |make: fn(Option<opmap_model::Title>) -> EvidenceField| {
        Callback::new(move |text: String| optional_title(&text).map(|it| set(make(it))))
    };
    let is = move |look: fn(&Evidence) -> bool| {
        Memo::new(move |_| editor.read(|document| document.get(id).is_some_and(look)))
    };
    let has_page = is(|it| it.kind == EvidenceKind::Document || it.page.is_some());
    let is_internal = is(|it| it.internal);
    view! {
        <header>
            <p class="path">"Evidence"</p>
            <h3>{part(|it| Some(it.code()))}</h3>
        </header>
        <section class="fields" aria-label="The evidence">
            <TextField
                label="What it says"
                lines=5
                value=part(|it| Some(it.text.to_string()))
                commit=Callback::new(move |text: String| {
                    Text::new(&text).map(|it| set(EvidenceField::Text(it))).map_err(|it| it.to_string())
                })
            />
            <Choice
                label="Kind"
                options={keyword_options::<EvidenceKind>()}
                value=part(|it| Some(it.kind.key().to_owned()))
                choose=Callback::new(move |key: String| {
                    if let Some(kind) = EvidenceKind::from_key(&key) {
                        set(EvidenceField::Kind(kind));
                    }
                })
            />
            <Choice
                label="Known by"
                options={keyword_options::<EvidenceGrade>()}
                optional=true
                none="not graded"
                value=part(|it| it.grade.map(|it| it.key().to_owned()))
                choose=Callback::new(move |key: String| set(EvidenceField::Grade(EvidenceGrade::from_key(&key))))
            />
            <TextField
                label="Source"
                value=part(|it| it.source.as_ref().map(ToString::to_string))
                commit=title_field(EvidenceField::Source)
            />
            <Show when=move || has_page.get()>
                <TextField
                    label="Page"
                    value=part(|it| it.page.as_ref().map(ToString::to_string))
                    commit=title_field(EvidenceField::Page)
                />
            </Show>
            <TextField
                label="Date"
                value=part(|it| it.date.map(|it| it.to_string()))
                commit=Callback::new(move |text: String| {
                    let text = text.trim();
                    let date = (!text.is_empty()).then(|| text.parse()).transpose();
                    date.map(|it| set(EvidenceField::Date(it)))
                        .map_err(|_| "Write the date as year-month-day, such as 2026-06-18.".to_owned())
                })
            />
            <label class="tick">
                <input
                    type="checkbox"
                    prop:checked=move || is_internal.get()
                    on:change=move |event| set(EvidenceField::Internal(event_target_checked(&event)))
                />
                "Internal, never in the report"
            </label>
        </section>
        <Links of=LinkOf::Evidence(id) />
        <footer>
            <button class="button" on:click=move |_| key_press::delete(RecordId::Evidence(id), actions)>
                <Icon name="trash-2" />
                "Delete"
                <kbd>{keys::hint(Command::Actions(OnActions::Delete))}</kbd>
            </button>
        </footer>
    }
}
