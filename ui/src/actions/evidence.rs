//! The register of evidence: a table, and beside it all about the one that is chosen.

mod details;
mod filter;
mod resting;
mod row;

use leptos::prelude::*;
use opmap_model::{Edit, Evidence, EvidenceId, EvidenceKind, RecordId, Text};

use super::details::Details;
use super::state::ActionsState;
use super::{Segment, table};

pub(super) use filter::{Filter, Filters};

const HEADS: [&str; 5] = ["Code", "What it says", "What it is", "Source", "About"];

#[component]
pub(super) fn EvidenceRegister() -> impl IntoView {
    view! {
        <table::Table segment=Segment::Evidence heads=&HEADS cells=row::cells />
        <Details
            none="All that is said of a piece of evidence stands here. N writes one."
            one=|id: EvidenceId| view! { <details::Piece id /> }.into_any()
        />
    }
}

/// The edit that adds evidence such that it is shown, and the record.
pub(super) fn added(actions: ActionsState, id: EvidenceId, text: Text) -> (RecordId, Edit) {
    let mut evidence = Evidence::new(EvidenceKind::Quote, text);
    actions.filter.get_untracked().fill(&mut evidence);
    (RecordId::Evidence(id), Edit::AddEvidence { id, evidence: Box::new(evidence), before: None })
}
