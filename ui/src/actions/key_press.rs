//! What keys do on the register that is shown, and commands that were chosen elsewhere.

use leptos::prelude::*;
use opmap_model::{Edit, RecordId};

use super::recommendations;
use super::state::ActionsState;
use crate::evidence::{LinkOf, all_linked};
use crate::frame::{Over, is_typing};
use crate::keys::{self, Command, OnActions, Place, Way, is_escape, presses_a_button};
use crate::map::Selection;
use crate::palette::Asked;

/// How many rows a page is.
const PAGE: usize = 8;

/// A key on the table.
pub(super) fn on_table(event: &web_sys::KeyboardEvent, actions: ActionsState) {
    // What is typed in a field is text, and what presses a button does that.
    if is_typing(event) || presses_a_button(event) {
        return;
    }
    let gives_up = is_escape(event) && recommendations::give_up(actions);
    let command = keys::command_on(Place::Actions, event);
    if gives_up {
        event.prevent_default();
        event.stop_propagation();
    } else if let Some(Command::Actions(command)) = command {
        run(command, actions);
        event.prevent_default();
        event.stop_propagation();
    }
}

/// A key on the trace, which is no register: it leads to a register, or looks at the trace in another way.
pub(super) fn on_trace(event: &web_sys::KeyboardEvent, actions: ActionsState) {
    if let Some(Command::Actions(command @ (OnActions::Show(_) | OnActions::Look(_)))) =
        keys::command_on(Place::Actions, event)
    {
        run(command, actions);
        event.prevent_default();
        event.stop_propagation();
    }
}

/// Carries out commands that were chosen elsewhere: in the palette, on a button.
pub(super) fn answer_commands(actions: ActionsState) {
    Effect::new(move |_| {
        let Some(command) = actions.wanted.get() else { return };
        actions.wanted.set(None);
        actions.focus_wanted.notify();
        match command {
            Command::Actions(command) => run(command, actions),
            Command::Board(command) => recommendations::run_board(command, actions),
            _ => {}
        }
    });
}

fn run(command: OnActions, actions: ActionsState) {
    match command {
        OnActions::Show(segment) => actions.show(segment),
        OnActions::Look(look) => actions.turn(look),
        OnActions::Add => actions.write(),
        OnActions::Details => recommendations::turn_details(actions),
        OnActions::RankBy(method) => recommendations::rank_by(method, actions),
        OnActions::SortByVotes => recommendations::sort_by_votes(actions),
        OnActions::Suggestions => recommendations::turn_suggestions(actions),
        way if way.leads() => {
            let to = actions.rows.with_untracked(|rows| led(rows, actions.chosen.get_untracked(), way));
            if let Some(record) = to {
                actions.go(record);
            }
        }
        _ => match actions.chosen.get_untracked() {
            Some(record) => on_record(command, record, actions),
            None => actions.spoken.set("There is nothing here yet. N adds something.".to_owned()),
        },
    }
}

/// Where a way leads among rows.
fn led<I: Copy + PartialEq>(ids: &[I], from: Option<I>, way: OnActions) -> Option<I> {
    let at = ids.iter().position(|it| Some(*it) == from)?;
    let last = ids.len() - 1;
    let to = match way {
        OnActions::Go(Way::Up) => at.saturating_sub(1),
        OnActions::Go(Way::Down) => (at + 1).min(last),
        OnActions::PageUp => at.saturating_sub(PAGE),
        OnActions::PageDown => (at + PAGE).min(last),
        OnActions::Start => 0,
        OnActions::End => last,
        _ => at,
    };
    ids.get(to).copied()
}

fn on_record(command: OnActions, record: RecordId, actions: ActionsState) {
    match command {
        OnActions::Edit => super::enter_details(actions),
        OnActions::Delete => delete(record, actions),
        OnActions::Move(way) => reorder(record, way, actions),
        OnActions::Link => match (LinkOf::of(record), record) {
            (Some(of), _) => actions.panels.toggle(Over::Palette(Asked::Link(of))),
            (None, RecordId::Recommendation(id)) => actions.panels.toggle(Over::Palette(Asked::Answers(id))),
            _ => actions.spoken.set(NOT_LINKED.to_owned()),
        },
        OnActions::LinkSelected => match LinkOf::of(record) {
            Some(of) => link_selected(of, actions),
            None => actions.spoken.set(NOT_LINKED.to_owned()),
        },
        OnActions::Answer => match record {
            RecordId::KeptFinding(id) => actions.panels.toggle(Over::Palette(Asked::AnsweredBy(id))),
            _ => actions.spoken.set("Only findings are answered.".to_owned()),
        },
        OnActions::Merge => match record {
            RecordId::KeptFinding(id) => actions.panels.toggle(Over::Palette(Asked::Merge(id))),
            _ => actions.spoken.set("Only findings are merged.".to_owned()),
        },
        of_recommendation => match record {
            RecordId::Recommendation(id) => recommendations::run(of_recommendation, id, actions),
            _ => actions.spoken.set("Only recommendations have that.".to_owned()),
        },
    }
}

