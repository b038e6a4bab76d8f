//! What overlays say of the map that is shown, kept in step with what the checks say, off the way of an edit.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use opmap_analysis::{Analysis, Severity};
use opmap_drawing::{Fonts, Found, MapNotes, StepNote};
use opmap_model::{RecordId, StepId};

use super::state::MapState;
use crate::fonts::fonts;
use crate::frame::CurrentAnalysis;

/// Keeps the notes of the map in step with the analysis.
pub(super) fn keep_noted(map_state: MapState) {
    let (analysis, fonts): (CurrentAnalysis, _) = (expect_context(), fonts());
    Effect::new(move |_| {
        let notes = analysis.with(|analysis| fonts.with_value(|fonts| notes(analysis, fonts)));
        if map_state.notes.with_untracked(|it| **it != notes) {
            map_state.notes.set(Arc::new(notes));
        }
    });
}

fn notes(analysis: &Analysis, fonts: &Fonts) -> MapNotes {
    let mut notes = MapNotes::default();
    for (step, (severity, count)) in found_at_steps(analysis) {
        let found = Some(Found::new(severity, count, fonts));
        notes.steps.insert(step, StepNote { found, ..StepNote::default() });
    }
    notes
}

/// The gravest finding at each step that has one, and how many there are. A finding is at the record it is mainly about.
fn found_at_steps(analysis: &Analysis) -> BTreeMap<StepId, (Severity, usize)> {
    let mut found = BTreeMap::new();
    for finding in &analysis.findings {
        if let Some(RecordId::Step(step)) = finding.records.first() {
            let (gravest, count) = found.entry(*step).or_insert((finding.severity, 0));
            *gravest = finding.severity.min(*gravest);
            *count += 1;
        }
    }
    found
}
