//! Random edits: valid and not, of every sort that people make.

use super::{
    Dice, FUNCTIONS, evidence, findings, logs, made_up_acceptance, made_up_card, made_up_decision,
    made_up_step, recommendations, recovery, shifts, title,
};
use crate::{
    AcceptanceId, Activity, ActivityField, ActivityId, CardField, CardId, Channel, ChannelField, ChannelId,
    ChannelKind, Clock, Connector, ConnectorField, ConnectorId, ConnectorKind, CounterpartId,
    CustomerRelation, DecisionField, DecisionId, Dedication, Document, Edit, EvidenceGrade, ItSystem,
    ItSystemField, ItSystemId, Journey, JourneyField, JourneyId, Keyword, Lane, LaneField, LaneId, LaneKind,
    Letter, LetterCell, Level, MapKey, Mark, Medium, Pain, Part, Paste, PastePlace, PasteVerb, Percent,
    Performer, Permille, Persona, PersonaField, PersonaId, Phase, Record, RecordId, Role, RoleField, RoleId,
    Seconds, Sentiment, Sourcing, Stage, StageField, StageId, State, StepField, StepId, StepKind, Subject,
    Text, Threshold, ValueTag, WorkshopField,
};

/// An edit that a person could make on `document`. Most are possible; some are refused, as people's are.
pub fn random_edit(document: &Document, dice: &mut Dice) -> Edit {
    // Growing edits come more often than shrinking ones, so that a document fills up.
    match dice.below(78) {
        0 if dice.below(2) == 0 => super::report::edit(document, dice),
        0 => charter(dice),
        1 | 2 => add_role(document, dice),
        3 => with(some_id(document, dice), |id| Edit::SetRole { id, field: role_field(document, dice) }),
        4 => with(some_id(document, dice), |id| Edit::MoveRole { id, before: some_id(document, dice) }),
        5 => with(some_id(document, dice), |id| Edit::RemoveRole { id }),
        6 => add_journey(dice),
        7 => {
            with(some_id(document, dice), |id| Edit::SetJourney { id, field: journey_field(document, dice) })
        }
        8 => with(some_id(document, dice), |id| Edit::MoveJourney { id, before: some_id(document, dice) }),
        9 if dice.below(4) == 0 => with(some_id(document, dice), |id| Edit::RemoveJourney { id }),
        9 | 10 => copy_state(document, dice),
        11 | 12 => with(some_map(document, dice), |map| {
            let id = StageId(dice.uuid());
            let stage = Stage::new(id, map, title(&format!("Stage {}", dice.below(90))));
            Edit::AddStage { id, stage, before: some_id(document, dice) }
        }),
        13 => with(some_id(document, dice), |id| Edit::SetStage {
            id,
            field: match dice.below(3) {
                0 => StageField::Title(title(&format!("Stage {}", dice.below(90)))),
                1 => StageField::Question((dice.below(2) == 0).then(|| title("What goes wrong here?"))),
                _ => StageField::Phase(dice.pick(Phase::ALL).copied()),
            },
        }),
        14 => with(some_id(document, dice), |id| Edit::MoveStage { id, before: some_id(document, dice) }),
        15 => with(some_id(document, dice), |id| Edit::RemoveStage { id, steps_to: some_id(document, dice) }),
        16 | 17 => with(some_map(document, dice), |map| add_lane(document, dice, map)),
        18 => with(some_id(document, dice), |id| Edit::SetLane { id, field: lane_field(document, dice) }),
        19 => with(some_id(document, dice), |id| Edit::MoveLane { id, before: some_id(document, dice) }),
        20 => with(some_id(document, dice), |id| Edit::RemoveLane { id, steps_to: some_id(document, dice) }),
        21..=26 => with(some_cell(document, dice), |(stage, lane)| {
            let id = StepId(dice.uuid());
            let step = made_up_step(dice, id, stage, lane);
            Edit::AddStep {
                id,
                step,
                before: if dice.below(2) == 0 { some_id(document, dice) } else { None },
            }
        }),
        27 | 28 => Edit::SetSteps { ids: some_ids(document, dice), field: step_field(document, dice) },
        29 | 30 => with(some_cell(document, dice), |(stage, lane)| Edit::MoveSteps {
            ids: some_ids(document, dice),
            stage,
            lane,
            before: if dice.below(3) == 0 { some_id(document, dice) } else { None },
        }),
        31 => Edit::RemoveSteps { ids: some_ids(document, dice) },
        32..=35 => with(some_id(document, dice).zip(some_id(document, dice)), |(from, to)| {
            let id = ConnectorId(dice.uuid());
            Edit::AddConnector { id, connector: Connector::new(id, from, to) }
        }),
        36 => with(some_id(document, dice), |id| Edit::SetConnector {
            id,
            field: connector_field(document, dice),
        }),
        37 => with(some_id(document, dice).zip(some_id(document, dice)), |(from, to)| {
            with(some_id(document, dice), |id| Edit::Reconnect { id, from, to })
        }),
        38 => Edit::RemoveConnectors { ids: some_ids(document, dice) },
        39..=42 => register(document, dice),
        43 | 44 => with(some_id(document, dice), |step| Edit::AddCard {
            id: CardId(dice.uuid()),
            card: made_up_card(dice, step),
            before: if dice.below(3) == 0 { some_id(document, dice) } else { None },
        }),
        45 => with(some_id(document, dice), |id| Edit::SetCard { id, field: card_field(dice) }),
        46 => Edit::RemoveCards { ids: some_ids(document, dice) },
        47 | 48 => Edit::SetSteps { ids: some_ids(document, dice), field: step_field(document, dice) },
        49 => with(some_id(document, dice).zip(some_id(document, dice)), |(step, connector)| {
            Edit::InsertBetween { step, connector, onward: ConnectorId(dice.uuid()) }
        }),
        52..=55 => letters(document, dice),
        56 => activity(document, dice),
        58..=60 => decision(document, dice),
        61 => recovery::edit(document, dice),
        63..=65 => shifts::edit(document, dice),
        76 => counterparts(document, dice),
        74 | 75 => logs::edit(document, dice),
        70..=73 => recommendations::edit(document, dice),
        62 => acceptance(document, dice),
        66 | 67 => evidence::edit(document, dice),
        68 | 69 => findings::edit(document, dice),
        57 => with(some_id(document, dice).zip(some_id(document, dice)), |(from, into)| Edit::MergeRoles {
            from,
            into,
        }),
        50 | 51 => with(some_part(document, dice), |part| paste(document, dice, &part)),
        _ => Edit::All(vec![random_edit(document, dice), random_edit(document, dice)]),
    }
}

