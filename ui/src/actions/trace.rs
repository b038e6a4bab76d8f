//! The trace: from what was heard to what is done about it, in both directions, and as a matrix of findings and
//! recommendations in which one sees the gaps.

mod matrix;
mod thread;

use leptos::prelude::*;
use opmap_analysis::{Knot, Met, Trace};
use opmap_model::{Document, KeptFinding, Keyword, RecordId, Shift};

use super::state::ActionsState;
use crate::icon::Icon;
use crate::keys::{self, Command, OnActions};

/// How the trace is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// As columns: what one thing leads to and comes from stands out.
    Threads,
    /// Findings against recommendations.
    Matrix,
}

impl Look {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Threads => ("Trace", "network"),
            Self::Matrix => ("Matrix", "table"),
        }
    }
}

/// Something that the trace leads through, as it is told.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Told {
    knot: Knot,
    code: String,
    words: String,
    /// What else is to be said, line by line.
    more: Vec<String>,
    /// Why it does not hang together with the rest.
    gap: Option<&'static str>,
}

/// Everything that the trace leads through, column by column.
#[derive(Debug, Clone, PartialEq)]
struct Woven {
    trace: Trace,
    evidence: Vec<Told>,
    findings: Vec<Told>,
    shifts: Vec<Told>,
    recommendations: Vec<Told>,
}

impl Woven {
    fn new(document: &Document, trace: Trace, sentences: impl Fn(Knot) -> Option<String>) -> Self {
        let told = |knot: Knot, gap: Option<&'static str>| told(document, knot, sentences(knot), gap);
        let unused: Vec<_> = trace.unused().collect();
        let evidence = trace.evidence.iter().filter_map(|id| {
            told(Knot::Evidence(*id), unused.contains(id).then_some("No finding rests on it"))
        });
        let findings = trace.findings.iter().filter_map(|(id, met)| {
            told(Knot::Finding(*id), (*met == Met::Open).then_some("Neither answered nor accepted"))
        });
        let baseless: Vec<_> = trace.baseless().collect();
        let recommendations = trace.recommendations.iter().filter_map(|id| {
            told(Knot::Recommendation(*id), baseless.contains(id).then_some("Answers no finding"))
        });
        let (evidence, findings) = (evidence.collect(), findings.collect());
        let (recommendations, shifts) = (
            recommendations.collect(),
            Shift::ALL.iter().filter_map(|it| told(Knot::Shift(*it), None)).collect(),
        );
        Self { evidence, findings, shifts, recommendations, trace }
    }

    fn columns(&self) -> [&[Told]; 4] {
        [&self.evidence, &self.findings, &self.shifts, &self.recommendations]
    }
}

fn told(
    document: &Document,
    knot: Knot,
    sentence: Option<String>,
    gap: Option<&'static str>,
) -> Option<Told> {
    let (code, words, more) = match knot {
        Knot::Evidence(id) => {
            let it = document.get(id)?;
            let (kind, grade) = (it.kind.label(), it.grade.map_or("Not graded", |it| it.label()));
            let what =
                if kind == grade { kind.to_owned() } else { format!("{kind}, {}", grade.to_lowercase()) };
            (it.code(), it.text.to_string(), vec![what])
        }
        Knot::Finding(id) => {
            let it = document.get(id)?;
            let severity = it.severity.label().to_owned();
            let more = std::iter::once(severity).chain(about(document, it)).collect();
            (it.code(), sentence.unwrap_or_else(|| it.title.to_string()), more)
        }
        Knot::Shift(shift) => {
            let it = document.assessment(shift);
            let score = match (it.now, it.target) {
                (Some(now), Some(target)) => format!("{now} today, {target} wanted"),
                (Some(now), None) => format!("{now} today"),
                (None, Some(target)) => format!("not scored, {target} wanted"),
                (None, None) => "not scored".to_owned(),
            };
            (shift.number().to_string(), it.name().to_owned(), vec![score])
        }
        Knot::Recommendation(id) => {
            let it = document.get(id)?;
            let measure =
                it.measure.as_ref().map_or_else(|| "no measure".to_owned(), |it| format!("Measure: {it}"));
            let wave = it.timing.map_or_else(
                || "no wave".to_owned(),
                |timing| match timing.wave() {
                    Some(wave) => {
                        format!("{}: {}", timing.label(), document.workshop().roadmap.waves.name(wave))
                    }
                    None => timing.label().to_owned(),
                },
            );
            (it.code(), it.title.to_string(), vec![measure, wave])
        }
    };
    Some(Told { knot, code, words, more, gap })
}

