//! What the checks found, and measures and scores say, that no finding keeps yet.

use leptos::prelude::*;
use opmap_analysis::{Finding, not_kept};
use opmap_model::{KeptFindingId, RecordId};

use crate::actions::state::ActionsState;
use crate::icon::Icon;
use crate::identity::fresh;
use crate::leading::Leading;
use crate::sign::Sign;

/// How many are listed at first.
const LISTED: usize = 50;

#[component]
pub(super) fn NotKept() -> impl IntoView {
    let (actions, leading): (ActionsState, Leading) = (expect_context(), expect_context());
    let most = RwSignal::new(LISTED);
    let found = Memo::new(move |_| {
        actions.analysis.with(|analysis| {
            actions
                .editor
                .read(|document| not_kept(document, analysis).into_iter().cloned().collect::<Vec<Finding>>())
        })
    });
    let count = move || found.with(Vec::len);
    let listed = move || found.with(|it| it.iter().take(most.get()).cloned().collect::<Vec<_>>());
    let keep = move |finding: &Finding| {
        let id: KeptFindingId = fresh();
        if finding.keep(id).is_some_and(|edit| actions.editor.commit(edit)) {
            actions.go(RecordId::KeptFinding(id));
            actions.spoken.set("The finding is kept.".to_owned());
        }
    };
    view! {
        <section class="not-kept" aria-label="Found and not kept">
            <h3>
                "Found and not kept "
                <span class="quiet">{count}</span>
            </h3>
            <ul>
                <For each=listed key=|it| (it.rule, it.point, it.sentence.clone(), it.records.clone()) let(finding)>
                    <li>
                        <Sign severity=finding.severity />
                        <button
                            class="link"
                            title="Show what it is about"
                            on:click={
                                let records = finding.records.clone();
                                move |_| leading.go(&records)
                            }
                        >
                            {finding.sentence.clone()}
                        </button>
                        <span class="quiet">{finding.rule}</span>
                        <button
                            class="button"
                            aria-label=format!("Keep: {}", finding.sentence)
                            on:click=move |_| keep(&finding)
                        >
                            <Icon name="plus" />
                            "Keep"
                        </button>
                    </li>
                </For>
            </ul>
            <Show when=move || { count() == 0 }>
                <p class="quiet">"All that was found is kept or accepted."</p>
            </Show>
            <Show when=move || { count() > most.get() }>
                <button class="button quiet" on:click=move |_| most.update(|it| *it += LISTED)>
                    {move || format!("Show more of the other {}", count() - most.get())}
                </button>
            </Show>
        </section>
    }
}
