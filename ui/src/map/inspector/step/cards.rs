//! The cards of a step: what customers say, where it hurts, what was seen.

use leptos::prelude::*;
use opmap_model::{Card, CardField, CardId, CardKind, Edit, EvidenceGrade, Keyword, Pain, StepId};

use crate::editor::editor;
use crate::field::{Choice, NewText, TextField, keyword_options, text};
use crate::icon::Icon;
use crate::identity::fresh;

#[component]
pub(super) fn Cards(step: StepId) -> impl IntoView {
    let editor = editor();
    let cards = Memo::new(move |_| {
        editor.read(|document| document.cards_of_step(step).into_iter().map(|(id, _)| id).collect::<Vec<_>>())
    });
    let drafting = RwSignal::new(None::<CardKind>);
    view! {
        <ul class="note-cards" aria-label="Cards">
            <For each=move || cards.get() key=|id| *id let(id)>
                <CardView id />
            </For>
        </ul>
        {move || match drafting.get() {
            Some(kind) => view! { <NewCard step kind drafting /> }.into_any(),
            None => {
                let offer = move |kind: CardKind| {
                    view! {
                        <button type="button" class="chip offer" on:click=move |_| drafting.set(Some(kind))>
                            <Icon name="plus" />
                            {kind.label()}
                        </button>
                    }
                };
                view! { <div class="chips">{CardKind::ALL.iter().map(|it| offer(*it)).collect_view()}</div> }.into_any()
            }
        }}
    }
}

/// One card, each part of it edited in place.
#[component]
fn CardView(id: CardId) -> impl IntoView {
    let editor = editor();
    let part = move |look: fn(&Card) -> Option<String>| {
        Signal::derive(move || editor.read(|document| document.get(id).and_then(look).unwrap_or_default()))
    };
    let set = move |field: CardField| {
        editor.commit(Edit::SetCard { id, field });
    };
    let kind = Memo::new(move |_| editor.read(|document| document.get(id).map(|it| it.kind)));
    let is_internal =
        Memo::new(move |_| editor.read(|document| document.get(id).is_some_and(|it| it.internal)));
    view! {
        <li class="note-card" class:internal=move || is_internal.get()>
            <div class="note-card-head">
                <Choice
                    label="Kind of card"
                    bare=true
                    options={keyword_options::<CardKind>()}
                    value=part(|it| Some(it.kind.key().to_owned()))
                    choose=Callback::new(move |key: String| {
                        if let Some(kind) = CardKind::from_key(&key) {
                            set(CardField::Kind(kind));
                        }
                    })
                />
                <button
                    type="button"
                    class="icon-button small"
                    aria-label=move || format!("Delete the {}", kind.get().map_or("card", CardKind::label).to_lowercase())
                    title="Delete"
                    on:click=move |_| {
                        editor.commit(Edit::RemoveCards { ids: vec![id] });
                    }
                >
                    <Icon name="trash-2" />
                </button>
            </div>
            <TextField
                label="What it says"
                bare=true
                lines=2
                value=part(|it| Some(it.text.to_string()))
                commit=Callback::new(move |typed: String| text(&typed).map(|it| set(CardField::Text(it))))
            />
            <Show when=move || kind.get() == Some(CardKind::PainPoint)>
                <Choice
                    label="Severity"
                    options={keyword_options::<Pain>()}
                    optional=true
                    value=part(|it| it.pain.map(|it| it.key().to_owned()))
                    choose=Callback::new(move |key: String| set(CardField::Pain(Pain::from_key(&key))))
                />
            </Show>
            <Choice
                label="Known by"
                options={keyword_options::<EvidenceGrade>()}
                optional=true
                value=part(|it| it.evidence.map(|it| it.key().to_owned()))
                choose=Callback::new(move |key: String| set(CardField::Evidence(EvidenceGrade::from_key(&key))))
            />
            <label class="tick">
                <input
                    type="checkbox"
                    prop:checked=move || is_internal.get()
                    on:change=move |event| set(CardField::Internal(event_target_checked(&event)))
                />
                "Internal, never in the report"
            </label>
        </li>
    }
}

/// A card that is being written.
#[component]
fn NewCard(step: StepId, kind: CardKind, drafting: RwSignal<Option<CardKind>>) -> impl IntoView {
    let editor = editor();
    let take = Callback::new(move |typed: String| {
        let card = Card::new(step, kind, text(&typed)?);
        editor.commit(Edit::AddCard { id: fresh(), card, before: None });
        Ok(())
    });
    let hint = match kind {
        CardKind::Quote => "What they said, in their words",
        CardKind::PainPoint => "What goes wrong for the customer",
        CardKind::Observation => "What was seen or measured",
    };
    let close = Callback::new(move |_| drafting.set(None));
    view! { <NewText label=format!("New {}", kind.label().to_lowercase()) hint take close /> }
}
