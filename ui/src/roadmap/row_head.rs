//! What can be done with a workstream at the head of its row.

use leptos::prelude::*;
use opmap_drawing::GanttGroup;
use opmap_model::{Edit, WorkstreamId};

use super::state::{Naming, RoadmapState, row_head_id};
use crate::actions::place_beside;
use crate::field::focus_later;
use crate::keys::{self, Command, OnRoadmap, Place, Way};

/// A key on the head of a row.
pub(super) fn on_key(event: &web_sys::KeyboardEvent, id: WorkstreamId, roadmap: RoadmapState) {
    use OnRoadmap as W;
    let is_of_head =
        |it: &OnRoadmap| matches!(it, W::Rename | W::Add | W::Delete | W::Move(Way::Up | Way::Down));
    let command = match keys::command_on(Place::Roadmap, event) {
        Some(Command::Roadmap(command)) => Some(command).filter(is_of_head),
        _ => None,
    };
    if let Some(command) = command {
        event.prevent_default();
        event.stop_propagation();
        carry_out(command, id, roadmap);
    }
}

pub(super) fn carry_out(command: OnRoadmap, id: WorkstreamId, roadmap: RoadmapState) {
    match command {
        OnRoadmap::Rename => roadmap.name(Naming::Workstream(id)),
        OnRoadmap::Add => roadmap.name(Naming::Item(GanttGroup::Workstream(Some(id)))),
        OnRoadmap::Move(way) => reorder(id, way, roadmap),
        OnRoadmap::Delete => delete(id, roadmap),
        _ => {}
    }
}

fn reorder(id: WorkstreamId, way: Way, roadmap: RoadmapState) {
    let before = roadmap.editor.peek(|document| {
        let ids: Vec<WorkstreamId> = document.workstreams_in_order().into_iter().map(|it| it.0).collect();
        place_beside(&ids, id, way)
    });
    let Some(before) = before else {
        return roadmap.spoken.set("There is no row further on.".to_owned());
    };
    if roadmap.editor.commit(Edit::MoveWorkstream { id, before }) {
        roadmap.spoken.set(if way == Way::Down { "Moved down." } else { "Moved up." }.to_owned());
        focus_later(&row_head_id(GanttGroup::Workstream(Some(id))));
    }
}

/// What it held stays, without a workstream.
fn delete(id: WorkstreamId, roadmap: RoadmapState) {
    let held = roadmap
        .editor
        .peek(|document| document.recommendations().values().filter(|it| it.workstream == Some(id)).count());
    if roadmap.editor.commit(Edit::RemoveWorkstream { id }) {
        let stays = match held {
            0 => String::new(),
            1 => " What it held stays, without a workstream.".to_owned(),
            held => format!(" The {held} recommendations that it held stay, without a workstream."),
        };
        roadmap.spoken.set(format!("The workstream is gone.{stays}"));
        roadmap.focus_wanted.notify();
    }
}
