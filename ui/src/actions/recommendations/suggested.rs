//! What could be recommended, each with the reasons that the workshop gives for it. Nothing is added unasked.

use leptos::prelude::*;
use opmap_analysis::{Reason, Suggestion, suggestions};
use opmap_model::{Edit, Keyword, RecommendationId, RecordId, Shift};

use crate::actions::state::ActionsState;
use crate::icon::Icon;
use crate::identity::fresh;
use crate::keys::{self, Command, OnActions};
use crate::leading::Leading;

/// How many are listed at first.
const LISTED: usize = 12;

#[component]
pub(super) fn Suggested() -> impl IntoView {
    let actions: ActionsState = expect_context();
    let (state, most) = (actions.recommendations, RwSignal::new(LISTED));
    let found = Memo::new(move |_| {
        actions.analysis.with(|analysis| actions.editor.read(|document| suggestions(document, analysis)))
    });
    let count = move || found.with(Vec::len);
    let listed = move || found.with(|it| it.iter().take(most.get()).cloned().collect::<Vec<_>>());
    let is_open = Memo::new(move |_| state.suggesting.get());
    let command = Command::Actions(OnActions::Suggestions);
    view! {
        <section class="suggested" class:open=is_open aria-label="Suggested from what was found">
            <h3>
                <button
                    class="suggested-turn"
                    aria-expanded=move || is_open.get().to_string()
                    title=keys::tooltip(command)
                    on:click=move |_| state.suggesting.update(|it| *it = !*it)
                >
                    {move || if is_open.get() {
                        view! { <Icon name="chevron-down" /> }
                    } else {
                        view! { <Icon name="chevron-right" /> }
                    }}
                    "Suggested from what was found "
                    <span class="quiet">{count}</span>
                    <kbd>{keys::hint(command)}</kbd>
                </button>
            </h3>
            <Show when=move || is_open.get()>
                <ul>
                    <For each=listed key=|it| (it.pattern.handle.clone(), it.reasons.iter().map(Reason::sentence).collect::<Vec<_>>()) let(suggestion)>
                        <One suggestion />
                    </For>
                </ul>
                <Show when=move || count() == 0>
                    <p class="quiet">"Nothing that was found gives a reason for more."</p>
                </Show>
                <Show when=move || { count() > most.get() }>
                    <button class="button quiet" on:click=move |_| most.update(|it| *it += LISTED)>
                        {move || format!("Show more of the other {}", count() - most.get())}
                    </button>
                </Show>
            </Show>
        </section>
    }
}

#[component]
fn One(suggestion: Suggestion) -> impl IntoView {
    let (actions, leading): (ActionsState, Leading) = (expect_context(), expect_context());
    let Suggestion { pattern, reasons } = suggestion;
    let add = move |_| {
        let id: RecommendationId = fresh();
        let recommendation = Box::new(pattern.recommendation());
        if actions.editor.commit(Edit::AddRecommendation { id, recommendation, before: None }) {
            actions.go(RecordId::Recommendation(id));
            actions.focus_wanted.notify();
            actions.spoken.set(format!("Added: {}.", pattern.title));
        }
    };
    let shift = pattern.shift;
    let reason = move |reason: Reason| {
        let words = reason.sentence();
        let leads = !matches!(reason, Reason::Measured(_));
        view! {
            <li>
                {if leads {
                    view! {
                        <button
                            class="link"
                            title="Show where"
                            on:click=move |_| {
                                if let Some(records) = place(actions, &reason, shift) {
                                    leading.go(&records);
                                }
                            }
                        >
                            {words}
                        </button>
                    }
                        .into_any()
                } else {
                    words.into_any()
                }}
            </li>
        }
    };
    view! {
        <li class="suggestion">
            <div>
                <strong>{pattern.title.to_string()}</strong>
                <span class="quiet">{format!(" {}", pattern.category.label())}</span>
                <ul class="suggestion-reasons">{reasons.into_iter().map(reason).collect_view()}</ul>
            </div>
            <button class="button" aria-label=format!("Add: {}", pattern.title) on:click=add>
                <Icon name="plus" />
                "Add"
            </button>
        </li>
    }
}

/// Where the first of what speaks for a pattern was found.
fn place(actions: ActionsState, reason: &Reason, shift: Shift) -> Option<Vec<RecordId>> {
    match reason {
        Reason::Found { rule, first, .. } => actions.analysis.with_untracked(|analysis| {
            let found = analysis.open().find(|it| it.rule == *rule && it.sentence == *first);
            found.map(|it| it.records.clone())
        }),
        Reason::Shift { .. } => Some(vec![RecordId::Assessment(shift.assessment_id())]),
        Reason::Measured(_) => None,
    }
}
