//! All about one finding.

use leptos::prelude::*;
use opmap_analysis::{Severity, kept};
use opmap_model::{Edit, KeptFindingField, KeptFindingId, Keyword, RecordId};

use super::answered::AnsweredBy;
use super::resting::RestsOn;
use crate::actions::details::{Foot, Head, Shown};
use crate::actions::state::ActionsState;
use crate::editor::editor;
use crate::evidence::{LinkOf, Links};
use crate::field::{Choice, NewText, TextField, keyword_options, optional_text, text};
use crate::frame::Over;
use crate::icon::Icon;
use crate::identity::fresh;
use crate::keys::{self, Command, OnActions};
use crate::palette::Asked;

#[component]
pub(super) fn One(id: KeptFindingId) -> impl IntoView {
    let actions: ActionsState = expect_context();
    let shown = Shown::new(id, |id, field| Edit::SetFinding { id, field });
    let sentence = Signal::derive(move || {
        actions.told.with(|it| it.get(&id).map(|it| it.sentence.clone()).unwrap_or_default())
    });
    view! {
        <Head path="Finding" title=shown.part(|it| Some(it.code())) />
        <section class="fields" aria-label="The finding">
            <TextField label="What it says" lines=4 value=sentence commit=shown.typed(text, KeptFindingField::Title) />
            <Sources id />
            <Choice
                label="Severity"
                options={keyword_options::<Severity>()}
                value=shown.part(|it| Some(it.severity.key().to_owned()))
                choose=shown.chosen(Severity::from_key, KeptFindingField::Severity)
            />
            <TextField
                label="Note, printed in the report"
                lines=3
                value=shown.part(|it| it.note.as_ref().map(ToString::to_string))
                commit=shown.typed(optional_text, KeptFindingField::Note)
            />
        </section>
        <RestsOn id />
        <Links of=LinkOf::Finding(id) />
        <AnsweredBy id />
        <Accepting id />
        <Foot record=RecordId::KeptFinding(id)>
            <button class="button" on:click=move |_| actions.panels.toggle(Over::Palette(Asked::Merge(id)))>
                <Icon name="copy" />
                "Merge…"
                <kbd>{keys::hint(Command::Actions(OnActions::Merge))}</kbd>
            </button>
        </Foot>
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
    let take = Callback::new(move |typed: String| {
        text(&typed).map(|reason| with_kept(&|it| Some(it.accept(&reason, fresh))))
    });
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
