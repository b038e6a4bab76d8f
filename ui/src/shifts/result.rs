//! What came out of scoring the seven shifts.

use leptos::prelude::*;

#[component]
pub(super) fn ResultView() -> impl IntoView {
    view! { <p class="empty">"Nothing yet. Score the first shift with the room."</p> }
}
