//! What the row of a piece of evidence says.

use leptos::prelude::*;
use opmap_model::{Document, Evidence, EvidenceId, Keyword, RecordId};

use crate::actions::state::ActionsState;
use crate::actions::table::{row, small};
use crate::evidence::{Grade, link_words};
use crate::icon::Icon;

/// What a row says.
#[derive(Clone, PartialEq)]
struct Words {
    evidence: Evidence,
    about: Vec<String>,
}

fn words(document: &Document, id: EvidenceId) -> Option<Words> {
    let evidence = document.get(id)?.clone();
    let about = link_words(document, evidence.links());
    Some(Words { evidence, about })
}

pub(super) fn cells(actions: ActionsState, record: RecordId) -> AnyView {
    row(actions, record, words, said)
}

fn said(Words { evidence, about }: Words) -> impl IntoView {
    let source = [evidence.source.as_ref(), evidence.page.as_ref()].into_iter().flatten();
    let source: Vec<String> =
        source.map(ToString::to_string).chain(evidence.date.map(|it| it.to_string())).collect();
    view! {
        <th scope="row" role="rowheader" class="code">{evidence.code()}</th>
        <td role="gridcell">
            <span class="clamped">{evidence.text.to_string()}</span>
            {evidence.internal.then(|| view! {
                <span class="action-state"><Icon name="lock" />"internal"</span>
            })}
        </td>
        <td role="gridcell" class="evidence-what">
            {evidence.kind.label()}
            <Grade grade=evidence.grade />
        </td>
        {small(source.join(", "), false)}
        {small(about.join(", "), false)}
    }
}
