//! The table itself.
//!
//! Of several keys for one command the first is the one that is shown. A row's last column holds what people call
//! the command besides its own words, in phrases parted by commas.

use opmap_analysis::Overlay;
use opmap_model::State;

use super::press::{Key, alt, any_shift, ctrl, plain, shift};
use super::{Command, Need, Way};
use crate::frame::Station;
use crate::theme::Theme;

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
}

impl Place {
    /// Where that is, in words.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Start => "Start screen",
            Self::Workshop => "Everywhere",
            Self::Station | Self::Map => "Map",
        }
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

use Command as C;
use Need as N;

/// Every command there is.
#[rustfmt::skip]
pub(crate) const SECTIONS: &[Section] = &[
    Section { words: "Workshop", place: Place::Workshop, entries: &[
        changes(C::Undo, "Undo", "undo-2", N::Undo, &[ctrl("z")], "take back, revert, step back, mistake"),
        changes(C::Redo, "Redo", "redo-2", N::Redo, &[shift(ctrl("z")), ctrl("y")], "do again, repeat, bring back"),
        looks(C::SaveTime, "Say when it was saved", "check", N::Nothing, &[ctrl("s")], "save, save now, is it saved, store"),
        looks(C::SaveCopy, "Save a copy", "copy", N::Nothing, &[], "save as, backup, duplicate the file, export file"),
        looks(C::ExportReport, "Export the report", "file-text", N::Nothing, &[], "pdf, print, write report, make pdf, document"),
        looks(C::Close, "Close the workshop", "house", N::Nothing, &[], "back to start, home, leave, exit, other workshop, start screen"),
    ] },
    Section { words: "Find and help", place: Place::Workshop, entries: &[
        looks(C::Palette, "Find or do anything", "command", N::Nothing, &[ctrl("k"), any_shift(ctrl("/"))], "commands, command palette, actions, search for a command"),
        looks(C::Shortcuts, "Show the keyboard shortcuts", "circle-help", N::Nothing, &[any_shift(plain("?"))], "help, keys, hotkeys, key bindings, shortcut list"),
        looks(C::Find, "Find on the map", "search", N::Map, &[ctrl("f")], "find, search, look for, find a step, find text, where is"),
        looks(C::NextRegion, "Go to the next part of the window", "arrow-right", N::Nothing, &[plain("F6")], "next region, next panel, leave the map, next area"),
        looks(C::PreviousRegion, "Go to the part of the window before", "arrow-left", N::Nothing, &[shift(plain("F6"))], "previous region, previous panel"),
        looks(C::Checks, "Show what the checks found", "list-checks", N::Nothing, &[], "errors, warnings, problems, issues, findings, integrity"),
    ] },
    Section { words: "Stations and states", place: Place::Workshop, entries: &[
        looks(C::GoTo(Station::Charter), "Go to the charter", "target", N::Nothing, &[], "title, client, purpose, scope, roles, participants"),
        looks(C::GoTo(Station::Map), "Go to the map", "waypoints", N::Nothing, &[], "journey map, grid, back to the map"),
        looks(C::Show(State::AsDesigned), "Show the journey as designed", "file-text", N::Map, &[], "designed state, on paper, as planned"),
        looks(C::Show(State::AsLived), "Show the journey as lived", "users", N::Map, &[], "as-is, as is, current state, today"),
        looks(C::Show(State::ToBe), "Show the journey to be", "milestone", N::Map, &[], "to-be, to be, future state, wanted, target state"),
        looks(C::Show(State::OptionB), "Show option B", "milestone", N::Map, &[], "second option, other option, alternative, variant"),
        looks(C::Show(State::OptionC), "Show option C", "milestone", N::Map, &[], "third option, other option, alternative, variant"),
        looks(C::Compare, "Compare two states", "git-compare", N::Map, &[], "difference, diff, what changed, before and after, gap"),
    ] },
    Section { words: "Appearance", place: Place::Workshop, entries: &[
        looks(C::Look(Theme::Light), "Light colours", "sun", N::Nothing, &[], "light mode, light theme, bright, projector"),
        looks(C::Look(Theme::Dark), "Dark colours", "moon", N::Nothing, &[], "dark mode, dark theme, night"),
        looks(C::Look(Theme::Contrast), "High contrast", "contrast", N::Nothing, &[], "contrast theme, black on white, accessibility"),
    ] },
    Section { words: "What stands out", place: Place::Station, entries: &[
        looks(C::Filter, "Filter the map…", "list-filter", N::Map, &[], "role lens, highlight, persona filter, segment, channel filter, dim, show only, who does what"),
        looks(C::ClearFilter, "Clear the filter", "x", N::Map, &[], "show everything, no filter, end the role lens"),
        looks(C::Findings, "Show or hide findings on the map", "list-checks", N::Map, &[alt("1")], "overlay, marks of the checks, error signs, warning signs, problems on the map"),
        looks(C::Overlay(Overlay::Bottlenecks), "Show or hide bottlenecks", "gauge", N::Map, &[alt("2")], "overlay, longest wait, first time right, where it waits, slow steps, most handoffs"),
        looks(C::Overlay(Overlay::Friction), "Show or hide friction", "target", N::Map, &[alt("3")], "overlay, heat map, heatmap, pain points, where it hurts"),
        looks(C::Overlay(Overlay::Handoffs), "Show or hide handoffs", "share-2", N::Map, &[alt("4")], "overlay, highlight handoffs, changes of hands, only handoffs"),
        looks(C::Overlay(Overlay::ChannelSwitches), "Show or hide changes of channel", "repeat", N::Map, &[alt("5")], "overlay, channel switches, channel changes, context carried, omnichannel"),
    ] },
    Section { words: "Compared states", place: Place::Station, entries: &[
        looks(C::NextDifference, "Go to the next difference", "git-compare", N::Map, &[plain("F8")], "next change, walk the differences, what changed, review changes"),
        looks(C::PreviousDifference, "Go to the difference before", "git-compare", N::Map, &[shift(plain("F8"))], "previous change, difference back"),
        looks(C::ShowInState, "Show it in its own state", "waypoints", N::Selection, &[], "leave the comparison here, go to the record, open in its state"),
    ] },
    Section { words: "Zoom", place: Place::Station, entries: &[
        looks(C::ZoomIn, "Zoom in", "plus", N::Map, &[any_shift(plain("+")), any_shift(ctrl("+")), plain("="), ctrl("=")], "bigger, larger, closer, magnify, enlarge"),
        looks(C::ZoomOut, "Zoom out", "minus", N::Map, &[plain("-"), ctrl("-")], "smaller, farther, shrink"),
        looks(C::ZoomActual, "Zoom to 100 %", "search", N::Map, &[ctrl("0")], "actual size, real size, normal zoom, reset zoom, 100 percent"),
        looks(C::ZoomFit, "Show the whole map", "maximize", N::Map, &[ctrl("1"), shift(plain("1"))], "fit, fit to screen, zoom to fit, see everything, overview, whole map, entire map"),
        looks(C::ZoomSelection, "Zoom to the selection", "target", N::Selection, &[shift(plain("2"))], "fit selection, show selection, focus on selected"),
        looks(C::UnfoldAll, "Unfold all stages and lanes", "maximize", N::Map, &[shift(plain("f"))], "expand all, open all, show hidden steps"),
    ] },
    Section { words: "Beside the map", place: Place::Station, entries: &[
        looks(C::Outline, "Outline of the map", "list", N::Map, &[plain("o")], "tree, list of steps, table of contents, read the map, text view, screen reader"),
        looks(C::Sentiments, "Sentiments below the map", "radar", N::Map, &[alt("6")], "emotion curve, sentiment strip, how the customer feels, mood, feelings"),
        looks(C::Minimap, "Small overview of the map", "table", N::Steps, &[plain("m")], "minimap, mini map, bird's eye, navigator"),
    ] },
    Section { words: "Go and select", place: Place::Map, entries: &[
        looks(C::Walk(Way::Left), "Go left", "arrow-left", N::Steps, &[plain("ArrowLeft")], "previous step, step on the left"),
        looks(C::Walk(Way::Right), "Go right", "arrow-right", N::Steps, &[plain("ArrowRight")], "next step, step on the right"),
        looks(C::Walk(Way::Up), "Go up", "arrow-up", N::Steps, &[plain("ArrowUp")], "step above"),
        looks(C::Walk(Way::Down), "Go down", "arrow-down", N::Steps, &[plain("ArrowDown")], "step below"),
        looks(C::Next, "Go to the next step", "arrow-right", N::Step, &[plain("Tab")], "next in reading order, forward"),
        looks(C::Previous, "Go to the previous step", "arrow-left", N::Step, &[shift(plain("Tab"))], "previous in reading order, back"),
        looks(C::SelectAll, "Select every step", "list-checks", N::Steps, &[ctrl("a")], "select all, mark everything, select the lane, select the stage"),
        looks(C::Fold, "Fold or unfold the stage or lane", "minus", N::Band, &[plain("f")], "collapse, expand, hide the steps, narrow, close, open"),
        looks(C::FollowOn, "Go to where the connector leads", "arrow-right", N::Connector, &[], "end of the line, target step, follow the arrow"),
        looks(C::FollowBack, "Go to where the connector comes from", "arrow-left", N::Connector, &[], "start of the line, source step"),
        looks(C::Menu, "Menu of what is selected", "list", N::Map, &[shift(plain("F10")), plain("ContextMenu")], "context menu, right click, what can i do with this"),
        looks(C::Escape, "Drop the selection", "x", N::Nothing, &[plain("Escape")], "deselect, cancel, select nothing, clear selection"),
    ] },
    Section { words: "Add", place: Place::Map, entries: &[
        changes(C::AddStep, "Add a step", "plus", N::Grid, &[plain("n")], "new step, make a step, create step, activity, task, box, touchpoint"),
        changes(C::AddStage, "Add a stage", "plus", N::Map, &[shift(plain("s"))], "new stage, make a stage, create stage, column, phase"),
        changes(C::AddLane, "Add a lane", "plus", N::Map, &[shift(plain("l"))], "new lane, make a lane, create lane, row, swimlane, department, team"),
        changes(C::Library, "Add from the library…", "library", N::Map, &[], "step library, lane library, ready-made, named process, standard step, help desk, call handling, order entry"),
        changes(C::Append, "Add a step behind, connected", "plus", N::Step, &[plain("a")], "append, step after, next step in this lane, new step behind"),
        changes(C::MakeRoom, "Make room in front", "milestone", N::Named, &[plain("s")], "insert a step, step in front, step between, insert before, insert a stage, insert a lane, space"),
        changes(C::Grow(Way::Right), "Add a connected step on the right", "arrow-right", N::Step, &[ctrl("ArrowRight")], "grow right, append, next step, continue the flow"),
        changes(C::Grow(Way::Left), "Add a connected step on the left", "arrow-left", N::Step, &[ctrl("ArrowLeft")], "grow left, step before"),
        changes(C::Grow(Way::Up), "Add a connected step above", "arrow-up", N::Step, &[ctrl("ArrowUp")], "grow up"),
        changes(C::Grow(Way::Down), "Add a connected step below", "arrow-down", N::Step, &[ctrl("ArrowDown")], "grow down"),
        changes(C::Connect, "Connect to another step", "share-2", N::Step, &[plain("c")], "connector, link, arrow, line, handoff, draw a connection, join"),
        changes(C::ConnectTo, "Connect to a step by name…", "share-2", N::Step, &[], "link to a step, connect to, choose a step"),
    ] },
    Section { words: "Change", place: Place::Map, entries: &[
        changes(C::Rename, "Rename", "pencil", N::Named, &[plain("Enter"), plain("F2")], "edit, change the name, title, label, edit text"),
        changes(C::Move(Way::Left), "Move left by one stage", "arrow-left", N::Named, &[alt("ArrowLeft")], "stage before, earlier, shift left, reorder stage"),
        changes(C::Move(Way::Right), "Move right by one stage", "arrow-right", N::Named, &[alt("ArrowRight")], "stage after, later, shift right, reorder stage"),
        changes(C::Move(Way::Up), "Move up by one lane", "arrow-up", N::Named, &[alt("ArrowUp")], "lane above, shift up, reorder lane"),
        changes(C::Move(Way::Down), "Move down by one lane", "arrow-down", N::Named, &[alt("ArrowDown")], "lane below, shift down, reorder lane"),
        changes(C::MoveToLane, "Move to lane…", "list", N::Step, &[], "another lane, other lane, change lane, give to, who does it, hand over"),
        changes(C::MoveToStage, "Move to stage…", "milestone", N::Step, &[], "another stage, other stage, change stage, other column"),
        changes(C::Delete, "Delete", "trash-2", N::Selection, &[plain("Delete"), plain("Backspace")], "delete a step, remove, remove a step, erase, throw away, get rid of"),
    ] },
    Section { words: "Copy and paste", place: Place::Map, entries: &[
        looks(C::Copy, "Copy", "copy", N::Named, &[ctrl("c")], "clipboard, copy steps, copy a stage, copy a lane"),
        changes(C::Cut, "Cut", "scissors", N::Named, &[ctrl("x")], "clipboard, cut out"),
        changes(C::Paste, "Paste", "table", N::Map, &[ctrl("v")], "clipboard, insert, paste rows, paste from a spreadsheet, paste from excel, import rows, import a table"),
        changes(C::Duplicate, "Duplicate", "copy", N::Named, &[ctrl("d")], "double, clone, copy in place"),
        looks(C::CopyJourney, "Copy the journey", "copy", N::Map, &[], "copy the whole map, copy everything, transfer to another workshop, copy to another file"),
    ] },
    Section { words: "Start screen", place: Place::Start, entries: &[
        looks(C::New, "New workshop", "file-plus", N::Start, &[ctrl("n")], "create workshop, blank, start a workshop, new file"),
        looks(C::Open, "Open a file", "folder-open", N::Start, &[ctrl("o")], "open workshop, load, browse"),
    ] },
];
