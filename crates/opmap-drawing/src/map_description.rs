//! A journey map in words.

use std::collections::BTreeMap;
use std::fmt::Write;

use opmap_analysis::{Link, link_of};
use opmap_model::{
    Connector, ConnectorId, Document, Keyword, Lane, LaneId, MapKey, MapView, Stage, StageId, Step, StepId,
    StepKind,
};

use crate::brief_duration;

/// What a map shows, for those who cannot see it: its size, its lanes from top to bottom, the steps of each stage in
/// order, and the handoffs with how complete they are (U60). Paragraphs are on lines of their own.
///
/// A map that does not exist is described as an empty one.
#[must_use]
pub fn map_description(document: &Document, map: MapKey) -> String {
    let view = document.map_view(map);
    let is_handoff = |it: &&(ConnectorId, &Connector)| link_of(document, it.1) == Some(Link::Handoff);
    let handoffs: Vec<&Connector> = view.connectors.iter().filter(is_handoff).map(|(_, it)| *it).collect();
    let mut out = String::from("Journey map");
    if let Some(journey) = document.get(map.journey) {
        out = format!("{out} “{}”", journey.title);
    }
    let ownerless = handoffs.iter().filter(|it| it.owner.is_none()).count();
    out = format!(
        "{out}, {}: {}, {}, {}, {}",
        map.state.label().to_lowercase(),
        counted(view.stages.len(), "stage"),
        counted(view.lanes.len(), "lane"),
        counted(view.steps.len(), "step"),
        counted(handoffs.len(), "handoff"),
    );
    out.push_str(&if ownerless > 0 {
        format!(", {ownerless} of them without an owner.\n")
    } else {
        ".\n".to_owned()
    });
    if !view.lanes.is_empty() {
        let lanes = view.lanes.iter().map(|(_, it)| lane_words(it));
        out = format!("{out}Lanes from top to bottom: {}.\n", lanes.collect::<Vec<_>>().join(", "));
    }
    out + &stages(document, &view) + &handoff_list(document, &handoffs)
}

/// One line for each stage: its steps, lane by lane.
fn stages(document: &Document, view: &MapView<'_>) -> String {
    let lane_title: BTreeMap<LaneId, _> = view.lanes.iter().map(|(id, it)| (*id, &it.title)).collect();
    let mut cells: BTreeMap<StageId, Vec<&[(StepId, &Step)]>> = BTreeMap::new();
    for cell in view.steps.chunk_by(|(_, a), (_, b)| (a.stage, a.lane) == (b.stage, b.lane)) {
        cells.entry(cell[0].1.stage).or_default().push(cell);
    }
    let mut out = String::new();
    for (number, (id, stage)) in (1..).zip(&view.stages) {
        let _ = write!(out, "Stage {number}, {}.", stage_words(stage));
        for cell in cells.get(id).into_iter().flatten() {
            let steps: Vec<String> = cell.iter().map(|(_, step)| step_words(document, step)).collect();
            let _ = write!(out, " {}: {}.", lane_title[&cell[0].1.lane], steps.join("; "));
        }
        out.push_str(if cells.contains_key(id) { "\n" } else { " No steps.\n" });
    }
    out
}

/// The title of a lane with its kind, and its function where it has one.
#[must_use]
pub fn lane_words(lane: &Lane) -> String {
    let function = lane.function.as_ref().map(|it| format!(", {it}")).unwrap_or_default();
    format!("{} ({}{function})", lane.title, lane.kind.label().to_lowercase())
}

/// The title of a stage with its phase, where it has one.
#[must_use]
pub fn stage_words(stage: &Stage) -> String {
    let phase = stage.phase.map(|it| format!(" ({})", it.label().to_lowercase())).unwrap_or_default();
    format!("{}{phase}", stage.title)
}

/// The title of a step with what its box shows beside it.
fn step_words(document: &Document, step: &Step) -> String {
    let kind = match step.kind {
        StepKind::Touchpoint | StepKind::Activity => None,
        StepKind::Decision | StepKind::Wait | StepKind::Automated => Some(step.kind.label()),
    };
    let channel = step.channel.and_then(|id| document.get(id)).map(|it| it.title.as_str());
    let wait = step.wait_secs.map(|it| format!("waits {}", brief_duration(it)));
    let flags = [(step.moment_of_truth, "moment of truth"), (step.fail_point, "fail point")];
    let flags = flags.into_iter().filter(|(is_set, _)| *is_set).map(|(_, words)| words.to_owned());
    let sentiment = step.sentiment.map(|it| format!("sentiment {it}"));
    let marks = [kind, channel].into_iter().flatten().map(str::to_lowercase);
    let marks: Vec<String> = marks.chain(wait).chain(flags).chain(sentiment).collect();
    if marks.is_empty() { step.title.to_string() } else { format!("{} ({})", step.title, marks.join(", ")) }
}

/// One line for each handoff: from, to, and how complete it is (H11).
fn handoff_list(document: &Document, handoffs: &[&Connector]) -> String {
    let mut out = String::new();
    for (number, it) in (1..).zip(handoffs) {
        let (Some(from), Some(to)) = (document.get(it.from), document.get(it.to)) else { continue };
        let lane = |id: LaneId| document.get(id).map_or("", |lane| lane.title.as_str());
        let _ = write!(
            out,
            "Handoff {number}: from “{}” ({}) to “{}” ({}): {}, {} of {} parts set.",
            from.title,
            lane(from.lane),
            to.title,
            lane(to.lane),
            it.quality().label().to_lowercase(),
            it.filled_parts(),
            Connector::PARTS,
        );
        out.push('\n');
    }
    out
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
