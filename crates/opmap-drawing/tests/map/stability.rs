//! How far the movement of one step is felt.

use std::collections::{BTreeMap, BTreeSet};

use opmap_drawing::{Fonts, MapLayout, map_layout};
use opmap_model::{Document, Edit, LaneId, StageId, StepId};
use proptest::prelude::*;

use crate::laws::sketches;

fn widths(layout: &MapLayout) -> BTreeMap<StageId, f32> {
    layout.stages.iter().map(|it| (it.id, it.width)).collect()
}

/// The stages whose gutters the movement of a step between two cells can reach: its own, those of its connectors,
/// those of connectors that may now be in its way or no longer are, and the ones beside all of these.
fn related(
    document: &Document,
    layout: &MapLayout,
    moved: StepId,
    stages: [StageId; 2],
    lanes: [LaneId; 2],
) -> BTreeSet<StageId> {
    let step = |id| document.get(id).expect("the ends of a connector are there");
    let view = document.map_view(layout.map);
    let mut near_lanes = BTreeSet::from(lanes);
    let mut near_stages = BTreeSet::from(stages);
    for (_, it) in view.connectors.iter().filter(|(_, it)| it.from == moved || it.to == moved) {
        near_lanes.extend([step(it.from).lane, step(it.to).lane]);
        near_stages.extend([step(it.from).stage, step(it.to).stage]);
    }
    let mut reached = near_stages.clone();
    for (_, it) in &view.connectors {
        let ends = [step(it.from), step(it.to)];
        if ends.iter().any(|end| near_lanes.contains(&end.lane) || near_stages.contains(&end.stage)) {
            reached.extend(ends.map(|end| end.stage));
        }
    }
    let order: Vec<StageId> = layout.stages.iter().map(|it| it.id).collect();
    let beside = |at: usize| at.saturating_sub(1)..(at + 2).min(order.len());
    (0..order.len()).filter(|at| reached.contains(&order[*at])).flat_map(beside).map(|at| order[at]).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn moving_a_step_leaves_unrelated_stages_as_wide_as_they_were(
        sketch in sketches(), step in any::<prop::sample::Index>(), stage in any::<prop::sample::Index>(), lane in any::<prop::sample::Index>()
    ) {
        prop_assume!(!sketch.steps.is_empty());
        let mut document = sketch.finish();
        let before = map_layout(&document, sketch.map, Fonts::shipped());
        let (step, stage, lane) = (*step.get(&sketch.steps), *stage.get(&sketch.stages), *lane.get(&sketch.lanes));
        let old = document.get(step).unwrap().clone();
        let related = related(&document, &before, step, [old.stage, stage], [old.lane, lane]);

        let edit = Edit::MoveSteps { ids: vec![step], stage, lane, before: None };
        document.apply(&edit.plan(&document).unwrap()).unwrap();
        let after = map_layout(&document, sketch.map, Fonts::shipped());
        let (before, after) = (widths(&before), widths(&after));
        for (id, width) in &before {
            if !related.contains(id) {
                prop_assert!((after[id] - width).abs() < 0.01, "{id:?} went from {width} to {}", after[id]);
            }
        }
    }
}