/// The edit about something, or none at all where there is nothing to be about.
pub(super) fn with<T>(subject: Option<T>, edit: impl FnOnce(T) -> Edit) -> Edit {
    subject.map_or(Edit::All(Vec::new()), edit)
}

pub(super) fn some_id<I: crate::RecordKey>(document: &Document, dice: &mut Dice) -> Option<I> {
    let table = I::Record::table(document);
    table.keys().nth(dice.below(table.len())).copied()
}

pub(super) fn some_ids<I: crate::RecordKey>(document: &Document, dice: &mut Dice) -> Vec<I> {
    (0..=dice.below(3)).filter_map(|_| some_id(document, dice)).collect()
}

fn some_map(document: &Document, dice: &mut Dice) -> Option<MapKey> {
    let state = *dice.pick(State::ALL)?;
    Some(MapKey { journey: some_id(document, dice)?, state })
}

/// A cell, mostly of one map.
fn some_cell(document: &Document, dice: &mut Dice) -> Option<(StageId, LaneId)> {
    let stage: StageId = some_id(document, dice)?;
    let map = document.get(stage)?.map();
    let lanes: Vec<LaneId> =
        document.lanes().iter().filter(|(_, it)| it.map() == map).map(|(id, _)| *id).collect();
    let lane = if dice.below(20) == 0 { some_id(document, dice) } else { dice.pick(&lanes).copied() };
    Some((stage, lane?))
}

