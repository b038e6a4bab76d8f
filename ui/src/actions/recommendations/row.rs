//! What the row of a recommendation says.

use leptos::prelude::*;
use opmap_analysis::{Became, Severity, followed};
use opmap_drawing::WaveSign;
use opmap_model::{Document, Progress, Ranking, Rating, Recommendation, RecommendationId, RecordId};

use crate::actions::state::ActionsState;
use crate::actions::table::small;
use crate::sign::Sign;

/// What a row says.
#[derive(Debug, Clone, PartialEq)]
struct Words {
    code: String,
    title: String,
    measure: Option<String>,
    is_dropped: bool,
    /// What has become of it since the last workshop, where that is something.
    since: Option<&'static str>,
    /// The codes of the findings that it answers, and of the evidence that they rest on.
    answers: String,
    rests_on: String,
    owner: Option<String>,
    impact: Option<Rating>,
    effort: Option<Rating>,
    wave: Option<&'static str>,
}

fn words(document: &Document, id: RecommendationId) -> Option<Words> {
    let it = document.get(id)?;
    let findings: Vec<_> =
        document.findings_in_order().into_iter().filter(|(id, _)| it.addresses.contains(id)).collect();
    let rests = document.evidence_in_order().into_iter();
    let rests = rests.filter(|(id, _)| findings.iter().any(|(_, it)| it.evidence.contains(id)));
    Some(Words {
        answers: joined(findings.iter().map(|(_, it)| it.code())),
        rests_on: joined(rests.map(|(_, it)| it.code())),
        code: it.code(),
        title: it.title.to_string(),
        measure: it.measure.as_ref().map(ToString::to_string),
        is_dropped: it.progress == Some(Progress::Dropped),
        since: followed(document, id).map(|it| it.became).filter(|it| *it != Became::Same).map(Became::words),
        owner: owner(document, it),
        impact: it.impact,
        effort: it.effort,
        wave: it.timing.map(|_| WaveSign::of(it).label()),
    })
}

fn joined(codes: impl Iterator<Item = String>) -> String {
    codes.collect::<Vec<_>>().join(" ")
}

/// Who sees to it, by the name of the role.
pub(super) fn owner(document: &Document, recommendation: &Recommendation) -> Option<String> {
    Some(document.get(recommendation.owner?)?.title.to_string())
}

pub(super) fn cells(actions: ActionsState, record: RecordId) -> AnyView {
    let Some(id) = record.key::<RecommendationId>() else { return ().into_any() };
    let row = Memo::new(move |_| actions.editor.read(|document| words(document, id)));
    let state = actions.recommendations;
    let rank = Memo::new(move |_| state.rank_of(id));
    (move || {
        row.get().map(|words| {
            view! {
                <td role="gridcell" class="rank">{move || rank.get()?.place}</td>
                {said(&words)}
                {match state.method.get() {
                    Ranking::ImpactEffort => view! { {number(words.impact)} {number(words.effort)} }.into_any(),
                    _ => (move || number(rank.get().and_then(|it| it.score))).into_any(),
                }}
                <td role="gridcell" class="wave" class:quiet=words.wave.is_none()>{words.wave.unwrap_or("–")}</td>
            }
        })
    })
    .into_any()
}

fn said(words: &Words) -> impl IntoView + use<> {
    view! {
        <th scope="row" role="rowheader" class="recommendation-said">
            <span class="clamped">
                <span class="recommendation-code">{words.code.clone()}</span>
                " "
                <strong>{words.title.clone()}</strong>
            </span>
            {match words.measure.clone() {
                Some(measure) => view! { <span class="recommendation-measure">{measure}</span> }.into_any(),
                None => view! {
                    <span class="recommendation-measure missing">
                        <Sign severity=Severity::Warning />
                        "no measure yet"
                    </span>
                }
                    .into_any(),
            }}
            {words.is_dropped.then(|| view! { <span class="action-state">"dropped"</span> })}
            {words.since.map(|it| view! { <span class="action-state">{format!("since last time: {it}")}</span> })}
        </th>
        <td role="gridcell" class="action-small recommendation-answers" class:quiet=words.answers.is_empty()>
            {match words.answers.is_empty() {
                true => "–".into_any(),
                false => view! {
                    <strong class="code">{words.answers.clone()}</strong>
                    <span>{words.rests_on.clone()}</span>
                }
                    .into_any(),
            }}
        </td>
        {small(words.owner.clone().unwrap_or_default(), false)}
    }
}

fn number<T: ToString + Copy>(it: Option<T>) -> impl IntoView + use<T> {
    view! {
        <td role="gridcell" class="rating" class:quiet=it.is_none()>
            {it.map_or_else(|| "–".to_owned(), |it| it.to_string())}
        </td>
    }
}
