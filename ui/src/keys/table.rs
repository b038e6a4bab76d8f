//! The table itself.
//!
//! Of several keys for one command the first is the one that is shown. A row's last column holds what people call
//! the command besides its own words, in phrases parted by commas.

use opmap_analysis::Overlay;
use opmap_drawing::ShiftPicture;
use opmap_model::{ConnectorKind, Letter, Ranking, Rating, State};

use super::press::{Key, alt, any_shift, ctrl, digit, plain, shift};
use super::{
    Command, Need, OnActions, OnBoard, OnDecisions, OnFound, OnHealth, OnMatrix, OnPresent, OnRecovery,
    OnReport, OnResult, OnRoadmap, OnShifts, OnSmallMap, Way,
};
use crate::actions::{Look, Segment};
use crate::decisions::Framework;
use crate::frame::Station;
use crate::map::End;
use crate::roadmap::RoadmapView;
use crate::shifts::{LookedAt, Method, Way as Asking};
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
    /// While the keyboard is on the small overview of the map.
    Minimap,
    /// While something is looked for on the map.
    Find,
    /// While the keyboard is on a map of two states that are compared.
    Compared,
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
    /// While the keyboard is on the questions of the health check.
    Health,
    /// While the keyboard is on a register of the Actions station.
    Actions,
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
            Self::Compared => "Comparison",
            Self::Matrix => "RACI",
            Self::Decisions => "Decisions",
            Self::Recovery => "Service recovery",
            Self::Shifts => "Shifts",
            Self::Present => "Present mode",
            Self::Health => "Health check",
            Self::Actions => "Actions",
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

use Command as C;
use Need as N;
use OnActions as A;
use OnBoard as B;
use OnDecisions as D;
use OnFound as F;
use OnHealth as H;
use OnMatrix as M;
use OnRecovery as R;
use OnReport as P;
use OnResult as O;
use OnRoadmap as W;
use OnShifts as S;
use OnSmallMap as U;

