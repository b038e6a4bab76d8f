//! The legend of an overlay in words: how it is read, and what it found.

use std::fmt::Display;

use opmap_analysis::{Link, Overlay, Worst, bottlenecks, channel_switches, friction, link_of};
use opmap_model::{Connector, Document, MapKey, Pain, Permille, StepId};

use crate::brief_duration;

/// An overlay in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverlayWords {
    /// What the signs mean.
    pub key: &'static str,
    /// What it found, a sentence each; that nothing is set is said too.
    pub found: Vec<String>,
}

/// What an overlay says of one map, in words.
#[must_use]
pub fn overlay_words(document: &Document, map: MapKey, overlay: Overlay) -> OverlayWords {
    let (key, found) = match overlay {
        Overlay::Bottlenecks => (
            "The worst of each measure is filled, the next two are outlined. Of several figures at one step, × counts \
             handoffs.",
            bottleneck_words(document, map),
        ),
        Overlay::Friction => (
            "The more bars are filled and the wider the edge, the more it hurts; the number counts pain points.",
            vec![friction_words(document, map)],
        ),
        Overlay::Handoffs => (
            "Handoffs have wide lines. A full badge has all seven parts; a triangle has no owner.",
            vec![handoff_words(document, map)],
        ),
        Overlay::ChannelSwitches => (
            "Changes of channel have wide lines and two arrows; dashed, and the arrows on black, where what is known gets \
             lost.",
            vec![switch_words(document, map)],
        ),
    };
    OverlayWords { key, found }
}

fn bottleneck_words(document: &Document, map: MapKey) -> Vec<String> {
    let found = bottlenecks(document, map);
    vec![
        ranked(document, "Longest wait", &found.waits, |it| brief_duration(*it), "no step waits"),
        ranked(
            document,
            "Lowest first-time-right",
            &found.right_first_time,
            Permille::to_string,
            "all are right",
        ),
        ranked(document, "Most handoffs", &found.handoffs, usize::to_string, "there are none"),
    ]
}

/// A measure and its worst steps: *Longest wait: Waits at home 39 h, Tells it again 25 min (8 of 62 steps say it).*
fn ranked<T>(
    document: &Document,
    name: &str,
    worst: &Worst<T>,
    figure: impl Fn(&T) -> String,
    none: &str,
) -> String {
    let Worst { steps, known, of } = worst;
    if *known == 0 {
        return format!("{name}: not set.");
    }
    let title = |id: StepId| document.get(id).map(|it| it.title.to_string()).unwrap_or_default();
    let listed = steps.iter().map(|(id, it)| format!("{} {}", title(*id), figure(it)));
    let listed = if steps.is_empty() { none.to_owned() } else { listed.collect::<Vec<_>>().join(", ") };
    match known == of {
        true => format!("{name}: {listed}."),
        false => format!("{name}: {listed} (set on {known} of {of} steps)."),
    }
}

fn friction_words(document: &Document, map: MapKey) -> String {
    let found = friction(document, map);
    if found.is_empty() {
        return "No step has a pain point.".to_owned();
    }
    let points: usize = found.values().map(|it| it.pain_points).sum();
    let unrated: usize = found.values().map(|it| it.unrated).sum();
    let severe = found.values().filter(|it| it.gravest == Some(Pain::Severe)).count();
    let rated = if unrated > 0 { format!("; {unrated} not rated") } else { String::new() };
    let severe = if severe > 0 { format!("; severe on {}", counted(severe, "step")) } else { String::new() };
    format!("{} on {}{severe}{rated}.", of_pain_points(points), counted(found.len(), "step"))
}

fn handoff_words(document: &Document, map: MapKey) -> String {
    let view = document.map_view(map);
    let handoffs: Vec<&Connector> = view
        .connectors
        .iter()
        .map(|it| it.1)
        .filter(|it| link_of(document, it) == Some(Link::Handoff))
        .collect();
    if handoffs.is_empty() {
        return "The work changes hands nowhere.".to_owned();
    }
    let complete = handoffs.iter().filter(|it| it.filled_parts() >= Connector::PARTS).count();
    let without = handoffs.iter().filter(|it| it.owner.is_none()).count();
    let all = counted(handoffs.len(), "handoff");
    format!("{all}: {complete} complete, {without} without an owner.")
}

fn switch_words(document: &Document, map: MapKey) -> String {
    let switches = channel_switches(document, map);
    if switches.is_empty() {
        return "The channel changes nowhere.".to_owned();
    }
    let carried = |value: Option<bool>| {
        let here = switches.iter().filter_map(|it| document.get(it.connector));
        here.filter(|it: &&Connector| it.context_carried == value).count()
    };
    let told = [(Some(true), "kept"), (Some(false), "lost"), (None, "not set")]
        .map(|(value, words)| format!("{words} on {}", carried(value)));
    let all = counted(switches.len(), "change");
    format!("{all} of channel: what is known is {}.", told.join(", "))
}

/// Whether what is known goes along.
pub(super) fn of_context(carried: Option<bool>) -> &'static str {
    match carried {
        Some(true) => "kept",
        Some(false) => "asked again",
        None => "not set",
    }
}

fn of_pain_points(count: usize) -> String {
    counted(count, "pain point")
}

fn counted(count: impl Display, word: &str) -> String {
    let count = count.to_string();
    if count == "1" { format!("1 {word}") } else { format!("{count} {word}s") }
}
