//! What a user meant: one gesture, one edit, one step of undo.

mod label;
mod structure;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::draft::Draft;
use crate::{
    Acceptance, AcceptanceId, Activity, ActivityField, ActivityId, Card, CardField, CardId, Change, Channel,
    ChannelField, ChannelId, Choice, ChoiceField, ChoiceId, Concern, ConcernField, ConcernId, Connector,
    ConnectorField, ConnectorId, CounterpartId, CustomerGroup, CustomerGroupId, Decision, DecisionField,
    DecisionId, Disruption, DisruptionId, Document, EarlierWorkshop, EarlierWorkshopId, Evidence,
    EvidenceField, EvidenceId, Forum, ForumField, ForumId, HealthQuestion, HealthQuestionField,
    HealthQuestionId, ItSystem, ItSystemField, ItSystemId, Journey, JourneyField, JourneyId, KeptFinding,
    KeptFindingField, KeptFindingId, Lane, LaneField, LaneId, LetterCell, Logo, LogoId, MapKey, Milestone,
    MilestoneField, MilestoneId, Participant, ParticipantField, ParticipantId, Paste, Persona, PersonaField,
    PersonaId, Recommendation, RecommendationField, RecommendationId, RecordId, RecoveryCell, Refusal,
    ResponseField, Role, RoleField, RoleId, Round, RoundField, RoundId, Shift, ShiftField, Stage, StageField,
    StageId, State, Step, StepField, StepId, Subject, Text, Title, WorkshopField, Workstream, WorkstreamId,
    acceptance, activity, assessment, card, channel, choice, concern, connector, counterparts, crowded,
    decision, earlier_workshop, evidence, forum, health_question, insert, it_system, journey, kept_finding,
    lane, letters, logo, milestone, participant, paste, persona, recommendation, recovery, register, role,
    round, stage, state_copy, step, workshop,
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
    /// Makes one role out of two: what names `from` names `into`, and `from` is gone.
    MergeRoles { from: RoleId, into: RoleId },
    /// Sets cells of the matrix of letters.
    SetLetters { cells: Vec<LetterCell> },
    /// Gives the A of a row to one role and takes it from the others (R1).
    MoveAccountable { subject: Subject, to: RoleId },
    /// Adds an activity outside the journeys.
    AddActivity { id: ActivityId, activity: Activity, before: Option<ActivityId> },
    /// Sets one part of an activity.
    SetActivity { id: ActivityId, field: ActivityField },
    /// Moves an activity among the activities.
    MoveActivity { id: ActivityId, before: Option<ActivityId> },
    /// Removes an activity with its letters.
    RemoveActivity { id: ActivityId },
    /// Adds a decision.
    AddDecision { id: DecisionId, decision: Box<Decision>, before: Option<DecisionId> },
    /// Sets one part of a decision.
    SetDecision { id: DecisionId, field: DecisionField },
    /// Moves a decision among the decisions.
    MoveDecision { id: DecisionId, before: Option<DecisionId> },
    /// Removes a decision.
    RemoveDecision { id: DecisionId },
    /// Adds a customer group to the rows of the recovery matrix.
    AddCustomerGroup { id: CustomerGroupId, customer_group: CustomerGroup, before: Option<CustomerGroupId> },
    /// Renames a customer group.
    RenameCustomerGroup { id: CustomerGroupId, title: Title },
    /// Moves a customer group among the customer groups.
    MoveCustomerGroup { id: CustomerGroupId, before: Option<CustomerGroupId> },
    /// Removes a customer group with the responses in its row.
    RemoveCustomerGroup { id: CustomerGroupId },
    /// Adds a severity to the columns of the recovery matrix.
    AddDisruption { id: DisruptionId, disruption: Disruption, before: Option<DisruptionId> },
    /// Renames a severity.
    RenameDisruption { id: DisruptionId, title: Title },
    /// Moves a severity among the severities.
    MoveDisruption { id: DisruptionId, before: Option<DisruptionId> },
    /// Removes a severity with the responses in its column.
    RemoveDisruption { id: DisruptionId },
    /// Sets the response in a cell of the recovery matrix, or one part of it (D9).
    SetResponse { cell: RecoveryCell, field: ResponseField },
    /// Adds a workstream.
    AddWorkstream { id: WorkstreamId, workstream: Workstream, before: Option<WorkstreamId> },
    /// Renames a workstream.
    RenameWorkstream { id: WorkstreamId, title: Title },
    /// Moves a workstream among the workstreams.
    MoveWorkstream { id: WorkstreamId, before: Option<WorkstreamId> },
    /// Removes a workstream; recommendations that belong to it forget it.
    RemoveWorkstream { id: WorkstreamId },
    /// Adds a recommendation under the next number.
    AddRecommendation {
        id: RecommendationId,
        recommendation: Box<Recommendation>,
        before: Option<RecommendationId>,
    },
    /// Sets one part of a recommendation.
    SetRecommendation { id: RecommendationId, field: RecommendationField },
    /// Moves a recommendation among those that rank the same.
    MoveRecommendation { id: RecommendationId, before: Option<RecommendationId> },
    /// Removes a recommendation; those that wait for it forget it.
    RemoveRecommendation { id: RecommendationId },
    /// Adds what an earlier workshop had said, behind those that are there.
    AddEarlierWorkshop { id: EarlierWorkshopId, earlier: Box<EarlierWorkshop> },
    /// Forgets an earlier workshop.
    RemoveEarlierWorkshop { id: EarlierWorkshopId },
    /// Adds a milestone.
    AddMilestone { id: MilestoneId, milestone: Milestone, before: Option<MilestoneId> },
    /// Sets one part of a milestone.
    SetMilestone { id: MilestoneId, field: MilestoneField },
    /// Moves a milestone among the milestones.
    MoveMilestone { id: MilestoneId, before: Option<MilestoneId> },
    /// Removes a milestone.
    RemoveMilestone { id: MilestoneId },
    /// Puts a logo on the report in place of the one that is there, or takes it away.
    SetLogo { id: LogoId, logo: Option<Box<Logo>> },
    /// Adds an entry to the options log.
    AddChoice { id: ChoiceId, choice: Choice, before: Option<ChoiceId> },
    /// Sets one part of a choice.
    SetChoice { id: ChoiceId, field: ChoiceField },
    /// Moves a choice among the choices.
    MoveChoice { id: ChoiceId, before: Option<ChoiceId> },
    /// Removes a choice.
    RemoveChoice { id: ChoiceId },
    /// Adds a risk, an assumption or a constraint.
    AddConcern { id: ConcernId, concern: Concern, before: Option<ConcernId> },
    /// Sets one part of a concern.
    SetConcern { id: ConcernId, field: ConcernField },
    /// Moves a concern among the concerns.
    MoveConcern { id: ConcernId, before: Option<ConcernId> },
    /// Removes a concern.
    RemoveConcern { id: ConcernId },
    /// Adds a forum.
    AddForum { id: ForumId, forum: Forum, before: Option<ForumId> },
    /// Sets one part of a forum.
    SetForum { id: ForumId, field: ForumField },
    /// Moves a forum among the forums.
    MoveForum { id: ForumId, before: Option<ForumId> },
    /// Removes a forum.
    RemoveForum { id: ForumId },
    /// Adds someone to those in the room.
    AddParticipant { id: ParticipantId, participant: Participant, before: Option<ParticipantId> },
    /// Sets one part of a participant.
    SetParticipant { id: ParticipantId, field: ParticipantField },
    /// Moves a participant among the participants.
    MoveParticipant { id: ParticipantId, before: Option<ParticipantId> },
    /// Removes a participant, with the answers given under their name.
    RemoveParticipant { id: ParticipantId },
    /// Sets one part of what is said of a shift.
    SetShift { shift: Shift, field: ShiftField },
    /// Asks the room about a shift once more (S1).
    AddRound { id: RoundId, round: Box<Round> },
    /// Sets one part of a round.
    SetRound { id: RoundId, field: RoundField },
    /// Removes a round with its answers.
    RemoveRound { id: RoundId },
    /// Asks one more question of the health check, among those about its shift.
    AddHealthQuestion { id: HealthQuestionId, question: HealthQuestion, before: Option<HealthQuestionId> },
    /// Sets one part of a question, an answer among them.
    SetHealthQuestion { id: HealthQuestionId, field: HealthQuestionField },
    /// Moves a question among those about its shift.
    MoveHealthQuestion { id: HealthQuestionId, before: Option<HealthQuestionId> },
    /// Removes a question with its answers.
    RemoveHealthQuestion { id: HealthQuestionId },
    /// Adds evidence; its number is given by the plan, as its rank is.
    AddEvidence { id: EvidenceId, evidence: Box<Evidence>, before: Option<EvidenceId> },
    /// Sets one part of a piece of evidence.
    SetEvidence { id: EvidenceId, field: EvidenceField },
    /// Moves evidence among the evidence; its code stays.
    MoveEvidence { id: EvidenceId, before: Option<EvidenceId> },
    /// Removes evidence.
    RemoveEvidence { id: EvidenceId },
    /// Keeps a finding; its number is given by the plan, as its rank is.
    AddFinding { id: KeptFindingId, finding: Box<KeptFinding>, before: Option<KeptFindingId> },
    /// Sets one part of a finding.
    SetFinding { id: KeptFindingId, field: KeptFindingField },
    /// Moves a finding among the findings; its code stays.
    MoveFinding { id: KeptFindingId, before: Option<KeptFindingId> },
    /// Makes one finding out of several: `into` is left.
    MergeFindings { from: Vec<KeptFindingId>, into: KeptFindingId },
    /// No longer keeps a finding.
    RemoveFinding { id: KeptFindingId },
    /// Adds a channel to the catalogue.
    AddChannel { id: ChannelId, channel: Channel, before: Option<ChannelId> },
    /// Sets one part of a channel.
    SetChannel { id: ChannelId, field: ChannelField },
    /// Moves a channel among the channels.
    MoveChannel { id: ChannelId, before: Option<ChannelId> },
    /// Removes a channel; steps that go through it forget it.
    RemoveChannel { id: ChannelId },
    /// Adds a system to the register.
    AddItSystem { id: ItSystemId, it_system: ItSystem, before: Option<ItSystemId> },
    /// Sets one part of a system.
    SetItSystem { id: ItSystemId, field: ItSystemField },
    /// Moves a system among the systems.
    MoveItSystem { id: ItSystemId, before: Option<ItSystemId> },
    /// Removes a system; steps that are done with it forget it.
    RemoveItSystem { id: ItSystemId },
    /// Adds a persona.
    AddPersona { id: PersonaId, persona: Persona, before: Option<PersonaId> },
    /// Sets one part of a persona.
    SetPersona { id: PersonaId, field: PersonaField },
    /// Moves a persona among the personas.
    MovePersona { id: PersonaId, before: Option<PersonaId> },
    /// Removes a persona; journeys and steps that are for it forget it.
    RemovePersona { id: PersonaId },
    /// Adds a journey.
    AddJourney { id: JourneyId, journey: Journey, before: Option<JourneyId> },
    /// Sets one part of a journey.
    SetJourney { id: JourneyId, field: JourneyField },
    /// Moves a journey among the journeys.
    MoveJourney { id: JourneyId, before: Option<JourneyId> },
    /// Removes a journey with its maps.
    RemoveJourney { id: JourneyId },
    /// Copies one state of a journey into another, empty one. `ids` holds a new identity for each record copied.
    CopyState { journey: JourneyId, from: State, to: State, ids: Vec<Uuid> },
    /// Exchanges two states of a journey: what was the one is now the other. So an option becomes what is wanted.
    ExchangeStates { journey: JourneyId, one: State, other: State },
    /// Makes two elements of a kind, of different maps, the same thing, with all counterparts of either.
    Join { one: RecordId, other: RecordId },
    /// Parts an element from its counterparts; `counterpart` is new, and its own.
    Part { record: RecordId, counterpart: CounterpartId },
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
    /// Adds a card to a step.
    AddCard { id: CardId, card: Card, before: Option<CardId> },
    /// Sets one part of a card.
    SetCard { id: CardId, field: CardField },
    /// Removes cards.
    RemoveCards { ids: Vec<CardId> },
    /// Accepts what a rule finds at a record, with a reason (Q7).
    AddAcceptance { id: AcceptanceId, acceptance: Acceptance },
    /// Gives findings that are accepted another reason.
    SetAcceptances { ids: Vec<AcceptanceId>, reason: Text },
    /// No longer accepts findings.
    RemoveAcceptances { ids: Vec<AcceptanceId> },
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
        let change = draft.into_change();
        crowded::check(&change)?;
        Ok(change)
    }

    fn draft(&self, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        match self {
            Edit::SetWorkshop(field) => workshop::set(draft, field),
            Edit::AddRole { id, role, before } => role::add(draft, *id, role, *before),
            Edit::SetRole { id, field } => role::set(draft, *id, field),
            Edit::MoveRole { id, before } => register::reorder(draft, *id, *before),
            Edit::RemoveRole { id } => register::remove(draft, *id),
            Edit::MergeRoles { from, into } => role::merge(draft, *from, *into),
            Edit::SetLetters { cells } => letters::set(draft, cells),
            Edit::MoveAccountable { subject, to } => letters::move_accountable(draft, *subject, *to),
            Edit::AddActivity { id, activity, before } => activity::add(draft, *id, activity, *before),
            Edit::SetActivity { id, field } => activity::set(draft, *id, field),
            Edit::MoveActivity { id, before } => register::reorder(draft, *id, *before),
            Edit::RemoveActivity { id } => register::remove(draft, *id),
            Edit::AddDecision { id, decision, before } => decision::add(draft, *id, decision, *before),
            Edit::SetDecision { id, field } => decision::set(draft, *id, field),
            Edit::MoveDecision { id, before } => register::reorder(draft, *id, *before),
            Edit::RemoveDecision { id } => register::remove(draft, *id),
            Edit::AddCustomerGroup { id, customer_group, before } => {
                recovery::add(draft, *id, customer_group, *before)
            }
            Edit::RenameCustomerGroup { id, title } => draft.update(*id, |it| it.title = title.clone()),
            Edit::MoveCustomerGroup { id, before } => register::reorder(draft, *id, *before),
            Edit::RemoveCustomerGroup { id } => register::remove(draft, *id),
            Edit::AddDisruption { id, disruption, before } => register::add(draft, *id, disruption, *before),
            Edit::RenameDisruption { id, title } => draft.update(*id, |it| it.title = title.clone()),
            Edit::MoveDisruption { id, before } => register::reorder(draft, *id, *before),
            Edit::RemoveDisruption { id } => register::remove(draft, *id),
            Edit::SetResponse { cell, field } => recovery::set_response(draft, *cell, field),
            Edit::AddWorkstream { id, workstream, before } => register::add(draft, *id, workstream, *before),
            Edit::RenameWorkstream { id, title } => draft.update(*id, |it| it.title = title.clone()),
            Edit::MoveWorkstream { id, before } => register::reorder(draft, *id, *before),
            Edit::RemoveWorkstream { id } => register::remove(draft, *id),
            Edit::AddRecommendation { id, recommendation: it, before } => {
                recommendation::add(draft, *id, it, *before)
            }
            Edit::SetRecommendation { id, field } => recommendation::set(draft, *id, field),
            Edit::MoveRecommendation { id, before } => register::reorder(draft, *id, *before),
            Edit::RemoveRecommendation { id } => register::remove(draft, *id),
            Edit::AddEarlierWorkshop { id, earlier } => earlier_workshop::add(draft, *id, earlier),
            Edit::RemoveEarlierWorkshop { id } => register::remove(draft, *id),
            Edit::SetLogo { id, logo } => logo::set(draft, *id, logo.as_deref()),
            Edit::AddMilestone { id, milestone, before } => register::add(draft, *id, milestone, *before),
            Edit::SetMilestone { id, field } => milestone::set(draft, *id, field),
            Edit::MoveMilestone { id, before } => register::reorder(draft, *id, *before),
            Edit::RemoveMilestone { id } => register::remove(draft, *id),
            Edit::AddChoice { id, choice, before } => choice::add(draft, *id, choice, *before),
            Edit::SetChoice { id, field } => choice::set(draft, *id, field),
            Edit::MoveChoice { id, before } => register::reorder(draft, *id, *before),
            Edit::RemoveChoice { id } => register::remove(draft, *id),
            Edit::AddConcern { id, concern, before } => concern::add(draft, *id, concern, *before),
            Edit::SetConcern { id, field } => concern::set(draft, *id, field),
            Edit::MoveConcern { id, before } => register::reorder(draft, *id, *before),
            Edit::RemoveConcern { id } => register::remove(draft, *id),
            Edit::AddForum { id, forum, before } => forum::add(draft, *id, forum, *before),
            Edit::SetForum { id, field } => forum::set(draft, *id, field),
            Edit::MoveForum { id, before } => register::reorder(draft, *id, *before),
            Edit::RemoveForum { id } => register::remove(draft, *id),
            Edit::AddParticipant { id, participant, before } => {
                register::add(draft, *id, participant, *before)
            }
            Edit::SetParticipant { id, field } => participant::set(draft, *id, field),
            Edit::MoveParticipant { id, before } => register::reorder(draft, *id, *before),
            Edit::RemoveParticipant { id } => register::remove(draft, *id),
            Edit::SetShift { shift, field } => assessment::set(draft, *shift, field),
            Edit::AddRound { id, round } => round::add(draft, *id, round),
            Edit::SetRound { id, field } => round::set(draft, *id, field),
            Edit::RemoveRound { id } => register::remove(draft, *id),
            Edit::AddEvidence { id, evidence, before } => evidence::add(draft, *id, evidence, *before),
            Edit::SetEvidence { id, field } => evidence::set(draft, *id, field),
            Edit::MoveEvidence { id, before } => register::reorder(draft, *id, *before),
            Edit::RemoveEvidence { id } => register::remove(draft, *id),
            Edit::AddFinding { id, finding, before } => kept_finding::add(draft, *id, finding, *before),
            Edit::SetFinding { id, field } => kept_finding::set(draft, *id, field),
            Edit::MoveFinding { id, before } => register::reorder(draft, *id, *before),
            Edit::MergeFindings { from, into } => kept_finding::merge(draft, from, *into),
            Edit::RemoveFinding { id } => register::remove(draft, *id),
            Edit::AddChannel { id, channel, before } => register::add(draft, *id, channel, *before),
            Edit::AddHealthQuestion { id, question, before } => {
                health_question::add(draft, *id, question, *before)
            }
            Edit::SetHealthQuestion { id, field } => health_question::set(draft, *id, field),
            Edit::MoveHealthQuestion { id, before } => health_question::reorder(draft, *id, *before),
            Edit::RemoveHealthQuestion { id } => register::remove(draft, *id),
            Edit::SetChannel { id, field } => channel::set(draft, *id, field),
            Edit::MoveChannel { id, before } => register::reorder(draft, *id, *before),
            Edit::RemoveChannel { id } => register::remove(draft, *id),
            Edit::AddItSystem { id, it_system, before } => register::add(draft, *id, it_system, *before),
            Edit::SetItSystem { id, field } => it_system::set(draft, *id, field),
            Edit::MoveItSystem { id, before } => register::reorder(draft, *id, *before),
            Edit::RemoveItSystem { id } => register::remove(draft, *id),
            Edit::AddPersona { id, persona, before } => register::add(draft, *id, persona, *before),
            Edit::SetPersona { id, field } => persona::set(draft, *id, field),
            Edit::MovePersona { id, before } => register::reorder(draft, *id, *before),
            Edit::RemovePersona { id } => register::remove(draft, *id),
            Edit::AddJourney { id, journey, before } => journey::add(draft, *id, journey, *before),
            Edit::SetJourney { id, field } => journey::set(draft, *id, field),
            Edit::MoveJourney { id, before } => register::reorder(draft, *id, *before),
            Edit::RemoveJourney { id } => register::remove(draft, *id),
            Edit::CopyState { journey, from, to, ids } => state_copy::copy(draft, *journey, *from, *to, ids),
            Edit::ExchangeStates { journey, one, other } => {
                state_copy::exchange(draft, *journey, *one, *other)
            }
            Edit::Join { one, other } => counterparts::join(draft, *one, *other),
            Edit::Part { record, counterpart } => counterparts::part(draft, *record, *counterpart),
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
            Edit::AddCard { id, card, before } => card::add(draft, *id, card, *before),
            Edit::SetCard { id, field } => card::set(draft, *id, field),
            Edit::RemoveCards { ids } => card::remove(draft, ids),
            Edit::AddAcceptance { id, acceptance } => acceptance::add(draft, *id, acceptance),
            Edit::SetAcceptances { ids, reason } => acceptance::set(draft, ids, reason),
            Edit::RemoveAcceptances { ids } => acceptance::remove(draft, ids),
            Edit::All(edits) => edits.iter().try_for_each(|edit| edit.draft(draft)),
        }
    }
}
