//! Laws of two states seen as one map, over made-up workshops.

use std::collections::{BTreeMap, BTreeSet};

use opmap_model::generate::{Dice, Options, document, random_edit};
use opmap_model::{
    CounterpartId, Document, Edit, JourneyId, MapKey, Part, Paste, PastePlace, PasteVerb, RecordId, State,
    Table, Violation,
};

use super::with_steps;
use crate::{
    DifferenceKind, Merged, differences, differences_of_maps, merged, merged_maps, related_journeys,
};

/// A made-up workshop whose map to be is a copy of the one as lived, both changed at random afterwards.
fn two_states(seed: u64) -> (Document, JourneyId) {
    let mut made = document(&Options { steps: 14, lanes: 3, stages: 4, seed });
    let journey = *made.journeys().keys().next().unwrap();
    let mut dice = Dice::new(seed);
    let ids = (0..400).map(|_| dice.uuid()).collect();
    let copy = Edit::CopyState { journey, from: State::AsLived, to: State::ToBe, ids };
    made.apply(&copy.plan(&made).unwrap()).unwrap();
    for _ in 0..30 {
        // Edits that are refused change nothing.
        if let Ok(change) = random_edit(&made, &mut dice).plan(&made) {
            made.apply(&change).unwrap();
        }
    }
    (made, journey)
}

/// Every pair of states of the journeys of many made-up workshops.
fn for_each_pair(mut look: impl FnMut(&Document, JourneyId, State, State)) {
    let states = [State::AsLived, State::ToBe, State::AsDesigned];
    for seed in 0..60 {
        let (document, journey) = two_states(seed);
        if document.get(journey).is_none() {
            continue;
        }
        for before in states {
            for after in states {
                look(&document, journey, before, after);
            }
        }
    }
}

/// How often each counterpart of stages, lanes and steps stands in a map.
fn counterparts(document: &Document, map: MapKey) -> BTreeMap<(Table, CounterpartId), usize> {
    let view = document.map_view(map);
    let mut found = BTreeMap::new();
    let mut count = |table, it| *found.entry((table, it)).or_insert(0) += 1;
    view.stages.iter().for_each(|(_, it)| count(Table::Stage, it.counterpart));
    view.lanes.iter().for_each(|(_, it)| count(Table::Lane, it.counterpart));
    view.steps.iter().for_each(|(_, it)| count(Table::Step, it.counterpart));
    found
}

#[test]
fn every_element_of_both_states_is_there_once() {
    let mut seen = 0;
    for_each_pair(|document, journey, before, after| {
        let Merged { document: whole, map, .. } = merged(document, journey, before, after);
        let both: BTreeSet<_> = [before, after]
            .iter()
            .flat_map(|state| counterparts(document, MapKey { journey, state: *state }).into_keys())
            .collect();
        let found = counterparts(&whole, map);
        assert_eq!(found.keys().copied().collect::<BTreeSet<_>>(), both);
        assert!(found.values().all(|times| *times == 1));
        assert_eq!(whole.steps().len(), whole.steps_of_map(map).len(), "nothing else is in it");
        assert_eq!(whole.connectors().len(), whole.map_view(map).connectors.len(), "none leads nowhere");
        seen += both.len();
    });
    assert!(seen > 1_000);
}

#[test]
fn all_that_is_told_is_in_the_map_and_the_map_is_sound() {
    let mut kinds = BTreeSet::new();
    for_each_pair(|document, journey, before, after| {
        let once = merged(document, journey, before, after);
        // What stands for an element is on the map, and stands for itself.
        for state in [before, after] {
            for (id, _) in document.steps_of_map(MapKey { journey, state }) {
                let shown = once.shown(RecordId::Step(id)).unwrap();
                assert_eq!(once.shown(shown), Some(shown));
                assert_eq!(shown.key().and_then(|it| once.document.map_of_step(it)), Some(once.map));
            }
        }
        let Merged { document: whole, map, differences, .. } = once;
        let view = whole.map_view(map);
        for it in &differences {
            kinds.insert(it.kind.label());
            let is_there = match it.record() {
                Some(RecordId::Stage(id)) => view.stages.iter().any(|(at, _)| *at == id),
                Some(RecordId::Lane(id)) => view.lanes.iter().any(|(at, _)| *at == id),
                Some(RecordId::Step(id)) => view.steps.iter().any(|(at, _)| *at == id),
                Some(RecordId::Connector(id)) => view.connectors.iter().any(|(at, _)| *at == id),
                _ => false,
            };
            assert!(is_there, "{it:?}");
        }
        // A connector that is gone may lead where another leads now.
        let broken = whole.violations();
        assert!(broken.iter().all(|it| matches!(it, Violation::ConnectedTwice { .. })), "{broken:?}");
    });
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), ["Added", "Changed", "Gone", "Moved"]);
}

#[test]
fn the_same_gives_the_same_and_a_state_does_not_differ_from_itself() {
    for_each_pair(|document, journey, before, after| {
        let once = merged(document, journey, before, after);
        assert_eq!(once, merged(document, journey, before, after));
        assert_eq!(once.differences, differences(document, journey, before, after));
        if before == after {
            assert_eq!(once.differences, []);
            let map = MapKey { journey, state: after };
            assert_eq!(once.document.steps_of_map(map).len(), document.steps_of_map(map).len());
        }
    });
}

