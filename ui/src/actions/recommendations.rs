//! The register of recommendations: in the order of their rank, and beside them what ranks them or all about the one
//! that is chosen.

mod board;
mod details;
mod foot;
mod inputs;
mod key_press;
mod method;
mod row;
mod state;
mod suggested;
mod votes;

use leptos::prelude::*;
use opmap_model::{Edit, Ranking, Recommendation, RecommendationId, RecordId, Title};

use super::details::Details;
use super::state::ActionsState;
use super::{Segment, table};

pub(super) use foot::RecommendationsFoot;
pub(super) use key_press::{give_up, reorder, run, run_board, turn_details, turn_suggestions};
pub(super) use method::{Methods, rank_by};
pub(super) use state::RecommendationsState;
pub(super) use votes::sort as sort_by_votes;

const HEADS: [&str; 7] =
    ["Rank", "Recommendation and measure", "Answers", "Owner", "Impact", "Effort", "Wave"];
const SCORE_HEADS: [&str; 6] = ["Rank", "Recommendation and measure", "Answers", "Owner", "Score", "Wave"];
const VOTE_HEADS: [&str; 6] = ["Rank", "Recommendation and measure", "Answers", "Owner", "Votes", "Wave"];

#[component]
pub(super) fn RecommendationsRegister() -> impl IntoView {
    let actions: ActionsState = expect_context();
    let state = actions.recommendations;
    // What is said again stays as it is, with the keyboard on it.
    let beside = Memo::new(move |_| (state.detailed.get(), state.method.get()));
    view! {
        <div class="recommendations">
            <div class="recommendations-beside">
                {move || match beside.get() {
                    (true, _) => view! { <Details
                        none="Press N to write down the first: all that is said of it stands here."
                        one=|id: RecommendationId| view! { <details::One id /> }.into_any()
                    /> }.into_any(),
                    (_, Ranking::ImpactEffort) => view! { <board::Board /> }.into_any(),
                    (_, Ranking::Votes) => view! { <votes::Votes /> }.into_any(),
                    (_, method) => view! { <inputs::Inputs method /> }.into_any(),
                }}
            </div>
            <div class="actions-rows-and-more">
                {move || {
                    let heads: &'static [&'static str] = match state.method.get() {
                        Ranking::ImpactEffort => &HEADS,
                        Ranking::Votes => &VOTE_HEADS,
                        Ranking::Rice | Ranking::Wsjf => &SCORE_HEADS,
                    };
                    view! { <table::Table segment=Segment::Recommendations heads cells=row::cells /> }
                }}
                <suggested::Suggested />
            </div>
        </div>
    }
}

/// The edit that adds a recommendation, and the record.
pub(super) fn added(id: RecommendationId, title: Title) -> (RecordId, Edit) {
    let recommendation = Box::new(Recommendation::new(title));
    (RecordId::Recommendation(id), Edit::AddRecommendation { id, recommendation, before: None })
}

/// *No impact, effort or measure yet.* of those parts that are missing; nothing where none is.
fn missing_words(parts: &[(bool, &str)]) -> String {
    let missing: Vec<&str> = parts.iter().filter(|it| it.0).map(|it| it.1).collect();
    match missing.as_slice() {
        [] => String::new(),
        [one] => format!("No {one} yet."),
        [first @ .., last] => format!("No {} or {last} yet.", first.join(", ")),
    }
}
