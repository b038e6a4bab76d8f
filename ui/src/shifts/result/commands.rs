//! What the commands of the result do.

use leptos::prelude::*;
use opmap_drawing::ShiftPicture;
use opmap_exchange::clip;
use opmap_model::Keyword;

use super::super::state::ShiftsState;
use super::{earlier, table};
use crate::field::focus_now;
use crate::fonts::{SharedFonts, fonts};
use crate::frame::Writing;
use crate::keys::{OnResult, Way};
use crate::{clipboard, pixels};

/// What it takes to take a picture along; copies are handles to the same.
#[derive(Clone, Copy)]
pub(in crate::shifts) struct Taking {
    writing: Writing,
    fonts: SharedFonts,
}

impl Taking {
    /// For the station, around which both are provided.
    pub(in crate::shifts) fn new() -> Self {
        Self { writing: expect_context(), fonts: fonts() }
    }
}

pub(in crate::shifts) fn run(command: OnResult, shifts: ShiftsState, taking: Taking) {
    let shown = shifts.shown;
    match command {
        OnResult::Today => shown.lines.update(|it| it.today = !it.today),
        OnResult::Wanted => shown.lines.update(|it| it.wanted = !it.wanted),
        OnResult::LastTime => shown.lines.update(|it| it.earlier = !it.earlier),
        OnResult::ByGroup => shown.by_group.update(|it| *it = !*it),
        OnResult::Row(way) => walk(way, shifts),
        OnResult::Compare => earlier::choose(shifts),
        OnResult::Forget => earlier::forget(shifts),
        OnResult::Save(picture) => taking.writing.export_shift_picture(shifts.editor, picture),
        OnResult::Copy(picture) => copy(picture, shifts, taking.fonts),
    }
}

/// Gives the keyboard to the row above or below; to that of the shift that is looked at where no row has it.
fn walk(way: Way, shifts: ShiftsState) {
    let is_on_a_row = document().active_element().is_some_and(|it| it.matches(".shift-row").unwrap_or(false));
    if is_on_a_row {
        shifts.step(if way == Way::Up { -1 } else { 1 });
    }
    focus_now(&table::row_id(shifts.shift.get_untracked()));
}

/// Puts a picture on the clipboard, and beside it the same in words.
fn copy(picture: ShiftPicture, shifts: ShiftsState, fonts: SharedFonts) {
    let found = shifts.results.get_untracked();
    let scene = match fonts.with_value(|fonts| picture.scene(&found, fonts)) {
        Ok(scene) => scene,
        Err(nothing) => return shifts.editor.message.set(Some(nothing.to_string())),
    };
    let words = picture.description(&found);
    let html = pixels::address(&scene).map(|it| clip::picture_html(&it, &words)).unwrap_or_default();
    let done = StoredValue::new(false);
    let listener = window_event_listener(leptos::ev::copy, move |event| {
        if let Some(data) = event.clipboard_data() {
            let written = [("text/html", &html), ("text/plain", &words)];
            done.set_value(written.iter().any(|(kind, text)| data.set_data(kind, text).is_ok()));
            event.prevent_default();
        }
    });
    let is_asked = clipboard::ask("copy");
    listener.remove();
    if is_asked && done.get_value() {
        shifts.spoken.set(format!("{} copied.", picture.label()));
    } else {
        shifts.editor.message.set(Some(clipboard::REFUSED.to_owned()));
    }
}
