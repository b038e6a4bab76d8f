//! What can be done while something is presented.

use super::{Place, Section, changes, looks};
use crate::keys::press::plain;
use crate::keys::{Command as C, Need as N, OnPresent as P, OnRoomMap as R, Way};

#[rustfmt::skip]
pub(super) const SECTIONS: &[Section] = &[
    Section { words: "Present mode", place: Place::Present, entries: &[
        looks(C::Present(P::Blank), "Blank the screen, or show it again", "moon", N::Present, &[plain("b")], "black screen, pause presenting"),
        looks(C::Present(P::Leave), "Leave present mode", "x", N::Present, &[plain("Escape")], "end presenting, stop the presentation"),
    ] },
    Section { words: "Map in present mode", place: Place::RoomMap, entries: &[
        looks(C::RoomMap(R::Go(Way::Right)), "Next stage for the room", "arrow-right", N::Present, &[plain("ArrowRight"), plain("PageDown")], "next slide, go on in the presentation"),
        looks(C::RoomMap(R::Go(Way::Left)), "Stage before for the room", "arrow-left", N::Present, &[plain("ArrowLeft"), plain("PageUp")], "previous slide, back in the presentation"),
        looks(C::RoomMap(R::Go(Way::Down)), "Next step of the stage, by its lanes", "arrow-down", N::Present, &[plain("ArrowDown")], "down the lanes while presenting"),
        looks(C::RoomMap(R::Go(Way::Up)), "Step before, by its lanes", "arrow-up", N::Present, &[plain("ArrowUp")], "up the lanes while presenting"),
        looks(C::RoomMap(R::First), "First stage for the room", "arrow-left", N::Present, &[plain("Home")], "first slide"),
        looks(C::RoomMap(R::Last), "Last stage for the room", "arrow-right", N::Present, &[plain("End")], "last slide"),
        looks(C::RoomMap(R::Card), "Show all about the step, or the map again", "maximize", N::Present, &[plain("Enter")], "details of the step in large letters"),
        changes(C::RoomMap(R::Note), "Note something on the step", "pencil", N::Present, &[plain("n")], "take a note while presenting, observation"),
    ] },
];