/// What is said of a record that is about nothing.
const NOT_LINKED: &str = "Only evidence and findings are linked.";

fn link_selected(of: LinkOf, actions: ActionsState) {
    let records = actions.map_state.selection.with_untracked(Selection::records);
    if records.is_empty() {
        actions.spoken.set("Nothing is selected on the map.".to_owned());
    } else {
        actions.editor.commit(all_linked(of, &records));
    }
}

/// Deletes a record; one is at the row behind it then.
pub(super) fn delete(record: RecordId, actions: ActionsState) {
    let edit = match record {
        RecordId::Evidence(id) => Edit::RemoveEvidence { id },
        RecordId::KeptFinding(id) => Edit::RemoveFinding { id },
        RecordId::Recommendation(id) => Edit::RemoveRecommendation { id },
        RecordId::Forum(id) => Edit::RemoveForum { id },
        RecordId::Choice(id) => Edit::RemoveChoice { id },
        RecordId::Concern(id) => Edit::RemoveConcern { id },
        _ => return,
    };
    let next = actions.rows.with_untracked(|rows| beside(rows, record));
    if actions.editor.commit(edit) {
        if let Some(next) = next {
            actions.go(next);
        }
        actions.focus_wanted.notify();
        actions.spoken.set("It is gone. Undo brings it back.".to_owned());
    }
}

/// The row behind one, or that before the last.
fn beside<I: Copy + PartialEq>(ids: &[I], id: I) -> Option<I> {
    let at = ids.iter().position(|it| *it == id)?;
    ids.get(at + 1).or_else(|| ids.get(at.checked_sub(1)?)).copied()
}

fn reorder(record: RecordId, way: Way, actions: ActionsState) {
    if let RecordId::Recommendation(id) = record {
        return recommendations::reorder(id, way, actions);
    }
    let Some(before) = actions.rows.with_untracked(|rows| place_beside(rows, record, way)) else {
        return actions.spoken.set("There is no place further on.".to_owned());
    };
    let edit = match record {
        RecordId::Evidence(id) => Edit::MoveEvidence { id, before: before.and_then(RecordId::key) },
        RecordId::KeptFinding(id) => Edit::MoveFinding { id, before: before.and_then(RecordId::key) },
        RecordId::Forum(id) => Edit::MoveForum { id, before: before.and_then(RecordId::key) },
        RecordId::Choice(id) => Edit::MoveChoice { id, before: before.and_then(RecordId::key) },
        RecordId::Concern(id) => Edit::MoveConcern { id, before: before.and_then(RecordId::key) },
        _ => return,
    };
    actions.editor.commit(edit);
}

/// In front of which row one goes that moves a place; none where there is no place further on.
pub(crate) fn place_beside<I: Copy + PartialEq>(ids: &[I], id: I, way: Way) -> Option<Option<I>> {
    let at = ids.iter().position(|it| *it == id)?;
    match way {
        Way::Up => ids.get(at.checked_sub(1)?).map(|it| Some(*it)),
        Way::Down => ids.get(at + 1).map(|_| ids.get(at + 2).copied()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{beside, led, place_beside};
    use crate::keys::{OnActions, Way};

    #[test]
    fn ways_end_at_the_first_and_the_last_row() {
        let ids = [1, 2, 3];
        assert_eq!(led(&ids, Some(1), OnActions::Go(Way::Up)), Some(1));
        assert_eq!(led(&ids, Some(1), OnActions::Go(Way::Down)), Some(2));
        assert_eq!(led(&ids, Some(1), OnActions::PageDown), Some(3));
        assert_eq!(led(&ids, Some(2), OnActions::Start), Some(1));
        assert_eq!(led(&[], None::<u8>, OnActions::End), None);
    }

    #[test]
    fn what_moves_goes_in_front_of_its_neighbour_or_last() {
        let ids = [1, 2, 3];
        assert_eq!(place_beside(&ids, 2, Way::Up), Some(Some(1)));
        assert_eq!(place_beside(&ids, 1, Way::Down), Some(Some(3)));
        assert_eq!(place_beside(&ids, 2, Way::Down), Some(None), "last");
        assert_eq!((place_beside(&ids, 1, Way::Up), place_beside(&ids, 3, Way::Down)), (None, None));
        assert_eq!((beside(&ids, 2), beside(&ids, 3), beside(&[1], 1)), (Some(3), Some(2), None));
    }
}
