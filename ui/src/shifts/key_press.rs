//! What keys do on the Shifts station, and commands that were chosen elsewhere.

use leptos::prelude::*;
use opmap_model::Shift;

use super::state::ShiftsState;
use crate::frame::is_typing;
use crate::keys::{self, Command, OnShifts, Place};

/// A key on the station. Those of a field or a button are left to it.
pub(super) fn on_station(event: &web_sys::KeyboardEvent, shifts: ShiftsState) {
    if is_typing(event) {
        return;
    }
    if let Some(Command::Shifts(command)) = keys::command_on(Place::Shifts, event) {
        run(command, shifts);
        event.prevent_default();
        event.stop_propagation();
    }
}

/// Carries out commands that were chosen elsewhere: in the palette, on a button.
pub(super) fn answer_commands(shifts: ShiftsState) {
    Effect::new(move |_| {
        let Some(command) = shifts.wanted.get() else { return };
        shifts.wanted.set(None);
        match command {
            Command::Shifts(command) => {
                shifts.focus_wanted.notify();
                run(command, shifts);
            }
            Command::Health(command) => super::health::run(command, shifts),
            _ => {}
        }
    });
}

fn run(command: OnShifts, shifts: ShiftsState) {
    match command {
        OnShifts::Look(at) => shifts.looked.set(at),
        OnShifts::FromForm => shifts.form.ask(),
        OnShifts::Next => shifts.step(1),
        OnShifts::Previous => shifts.step(-1),
        OnShifts::First => shifts.shift.set(Shift::Roles),
        OnShifts::Last => shifts.shift.set(Shift::Culture),
    }
}
