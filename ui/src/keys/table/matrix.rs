//! What can be done on the matrix of letters.

use opmap_model::Letter;

use super::{Place, Section, changes, looks};
use crate::keys::press::{alt, ctrl, plain, shift};
use crate::keys::{Command as C, Need as N, OnMatrix as M, Way};

#[rustfmt::skip]
pub(super) const SECTIONS: &[Section] = &[
    Section { words: "Letters", place: Place::Matrix, entries: &[
        changes(C::Matrix(M::Letter(Letter::Accountable)), "Make the role accountable", "plus", N::Matrix, &[plain("a")], "letter a, answers for it, owner of the step"),
        changes(C::Matrix(M::Letter(Letter::Responsible)), "Make the role responsible", "plus", N::Matrix, &[plain("r")], "letter r, does it, does the work"),
        changes(C::Matrix(M::Letter(Letter::Consulted)), "Let the role be consulted", "plus", N::Matrix, &[plain("c")], "letter c, asked before"),
        changes(C::Matrix(M::Letter(Letter::Informed)), "Let the role be informed", "plus", N::Matrix, &[plain("i")], "letter i, told after"),
        changes(C::Matrix(M::Nothing), "Say none here, whatever the lane says", "minus", N::Matrix, &[plain("x"), plain("-")], "no letter, override the lane, keep the lane out"),
        changes(C::Matrix(M::Clear), "Clear the letters", "trash-2", N::Matrix, &[plain("Delete"), plain("Backspace")], "empty the cell, erase letters, back to the lane"),
    ] },
    Section { words: "Cells", place: Place::Matrix, entries: &[
        looks(C::Matrix(M::Go(Way::Left)), "Cell on the left", "arrow-left", N::Matrix, &[plain("ArrowLeft")], "role before"),
        looks(C::Matrix(M::Go(Way::Right)), "Cell on the right", "arrow-right", N::Matrix, &[plain("ArrowRight")], "role after"),
        looks(C::Matrix(M::Go(Way::Up)), "Cell above", "arrow-up", N::Matrix, &[plain("ArrowUp"), shift(plain("Enter"))], "row above"),
        looks(C::Matrix(M::Go(Way::Down)), "Cell below", "arrow-down", N::Matrix, &[plain("ArrowDown")], "row below"),
        looks(C::Matrix(M::Enter), "Next row, or details at a head", "arrow-down", N::Matrix, &[plain("Enter")], "go on to the row below"),
        looks(C::Matrix(M::RowStart), "First cell of the row", "arrow-left", N::Matrix, &[plain("Home")], "begin of the row, row head"),
        looks(C::Matrix(M::RowEnd), "Last cell of the row", "arrow-right", N::Matrix, &[plain("End")], "end of the row"),
        looks(C::Matrix(M::Start), "First cell of all", "arrow-up", N::Matrix, &[ctrl("Home")], "top left, begin of the matrix"),
        looks(C::Matrix(M::End), "Last cell of all", "arrow-down", N::Matrix, &[ctrl("End")], "bottom right, end of the matrix"),
        looks(C::Matrix(M::PageUp), "A screen up", "arrow-up", N::Matrix, &[plain("PageUp")], "page up"),
        looks(C::Matrix(M::PageDown), "A screen down", "arrow-down", N::Matrix, &[plain("PageDown")], "page down"),
        looks(C::Matrix(M::Extend(Way::Left)), "Take in the cells on the left", "arrow-left", N::Matrix, &[shift(plain("ArrowLeft"))], "extend the range left"),
        looks(C::Matrix(M::Extend(Way::Right)), "Take in the cells on the right", "arrow-right", N::Matrix, &[shift(plain("ArrowRight"))], "extend the range right"),
        looks(C::Matrix(M::Extend(Way::Up)), "Take in the cells above", "arrow-up", N::Matrix, &[shift(plain("ArrowUp"))], "extend the range up"),
        looks(C::Matrix(M::Extend(Way::Down)), "Take in the cells below", "arrow-down", N::Matrix, &[shift(plain("ArrowDown"))], "extend the range down"),
        looks(C::Matrix(M::All), "Take in all cells", "list-checks", N::Matrix, &[ctrl("a")], "whole matrix, every cell"),
        looks(C::Matrix(M::Escape), "Back to one cell", "x", N::Matrix, &[plain("Escape")], "drop the range"),
        looks(C::Matrix(M::Copy), "Copy letters", "copy", N::Matrix, &[ctrl("c")], "copy cells, copy as a table"),
        changes(C::Matrix(M::Cut), "Cut letters", "scissors", N::Matrix, &[ctrl("x")], "cut cells"),
        changes(C::Matrix(M::Paste), "Paste letters", "table", N::Matrix, &[ctrl("v")], "paste cells, paste a matrix from a spreadsheet"),
    ] },
    Section { words: "Roles and activities", place: Place::Matrix, entries: &[
        changes(C::Matrix(M::AddRole), "Add a role", "plus", N::Nothing, &[shift(plain("n"))], "new role, make a role, create role"),
        changes(C::Matrix(M::AddActivity), "Add an activity outside the journeys", "plus", N::Nothing, &[plain("n")], "new activity, incident, review, change"),
        looks(C::Matrix(M::Details), "Details of the role or activity", "list", N::Matrix, &[alt("Enter")], "role panel, activity panel, role card, properties, what a role holds, merge roles"),
        changes(C::Matrix(M::Rename), "Rename the role or activity", "pencil", N::Matrix, &[plain("F2")], "change the name of the role"),
        changes(C::Matrix(M::Move(Way::Left)), "Put the role further left", "arrow-left", N::Matrix, &[alt("ArrowLeft")], "reorder roles, role to the left"),
        changes(C::Matrix(M::Move(Way::Right)), "Put the role further right", "arrow-right", N::Matrix, &[alt("ArrowRight")], "reorder roles, role to the right"),
        changes(C::Matrix(M::Move(Way::Up)), "Put the activity further up", "arrow-up", N::Matrix, &[alt("ArrowUp")], "reorder activities"),
        changes(C::Matrix(M::Move(Way::Down)), "Put the activity further down", "arrow-down", N::Matrix, &[alt("ArrowDown")], "reorder activities"),
    ] },
];
