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

/// The mark of the program.
#[component]
pub(crate) fn ProgramMark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
            <rect class="mark-a" x="2" y="3" width="8" height="6" rx="1.5" />
            <path class="mark-line" d="M10 6h5a3 3 0 0 1 3 3v4m0 0-2.5-2.5M18 13l2.5-2.5" />
            <rect class="mark-b" x="14" y="15" width="8" height="6" rx="1.5" />
        </svg>
    }
}
