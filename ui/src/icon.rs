//! Icons from the shipped set.

use leptos::prelude::*;

/// An icon by the name of its file under `assets/icons/`. It says nothing by itself: the word beside it does.
#[component]
pub(crate) fn Icon(
    /// The name of its file without the ending.
    name: &'static str,
) -> impl IntoView {
    view! {
        <svg class="icon" aria-hidden="true" viewBox="0 0 24 24">
            <use_ href=format!("#icon-{name}") />
        </svg>
    }
}
