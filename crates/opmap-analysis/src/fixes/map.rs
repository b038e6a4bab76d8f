//! What would settle findings about journeys, lanes, steps and handoffs.

use opmap_model::{
    ConnectorField, ConnectorKind, Document, Edit, JourneyField, Keyword, Lane, LaneField, LaneId, RecordId,
    RoleId, StepField, StepId,
};

use super::letters::answers_most;
use super::{Fix, for_each};
use crate::Finding;
use crate::flow::in_kind_order;

/// R16: the role that answers for most of the journey, where one stands out.
pub(super) fn owner_of_journey(document: &Document, finding: &Finding) -> Option<Vec<Fix>> {
    let RecordId::Journey(id) = *finding.records.first()? else { return None };
    let is_open = document.get(id)?.owner.is_none();
    let owner = answers_most(document, id).filter(|_| is_open);
    let edit = |owner| Edit::SetJourney { id, field: JourneyField::Owner(Some(owner)) };
    Some(for_each(document, owner, |title| format!("Owner: {title}"), edit))
}

/// H11: the role of the lane that hands over, or of the one that takes over.
pub(super) fn owner_of_handoff(document: &Document, finding: &Finding) -> Option<Vec<Fix>> {
    let RecordId::Connector(id) = *finding.records.first()? else { return None };
    let connector = document.get(id).filter(|it| it.owner.is_none())?;
    let lane_role = |step: StepId| -> Option<RoleId> { document.get(document.get(step)?.lane)?.role };
    let owners = lane_role(connector.from).into_iter().chain(lane_role(connector.to));
    let edit = |owner| Edit::SetConnector { id, field: ConnectorField::Owner(Some(owner)) };
    Some(for_each(document, owners, |title| format!("Owner: {title}"), edit))
}

/// H5: what closes a circle is marked as rework.
pub(super) fn marked_as_rework(document: &Document, finding: &Finding) -> Option<Vec<Fix>> {
    let RecordId::Connector(id) = *finding.records.first()? else { return None };
    document.get(id).filter(|it| it.kind == ConnectorKind::Flow)?;
    let edit = Edit::SetConnector { id, field: ConnectorField::Kind(ConnectorKind::Rework) };
    Some(vec![Fix { label: "Mark as rework".to_owned(), edit }])
}

/// B2: the lane goes up to the others of its kind, or becomes of the kind of the one above it.
pub(super) fn lane_in_order(document: &Document, finding: &Finding) -> Option<Vec<Fix>> {
    let [RecordId::Lane(id), ..] = *finding.records.as_slice() else { return None };
    let lanes = document.lanes_of_map(document.get(id)?.map());
    let turned =
        |pair: &&[(LaneId, &Lane)]| pair[1].0 == id && !in_kind_order(pair[0].1.kind, pair[1].1.kind);
    let [(_, upper), (_, lane)] = lanes.windows(2).find(turned)? else { return None };
    let before = lanes.iter().find(|it| !in_kind_order(it.1.kind, lane.kind)).map(|it| it.0);
    Some(vec![
        Fix { label: "Move it up".to_owned(), edit: Edit::MoveLane { id, before } },
        Fix {
            label: format!("Make it {}", upper.kind.label().to_lowercase()),
            edit: Edit::SetLane { id, field: LaneField::Kind(upper.kind) },
        },
    ])
}

/// B4: one of its further channels becomes the primary one.
pub(super) fn primary_channel(document: &Document, finding: &Finding) -> Option<Vec<Fix>> {
    let RecordId::Step(id) = *finding.records.first()? else { return None };
    let step = document.get(id).filter(|it| it.channel.is_none())?;
    let channels = document.channels_in_order().into_iter().filter(|it| step.other_channels.contains(&it.0));
    let fix = |(channel, it): (_, &opmap_model::Channel)| Fix {
        label: format!("{} first", it.title),
        edit: Edit::SetSteps { ids: vec![id], field: StepField::Channel(Some(channel)) },
    };
    Some(channels.map(fix).collect())
}
