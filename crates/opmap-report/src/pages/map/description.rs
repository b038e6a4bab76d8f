//! A part of a map in words, for those who have the page read aloud (U60).

use std::collections::BTreeSet;
use std::fmt::Write;

use opmap_drawing::{MapLayout, MapWindow, RouteClass, lane_words, stage_words};
use opmap_model::{Document, Keyword, MapView, StepId};

/// What one of several parts of a map shows: its stages with their steps in reading order, then what is handed over.
pub(super) fn of_part(
    document: &Document,
    layout: &MapLayout,
    view: &MapView<'_>,
    window: &MapWindow,
) -> String {
    let (stages, lanes) = (clamped(&view.stages, &window.stages), clamped(&view.lanes, &window.lanes));
    let mut words = format!(
        "Part of the journey map, {}. Lanes from top to bottom: ",
        layout.map.state.label().to_lowercase()
    );
    let names: Vec<String> = lanes.iter().map(|(_, lane)| lane_words(lane)).collect();
    words.push_str(&names.join(", "));
    words.push('.');
    let shown: BTreeSet<_> = lanes.iter().map(|(id, _)| *id).collect();
    for (id, stage) in stages {
        let steps: Vec<&str> = view
            .steps
            .iter()
            .filter(|(_, step)| step.stage == *id && shown.contains(&step.lane))
            .map(|(_, step)| step.title.as_str())
            .collect();
        let steps = if steps.is_empty() { "no step here".to_owned() } else { steps.join("; ") };
        // Writing to a string cannot fail.
        _ = write!(words, " Stage {}: {steps}.", stage_words(stage));
    }
    let visible: BTreeSet<StepId> = layout.boxes_in(window.rect(layout)).map(|step| step.id).collect();
    let title = |id: StepId| document.get(id).map(|step| step.title.as_str()).unwrap_or_default();
    let handoffs: Vec<String> = layout
        .routes
        .iter()
        .filter(|route| route.badge.is_some() || route.class == RouteClass::Handoff)
        .filter(|route| visible.contains(&route.from) || visible.contains(&route.to))
        .map(|route| format!("{} to {}", title(route.from), title(route.to)))
        .collect();
    if !handoffs.is_empty() {
        _ = write!(words, " Handoffs: {}.", handoffs.join("; "));
    }
    words
}

fn clamped<'v, T>(all: &'v [T], range: &std::ops::Range<usize>) -> &'v [T] {
    let end = range.end.min(all.len());
    &all[range.start.min(end)..end]
}
