//! Duplicating and pasting: where copies go, and what is selected afterwards.

use std::collections::BTreeMap;

use leptos::prelude::*;
use opmap_exchange::clip::{Clip, ClipKind, counted};
use opmap_model::{
    Document, Edit, JourneyId, Keyword, MapKey, Part, Paste, PastePlace, PasteVerb, State, StepId,
};
use uuid::Uuid;

use super::growing::next_in_cell;
use super::selection::Selection;
use super::state::MapState;
use crate::editor::Editor;
use crate::identity::fresh_uuid;

/// What the selection is, as a part of the workshop; none when nothing of it can be copied.
pub(super) fn selected_part(selection: &Selection) -> Option<Part> {
    match selection {
        Selection::Steps { ids, .. } => Some(Part::Steps(ids.clone())),
        Selection::Stage(id) => Some(Part::Stage(*id)),
        Selection::Lane(id) => Some(Part::Lane(*id)),
        Selection::Connector(_) | Selection::None => None,
    }
}

/// A part of the workshop, ready for the clipboard.
pub(super) fn clip(document: &Document, part: &Part) -> Clip {
    let kind = match part {
        Part::Steps(_) => ClipKind::Steps,
        Part::Stage(_) => ClipKind::Stage,
        Part::Lane(_) => ClipKind::Lane,
        Part::Journey(_) => ClipKind::Journey,
    };
    Clip { kind, excerpt: document.excerpt(part) }
}

/// The edit that duplicates what is selected beside itself.
pub(super) fn duplicate(document: &Document, selection: &Selection, map: MapKey) -> Option<Edit> {
    let clip = clip(document, &selected_part(selection)?);
    Some(edit(document, clip, selection, map, PasteVerb::Duplicate))
}

/// The edit that pastes. With something selected, what is pasted begins there; otherwise it goes to the stages and
/// lanes of the same names, and those that are not there are added.
///
/// A journey becomes one more journey. Where an empty state of another is shown, its map goes there instead, so that the
/// two can be compared: what was copied from one file to the other is known again by its counterparts.
pub(super) fn paste(
    document: &Document,
    clip: Clip,
    selection: &Selection,
    map: Option<MapKey>,
) -> Option<Edit> {
    if clip.kind == ClipKind::Journey {
        if let Some(paste) = map.and_then(|map| as_state(document, &clip, map, fresh_uuid)) {
            return Some(Edit::Paste(Box::new(paste)));
        }
        let paste = Paste::new(clip.excerpt, PastePlace::Workshop, PasteVerb::Paste, fresh_uuid);
        return Some(Edit::Paste(Box::new(paste)));
    }
    Some(edit(document, clip, selection, map?, PasteVerb::Paste))
}

/// The paste that puts the one map of a copied journey that is the same state, or the first that has anything, into an
/// empty state of a journey with something in another. None when the state is no such one.
fn as_state(document: &Document, clip: &Clip, map: MapKey, fresh: impl FnMut() -> Uuid) -> Option<Paste> {
    let place = PastePlace::Map {
        map,
        stages: BTreeMap::new(),
        lanes: BTreeMap::new(),
        stage_before: None,
        lane_before: None,
        step_before: None,
    };
    Some(Paste::new(for_empty_state(document, clip, map)?, place, PasteVerb::Paste, fresh))
}

/// What goes to an empty state, as a journey with one map.
fn for_empty_state(document: &Document, clip: &Clip, map: MapKey) -> Option<Document> {
    let has_others = State::ALL.iter().any(|state| !document.map_is_empty(MapKey { state: *state, ..map }));
    if !document.map_is_empty(map) || !has_others {
        return None;
    }
    let mut excerpt = clip.excerpt.clone();
    let (journey, _) = *excerpt.journeys_in_order().first()?;
    let same = MapKey { journey, state: map.state };
    let kept = if excerpt.map_is_empty(same) { excerpt.first_map_of(journey) } else { same };
    for state in State::ALL.iter().filter(|it| **it != kept.state) {
        let cleared = Edit::ClearState { map: MapKey { journey, state: *state } }.plan(&excerpt).ok()?;
        excerpt.apply(&cleared).ok()?;
    }
    Some(excerpt)
}

