//! Random edits: valid and not, of every sort that people make.

use super::{Dice, FUNCTIONS, made_up_step, title};
use crate::{
    Connector, ConnectorField, ConnectorId, ConnectorKind, Document, Edit, Journey, JourneyField, JourneyId,
    Keyword, Lane, LaneField, LaneId, LaneKind, Level, MapKey, Part, Paste, PastePlace, PasteVerb, Record,
    Role, RoleField, RoleId, Seconds, Sourcing, Stage, StageField, StageId, State, StepField, StepId,
    StepKind, Text, WorkshopField,
};

/// An edit that a person could make on `document`. Most are possible; some are refused, as people's are.
pub fn random_edit(document: &Document, dice: &mut Dice) -> Edit {
    // Growing edits come more often than shrinking ones, so that a document fills up.
    match dice.below(43) {
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
            field: StageField::Title(title(&format!("Stage {}", dice.below(90)))),
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
        27 | 28 => Edit::SetSteps { ids: some_ids(document, dice), field: step_field(dice) },
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
        39 => with(some_id(document, dice).zip(some_id(document, dice)), |(step, connector)| {
            Edit::InsertBetween { step, connector, onward: ConnectorId(dice.uuid()) }
        }),
        40 | 41 => with(some_part(document, dice), |part| paste(document, dice, &part)),
        _ => Edit::All(vec![random_edit(document, dice), random_edit(document, dice)]),
    }
}

/// The edit about something, or none at all where there is nothing to be about.
fn with<T>(subject: Option<T>, edit: impl FnOnce(T) -> Edit) -> Edit {
    subject.map_or(Edit::All(Vec::new()), edit)
}

fn some_id<I: crate::RecordKey>(document: &Document, dice: &mut Dice) -> Option<I> {
    let table = I::Record::table(document);
    table.keys().nth(dice.below(table.len())).copied()
}

fn some_ids<I: crate::RecordKey>(document: &Document, dice: &mut Dice) -> Vec<I> {
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
    Edit::SetWorkshop(match dice.below(4) {
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
    match dice.below(4) {
        0 => RoleField::Title(title(&format!("Role {}", dice.below(90)))),
        1 => RoleField::Function(dice.pick(&FUNCTIONS).map(|it| title(it))),
        2 => RoleField::ReportsTo(some_id(document, dice)),
        _ => RoleField::Sourcing(dice.pick(Sourcing::ALL).copied()),
    }
}

fn add_journey(dice: &mut Dice) -> Edit {
    let journey = Journey::new(title(&format!("Journey {}", dice.below(90))));
    Edit::AddJourney { id: JourneyId(dice.uuid()), journey, before: None }
}

fn journey_field(document: &Document, dice: &mut Dice) -> JourneyField {
    match dice.below(2) {
        0 => JourneyField::Title(title(&format!("Journey {}", dice.below(90)))),
        _ => JourneyField::Owner(some_id(document, dice)),
    }
}

fn copy_state(document: &Document, dice: &mut Dice) -> Edit {
    with(some_map(document, dice), |map| {
        let to = dice.pick(State::ALL).copied().unwrap_or(State::ToBe);
        if dice.below(4) == 0 {
            return Edit::ClearState { map };
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
    match dice.below(4) {
        0 => LaneField::Title(title(&format!("Lane {}", dice.below(90)))),
        1 => LaneField::Kind(dice.pick(LaneKind::ALL).copied().unwrap_or(LaneKind::Support)),
        2 => LaneField::Role(some_id(document, dice)),
        _ => LaneField::Function(dice.pick(&FUNCTIONS).map(|it| title(it))),
    }
}

fn step_field(dice: &mut Dice) -> StepField {
    match dice.below(3) {
        0 => StepField::Title(title(&format!("Step {}", dice.below(900)))),
        1 => StepField::Kind(dice.pick(StepKind::ALL).copied().unwrap_or(StepKind::Wait)),
        _ => StepField::Note(Text::new(&format!("Seen {} times.", dice.below(900))).ok()),
    }
}

fn connector_field(document: &Document, dice: &mut Dice) -> ConnectorField {
    match dice.below(4) {
        0 => ConnectorField::Kind(dice.pick(ConnectorKind::ALL).copied().unwrap_or(ConnectorKind::Flow)),
        1 => ConnectorField::Trigger(Some(title("The step before is done"))),
        2 => ConnectorField::Owner(some_id(document, dice)),
        _ => ConnectorField::Limit(Seconds::new(60)),
    }
}
