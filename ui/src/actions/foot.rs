//! In the status bar: how much there is in the register that is shown, and its keys or what ranks it.

use leptos::prelude::*;
use opmap_model::Document;

use super::Segment;
use super::recommendations::RecommendationsFoot;
use super::state::ActionsState;
use crate::keys::{self, Command, OnActions};

#[component]
pub(crate) fn ActionsFoot() -> impl IntoView {
    let actions: ActionsState = expect_context();
    let counts = Memo::new(move |_| {
        let segment = actions.segment.get();
        actions.editor.read(|document| counts(document, segment))
    });
    let key = |command| view! { <kbd>{keys::hint(Command::Actions(command))}</kbd> };
    let links = move || matches!(actions.segment.get(), Segment::Evidence | Segment::Findings);
    let keys = move || {
        view! {
            <span class="grow"></span>
            <span class="status-keys quiet">
                {key(OnActions::Add)} " adds, " {key(OnActions::Edit)} " rewords, "
                {move || links().then(|| view! { {key(OnActions::Link)} " links, " })}
                {key(OnActions::Delete)} " deletes"
            </span>
        }
    };
    let of_register = move || {
        view! {
            {move || counts.get().map(|(count, words)| view! { <span><strong>{count}</strong> " " {words}</span> })}
            {move || match actions.segment.get() {
                Segment::Recommendations => view! { <RecommendationsFoot /> }.into_any(),
                _ => keys().into_any(),
            }}
        }
    };
    move || match actions.look.get() {
        Some(look) => view! { <super::trace::TraceFoot look /> }.into_any(),
        None => of_register().into_any(),
    }
}

/// How much a register holds, and how much of it is as it should be or still to be done.
fn counts(document: &Document, segment: Segment) -> [(usize, &'static str); 2] {
    let all = |count, one, several| (count, if count == 1 { one } else { several });
    match segment {
        Segment::Evidence => {
            let sound = document.evidence().values().filter(|it| it.is_sound()).count();
            let pieces = all(document.evidence().len(), "piece of evidence", "pieces of evidence");
            [pieces, (sound, "measured or observed")]
        }
        Segment::Findings => {
            let resting = document.findings().values().filter(|it| !it.evidence.is_empty()).count();
            [all(document.findings().len(), "finding kept", "findings kept"), (resting, "with evidence")]
        }
        Segment::Recommendations => {
            let recommendations = document.recommendations();
            let placed = recommendations.values().filter(|it| it.impact.is_some() && it.effort.is_some());
            let all = all(recommendations.len(), "recommendation", "recommendations");
            [all, (placed.count(), "placed")]
        }
        Segment::Rhythm => {
            let led = document.forums().values().filter(|it| it.owner.is_some()).count();
            [all(document.forums().len(), "forum", "forums"), (led, "with a lead")]
        }
        Segment::Options => {
            let open = document.choices().values().filter(|it| it.chosen.is_none()).count();
            [all(document.choices().len(), "choice", "choices"), (open, "open")]
        }
        Segment::Risks => {
            let open = document.concerns().values().filter(|it| !it.settled).count();
            let concerns = all(
                document.concerns().len(),
                "risk, assumption or constraint",
                "risks, assumptions and constraints",
            );
            [concerns, (open, "not settled")]
        }
    }
}
