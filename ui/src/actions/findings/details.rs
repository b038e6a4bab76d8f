//! Everything about the finding where one is, each value edited in place.

use leptos::prelude::*;
use opmap_analysis::{Severity, kept};
use opmap_model::{Edit, KeptFinding, KeptFindingField, KeptFindingId, Keyword, RecordId, Text};

use super::resting::RestsOn;
use crate::actions::key_press;
use crate::actions::state::ActionsState;
use crate::editor::editor;
use crate::evidence::{LinkOf, Links};
use crate::field::{Choice, NewText, TextField, keyword_options, optional_text};
use crate::frame::Over;
use crate::icon::Icon;
use crate::identity::fresh;
use crate::keys::{self, Command, OnActions};
use crate::palette::Asked;

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
            {move || match actions.chosen.get().and_then(RecordId::key::<KeptFindingId>) {
                Some(id) => view! { <One id /> }.into_any(),
                None => view! {
                    <section><p class="quiet">"Choose a finding to see all that is said of it."</p></section>
                }
                    .into_any(),
            }}
        </aside>
    }
}

#[component]
fn One(id: KeptFindingId) -> impl IntoView {
    let (editor, actions): (_, ActionsState) = (editor(), expect_context());
    let part = move |look: fn(&KeptFinding) -> Option<String>| {
        Signal::derive(move || editor.read(|document| document.get(id).and_then(look).unwrap_or_default()))
    };
    let set = move |field: KeptFindingField| {
        editor.commit(Edit::SetFinding { id, field });
    };
    let sentence = Signal::derive(move || {
        actions.told.with(|it| it.get(&id).map(|it| it.sentence.clone()).unwrap_or_default())
    });
    view! {
        <header>
            <p class="path">"Finding"</p>
            <h3>{part(|it| Some(it.code()))}</h3>
        </header>
        <section class="fields" aria-label="The finding">
            <TextField
                label="What it says"
                lines=4
                value=sentence
                commit=Callback::new(move |text: String| {
                    Text::new(&text).map(|it| set(KeptFindingField::Title(it))).map_err(|it| it.to_string())
                })
            />
            <Sources id />
            <Choice
                label="Severity"
                options={keyword_options::<Severity>()}
                value=part(|it| Some(it.severity.key().to_owned()))
                choose=Callback::new(move |key: String| {
                    if let Some(severity) = Severity::from_key(&key) {
                        set(KeptFindingField::Severity(severity));
                    }
                })
            />
            <TextField
                label="Note, printed in the report"
                lines=3
                value=part(|it| it.note.as_ref().map(ToString::to_string))
                commit=Callback::new(move |text: String| optional_text(&text).map(|it| set(KeptFindingField::Note(it))))
            />
        </section>
        <RestsOn id />
        <Links of=LinkOf::Finding(id) />
        <Accepting id />
        <footer>
            <button class="button" on:click=move |_| actions.panels.toggle(Over::Palette(Asked::Merge(id)))>
                <Icon name="copy" />
                "Merge…"
                <kbd>{keys::hint(Command::Actions(OnActions::Merge))}</kbd>
            </button>
            <button class="button" on:click=move |_| key_press::delete(RecordId::KeptFinding(id), actions)>
                <Icon name="trash-2" />
                "Delete"
                <kbd>{keys::hint(Command::Actions(OnActions::Delete))}</kbd>
            </button>
        </footer>
    }
}

/// What found it, and the way back from words of its own to those of the check.
#[component]
fn Sources(id: KeptFindingId) -> impl IntoView {
    let (editor, actions): (_, ActionsState) = (editor(), expect_context());
    let found = Memo::new(move |_| {
        let gone = actions.told.with(|it| it.get(&id).is_some_and(|it| it.is_no_longer_found));
        editor.read(|document| {
            let finding = document.get(id)?;
            let mut rules: Vec<String> = finding.sources.iter().map(|it| it.rule.to_string()).collect();
            rules.dedup();
            Some((rules.join(", "), finding.reworded, gone))
        })
    });
    view! {
        {move || found.get().map(|(rules, reworded, gone)| {
            let words = match (rules.is_empty(), gone) {
                (true, _) => "Written by hand.".to_owned(),
                (false, true) => format!("Found by {rules} once; no longer found."),
                (false, false) => format!("Found by {rules}."),
            };
            view! {
                <p class="quiet">{words}</p>
                {(reworded && !rules.is_empty() && !gone).then(|| view! {
                    <button
                        class="button"
                        on:click=move |_| {
                            editor.commit(Edit::SetFinding { id, field: KeptFindingField::Reworded(false) });
                        }
                    >
                        "Say what is found"
                    </button>
                })}
            }
        })}
    }
}

/// Whether it is accepted, with the reason (Q7).
#[component]
fn Accepting(id: KeptFindingId) -> impl IntoView {
    let (editor, actions): (_, ActionsState) = (editor(), expect_context());
    let asking = RwSignal::new(false);
    let reason = Memo::new(move |_| {
        actions
            .told
            .with(|it| it.get(&id).and_then(|it| it.accepted.as_ref().map(|it| it.reason.to_string())))
    });
    let with_kept = move |make: &dyn Fn(&opmap_analysis::Kept<'_>) -> Option<Edit>| {
        let edit = actions.analysis.with_untracked(|analysis| {
            editor.peek(|document| kept(document, analysis).iter().find(|it| it.id == id).and_then(make))
        });
        if let Some(edit) = edit {
            editor.commit(edit);
        }
    };
    let take = Callback::new(move |text: Text| with_kept(&|it| Some(it.accept(&text, fresh))));
    view! {
        <section class="fields" aria-label="Accepted">
            {move || match (reason.get(), asking.get()) {
                (_, true) => view! {
                    <NewText
                        label="Why it is left as it is"
                        hint="Why it is left as it is"
                        take
                        close=Callback::new(move |_| asking.set(false))
                    />
                }
                    .into_any(),
                (Some(reason), _) => view! {
                    <p>{format!("Accepted: {reason}")}</p>
                    <button class="button" on:click=move |_| with_kept(&|it| it.reopen())>"Open it again"</button>
                }
                    .into_any(),
                (None, _) => view! {
                    <button class="button" on:click=move |_| asking.set(true)>"Accept with a reason…"</button>
                }
                    .into_any(),
            }}
        </section>
    }
}
