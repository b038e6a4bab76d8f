//! What can be done with the report.

use super::{Place, Section, looks};
use crate::keys::press::{any_shift, plain};
use crate::keys::{Command as C, Need as N, OnReport as P, Way};

#[rustfmt::skip]
pub(super) const SECTIONS: &[Section] = &[
    Section { words: "Report", place: Place::Report, entries: &[
        looks(C::Report(P::Turn(Way::Up)), "Page before", "arrow-up", N::Nothing, &[plain("PageUp"), plain("ArrowLeft")], "previous page, turn back, page up"),
        looks(C::Report(P::Turn(Way::Down)), "Next page", "arrow-down", N::Nothing, &[plain("PageDown"), plain("ArrowRight")], "turn the page, page down, following page"),
        looks(C::Report(P::First), "First page", "arrow-up", N::Nothing, &[plain("Home")], "cover, beginning of the report"),
        looks(C::Report(P::Last), "Last page", "arrow-down", N::Nothing, &[plain("End")], "end of the report"),
        looks(C::Report(P::Nearer), "Larger page", "plus", N::Nothing, &[any_shift(plain("+")), plain("=")], "zoom in, enlarge the page"),
        looks(C::Report(P::Farther), "Smaller page", "minus", N::Nothing, &[plain("-")], "zoom out, shrink the page"),
        looks(C::Report(P::Fit), "Whole page", "maximize", N::Nothing, &[plain("0")], "fit the page, zoom to fit"),
    ] },
];