/// The steps, roles and other places that a finding is about; the first two by name.
fn about(document: &Document, finding: &KeptFinding) -> Option<String> {
    let names: Vec<String> = finding.about.iter().filter_map(|it| document.record_name(*it)).collect();
    match names.as_slice() {
        [] => None,
        [first, second, _, ..] => Some(format!("{first}, {second} and {} more", names.len() - 2)),
        named => Some(named.join(", ")),
    }
}

/// The record that tells everything of a knot.
fn record(knot: Knot) -> RecordId {
    match knot {
        Knot::Evidence(id) => RecordId::Evidence(id),
        Knot::Finding(id) => RecordId::KeptFinding(id),
        Knot::Shift(shift) => RecordId::Assessment(shift.assessment_id()),
        Knot::Recommendation(id) => RecordId::Recommendation(id),
    }
}

/// What the trace calls a record, if it leads through it.
pub(super) fn knot(record: RecordId) -> Option<Knot> {
    match record {
        RecordId::Evidence(id) => Some(Knot::Evidence(id)),
        RecordId::KeptFinding(id) => Some(Knot::Finding(id)),
        RecordId::Recommendation(id) => Some(Knot::Recommendation(id)),
        _ => None,
    }
}

/// In the status bar: what does not hang together, and the keys.
#[component]
pub(super) fn TraceFoot(look: Look) -> impl IntoView {
    let actions: ActionsState = expect_context();
    let gaps = Memo::new(move |_| {
        actions.trace.with(|found| {
            [
                (found.open().count(), "open findings"),
                (found.unused().count(), "pieces of evidence unused"),
                (found.baseless().count(), "recommendations without a finding"),
            ]
        })
    });
    let keys = match look {
        Look::Threads => "Left and right follow the thread, Enter opens what is chosen",
        Look::Matrix => "Space turns an answer on or off, Enter opens the finding",
    };
    view! {
        {move || gaps.get().map(|(count, words)| view! { <span><strong>{count}</strong> " " {words}</span> })}
        <span class="grow"></span>
        <span class="status-keys quiet">{keys}</span>
    }
}

#[component]
pub(super) fn TraceView(look: Look) -> impl IntoView {
    let actions: ActionsState = expect_context();
    let woven = Memo::new(move |_| {
        let found = actions.trace.get();
        actions.told.with(|told| {
            let sentence = |knot: Knot| match knot {
                Knot::Finding(id) => told.get(&id).map(|it| it.sentence.clone()),
                _ => None,
            };
            actions.editor.read(|document| Woven::new(document, found, sentence))
        })
    });
    match look {
        Look::Threads => view! { <thread::Threads woven /> }.into_any(),
        Look::Matrix => view! { <matrix::Matrix woven /> }.into_any(),
    }
}

/// The two ways to look at it, beside the registers.
#[component]
pub(super) fn Looks() -> impl IntoView {
    let actions: ActionsState = expect_context();
    let look = move |look: Look| {
        let command = Command::Actions(OnActions::Look(look));
        let (words, icon) = look.words();
        let is_on = move || actions.look.get() == Some(look);
        view! {
            <button
                class="button sign-only"
                class:on=is_on
                aria-label=words
                aria-pressed=move || is_on().to_string()
                title=keys::tooltip(command)
                on:click=move |_| actions.turn(look)
            >
                <Icon name=icon />
            </button>
        }
    };
    view! { {[Look::Threads, Look::Matrix].map(look)} }
}
