//! Whether a command is possible now, and if not, why.

use super::{Entry, changes_map};

/// What must be there before a command can do anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    Nothing,
    /// That the keyboard is at its place, which the palette takes away.
    Keyboard,
    /// The start screen.
    Start,
    /// That something is presented, which hides the palette.
    Present,
    /// Something shown that can be presented.
    Presentable,
    /// A copy to rehearse on.
    Rehearsal,
    /// A workshop that is no such copy.
    Original,
    /// A gesture to take back.
    Undo,
    /// A gesture to bring back.
    Redo,
    /// A journey.
    Map,
    /// An empty state of a journey that has another to copy.
    EmptyState,
    /// A state with something on its map.
    FullState,
    /// Something wanted, and an option that is still free.
    FreeOption,
    /// A further option of what is wanted that is shown.
    Option,
    /// At least two options of what is wanted.
    Options,
    /// Two states that are compared.
    Compared,
    /// Something selected of two compared states.
    ComparedElement,
    /// Something selected that only one of two compared states has.
    InOneState,
    /// Something selected that both of two compared states have.
    InBothStates,
    /// A stage and a lane.
    Grid,
    /// A step on the map.
    Steps,
    /// A selected step.
    Step,
    /// A selected connector.
    Connector,
    /// Something selected.
    Selection,
    /// A selected stage or lane.
    Band,
    /// Something selected that has a name: a step, a stage or a lane.
    Named,
    /// A role, and something that it can have a letter for.
    Matrix,
    /// A decision.
    Decision,
    /// A finding that is looked at.
    Finding,
    /// A finding that is looked at, with something that would settle it.
    Fix,
}

/// What the window shows, as far as it decides about commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Situation {
    pub(crate) can_undo: bool,
    pub(crate) can_redo: bool,
    /// The file cannot be changed.
    pub(crate) read_only: bool,
    pub(crate) is_rehearsal: bool,
    /// Why the map stays as it is now, if that is so.
    pub(crate) unchangeable: Option<&'static str>,
    /// Why what is shown cannot be presented, if that is so.
    pub(crate) not_presentable: Option<&'static str>,
    pub(crate) has_map: bool,
    /// Another state can be copied to the one that is shown.
    pub(crate) can_copy_state: bool,
    pub(crate) has_content: bool,
    pub(crate) can_add_option: bool,
    pub(crate) shows_option: bool,
    pub(crate) has_options: bool,
    pub(crate) comparing: bool,
    /// Whether both compared states have what is selected; none where nothing is compared or selected.
    pub(crate) in_both: Option<bool>,
    pub(crate) has_grid: bool,
    pub(crate) has_steps: bool,
    pub(crate) has_roles: bool,
    pub(crate) has_decisions: bool,
    pub(crate) has_finding: bool,
    pub(crate) has_fix: bool,
    pub(crate) chosen: Chosen,
}

/// What is selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Chosen {
    #[default]
    Nothing,
    Steps,
    Connector,
    Stage,
    Lane,
}

