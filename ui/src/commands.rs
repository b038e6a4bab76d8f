//! Carries out the commands of the table, whatever they are chosen by: a key, the palette, a menu, a button.

use leptos::prelude::*;
use opmap_model::{MapKey, State};

use crate::actions::ActionsState;
use crate::app::Navigation;
use crate::charter::SeveralPeople;
use crate::decisions::DecisionsState;
use crate::editor::{Editor, editor};
use crate::frame::{Over, Panels, Settling, Station, Writing, regions, save_words};
use crate::integrity::Integrity;
use crate::keys::{self, Command, Place, Situation};
use crate::map::{self, MapState, Selection, walk_differences};
use crate::matrix::MatrixState;
use crate::palette::Asked;
use crate::present::Presenting;
use crate::report::ReportState;
use crate::roadmap::RoadmapState;
use crate::shifts::ShiftsState;
use crate::theme::{self, Theme};

/// What commands act on; copies are handles to the same.
#[derive(Clone, Copy)]
pub(crate) struct Commands {
    editor: Editor,
    map_state: MapState,
    matrix: MatrixState,
    decisions: DecisionsState,
    shifts: ShiftsState,
    actions: ActionsState,
    roadmap: RoadmapState,
    report: ReportState,
    station: RwSignal<Station>,
    navigation: Navigation,
    settling: Settling,
    theme: RwSignal<Theme>,
    writing: Writing,
    panels: Panels,
    integrity: Integrity,
    several_people: SeveralPeople,
    presenting: Presenting,
}

impl Commands {
    /// For the frame, which has provided all of it.
    pub(crate) fn new() -> Self {
        Self {
            editor: editor(),
            map_state: expect_context(),
            matrix: expect_context(),
            decisions: expect_context(),
            shifts: expect_context(),
            actions: expect_context(),
            roadmap: expect_context(),
            report: expect_context(),
            station: expect_context(),
            navigation: expect_context(),
            settling: expect_context(),
            theme: expect_context(),
            writing: expect_context(),
            panels: expect_context(),
            integrity: expect_context(),
            several_people: expect_context(),
            presenting: expect_context(),
        }
    }

    /// Does it; a command of the map leads there first.
    pub(crate) fn run(self, command: Command) {
        let Some((section, _)) = keys::entry(command) else { return };
        let obstacle = untrack(|| self.editor.obstacle_to_structure());
        if let Some(reason) = obstacle.filter(|_| keys::changes_map(command)) {
            return self.editor.message.set(Some(reason.to_owned()));
        }
        if let Some(asked) = asked(command) {
            return self.panels.toggle(Over::Palette(asked));
        }
        match section.place {
            _ if command == Command::Menu => self.panels.menu_wanted.notify(),
            _ if command == Command::Outline => self.turn_outline(),
            _ if command == Command::Details => self.turn_details(),
            _ if self.run_on_journey(command) => {}
            Place::Workshop => self.run_anywhere(command),
            Place::Station | Place::Map | Place::Compared => {
                self.station.set(Station::Map);
                self.map_state.wanted.set(Some(command));
            }
            Place::Matrix => {
                self.station.set(Station::Matrix);
                self.matrix.wanted.set(Some(command));
            }
            Place::Decisions | Place::Recovery => {
                self.station.set(Station::Decisions);
                self.decisions.wanted.set(Some(command));
            }
            Place::Shifts | Place::Health | Place::ShiftResult => {
                self.station.set(Station::Shifts);
                self.shifts.wanted.set(Some(command));
            }
            // Those listen themselves.
            Place::Start
            | Place::Present
            | Place::RoomMap
            | Place::Minimap
            | Place::Find
            | Place::Outline
            | Place::Register
            | Place::Trace => {}
            Place::Actions | Place::Board => {
                self.station.set(Station::Actions);
                self.actions.wanted.set(Some(command));
            }
            Place::Roadmap => {
                self.station.set(Station::Roadmap);
                self.roadmap.wanted.set(Some(command));
            }
            Place::Report => {
                self.station.set(Station::Report);
                self.report.wanted.set(Some(command));
            }
        }
    }

