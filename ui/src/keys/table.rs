//! The table itself.
//!
//! Of several keys for one command the first is the one that is shown. A row's last column holds what people call
//! the command besides its own words, in phrases parted by commas.

mod actions;
mod charter;
mod decisions;
mod map;
mod matrix;
mod present;
mod report;
mod roadmap;
mod shifts;
mod start;
mod window;

use super::press::Key;
use super::{Command, Need};

/// One command.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    pub(crate) command: Command,
    /// What it does, in words.
    pub(crate) words: &'static str,
    /// The name of its icon.
    pub(crate) icon: &'static str,
    /// What must be there before it can do anything.
    pub(crate) need: Need,
    /// Whether it changes the workshop, which a file that is only viewed does not allow.
    pub(crate) changes: bool,
    pub(crate) keys: &'static [Key],
    /// What else people call it, in phrases parted by commas.
    pub(crate) also: &'static str,
}

/// Commands of one sort.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Section {
    /// What they have in common.
    pub(crate) words: &'static str,
    pub(crate) place: Place,
    pub(crate) entries: &'static [Entry],
}

/// Where keys do what they say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// On the start screen.
    Start,
    /// In an open workshop, whatever is shown of it.
    Workshop,
    /// On the Map station, wherever the keyboard is.
    Station,
    /// While the keyboard is on the map.
    Map,
    /// While the keyboard is on the small overview of the map.
    Minimap,
    /// While something is looked for on the map.
    Find,
    /// While the keyboard is on the outline of the map.
    Outline,
    /// While the keyboard is on a map of two states that are compared.
    Compared,
    /// While the keyboard is on a row of a register of the charter.
    Register,
    /// While the keyboard is on the matrix of letters.
    Matrix,
    /// While the keyboard is on the tables of decisions.
    Decisions,
    /// While the keyboard is on the recovery matrix.
    Recovery,
    /// While the keyboard is on the seven shifts.
    Shifts,
    /// While something is presented.
    Present,
    /// While a map is presented.
    RoomMap,
    /// While the keyboard is on the questions of the health check.
    Health,
    /// While the keyboard is on a register of the Actions station.
    Actions,
    /// While the keyboard is on what leads from evidence to recommendations.
    Trace,
    /// While the keyboard is on the board of impact and effort.
    Board,
    /// While the result of all shifts is looked at.
    ShiftResult,
    /// While the keyboard is on the roadmap.
    Roadmap,
    /// While the keyboard is on the report.
    Report,
}

impl Place {
    /// Where that is, in words.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Start => "Start screen",
            Self::Workshop => "Everywhere",
            Self::Station | Self::Map => "Map",
            Self::Minimap => "Small overview",
            Self::Find => "Find on the map",
            Self::Outline => "Outline of the map",
            Self::Compared => "Comparison",
            Self::Register => "Charter",
            Self::Matrix => "RACI",
            Self::Decisions => "Decisions",
            Self::Recovery => "Service recovery",
            Self::Shifts => "Shifts",
            Self::Present => "Present mode",
            Self::RoomMap => "Map in present mode",
            Self::Health => "Health check",
            Self::Actions => "Actions",
            Self::Trace => "What leads to what",
            Self::Board => "Impact and effort",
            Self::ShiftResult => "Result of the shifts",
            Self::Roadmap => "Roadmap",
            Self::Report => "Report",
        }
    }

    /// Whether the same key may mean something else there.
    pub(crate) fn has_own_keys(self) -> bool {
        use Place as P;
        let ordinary = matches!(self, P::Start | P::Workshop | P::Station | P::Map);
        !ordinary
    }
}

/// A command that only looks.
const fn looks(
    command: Command,
    words: &'static str,
    icon: &'static str,
    need: Need,
    keys: &'static [Key],
    also: &'static str,
) -> Entry {
    Entry { command, words, icon, need, changes: false, keys, also }
}

/// A command that changes the workshop.
const fn changes(
    command: Command,
    words: &'static str,
    icon: &'static str,
    need: Need,
    keys: &'static [Key],
    also: &'static str,
) -> Entry {
    Entry { changes: true, ..looks(command, words, icon, need, keys, also) }
}

/// Every command there is, by what it is for.
pub(crate) fn sections() -> impl Iterator<Item = &'static Section> {
    let parts = [
        window::SECTIONS,
        charter::SECTIONS,
        map::SECTIONS,
        matrix::SECTIONS,
        decisions::SECTIONS,
        shifts::SECTIONS,
        present::SECTIONS,
        actions::SECTIONS,
        roadmap::SECTIONS,
        start::SECTIONS,
        report::SECTIONS,
    ];
    parts.into_iter().flatten()
}