fn edit(document: &Document, clip: Clip, selection: &Selection, map: MapKey, verb: PasteVerb) -> Edit {
    let view = document.map_view(map);
    let steps: Vec<_> = view.steps.iter().filter(|(id, _)| selection.has_step(*id)).collect();
    // The first stage and the first lane that the selection has a part in.
    let stage = match *selection {
        Selection::Stage(id) => Some(id),
        _ => view.stages.iter().map(|(id, _)| *id).find(|id| steps.iter().any(|(_, it)| it.stage == *id)),
    };
    let lane = match *selection {
        Selection::Lane(id) => Some(id),
        _ => view.lanes.iter().map(|(id, _)| *id).find(|id| steps.iter().any(|(_, it)| it.lane == *id)),
    };
    let behind = |index: Option<usize>| index.map(|it| it + 1);
    let place = match clip.kind {
        ClipKind::Stage => {
            let index = view.stages.iter().position(|(id, _)| Some(*id) == stage);
            let before = behind(index).and_then(|it| view.stages.get(it)).map(|(id, _)| *id);
            PastePlace::of_stages(document, &clip.excerpt, map, (before, None))
        }
        ClipKind::Lane => {
            let index = view.lanes.iter().position(|(id, _)| Some(*id) == lane);
            let before = behind(index).and_then(|it| view.lanes.get(it)).map(|(id, _)| *id);
            PastePlace::of_lanes(document, &clip.excerpt, map, (None, before))
        }
        ClipKind::Steps | ClipKind::Journey => {
            let last = steps.iter().rfind(|(_, it)| Some(it.stage) == stage && Some(it.lane) == lane);
            let before = last.and_then(|(id, _)| next_in_cell(document, *id));
            PastePlace::of_steps(document, &clip.excerpt, map, stage, lane, before)
        }
    };
    Edit::Paste(Box::new(Paste::new(clip.excerpt, place, verb, fresh_uuid)))
}

/// Commits the edit; what it has pasted is selected, shown and said.
pub(super) fn make(edit: Edit, editor: Editor, map_state: MapState) {
    let pasted = match &edit {
        Edit::Paste(paste) => Some((paste.ids.clone(), counted(&paste.excerpt), paste.verb)),
        _ => None,
    };
    if !editor.commit(edit) {
        return;
    }
    let Some((ids, count, verb)) = pasted else { return };
    let journey = editor.peek(|document| {
        let new = ids.iter().map(|id| JourneyId(*id)).find(|id| document.get(*id).is_some())?;
        Some(document.first_map_of(new))
    });
    if let Some(map) = journey {
        map_state.selection.set(Selection::None);
        map_state.map.set(Some(map));
    } else {
        let new = editor.peek(|document| {
            ids.iter().map(|id| StepId(*id)).filter(|id| document.get(*id).is_some()).collect()
        });
        map_state.selection.set(Selection::steps(new));
        map_state.reveal_wanted.notify();
    }
    let done = match verb {
        PasteVerb::Paste => "pasted",
        PasteVerb::Duplicate => "duplicated",
        PasteVerb::Add => "added",
    };
    map_state.spoken.set(format!("{count} {done}."));
}

#[cfg(test)]
mod tests {
    use opmap_model::{Document, Edit, JourneyId, MapKey, Part, State, notation};

    use super::{as_state, clip};

    fn parse(text: &str) -> Document {
        let mut next = 0;
        notation::parse(text, &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap()
    }

    fn journey(document: &Document) -> JourneyId {
        *document.journeys().keys().next().unwrap()
    }

    #[test]
    fn a_journey_from_another_file_is_compared_where_it_is_pasted_as_a_state() {
        let here = parse(
            "workshop \"North\"\njourney j \"Repair\"\nmap j as-lived\nstage s \"One\"\nlane l \"Centre\" kind=frontstage\n\
             step a \"Takes call\" at=s/l\nstep b \"Logs\" at=s/l\nflow a -> b",
        );
        // Another region has the same journey and has gone on with it.
        let mut there = here.clone();
        let first = there.steps().iter().find(|(_, it)| it.title.as_str() == "Logs").map(|(id, _)| *id);
        let edit = Edit::RemoveSteps { ids: first.into_iter().collect() };
        there.apply(&edit.plan(&there).unwrap()).unwrap();

        let copied = clip(&there, &Part::Journey(journey(&there)));
        let map = MapKey { journey: journey(&here), state: State::OptionB };
        let mut next = 1_000;
        let fresh = || {
            next += 1;
            uuid::Uuid::from_u128(next)
        };
        let paste = as_state(&here, &copied, map, fresh).unwrap();
        let edit = Edit::Paste(Box::new(paste));
        let mut joined = here.clone();
        joined.apply(&edit.plan(&here).unwrap()).unwrap();
        assert_eq!(joined.journeys().len(), 1);
        let told: Vec<String> =
            opmap_analysis::differences(&joined, map.journey, State::AsLived, State::OptionB)
                .iter()
                .map(|it| format!("{} {}", it.kind.label(), it.name))
                .collect();
        assert_eq!(told, ["Gone Logs", "Gone Takes call → Logs"]);

        // Where something is, it becomes a journey of its own.
        let lived = MapKey { state: State::AsLived, ..map };
        assert_eq!(as_state(&here, &copied, lived, uuid::Uuid::nil), None);
    }
}
