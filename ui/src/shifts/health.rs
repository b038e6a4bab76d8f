//! The health check: questions about each shift that lead to a proposal for its score.

use leptos::prelude::*;

#[component]
pub(super) fn HealthView() -> impl IntoView {
    view! { <p class="empty">"Nothing yet."</p> }
}
