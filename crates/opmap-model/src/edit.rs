//! What a user meant: one gesture, one edit, one step of undo.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::draft::Draft;
use crate::{
    Change, Connector, ConnectorField, ConnectorId, Document, Journey, JourneyField, JourneyId, Keyword,
    Lane, LaneField, LaneId, MapKey, Paste, Refusal, Role, RoleField, RoleId, Stage, StageField, StageId,
    State, Step, StepField, StepId, WorkshopField, connector, insert, journey, lane, paste, role, stage,
    state_copy, step, workshop,
};

/// One user gesture, as it crosses from the window to the shell.
///
/// A record that is added brings its new identity along; its rank is given by the plan from `before`, the sibling
/// that it is to stand in front of (`None`: last).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // The fields of a variant are named for what they are.
pub enum Edit {
    /// Sets one part of the charter.
    SetWorkshop(WorkshopField),
    /// Adds a role.
    AddRole { id: RoleId, role: Role, before: Option<RoleId> },
    /// Sets one part of a role.
    SetRole { id: RoleId, field: RoleField },
    /// Moves a role among the roles.
    MoveRole { id: RoleId, before: Option<RoleId> },
    /// Removes a role; what refers to it becomes *not set* (R19).
    RemoveRole { id: RoleId },
    /// Adds a journey.
    AddJourney { id: JourneyId, journey: Journey, before: Option<JourneyId> },
    /// Sets one part of a journey.
    SetJourney { id: JourneyId, field: JourneyField },
    /// Moves a journey among the journeys.
    MoveJourney { id: JourneyId, before: Option<JourneyId> },
    /// Removes a journey with its three maps.
    RemoveJourney { id: JourneyId },
    /// Copies one state of a journey into another, empty one. `ids` holds a new identity for each record copied.
    CopyState { journey: JourneyId, from: State, to: State, ids: Vec<Uuid> },
    /// Removes everything from one map.
    ClearState { map: MapKey },
    /// Adds a stage to a map.
    AddStage { id: StageId, stage: Stage, before: Option<StageId> },
    /// Sets one part of a stage.
    SetStage { id: StageId, field: StageField },
    /// Moves a stage, with its steps, among the stages of its map.
    MoveStage { id: StageId, before: Option<StageId> },
    /// Removes a stage; its steps go to the stage `steps_to`, or away with it (B9).
    RemoveStage { id: StageId, steps_to: Option<StageId> },
    /// Adds a lane to a map.
    AddLane { id: LaneId, lane: Lane, before: Option<LaneId> },
    /// Sets one part of a lane.
    SetLane { id: LaneId, field: LaneField },
    /// Moves a lane, with its steps, among the lanes of its map.
    MoveLane { id: LaneId, before: Option<LaneId> },
    /// Removes a lane; its steps go to the lane `steps_to`, or away with it (B9).
    RemoveLane { id: LaneId, steps_to: Option<LaneId> },
    /// Adds a step to its cell.
    AddStep { id: StepId, step: Step, before: Option<StepId> },
    /// Sets one part of some steps.
    SetSteps { ids: Vec<StepId>, field: StepField },
    /// Moves steps, in the order given, into one cell of their map.
    MoveSteps { ids: Vec<StepId>, stage: StageId, lane: LaneId, before: Option<StepId> },
    /// Removes steps with their connectors.
    RemoveSteps { ids: Vec<StepId> },
    /// Connects two steps of a map.
    AddConnector { id: ConnectorId, connector: Connector },
    /// Sets one part of a connector.
    SetConnector { id: ConnectorId, field: ConnectorField },
    /// Puts the ends of a connector to other steps of its map.
    Reconnect { id: ConnectorId, from: StepId, to: StepId },
    /// Leads a connector over a step of its map; `onward` becomes the identity of its other half.
    InsertBetween { step: StepId, connector: ConnectorId, onward: ConnectorId },
    /// Removes connectors.
    RemoveConnectors { ids: Vec<ConnectorId> },
    /// Adds an excerpt of a workshop.
    Paste(Box<Paste>),
    /// Several edits as one; each sees what those before it have done.
    All(Vec<Edit>),
}

impl Edit {
    /// What the edit does to `document`. The same edit on an equal document always gives the same change; an edit
    /// that leaves everything as it was gives an empty one.
    ///
    /// # Errors
    /// The [`Refusal`] that says why the edit is not possible.
    pub fn plan(&self, document: &Document) -> Result<Change, Refusal> {
        let mut draft = Draft::new(document);
        self.draft(&mut draft)?;
        Ok(draft.into_change())
    }

