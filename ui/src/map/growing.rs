//! How the map grows: a step beside another, behind it, in front of it, between two.

use opmap_drawing::MapLayout;
use opmap_model::{
    Connector, ConnectorId, ConnectorKind, Document, Edit, LaneId, StageId, Step, StepId, Title,
};

use super::state::Naming;
use crate::identity::fresh;
use crate::keys::Way;

/// The edit that adds a step, connected from another.
pub(super) fn step(id: StepId, step: Step, before: Option<StepId>, from: Option<StepId>) -> Edit {
    let mut edits = vec![Edit::AddStep { id, step, before }];
    edits.extend(from.map(|from| connect(from, id)));
    Edit::All(edits)
}

/// The edit that makes room in front of a step: the new one stands before it in its cell, everything that led to it
/// leads to the new one, and the new one leads to it. Work that goes back to it still does. None when it is gone.
pub(super) fn room(document: &Document, id: StepId, title: Title, before: StepId) -> Option<Edit> {
    let next = document.get(before)?;
    let step = Step::new(id, next.stage, next.lane, title);
    let mut edits = vec![Edit::AddStep { id, step, before: Some(before) }];
    let leads_to = document.connectors().iter().filter(|(_, it)| it.to == before);
    edits.extend(
        leads_to.filter(|(_, it)| it.kind != ConnectorKind::Rework).map(|(connector, it)| Edit::Reconnect {
            id: *connector,
            from: it.from,
            to: id,
        }),
    );
    edits.push(connect(id, before));
    Some(Edit::All(edits))
}

/// The edit that adds a step behind another in its cell, connected from it. None when it is gone.
pub(super) fn append(document: &Document, id: StepId, title: Title, behind: StepId) -> Option<Edit> {
    let last = document.get(behind)?;
    let before = next_in_cell(document, behind);
    Some(step(id, Step::new(id, last.stage, last.lane, title), before, Some(behind)))
}

/// The edit that adds a step between the ends of a connector, in front of the second in its cell. None when the connector
/// is gone.
pub(super) fn between(document: &Document, id: StepId, title: Title, connector: ConnectorId) -> Option<Edit> {
    let end = document.get(connector)?.to;
    let next = document.get(end)?;
    let step = Step::new(id, next.stage, next.lane, title);
    let insert = Edit::InsertBetween { step: id, connector, onward: fresh() };
    Some(Edit::All(vec![Edit::AddStep { id, step, before: Some(end) }, insert]))
}

/// The edit that puts a step on a connector, between its ends. It stays in its cell; in the cell of the step that comes
/// next it stands in front of that. None when one of them is gone.
pub(crate) fn put_on_connector(document: &Document, step: StepId, connector: ConnectorId) -> Option<Edit> {
    let it = document.get(step)?;
    put_on(document, step, connector, (it.stage, it.lane), next_in_cell(document, step))
}

/// The same with the cell that the step goes to, and the step in front of which it stands there unless that comes next.
pub(super) fn put_on(
    document: &Document,
    step: StepId,
    connector: ConnectorId,
    (stage, lane): (StageId, LaneId),
    before: Option<StepId>,
) -> Option<Edit> {
    let end = document.get(connector)?.to;
    let next = document.get(end).filter(|it| (it.stage, it.lane) == (stage, lane));
    let before = if next.is_some() { Some(end) } else { before };
    let insert = Edit::InsertBetween { step, connector, onward: fresh() };
    Some(Edit::All(vec![insert, Edit::MoveSteps { ids: vec![step], stage, lane, before }]))
}

/// The step that stands behind another in its cell.
pub(super) fn next_in_cell(document: &Document, step: StepId) -> Option<StepId> {
    let it = document.get(step)?;
    let here = (it.rank, step);
    let cell = document.steps().iter().filter(|(_, other)| (other.stage, other.lane) == (it.stage, it.lane));
    cell.map(|(id, other)| (other.rank, *id)).filter(|other| *other > here).min().map(|(_, id)| id)
}

fn connect(from: StepId, to: StepId) -> Edit {
    let id: ConnectorId = fresh();
    Edit::AddConnector { id, connector: Connector::new(id, from, to) }
}

/// What is named when the map grows from a step: a step in the next cell that way, connected from it. At the edge of
/// the map it goes into the same cell.
pub(super) fn onward(way: Way, layout: &MapLayout, from: StepId) -> Option<Naming> {
    let step = layout.step_box(from)?;
    let (stage, lane) = beside(way, step.stage, step.lane, layout).unwrap_or((step.stage, step.lane));
    Some(Naming::NewStep { stage, lane, before: None, from: Some(from) })
}

/// The next cell in a direction; none at the edge of the map.
pub(super) fn beside(
    way: Way,
    stage: StageId,
    lane: LaneId,
    layout: &MapLayout,
) -> Option<(StageId, LaneId)> {
    let stage_index = layout.stages.iter().position(|it| it.id == stage)?;
    let lane_index = layout.lanes.iter().position(|it| it.id == lane)?;
    Some(match way {
        Way::Left => (layout.stages.get(stage_index.checked_sub(1)?)?.id, lane),
        Way::Right => (layout.stages.get(stage_index + 1)?.id, lane),
        Way::Up => (stage, layout.lanes.get(lane_index.checked_sub(1)?)?.id),
        Way::Down => (stage, layout.lanes.get(lane_index + 1)?.id),
    })
}
