//! What each overlay says of a map: as notes on its steps and connectors, and in words for its legend.

mod differences;
mod roles;
mod words;

use std::collections::BTreeMap;

use opmap_analysis::{
    Analysis, Bottlenecks, Link, Overlay, Severity, bottlenecks, channel_switches, friction, link_of,
};
use opmap_model::{Connector, ConnectorId, Document, MapKey, RecordId, StepId};

use crate::{
    ChannelChange, Fonts, Found, Heat, MapNotes, NoteLabel, RouteNote, StepNote, Stress, brief_duration,
};
pub use differences::difference_notes;
pub use roles::{add_named_roles, add_roles};
pub use words::{OverlayWords, overlay_words};

/// What an overlay says of one map: what it is about stands out, the rest steps back.
#[must_use]
pub fn overlay_notes(document: &Document, map: MapKey, overlay: Overlay, fonts: &Fonts) -> MapNotes {
    let said = match overlay {
        Overlay::Bottlenecks => bottleneck_notes(&bottlenecks(document, map), fonts),
        Overlay::Friction => friction_notes(document, map, fonts),
        Overlay::Handoffs => handoff_notes(document, map),
        Overlay::ChannelSwitches => switch_notes(document, map, fonts),
    };
    with_rest_quiet(document, map, said)
}

/// Adds what the checks found about steps and nobody has accepted, each finding at the step that it is mainly about.
pub fn add_findings(notes: &mut MapNotes, analysis: &Analysis, fonts: &Fonts) {
    let mut found: BTreeMap<StepId, (Severity, usize)> = BTreeMap::new();
    for finding in analysis.open() {
        if let Some(RecordId::Step(step)) = finding.records.first() {
            let (gravest, count) = found.entry(*step).or_insert((finding.severity, 0));
            *gravest = finding.severity.min(*gravest);
            *count += 1;
        }
    }
    for (step, (severity, count)) in found {
        notes.steps.entry(step).or_default().found = Some(Found::new(severity, count, fonts));
    }
}

/// Adds how much each step hurts, by the width of its edge alone: its row goes on saying what it says.
pub fn add_friction(notes: &mut MapNotes, document: &Document, map: MapKey) {
    for (step, found) in friction(document, map) {
        notes.steps.entry(step).or_default().heat = Heat::new(found.level());
    }
}

/// Adds the sign of each change of channel, and nothing beside it.
pub fn add_channel_changes(notes: &mut MapNotes, document: &Document, map: MapKey) {
    for switch in channel_switches(document, map) {
        if let Some(connector) = document.get(switch.connector) {
            notes.routes.entry(switch.connector).or_default().channel = Some(channel_change(connector));
        }
    }
}

fn channel_change(connector: &Connector) -> ChannelChange {
    match connector.context_carried {
        Some(false) => ChannelChange::Lost,
        Some(true) | None => ChannelChange::Open,
    }
}

/// The same notes, and all else of the map steps back. A step where something that stands out begins or ends stays as
/// it is. Where nothing is said, nothing steps back.
fn with_rest_quiet(document: &Document, map: MapKey, mut notes: MapNotes) -> MapNotes {
    if notes.is_empty() {
        return notes;
    }
    let view = document.map_view(map);
    for (id, connector) in &view.connectors {
        if notes.routes.contains_key(id) {
            for step in [connector.from, connector.to] {
                notes.steps.entry(step).or_default();
            }
        }
    }
    let quiet = StepNote { stress: Stress::StepsBack, ..StepNote::default() };
    for (id, _) in &view.steps {
        notes.steps.entry(*id).or_insert_with(|| quiet.clone());
    }
    for (id, _) in &view.connectors {
        let quiet = RouteNote { stress: Stress::StepsBack, ..RouteNote::default() };
        notes.routes.entry(*id).or_insert(quiet);
    }
    notes
}

/// The worst by each measure is filled, the next ones are outlined; all with their figures.
fn bottleneck_notes(found: &Bottlenecks, fonts: &Fonts) -> MapNotes {
    let mut figures: BTreeMap<StepId, Vec<(String, &str)>> = BTreeMap::new();
    for (step, wait) in &found.waits.steps {
        figures.entry(*step).or_default().push((brief_duration(*wait), " wait"));
    }
    for (step, share) in &found.right_first_time.steps {
        figures.entry(*step).or_default().push((share.to_string(), " right"));
    }
    for (step, handoffs) in &found.handoffs.steps {
        let word = if *handoffs == 1 { "handoff" } else { "handoffs" };
        figures.entry(*step).or_default().push((format!("{handoffs}\u{2009}"), word));
    }
    let first = [
        found.waits.steps.first().map(|it| it.0),
        found.right_first_time.steps.first().map(|it| it.0),
        found.handoffs.steps.first().map(|it| it.0),
    ];
    let note = |step: StepId, said: Vec<(String, &str)>| {
        let words = match &*said {
            [(figure, word)] => format!("{figure}{word}"),
            // There is no room for several words; each figure tells by its unit what it is.
            several => {
                let one = |(figure, word): &(String, &str)| {
                    if word.starts_with("handoff") {
                        format!("{}×", figure.trim_end_matches('\u{2009}'))
                    } else {
                        figure.clone()
                    }
                };
                several.iter().map(one).collect::<Vec<_>>().join(" · ")
            }
        };
        let stress = if first.contains(&Some(step)) { Stress::StandsOut } else { Stress::Even };
        StepNote { stress, label: Some(NoteLabel::new(&words, fonts)), ..StepNote::default() }
    };
    let steps = figures.into_iter().map(|(step, said)| (step, note(step, said))).collect();
    MapNotes { steps, ..MapNotes::default() }
}

fn friction_notes(document: &Document, map: MapKey, fonts: &Fonts) -> MapNotes {
    let note = |it: opmap_analysis::Friction| {
        let heat = Heat::new(it.level())?;
        Some(StepNote::of_heat(heat, &it.pain_points.to_string(), fonts))
    };
    let found = friction(document, map);
    let steps = found.into_iter().filter_map(|(step, it)| Some((step, note(it)?))).collect();
    MapNotes { steps, ..MapNotes::default() }
}

/// How complete a handoff is its badge says.
fn handoff_notes(document: &Document, map: MapKey) -> MapNotes {
    let view = document.map_view(map);
    let handoffs = view.connectors.iter().filter(|it| link_of(document, it.1) == Some(Link::Handoff));
    let note = RouteNote { stress: Stress::StandsOut, ..RouteNote::default() };
    MapNotes { routes: handoffs.map(|(id, _)| (*id, note)).collect(), ..MapNotes::default() }
}

/// The step where the other channel begins says whether what is known has come along.
fn switch_notes(document: &Document, map: MapKey, fonts: &Fonts) -> MapNotes {
    let mut notes = MapNotes::default();
    for switch in channel_switches(document, map) {
        let Some(connector) = document.get::<ConnectorId>(switch.connector) else { continue };
        let broken = connector.context_carried == Some(false);
        let channel = Some(channel_change(connector));
        let route = RouteNote { stress: Stress::StandsOut, broken, channel, ..RouteNote::default() };
        notes.routes.insert(switch.connector, route);
        let said = (words::of_context(connector.context_carried), broken);
        let note = notes.steps.entry(connector.to).or_default();
        // Of several ways to a step the one on which something gets lost is told.
        if note.label.is_none() || broken {
            let stress = if said.1 { Stress::StandsOut } else { Stress::Even };
            *note = StepNote { stress, label: Some(NoteLabel::new(said.0, fonts)), ..StepNote::default() };
        }
    }
    notes
}
