//! What keys do on the tables, and commands that were chosen elsewhere.

use leptos::prelude::*;
use opmap_model::{DecisionField, DecisionId};

use super::aside::Beside;
use super::changes;
use super::framework::{Framework, holders};
use super::sheet::Column;
use super::state::DecisionsState;
use crate::keys::{self, Command, OnDecisions, Place, presses_a_button};

/// A key on the tables.
pub(super) fn on_tables(event: &web_sys::KeyboardEvent, decisions: DecisionsState) {
    if let Some(Command::Decisions(command)) = keys::command_on(Place::Decisions, event) {
        run(command, decisions);
        event.prevent_default();
        event.stop_propagation();
    }
}

/// A key where there is no table; what presses a button does that.
pub(super) fn on_empty(event: &web_sys::KeyboardEvent, decisions: DecisionsState) {
    if !presses_a_button(event) {
        on_tables(event, decisions);
    }
}

/// Carries out commands that were chosen elsewhere: in the palette, on a button.
pub(super) fn answer_commands(decisions: DecisionsState) {
    Effect::new(move |_| {
        let Some(command) = decisions.wanted.get() else { return };
        decisions.wanted.set(None);
        match command {
            Command::Decisions(command) => {
                decisions.focus_wanted.notify();
                run(command, decisions);
            }
            Command::Recovery(command) => {
                super::aside::enter(Beside::Recovery, decisions);
                super::recovery::run(command, decisions);
            }
            _ => {}
        }
    });
}

fn run(command: OnDecisions, decisions: DecisionsState) {
    let place = decisions.place.get_untracked();
    match command {
        OnDecisions::Add => add(decisions),
        OnDecisions::Details => super::details::enter(),
        OnDecisions::Recovery => super::aside::enter(Beside::Recovery, decisions),
        OnDecisions::WhatIf => super::aside::enter(Beside::WhatIf, decisions),
        OnDecisions::MaterialOnly => decisions.filter.update(|it| it.material_only = !it.material_only),
        way if way.leads() => {
            let to = decisions.sheet.with_untracked(|it| it.led(place, way));
            decisions.go(to);
        }
        _ => {
            let Some(id) = place.decision else {
                return decisions.spoken.set("There is no decision yet. N adds one.".to_owned());
            };
            on_decision(command, id, place.column, decisions);
        }
    }
}

fn on_decision(command: OnDecisions, id: DecisionId, column: Column, decisions: DecisionsState) {
    let editor = decisions.editor;
    match command {
        OnDecisions::Edit if column == Column::Findings => super::details::enter_findings(decisions),
        OnDecisions::Edit => decisions.edit(super::place::Place { decision: Some(id), column }),
        OnDecisions::Clear => {
            if let Some(edit) = editor.peek(|document| changes::cleared(document, id, column)) {
                clear(edit, id, column, decisions);
            }
        }
        OnDecisions::Move(way) => {
            let sheet = decisions.sheet.get_untracked();
            match editor.peek(|document| changes::moved(document, &sheet, id, way)) {
                Some(edit) => drop(editor.commit(edit)),
                None => decisions.spoken.set("There is no place further on in this table.".to_owned()),
            }
        }
        OnDecisions::Material => {
            let is = editor.peek(|it| it.get(id).is_some_and(|it| it.material));
            editor.commit(changes::set(id, DecisionField::Material(!is)));
        }
        OnDecisions::Use(framework) => use_framework(id, framework, decisions),
        _ => {}
    }
}

/// A decision that goes leaves the keyboard at the one behind it.
fn clear(edit: opmap_model::Edit, id: DecisionId, column: Column, decisions: DecisionsState) {
    let next = decisions.sheet.with_untracked(|it| {
        let ids: Vec<DecisionId> = it.rows().map(|(_, row)| row.id).collect();
        let at = ids.iter().position(|it| *it == id)?;
        ids.get(at + 1).or_else(|| ids.get(at.checked_sub(1)?)).copied()
    });
    if decisions.editor.commit(edit) && column == Column::Title {
        decisions.go(super::place::Place { decision: next, column });
        decisions.spoken.set("The decision is gone. Undo brings it back.".to_owned());
    }
}

fn add(decisions: DecisionsState) {
    match decisions.editor.read_only.get_untracked() {
        Some(reason) => decisions.editor.message.set(Some(reason)),
        None => decisions.naming.set(true),
    }
}

/// Says the rights in another framework: at once where there are none, else after a look at what becomes of them.
pub(super) fn use_framework(id: DecisionId, framework: Framework, decisions: DecisionsState) {
    let rights = decisions.editor.peek(|it| it.get(id).map(|it| it.rights.clone()));
    let Some(rights) = rights.filter(|it| Framework::of(it) != framework) else { return };
    if holders(&rights).is_empty() {
        super::asking::carry_out(id, framework, decisions);
    } else if let Some(reason) = decisions.editor.read_only.get_untracked() {
        decisions.editor.message.set(Some(reason));
    } else {
        decisions.asking.set(Some((id, framework)));
    }
}
