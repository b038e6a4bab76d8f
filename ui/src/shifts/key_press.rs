//! What keys do on the Shifts station, and commands that were chosen elsewhere.

use leptos::prelude::*;
use opmap_model::{Answer, Keyword, Perspective, Rating, Shift, ShiftField};

use super::asking::{Asking, Stage, shift_after};
use super::changes;
use super::entry::Entry;
use super::level_choice::focus_level;
use super::result::{self, Taking};
use super::scores::{TODAY, WANTED};
use super::state::{LookedAt, ShiftsState};
use super::timer::{Timer, now};
use super::way::{Method, Way};
use super::words::revealed_words;
use super::words_panel;
use crate::frame::is_typing;
use crate::identity::fresh;
use crate::keys::{self, Command, OnShifts, Place, presses_a_button};

/// A key on the station. Those of a field or a button are left to it.
pub(super) fn on_station(event: &web_sys::KeyboardEvent, shifts: ShiftsState, taking: Taking) {
    if is_typing(event) || presses_a_button(event) {
        return;
    }
    let of_result = (shifts.looked.get_untracked() == LookedAt::Result)
        .then(|| keys::command_on(Place::ShiftResult, event))
        .flatten();
    match of_result.or_else(|| keys::command_on(Place::Shifts, event)) {
        Some(Command::Shifts(command))
            if shifts.looked.get_untracked() == LookedAt::Score || !command.is_scoring() =>
        {
            run(command, shifts);
        }
        Some(Command::Result(command)) => result::run(command, shifts, taking),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

/// Carries out commands that were chosen elsewhere: in the palette, on a button.
pub(super) fn answer_commands(shifts: ShiftsState, taking: Taking) {
    Effect::new(move |_| {
        let Some(command) = shifts.wanted.get() else { return };
        shifts.wanted.set(None);
        match command {
            Command::Shifts(command) => {
                shifts.focus_wanted.notify();
                run(command, shifts);
            }
            Command::Health(command) => super::health::run(command, shifts),
            Command::Result(command) => {
                shifts.looked.set(LookedAt::Result);
                result::run(command, shifts, taking);
            }
            _ => {}
        }
    });
}

/// Carries out a command. What takes away the button or the field that it came from gives the keyboard back to the station.
pub(super) fn run(command: OnShifts, shifts: ShiftsState) {
    match command {
        OnShifts::Look(at) => shifts.looked.set(at),
        OnShifts::FromForm => shifts.form.ask(),
        OnShifts::Words => words_panel::turn(shifts),
        OnShifts::Next => shifts.step(1),
        OnShifts::Previous => shifts.step(-1),
        OnShifts::First => shifts.shift.set(Shift::Roles),
        OnShifts::Last => shifts.shift.set(Shift::Culture),
        OnShifts::Level(level) => level_given(level, shifts),
        OnShifts::LessOf(level) => count(Answer::Level(level), false, shifts),
        OnShifts::CantSay => count(Answer::CantSay, true, shifts),
        OnShifts::LessCantSay => count(Answer::CantSay, false, shifts),
        OnShifts::Whose => shifts.hands_of.update(|it| *it = next_perspective(*it)),
        OnShifts::Ask(way) => ask(way, shifts),
        OnShifts::Names => shifts.with_names.update(|it| *it = !*it),
        OnShifts::EnterAnswer => enter_answer(shifts),
        OnShifts::Reveal => reveal(shifts),
        OnShifts::NextRound => next_round(shifts),
        OnShifts::DeleteRound => delete_round(shifts),
        OnShifts::Today => focus_level(TODAY),
        OnShifts::Wanted => focus_level(WANTED),
        OnShifts::Agree => agree(shifts),
        OnShifts::StillHolds => shifts.set(ShiftField::StillHolds),
        OnShifts::Timer => shifts.timer.update(|it| *it = it.turned(now())),
        OnShifts::ResetTimer => shifts.timer.set(Timer::default()),
    }
}

/// A level: a hand that goes up, or what is agreed on.
fn level_given(level: Rating, shifts: ShiftsState) {
    let (takes_answers, stage) = shifts.asking.with_untracked(|it| (it.takes_answers(), it.stage));
    if takes_answers {
        count(Answer::Level(level), true, shifts);
    } else if stage != Stage::Hidden {
        shifts.set(ShiftField::Now(Some(level)));
        shifts.spoken.set(format!("Agreed on {level}."));
    }
}

/// A hand more or less. Where answers are unseen, nothing of them is done here.
pub(super) fn count(answer: Answer, more: bool, shifts: ShiftsState) {
    let way = shifts.asking.with_untracked(|it| it.way);
    if way != Way::Asked(Method::Hands) {
        return shifts.spoken.set("No hands are counted here.".to_owned());
    }
    let (shift, of) = (shifts.shift.get_untracked(), shifts.hands_of.get_untracked());
    let edit = shifts.editor.peek(|document| changes::hand(document, shift, of, answer, more, fresh()));
    carry_out(edit, shifts, |shifts| {
        let answered = shifts.asking.with_untracked(Asking::answered);
        format!("{} hand. {answered} in.", if more { "One more" } else { "One less" })
    });
}

/// Lets the room say in another way where it stands, unless it has begun to.
pub(super) fn ask(way: Way, shifts: ShiftsState) {
    shifts.way.set(way);
    shifts.spoken.set(match shifts.asking.with_untracked(|it| it.way == way) {
        true => way.meaning().to_owned(),
        false => "This round goes on as it was begun; the next is asked so.".to_owned(),
    });
}

pub(super) fn enter_answer(shifts: ShiftsState) {
    match shifts.asking.with_untracked(|it| (it.way, it.stage)) {
        (Way::Asked(Method::Unseen), Stage::Before | Stage::Open) => shifts.entry.set(Some(Entry::Who)),
        (_, Stage::Shown | Stage::Hidden) => {
            shifts.spoken.set("The answers are revealed. Begin another round first.".to_owned());
        }
        _ => shifts.spoken.set("Let the room answer unseen first.".to_owned()),
    }
}

/// Reveals the answers; those that are revealed it hides or shows again.
pub(super) fn reveal(shifts: ShiftsState) {
    shifts.focus_wanted.notify();
    match shifts.asking.with_untracked(|it| it.stage) {
        Stage::Shown => shifts.hidden.set(true),
        Stage::Hidden => shifts.hidden.set(false),
        Stage::Before | Stage::Open => {
            let shift = shifts.shift.get_untracked();
            let edit = shifts.editor.peek(|document| changes::reveal(document, shift));
            carry_out(edit, shifts, |shifts| shifts.asking.with_untracked(revealed_words));
        }
    }
}

pub(super) fn next_round(shifts: ShiftsState) {
    shifts.focus_wanted.notify();
    let (shift, way) = (shifts.shift.get_untracked(), shifts.way.get_untracked());
    let method = match way {
        Way::Asked(method) => Some(method),
        Way::Agreed => None,
    };
    let edit = shifts.editor.peek(|document| changes::next_round(document, shift, method, fresh()));
    shifts.viewed.set(None);
    shifts.hidden.set(false);
    shifts.timer.set(Timer::default());
    carry_out(edit, shifts, |_| "Another round.".to_owned());
}

pub(super) fn delete_round(shifts: ShiftsState) {
    shifts.focus_wanted.notify();
    let shift = shifts.shift.get_untracked();
    let edit = shifts.editor.peek(|document| changes::delete_round(document, shift));
    shifts.viewed.set(None);
    carry_out(edit, shifts, |_| "The round is gone. Undo brings it back.".to_owned());
}

/// Agrees on what is agreed already or else on the middle answer, and goes on.
pub(super) fn agree(shifts: ShiftsState) {
    shifts.focus_wanted.notify();
    if shifts.asking.with_untracked(|it| it.takes_answers() || it.stage == Stage::Hidden) {
        return shifts.spoken.set("Reveal the answers first.".to_owned());
    }
    let shift = shifts.shift.get_untracked();
    let level = untrack(|| shifts.level_to_agree());
    let edit = level.and_then(|level| shifts.editor.peek(|document| changes::agree(document, shift, level)));
    if let Some(edit) = edit
        && !shifts.editor.commit(edit)
    {
        return;
    }
    match shift_after(shift) {
        Some(next) => shifts.shift.set(next),
        None => shifts.looked.set(LookedAt::Result),
    }
}

/// Commits an edit and says what became of it, or why there is none.
fn carry_out(
    edit: Result<opmap_model::Edit, &'static str>,
    shifts: ShiftsState,
    said: impl FnOnce(ShiftsState) -> String,
) {
    match edit {
        Ok(edit) => {
            if shifts.editor.commit(edit) {
                shifts.spoken.set(said(shifts));
            }
        }
        Err(sentence) => shifts.spoken.set(sentence.to_owned()),
    }
}

/// Everyone, then one perspective after the other.
fn next_perspective(now: Option<Perspective>) -> Option<Perspective> {
    let Some(now) = now else { return Perspective::ALL.first().copied() };
    let at = Perspective::ALL.iter().position(|it| *it == now)?;
    Perspective::ALL.get(at + 1).copied()
}
