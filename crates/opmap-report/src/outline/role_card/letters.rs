//! What a role does, answers for, is asked about and is told of, in the full words of RACI (D5).

use std::collections::BTreeMap;

use opmap_model::{Document, Keyword, Letter, RoleId};

use super::super::raci;
use super::super::{Block, Cell, Row};
use super::{NamedMap, grouped, part};

/// The steps by letter, those that have it from their lane apart from those that were given it themselves (R20).
pub(super) fn of_steps(document: &Document, role: RoleId, maps: &[NamedMap<'_>]) -> Vec<Block> {
    let rows = maps.iter().flat_map(|map| {
        let rows = of_map(document, role, map);
        rows.into_iter().map(|cells| (map.words.clone(), cells))
    });
    let columns = [("Map", 1.4), ("RACI", 1.5), ("Steps", 4.4), ("Lane", 1.7), ("The letter is", 1.7)];
    part("Letters in the journeys", &columns, grouped(rows))
}

fn of_map(document: &Document, role: RoleId, map: &NamedMap<'_>) -> Vec<Vec<Cell>> {
    let mut steps: BTreeMap<(Letter, usize, bool), Vec<String>> = BTreeMap::new();
    for (at, (id, lane)) in map.view.lanes.iter().enumerate() {
        if let Some(Some(letter)) = lane.letters.of(role) {
            steps.entry((letter, at, true)).or_default();
        }
        for (_, step) in map.view.steps.iter().filter(|(_, it)| it.lane == *id) {
            let held = document.letters_of_step(step);
            let own = held.iter().find(|it| it.role == role);
            if let Some(it) = own.filter(|_| raci::is_row(step, lane.kind, &held)) {
                steps.entry((it.letter, at, it.inherited)).or_default().push(step.title.to_string());
            }
        }
    }
    let row = |((letter, at, inherited), steps): ((Letter, usize, bool), Vec<String>)| {
        let source = match steps.len() {
            _ if inherited => "inherited from the lane",
            1 => "the step’s own",
            _ => "the steps’ own",
        };
        vec![
            Cell::Strong(letter.label().to_owned()),
            if steps.is_empty() {
                Cell::Quiet("no step of the lane has it".to_owned())
            } else {
                Cell::Text(steps.join("; "))
            },
            Cell::optional(map.view.lanes.get(at).map(|(_, it)| &it.title)),
            Cell::Text(source.to_owned()),
        ]
    };
    steps.into_iter().map(row).collect()
}

/// What is done outside the journeys.
pub(super) fn of_activities(document: &Document, role: RoleId) -> Vec<Block> {
    let rows = document.activities_in_order().into_iter().filter_map(|(_, it)| {
        let letter = it.letters.of(role).flatten()?;
        Some(Row::new([
            Cell::optional(it.group.as_ref()),
            Cell::Strong(it.title.to_string()),
            Cell::Text(letter.label().to_owned()),
        ]))
    });
    let columns = [("Occasion", 1.4), ("Activity", 5.0), ("RACI", 2.4)];
    part("Letters outside the journeys", &columns, rows.collect())
}
