//! A layout that follows the changes equals a new one.

use std::sync::Arc;

use opmap_drawing::{Folded, Fonts, folded_map_layout};
use opmap_model::generate::{Dice, Options, document, random_edit};
use opmap_model::{Change, MapKey};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn following_equals_laying_out_anew(
        seed in any::<u64>(), steps in 0..60_usize, lanes in 1..6_usize, stages in 1..6_usize, folds in 0..3_usize
    ) {
        let mut document = document(&Options { steps, lanes, stages, seed });
        let mut dice = Dice::new(seed);
        let (fonts, map) = (Fonts::shipped(), *maps(&document).first().unwrap());
        let mut folded = Folded::default();
        let mut layout = folded_map_layout(&document, map, &folded, fonts);
        for _ in 0..12 {
            let mut changes: Vec<Arc<Change>> = Vec::new();
            for _ in 0..=dice.below(2) {
                let Ok(change) = random_edit(&document, &mut dice).plan(&document) else { continue };
                document.apply(&change).unwrap();
                changes.push(Arc::new(change.clone()));
                if dice.below(4) == 0 {
                    let undone = change.inverted();
                    document.apply(&undone).unwrap();
                    changes.push(Arc::new(undone));
                }
            }
            if dice.below(3) < folds {
                folded = some_folded(&document, &mut dice);
            }
            layout = layout.updated(&document, &changes, &folded, fonts);
            let anew = folded_map_layout(&document, map, &folded, fonts);
            prop_assert!(layout == anew, "after {changes:?}");
        }
    }
}

fn maps(document: &opmap_model::Document) -> Vec<MapKey> {
    let journeys = document.journeys().keys();
    journeys.map(|journey| MapKey { journey: *journey, state: opmap_model::State::AsLived }).collect()
}

/// About a third of all stages and lanes.
fn some_folded(document: &opmap_model::Document, dice: &mut Dice) -> Folded {
    Folded {
        stages: document.stages().keys().copied().filter(|_| dice.below(3) == 0).collect(),
        lanes: document.lanes().keys().copied().filter(|_| dice.below(3) == 0).collect(),
    }
}
