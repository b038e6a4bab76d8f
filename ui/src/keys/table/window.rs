//! What can be done whatever is shown of a workshop.

use opmap_model::State;

use super::{Place, Section, changes, looks};
use crate::frame::Station;
use crate::keys::press::{alt, any_shift, ctrl, plain, shift};
use crate::keys::{Command as C, Need as N};
use crate::theme::Theme;

#[rustfmt::skip]
pub(super) const SECTIONS: &[Section] = &[
    Section { words: "Workshop", place: Place::Workshop, entries: &[
        changes(C::Undo, "Undo", "undo-2", N::Undo, &[ctrl("z")], "take back, revert, step back, mistake"),
        changes(C::Redo, "Redo", "redo-2", N::Redo, &[shift(ctrl("z")), ctrl("y")], "do again, repeat, bring back"),
        looks(C::SaveTime, "Say when it was saved", "check", N::Nothing, &[ctrl("s")], "save, save now, is it saved, store"),
        looks(C::SaveCopy, "Save a copy", "copy", N::Nothing, &[], "save as, backup, duplicate the file, export file"),
        looks(C::CarryForward, "Carry forward into a new workshop…", "file-clock", N::Original, &[], "next workshop, follow-up, follow up, new version, series, programme, continue in a new file"),
        looks(C::BeginFrom, "Begin a new workshop from this one…", "file-plus", N::Original, &[], "template, own template, use as a template, reuse the structure, new from this, start over"),
        looks(C::Rehearse, "Rehearse on a copy", "copy", N::Original, &[], "rehearsal, practise, demo, training, try out, play, sandbox, without consequence"),
        looks(C::KeepRehearsal, "Keep the rehearsal…", "copy", N::Rehearsal, &[], "keep the copy, save the rehearsal, end the rehearsal"),
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
        looks(C::TurnPresent, "Present, or end presenting", "presentation", N::Presentable, &[plain("F5")], "present mode, slideshow, full screen, projector, show to the room"),
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
        looks(C::Personas, "Show the personas side by side", "users", N::Map, &[alt("0")], "compare the personas, segments side by side, where personas part, persona by persona"),
    ] },
    Section { words: "Appearance", place: Place::Workshop, entries: &[
        looks(C::Look(Theme::Light), "Light colours", "sun", N::Nothing, &[], "light mode, light theme, bright, projector"),
        looks(C::Look(Theme::Dark), "Dark colours", "moon", N::Nothing, &[], "dark mode, dark theme, night"),
        looks(C::Look(Theme::Contrast), "High contrast", "contrast", N::Nothing, &[], "contrast theme, black on white, accessibility"),
    ] },
];
