//! In the status bar: which findings are answered, what recommendations lack, and what ranks them.

use std::collections::BTreeSet;

use leptos::prelude::*;
use opmap_analysis::Severity;
use opmap_model::{Document, Progress};

use super::method::ranked_words;
use crate::actions::state::ActionsState;
use crate::sign::Sign;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Counts {
    findings: usize,
    answered: usize,
    without_measure: usize,
}

fn counts(document: &Document) -> Counts {
    let is_dropped = |it: &&opmap_model::Recommendation| it.progress == Some(Progress::Dropped);
    let going_on = || document.recommendations().values().filter(|it| !is_dropped(it));
    let answered: BTreeSet<_> = going_on().flat_map(|it| &it.addresses).collect();
    Counts {
        findings: document.findings().len(),
        answered: answered.len(),
        without_measure: going_on().filter(|it| it.measure.is_none()).count(),
    }
}

#[component]
pub(in crate::actions) fn RecommendationsFoot() -> impl IntoView {
    let actions: ActionsState = expect_context();
    let counts = Memo::new(move |_| actions.editor.read(counts));
    view! {
        <span>
            <strong>{move || counts.get().answered}</strong>
            " of "
            <strong>{move || counts.get().findings}</strong>
            " findings answered"
        </span>
        <Show when=move || { counts.get().without_measure > 0 }>
            <span class="status-count">
                <Sign severity=Severity::Warning />
                <strong>{move || counts.get().without_measure}</strong>
                {move || if counts.get().without_measure == 1 { " lacks a measure" } else { " lack a measure" }}
            </span>
        </Show>
        <span class="grow"></span>
        <span class="quiet">{move || ranked_words(actions.recommendations.method.get())}</span>
    }
}
