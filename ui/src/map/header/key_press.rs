//! What keys do on a header, and how a stage or lane moves by one place.

use leptos::prelude::*;
use opmap_drawing::MapLayout;
use opmap_model::{Edit, LaneId, StageId};

use super::super::camera::reveal;
use super::super::folding::{toggle, unfold_all};
use super::super::gesture::Gesture;
use super::super::selection::Selection;
use super::super::state::{Band, MapState, Naming};
use super::super::{Geometry, compare, key_press, told};
use crate::editor::Editor;
use crate::keys::{self, Command, Way};

/// A key on the header of a stage or lane.
pub(super) fn on_key(
    event: &web_sys::KeyboardEvent,
    band: Band,
    editor: Editor,
    map_state: MapState,
    geometry: Geometry,
) {
    if taken_by_comparison(event, band.selection(), editor, map_state, geometry) {
        return;
    }
    let Some(command) = keys::command_of(event) else { return };
    let behind = || geometry.with_untracked(|it| it.as_ref().map(|layout| naming_behind(band, layout)));
    match (command, band) {
        (Command::Rename, Band::Stage(id)) => map_state.naming.set(Some(Naming::Stage(id))),
        (Command::Rename, Band::Lane(id)) => map_state.naming.set(Some(Naming::Lane(id))),
        (Command::AddStage, Band::Stage(_)) | (Command::AddLane, Band::Lane(_)) => {
            map_state.naming.set(behind());
        }
        (Command::Delete, _) => map_state.deleting.set(Some(band)),
        (Command::Move(way), _) => move_header(way, band, editor, map_state, geometry),
        (Command::Fold, _) => toggle(band, map_state),
        (Command::UnfoldAll, _) => unfold_all(map_state),
        (Command::Escape, _) => escape(map_state),
        _ => {
            if !run_on(command, band.selection(), editor, map_state, geometry) {
                return;
            }
        }
    }
    event.prevent_default();
    event.stop_propagation();
}

/// Names a new band behind one.
fn naming_behind(band: Band, layout: &MapLayout) -> Naming {
    match band {
        Band::Stage(id) => Naming::NewStage { before: after(&stages(layout), id) },
        Band::Lane(id) => Naming::NewLane { before: after(&lanes(layout), id) },
    }
}

fn stages(layout: &MapLayout) -> Vec<StageId> {
    layout.stages.iter().map(|it| it.id).collect()
}

fn lanes(layout: &MapLayout) -> Vec<LaneId> {
    layout.lanes.iter().map(|it| it.id).collect()
}

/// Gives up a drag, or else gives the keyboard to the map.
fn escape(map_state: MapState) {
    if map_state.gesture.with_untracked(|it| *it == Gesture::None) {
        map_state.focus_wanted.notify();
    } else {
        map_state.gesture.set(Gesture::None);
    }
}

/// Whether a key on a header is answered by the comparison; what the header is for is selected first.
fn taken_by_comparison(
    event: &web_sys::KeyboardEvent,
    header: Selection,
    editor: Editor,
    map_state: MapState,
    geometry: Geometry,
) -> bool {
    if map_state.comparing.get_untracked() && compare::is_about_selected(event) {
        map_state.selection.set(header);
    }
    compare::on_key(event, editor, map_state, geometry)
}

/// Does with a header what would be done with it if it were selected; answers whether the press goes no further.
fn run_on(
    command: Command,
    header: Selection,
    editor: Editor,
    map_state: MapState,
    geometry: Geometry,
) -> bool {
    let taken =
        matches!(command, Command::Duplicate | Command::MakeRoom | Command::SelectAll | Command::AddStep);
    if !taken && !command.is_of_clipboard() {
        return false;
    }
    map_state.selection.set(header);
    // The clipboard answers an event of the page.
    let layout = geometry.get_untracked().filter(|_| taken);
    let done = layout.is_some_and(|layout| key_press::run(command, editor, map_state, &layout));
    if done && command == Command::SelectAll {
        // What follows is about the steps.
        map_state.focus_wanted.notify();
    }
    done
}

/// Moves a stage or lane by one place and says where it is then, or why it stays.
pub(in crate::map) fn move_band(
    way: Way,
    band: Band,
    editor: Editor,
    map_state: MapState,
    layout: &MapLayout,
) {
    match band_move(way, band, layout) {
        Some(edit) => put(band, edit, editor, map_state),
        None => map_state.spoken.set(told::obstacle_of(band, way)),
    }
}

/// The edit that moves a stage or lane by one place; none when it is at the end.
fn band_move(way: Way, band: Band, layout: &MapLayout) -> Option<Edit> {
    match (band, way) {
        (Band::Stage(id), Way::Left | Way::Right) => {
            Some(Edit::MoveStage { id, before: shifted(&stages(layout), id, way == Way::Left)? })
        }
        (Band::Lane(id), Way::Up | Way::Down) => {
            Some(Edit::MoveLane { id, before: shifted(&lanes(layout), id, way == Way::Up)? })
        }
        _ => None,
    }
}

/// Carries out what moves a stage or lane, and says where it is then.
pub(in crate::map) fn put(band: Band, edit: Edit, editor: Editor, map_state: MapState) {
    if editor.commit(edit) {
        let words = editor.peek(|document| told::place_of(document, band));
        map_state.spoken.set(words.unwrap_or_default());
    }
}

/// Moves what a header is of, and brings it into view.
fn move_header(way: Way, band: Band, editor: Editor, map_state: MapState, geometry: Geometry) {
    if let Some(layout) = geometry.get_untracked() {
        move_band(way, band, editor, map_state, &layout);
    }
    if let Some(layout) = geometry.get_untracked() {
        reveal(&band.selection(), &layout, map_state);
    }
}

/// In front of which sibling a band goes when it moves by one place; none when it is at the end already.
fn shifted<I: Copy + PartialEq>(ids: &[I], id: I, earlier: bool) -> Option<Option<I>> {
    let index = ids.iter().position(|it| *it == id)?;
    if earlier {
        Some(Some(*ids.get(index.checked_sub(1)?)?))
    } else {
        ids.get(index + 1)?;
        Some(ids.get(index + 2).copied())
    }
}

/// The sibling behind, if there is one.
fn after<I: Copy + PartialEq>(ids: &[I], id: I) -> Option<I> {
    let index = ids.iter().position(|it| *it == id)?;
    ids.get(index + 1).copied()
}

#[cfg(test)]
mod tests {
    use super::{after, shifted};

    #[test]
    fn a_band_moves_by_one_place() {
        let ids = [1, 2, 3];
        assert_eq!(shifted(&ids, 2, true), Some(Some(1)));
        assert_eq!(shifted(&ids, 2, false), Some(None), "behind the last");
        assert_eq!(shifted(&ids, 1, false), Some(Some(3)));
        assert_eq!((shifted(&ids, 1, true), shifted(&ids, 3, false)), (None, None), "the ends stay");
        assert_eq!((after(&ids, 1), after(&ids, 3)), (Some(2), None));
    }
}
