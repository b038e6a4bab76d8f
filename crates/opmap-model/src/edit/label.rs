//! What edits are called.

use crate::{
    ActivityId, Answers, CardId, ChannelId, ChoiceId, ConcernId, ConnectorId, CustomerGroupId, DecisionId,
    DisruptionId, Document, Edit, EvidenceId, ForumId, HealthQuestionId, ItSystemId, JourneyId,
    KeptFindingId, Keyword, LaneId, MilestoneId, ParticipantId, PersonaId, RecommendationId, RoleId, RoundId,
    Shift, StageId, State, StepId, Subject, WorkstreamId, earlier_workshop,
};

impl Edit {
    /// What the edit is called in the menu (*Undo …*), with the names as they are in `document` before it.
    #[must_use]
    pub fn label(&self, document: &Document) -> String {
        let named = |verb: &str, title: Option<&crate::Title>| match title {
            Some(title) => format!("{verb} “{title}”"),
            None => verb.to_owned(),
        };
        let role = |id: &RoleId| document.get(*id).map(|it| &it.title);
        let channel = |id: &ChannelId| document.get(*id).map(|it| &it.title);
        let it_system = |id: &ItSystemId| document.get(*id).map(|it| &it.title);
        let persona = |id: &PersonaId| document.get(*id).map(|it| &it.title);
        let card_step = |id: &CardId| document.get(document.get(*id)?.step).map(|it| &it.title);
        let activity = |id: &ActivityId| document.get(*id).map(|it| &it.title);
        let decision = |id: &DecisionId| document.get(*id).map(|it| &it.title);
        let customer_group = |id: &CustomerGroupId| document.get(*id).map(|it| &it.title);
        let disruption = |id: &DisruptionId| document.get(*id).map(|it| &it.title);
        let workstream = |id: &WorkstreamId| document.get(*id).map(|it| &it.title);
        let recommendation = |id: &RecommendationId| document.get(*id).map(|it| &it.title);
        let milestone = |id: &MilestoneId| document.get(*id).map(|it| &it.title);
        let choice = |id: &ChoiceId| document.get(*id).map(|it| &it.title);
        let concern = |id: &ConcernId| document.get(*id).map(|it| &it.title);
        let forum = |id: &ForumId| document.get(*id).map(|it| &it.title);
        let participant = |id: &ParticipantId| document.get(*id).map(|it| &it.title);
        let shift = |verb: &str, shift: Option<Shift>| match shift {
            Some(shift) => format!("{verb} “{}”", document.assessment(shift).name()),
            None => format!("{verb} a shift"),
        };
        let question = |id: &HealthQuestionId| document.get(*id).map(|it| &it.title);
        let evidence = |verb: &str, id: &EvidenceId| match document.get(*id) {
            Some(it) => format!("{verb} {}", it.code()),
            None => format!("{verb} evidence"),
        };
        let finding = |verb: &str, id: &KeptFindingId| match document.get(*id) {
            Some(it) => format!("{verb} {}", it.code()),
            None => format!("{verb} a finding"),
        };
        let round = |id: &RoundId| document.get(*id).map(|it| it.shift);
        let row = |subject: &Subject| match subject {
            Subject::Step(id) => document.get(*id).map(|it| &it.title),
            Subject::Lane(id) => document.get(*id).map(|it| &it.title),
            Subject::Activity(id) => document.get(*id).map(|it| &it.title),
        };
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
        let of_record = |verb: &str, record| match document.record_name(record) {
            Some(name) => format!("{verb} “{name}”"),
            None => verb.to_owned(),
        };
        match self {
            Edit::SetWorkshop(field) => field.label().to_owned(),
            Edit::AddRole { role, .. } => named("Add role", Some(&role.title)),
            Edit::SetRole { id, field } => named(field.label(), role(id)),
            Edit::MoveRole { id, .. } => named("Move role", role(id)),
            Edit::RemoveRole { id } => named("Delete role", role(id)),
            Edit::MergeRoles { from, .. } => named("Merge role", role(from)),
            Edit::SetLetters { cells } => match cells.as_slice() {
                [cell] => named("Set a letter of", row(&cell.subject)),
                _ => format!("Set {} letters", cells.len()),
            },
            Edit::MoveAccountable { subject, .. } => named("Move the A of", row(subject)),
            Edit::AddActivity { activity, .. } => named("Add activity", Some(&activity.title)),
            Edit::SetActivity { id, field } => named(field.label(), activity(id)),
            Edit::MoveActivity { id, .. } => named("Move activity", activity(id)),
            Edit::RemoveActivity { id } => named("Delete activity", activity(id)),
            Edit::AddDecision { decision, .. } => named("Add decision", Some(&decision.title)),
            Edit::SetDecision { id, field } => named(field.label(), decision(id)),
            Edit::MoveDecision { id, .. } => named("Move decision", decision(id)),
            Edit::RemoveDecision { id } => named("Delete decision", decision(id)),
            Edit::AddCustomerGroup { customer_group, .. } => {
                named("Add customer group", Some(&customer_group.title))
            }
            Edit::RenameCustomerGroup { id, .. } => named("Rename customer group", customer_group(id)),
            Edit::MoveCustomerGroup { id, .. } => named("Move customer group", customer_group(id)),
            Edit::RemoveCustomerGroup { id } => named("Delete customer group", customer_group(id)),
            Edit::AddDisruption { disruption, .. } => named("Add severity", Some(&disruption.title)),
            Edit::RenameDisruption { id, .. } => named("Rename severity", disruption(id)),
            Edit::MoveDisruption { id, .. } => named("Move severity", disruption(id)),
            Edit::RemoveDisruption { id } => named("Delete severity", disruption(id)),
            Edit::SetResponse { cell, field } => {
                match (customer_group(&cell.group), disruption(&cell.disruption)) {
                    (Some(group), Some(disruption)) => {
                        format!("{} “{group}” when “{disruption}”", field.label())
                    }
                    _ => "Set a response".to_owned(),
                }
            }
            Edit::AddWorkstream { workstream, .. } => named("Add workstream", Some(&workstream.title)),
            Edit::RenameWorkstream { id, .. } => named("Rename workstream", workstream(id)),
            Edit::MoveWorkstream { id, .. } => named("Move workstream", workstream(id)),
            Edit::RemoveWorkstream { id } => named("Delete workstream", workstream(id)),
            Edit::AddRecommendation { recommendation, .. } => {
                named("Add recommendation", Some(&recommendation.title))
            }
            Edit::SetRecommendation { id, field } => named(field.label(), recommendation(id)),
            Edit::MoveRecommendation { id, .. } => named("Move recommendation", recommendation(id)),
            Edit::RemoveRecommendation { id } => named("Delete recommendation", recommendation(id)),
            Edit::AddEarlierWorkshop { earlier, .. } => named("Compare with", Some(&earlier.title)),
            Edit::RemoveEarlierWorkshop { id } => named("Forget", document.get(*id).map(|it| &it.title)),
            Edit::SetLogo { logo: Some(_), .. } => "Set the logo of the report".to_owned(),
            Edit::SetLogo { logo: None, .. } => "Take the logo off the report".to_owned(),
            Edit::AddMilestone { milestone, .. } => named("Add milestone", Some(&milestone.title)),
            Edit::SetMilestone { id, field } => named(field.label(), milestone(id)),
            Edit::MoveMilestone { id, .. } => named("Move milestone", milestone(id)),
            Edit::RemoveMilestone { id } => named("Delete milestone", milestone(id)),
            Edit::AddChoice { choice, .. } => named("Add choice", Some(&choice.title)),
            Edit::SetChoice { id, field } => named(field.label(), choice(id)),
            Edit::MoveChoice { id, .. } => named("Move choice", choice(id)),
            Edit::RemoveChoice { id } => named("Delete choice", choice(id)),
            Edit::AddConcern { concern, .. } => named("Add", Some(&concern.title)),
            Edit::SetConcern { id, field } => named(field.label(), concern(id)),
            Edit::MoveConcern { id, .. } => named("Move", concern(id)),
            Edit::RemoveConcern { id } => named("Delete", concern(id)),
            Edit::AddForum { forum, .. } => named("Add forum", Some(&forum.title)),
            Edit::SetForum { id, field } => named(field.label(), forum(id)),
            Edit::MoveForum { id, .. } => named("Move forum", forum(id)),
            Edit::RemoveForum { id } => named("Delete forum", forum(id)),
            Edit::AddParticipant { participant, .. } => named("Add participant", Some(&participant.title)),
            Edit::SetParticipant { id, field } => named(field.label(), participant(id)),
            Edit::MoveParticipant { id, .. } => named("Move participant", participant(id)),
            Edit::RemoveParticipant { id } => named("Delete participant", participant(id)),
            Edit::SetShift { shift: of, field } => shift(field.label(), Some(*of)),
            Edit::AddRound { round, .. } => shift("Begin a round on", Some(round.shift)),
            Edit::SetRound { id, field } => shift(field.label(), round(id)),
            Edit::RemoveRound { id } => shift("Delete a round on", round(id)),
            Edit::AddHealthQuestion { question, .. } => named("Add question", Some(&question.title)),
            Edit::SetHealthQuestion { id, field } => named(field.label(), question(id)),
            Edit::MoveHealthQuestion { id, .. } => named("Move question", question(id)),
            Edit::RemoveHealthQuestion { id } => named("Delete question", question(id)),
            Edit::AddEvidence { evidence, .. } => format!("Add {}", evidence.kind.label().to_lowercase()),
            Edit::SetEvidence { id, field } => evidence(field.label(), id),
            Edit::MoveEvidence { id, .. } => evidence("Move", id),
            Edit::RemoveEvidence { id } => evidence("Delete", id),
            Edit::AddFinding { finding, .. } if finding.sources.is_empty() => "Add finding".to_owned(),
            Edit::AddFinding { .. } => "Keep finding".to_owned(),
            Edit::SetFinding { id, field } => finding(field.label(), id),
            Edit::MoveFinding { id, .. } => finding("Move", id),
            Edit::MergeFindings { into, .. } => finding("Merge findings into", into),
            Edit::RemoveFinding { id } => finding("Delete", id),
            Edit::AddChannel { channel, .. } => named("Add channel", Some(&channel.title)),
            Edit::SetChannel { id, field } => named(field.label(), channel(id)),
            Edit::MoveChannel { id, .. } => named("Move channel", channel(id)),
            Edit::RemoveChannel { id } => named("Delete channel", channel(id)),
            Edit::AddItSystem { it_system, .. } => named("Add system", Some(&it_system.title)),
            Edit::SetItSystem { id, field } => named(field.label(), it_system(id)),
            Edit::MoveItSystem { id, .. } => named("Move system", it_system(id)),
            Edit::RemoveItSystem { id } => named("Delete system", it_system(id)),
            Edit::AddPersona { persona, .. } => named("Add persona", Some(&persona.title)),
            Edit::SetPersona { id, field } => named(field.label(), persona(id)),
            Edit::MovePersona { id, .. } => named("Move persona", persona(id)),
            Edit::RemovePersona { id } => named("Delete persona", persona(id)),
            Edit::AddJourney { journey, .. } => named("Add journey", Some(&journey.title)),
            Edit::SetJourney { id, field } => named(field.label(), journey(id)),
            Edit::MoveJourney { id, .. } => named("Move journey", journey(id)),
            Edit::RemoveJourney { id } => named("Delete journey", journey(id)),
            Edit::CopyState { from, to, .. } => format!("Copy {} to {}", lower(*from), lower(*to)),
            Edit::ExchangeStates { one, other, .. } => {
                format!("Exchange {} and {}", lower(*one), lower(*other))
            }
            Edit::Join { one, .. } => of_record("Join counterparts of", *one),
            Edit::Part { record, .. } => of_record("Part from its counterparts:", *record),
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
            Edit::AddCard { card, .. } => {
                let verb = format!("Add {} to", card.kind.label().to_lowercase());
                named(&verb, document.get(card.step).map(|it| &it.title))
            }
            Edit::SetCard { id, field } => named(field.label(), card_step(id)),
            Edit::RemoveCards { ids } => match ids.as_slice() {
                [id] => named("Delete a card of", card_step(id)),
                _ => format!("Delete {} cards", ids.len()),
            },
            Edit::AddAcceptance { acceptance, .. } => format!("Accept a finding of {}", acceptance.rule),
            Edit::SetAcceptances { .. } => "Change why a finding is accepted".to_owned(),
            Edit::RemoveAcceptances { .. } => "No longer accept a finding".to_owned(),
            Edit::All(edits) if earlier_workshop::label(edits).is_some() => {
                earlier_workshop::label(edits).unwrap_or_default().to_owned()
            }
            Edit::All(edits) => match edits.as_slice() {
                [] => "Nothing".to_owned(),
                [Edit::MoveSteps { .. }, Edit::MoveSteps { .. }, ..] => format!("Move {} steps", edits.len()),
                all if all.iter().any(Edit::takes_over_answers) => "Take over answers".to_owned(),
                [Edit::AddParticipant { .. }, ..] if edits.iter().all(Edit::adds_participant) => {
                    format!("Add {} participants", edits.len())
                }
                [Edit::AddHealthQuestion { .. }, Edit::AddHealthQuestion { .. }, ..] => {
                    format!("Add {} questions", edits.len())
                }
                // What is added on the way, so that something else can name it, is not what was meant.
                [first, ..] => {
                    edits.iter().find(|it| !it.adds_to_register()).unwrap_or(first).label(document)
                }
            },
        }
    }

    fn adds_participant(&self) -> bool {
        matches!(self, Edit::AddParticipant { .. })
    }

    fn takes_over_answers(&self) -> bool {
        matches!(self, Edit::AddRound { round, .. } if matches!(round.sealed(), Answers::Imported(_)))
    }

    fn adds_to_register(&self) -> bool {
        matches!(
            self,
            Edit::AddRole { .. }
                | Edit::AddChannel { .. }
                | Edit::AddItSystem { .. }
                | Edit::AddPersona { .. }
                | Edit::AddParticipant { .. }
                | Edit::AddWorkstream { .. }
        )
    }
}

fn lower(state: State) -> String {
    state.label().to_lowercase()
}
