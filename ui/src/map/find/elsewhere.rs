//! What was found away from the maps: in the registers and among the decisions. Choosing it leads there.

use leptos::prelude::*;
use opmap_model::RecordId;

use crate::editor::editor;
use crate::finder::{self, Finder};
use crate::frame::Panels;
use crate::leading::Leading;

/// How many are listed.
const LISTED: usize = 5;

/// A record that is on no map, its text that was found, and where it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Found {
    record: RecordId,
    text: String,
    place: String,
}

#[component]
pub(super) fn Elsewhere(query: RwSignal<String>) -> impl IntoView {
    let (editor, finder) = (editor(), expect_context::<Finder>());
    let (panels, leading) = (expect_context::<Panels>(), expect_context::<Leading>());
    let found = Memo::new(move |_| {
        finder.find(&query.get(), None, |hits| {
            let mut beside: Vec<_> = hits.iter().filter(|it| it.map.is_none()).collect();
            beside.dedup_by_key(|it| it.record);
            let listed = beside.iter().take(LISTED).map(|it| Found {
                record: it.record,
                text: it.text.clone(),
                place: editor.peek(|document| finder::place_words(document, it.record)),
            });
            (listed.collect::<Vec<_>>(), beside.len())
        })
    });
    let go = move |record: RecordId| {
        panels.find.set(false);
        leading.go(&[record]);
    };
    view! {
        <Show when=move || found.with(|it| it.1 > 0)>
            <div class="find-elsewhere" role="group" aria-label="Elsewhere">
                <p class="find-place">{move || format!("{} elsewhere", found.with(|it| it.1))}</p>
                <For each=move || found.get().0 key=|it| it.clone() let(it)>
                    <button class="find-leads" on:click=move |_| go(it.record)>
                        <span class="find-text">{it.text.clone()}</span>
                        <span class="find-place">{it.place.clone()}</span>
                    </button>
                </For>
            </div>
        </Show>
    }
}
