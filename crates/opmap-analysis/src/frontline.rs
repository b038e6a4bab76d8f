//! How many decisions are taken by those who meet customers (D11).

use std::collections::BTreeSet;

use opmap_model::{Decision, Document, LaneKind, MapKey, RoleId, StageId};

use crate::flow::permille;
use crate::survey::Survey;

/// How many of the decisions of one map the front line takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FrontlineDecisions {
    /// The map; it has a decision.
    pub map: MapKey,
    /// Decisions in a stage that has a step in a frontstage lane.
    pub at_frontstage: usize,
    /// How many of them a role decides that meets customers.
    pub by_frontline: usize,
}

impl FrontlineDecisions {
    /// The share that the front line takes, in permille; none without a decision where customers are met (D11).
    #[must_use]
    pub fn permille(&self) -> Option<u32> {
        permille(self.by_frontline, self.at_frontstage)
    }
}

/// The share of the front line in every map that has a decision, in the order of journeys and states.
pub(crate) fn frontline_decisions(document: &Document, survey: &Survey<'_>) -> Vec<FrontlineDecisions> {
    let decisions: Vec<(MapKey, &Decision)> = document
        .decisions_in_order()
        .into_iter()
        .filter_map(|(_, it)| Some((document.map_of_decision(it)?, it)))
        .collect();
    let of_map = |map| decisions.iter().filter(move |it| it.0 == map).map(|it| it.1);
    let frontline = survey.maps.iter().filter(|it| of_map(it.map).next().is_some()).map(|map| {
        let frontstage: BTreeSet<StageId> = survey
            .steps(map)
            .iter()
            .filter(|it| it.lane.1.kind == LaneKind::Frontstage)
            .map(|it| it.step.stage)
            .collect();
        let at_frontstage: Vec<&Decision> =
            of_map(map.map).filter(|it| is_at(document, it, &frontstage)).collect();
        let meets_customers = |id: RoleId| document.get(id).is_some_and(|role| role.frontline);
        FrontlineDecisions {
            map: map.map,
            at_frontstage: at_frontstage.len(),
            by_frontline: at_frontstage
                .iter()
                .filter(|it| it.first_deciders().into_iter().any(meets_customers))
                .count(),
        }
    });
    frontline.collect()
}

/// Whether a decision belongs to one of the stages, itself or through a step.
fn is_at(document: &Document, decision: &Decision, stages: &BTreeSet<StageId>) -> bool {
    let of_steps = decision.steps.iter().filter_map(|id| document.get(*id)).map(|it| it.stage);
    decision.stages.iter().copied().chain(of_steps).any(|it| stages.contains(&it))
}
