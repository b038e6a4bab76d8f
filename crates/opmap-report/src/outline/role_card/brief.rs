//! The card of a role in a few lines: what it owns, answers for and decides, and how much of it.

use std::collections::{BTreeMap, BTreeSet};

use opmap_model::{Document, HeldByRole, Keyword, Letter, Level, Role, RoleId};

use super::super::wording::counted;
use super::super::{Block, Cell, Reference, Table, anchor, raci};
use super::NamedMap;

/// What a role holds, as short facts. What it does not hold is left out.
pub(super) fn facts(
    document: &Document,
    id: RoleId,
    role: &Role,
    held: &HeldByRole,
    maps: &[NamedMap<'_>],
) -> Block {
    let mut facts = vec![("Position", Cell::Text(position(document, role)))];
    let journeys = held.journeys.iter().filter_map(|id| document.get(*id)).map(|it| it.title.to_string());
    facts.extend(joined("Owns", journeys));
    facts.extend(joined("Performs", lanes(held, maps)));
    facts.extend(letters(document, id, held, maps));
    let decisions = held.decisions.iter().filter_map(|id| document.get(*id)).map(|it| it.title.to_string());
    facts.extend(joined("Takes part in", once(decisions)));
    facts.extend(joined("Owns handoffs", handoffs(held, maps)));
    let cases = (!held.responses.is_empty()).then(|| counted(held.responses.len(), "case"));
    facts.extend(joined("Puts right", cases.into_iter()));
    facts.extend(recommendations(document, held));
    let forums = held.forums.iter().filter_map(|id| document.get(*id)).map(|it| it.title.to_string());
    facts.extend(joined("Meets in", forums));
    let choices = held.choices.iter().filter_map(|id| document.get(*id)).map(|it| it.title.to_string());
    facts.extend(joined("Has chosen", choices));
    let concerns = held.concerns.iter().filter_map(|id| document.get(*id)).map(|it| it.title.to_string());
    facts.extend(joined("Keeps an eye on", concerns));
    Block::Table(Table::in_threes(facts))
}

fn joined(name: &'static str, words: impl Iterator<Item = String>) -> Option<(&'static str, Cell)> {
    let words: Vec<String> = words.collect();
    (!words.is_empty()).then(|| (name, Cell::Text(words.join("; "))))
}

/// Function, level, lead and sourcing, as far as they are set.
fn position(document: &Document, role: &Role) -> String {
    let lead = role.reports_to.and_then(|id| document.get(id)).map(|it| format!("reports to {}", it.title));
    let parts = [
        role.function.as_ref().map(ToString::to_string),
        role.level.map(Level::get).map(|it| format!("level {it}")),
        lead,
        role.sourcing.map(|it| it.label().to_lowercase()),
        role.frontline.then(|| "meets customers".to_owned()),
        role.committee.then(|| "a group of people".to_owned()),
        role.person.as_ref().map(|it| format!("held today by {it}")),
    ];
    let told: Vec<String> = parts.into_iter().flatten().collect();
    if told.is_empty() { "not set".to_owned() } else { told.join(", ") }
}

/// The lanes whose steps it performs, each with the maps in which it stands.
fn lanes(held: &HeldByRole, maps: &[NamedMap<'_>]) -> impl Iterator<Item = String> {
    let mut found: Vec<(&str, Vec<String>)> = Vec::new();
    for map in maps {
        for (_, lane) in map.view.lanes.iter().filter(|(id, _)| held.lanes.contains(id)) {
            let title = lane.title.as_str();
            let words = map.words.to_lowercase();
            match found.iter_mut().find(|(it, _)| *it == title) {
                Some((_, maps)) => maps.push(words),
                None => found.push((title, vec![words])),
            }
        }
    }
    found.into_iter().map(|(title, maps)| format!("{title} ({})", maps.join(", ")))
}

/// Each name once: a decision has the same in each state of a journey.
fn once(names: impl Iterator<Item = String>) -> impl Iterator<Item = String> {
    let mut told = BTreeSet::new();
    names.filter(move |it| told.insert(it.clone()))
}

/// For each letter of how many steps of each map and of how many occasions it has it, those of its lanes included.
fn letters(
    document: &Document,
    role: RoleId,
    held: &HeldByRole,
    maps: &[NamedMap<'_>],
) -> Vec<(&'static str, Cell)> {
    let mut told: BTreeMap<Letter, Vec<String>> = BTreeMap::new();
    for map in maps {
        let mut counts: BTreeMap<Letter, usize> = BTreeMap::new();
        for (_, step) in &map.view.steps {
            let held = document.letters_of_step(step);
            let lane = document.get(step.lane).map(|it| it.kind);
            let own = held.iter().find(|it| it.role == role);
            if let Some(it) = own.filter(|_| lane.is_some_and(|lane| raci::is_row(step, lane, &held))) {
                *counts.entry(it.letter).or_default() += 1;
            }
        }
        for (letter, count) in counts {
            let words = format!("{} {}", counted(count, "step"), map.words.to_lowercase());
            told.entry(letter).or_default().push(words);
        }
    }
    let mut occasions: BTreeMap<Letter, usize> = BTreeMap::new();
    for (subject, letter) in &held.letters {
        if matches!(subject, opmap_model::Subject::Activity(_)) {
            *occasions.entry(*letter).or_default() += 1;
        }
    }
    for (letter, count) in occasions {
        told.entry(letter).or_default().push(format!("{} outside the journeys", counted(count, "occasion")));
    }
    told.into_iter().map(|(letter, words)| (letter.label(), Cell::Text(words.join("; ")))).collect()
}

fn handoffs<'m>(held: &'m HeldByRole, maps: &'m [NamedMap<'_>]) -> impl Iterator<Item = String> + 'm {
    maps.iter().filter_map(|map| {
        let owned = map.view.connectors.iter().filter(|(id, _)| held.handoffs.contains(id)).count();
        (owned > 0).then(|| format!("{owned} {}", map.words.to_lowercase()))
    })
}

fn recommendations(document: &Document, held: &HeldByRole) -> Option<(&'static str, Cell)> {
    let there = held.recommendations.iter().filter_map(|id| Some((*id, document.get(*id)?)));
    let codes: Vec<Reference> =
        there.map(|(id, it)| Reference { words: it.code(), anchor: anchor::recommendation(id) }).collect();
    (!codes.is_empty()).then_some(("Sees to", Cell::Codes(codes)))
}
