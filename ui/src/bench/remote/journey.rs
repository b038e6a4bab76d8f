//! The map of a harness as a workshop.

use std::collections::BTreeSet;

use opmap_model::{
    Change, Channel, ChannelId, ChannelKind, Connector, ConnectorId, Document, Journey, JourneyId, Lane,
    LaneId, LaneKind, MapKey, Rank, Record, Stage, StageId, State, Step, StepId, Swap, TextFault, Title,
    Workshop,
};
use serde::Deserialize;
use uuid::Uuid;

/// The workshop, and the size of the map as the harness lays it out.
pub(super) struct Read {
    pub(super) document: Document,
    pub(super) size: (f64, f64),
}

#[derive(Deserialize)]
struct TheirMap {
    title: String,
    width: f64,
    height: f64,
    lanes: Vec<TheirBand>,
    stages: Vec<TheirBand>,
    steps: Vec<TheirStep>,
    handoffs: Vec<TheirHandoff>,
}

#[derive(Deserialize)]
struct TheirBand {
    name: String,
}

#[derive(Deserialize)]
struct TheirStep {
    id: String,
    lane: usize,
    stage: usize,
    title: String,
    channel: String,
    role: String,
}

#[derive(Deserialize)]
struct TheirHandoff {
    from: String,
    to: String,
}

/// The identity of the step that the harness calls `s7`.
pub(super) fn step_id(name: &str) -> Option<StepId> {
    Some(StepId(uuid(4, name.strip_prefix('s')?.parse().ok()?)))
}

/// # Errors
/// What cannot be read, in a sentence.
pub(super) fn read(text: &str) -> Result<Read, String> {
    let map: TheirMap = serde_json::from_str(text).map_err(|fault| fault.to_string())?;
    let document = document(&map)?;
    Ok(Read { document, size: (map.width, map.height) })
}

fn document(map: &TheirMap) -> Result<Document, String> {
    let mut change = Change::default();
    let journey = JourneyId(uuid(1, 0));
    put(&mut change, journey, Journey::new(title(&map.title)?));
    let key = MapKey { journey, state: State::AsLived };
    for (index, stage) in map.stages.iter().enumerate() {
        let id = StageId(uuid(2, index));
        put(&mut change, id, Stage { rank: rank(index), ..Stage::new(id, key, title(&stage.name)?) });
    }
    for (index, lane) in map.lanes.iter().enumerate() {
        let id = LaneId(uuid(3, index));
        let lane = Lane::new(id, key, title(&lane.name)?, kind(&lane.name));
        put(&mut change, id, Lane { rank: rank(index), ..lane });
    }
    let channels: BTreeSet<&str> = map.steps.iter().map(|it| it.channel.as_str()).collect();
    let channels: Vec<&str> = channels.into_iter().collect();
    for (index, name) in channels.iter().enumerate() {
        let channel = Channel::new(title(name)?, ChannelKind::Assisted);
        put(&mut change, ChannelId(uuid(6, index)), Channel { rank: rank(index), ..channel });
    }
    for (index, step) in map.steps.iter().enumerate() {
        let id = step_id(&step.id).ok_or("A step has another name than s and a number.")?;
        let (stage, lane) = (StageId(uuid(2, step.stage)), LaneId(uuid(3, step.lane)));
        // A step of ours has no role of its own; on the screen the words are the same.
        let words = format!("{}, {}", step.title, step.role);
        let channel = channels.iter().position(|it| *it == step.channel).map(|it| ChannelId(uuid(6, it)));
        put(
            &mut change,
            id,
            Step { rank: rank(index), channel, ..Step::new(id, stage, lane, title(&words)?) },
        );
    }
    for (index, handoff) in map.handoffs.iter().enumerate() {
        let id = ConnectorId(uuid(5, index));
        let ends = step_id(&handoff.from).zip(step_id(&handoff.to));
        let (from, to) = ends.ok_or("A handoff has an end that is no step.")?;
        put(&mut change, id, Connector::new(id, from, to));
    }
    let mut document = Document::new(Workshop::new(title(&map.title)?));
    document.apply(&change).map_err(|stale| stale.to_string())?;
    Ok(document)
}

fn put<R: Record>(change: &mut Change, id: R::Id, record: R) {
    R::swaps_mut(change).insert(id, Swap { before: None, after: Some(record) });
}

fn title(words: &str) -> Result<Title, String> {
    Title::new(words).map_err(|fault: TextFault| fault.to_string())
}

fn uuid(kind: u64, index: usize) -> Uuid {
    Uuid::from_u64_pair(kind, index as u64)
}

fn rank(index: usize) -> Rank {
    Rank(i64::try_from(index + 1).unwrap_or(i64::MAX >> 16) << 16)
}

fn kind(lane: &str) -> LaneKind {
    match lane {
        "Customer" => LaneKind::Customer,
        "Operations" | "Finance" => LaneKind::Backstage,
        "Supplier" => LaneKind::Partner,
        "IT platform" => LaneKind::Support,
        _ => LaneKind::Frontstage,
    }
}