    /// Whether the press of a key for this command is taken here: all but what needs the keyboard on the map.
    pub(crate) fn takes_key(self, command: Command) -> bool {
        // Nothing may come over what is presented.
        if self.presenting.is_on_now() {
            return matches!(
                command,
                Command::TurnPresent | Command::Undo | Command::Redo | Command::SaveTime
            );
        }
        let place = keys::entry(command).map(|(section, _)| section.place);
        match place {
            Some(Place::Workshop) => true,
            Some(Place::Station) => self.station.get_untracked() == Station::Map,
            _ => false,
        }
    }

    /// Opens the outline, or closes it and gives the keyboard back to the map.
    fn turn_outline(self) {
        let opens = !self.panels.outline.get_untracked();
        self.station.set(Station::Map);
        self.map_state.comparing.set(false);
        self.panels.outline.set(opens);
        if !opens {
            self.map_state.focus_wanted.notify();
        }
    }

    /// Shows all about what is selected on the map, or hides it and gives the keyboard to the map if it was there.
    fn turn_details(self) {
        self.station.set(Station::Map);
        let had_keyboard =
            document().active_element().is_some_and(|it| matches!(it.closest(".inspector"), Ok(Some(_))));
        self.panels.details.update(|it| *it = !*it);
        if had_keyboard {
            self.map_state.focus_wanted.notify();
        }
    }

    /// Goes to the next finding, or the one before; to the next difference where two states are compared.
    fn walk(self, forward: bool) {
        if self.station.get_untracked() == Station::Map && self.map_state.comparing.get_untracked() {
            walk_differences(forward, self.map_state);
        } else {
            self.integrity.walk(forward);
        }
    }

    /// Whether the command was one for a journey as a whole. It needs no map that is laid out.
    fn run_on_journey(self, command: Command) -> bool {
        let Self { editor, map_state, .. } = self;
        match command {
            Command::AddJourney => map::add_journey(editor, map_state),
            Command::ClearState => map::clear_state(editor, map_state),
            Command::DeleteJourney => map::ask_to_delete_journey(map_state),
            Command::AddOption => map::add_option(editor, map_state),
            Command::MakeWanted => map::make_wanted(editor, map_state),
            _ => return false,
        }
        self.station.set(Station::Map);
        true
    }

    fn run_anywhere(self, command: Command) {
        let Self { editor, map_state, .. } = self;
        match command {
            Command::Undo => editor.undo(),
            Command::Redo => editor.redo(),
            Command::SaveTime => editor.message.set(Some(save_words(&editor.save.get_untracked()))),
            Command::SaveCopy => self.writing.save_copy(editor),
            Command::CarryForward => self.writing.carry_forward(editor, self.navigation),
            Command::BeginFrom => self.writing.begin_from(editor, self.navigation),
            Command::Rehearse => self.writing.rehearse(editor, self.navigation),
            Command::KeepRehearsal => self.settling.keep_rehearsal(),
            Command::ExportReport => self.writing.export(editor),
            Command::ShowInReport => match self.integrity.chosen() {
                chosen if chosen.is_empty() => {
                    editor.message.set(Some("Choose something first: it is shown on its page.".to_owned()));
                }
                chosen => self.report.show(chosen),
            },
            Command::AddParticipants => {
                self.station.set(Station::Charter);
                self.several_people.ask();
            }
            Command::Close => self.settling.leave(),
            Command::TurnPresent => self.presenting.turn(editor),
            Command::GoTo(station) => self.station.set(station),
            Command::Show(state) => {
                self.station.set(Station::Map);
                show_state(map_state, state);
            }
            Command::Compare => {
                self.station.set(Station::Map);
                map_state.comparing.set(true);
            }
            Command::Options => {
                map_state.comparing.set(false);
                self.panels.toggle(Over::Options);
            }
            Command::Personas => self.panels.toggle(Over::Personas),
            Command::Find => {
                self.station.set(Station::Map);
                map_state.comparing.set(false);
                self.panels.open_find();
            }
            Command::NextRegion => regions::walk(false),
            Command::PreviousRegion => regions::walk(true),
            Command::Shortcuts => self.panels.toggle(Over::Shortcuts),
            Command::Integrity => self.integrity.turn(),
            Command::NextFinding => self.walk(true),
            Command::PreviousFinding => self.walk(false),
            Command::Accept => self.integrity.ask_to_accept(),
            Command::Keep => self.integrity.keep(),
            Command::Fix(index) => self.integrity.settle(index),
            Command::Look(theme) => theme::choose(self.theme, theme),
            _ => {}
        }
    }