/// What is copied: mostly a few steps of one map.
fn some_part(document: &Document, dice: &mut Dice) -> Option<Part> {
    Some(match dice.below(8) {
        0 => Part::Journey(some_id(document, dice)?),
        1 => Part::Stage(some_id(document, dice)?),
        2 => Part::Lane(some_id(document, dice)?),
        _ => Part::Steps(some_ids(document, dice).into_iter().collect()),
    })
}

fn paste(document: &Document, dice: &mut Dice, part: &Part) -> Edit {
    let excerpt = document.excerpt(part);
    with(some_map(document, dice), |map| {
        let place = match part {
            Part::Journey(_) => PastePlace::Workshop,
            Part::Stage(_) => PastePlace::of_stages(document, &excerpt, map, (some_id(document, dice), None)),
            Part::Lane(_) => PastePlace::of_lanes(document, &excerpt, map, (None, None)),
            Part::Steps(_) => {
                let (stage, lane) = some_cell(document, dice).unzip();
                PastePlace::of_steps(document, &excerpt, map, stage, lane, some_id(document, dice))
            }
        };
        Edit::Paste(Box::new(Paste::new(excerpt, place, PasteVerb::Paste, || dice.uuid())))
    })
}

fn charter(dice: &mut Dice) -> Edit {
    let text = Text::new(&format!("Goal {}\nGoal two", dice.below(90))).ok();
    Edit::SetWorkshop(match dice.below(5) {
        4 => {
            let number = (dice.below(3) > 0).then(|| u32::try_from(dice.below(120)).unwrap_or(1));
            WorkshopField::Threshold(dice.pick(Threshold::ALL).copied().unwrap_or(Threshold::Agree), number)
        }
        0 => WorkshopField::Title(title(&format!("Workshop {}", dice.below(90)))),
        1 => WorkshopField::Client(None),
        2 => WorkshopField::Goals(text),
        _ => WorkshopField::Purpose(text),
    })
}

fn add_role(document: &Document, dice: &mut Dice) -> Edit {
    let mut role = Role::new(title(&format!("Role {}", dice.below(90))));
    role.level = Level::new(1);
    role.reports_to = some_id(document, dice);
    Edit::AddRole { id: RoleId(dice.uuid()), role, before: some_id(document, dice) }
}

fn role_field(document: &Document, dice: &mut Dice) -> RoleField {
    match dice.below(7) {
        3 => RoleField::Frontline(dice.below(2) == 0),
        4 => RoleField::Committee(dice.below(2) == 0),
        5 => RoleField::Person(Some(title("A. Person"))),
        0 => RoleField::Title(title(&format!("Role {}", dice.below(90)))),
        1 => RoleField::Function(dice.pick(&FUNCTIONS).map(|it| title(it))),
        2 => RoleField::ReportsTo(some_id(document, dice)),
        _ => RoleField::Sourcing(dice.pick(Sourcing::ALL).copied()),
    }
}

fn letters(document: &Document, dice: &mut Dice) -> Edit {
    let cells: Vec<LetterCell> = (0..=dice.below(4))
        .filter_map(|_| {
            let mark = match dice.below(8) {
                0 => Mark::Nothing,
                1 => Mark::Inherited,
                _ => Mark::Letter(*dice.pick(Letter::ALL)?),
            };
            Some(LetterCell { subject: some_subject(document, dice)?, role: some_id(document, dice)?, mark })
        })
        .collect();
    match (dice.below(4), cells.first()) {
        (0, Some(cell)) => Edit::MoveAccountable { subject: cell.subject, to: cell.role },
        _ => Edit::SetLetters { cells },
    }
}

fn some_subject(document: &Document, dice: &mut Dice) -> Option<Subject> {
    match dice.below(4) {
        0 => some_id(document, dice).map(Subject::Lane),
        1 => some_id(document, dice).map(Subject::Activity),
        _ => some_id(document, dice).map(Subject::Step),
    }
}