#[test]
fn what_is_gone_stands_where_it_stood() {
    let document = with_steps(
        "step take \"Takes call\" at=s1/ce\nstep log \"Logs\" at=s1/ce\nstep ask \"Asks\" at=s1/ce\n\
         step plan \"Plans\" at=s2/di\nflow take -> log\nflow log -> ask\n\
         map j to-be\nstage s1 \"One\"\nlane cu \"Customer\" kind=customer\n\
         lane ce \"Centre\" kind=frontstage function=\"Service\"\n\
         step take \"Takes call\" at=s1/ce\nstep ask \"Asks\" at=s1/ce\nflow take -> ask",
    );
    let journey = *document.journeys().keys().next().unwrap();
    let Merged { document: whole, map, .. } = merged(&document, journey, State::AsLived, State::ToBe);
    let view = whole.map_view(map);
    let titles = |it: Vec<String>| it.join(", ");
    assert_eq!(titles(view.stages.iter().map(|(_, it)| it.title.to_string()).collect()), "One, Two");
    assert_eq!(
        titles(view.steps.iter().map(|(_, it)| it.title.to_string()).collect()),
        "Takes call, Logs, Asks, Plans"
    );
    let title = |id| whole.get::<opmap_model::StepId>(id).unwrap().title.to_string();
    let drawn = view.connectors.iter().map(|(_, it)| format!("{} to {}", title(it.from), title(it.to)));
    assert_eq!(drawn.collect::<Vec<_>>(), ["Takes call to Logs", "Takes call to Asks", "Logs to Asks"]);
}

#[test]
fn a_connector_that_was_drawn_anew_is_no_difference() {
    let document =
        with_steps("step take \"Takes call\" at=s1/ce\nstep log \"Logs\" at=s1/ce\nflow take -> log");
    let journey = *document.journeys().keys().next().unwrap();
    let mut dice = Dice::new(3);
    let apply = |document: &mut Document, edit: Edit| {
        document.apply(&edit.plan(document).unwrap()).unwrap();
    };
    let mut changed = document;
    let ids = (0..40).map(|_| dice.uuid()).collect();
    apply(&mut changed, Edit::CopyState { journey, from: State::AsLived, to: State::ToBe, ids });
    let view = changed.map_view(MapKey { journey, state: State::ToBe });
    let (old, was) = view.connectors[0];
    let (from, to) = (was.from, was.to);
    apply(&mut changed, Edit::RemoveConnectors { ids: vec![old] });
    let id = dice.uuid().into();
    let connector = opmap_model::Connector::new(id, from, to);
    apply(&mut changed, Edit::AddConnector { id, connector });
    assert_eq!(differences(&changed, journey, State::AsLived, State::ToBe), []);
    let back = differences(&changed, journey, State::AsLived, State::AsDesigned);
    assert!(back.iter().all(|it| it.kind == DifferenceKind::Gone) && !back.is_empty());
}

#[test]
fn a_journey_that_was_pasted_is_compared_with_the_one_it_was_copied_from() {
    let document =
        with_steps("step take \"Takes call\" at=s1/ce\nstep log \"Logs\" at=s1/ce\nflow take -> log");
    let (from, _) = document.journeys_in_order()[0];
    let mut dice = Dice::new(5);
    let apply = |document: &mut Document, edit: Edit| {
        document.apply(&edit.plan(document).unwrap()).unwrap();
    };
    let mut both = document.clone();
    let excerpt = document.excerpt(&Part::Journey(from));
    let paste = Paste::new(excerpt, PastePlace::Workshop, PasteVerb::Paste, || dice.uuid());
    apply(&mut both, Edit::Paste(Box::new(paste)));
    let (id, title) = (dice.uuid().into(), opmap_model::Title::new("Other").unwrap());
    apply(&mut both, Edit::AddJourney { id, journey: opmap_model::Journey::new(title), before: None });
    assert_eq!(related_journeys(&both, id), [], "it has nothing in common with the others");
    let pasted = related_journeys(&both, from);
    assert_eq!((pasted.len(), related_journeys(&both, pasted[0])), (1, vec![from]));

    let [before, after] = [from, pasted[0]].map(|journey| MapKey { journey, state: State::AsLived });
    assert_eq!(differences_of_maps(&both, before, after), []);
    let log = both.steps_of_map(after).into_iter().find(|(_, it)| it.title.as_str() == "Logs").unwrap().0;
    apply(&mut both, Edit::RemoveSteps { ids: vec![log] });
    let Merged { document: whole, map, differences, .. } = merged_maps(&both, before, after);
    let told: Vec<String> = differences.iter().map(|it| format!("{} {}", it.kind.label(), it.name)).collect();
    assert_eq!(told, ["Gone Logs", "Gone Takes call → Logs"]);
    assert_eq!((map, whole.steps_of_map(map).len(), whole.violations()), (after, 2, vec![]));
}
