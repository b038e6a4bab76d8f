//! Which steps lie in each cell of the maps.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use uuid::Uuid;

use crate::{LaneId, StageId, Step, StepId, Swap};

/// The steps of each cell, in no particular order: made when they are first asked for, and kept in step from then on, so that
/// nothing that is done in a cell takes time for those of others.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cells(OnceLock<BTreeMap<(StageId, LaneId), Vec<StepId>>>);

/// What they are follows from the steps: they make no difference between two documents.
impl PartialEq for Cells {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Cells {
    /// The steps of a cell of these `steps`.
    pub(crate) fn steps(
        &self,
        steps: &BTreeMap<StepId, Step>,
        cell: (StageId, LaneId),
    ) -> impl Iterator<Item = StepId> {
        self.all(steps).get(&cell).into_iter().flatten().copied()
    }

    /// The lanes in which these `steps` have some of a stage, in no particular order.
    pub(crate) fn lanes(
        &self,
        steps: &BTreeMap<StepId, Step>,
        stage: StageId,
    ) -> impl Iterator<Item = LaneId> {
        let cells = (stage, LaneId(Uuid::nil()))..=(stage, LaneId(Uuid::max()));
        self.all(steps).range(cells).map(|((_, lane), _)| *lane)
    }

    fn all(&self, steps: &BTreeMap<StepId, Step>) -> &BTreeMap<(StageId, LaneId), Vec<StepId>> {
        self.0.get_or_init(|| {
            let mut cells: BTreeMap<_, Vec<StepId>> = BTreeMap::new();
            for (id, step) in steps {
                cells.entry((step.stage, step.lane)).or_default().push(*id);
            }
            cells
        })
    }

    /// Follows a change of the steps.
    pub(crate) fn follow(&mut self, swaps: &BTreeMap<StepId, Swap<Step>>) {
        let Some(cells) = self.0.get_mut() else { return };
        let cell = |step: &Option<Step>| step.as_ref().map(|it| (it.stage, it.lane));
        for (id, swap) in swaps {
            let (before, after) = (cell(&swap.before), cell(&swap.after));
            if before == after {
                continue;
            }
            if let Some(steps) = before.and_then(|it| cells.get_mut(&it)) {
                steps.retain(|it| it != id);
            }
            if let Some(cell) = after {
                cells.entry(cell).or_default().push(*id);
            }
        }
    }
}
