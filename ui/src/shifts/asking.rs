//! How far the scoring of a shift has come, and what may be seen of it.

use opmap_analysis::{Counted, RoundResult, ShiftResult};
use opmap_model::{Document, Keyword, Rating, RoundId, Shift};

use super::way::{Method, Way};

/// How far the scoring of a shift has come.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Asking {
    /// The way in which the room says where it stands; that of the round, where there is one that is open or looked at.
    pub(super) way: Way,
    pub(super) stage: Stage,
    /// The round that is looked at. It holds no answers that are not revealed.
    pub(super) round: Option<RoundResult>,
    /// Which of the rounds that is, from 1; the one to come where there is none.
    pub(super) number: usize,
    /// How many rounds there are.
    pub(super) rounds: usize,
}

/// What may be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Nobody has been asked.
    Before,
    /// The room answers; nothing but how many.
    Open,
    /// Revealed, and hidden again.
    Hidden,
    /// Revealed.
    Shown,
}

impl Asking {
    /// Of a shift. `preferred` is the way for rounds to come, `viewed` the round that someone looks back at.
    pub(super) fn of(
        document: &Document,
        result: &ShiftResult,
        preferred: Way,
        viewed: Option<RoundId>,
        hidden: bool,
    ) -> Self {
        let at = viewed.and_then(|id| result.rounds.iter().position(|it| it.id == id));
        let at = at.or_else(|| result.rounds.len().checked_sub(1));
        let round = at.and_then(|at| result.rounds.get(at)).cloned();
        let is_revealed = round.as_ref().is_some_and(|it| it.asked.is_some());
        let stage = match &round {
            None => Stage::Before,
            Some(_) if !is_revealed => Stage::Open,
            Some(_) if hidden => Stage::Hidden,
            Some(_) => Stage::Shown,
        };
        // A round that nobody has answered gives way to another method.
        let method = round
            .as_ref()
            .filter(|it| it.answered > 0 || is_revealed)
            .and_then(|it| document.get(it.id))
            .map(Method::of);
        Self {
            way: method.map_or(preferred, Way::Asked),
            stage,
            round,
            number: at.unwrap_or(0) + 1,
            rounds: result.rounds.len(),
        }
    }

    pub(super) fn answered(&self) -> usize {
        self.round.as_ref().map_or(0, |it| it.answered)
    }

    /// What was answered, where it may be seen.
    pub(super) fn counted(&self) -> Option<Counted> {
        let asked = self.round.as_ref().filter(|_| self.stage == Stage::Shown)?.asked.as_ref()?;
        asked.everyone.counted
    }

    /// Whether the room is answering in rounds, so that a level is an answer; else it is what is agreed on.
    pub(super) fn takes_answers(&self) -> bool {
        matches!(self.stage, Stage::Before | Stage::Open) && self.way != Way::Agreed
    }

    /// Whether the way can still be chosen.
    pub(super) fn is_way_free(&self) -> bool {
        matches!(self.stage, Stage::Before | Stage::Open) && self.answered() == 0
    }
}

/// How many have answered, of how many in the room.
pub(super) fn in_words(answered: usize, in_room: usize) -> String {
    match in_room {
        0 => format!("{answered} in"),
        _ => format!("{answered} of {in_room} in"),
    }
}

/// Who is in the room.
pub(super) fn room_words(voices: opmap_analysis::Voices) -> String {
    match (voices.all, voices.frontline_percent()) {
        (all, Some(percent)) => {
            format!("{all} in the room, {} from the frontline ({percent}\u{2009}%)", voices.frontline)
        }
        _ => "Nobody is registered as in the room.".to_owned(),
    }
}

/// Where a shift stands, in a few words.
pub(super) fn state_words(result: &ShiftResult) -> String {
    if result.is_open() {
        return format!("scoring, round {}", result.rounds.len());
    }
    match (result.now, result.target) {
        (Some(now), Some(target)) => format!("{now} now, {target} wanted"),
        (Some(now), None) => format!("{now} now"),
        (None, _) if !result.rounds.is_empty() => "not agreed yet".to_owned(),
        (None, Some(target)) => format!("not scored, {target} wanted"),
        (None, None) => "not scored".to_owned(),
    }
}

/// The shift behind one in their order, if there is one.
pub(super) fn shift_after(shift: Shift) -> Option<Shift> {
    Shift::ALL.get(shift.number()).copied()
}

/// What the button says that agrees on a level and goes on.
pub(super) fn agree_words(level: Option<Rating>, shift: Shift) -> String {
    let then = if shift_after(shift).is_some() { "next shift" } else { "see the result" };
    match level {
        Some(level) => format!("Agree on {level}, {then}"),
        None if shift_after(shift).is_some() => "Next shift".to_owned(),
        None => "See the result".to_owned(),
    }
}
