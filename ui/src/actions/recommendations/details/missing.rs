//! What a recommendation lacks before it can be handed over (Q5): each entry leads to its field.

use leptos::prelude::*;
use opmap_analysis::{MissingPart, Severity, missing_parts};
use opmap_model::{Progress, RecommendationId};

use crate::dialog::focus;
use crate::editor::editor;
use crate::sign::Sign;

/// The identity of the field of a part on the page.
pub(super) fn part_id(part: MissingPart) -> String {
    format!("recommendation-{}", part.words())
}

#[component]
pub(super) fn Missing(id: RecommendationId) -> impl IntoView {
    let editor = editor();
    let missing = Memo::new(move |_| {
        editor.read(|document| {
            let it = document.get(id).filter(|it| it.progress != Some(Progress::Dropped));
            it.map(missing_parts).unwrap_or_default()
        })
    });
    view! {
        <Show when=move || !missing.with(Vec::is_empty)>
            <section class="recommendation-missing" aria-label="What is missing">
                <Sign severity=Severity::Warning />
                "Not set yet:"
                <For each=move || missing.get() key=|it| it.words() let(part)>
                    <button class="link" title="Go to its field" on:click=move |_| enter(part)>
                        {part.words()}
                    </button>
                </For>
            </section>
        </Show>
    }
}

/// Puts the keyboard into the field of a part.
fn enter(part: MissingPart) {
    let control = format!("#{} :is(select, input, textarea, button)", part_id(part));
    if let Some(element) = document().query_selector(&control).ok().flatten() {
        focus(&element);
    }
}
