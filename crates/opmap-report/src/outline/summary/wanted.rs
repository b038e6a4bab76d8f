//! Which decisions are wanted.
//!
//! Four things that only those who decide can settle, in this order: who sees to a recommendation that begins within
//! 30 days and has no owner; money for one that begins within 30 days and costs more than the hours of those who are
//! there, or of which nobody has said what it costs; a choice of the options log that is still open; an answer to a
//! finding that weighs as an error, which no recommendation answers and nobody has accepted (Q7).

use opmap_analysis::{Met, Planned, trace};
use opmap_model::{CostBand, Document, Progress, Recommendation, Severity};

use super::super::{Reference, anchor};
use super::{Point, Points, Told, next};

pub(super) fn points(told: &Told<'_>) -> Points {
    let wanted = [owners(told), money(told), choices(told), answers(told)].concat();
    let document = told.document;
    let letters = ('A'..='Z').map(String::from).chain(std::iter::repeat(String::new()));
    let points = letters.zip(wanted).map(|(letter, point)| Point { label: letter, ..point }).collect();
    let told = Points::first("Decisions wanted", None, points);
    if told_of_anything(document) { Points { nothing: "None.", ..told } } else { told }
}

/// Whether there is anything that could need a decision.
fn told_of_anything(document: &Document) -> bool {
    !document.recommendations().is_empty()
        || !document.findings().is_empty()
        || !document.choices().is_empty()
}

fn point(words: String, codes: Vec<Reference>) -> Point {
    Point { label: String::new(), anchor: None, words, owner: None, codes }
}

/// What begins within 30 days, in the order in which it begins.
fn soon<'a>(told: &Told<'a>) -> Vec<(&'a Recommendation, Reference)> {
    let planned = told.roadmap.planned.iter();
    let mut soon: Vec<&Planned> = planned.filter(|it| it.first <= next::DAYS).collect();
    soon.sort_by_key(|it| it.first);
    let told = soon.into_iter().filter_map(|it| {
        let recommendation = told.document.get(it.id)?;
        let code = Reference { words: recommendation.code(), anchor: anchor::recommendation(it.id) };
        (recommendation.progress != Some(Progress::Done)).then_some((recommendation, code))
    });
    told.collect()
}

fn owners(told: &Told<'_>) -> Vec<Point> {
    let lacking = soon(told).into_iter().filter(|(it, _)| it.owner.is_none());
    lacking.map(|(it, code)| point(format!("Say who sees to it: {}.", it.title), vec![code])).collect()
}

fn money(told: &Told<'_>) -> Vec<Point> {
    let words = |it: &Recommendation| match it.cost {
        Some(CostBand::Hours) => None,
        Some(CostBand::Budget) => Some(format!("Release budget of this year: {}.", it.title)),
        Some(CostBand::Investment) => Some(format!("Grant the investment: {}.", it.title)),
        None => Some(format!("Say what it may cost: {}.", it.title)),
    };
    soon(told).into_iter().filter_map(|(it, code)| Some(point(words(it)?, vec![code]))).collect()
}

fn choices(told: &Told<'_>) -> Vec<Point> {
    let open = told.document.choices_in_order().into_iter().filter(|(_, it)| it.chosen.is_none());
    open.map(|(id, it)| {
        let log = Reference { words: "options log".to_owned(), anchor: anchor::choice(id) };
        point(format!("Choose: {}.", it.title), vec![log])
    })
    .collect()
}

fn answers(told: &Told<'_>) -> Vec<Point> {
    let open = trace(told.document, told.analysis).findings.into_iter().filter(|it| it.1 == Met::Open);
    let open = open.filter_map(|(id, _)| Some((id, told.document.get(id)?)));
    open.filter(|(_, it)| it.severity == Severity::Error)
        .map(|(id, it)| {
            let code = Reference { words: it.code(), anchor: anchor::finding(id) };
            point(format!("Answer or accept finding {}.", it.code()), vec![code])
        })
        .collect()
}
