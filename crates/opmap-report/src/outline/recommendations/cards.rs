//! Each recommendation by itself: all that was said of it.

use opmap_analysis::{Ranked, quadrant, rice_score, wsjf_score};
use opmap_model::{Document, Keyword, Recommendation};

use super::super::wording::{counted, dates, sentence, share};
use super::super::{Block, Cell, Reference, Section, Table, anchor, references};

/// What is said of each, in the order of the list. What is not set is left out.
pub(super) fn section(document: &Document, list: &[Ranked]) -> Section {
    let each = list.iter().filter_map(|it| Some((it.id, document.get(it.id)?)));
    let blocks = each.clone().flat_map(|(id, it)| {
        let place = Block::Place(anchor::recommendation(id));
        let heading = Block::Heading(format!("{} {}", it.code(), it.title));
        let facts = facts(document, it);
        let told = match facts.is_empty() {
            true => Block::Note("Nothing more was said of it.".to_owned()),
            false => Block::Table(Table::in_twos(facts)),
        };
        [place, heading, told]
    });
    let owned = each.clone().filter(|(_, it)| it.owner.is_some()).count();
    Section {
        level: 2,
        upright: false,
        anchor: "recommendations one by one".to_owned(),
        name: "Recommendations one by one".to_owned(),
        about: None,
        title: sentence(&format!(
            "{} {} an owner",
            share(owned, list.len(), "recommendation"),
            if owned <= 1 { "has" } else { "have" }
        )),
        blocks: blocks.collect(),
    }
}

fn facts(document: &Document, it: &Recommendation) -> Vec<(&'static str, Cell)> {
    let codes = |codes: Vec<Reference>| (!codes.is_empty()).then_some(Cell::Codes(codes));
    let text = |value: Option<String>| value.map(Cell::Text);
    let facts: [(&'static str, Option<Cell>); 14] = [
        ("Answers", codes(references::findings(document, &it.addresses))),
        ("Rests on", codes(evidence(document, it))),
        ("Why", text(it.rationale.as_ref().map(ToString::to_string))),
        (
            "What it moves",
            text(lines([
                it.shift.map(|it| format!("Shift: {}", document.assessment(it).name())),
                it.category.map(|it| format!("Changes: {}", it.label().to_lowercase())),
                it.goal.as_ref().map(|it| format!("Goal: {it}")),
            ])),
        ),
        ("Owner", text(it.owner.and_then(|id| document.get(id)).map(|it| it.title.to_string()))),
        ("Impact and effort", text(weight(document, it))),
        (
            "Cost and benefit",
            text(lines([
                it.cost.map(|it| it.label().to_owned()),
                it.benefit.map(|benefit| match &it.estimate {
                    Some(estimate) => format!("{}: {estimate}", benefit.label()),
                    None => benefit.label().to_owned(),
                }),
                it.estimate.as_ref().filter(|_| it.benefit.is_none()).map(|it| format!("Estimated: {it}")),
            ])),
        ),
        ("Measure of success", text(it.measure.as_ref().map(ToString::to_string))),
        ("Measure of adoption", text(it.adoption.as_ref().map(ToString::to_string))),
        (
            "Trial",
            text(lines([
                it.trial.hypothesis.as_ref().map(|it| format!("Expected: {it}")),
                it.trial.measure.as_ref().map(|it| format!("Compared: {it}")),
                it.trial.stop_rule.as_ref().map(|it| format!("Broken off when: {it}")),
            ])),
        ),
        (
            "How",
            text(lines([
                it.delivery.map(|it| it.label().to_owned()),
                it.partner_criteria.as_ref().map(|it| format!("Partner: {it}")),
                it.readiness.map(|it| it.label().to_owned()),
                it.training.then(|| "People are trained for it".to_owned()),
            ])),
        ),
        ("When", text(when(document, it))),
        (
            "Progress",
            text(lines([
                it.progress.map(|it| it.label().to_owned()),
                it.due.map(|it| format!("Due {}", dates(document)(it))),
                it.outcome.as_ref().map(|it| format!("Expected: {it}")),
            ])),
        ),
        ("Note", text(it.note.as_ref().map(ToString::to_string))),
    ];
    facts.into_iter().filter_map(|(name, cell)| Some((name, cell?))).collect()
}

/// The evidence of the findings that it answers.
fn evidence(document: &Document, it: &Recommendation) -> Vec<Reference> {
    let findings = it.addresses.iter().filter_map(|id| document.get(*id));
    references::evidence(document, &findings.flat_map(|it| it.evidence.iter().copied()).collect())
}

fn lines<const N: usize>(lines: [Option<String>; N]) -> Option<String> {
    let told: Vec<String> = lines.into_iter().flatten().collect();
    // What is a sentence already needs no semicolon behind it.
    told.into_iter().reduce(|line, next| {
        let between = if line.ends_with(['.', '!', '?', '…']) { " " } else { "; " };
        format!("{line}{between}{next}")
    })
}

fn joined(codes: Vec<String>) -> Option<String> {
    (!codes.is_empty()).then(|| codes.join(", "))
}

fn weight(document: &Document, it: &Recommendation) -> Option<String> {
    let score = |name: &str, it: Option<opmap_model::Rating>| it.map(|it| format!("{name} {it} of 5"));
    let both: Vec<String> =
        [score("impact", it.impact), score("effort", it.effort)].into_iter().flatten().collect();
    let quarter = quadrant(document, it).map(|it| format!(" ({})", it.name().to_lowercase()));
    lines([
        (!both.is_empty()).then(|| sentence(&format!("{}{}", both.join(", "), quarter.unwrap_or_default()))),
        rice_score(&it.rice).map(|it| format!("RICE {it}")),
        wsjf_score(&it.wsjf).map(|it| format!("WSJF {it}")),
        it.votes.map(|it| counted(usize::try_from(it).unwrap_or(usize::MAX), "vote")),
    ])
}

fn when(document: &Document, it: &Recommendation) -> Option<String> {
    lines([
        it.timing.map(|timing| match timing.wave() {
            Some(wave) => format!("{}: {}", timing.label(), document.workshop().roadmap.waves.name(wave)),
            None => timing.label().to_owned(),
        }),
        it.workstream.and_then(|id| document.get(id)).map(|it| format!("Workstream: {}", it.title)),
        it.duration.map(|it| counted(it.get().into(), "working day")),
        joined(document.codes(&it.depends_on)).map(|it| format!("After {it}")),
    ])
}
