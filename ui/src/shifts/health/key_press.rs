//! What commands do in the health check.

use leptos::prelude::*;
use opmap_model::{Answer, Edit, HealthQuestionField, HealthQuestionId, Keyword, Rating, Shift, Side};

use super::super::state::{LookedAt, ShiftsState};
use super::place::led;
use super::{HealthState, aside, changes};
use crate::identity::fresh;
use crate::keys::{OnHealth, Way};

/// Carries out a command.
pub(crate) fn run(command: OnHealth, shifts: ShiftsState) {
    let (editor, health) = (shifts.editor, shifts.health);
    // What is shown already is not built anew.
    if shifts.looked.get_untracked() != LookedAt::Health {
        shifts.looked.set(LookedAt::Health);
    }
    let place = health.place.get_untracked();
    match command {
        OnHealth::Level(level) => answer(Some(Answer::Level(level)), shifts),
        OnHealth::CantSay => answer(Some(Answer::CantSay), shifts),
        OnHealth::Clear => clear(shifts),
        OnHealth::Edit => aside::enter(place),
        OnHealth::Add => health.naming.set(true),
        OnHealth::Usual => add_usual(&[place.row.shift()], shifts),
        OnHealth::UsualForAll => add_usual(Shift::ALL, shifts),
        OnHealth::Agree => agree(shifts),
        OnHealth::Move(way) => {
            if let Some(edit) =
                place.row.question().and_then(|id| editor.peek(|it| changes::moved(it, id, way)))
            {
                editor.commit(edit);
            }
        }
        way => health.at.set(health.rows.with_untracked(|rows| led(rows, place, way))),
    }
}

fn answer(answer: Option<Answer>, shifts: ShiftsState) {
    match shifts.health.place.get_untracked().answer() {
        Some((id, side)) => set_answer(id, side, answer, shifts),
        None => shifts.spoken.set("Go to an answer first.".to_owned()),
    }
}

/// Sets what one side answers, and says it.
pub(super) fn set_answer(id: HealthQuestionId, side: Side, answer: Option<Answer>, shifts: ShiftsState) {
    if shifts.editor.commit(Edit::SetHealthQuestion { id, field: HealthQuestionField::Answer(side, answer) })
    {
        shifts.spoken.set(format!("{}: {}.", side.label(), answer_words(answer)));
    }
}

/// Takes an answer back; on the question itself that question.
fn clear(shifts: ShiftsState) {
    let place = shifts.health.place.get_untracked();
    match (place.answer(), place.row.question()) {
        (Some((id, side)), _) => set_answer(id, side, None, shifts),
        (None, Some(id)) => remove(id, shifts.health, shifts),
        (None, None) => {}
    }
}

/// Deletes a question, and goes to the one below, or above.
pub(super) fn remove(id: HealthQuestionId, health: HealthState, shifts: ShiftsState) {
    let place = health.place.get_untracked();
    let next = health.rows.with_untracked(|rows| {
        let below = led(rows, place, OnHealth::Go(Way::Down));
        let stays = below.row != place.row && below.row.question().is_some();
        if stays { below } else { led(rows, place, OnHealth::Go(Way::Up)) }
    });
    if shifts.editor.commit(Edit::RemoveHealthQuestion { id }) {
        health.at.set(next);
    }
}

fn add_usual(of: &[Shift], shifts: ShiftsState) {
    match shifts.editor.peek(|document| changes::usual(document, of, fresh)) {
        Some(edit) => drop(shifts.editor.commit(edit)),
        None => shifts.spoken.set("All usual questions are asked.".to_owned()),
    }
}

/// Makes the proposal the score of the room, which nothing else does.
fn agree(shifts: ShiftsState) {
    let shift = shifts.health.place.get_untracked().row.shift();
    match shifts.editor.peek(|document| changes::agreed(document, shift)) {
        Some(edit) => {
            if shifts.editor.commit(edit) {
                shifts.spoken.set("The proposal is the agreed score now.".to_owned());
            }
        }
        None => shifts.spoken.set("There is no other score to agree on.".to_owned()),
    }
}

/// What was answered, in words.
pub(super) fn answer_words(answer: Option<Answer>) -> String {
    match answer.map(Answer::level) {
        Some(Some(level)) => Rating::to_string(&level),
        Some(None) => "can’t say".to_owned(),
        None => "not set".to_owned(),
    }
}
