//! Which edits change what a map is made of, and not only what is said of it.

use super::Edit;
use crate::{ConnectorField, JourneyField, LaneField, StageField, StepField};

impl Edit {
    /// Whether it adds, takes away, moves or renames a journey, stage, lane, step or connector, or makes it one of another
    /// kind. What is said of them is no part of the structure.
    #[must_use]
    pub fn changes_structure(&self) -> bool {
        match self {
            Edit::All(edits) => edits.iter().any(Self::changes_structure),
            Edit::SetJourney { field, .. } => matches!(field, JourneyField::Title(_)),
            Edit::SetStage { field, .. } => matches!(field, StageField::Title(_)),
            Edit::SetLane { field, .. } => matches!(field, LaneField::Title(_) | LaneField::Kind(_)),
            Edit::SetSteps { field, .. } => matches!(field, StepField::Title(_) | StepField::Kind(_)),
            Edit::SetConnector { field, .. } => {
                matches!(field, ConnectorField::Kind(_) | ConnectorField::Label(_))
            }
            Edit::AddJourney { .. }
            | Edit::MoveJourney { .. }
            | Edit::RemoveJourney { .. }
            | Edit::CopyState { .. }
            | Edit::ExchangeStates { .. }
            | Edit::ClearState { .. }
            | Edit::AddStage { .. }
            | Edit::MoveStage { .. }
            | Edit::RemoveStage { .. }
            | Edit::AddLane { .. }
            | Edit::MoveLane { .. }
            | Edit::RemoveLane { .. }
            | Edit::AddStep { .. }
            | Edit::MoveSteps { .. }
            | Edit::RemoveSteps { .. }
            | Edit::AddConnector { .. }
            | Edit::Reconnect { .. }
            | Edit::InsertBetween { .. }
            | Edit::RemoveConnectors { .. }
            | Edit::Paste(_) => true,
            _ => false,
        }
    }
}