/// An edit of a decision.
fn decision(document: &Document, dice: &mut Dice) -> Edit {
    let roles: Vec<RoleId> = document.roles().keys().copied().collect();
    with(some_id(document, dice), |step| {
        let made = made_up_decision(dice, step, &roles);
        match dice.below(6) {
            0 => with(some_id(document, dice), |id| Edit::RemoveDecision { id }),
            1 => {
                with(some_id(document, dice), |id| Edit::MoveDecision { id, before: some_id(document, dice) })
            }
            2 | 3 => with(some_id(document, dice), |id| {
                let field = decision_field(document, dice, made, step);
                Edit::SetDecision { id, field }
            }),
            _ => Edit::AddDecision { id: DecisionId(dice.uuid()), decision: Box::new(made), before: None },
        }
    })
}

/// An edit of what is accepted.
fn acceptance(document: &Document, dice: &mut Dice) -> Edit {
    let about = match dice.below(4) {
        0 => some_id(document, dice).map(RecordId::Role),
        1 => some_id(document, dice).map(RecordId::Lane),
        2 => some_id(document, dice).map(RecordId::Connector),
        _ => some_id(document, dice).map(RecordId::Step),
    };
    with(about, |about| {
        let acceptance = made_up_acceptance(dice, about);
        match dice.below(5) {
            0 => Edit::RemoveAcceptances { ids: some_ids(document, dice) },
            1 => Edit::SetAcceptances { ids: some_ids(document, dice), reason: acceptance.reason },
            _ => Edit::AddAcceptance { id: AcceptanceId(dice.uuid()), acceptance },
        }
    })
}

fn decision_field(
    document: &Document,
    dice: &mut Dice,
    made: crate::Decision,
    step: StepId,
) -> DecisionField {
    let on = dice.below(4) > 0;
    match dice.below(9) {
        0 => DecisionField::Title(made.title),
        1 => DecisionField::Material(on),
        2 => DecisionField::Step(step, on),
        3 => DecisionField::Stage(some_id(document, dice).unwrap_or(StageId(dice.uuid())), on),
        4 => DecisionField::Rights(made.rights),
        5 => DecisionField::Bands(made.bands),
        6 => DecisionField::EscalateTo(some_id(document, dice)),
        7 => DecisionField::EscalateAfter(made.escalate_secs),
        _ => DecisionField::Region(Some(title("North"))),
    }
}

/// An edit of an activity outside the journeys.
fn activity(document: &Document, dice: &mut Dice) -> Edit {
    let name = title(&format!("Activity {}", dice.below(90)));
    let on = dice.below(3) > 0;
    let field = match dice.below(3) {
        0 => ActivityField::Title(name.clone()),
        1 => ActivityField::Group(Some(title("Incident"))),
        _ => ActivityField::Function(title(FUNCTIONS[dice.below(FUNCTIONS.len())]), on),
    };
    match dice.below(6) {
        0 => with(some_id(document, dice), |id| Edit::RemoveActivity { id }),
        1 => with(some_id(document, dice), |id| Edit::MoveActivity { id, before: some_id(document, dice) }),
        2 | 3 => with(some_id(document, dice), |id| Edit::SetActivity { id, field }),
        _ => Edit::AddActivity { id: ActivityId(dice.uuid()), activity: Activity::new(name), before: None },
    }
}

fn add_journey(dice: &mut Dice) -> Edit {
    let journey = Journey::new(title(&format!("Journey {}", dice.below(90))));
    Edit::AddJourney { id: JourneyId(dice.uuid()), journey, before: None }
}

fn journey_field(document: &Document, dice: &mut Dice) -> JourneyField {
    match dice.below(3) {
        0 => JourneyField::Title(title(&format!("Journey {}", dice.below(90)))),
        1 => JourneyField::Persona(some_id(document, dice)),
        _ => JourneyField::Owner(some_id(document, dice)),
    }
}

