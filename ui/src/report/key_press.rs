//! The keys of the station.

use leptos::prelude::*;

use super::sheet::SHEET;
use super::state::{ReportState, Zoom};
use crate::field::focus_later;
use crate::keys::{self, Command, OnReport, Place, Way};

/// Carries out the commands that come from elsewhere: the palette, a button.
pub(super) fn answer_commands(report: ReportState) {
    Effect::new(move |_| {
        if let Some(Command::Report(command)) = report.wanted.get() {
            report.wanted.set(None);
            run(command, report);
            focus_later(SHEET);
        }
    });
}

/// A key that is pressed while the keyboard is on the page or among its sections.
pub(super) fn on_station(event: &web_sys::KeyboardEvent, report: ReportState) {
    if is_in_field(event) {
        return;
    }
    if let Some(Command::Report(command)) = keys::command_on(Place::Report, event) {
        event.prevent_default();
        run(command, report);
    }
}

/// Whether the key means something where it is pressed.
fn is_in_field(event: &web_sys::KeyboardEvent) -> bool {
    let target = event_target::<web_sys::Element>(event);
    matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
}

pub(super) fn run(command: OnReport, report: ReportState) {
    let now = report.page.get_untracked();
    match command {
        OnReport::Turn(Way::Up | Way::Left) => report.turn_to(now.saturating_sub(1)),
        OnReport::Turn(Way::Down | Way::Right) => report.turn_to(now + 1),
        OnReport::First => report.turn_to(0),
        OnReport::Last => report.turn_to(usize::MAX),
        OnReport::Nearer => report.zoom.update(|it| *it = it.nearer()),
        OnReport::Farther => report.zoom.update(|it| *it = it.farther()),
        OnReport::Fit => report.zoom.set(Zoom::Fit),
    }
}
