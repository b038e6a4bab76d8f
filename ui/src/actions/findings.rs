//! The register of findings, what was found and is not kept yet, and beside both all about the one that is chosen.

mod answered;
mod details;
mod not_kept;
mod resting;

use std::collections::BTreeMap;

use leptos::prelude::*;
use opmap_analysis::{Accepted, Analysis, Severity, kept};
use opmap_model::{Document, Edit, KeptFinding, KeptFindingId, Keyword, RecordId, Text};

use super::details::Details;
use super::state::ActionsState;
use super::{Segment, table};
use crate::evidence::link_words;
use crate::sign::Sign;

const HEADS: [&str; 5] = ["Code", "Finding", "Severity", "Rests on", "About"];

/// A finding that is kept, as it is today.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Told {
    pub(super) code: String,
    pub(super) sentence: String,
    pub(super) severity: Severity,
    /// Whether it was found once, and nothing finds it any more.
    pub(super) is_no_longer_found: bool,
    pub(super) accepted: Option<Accepted>,
    /// The codes of what it rests on.
    pub(super) evidence: Vec<String>,
    pub(super) about: Vec<String>,
}

/// Every finding that is kept.
pub(super) fn told(document: &Document, analysis: &Analysis) -> BTreeMap<KeptFindingId, Told> {
    let evidence = document.evidence_in_order();
    let one = |it: &opmap_analysis::Kept<'_>| {
        let rests = evidence.iter().filter(|(id, _)| it.finding.evidence.contains(id));
        Told {
            code: it.finding.code(),
            sentence: it.sentence.clone(),
            severity: it.finding.severity,
            is_no_longer_found: it.is_no_longer_found(),
            accepted: it.accepted.clone(),
            evidence: rests.map(|(_, it)| it.code()).collect(),
            about: link_words(document, it.finding.links()),
        }
    };
    kept(document, analysis).iter().map(|it| (it.id, one(it))).collect()
}

#[component]
pub(super) fn FindingsRegister() -> impl IntoView {
    view! {
        <div class="actions-rows-and-more">
            <table::Table segment=Segment::Findings heads=&HEADS cells />
            <not_kept::NotKept />
        </div>
        <Details
            none="All that is said of a finding stands here. N writes one."
            one=|id: KeptFindingId| view! { <details::One id /> }.into_any()
        />
    }
}

/// The edit that adds a finding in someone’s own words, and the record.
pub(super) fn added(id: KeptFindingId, text: Text) -> (RecordId, Edit) {
    let finding = Box::new(KeptFinding::new(text));
    (RecordId::KeptFinding(id), Edit::AddFinding { id, finding, before: None })
}

fn cells(actions: ActionsState, record: RecordId) -> AnyView {
    let Some(id) = record.key::<KeptFindingId>() else { return ().into_any() };
    let row = Memo::new(move |_| actions.told.with(|it| it.get(&id).cloned()));
    (move || row.get().map(said)).into_any()
}

fn said(told: Told) -> impl IntoView {
    view! {
        <th scope="row" role="rowheader" class="code">{told.code}</th>
        <td role="gridcell">
            <span class="clamped">{told.sentence}</span>
            {told.is_no_longer_found.then(|| view! { <span class="action-state">"no longer found"</span> })}
            {told.accepted.map(|it| view! {
                <span class="action-state">{format!("accepted: {}", it.reason)}</span>
            })}
        </td>
        <td role="gridcell" class="action-severity">
            <Sign severity=told.severity />
            {told.severity.label()}
        </td>
        {table::small(told.evidence.join(" "), true)}
        {table::small(told.about.join(", "), false)}
    }
}