/// Joins two elements, mostly of a kind, or parts one from its counterparts.
fn counterparts(document: &Document, dice: &mut Dice) -> Edit {
    let kind = dice.below(4);
    let mut element = |kind| match kind {
        0 => some_id(document, dice).map(RecordId::Stage),
        1 => some_id(document, dice).map(RecordId::Lane),
        2 => some_id(document, dice).map(RecordId::Step),
        _ => some_id(document, dice).map(RecordId::Connector),
    };
    let pair = element(kind).zip(element(kind));
    with(pair, |(one, other)| match dice.below(3) {
        0 => Edit::Part { record: one, counterpart: CounterpartId(dice.uuid()) },
        _ => Edit::Join { one, other },
    })
}

fn copy_state(document: &Document, dice: &mut Dice) -> Edit {
    with(some_map(document, dice), |map| {
        let to = dice.pick(State::ALL).copied().unwrap_or(State::ToBe);
        if dice.below(4) == 0 {
            return Edit::ClearState { map };
        }
        if dice.below(3) == 0 {
            return Edit::ExchangeStates { journey: map.journey, one: map.state, other: to };
        }
        let ids = (0..document.steps().len() * 3 + document.stages().len() + document.lanes().len() + 20)
            .map(|_| dice.uuid())
            .collect();
        Edit::CopyState { journey: map.journey, from: map.state, to, ids }
    })
}

fn add_lane(document: &Document, dice: &mut Dice, map: MapKey) -> Edit {
    let id = LaneId(dice.uuid());
    let kind = dice.pick(LaneKind::ALL).copied().unwrap_or(LaneKind::Backstage);
    let mut lane = Lane::new(id, map, title(&format!("Lane {}", dice.below(90))), kind);
    lane.role = some_id(document, dice);
    Edit::AddLane { id, lane, before: some_id(document, dice) }
}

fn lane_field(document: &Document, dice: &mut Dice) -> LaneField {
    let text = Text::new(&format!("Agreed {} times.", dice.below(900))).ok();
    match dice.below(10) {
        0 => LaneField::Title(title(&format!("Lane {}", dice.below(90)))),
        3 => LaneField::Performer(dice.pick(Performer::ALL).copied()),
        4 => LaneField::Dedication(dice.pick(Dedication::ALL).copied()),
        5 => LaneField::Rationale(text),
        6 => LaneField::Contract(text),
        7 => LaneField::OthersShare(Percent::new(u8::try_from(dice.below(130)).unwrap_or(0))),
        8 => LaneField::PartnerCriteria(text),
        1 => LaneField::Kind(dice.pick(LaneKind::ALL).copied().unwrap_or(LaneKind::Support)),
        2 => LaneField::Role(some_id(document, dice)),
        _ => LaneField::Function(dice.pick(&FUNCTIONS).map(|it| title(it))),
    }
}

fn step_field(document: &Document, dice: &mut Dice) -> StepField {
    let text = Text::new(&format!("Seen {} times.", dice.below(900))).ok();
    let on = dice.below(3) > 0;
    let seconds = Seconds::new(u32::try_from(dice.below(90_000)).unwrap_or(60));
    match dice.below(23) {
        0 => StepField::Title(title(&format!("Step {}", dice.below(900)))),
        1 => StepField::Kind(dice.pick(StepKind::ALL).copied().unwrap_or(StepKind::Wait)),
        2 | 3 => StepField::Channel(some_id(document, dice)),
        4 => StepField::OtherChannel(some_id(document, dice).unwrap_or(ChannelId(dice.uuid())), on),
        5 => StepField::System(some_id(document, dice).unwrap_or(ItSystemId(dice.uuid())), on),
        6 => StepField::Persona(some_id(document, dice).unwrap_or(PersonaId(dice.uuid())), on),
        7 => StepField::Performer(dice.pick(Performer::ALL).copied()),
        8 => StepField::Sentiment(Sentiment::new([-2, -1, 0, 1, 2][dice.below(5)])),
        9 => StepField::MomentOfTruth(on),
        10 => StepField::FailPoint(on),
        22 => StepField::Control(on),
        11 => StepField::Recovery(text),
        12 => StepField::Fallback(text),
        13 => StepField::Rule(text),
        14 => StepField::Work(seconds),
        15 => StepField::Wait(seconds),
        16 => StepField::Clock(dice.pick(Clock::ALL).copied()),
        17 => StepField::FirstTimeRight(Permille::new(u16::try_from(dice.below(1_001)).unwrap_or(0))),
        18 => StepField::Volume(u32::try_from(dice.below(9_000)).ok()),
        19 => StepField::Value(dice.pick(ValueTag::ALL).copied()),
        20 => StepField::Evidence(dice.pick(EvidenceGrade::ALL).copied()),
        _ if on => StepField::InternalNote(text),
        _ => StepField::Note(text),
    }
}

