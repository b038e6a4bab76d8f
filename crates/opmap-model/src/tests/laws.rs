use proptest::prelude::*;

use super::{numbered, small};
use crate::generate::{Dice, Options, document, random_edit};
use crate::{Change, Document, Edit, Step, Workshop, notation};

/// Plays `count` random edits from a seed and hands each one that is carried out to `law`.
fn play(seed: u64, count: usize, mut law: impl FnMut(&Document, &Edit, &Change, &Document)) {
    let mut dice = Dice::new(seed);
    let mut now = small();
    for _ in 0..count {
        let edit = random_edit(&now, &mut dice);
        if let Ok(change) = edit.plan(&now) {
            let mut after = now.clone();
            after.apply(&change).unwrap();
            law(&now, &edit, &change, &after);
            now = after;
        }
    }
}

proptest! {
    // 60 runs of 250 edits: 15,000 in all for each law.
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn edits_keep_every_rule_and_can_be_taken_back(seed: u64) {
        let mut carried_out = 0;
        play(seed, 250, |before, _, change, after| {
            carried_out += 1;
            assert_eq!(after.violations(), []);
            let mut undone = after.clone();
            undone.apply(&change.clone().inverted()).unwrap();
            assert_eq!(&undone, before, "apply and invert restores");
        });
        prop_assert!(carried_out > 100, "most random edits are possible, {carried_out} of 250 were");
    }

    #[test]
    fn a_cell_has_the_steps_that_say_so(seed: u64) {
        let mut seen = 0;
        play(seed, 120, |before, _, change, after| {
            let mut undone = after.clone();
            undone.apply(&change.clone().inverted()).unwrap();
            for document in [before, after, &undone] {
                for stage in document.stages().keys() {
                    for lane in document.lanes().keys() {
                        let here = |step: &Step| (&step.stage, &step.lane) == (stage, lane);
                        let mut told: Vec<_> = document.steps().iter().filter(|(_, it)| here(it)).collect();
                        told.sort_by_key(|(id, it)| (it.rank, **id));
                        let told: Vec<_> = told.into_iter().map(|(id, it)| (*id, it)).collect();
                        seen += told.len();
                        assert_eq!(document.steps_of_cell(*stage, *lane), told);
                    }
                }
            }
        });
        prop_assert!(seen > 0);
    }

    #[test]
    fn the_shell_plans_what_the_window_planned(seed: u64) {
        let mut shell = small();
        play(seed, 250, |before, edit, change, after| {
            let carried: Edit = serde_json::from_str(&serde_json::to_string(edit).unwrap()).unwrap();
            assert_eq!(&shell, before);
            let planned = carried.plan(&shell).unwrap();
            assert_eq!(&planned, change, "the serialised edit plans the same change");
            let stored: Change = serde_json::from_str(&serde_json::to_string(&planned).unwrap()).unwrap();
            shell.apply(&stored).unwrap();
            assert_eq!(&shell, after);
        });
    }

    #[test]
    fn changes_squash_to_the_same_end(seed: u64) {
        let mut squashed = Change::default();
        let mut last = small();
        play(seed, 250, |_, _, change, after| {
            squashed = std::mem::take(&mut squashed).then(change.clone());
            last = after.clone();
        });
        let mut at_once = small();
        at_once.apply(&squashed).unwrap();
        prop_assert_eq!(&at_once, &last);
        at_once.apply(&squashed.inverted()).unwrap();
        prop_assert_eq!(at_once, small());
    }

    #[test]
    fn a_stale_change_touches_nothing(seed: u64) {
        play(seed, 120, |_, _, change, after| {
            if !change.is_empty() {
                let mut again = after.clone();
                assert!(again.apply(change).is_err(), "a change does not fit where it was carried out already");
                assert_eq!(&again, after);
            }
        });
    }

    #[test]
    fn the_notation_says_all_but_identities(seed: u64) {
        let mut last = small();
        play(seed, 150, |_, _, _, after| last = after.clone());
        let text = notation::print(&last);
        let read = notation::parse(&text, &mut numbered()).unwrap();
        prop_assert_eq!(notation::print(&read), text);
    }
}

#[test]
fn the_notation_names_the_members_of_a_set_in_the_order_of_their_register() {
    let mut last = small();
    play(7_565_224_655_756_481_492, 150, |_, _, _, after| last = after.clone());
    let text = notation::print(&last);
    assert_eq!(notation::print(&notation::parse(&text, &mut numbered()).unwrap()), text);
}

#[test]
fn made_up_workshops_are_as_large_as_asked_and_keep_every_rule() {
    for (steps, lanes, stages) in [(0, 1, 1), (1, 1, 1), (200, 8, 12), (1_000, 8, 12)] {
        let made = document(&Options { steps, lanes, stages, seed: 7 });
        assert_eq!((made.steps().len(), made.lanes().len(), made.stages().len()), (steps, lanes, stages));
        assert_eq!(made.violations(), []);
        assert_eq!(
            made,
            document(&Options { steps, lanes, stages, seed: 7 }),
            "the same seed gives the same"
        );
    }
}

#[test]
fn additions_rebuild_a_document() {
    let document = small();
    let mut again = Document::new(document.workshop().clone());
    again.apply(&document.as_additions()).unwrap();
    assert_eq!(again, document);
    let other = Workshop::new(crate::Title::new("Other").unwrap());
    assert_ne!(Document::new(other), Document::new(document.workshop().clone()));
}
