//! What can be done on the start screen.

use super::{Place, Section, looks};
use crate::keys::press::ctrl;
use crate::keys::{Command as C, Need as N};

#[rustfmt::skip]
pub(super) const SECTIONS: &[Section] = &[
    Section { words: "Start screen", place: Place::Start, entries: &[
        looks(C::New, "New workshop", "file-plus", N::Start, &[ctrl("n")], "create workshop, blank, start a workshop, new file"),
        looks(C::Open, "Open a file", "folder-open", N::Start, &[ctrl("o")], "open workshop, load, browse"),
    ] },
];
