//! A layout that follows the changes equals a new one.

use std::sync::Arc;

use opmap_drawing::{Folded, Fonts, MapLayout, Rect, folded_map_layout, map_layout};
use opmap_model::generate::{Dice, Options, document, random_edit};
use opmap_model::{Change, Document, Edit, LaneKind, MapKey, StepField, StepKind, Title};
use proptest::prelude::*;

use crate::sample::{Parts, Sketch};

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn following_equals_laying_out_anew(
        seed in any::<u64>(), steps in 0..60_usize, lanes in 1..6_usize, stages in 1..6_usize, folds in 0..3_usize
    ) {
        follow(Options { steps, lanes, stages, seed }, folds)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn following_equals_laying_out_anew_where_most_of_the_map_only_moves(seed in any::<u64>()) {
        follow(Options { steps: 600, lanes: 6, stages: 14, seed }, 0)?;
    }
}

/// Two lines that change places, one above the other, without either of them changing.
#[test]
fn what_lies_above_another_is_part_of_how_it_looks() {
    let options = Options { steps: 24, lanes: 4, stages: 2, seed: 15_882_849_758_491_923_044 };
    follow(options, 1).unwrap();
}

/// A box that grows within its row, beside a higher one, and the line that ends at its bottom.
#[test]
fn a_line_ends_where_its_box_does_though_its_row_is_as_high_as_before() {
    let mut sketch = Sketch::new();
    let stages = [sketch.stage("Order"), sketch.stage("Move in")];
    let lane = sketch.lane("Front office", LaneKind::Frontstage, None);
    let upper = sketch.step(stages[0], lane, "Ask", StepKind::Activity, None);
    let lower = sketch.step(stages[0], lane, "Answer", StepKind::Activity, None);
    let long = "Ask the customer for the number of the contract, and who signed it for whom";
    sketch.step(stages[1], lane, long, StepKind::Activity, None);
    sketch.connect(upper, lower, Parts::default());
    let mut document = sketch.finish();
    let layout = map_layout(&document, sketch.map, Fonts::shipped());
    let height = |it: &MapLayout| it.step_box(sketch.steps[upper]).unwrap().rect.height;

    let title = Title::new("Ask for the number of the contract, and who signed it").unwrap();
    let edit = Edit::SetSteps { ids: vec![sketch.steps[upper]], field: StepField::Title(title) };
    let change = edit.plan(&document).unwrap();
    document.apply(&change).unwrap();
    let before = layout.clone();
    let (now, _) = layout.updated(&document, &[Arc::new(change)], &Folded::default(), Fonts::shipped());
    assert!(height(&before) < height(&now) && before.height == now.height);
    assert_eq!(now, map_layout(&document, sketch.map, Fonts::shipped()));
}

/// Makes random edits, and lays the map out anew beside following them.
fn follow(options: Options, folds: usize) -> Result<(), TestCaseError> {
    let seed = options.seed;
    let mut document = document(&options);
    let mut dice = Dice::new(seed);
    let (fonts, map) = (Fonts::shipped(), maps(&document)[0]);
    let mut folded = Folded::default();
    let mut layout = folded_map_layout(&document, map, &folded, fonts);
    for _ in 0..12 {
        let mut changes: Vec<Arc<Change>> = Vec::new();
        for _ in 0..=dice.below(2) {
            let Ok(change) = random_edit(&document, &mut dice).plan(&document) else { continue };
            applied(&mut document, &change)?;
            changes.push(Arc::new(change.clone()));
            if dice.below(4) == 0 {
                let undone = change.inverted();
                applied(&mut document, &undone)?;
                changes.push(Arc::new(undone));
            }
        }
        if dice.below(3) < folds {
            folded = some_folded(&document, &mut dice);
        }
        let before = layout.clone();
        let (now, unlike) = layout.updated(&document, &changes, &folded, fonts);
        let anew = folded_map_layout(&document, map, &folded, fonts);
        prop_assert!(now == anew, "after {changes:?}");
        for part in tiles(&before, &now) {
            let told = unlike.areas.iter().any(|it| it.grown(1.0).overlaps(&part));
            prop_assert!(told || looks_same(&before, &now, part), "{part:?} after {changes:?}");
        }
        for step in &now.boxes {
            let number = |it: &MapLayout| it.step_number(step.id);
            let told = unlike.renumbered.is_some_and(|it| it.overlaps(&step.rect));
            let is_new = before.step_box(step.id).is_none();
            prop_assert!(told || is_new || number(&before) == number(&now), "{step:?} after {changes:?}");
        }
        layout = now;
    }
    Ok(())
}

fn applied(document: &mut Document, change: &Change) -> Result<(), TestCaseError> {
    document.apply(change).map_err(|stale| TestCaseError::fail(stale.to_string()))
}

/// Parts that cover both layouts.
fn tiles(before: &MapLayout, now: &MapLayout) -> impl Iterator<Item = Rect> + use<> {
    let (width, height) = (before.width.max(now.width), before.height.max(now.height));
    let places = |length: f32| (0_u8..).map(|it| f32::from(it) * 150.0).take_while(move |it| *it < length);
    places(width).flat_map(move |x| places(height).map(move |y| Rect::new(x, y, 150.0, 150.0)))
}

fn looks_same(before: &MapLayout, now: &MapLayout, area: Rect) -> bool {
    let covered = |it: &MapLayout| (it.width.min(area.right()), it.height.min(area.bottom()));
    let cells = |it: &MapLayout| -> Vec<_> {
        it.folded_cells.iter().filter(|it| it.rect.overlaps(&area)).copied().collect()
    };
    covered(before) == covered(now)
        && before.lines == now.lines
        && before.lanes_in(area.y, area.bottom()) == now.lanes_in(area.y, area.bottom())
        && before.stages_in(area.x, area.right()) == now.stages_in(area.x, area.right())
        && cells(before) == cells(now)
        && before.boxes_in(area).eq(now.boxes_in(area))
        && before.routes_in(area).eq(now.routes_in(area))
}

fn maps(document: &Document) -> Vec<MapKey> {
    let journeys = document.journeys().keys();
    journeys.map(|journey| MapKey { journey: *journey, state: opmap_model::State::AsLived }).collect()
}

/// About a third of all stages and lanes.
fn some_folded(document: &Document, dice: &mut Dice) -> Folded {
    Folded {
        stages: document.stages().keys().copied().filter(|_| dice.below(3) == 0).collect(),
        lanes: document.lanes().keys().copied().filter(|_| dice.below(3) == 0).collect(),
    }
}
