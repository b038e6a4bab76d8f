//! What could not be taken from rows as it stands.

use leptos::prelude::*;
use opmap_exchange::rows::LeftOut;

/// How many sentences are shown.
const SHOWN: usize = 6;

/// One sentence for each, row by row; nothing where there are none.
#[component]
pub(crate) fn LeftOutList(
    /// What they have in common.
    what: &'static str,
    lines: Signal<Vec<LeftOut>>,
) -> impl IntoView {
    move || {
        let lines = lines.get();
        let more = lines.len().saturating_sub(SHOWN);
        (!lines.is_empty()).then(|| {
            view! {
                <ul class="rows-faults" aria-label=what>
                    {lines
                        .into_iter()
                        .take(SHOWN)
                        .map(|it| view! { <li>{format!("Row {}: {}", it.row, it.sentence)}</li> })
                        .collect_view()}
                    {(more > 0).then(|| view! { <li>{format!("And {more} more.")}</li> })}
                </ul>
            }
        })
    }
}
