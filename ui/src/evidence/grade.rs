//! How well something is known: a dot that is full, half, a ring or dotted, with its word.

use leptos::prelude::*;
use opmap_model::{EvidenceGrade, Keyword};

/// The dot of a grade with its word; dashed where there is none.
#[component]
pub(crate) fn Grade(grade: Option<EvidenceGrade>) -> impl IntoView {
    let (class, words) = match grade {
        Some(grade) => (grade.key(), grade.label()),
        None => ("none", "not graded"),
    };
    view! {
        <span class=format!("grade {class}")>
            <svg viewBox="0 0 12 12" aria-hidden="true">
                <circle class="grade-ring" cx="6" cy="6" r="4.75" />
                {match grade {
                    Some(EvidenceGrade::Data) => Some("M6 1.25a4.75 4.75 0 0 1 0 9.5a4.75 4.75 0 0 1 0-9.5z"),
                    Some(EvidenceGrade::Observed) => Some("M6 1.25a4.75 4.75 0 0 0 0 9.5z"),
                    _ => None,
                }
                    .map(|path| view! { <path class="grade-fill" d=path /> })}
            </svg>
            {words}
        </span>
    }
}
