//! What was found away from the maps: in the registers and among the decisions. Choosing it leads there.

use leptos::prelude::*;
use opmap_analysis::Hit;
use opmap_model::{Document, RecordId};

use crate::editor::editor;
use crate::finder::{self, Finder};
use crate::frame::Panels;
use crate::leading::{Leading, name_of};

/// How many are listed.
const LISTED: usize = 5;

/// A record that is on no map.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Found {
    record: RecordId,
    name: String,
    /// Where it is, and which text of it was found, where that is not its name.
    place: String,
}

#[component]
pub(super) fn Elsewhere(query: RwSignal<String>) -> impl IntoView {
    let (editor, finder) = (editor(), expect_context::<Finder>());
    let (panels, leading) = (expect_context::<Panels>(), expect_context::<Leading>());
    let hits = Memo::new(move |_| {
        finder.find(&query.get(), None, |hits| {
            let mut beside: Vec<_> = hits.iter().filter(|it| it.map.is_none()).collect();
            beside.dedup_by_key(|it| it.record);
            let listed = editor.peek(|document| {
                beside.iter().take(LISTED).filter_map(|it| found(document, it)).collect::<Vec<_>>()
            });
            (listed, beside.len())
        })
    });
    let go = move |record: RecordId| {
        panels.find.set(false);
        leading.go(&[record]);
    };
    view! {
        <Show when=move || hits.with(|it| it.1 > 0)>
            <div class="find-elsewhere" role="group" aria-label="Elsewhere">
                <p class="find-place">{move || format!("{} elsewhere", hits.with(|it| it.1))}</p>
                <For each=move || hits.get().0 key=|it| it.clone() let(it)>
                    <button class="find-leads" on:click=move |_| go(it.record)>
                        <span class="find-text">{it.name.clone()}</span>
                        <span class="find-place">{it.place.clone()}</span>
                    </button>
                </For>
            </div>
        </Show>
    }
}

fn found(document: &Document, hit: &Hit) -> Option<Found> {
    let place = finder::place_words(document, hit.record);
    let name = name_of(document, hit.record)?;
    // What is found in a name, with or without its code, needs no further word.
    let is_name = name == hit.text || name.ends_with(hit.text.as_str());
    let place = if is_name { place } else { format!("{place} · in the {}", hit.part.label()) };
    Some(Found { record: hit.record, name, place })
}
