//! The register of evidence: a table, and beside it all about the one that is chosen.

mod details;
mod filter;
mod table;

use leptos::prelude::*;

pub(super) use details::enter;
pub(super) use filter::{Filter, Filters};

#[component]
pub(super) fn EvidenceRegister() -> impl IntoView {
    view! {
        <table::Table />
        <details::Details />
    }
}
