//! What can be done on the rows of the registers of the charter.

use super::{Place, Section, changes, looks};
use crate::keys::press::{alt, plain};
use crate::keys::{Command as C, Need as N, OnRegister as G, Way};

#[rustfmt::skip]
pub(super) const SECTIONS: &[Section] = &[
    Section { words: "Registers of the charter", place: Place::Register, entries: &[
        looks(C::Register(G::Go(Way::Up)), "Record above", "arrow-up", N::Keyboard, &[plain("ArrowUp")], "role above, channel above, row of the charter"),
        looks(C::Register(G::Go(Way::Down)), "Record below", "arrow-down", N::Keyboard, &[plain("ArrowDown")], "role below, channel below, row of the charter"),
        changes(C::Register(G::Move(Way::Up)), "Move the record up", "arrow-up", N::Keyboard, &[alt("ArrowUp")], "reorder the register, role further up"),
        changes(C::Register(G::Move(Way::Down)), "Move the record down", "arrow-down", N::Keyboard, &[alt("ArrowDown")], "reorder the register, role further down"),
        changes(C::Register(G::Rename), "Rename the record", "pencil", N::Keyboard, &[plain("F2")], "new name for a role, a channel, a system or a persona"),
        changes(C::Register(G::Delete), "Delete the record", "trash-2", N::Keyboard, &[plain("Delete"), plain("Backspace")], "erase the role, the channel, the system or the persona"),
    ] },
];