    /// What is possible now, tracked.
    pub(crate) fn situation(self) -> Situation {
        let Self { editor, map_state, .. } = self;
        let map = map_state.map.get();
        let (has_grid, has_steps) = editor.read(|document| {
            let of_map = |stage| document.get(stage).map(opmap_model::Stage::map) == map;
            let has_stage = document.stages().values().any(|it| Some(it.map()) == map);
            let has_lane = document.lanes().values().any(|it| Some(it.map()) == map);
            (has_stage && has_lane, document.steps().values().any(|it| of_map(it.stage)))
        });
        let (has_content, has_sources) = editor.read(|document| {
            let Some(map) = map else { return (false, false) };
            (!document.map_is_empty(map), !map::sources(document, map).is_empty())
        });
        let (can_add_option, has_options) = editor.read(|document| {
            let Some(MapKey { journey, .. }) = map else { return (false, false) };
            (map::option_to_add(document, journey).is_some(), map::has_options(document, journey))
        });
        Situation {
            can_undo: editor.undo_label.with(Option::is_some),
            can_redo: editor.redo_label.with(Option::is_some),
            read_only: editor.read_only.with(Option::is_some),
            is_rehearsal: editor.is_rehearsal,
            unchangeable: editor.obstacle_to_structure(),
            not_presentable: self.presenting.obstacle(),
            has_map: map.is_some(),
            can_copy_state: map.is_some() && !has_content && has_sources,
            has_content,
            can_add_option,
            shows_option: map.is_some_and(|it| it.state.is_option()),
            has_options,
            comparing: map_state.comparing.get(),
            in_both: map::in_both(map_state),
            has_grid,
            has_steps,
            has_finding: self.integrity.has_finding(),
            has_fix: self.integrity.has_fix(),
            has_roles: editor.read(|document| !document.roles().is_empty()),
            has_decisions: editor.read(|document| !document.decisions().is_empty()),
            chosen: map_state.selection.with(Selection::sort),
        }
    }
}

/// What the palette asks for, if the command leads there.
fn asked(command: Command) -> Option<Asked> {
    match command {
        Command::Palette => Some(Asked::Command),
        Command::MoveToLane => Some(Asked::Lane),
        Command::MoveToStage => Some(Asked::Stage),
        Command::ConnectTo => Some(Asked::Target),
        Command::CopyState => Some(Asked::State),
        Command::Join => Some(Asked::Same),
        Command::PutOn => Some(Asked::Connector),
        Command::Aim(end) => Some(Asked::End(end)),
        Command::Library => Some(Asked::Library),
        _ => None,
    }
}

/// Shows the journey in a state.
pub(crate) fn show_state(map_state: MapState, state: State) {
    map_state.comparing.set(false);
    map_state.selection.set(Selection::None);
    map_state.map.update(|map| *map = map.map(|it| MapKey { state, ..it }));
    map_state.spoken.set(format!("{} is shown.", map::state_words(state)));
}
