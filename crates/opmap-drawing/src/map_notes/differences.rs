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
            RecordId::Step(id) => drop(notes.steps.insert(id, step_note(sign, &said, fonts))),
            RecordId::Connector(id) => {
                let note = RouteNote { change: Some(sign), ..RouteNote::default() };
                notes.routes.insert(id, note);
            }
            _ => {}
        }
    }
    with_rest_quiet(&merged.document, merged.map, notes)
}

/// What became of a step: where from it moved, or the first part that changed and how many others; in a word where there
/// is no room to say it.
fn step_note(sign: ChangeSign, said: &[&Difference], fonts: &Fonts) -> StepNote {
    let more = if said.len() > 1 { " Δ" } else { "" };
    let words = said.first().and_then(|it| match &it.kind {
        DifferenceKind::Added | DifferenceKind::Gone => None,
        DifferenceKind::Moved { from, to } => Some(format!("from {}{more}", from.words_beside(to))),
        DifferenceKind::Changed { parts } => match parts.as_slice() {
            [first, _, ..] => Some(format!("{} +{}", first.part, parts.len() - 1)),
            parts => parts.first().map(|it| it.part.to_owned()),
        },
    });
    let note = StepNote::of_change(sign, words.as_deref(), fonts);
    if note.label.as_ref().map(|it| &it.text) == words.as_ref() {
        return note;
    }
    StepNote::of_change(sign, Some(&format!("{}{more}", sign.word())), fonts)
}