/// Every command there is.
#[rustfmt::skip]
pub(crate) const SECTIONS: &[Section] = &[
    Section { words: "Workshop", place: Place::Workshop, entries: &[
        changes(C::Undo, "Undo", "undo-2", N::Undo, &[ctrl("z")], "take back, revert, step back, mistake"),
        changes(C::Redo, "Redo", "redo-2", N::Redo, &[shift(ctrl("z")), ctrl("y")], "do again, repeat, bring back"),
        looks(C::SaveTime, "Say when it was saved", "check", N::Nothing, &[ctrl("s")], "save, save now, is it saved, store"),
        looks(C::SaveCopy, "Save a copy", "copy", N::Nothing, &[], "save as, backup, duplicate the file, export file"),
        looks(C::CarryForward, "Carry forward into a new workshop…", "file-clock", N::Nothing, &[], "next workshop, follow-up, follow up, new version, series, programme, continue in a new file"),
        looks(C::ShowInReport, "Show it in the report", "file-text", N::Nothing, &[], "on which page, page of the report, preview of this, where is it printed"),
        looks(C::ExportReport, "Export the report", "file-text", N::Nothing, &[], "pdf, print, write report, make pdf, document"),
        changes(C::AddParticipants, "Add several participants…", "users", N::Nothing, &[], "people in the room, names, who is here, paste names, attendees, participant list"),
        looks(C::Close, "Close the workshop", "house", N::Nothing, &[], "back to start, home, leave, exit, other workshop, start screen"),
    ] },
    Section { words: "Find and help", place: Place::Workshop, entries: &[
        looks(C::Palette, "Find or do anything", "command", N::Nothing, &[ctrl("k"), any_shift(ctrl("/"))], "commands, command palette, actions, search for a command"),
        looks(C::Shortcuts, "Show the keyboard shortcuts", "circle-help", N::Nothing, &[any_shift(plain("?"))], "help, keys, hotkeys, key bindings, shortcut list"),
        looks(C::Find, "Find on the map", "search", N::Map, &[ctrl("f")], "find, search, look for, find a step, find text, where is"),
        looks(C::NextRegion, "Go to the next part of the window", "arrow-right", N::Nothing, &[plain("F6")], "next region, next panel, leave the map, next area"),
        looks(C::PreviousRegion, "Go to the part of the window before", "arrow-left", N::Nothing, &[shift(plain("F6"))], "previous region, previous panel"),
        looks(C::Integrity, "Show or hide the integrity panel", "list-checks", N::Nothing, &[plain("F9")], "errors, warnings, problems, issues, findings, checks, what the checks found"),
        looks(C::NextFinding, "Go to the next finding or difference", "list-checks", N::Nothing, &[plain("F8")], "next error, next warning, next check, next difference, next change, walk the findings, walk the differences, review changes"),
        looks(C::PreviousFinding, "Go to the finding or difference before", "list-checks", N::Nothing, &[shift(plain("F8"))], "previous error, previous check, previous difference, previous change, difference back"),
        changes(C::Fix(0), "Settle the finding in the first way", "check", N::Fix, &[plain("1")], "first fix, quick fix, solve it, resolve the error, apply the fix"),
        changes(C::Fix(1), "Settle the finding in the second way", "check", N::Fix, &[plain("2")], "second fix"),
        changes(C::Accept, "Accept the finding with a reason…", "check", N::Finding, &[], "leave it as it is, ignore, dismiss, mute, waive, live with it"),
        changes(C::Keep, "Keep what was found as a finding", "plus", N::Finding, &[], "keep the finding, add to the findings, take it up"),
        changes(C::Fix(2), "Settle the finding in the third way", "check", N::Fix, &[plain("3")], "third fix"),
    ] },
    Section { words: "Stations and states", place: Place::Workshop, entries: &[
        looks(C::TurnPresent, "Present, or end presenting", "presentation", N::Nothing, &[plain("F5")], "present mode, slideshow, full screen, projector, show to the room"),
        looks(C::GoTo(Station::Charter), "Go to the charter", "target", N::Nothing, &[], "title, client, purpose, scope, roles, participants"),
        looks(C::GoTo(Station::Map), "Go to the map", "waypoints", N::Nothing, &[], "journey map, grid, back to the map"),
        looks(C::GoTo(Station::Matrix), "Go to RACI", "grid-3x3", N::Nothing, &[], "matrix, raci matrix, letters, who is responsible, who is accountable, rasci"),
        looks(C::GoTo(Station::Decisions), "Go to the decisions", "scale", N::Nothing, &[], "decision rights, rapid, daci, who decides, limits, escalation, who may decide"),
        looks(C::GoTo(Station::Shifts), "Go to the shifts", "radar", N::Nothing, &[], "seven shifts, maturity, score, assessment, rate, vote, where are we today"),
        looks(C::GoTo(Station::Actions), "Go to the actions", "list-checks", N::Nothing, &[], "evidence, quotes, data, sources, what we know, actions station"),
        looks(C::GoTo(Station::Roadmap), "Go to the roadmap", "milestone", N::Nothing, &[], "gantt, waves, timeline, schedule, plan, when is it done, workstreams"),
        looks(C::GoTo(Station::Report), "Go to the report", "file-text", N::Nothing, &[], "preview, pages, pdf, print, paper, branding, logo, titles, executive summary, draft, anonymise"),
        looks(C::Show(State::AsDesigned), "Show the journey as designed", "file-text", N::Map, &[], "designed state, on paper, as planned"),
        looks(C::Show(State::AsLived), "Show the journey as lived", "users", N::Map, &[], "as-is, as is, current state, today"),
        looks(C::Show(State::ToBe), "Show the journey to be", "milestone", N::Map, &[], "to-be, to be, future state, wanted, target state"),
        looks(C::Show(State::OptionB), "Show option B", "milestone", N::Map, &[], "second option, other option, alternative, variant"),
        looks(C::Show(State::OptionC), "Show option C", "milestone", N::Map, &[], "third option, other option, alternative, variant"),
        looks(C::Compare, "Compare two states", "git-compare", N::Map, &[alt("8")], "difference, diff, what changed, before and after, gap"),
        looks(C::Options, "Show the options side by side", "table", N::Options, &[alt("9")], "compare the options, option a b c, alternatives, which option is better, measures of each option"),
        looks(C::Personas, "Show the personas side by side", "users", N::Map, &[], "compare the personas, segments side by side, where personas part, persona by persona"),
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
    Section { words: "Journeys", place: Place::Station, entries: &[
        changes(C::AddJourney, "Add a journey", "plus", N::Nothing, &[], "new journey, create journey, another journey, one more map"),
        changes(C::CopyState, "Start this state from a copy of another…", "copy", N::EmptyState, &[], "copy as-is to to be, copy the state, fill the empty map, begin from another state"),
        changes(C::AddOption, "Add an option of what is wanted", "plus", N::FreeOption, &[], "new option, another variant, alternative to be"),
        changes(C::MakeWanted, "Make the option the wanted one", "check", N::Option, &[], "choose the option, decide for option b, exchange options, becomes to be"),
        changes(C::ClearState, "Clear the state that is shown", "x", N::FullState, &[], "empty the map, begin again, delete everything on the map"),
        changes(C::DeleteJourney, "Delete the journey…", "trash-2", N::Map, &[], "remove the journey, drop the journey with its maps"),
    ] },
    Section { words: "Compared states", place: Place::Compared, entries: &[
        looks(C::SwapCompared, "Swap the two states", "repeat", N::Compared, &[], "the other way round, before and after swapped, reverse the comparison"),
        changes(C::Join, "It is the same as…", "link", N::InOneState, &[plain("l")], "link two steps, match, counterpart, same step in both states, join added and gone"),
        changes(C::Part, "It is not the same in both states", "scissors", N::InBothStates, &[shift(plain("l"))], "unlink, take the link away, no counterpart, part, different step"),
        looks(C::ShowInState, "Show it in its own state", "waypoints", N::ComparedElement, &[plain("Enter")], "leave the comparison here, go to the record, open in its state"),
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
        looks(C::Roles, "Letters and who decides on the map", "grid-3x3", N::Map, &[alt("7")], "raci on steps, accountable, responsible, deciders, decision rights, role codes"),
        looks(C::Sentiments, "Sentiments below the map", "radar", N::Map, &[alt("6")], "emotion curve, sentiment strip, how the customer feels, mood, feelings"),
        looks(C::Minimap, "Small overview of the map", "table", N::Steps, &[plain("m")], "minimap, mini map, bird's eye, navigator"),
    ] },
    Section { words: "Small overview", place: Place::Minimap, entries: &[
        looks(C::SmallMap(U::Pan(Way::Left)), "See more of the map on the left", "arrow-left", N::Keyboard, &[plain("ArrowLeft")], "pan left, move the view left, scroll left"),
        looks(C::SmallMap(U::Pan(Way::Right)), "See more of the map on the right", "arrow-right", N::Keyboard, &[plain("ArrowRight")], "pan right, move the view right, scroll right"),
        looks(C::SmallMap(U::Pan(Way::Up)), "See more of the map above", "arrow-up", N::Keyboard, &[plain("ArrowUp")], "pan up, move the view up, scroll up"),
        looks(C::SmallMap(U::Pan(Way::Down)), "See more of the map below", "arrow-down", N::Keyboard, &[plain("ArrowDown")], "pan down, move the view down, scroll down"),
        looks(C::SmallMap(U::Start), "See the start of the map", "arrow-left", N::Keyboard, &[plain("Home")], "top left corner of the map"),
        looks(C::SmallMap(U::End), "See the end of the map", "arrow-right", N::Keyboard, &[plain("End")], "bottom right corner of the map"),
        looks(C::SmallMap(U::Leave), "Go from the overview to the map", "x", N::Keyboard, &[plain("Escape")], "leave the small overview"),
    ] },
    Section { words: "What was found on the map", place: Place::Find, entries: &[
        looks(C::Found(F::Next), "Next place that was found", "arrow-down", N::Keyboard, &[plain("Enter"), plain("ArrowDown")], "find next, next hit"),
        looks(C::Found(F::Previous), "Place that was found before", "arrow-up", N::Keyboard, &[shift(plain("Enter")), plain("ArrowUp")], "find previous, hit before"),
        looks(C::Found(F::Close), "Close the search on the map", "x", N::Keyboard, &[plain("Escape")], "end the search"),
    ] },
    Section { words: "Go and select", place: Place::Map, entries: &[
        looks(C::Grab, "Move the map with a drag while held", "hand", N::Keyboard, &[plain(" ")], "pan, hand tool, drag the map, hold the space bar"),
        looks(C::Walk(Way::Left), "Go left", "arrow-left", N::Steps, &[plain("ArrowLeft")], "previous step, step on the left"),
        looks(C::Walk(Way::Right), "Go right", "arrow-right", N::Steps, &[plain("ArrowRight")], "next step, step on the right"),
        looks(C::Walk(Way::Up), "Go up", "arrow-up", N::Steps, &[plain("ArrowUp")], "step above"),
        looks(C::Walk(Way::Down), "Go down", "arrow-down", N::Steps, &[plain("ArrowDown")], "step below"),
        looks(C::Extend(Way::Left), "Select the step on the left, too", "arrow-left", N::Steps, &[shift(plain("ArrowLeft"))], "extend the selection left, several steps, multi-select"),
        looks(C::Extend(Way::Right), "Select the step on the right, too", "arrow-right", N::Steps, &[shift(plain("ArrowRight"))], "extend the selection right, several steps, multi-select"),
        looks(C::Extend(Way::Up), "Select the step above, too", "arrow-up", N::Steps, &[shift(plain("ArrowUp"))], "extend the selection up, several steps"),
        looks(C::Extend(Way::Down), "Select the step below, too", "arrow-down", N::Steps, &[shift(plain("ArrowDown"))], "extend the selection down, several steps"),
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
        changes(C::MakeRoom, "Make room in front", "milestone", N::Selection, &[plain("s")], "insert a step, step in front, step between, insert before, insert a stage, insert a lane, space, step on the connector"),
        changes(C::Grow(Way::Right), "Add a connected step on the right", "arrow-right", N::Step, &[ctrl("ArrowRight")], "grow right, append, next step, continue the flow"),
        changes(C::Grow(Way::Left), "Add a connected step on the left", "arrow-left", N::Step, &[ctrl("ArrowLeft")], "grow left, step before"),
        changes(C::Grow(Way::Up), "Add a connected step above", "arrow-up", N::Step, &[ctrl("ArrowUp")], "grow up"),
        changes(C::Grow(Way::Down), "Add a connected step below", "arrow-down", N::Step, &[ctrl("ArrowDown")], "grow down"),
        changes(C::Connect, "Connect to another step", "share-2", N::Step, &[plain("c")], "connector, link, arrow, line, handoff, draw a connection, join"),
        changes(C::PutOn, "Put on a connector…", "waypoints", N::Step, &[plain("p")], "insert between two steps, step onto a line, put it between, drop on a connector"),
        changes(C::ConnectTo, "Connect to a step by name…", "share-2", N::Step, &[], "link to a step, connect to, choose a step"),
    ] },
    Section { words: "Change", place: Place::Map, entries: &[
        changes(C::Rename, "Rename", "pencil", N::Named, &[plain("Enter"), plain("F2")], "edit, change the name, title, label, edit text"),
        changes(C::Move(Way::Left), "Move left by one stage", "arrow-left", N::Named, &[alt("ArrowLeft")], "stage before, earlier, shift left, reorder stage"),
        changes(C::Move(Way::Right), "Move right by one stage", "arrow-right", N::Named, &[alt("ArrowRight")], "stage after, later, shift right, reorder stage"),
        changes(C::Move(Way::Up), "Move up by one lane", "arrow-up", N::Named, &[alt("ArrowUp")], "lane above, shift up, reorder lane"),
        changes(C::Move(Way::Down), "Move down by one lane", "arrow-down", N::Named, &[alt("ArrowDown")], "lane below, shift down, reorder lane"),
        changes(C::Earlier, "Move earlier in its cell", "arrow-up", N::Step, &[shift(alt("ArrowUp"))], "order within the cell, step further up, before the other step, reorder steps, swap steps"),
        changes(C::Later, "Move later in its cell", "arrow-down", N::Step, &[shift(alt("ArrowDown"))], "order within the cell, step further down, behind the other step, reorder steps"),
        changes(C::Aim(End::To), "Lead the connector to another step…", "arrow-right", N::Connector, &[plain("e")], "change the end, other target, reconnect, redirect, aim the handoff elsewhere"),
        changes(C::Aim(End::From), "Let the connector come from another step…", "arrow-left", N::Connector, &[shift(plain("e"))], "change the start, other source, reconnect the start"),
        changes(C::Kind(ConnectorKind::Flow), "Make the connector a flow of work", "arrow-right", N::Connector, &[], "kind of connector, work goes on, ordinary connector"),
        changes(C::Kind(ConnectorKind::Rework), "Make the connector rework", "repeat", N::Connector, &[], "kind of connector, work goes back, loop, send back, dashed"),
        changes(C::Kind(ConnectorKind::System), "Make the connector a system link", "cpu", N::Connector, &[], "kind of connector, systems exchange data, interface"),
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
        looks(C::CopyPicture, "Copy the map as a picture", "copy", N::Map, &[shift(ctrl("c"))], "png, image of the map on the clipboard, for slides, screenshot, powerpoint"),
    ] },
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
    Section { words: "Decisions", place: Place::Decisions, entries: &[
        changes(C::Decisions(D::Add), "Add a decision", "plus", N::Nothing, &[plain("n")], "new decision, make a decision, create decision, decision right"),
        changes(C::Decisions(D::Edit), "Edit the cell", "pencil", N::Decision, &[plain("Enter"), plain("F2")], "rename the decision, who decides, set the right, set the limit, set the escalation, pin to a stage"),
        changes(C::Decisions(D::Clear), "Clear the cell; in the first one delete the decision", "trash-2", N::Decision, &[plain("Delete"), plain("Backspace")], "delete the decision, drop a decision, empty the cell"),
        changes(C::Decisions(D::Material), "Mark the decision as material, or not", "flag", N::Decision, &[plain("m")], "material, minor, important decision"),
        changes(C::Decisions(D::Use(Framework::Rapid)), "Use RAPID for the decision", "scale", N::Decision, &[], "rapid, framework, recommend agree perform input decide"),
        changes(C::Decisions(D::Use(Framework::Daci)), "Use DACI for the decision", "scale", N::Decision, &[], "daci, framework, driver approver contributor informed"),
        changes(C::Decisions(D::Use(Framework::Decider)), "Name the decider only", "scale", N::Decision, &[], "no framework, decider only, one role decides"),
        changes(C::Decisions(D::Move(Way::Up)), "Move the decision up", "arrow-up", N::Decision, &[alt("ArrowUp")], "reorder decisions, decision further up"),
        changes(C::Decisions(D::Move(Way::Down)), "Move the decision down", "arrow-down", N::Decision, &[alt("ArrowDown")], "reorder decisions, decision further down"),
        looks(C::Decisions(D::Details), "Go to the details of the decision", "list", N::Decision, &[plain("d")], "limit bands, note, region, words of its own, findings about the decision"),
        looks(C::Decisions(D::WhatIf), "What if the decision was delegated…", "share-2", N::Decision, &[plain("w")], "what if, delegate to a lane, fewer handoffs, push down, empower"),
        looks(C::Decisions(D::Recovery), "Go to the recovery matrix", "table", N::Nothing, &[plain("r")], "service recovery, customer value and severity, thresholds"),
        looks(C::Decisions(D::MaterialOnly), "Show material decisions only, or all", "list-filter", N::Nothing, &[shift(plain("m"))], "filter decisions, hide minor decisions"),
    ] },
    Section { words: "Cells of decisions", place: Place::Decisions, entries: &[
        looks(C::Decisions(D::Go(Way::Left)), "Cell to the left", "arrow-left", N::Decision, &[plain("ArrowLeft")], "right before"),
        looks(C::Decisions(D::Go(Way::Right)), "Cell to the right", "arrow-right", N::Decision, &[plain("ArrowRight")], "right after"),
        looks(C::Decisions(D::Go(Way::Up)), "Decision above", "arrow-up", N::Decision, &[plain("ArrowUp")], "row above"),
        looks(C::Decisions(D::Go(Way::Down)), "Decision below", "arrow-down", N::Decision, &[plain("ArrowDown")], "row below"),
        looks(C::Decisions(D::RowStart), "First cell of the decision", "arrow-left", N::Decision, &[plain("Home")], "begin of the row"),
        looks(C::Decisions(D::RowEnd), "Last cell of the decision", "arrow-right", N::Decision, &[plain("End")], "end of the row"),
        looks(C::Decisions(D::Start), "First decision", "arrow-up", N::Decision, &[ctrl("Home")], "top, begin of the tables"),
        looks(C::Decisions(D::End), "Last decision", "arrow-down", N::Decision, &[ctrl("End")], "bottom, end of the tables"),
        looks(C::Decisions(D::PageUp), "Several decisions up", "arrow-up", N::Decision, &[plain("PageUp")], "page up"),
        looks(C::Decisions(D::PageDown), "Several decisions down", "arrow-down", N::Decision, &[plain("PageDown")], "page down"),
    ] },
    Section { words: "Service recovery", place: Place::Recovery, entries: &[
        changes(C::Recovery(R::AddCustomerGroup), "Add customers to the recovery matrix", "plus", N::Nothing, &[plain("n")], "new row of recovery, customer group, customer value"),
        changes(C::Recovery(R::AddDisruption), "Add a severity to the recovery matrix", "plus", N::Nothing, &[shift(plain("n"))], "new column of recovery, how bad, disruption"),
        changes(C::Recovery(R::Edit), "Set what is done in the cell, or rename its head", "pencil", N::Nothing, &[plain("Enter"), plain("F2")], "recovery response, who may act, rename the customers"),
        changes(C::Recovery(R::Clear), "Clear the cell of recovery; in a head delete the row or column", "trash-2", N::Nothing, &[plain("Delete"), plain("Backspace")], "delete customers, delete a severity"),
        changes(C::Recovery(R::Move(Way::Up)), "Put the customers further up", "arrow-up", N::Nothing, &[alt("ArrowUp")], "reorder customers, lower value"),
        changes(C::Recovery(R::Move(Way::Down)), "Put the customers further down", "arrow-down", N::Nothing, &[alt("ArrowDown")], "reorder customers, higher value"),
        changes(C::Recovery(R::Move(Way::Left)), "Put the severity further left", "arrow-left", N::Nothing, &[alt("ArrowLeft")], "reorder severities, less bad"),
        changes(C::Recovery(R::Move(Way::Right)), "Put the severity further right", "arrow-right", N::Nothing, &[alt("ArrowRight")], "reorder severities, worse"),
        looks(C::Recovery(R::Go(Way::Left)), "Recovery for a lower severity", "arrow-left", N::Nothing, &[plain("ArrowLeft")], "cell of recovery on the left"),
        looks(C::Recovery(R::Go(Way::Right)), "Recovery for a higher severity", "arrow-right", N::Nothing, &[plain("ArrowRight")], "cell of recovery on the right"),
        looks(C::Recovery(R::Go(Way::Up)), "Recovery for a lower value", "arrow-up", N::Nothing, &[plain("ArrowUp")], "cell of recovery above"),
        looks(C::Recovery(R::Go(Way::Down)), "Recovery for a higher value", "arrow-down", N::Nothing, &[plain("ArrowDown")], "cell of recovery below"),
        looks(C::Recovery(R::RowStart), "Head of the customers", "arrow-left", N::Nothing, &[plain("Home")], "begin of the row of recovery"),
        looks(C::Recovery(R::RowEnd), "Highest severity for the customers", "arrow-right", N::Nothing, &[plain("End")], "end of the row of recovery"),
        looks(C::Recovery(R::Start), "First cell of recovery", "arrow-up", N::Nothing, &[ctrl("Home")], "begin of the recovery matrix"),
        looks(C::Recovery(R::End), "Last cell of recovery", "arrow-down", N::Nothing, &[ctrl("End")], "end of the recovery matrix"),
    ] },
    Section { words: "Shifts", place: Place::Shifts, entries: &[
        looks(C::Shifts(S::Look(LookedAt::Score)), "Score the shifts with the room", "radar", N::Nothing, &[plain("s")], "score the shifts, vote, ask the room, maturity levels"),
        looks(C::Shifts(S::Look(LookedAt::Result)), "Show the result of all shifts", "gauge", N::Nothing, &[plain("v")], "radar, spider chart, gap bars, all seven shifts, overall score"),
        looks(C::Shifts(S::Look(LookedAt::Health)), "Open the health check", "list-checks", N::Nothing, &[plain("h")], "questionnaire, question set, diagnostic, health check of the shifts"),
        changes(C::Shifts(S::FromForm), "Take over answers from a form…", "table", N::Nothing, &[plain("f")], "import answers, survey, questionnaire answers, csv, paste answers, spreadsheet of answers"),
        looks(C::Shifts(S::Next), "Next shift", "arrow-right", N::Nothing, &[plain("ArrowRight")], "go on to the next shift, following shift"),
        looks(C::Shifts(S::Previous), "Shift before", "arrow-left", N::Nothing, &[plain("ArrowLeft")], "previous shift, back one shift"),
        looks(C::Shifts(S::First), "First shift", "arrow-left", N::Nothing, &[plain("Home")], "begin with the first shift, shift one"),
        looks(C::Shifts(S::Last), "Last shift", "arrow-right", N::Nothing, &[plain("End")], "go to the last shift, shift seven"),
        looks(C::Shifts(S::Words), "Open or close the words of the shift", "pencil", N::Nothing, &[plain("d")], "reword a level, anchors, rename the shift, questions for the room, wording, meaning"),
    ] },
    Section { words: "Result of the shifts", place: Place::ShiftResult, entries: &[
        looks(C::Result(O::Row(Way::Up)), "Shift above", "arrow-up", N::Nothing, &[plain("ArrowUp")], "row above in the result"),
        looks(C::Result(O::Row(Way::Down)), "Shift below", "arrow-down", N::Nothing, &[plain("ArrowDown")], "row below in the result"),
        looks(C::Result(O::Today), "Show or hide today on the radar", "circle-dot", N::Nothing, &[plain("t")], "line of today, current scores"),
        looks(C::Result(O::Wanted), "Show or hide what is wanted on the radar", "target", N::Nothing, &[plain("w")], "line of the target, wanted scores"),
        looks(C::Result(O::LastTime), "Show or hide the last time", "file-clock", N::Nothing, &[plain("l")], "dotted line, earlier scores on the radar, change since"),
        looks(C::Result(O::ByGroup), "Show the answers by group, or the radar", "users", N::Nothing, &[plain("g")], "perspectives, management and frontline, heat table, compare groups"),
        changes(C::Result(O::Compare), "Compare with an earlier workshop…", "file-clock", N::Nothing, &[plain("c")], "since last time, scores of last year, earlier version, progress"),
        changes(C::Result(O::Forget), "Forget the earlier workshops", "x", N::Nothing, &[], "drop the comparison, remove the last time"),
        looks(C::Result(O::Save(ShiftPicture::Radar)), "Save the radar as SVG…", "download", N::Nothing, &[], "export the radar, spider chart as a file"),
        looks(C::Result(O::Save(ShiftPicture::Gaps)), "Save the gaps by weight as SVG…", "download", N::Nothing, &[], "export the gap bars"),
        looks(C::Result(O::Save(ShiftPicture::Groups)), "Save the answers by group as SVG…", "download", N::Nothing, &[], "export the heat table"),
        looks(C::Result(O::Copy(ShiftPicture::Radar)), "Copy the radar", "copy", N::Nothing, &[], "radar on the clipboard, spider chart for slides"),
        looks(C::Result(O::Copy(ShiftPicture::Gaps)), "Copy the gaps by weight", "copy", N::Nothing, &[], "gap bars on the clipboard"),
        looks(C::Result(O::Copy(ShiftPicture::Groups)), "Copy the answers by group", "copy", N::Nothing, &[], "heat table on the clipboard"),
    ] },
    Section { words: "Scoring a shift", place: Place::Shifts, entries: &[
        changes(C::Shifts(S::Level(Rating::ALL[0])), "Level 1: count a hand, answer or agree", "plus", N::Nothing, &[digit("1")], "score 1, rate 1, hand for 1"),
        changes(C::Shifts(S::Level(Rating::ALL[1])), "Level 2: count a hand, answer or agree", "plus", N::Nothing, &[digit("2")], "score 2, rate 2, hand for 2"),
        changes(C::Shifts(S::Level(Rating::ALL[2])), "Level 3: count a hand, answer or agree", "plus", N::Nothing, &[digit("3")], "score 3, rate 3, hand for 3"),
        changes(C::Shifts(S::Level(Rating::ALL[3])), "Level 4: count a hand, answer or agree", "plus", N::Nothing, &[digit("4")], "score 4, rate 4, hand for 4"),
        changes(C::Shifts(S::Level(Rating::ALL[4])), "Level 5: count a hand, answer or agree", "plus", N::Nothing, &[digit("5")], "score 5, rate 5, hand for 5"),
        changes(C::Shifts(S::LessOf(Rating::ALL[0])), "Take a hand off level 1", "minus", N::Nothing, &[shift(digit("1"))], "one hand less for 1"),
        changes(C::Shifts(S::LessOf(Rating::ALL[1])), "Take a hand off level 2", "minus", N::Nothing, &[shift(digit("2"))], "one hand less for 2"),
        changes(C::Shifts(S::LessOf(Rating::ALL[2])), "Take a hand off level 3", "minus", N::Nothing, &[shift(digit("3"))], "one hand less for 3"),
        changes(C::Shifts(S::LessOf(Rating::ALL[3])), "Take a hand off level 4", "minus", N::Nothing, &[shift(digit("4"))], "one hand less for 4"),
        changes(C::Shifts(S::LessOf(Rating::ALL[4])), "Take a hand off level 5", "minus", N::Nothing, &[shift(digit("5"))], "one hand less for 5"),
        changes(C::Shifts(S::CantSay), "Count or answer “can’t say”", "plus", N::Nothing, &[digit("0")], "cannot say, abstain, no opinion"),
        changes(C::Shifts(S::LessCantSay), "Take one off “can’t say”", "minus", N::Nothing, &[shift(digit("0"))], "one less who cannot say"),
        looks(C::Shifts(S::Whose), "Count the hands of the next perspective", "users", N::Nothing, &[plain("p")], "whose hands, management, frontline, customer, consultant"),
        looks(C::Shifts(S::Ask(Asking::Agreed)), "Let the room talk and agree on a level", "message-circle", N::Nothing, &[], "agreed value, no vote, set the score directly"),
        looks(C::Shifts(S::Ask(Asking::Asked(Method::Hands))), "Let the room raise hands", "hand", N::Nothing, &[], "tally, show of hands, count hands"),
        looks(C::Shifts(S::Ask(Asking::Asked(Method::Unseen))), "Let the room answer unseen", "eye-off", N::Nothing, &[], "blind vote, anonymous vote, secret ballot"),
        looks(C::Shifts(S::Names), "Answer unseen with names, or without", "user", N::Nothing, &[], "anonymous, named answers, without a name"),
        changes(C::Shifts(S::EnterAnswer), "Enter an answer that nobody else sees", "eye-off", N::Nothing, &[plain("e")], "blind entry, secret vote, unseen answer, pass the laptop"),
        changes(C::Shifts(S::Reveal), "Reveal the answers, or hide them", "eye", N::Nothing, &[plain("r")], "reveal, show the votes, hide the votes"),
        changes(C::Shifts(S::NextRound), "Ask in another round", "repeat", N::Nothing, &[plain("n")], "next round, vote again, re-vote, second round"),
        changes(C::Shifts(S::DeleteRound), "Delete the last round of the shift", "trash-2", N::Nothing, &[], "drop the votes, clear the answers, start over"),
        looks(C::Shifts(S::Today), "Go to the score agreed today", "target", N::Nothing, &[plain("a")], "agreed score, score now"),
        looks(C::Shifts(S::Wanted), "Go to the score that is wanted", "flag", N::Nothing, &[plain("w")], "target, wanted score, goal of the shift"),
        changes(C::Shifts(S::Agree), "Agree, and go on to the next shift", "check", N::Nothing, &[plain("Enter")], "agree on the score, take the middle answer"),
        changes(C::Shifts(S::StillHolds), "Say that the scores hold in the new words", "check", N::Nothing, &[], "still holds, stale score, reworded level"),
        looks(C::Shifts(S::Timer), "Start or stop the speaking time", "clock", N::Nothing, &[plain("t")], "timer, countdown, two minutes, pause the timer"),
        looks(C::Shifts(S::ResetTimer), "Give the whole speaking time again", "rotate-ccw", N::Nothing, &[shift(plain("t"))], "reset the timer, restart the countdown"),
    ] },
    Section { words: "Present mode", place: Place::Present, entries: &[
        looks(C::Present(OnPresent::Blank), "Blank the screen, or show it again", "moon", N::Present, &[plain("b")], "black screen, pause presenting"),
        looks(C::Present(OnPresent::Leave), "Leave present mode", "x", N::Present, &[plain("Escape")], "end presenting, stop the presentation"),
    ] },
    Section { words: "Health check", place: Place::Health, entries: &[
        changes(C::Health(H::Level(Rating::ALL[0])), "Answer 1: does not hold at all", "check", N::Nothing, &[plain("1")], "health answer 1"),
        changes(C::Health(H::Level(Rating::ALL[1])), "Answer 2", "check", N::Nothing, &[plain("2")], "health answer 2"),
        changes(C::Health(H::Level(Rating::ALL[2])), "Answer 3", "check", N::Nothing, &[plain("3")], "health answer 3"),
        changes(C::Health(H::Level(Rating::ALL[3])), "Answer 4", "check", N::Nothing, &[plain("4")], "health answer 4"),
        changes(C::Health(H::Level(Rating::ALL[4])), "Answer 5: holds fully", "check", N::Nothing, &[plain("5")], "health answer 5"),
        changes(C::Health(H::CantSay), "Answer that they cannot say", "circle-help", N::Nothing, &[plain("0")], "health answer unknown"),
        changes(C::Health(H::Clear), "Clear the answer; on the question delete it", "trash-2", N::Nothing, &[plain("Delete"), plain("Backspace")], "clear the answer, delete the question"),
        looks(C::Health(H::Edit), "Edit the question or its answer", "pencil", N::Nothing, &[plain("Enter"), plain("F2")], "reword the question"),
        changes(C::Health(H::Add), "Ask another question", "plus", N::Nothing, &[plain("n")], "new question, add a question of one’s own"),
        changes(C::Health(H::Usual), "Ask the usual questions about the shift", "list-checks", N::Nothing, &[plain("u")], "standard questions of a shift"),
        changes(C::Health(H::UsualForAll), "Ask the usual questions about all shifts", "list-checks", N::Nothing, &[shift(plain("u"))], "standard question set, begin the health check"),
        changes(C::Health(H::Move(Way::Up)), "Put the question further up", "arrow-up", N::Nothing, &[alt("ArrowUp")], "reorder questions"),
        changes(C::Health(H::Move(Way::Down)), "Put the question further down", "arrow-down", N::Nothing, &[alt("ArrowDown")], "reorder the questions"),
        changes(C::Health(H::Agree), "Use the proposal as agreed score", "check", N::Nothing, &[], "take the proposal of the health check"),
        looks(C::Health(H::Go(Way::Left)), "Answer to the left", "arrow-left", N::Nothing, &[plain("ArrowLeft")], "commercial answer"),
        looks(C::Health(H::Go(Way::Right)), "Answer to the right", "arrow-right", N::Nothing, &[plain("ArrowRight")], "operational answer"),
        looks(C::Health(H::Go(Way::Up)), "Question above", "arrow-up", N::Nothing, &[plain("ArrowUp")], "question before"),
        looks(C::Health(H::Go(Way::Down)), "Question below", "arrow-down", N::Nothing, &[plain("ArrowDown")], "question after"),
        looks(C::Health(H::RowStart), "The question itself", "arrow-left", N::Nothing, &[plain("Home")], "begin of the question"),
        looks(C::Health(H::RowEnd), "Last answer to the question", "arrow-right", N::Nothing, &[plain("End")], "end of the question"),
        looks(C::Health(H::Start), "First question", "arrow-up", N::Nothing, &[ctrl("Home")], "top of the questions"),
        looks(C::Health(H::End), "Last question", "arrow-down", N::Nothing, &[ctrl("End")], "bottom of the questions"),
        looks(C::Health(H::PageUp), "Several questions up", "arrow-up", N::Nothing, &[plain("PageUp")], "page up"),
        looks(C::Health(H::PageDown), "Several questions down", "arrow-down", N::Nothing, &[plain("PageDown")], "page down"),
    ] },
    Section { words: "Registers of the actions", place: Place::Actions, entries: &[
        looks(C::Actions(A::Show(Segment::Evidence)), "Show the evidence", "quote", N::Nothing, &[], "evidence register, quotes, data, observations, documents, proof"),
        looks(C::Actions(A::Show(Segment::Findings)), "Show the findings", "list-checks", N::Nothing, &[], "kept findings, what we found, conclusions, problems we keep"),
        looks(C::Actions(A::Show(Segment::Recommendations)), "Show the recommendations", "list-checks", N::Nothing, &[], "what should be done, actions, measures to take, priorities, impact and effort"),
        looks(C::Actions(A::Show(Segment::Rhythm)), "Show the operating rhythm", "repeat", N::Nothing, &[], "forums, meetings, cadence, meeting rhythm, who meets when, governance"),
        looks(C::Actions(A::Show(Segment::Options)), "Show the options log", "scale", N::Nothing, &[], "choices, alternatives, what was decided in the room, decision log, why we chose"),
        looks(C::Actions(A::Show(Segment::Risks)), "Show risks, assumptions and constraints", "flag", N::Nothing, &[], "risk log, risk register, raid, what could go wrong, assumptions, constraints"),
        looks(C::Actions(A::Look(Look::Threads)), "Show what leads to what", "network", N::Nothing, &[plain("t")], "trace, from quote to recommendation, where does it come from, thread, why"),
        looks(C::Actions(A::Look(Look::Matrix)), "Show findings against recommendations", "table", N::Nothing, &[plain("x")], "matrix, gaps, which finding is answered, traceability matrix, what is open"),
        changes(C::Actions(A::Add), "Add to the register", "plus", N::Nothing, &[plain("n")], "new evidence, add evidence, new quote, note what was said, new forum, new choice, new risk"),
        changes(C::Actions(A::Edit), "Edit its words", "pencil", N::Nothing, &[plain("Enter"), plain("F2")], "reword the evidence, change the quote, edit the forum, edit the risk"),
        changes(C::Actions(A::Delete), "Delete it from the register", "trash-2", N::Nothing, &[plain("Delete"), plain("Backspace")], "take it out of the register, drop the quote, no longer evidence"),
        changes(C::Actions(A::Link), "Link it to something…", "link", N::Nothing, &[plain("l")], "what is it about, evidence for, connect evidence, link to a shift"),
        changes(C::Actions(A::LinkSelected), "Link it to what is selected on the map", "link", N::Selection, &[shift(plain("l"))], "evidence for this step, about the selected steps"),
        changes(C::Actions(A::Merge), "Merge the finding with another…", "copy", N::Nothing, &[plain("m")], "make one finding of two, combine findings, unite"),
        changes(C::Actions(A::Answer), "Answer the finding with a recommendation…", "list-checks", N::Nothing, &[plain("a")], "what we do about it, address a finding, recommendation for this finding"),
        changes(C::Actions(A::Move(Way::Up)), "Move it up in the register", "arrow-up", N::Nothing, &[alt("ArrowUp")], "reorder evidence, further up"),
        changes(C::Actions(A::Move(Way::Down)), "Move it down in the register", "arrow-down", N::Nothing, &[alt("ArrowDown")], "reorder evidence, further down"),
    ] },
    Section { words: "Recommendations", place: Place::Actions, entries: &[
        looks(C::Actions(A::Details), "Show all about the recommendation, or the board", "list", N::Nothing, &[plain("d")], "details of a recommendation, its fields, owner, measure, trial, follow-up"),
        changes(C::Actions(A::Rate(Rating::ALL[0])), "Impact 1 or effort 1 for the board", "target", N::Nothing, &[digit("1")], "place on the board 1, rate 1"),
        changes(C::Actions(A::Rate(Rating::ALL[1])), "Impact 2 or effort 2 for the board", "target", N::Nothing, &[digit("2")], "place on the board 2, rate 2"),
        changes(C::Actions(A::Rate(Rating::ALL[2])), "Impact 3 or effort 3 for the board", "target", N::Nothing, &[digit("3")], "place on the board 3, rate 3"),
        changes(C::Actions(A::Rate(Rating::ALL[3])), "Impact 4 or effort 4 for the board", "target", N::Nothing, &[digit("4")], "place on the board 4, rate 4"),
        changes(C::Actions(A::Rate(Rating::ALL[4])), "Impact 5 or effort 5 for the board", "target", N::Nothing, &[digit("5")], "place on the board 5, rate 5"),
        changes(C::Actions(A::RankBy(Ranking::ImpactEffort)), "Rank by impact, then effort", "grid-3x3", N::Nothing, &[], "impact and effort matrix, board, quick wins, prioritise"),
        changes(C::Actions(A::RankBy(Ranking::Rice)), "Rank by RICE: reach and confidence", "users", N::Nothing, &[], "rice score, reach impact confidence effort"),
        changes(C::Actions(A::RankBy(Ranking::Wsjf)), "Rank by WSJF: cost of delay", "clock", N::Nothing, &[], "wsjf, weighted shortest job first, urgency, job size"),
        changes(C::Actions(A::RankBy(Ranking::Votes)), "Let the room vote with dots", "hand", N::Nothing, &[], "rank by votes, dot voting, dotmocracy, vote on recommendations"),
        changes(C::Actions(A::Vote), "Give the recommendation a dot", "plus", N::Nothing, &[any_shift(plain("+")), plain("=")], "one vote more, add a dot"),
        changes(C::Actions(A::Unvote), "Take a dot back", "minus", N::Nothing, &[any_shift(plain("-"))], "one vote less, one dot less"),
        looks(C::Actions(A::SortByVotes), "Sort by votes", "list", N::Nothing, &[plain("v")], "order by dots, show who won the vote"),
        looks(C::Actions(A::Suggestions), "Show or hide what is suggested", "search", N::Nothing, &[plain("s")], "suggested recommendations, library of patterns, ideas, what could we do"),
        changes(C::Actions(A::Unplace), "Take the recommendation off the board", "x", N::Nothing, &[digit("0")], "not placed, no impact and effort, clear its place"),
    ] },
    Section { words: "Impact and effort", place: Place::Board, entries: &[
        looks(C::Board(B::Walk(Way::Up)), "Circle above", "arrow-up", N::Nothing, &[plain("ArrowUp")], "next circle up on the board"),
        looks(C::Board(B::Walk(Way::Down)), "Circle below, then what is not placed", "arrow-down", N::Nothing, &[plain("ArrowDown")], "next circle down on the board, tray"),
        looks(C::Board(B::Walk(Way::Left)), "Circle to the left", "arrow-left", N::Nothing, &[plain("ArrowLeft")], "next circle with less effort"),
        looks(C::Board(B::Walk(Way::Right)), "Circle to the right", "arrow-right", N::Nothing, &[plain("ArrowRight")], "next circle with more effort"),
        changes(C::Board(B::Move(Way::Up)), "More impact by one", "arrow-up", N::Nothing, &[alt("ArrowUp")], "move the circle up, raise the impact"),
        changes(C::Board(B::Move(Way::Down)), "Less impact by one", "arrow-down", N::Nothing, &[alt("ArrowDown")], "move the circle down, lower the impact"),
        changes(C::Board(B::Move(Way::Left)), "Less effort by one", "arrow-left", N::Nothing, &[alt("ArrowLeft")], "move the circle left, lower the effort"),
        changes(C::Board(B::Move(Way::Right)), "More effort by one", "arrow-right", N::Nothing, &[alt("ArrowRight")], "move the circle right, raise the effort"),
    ] },
    Section { words: "Rows of a register", place: Place::Actions, entries: &[
        looks(C::Actions(A::Go(Way::Up)), "Row above", "arrow-up", N::Nothing, &[plain("ArrowUp")], "previous evidence"),
        looks(C::Actions(A::Go(Way::Down)), "Row below", "arrow-down", N::Nothing, &[plain("ArrowDown")], "next evidence"),
        looks(C::Actions(A::Start), "First row", "arrow-up", N::Nothing, &[plain("Home"), ctrl("Home")], "top of the register"),
        looks(C::Actions(A::End), "Last row", "arrow-down", N::Nothing, &[plain("End"), ctrl("End")], "bottom of the register"),
        looks(C::Actions(A::PageUp), "Several rows up", "arrow-up", N::Nothing, &[plain("PageUp")], "page of the register up"),
        looks(C::Actions(A::PageDown), "Several rows down", "arrow-down", N::Nothing, &[plain("PageDown")], "page of the register down"),
    ] },
    Section { words: "Bars of the roadmap", place: Place::Roadmap, entries: &[
        changes(C::Roadmap(W::Move(Way::Left)), "A working day earlier", "arrow-left", N::Nothing, &[alt("ArrowLeft")], "move the bar left, start earlier, bring forward"),
        changes(C::Roadmap(W::Move(Way::Right)), "A working day later", "arrow-right", N::Nothing, &[alt("ArrowRight")], "move the bar right, start later, delay, postpone"),
        changes(C::Roadmap(W::MoveWave(Way::Left)), "To the wave before", "arrow-left", N::Nothing, &[shift(alt("ArrowLeft"))], "earlier wave, move to wave 1"),
        changes(C::Roadmap(W::MoveWave(Way::Right)), "To the wave behind", "arrow-right", N::Nothing, &[shift(alt("ArrowRight"))], "later wave, put into a wave, plan it, move to wave 2"),
        changes(C::Roadmap(W::Move(Way::Up)), "To the row above", "arrow-up", N::Nothing, &[alt("ArrowUp")], "other workstream, other owner, move the bar up"),
        changes(C::Roadmap(W::Move(Way::Down)), "To the row below", "arrow-down", N::Nothing, &[alt("ArrowDown")], "other workstream below, other owner below, move the bar down"),
        changes(C::Roadmap(W::Longer), "A working day longer", "plus", N::Nothing, &[any_shift(plain("+")), plain("=")], "longer duration, stretch the bar, takes more time"),
        changes(C::Roadmap(W::Shorter), "A working day shorter", "minus", N::Nothing, &[plain("-")], "shorter duration, shrink the bar, takes less time"),
        changes(C::Roadmap(W::WaitFor), "Let it wait for…", "link", N::Nothing, &[plain("l")], "dependency, depends on, predecessor, draw a line to, needs first"),
        changes(C::Roadmap(W::Park), "Park it or bring it back", "archive", N::Nothing, &[plain("p")], "not now, parking lot, later than all waves, unpark"),
        changes(C::Roadmap(W::Delete), "Take the dependency or the wave away", "trash-2", N::Nothing, &[plain("Delete"), plain("Backspace")], "no longer wait, no wave, off the roadmap, drop the milestone"),
        changes(C::Roadmap(W::Add), "Add a recommendation to the row", "plus", N::Nothing, &[plain("n")], "new bar, something to be done, new recommendation on the roadmap"),
        changes(C::Roadmap(W::AddWorkstream), "Add a workstream", "plus", N::Nothing, &[shift(plain("w"))], "new row of the roadmap, stream of work"),
        changes(C::Roadmap(W::AddMilestone), "Add a milestone", "flag", N::Nothing, &[plain("m")], "new milestone, by which day, checkpoint"),
        changes(C::Roadmap(W::Rename), "Rename the workstream", "pencil", N::Nothing, &[plain("F2")], "name of the row, call the workstream something else"),
        looks(C::Roadmap(W::Details), "Details of the bar", "list", N::Nothing, &[plain("Enter")], "when is it due, why then, slack, dates of the recommendation"),
        looks(C::Roadmap(W::InActions), "Show it in the Actions station", "list-checks", N::Nothing, &[plain("o")], "row of the recommendation, go to the register"),
    ] },
    Section { words: "Roadmap", place: Place::Roadmap, entries: &[
        looks(C::Roadmap(W::Show(RoadmapView::Waves)), "Show the waves", "milestone", N::Nothing, &[plain("w")], "wave view, columns of the roadmap"),
        looks(C::Roadmap(W::Show(RoadmapView::Dates)), "Show the dates", "calendar-days", N::Nothing, &[plain("d")], "calendar, true to scale, months and weeks"),
        looks(C::Roadmap(W::Show(RoadmapView::Upcoming)), "Show the next 30 days", "clock", N::Nothing, &[plain("u")], "upcoming, what begins, what is due, first wave, soon"),
        looks(C::Roadmap(W::Dependencies), "Show or hide the dependencies", "arrow-right", N::Nothing, &[plain("c")], "lines between bars, critical path, longest chain"),
        looks(C::Roadmap(W::ByOwner), "Rows by owner or by workstream", "users", N::Nothing, &[plain("b")], "group by owner, who does what when, group the roadmap"),
        looks(C::Roadmap(W::Settings), "Days and waves of the roadmap", "settings-2", N::Nothing, &[plain("s")], "start date, holidays, working week, end of the waves"),
        looks(C::Roadmap(W::Go(Way::Up)), "Bar above", "arrow-up", N::Nothing, &[plain("ArrowUp")], "previous bar"),
        looks(C::Roadmap(W::Go(Way::Down)), "Bar below", "arrow-down", N::Nothing, &[plain("ArrowDown")], "next bar"),
        looks(C::Roadmap(W::Go(Way::Left)), "What it waits for", "arrow-left", N::Nothing, &[plain("ArrowLeft")], "follow the dependency back, predecessor of the bar"),
        looks(C::Roadmap(W::Go(Way::Right)), "What waits for it", "arrow-right", N::Nothing, &[plain("ArrowRight")], "follow the dependency, successor of the bar"),
        looks(C::Roadmap(W::Start), "First bar", "arrow-up", N::Nothing, &[plain("Home"), ctrl("Home")], "top of the roadmap"),
        looks(C::Roadmap(W::End), "Last bar", "arrow-down", N::Nothing, &[plain("End"), ctrl("End")], "bottom of the roadmap"),
    ] },
    Section { words: "Start screen", place: Place::Start, entries: &[
        looks(C::New, "New workshop", "file-plus", N::Start, &[ctrl("n")], "create workshop, blank, start a workshop, new file"),
        looks(C::Open, "Open a file", "folder-open", N::Start, &[ctrl("o")], "open workshop, load, browse"),
    ] },
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
