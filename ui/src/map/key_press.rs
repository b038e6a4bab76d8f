//! What keys do on the map. Every drag has a key here.

use opmap_drawing::{Direction, MapLayout};
use opmap_model::{ConnectorField, Edit, LaneId, StageId, StepId};

use super::camera::{zoom_by, zoom_to, zoom_to_selection};
use super::filter::Filter;
use super::folding::{toggle_selected, unfold_all};
use super::gesture::{Gesture, connect_edit, in_reading_order};
use super::header::move_band;
use super::lock::turn_lock;
use super::minimap;
use super::moving::within_cells;
use super::selection::Selection;
use super::showing::Showing;
use super::state::{Band, MapState, Naming};
use super::{Geometry, compare, growing, moving, pasting, told, walking};
use crate::commands::Commands;
use crate::editor::Editor;
use crate::frame::{Panels, is_typing};
use crate::keys::{self, Command, Way};
use leptos::prelude::*;

/// A key on the body of the map.
pub(super) fn on_body(
    event: &web_sys::KeyboardEvent,
    editor: Editor,
    map_state: MapState,
    geometry: Geometry,
    commands: Commands,
) {
    if is_typing(event) {
        return;
    }
    if keys::command_of(event) == Some(Command::Grab) {
        map_state.space_held.set(true);
        event.prevent_default();
        return;
    }
    if compare::on_key(event, editor, map_state, geometry) {
        return;
    }
    let Some(layout) = geometry.get_untracked() else { return };
    let Some(command) = keys::command_of(event).filter(|it| !it.is_of_clipboard()) else { return };
    if run(command, editor, map_state, &layout) || ask(command, commands, map_state) {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// Asks for the rest of what a command needs, or says what must be there first. Answers whether the command is such a one.
fn ask(command: Command, commands: Commands, map_state: MapState) -> bool {
    if !matches!(command, Command::Aim(_) | Command::PutOn | Command::Join) {
        return false;
    }
    let now = untrack(|| commands.situation());
    match keys::entry(command).and_then(|(_, entry)| entry.obstacle(&now)) {
        Some(reason) => map_state.spoken.set(reason.to_owned()),
        None => commands.run(command),
    }
    true
}

/// Carries out commands that were chosen elsewhere: in the palette, in a menu, on a button.
pub(super) fn answer_commands(editor: Editor, map_state: MapState, geometry: Geometry) {
    let (panels, commands): (Panels, Commands) = (expect_context(), expect_context());
    Effect::new(move |_| {
        if let Some(command) = map_state.wanted.get()
            && let Some(layout) = geometry.get_untracked()
        {
            map_state.wanted.set(None);
            match command {
                Command::Minimap => minimap::turn_over(panels, &layout),
                _ => drop(run(command, editor, map_state, &layout) || ask(command, commands, map_state)),
            }
        }
    });
}

/// Whether the command was one for the map.
pub(super) fn run(command: Command, editor: Editor, map_state: MapState, layout: &MapLayout) -> bool {
    if compare::takes(command, editor, map_state) {
        return true;
    }
    let obstacle = untrack(|| editor.obstacle_to_structure());
    if let Some(reason) = obstacle.filter(|_| keys::changes_map(command)) {
        editor.message.set(Some(reason.to_owned()));
        return true;
    }
    let selection = map_state.selection.get_untracked();
    let last = selection.last_step();
    match command {
        Command::Lock => turn_lock(editor, map_state),
        Command::ShowInState => compare::show_in_its_state(editor, map_state),
        Command::Part => compare::part(editor, map_state),
        Command::SwapCompared => map_state.compared.swap(),
        Command::Walk(way) => walk(way, last, map_state, layout),
        Command::Extend(way) => extend(way, &selection, map_state, layout),
        Command::Move(way) => match selection.band() {
            Some(band) => {
                move_band(way, band, editor, map_state, layout);
                map_state.reveal_wanted.notify();
            }
            None => move_steps(way, &selection, editor, map_state, layout),
        },
        Command::Earlier | Command::Later => {
            order_steps(command == Command::Earlier, &selection, editor, map_state);
        }
        Command::Grow(way) => grow(way, last, map_state, layout),
        Command::AddStep => add_step(last, map_state, layout),
        Command::AddStage => {
            map_state.naming.set(Some(Naming::NewStage { before: stage_behind(&selection, layout) }));
        }
        Command::AddLane => {
            map_state.naming.set(Some(Naming::NewLane { before: lane_below(&selection, layout) }));
        }
        Command::Rename => rename(&selection, editor, map_state),
        Command::Delete => delete(&selection, editor, map_state),
        Command::Connect => {
            map_state.connecting.set(last);
            map_state.spoken.set(match last {
                Some(_) => "Go to the step to connect to and press Enter.".to_owned(),
                None => "Select a step to connect from.".to_owned(),
            });
        }
        Command::SelectAll => map_state.selection.set(walking::all(layout, &selection)),
        Command::Next | Command::Previous => {
            let forward = command == Command::Next;
            let next = last.and_then(|it| walking::neighbour_in_order(layout, it, forward));
            let Some(step) = next else { return false };
            map_state.go_to(step);
        }
        Command::Append => map_state.naming.set(last.map(|behind| Naming::Append { behind })),
        Command::MakeRoom => map_state.naming.set(match selection {
            Selection::Steps { last, .. } => Some(Naming::Room { before: last }),
            Selection::Stage(id) => Some(Naming::NewStage { before: Some(id) }),
            Selection::Lane(id) => Some(Naming::NewLane { before: Some(id) }),
            Selection::Connector(connector) => Some(Naming::Between { connector }),
            Selection::None => None,
        }),
        Command::Kind(kind) => {
            if let Selection::Connector(id) = selection {
                editor.commit(Edit::SetConnector { id, field: ConnectorField::Kind(kind) });
            }
        }
        Command::Duplicate => {
            let edit = map_state
                .map
                .get_untracked()
                .and_then(|map| editor.peek(|document| pasting::duplicate(document, &selection, map)));
            if let Some(edit) = edit {
                pasting::make(edit, editor, map_state);
            }
        }
        Command::Copy
        | Command::Cut
        | Command::Paste
        | Command::CopyJourney
        | Command::CopyPicture
        | Command::StepsFromFile => {
            map_state.clipboard_wanted.set(Some(command));
        }
        Command::Roles => turn("Letters and who decides", map_state, |it| turned(&mut it.roles)),
        Command::Findings => turn("Findings", map_state, |it| turned(&mut it.findings)),
        Command::Overlay(overlay) => turn(overlay.label(), map_state, |it| it.turn(overlay)),
        Command::Sentiments => turn("Sentiments", map_state, |it| turned(&mut it.sentiments)),
        Command::Escape => {
            if map_state.gesture.with_untracked(|it| *it != Gesture::None) {
                map_state.gesture.set(Gesture::None);
            } else if map_state.connecting.get_untracked().is_some() {
                map_state.connecting.set(None);
            } else {
                map_state.selection.set(Selection::None);
            }
        }
        Command::Filter => map_state.filtering.set(true),
        Command::ClearFilter => {
            map_state.filter.set(Filter::default());
            map_state.spoken.set("Nothing is filtered.".to_owned());
        }
        Command::ZoomIn => zoom_by(1.2, layout, map_state),
        Command::ZoomOut => zoom_by(1.0 / 1.2, layout, map_state),
        Command::ZoomActual => zoom_to(1.0, layout, map_state),
        Command::ZoomFit => map_state.fit_wanted.notify(),
        Command::Fold => toggle_selected(&selection, map_state),
        Command::UnfoldAll => unfold_all(map_state),
        Command::FollowOn | Command::FollowBack => {
            if let Selection::Connector(id) = selection
                && let Some(route) = layout.route(id)
            {
                map_state.go_to(if command == Command::FollowOn { route.to } else { route.from });
            }
        }
        Command::ZoomSelection => zoom_to_selection(&selection, layout, map_state),
        _ => return false,
    }
    true
}

/// Shows something over the map, or hides it, and says which.
fn turn(what: &str, map_state: MapState, turn: impl FnOnce(&mut Showing) -> bool) {
    let is_shown = map_state.showing.try_update(turn).unwrap_or_default();
    map_state.spoken.set(format!("{what} {}.", if is_shown { "shown" } else { "hidden" }));
}

fn turned(is: &mut bool) -> bool {
    *is = !*is;
    *is
}

fn direction(way: Way) -> Direction {
    match way {
        Way::Left => Direction::Left,
        Way::Right => Direction::Right,
        Way::Up => Direction::Up,
        Way::Down => Direction::Down,
    }
}

fn walk(way: Way, last: Option<StepId>, map_state: MapState, layout: &MapLayout) {
    let next = match last {
        Some(step) => layout.neighbour(step, direction(way)),
        None => layout.boxes.first().map(|it| it.id),
    };
    if let Some(step) = next {
        map_state.go_to(step);
    }
}

/// Takes the next step that way into the selection, and says how many there are.
fn extend(way: Way, selection: &Selection, map_state: MapState, layout: &MapLayout) {
    let Some(last) = selection.last_step() else { return walk(way, None, map_state, layout) };
    let Some(next) = layout.neighbour(last, direction(way)) else { return };
    let extended = selection.extended_to(next);
    let count = extended.step_ids().len();
    map_state.selection.set(extended);
    map_state.reveal_wanted.notify();
    map_state.spoken.set(if count == 1 {
        "One step is selected.".to_owned()
    } else {
        format!("{count} steps are selected.")
    });
}

/// Moves the selected steps by one stage or one lane: all of them, or none where one would leave the map.
fn move_steps(way: Way, selection: &Selection, editor: Editor, map_state: MapState, layout: &MapLayout) {
    let chosen = selection.step_ids();
    let ids = in_reading_order(layout, &chosen);
    let edits: Option<Vec<Edit>> = ids.iter().map(|id| move_edit(way, *id, layout)).collect();
    match edits {
        Some(edits) if edits.is_empty() => {}
        Some(edits) => {
            moving::move_steps(Edit::All(edits), &chosen, editor, map_state);
            map_state.reveal_wanted.notify();
        }
        None => map_state.spoken.set(told::obstacle_of_steps(ids.len(), way)),
    }
}

/// Moves the selected steps one place within their cells, and says where the one with the keyboard stands then. At the
/// end of the cells it says so.
fn order_steps(earlier: bool, selection: &Selection, editor: Editor, map_state: MapState) {
    let ids = selection.step_ids();
    let Some(last) = selection.last_step() else { return };
    let moved = editor.peek(|document| within_cells(document, &ids, earlier));
    let words = match moved.map(|edit| editor.commit(edit)) {
        Some(true) => {
            map_state.reveal_wanted.notify();
            editor.peek(|document| told::place_within_cell(document, last))
        }
        // The editor has said why.
        Some(false) => None,
        None if earlier => Some("Already the first in its cell.".to_owned()),
        None => Some("Already the last in its cell.".to_owned()),
    };
    if let Some(words) = words {
        map_state.spoken.set(words);
    }
}

fn move_edit(way: Way, id: StepId, layout: &MapLayout) -> Option<Edit> {
    let step = layout.step_box(id)?;
    let (stage, lane) = growing::beside(way, step.stage, step.lane, layout)?;
    Some(Edit::MoveSteps { ids: vec![id], stage, lane, before: None })
}

/// Names a new step in the next cell, connected from the selected one.
fn grow(way: Way, last: Option<StepId>, map_state: MapState, layout: &MapLayout) {
    match last.and_then(|id| growing::onward(way, layout, id)) {
        Some(naming) => map_state.naming.set(Some(naming)),
        None => add_step(last, map_state, layout),
    }
}

/// Names a new step in the cell of the selected one, or in the first cell.
fn add_step(last: Option<StepId>, map_state: MapState, layout: &MapLayout) {
    let here = last.and_then(|id| layout.step_box(id)).map(|it| (it.stage, it.lane));
    let chosen = match map_state.selection.get_untracked() {
        Selection::Stage(stage) => layout.lanes.first().map(|lane| (stage, lane.id)),
        Selection::Lane(lane) => layout.stages.first().map(|stage| (stage.id, lane)),
        _ => None,
    };
    let first = || Some((layout.stages.first()?.id, layout.lanes.first()?.id));
    if let Some((stage, lane)) = here.or(chosen).or_else(first) {
        map_state.naming.set(Some(Naming::NewStep { stage, lane, before: None, from: None }));
    }
}

/// The stage behind the selected one, or behind that of the selected step.
fn stage_behind(selection: &Selection, layout: &MapLayout) -> Option<StageId> {
    let stage = match selection {
        Selection::Stage(id) => *id,
        other => layout.step_box(other.last_step()?)?.stage,
    };
    let index = layout.stages.iter().position(|it| it.id == stage)?;
    layout.stages.get(index + 1).map(|it| it.id)
}

/// The lane below the selected one, or below that of the selected step.
fn lane_below(selection: &Selection, layout: &MapLayout) -> Option<LaneId> {
    let lane = match selection {
        Selection::Lane(id) => *id,
        other => layout.step_box(other.last_step()?)?.lane,
    };
    let index = layout.lanes.iter().position(|it| it.id == lane)?;
    layout.lanes.get(index + 1).map(|it| it.id)
}

/// Renames what is selected, or, while connecting, connects to it.
fn rename(selection: &Selection, editor: Editor, map_state: MapState) {
    if let Some(from) = map_state.connecting.get_untracked() {
        map_state.connecting.set(None);
        if let Some(to) = selection.last_step() {
            editor.commit(connect_edit(from, to));
        }
        return;
    }
    map_state.naming.set(match *selection {
        Selection::Steps { last, .. } => Some(Naming::Step(last)),
        Selection::Stage(id) => Some(Naming::Stage(id)),
        Selection::Lane(id) => Some(Naming::Lane(id)),
        Selection::Connector(_) | Selection::None => None,
    });
}

/// Deletes steps and connectors at once, since undo is certain; asks about stages and lanes, whose steps must go
/// somewhere (B9).
pub(super) fn delete(selection: &Selection, editor: Editor, map_state: MapState) {
    match selection {
        Selection::None => {}
        Selection::Steps { ids, .. } => {
            editor.commit(Edit::RemoveSteps { ids: ids.iter().copied().collect() });
        }
        Selection::Connector(id) => {
            editor.commit(Edit::RemoveConnectors { ids: vec![*id] });
        }
        Selection::Stage(id) => map_state.deleting.set(Some(Band::Stage(*id))),
        Selection::Lane(id) => map_state.deleting.set(Some(Band::Lane(*id))),
    }
}