    fn draft(&self, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        match self {
            Edit::SetWorkshop(field) => {
                workshop::set(draft, field);
                Ok(())
            }
            Edit::AddRole { id, role, before } => role::add(draft, *id, role, *before),
            Edit::SetRole { id, field } => role::set(draft, *id, field),
            Edit::MoveRole { id, before } => role::reorder(draft, *id, *before),
            Edit::RemoveRole { id } => role::remove(draft, *id),
            Edit::AddJourney { id, journey, before } => journey::add(draft, *id, journey, *before),
            Edit::SetJourney { id, field } => journey::set(draft, *id, field),
            Edit::MoveJourney { id, before } => journey::reorder(draft, *id, *before),
            Edit::RemoveJourney { id } => journey::remove(draft, *id),
            Edit::CopyState { journey, from, to, ids } => state_copy::copy(draft, *journey, *from, *to, ids),
            Edit::ClearState { map } => state_copy::clear(draft, *map),
            Edit::AddStage { id, stage, before } => stage::add(draft, *id, stage, *before),
            Edit::SetStage { id, field } => stage::set(draft, *id, field),
            Edit::MoveStage { id, before } => stage::reorder(draft, *id, *before),
            Edit::RemoveStage { id, steps_to } => stage::remove(draft, *id, *steps_to),
            Edit::AddLane { id, lane, before } => lane::add(draft, *id, lane, *before),
            Edit::SetLane { id, field } => lane::set(draft, *id, field),
            Edit::MoveLane { id, before } => lane::reorder(draft, *id, *before),
            Edit::RemoveLane { id, steps_to } => lane::remove(draft, *id, *steps_to),
            Edit::AddStep { id, step, before } => step::add(draft, *id, step, *before),
            Edit::SetSteps { ids, field } => step::set(draft, ids, field),
            Edit::MoveSteps { ids, stage, lane, before } => {
                step::relocate(draft, ids, *stage, *lane, *before)
            }
            Edit::RemoveSteps { ids } => step::remove(draft, ids),
            Edit::AddConnector { id, connector } => connector::add(draft, *id, connector),
            Edit::SetConnector { id, field } => connector::set(draft, *id, field),
            Edit::Reconnect { id, from, to } => connector::reconnect(draft, *id, *from, *to),
            Edit::InsertBetween { step, connector, onward } => {
                insert::between(draft, *step, *connector, *onward)
            }
            Edit::RemoveConnectors { ids } => connector::remove(draft, ids),
            Edit::Paste(it) => paste::paste(draft, it),
            Edit::All(edits) => edits.iter().try_for_each(|edit| edit.draft(draft)),
        }
    }

    /// What the edit is called in the menu (*Undo …*), with the names as they are in `document` before it.
    #[must_use]
    pub fn label(&self, document: &Document) -> String {
        let named = |verb: &str, title: Option<&crate::Title>| match title {
            Some(title) => format!("{verb} “{title}”"),
            None => verb.to_owned(),
        };
        let role = |id: &RoleId| document.get(*id).map(|it| &it.title);
        let journey = |id: &JourneyId| document.get(*id).map(|it| &it.title);
        let stage = |id: &StageId| document.get(*id).map(|it| &it.title);
        let lane = |id: &LaneId| document.get(*id).map(|it| &it.title);
        let steps = |verb: &str, ids: &[StepId]| match ids {
            [id] => named(verb, document.get(*id).map(|it| &it.title)),
            _ => format!("{verb} {} steps", ids.len()),
        };
        let connector = |verb: &str, id: &ConnectorId| {
            let ends = document.get(*id).and_then(|it| Some((document.get(it.from)?, document.get(it.to)?)));
            match ends {
                Some((from, to)) => format!("{verb} “{}” → “{}”", from.title, to.title),
                None => format!("{verb} a connector"),
            }
        };
        match self {
            Edit::SetWorkshop(field) => field.label().to_owned(),
            Edit::AddRole { role, .. } => named("Add role", Some(&role.title)),
            Edit::SetRole { id, field } => named(field.label(), role(id)),
            Edit::MoveRole { id, .. } => named("Move role", role(id)),
            Edit::RemoveRole { id } => named("Delete role", role(id)),
            Edit::AddJourney { journey, .. } => named("Add journey", Some(&journey.title)),
            Edit::SetJourney { id, field } => named(field.label(), journey(id)),
            Edit::MoveJourney { id, .. } => named("Move journey", journey(id)),
            Edit::RemoveJourney { id } => named("Delete journey", journey(id)),
            Edit::CopyState { from, to, .. } => format!("Copy {} to {}", lower(*from), lower(*to)),
            Edit::ClearState { map } => format!("Clear {}", lower(map.state)),
            Edit::AddStage { stage, .. } => named("Add stage", Some(&stage.title)),
            Edit::SetStage { id, field } => named(field.label(), stage(id)),
            Edit::MoveStage { id, .. } => named("Move stage", stage(id)),
            Edit::RemoveStage { id, .. } => named("Delete stage", stage(id)),
            Edit::AddLane { lane, .. } => named("Add lane", Some(&lane.title)),
            Edit::SetLane { id, field } => named(field.label(), lane(id)),
            Edit::MoveLane { id, .. } => named("Move lane", lane(id)),
            Edit::RemoveLane { id, .. } => named("Delete lane", lane(id)),
            Edit::AddStep { step, .. } => named("Add step", Some(&step.title)),
            Edit::SetSteps { ids, field } => steps(field.label(), ids),
            Edit::MoveSteps { ids, .. } => steps("Move", ids),
            Edit::RemoveSteps { ids } => steps("Delete", ids),
            Edit::AddConnector { connector, .. } => {
                match (document.get(connector.from), document.get(connector.to)) {
                    (Some(from), Some(to)) => format!("Connect “{}” to “{}”", from.title, to.title),
                    _ => "Connect two steps".to_owned(),
                }
            }
            Edit::SetConnector { id, field } => connector(field.label(), id),
            Edit::Reconnect { id, .. } => connector("Reconnect", id),
            Edit::InsertBetween { step, .. } => named("Insert", document.get(*step).map(|it| &it.title)),
            Edit::Paste(it) => it.label(),
            Edit::RemoveConnectors { ids } => match ids.as_slice() {
                [id] => connector("Delete connector", id),
                _ => format!("Delete {} connectors", ids.len()),
            },
            Edit::All(edits) => match edits.as_slice() {
                [] => "Nothing".to_owned(),
                [Edit::MoveSteps { .. }, Edit::MoveSteps { .. }, ..] => format!("Move {} steps", edits.len()),
                [first, ..] => first.label(document),
            },
        }
    }
}

fn lower(state: State) -> String {
    state.label().to_lowercase()
}
