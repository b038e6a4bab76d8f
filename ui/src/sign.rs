//! The sign of a severity.

use leptos::prelude::*;
use opmap_analysis::Severity;

/// The sign of a severity: octagon, triangle or circle, told apart without colour.
#[component]
pub(crate) fn Sign(severity: Severity) -> impl IntoView {
    let (class, path) = match severity {
        Severity::Error => ("sign error", "M5 1h6l4 4v6l-4 4H5l-4-4V5z"),
        Severity::Warning => ("sign warning", "M8 1 15.5 14.5H.5z"),
        Severity::Note => ("sign note", "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z"),
    };
    let glyph = if severity == Severity::Note { "M8 7v5M8 4v.5" } else { "M8 5v4.5M8 12v.4" };
    view! {
        <svg class=class viewBox="0 0 16 16" aria-hidden="true">
            <path class="sign-shape" d=path />
            <path class="sign-glyph" d=glyph />
        </svg>
    }
}

/// The severities, the gravest first, each with the word for several of it.
pub(crate) const SEVERITIES: [(Severity, &str); 3] =
    [(Severity::Error, "errors"), (Severity::Warning, "warnings"), (Severity::Note, "notes")];
