//! What became of the elements of two merged states, as notes on their map.

use std::collections::BTreeMap;

use opmap_analysis::{Difference, DifferenceKind, Merged};
use opmap_model::RecordId;

use super::with_rest_quiet;
use crate::{ChangeSign, Fonts, MapNotes, RouteNote, StepNote};

/// What became of each element of two merged states; what is the same in both steps back. Of an element that moved and
/// changed the sign is that of a move, and its words say both.
#[must_use]
pub fn difference_notes(merged: &Merged, fonts: &Fonts) -> MapNotes {
    let mut became: BTreeMap<RecordId, Vec<&Difference>> = BTreeMap::new();
    for it in &merged.differences {
        if let Some(record) = it.record() {
            became.entry(record).or_default().push(it);
        }
    }
    let mut notes = MapNotes::default();
    for (record, said) in became {
        let Some(first) = said.first() else { continue };
        let sign = ChangeSign::from(&first.kind);
        match record {
            RecordId::Stage(id) => drop(notes.stages.insert(id, sign)),
            RecordId::Lane(id) => drop(notes.lanes.insert(id, sign)),
            RecordId::Step(id) => {
                let words = words(&said);
                notes.steps.insert(id, StepNote::of_change(sign, words.as_deref(), fonts));
            }
            RecordId::Connector(id) => {
                let note = RouteNote { change: Some(sign), ..RouteNote::default() };
                notes.routes.insert(id, note);
            }
            _ => {}
        }
    }
    with_rest_quiet(&merged.document, merged.map, notes)
}

/// Where from it moved and what of it changed; none where the sign says all.
fn words(said: &[&Difference]) -> Option<String> {
    let words = said.iter().filter_map(|it| match &it.kind {
        DifferenceKind::Added | DifferenceKind::Gone => None,
        DifferenceKind::Moved { from, to } => Some(format!("from {}", from.words_beside(to))),
        DifferenceKind::Changed { .. } if said.len() > 1 => Some(ChangeSign::Changed.sign().to_string()),
        DifferenceKind::Changed { parts } => Some(parts.join(", ")),
    });
    let words = words.collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}