fn card_field(dice: &mut Dice) -> CardField {
    match dice.below(4) {
        0 => CardField::Pain(dice.pick(Pain::ALL).copied()),
        1 => CardField::Evidence(dice.pick(EvidenceGrade::ALL).copied()),
        2 => CardField::Internal(dice.below(2) == 0),
        _ => CardField::Text(made_up_card(dice, StepId(uuid::Uuid::nil())).text),
    }
}

/// An edit of a channel, a system or a persona.
fn register(document: &Document, dice: &mut Dice) -> Edit {
    let name = title(&format!("Thing {}", dice.below(90)));
    let text = Text::new(&format!("Told {} times.", dice.below(90))).ok();
    match dice.below(14) {
        0 | 1 => {
            let kind = dice.pick(ChannelKind::ALL).copied().unwrap_or(ChannelKind::Digital);
            let channel = Channel { medium: dice.pick(Medium::ALL).copied(), ..Channel::new(name, kind) };
            Edit::AddChannel { id: ChannelId(dice.uuid()), channel, before: some_id(document, dice) }
        }
        2 | 3 => {
            let id = ItSystemId(dice.uuid());
            Edit::AddItSystem { id, it_system: ItSystem::new(name), before: some_id(document, dice) }
        }
        4 | 5 => {
            let persona = Persona { segment: Some(title("Homes")), ..Persona::new(name) };
            Edit::AddPersona { id: PersonaId(dice.uuid()), persona, before: some_id(document, dice) }
        }
        6 => with(some_id(document, dice), |id| Edit::SetChannel { id, field: ChannelField::Purpose(text) }),
        7 => with(some_id(document, dice), |id| Edit::SetItSystem { id, field: ItSystemField::Note(text) }),
        8 => with(some_id(document, dice), |id| {
            let relation = dice.pick(CustomerRelation::ALL).copied();
            Edit::SetPersona { id, field: PersonaField::Relation(relation) }
        }),
        9 => with(some_id(document, dice), |id| Edit::MoveChannel { id, before: some_id(document, dice) }),
        10 => with(some_id(document, dice), |id| Edit::MovePersona { id, before: some_id(document, dice) }),
        11 => with(some_id(document, dice), |id| Edit::RemoveChannel { id }),
        12 => with(some_id(document, dice), |id| Edit::RemoveItSystem { id }),
        _ => with(some_id(document, dice), |id| Edit::RemovePersona { id }),
    }
}

fn connector_field(document: &Document, dice: &mut Dice) -> ConnectorField {
    match dice.below(5) {
        4 => ConnectorField::ContextCarried(Some(dice.below(2) == 0)),
        0 => ConnectorField::Kind(dice.pick(ConnectorKind::ALL).copied().unwrap_or(ConnectorKind::Flow)),
        1 => ConnectorField::Trigger(Some(title("The step before is done"))),
        2 => ConnectorField::Owner(some_id(document, dice)),
        _ => ConnectorField::Limit(Seconds::new(60)),
    }
}
