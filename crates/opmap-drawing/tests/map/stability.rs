//! How far the movement of one step is felt.

use std::collections::{BTreeMap, BTreeSet};

use opmap_drawing::{Fonts, MapLayout, Route, StageBand, map_layout};
use opmap_model::{ConnectorId, Document, Edit, LaneId, StageId, StepId};
use proptest::prelude::*;

use crate::laws::sketches;

/// A stage as it looks, wherever it stands: how wide it is, and where its steps and the corners of the lines within it
/// lie from its left edge.
#[derive(Debug, PartialEq)]
struct Look {
    width: f32,
    steps: BTreeMap<StepId, f32>,
    lines: BTreeMap<ConnectorId, Vec<f32>>,
}

fn looks(layout: &MapLayout) -> BTreeMap<StageId, Look> {
    let stage_of = |id| layout.step_box(id).map(|it| it.stage);
    let look = |stage: &StageBand| {
        let steps = layout.boxes.iter().filter(|it| it.stage == stage.id);
        let within = |it: &&Route| [it.from, it.to].into_iter().all(|id| stage_of(id) == Some(stage.id));
        let corners = |it: &Route| it.points.iter().map(|at| rounded(at.x - stage.x)).collect();
        let look = Look {
            width: rounded(stage.width),
            steps: steps.map(|it| (it.id, rounded(it.rect.x - stage.x))).collect(),
            lines: layout.routes.iter().filter(within).map(|it| (it.id, corners(it))).collect(),
        };
        (stage.id, look)
    };
    layout.stages.iter().map(look).collect()
}

/// Without the last digits, which differ with the place of the stage.
fn rounded(length: f32) -> f32 {
    (length * 8.0).round() / 8.0
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
    fn moving_a_step_leaves_unrelated_stages_untouched(
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
        let (before, after) = (looks(&before), looks(&after));
        for (id, look) in &before {
            prop_assert!(related.contains(id) || after[id] == *look, "{id:?} went from {look:?} to {:?}", after[id]);
        }
    }
}