impl Entry {
    /// Why the command is not possible; none when it is.
    pub(crate) fn obstacle(&self, now: &Situation) -> Option<&'static str> {
        if self.changes && now.read_only {
            return Some("The file can only be viewed.");
        }
        if let Some(reason) = now.unchangeable.filter(|_| changes_map(self.command)) {
            return Some(reason);
        }
        let (is_there, words) = match self.need {
            Need::Presentable => (now.not_presentable.is_none(), now.not_presentable.unwrap_or_default()),
            Need::Nothing => (true, ""),
            Need::Keyboard => (false, "Only by its key, with the keyboard there."),
            Need::Start => (false, "Only on the start screen."),
            Need::Present => (false, "Only while something is presented."),
            Need::Rehearsal => (now.is_rehearsal, "Only on a rehearsal copy."),
            Need::Original => (!now.is_rehearsal, "Not on a rehearsal copy: keep it first."),
            Need::Undo => (now.can_undo, "There is nothing to undo."),
            Need::Redo => (now.can_redo, "There is nothing to redo."),
            Need::Map => (now.has_map, "Add a journey first."),
            Need::EmptyState => {
                (now.can_copy_state, "Only into an empty state, where another has something to copy.")
            }
            Need::FullState => (now.has_content, "There is nothing on this map."),
            Need::FreeOption => {
                (now.can_add_option, "An option begins as a copy of to be, and there are two at most.")
            }
            Need::Option => (now.shows_option, "Show option B or option C first."),
            Need::Options => (now.has_options, "Add an option of what is wanted first."),
            Need::Compared => (now.comparing, "Compare two states first."),
            Need::ComparedElement => {
                (now.in_both.is_some(), "Compare two states and select something first.")
            }
            Need::InOneState => (
                now.in_both == Some(false),
                "Compare two states, and select something that only one of them has.",
            ),
            Need::InBothStates => (
                now.in_both == Some(true),
                "Compare two states, and select something that both of them have.",
            ),
            Need::Grid => (now.has_grid, "Add a stage and a lane first."),
            Need::Steps => (now.has_steps, "Add a step first."),
            Need::Step => (now.chosen == Chosen::Steps, "Select a step first."),
            Need::Connector => (now.chosen == Chosen::Connector, "Select a connector first."),
            Need::Selection => (now.chosen != Chosen::Nothing, "Select something first."),
            Need::Matrix => (now.has_roles, "Add a role first."),
            Need::Decision => (now.has_decisions, "Add a decision first."),
            Need::Finding => (now.has_finding, "Go to a finding first."),
            Need::Fix => (now.has_fix, "Go to a finding that has a fix first."),
            Need::Band => {
                (matches!(now.chosen, Chosen::Stage | Chosen::Lane), "Select a stage or a lane first.")
            }
            Need::Named => (
                matches!(now.chosen, Chosen::Steps | Chosen::Stage | Chosen::Lane),
                "Select a step, a stage or a lane first.",
            ),
        };
        (!is_there).then_some(words)
    }
}

#[cfg(test)]
mod tests {
    use super::{Chosen, Situation};
    use crate::keys::{Command, entry};

    #[test]
    fn a_command_says_what_it_waits_for() {
        let obstacle = |command, now: &Situation| entry(command).unwrap().1.obstacle(now);
        let bare = Situation { has_map: true, ..Situation::default() };
        assert_eq!(obstacle(Command::AddStage, &bare), None);
        assert_eq!(obstacle(Command::AddStep, &bare), Some("Add a stage and a lane first."));
        assert_eq!(obstacle(Command::Undo, &bare), Some("There is nothing to undo."));
        let stage = Situation { chosen: Chosen::Stage, ..bare };
        assert_eq!(obstacle(Command::Rename, &stage), None);
        assert_eq!(obstacle(Command::Connect, &stage), Some("Select a step first."));
        assert_eq!(obstacle(Command::SwapCompared, &bare), Some("Compare two states first."));
        let compared = Situation { comparing: true, ..bare };
        assert_eq!(obstacle(Command::SwapCompared, &compared), None);
        let gone = Situation { in_both: Some(false), ..compared };
        assert_eq!((obstacle(Command::Join, &gone), obstacle(Command::Part, &gone).is_some()), (None, true));
        let viewed = Situation { read_only: true, can_undo: true, ..stage };
        for command in [Command::Rename, Command::Undo, Command::AddStage] {
            assert_eq!(obstacle(command, &viewed), Some("The file can only be viewed."));
        }
        assert_eq!(obstacle(Command::ZoomFit, &viewed), None, "looking is always allowed");
        let compared = Situation { unchangeable: Some("Only looking."), can_undo: true, ..stage };
        assert_eq!(obstacle(Command::Rename, &compared), Some("Only looking."));
        assert_eq!(obstacle(Command::Undo, &compared), None, "what was done before is taken back");
    }
}
