//! What a room has answered, in each of the ways in which it can.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::tables::References;
use crate::{ParticipantId, Perspective, Rating};

/// What a room has answered. How it was asked says how the answers are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answers {
    /// Hands were counted.
    Hands(Hands),
    /// Each has answered unseen by the others.
    Blind(Ballots),
    /// Answers were taken over from elsewhere, such as a form.
    Imported(Ballots),
}

/// One answer (M1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// A level.
    Level(Rating),
    /// They cannot say. It is counted, and left out of everything else.
    CantSay,
}

/// How many gave each answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tally {
    /// How many gave each level, from 1 to 5.
    pub levels: [u16; 5],
    /// How many cannot say.
    pub cant_say: u16,
}

/// Counted hands: those of one perspective apart, and those of whom nothing was said.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Hands {
    /// Hands of which no perspective was said.
    pub unsorted: Tally,
    /// Hands by perspective; where nobody raised one there is none.
    by: BTreeMap<Perspective, Tally>,
}

/// Answers person by person.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Ballots {
    /// Of participants who gave them with their name.
    pub named: BTreeMap<ParticipantId, Answer>,
    /// Of those who gave them without (S7), by a number that they keep for the whole session. Nothing leads from a
    /// number to a name.
    pub unnamed: BTreeMap<u16, UnnamedBallot>,
}

/// An answer without a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnnamedBallot {
    /// The answer.
    pub answer: Answer,
    /// From where they see the service, if they said so.
    pub perspective: Option<Perspective>,
}

impl Answers {
    /// The word for how the room was asked.
    #[must_use]
    pub fn method(&self) -> &'static str {
        match self {
            Self::Hands(_) => "Hands counted",
            Self::Blind(_) => "Answered unseen",
            Self::Imported(_) => "Taken over",
        }
    }

    /// The answers person by person; none where hands were counted.
    #[must_use]
    pub fn ballots(&self) -> Option<&Ballots> {
        match self {
            Self::Hands(_) => None,
            Self::Blind(ballots) | Self::Imported(ballots) => Some(ballots),
        }
    }

    pub(super) fn count(&self) -> usize {
        match self {
            Self::Hands(hands) => hands.tallies().map(|(_, it)| it.count()).sum(),
            Self::Blind(ballots) | Self::Imported(ballots) => ballots.named.len() + ballots.unnamed.len(),
        }
    }
}

impl Answer {
    /// The level, if there is one.
    #[must_use]
    pub fn level(self) -> Option<Rating> {
        match self {
            Self::Level(rating) => Some(rating),
            Self::CantSay => None,
        }
    }
}

impl Tally {
    /// How many answers there are, those who cannot say among them.
    #[must_use]
    pub fn count(&self) -> usize {
        self.levels.iter().chain([&self.cant_say]).map(|it| usize::from(*it)).sum()
    }
}

impl Hands {
    /// The hands of one perspective; those of whom nothing was said for none.
    #[must_use]
    pub fn tally(&self, of: Option<Perspective>) -> Tally {
        of.map_or(self.unsorted, |it| self.by.get(&it).copied().unwrap_or_default())
    }

    /// Every tally in which there is a hand.
    pub fn tallies(&self) -> impl Iterator<Item = (Option<Perspective>, &Tally)> {
        let unsorted = (self.unsorted.count() > 0).then_some((None, &self.unsorted));
        self.by.iter().map(|(perspective, it)| (Some(*perspective), it)).chain(unsorted)
    }

    pub(crate) fn set(&mut self, of: Option<Perspective>, tally: Tally) {
        match of {
            None => self.unsorted = tally,
            Some(perspective) if tally.count() == 0 => drop(self.by.remove(&perspective)),
            Some(perspective) => drop(self.by.insert(perspective, tally)),
        }
    }
}

/// A participant who is gone has taken their answers along.
impl References<ParticipantId> for Answers {
    fn referred(&self) -> impl Iterator<Item = ParticipantId> + '_ {
        self.ballots().into_iter().flat_map(|it| it.named.keys().copied())
    }

    fn refer_anew(&mut self, become_of: impl Fn(ParticipantId) -> Option<ParticipantId>) {
        if let Self::Blind(ballots) | Self::Imported(ballots) = self {
            let all = std::mem::take(&mut ballots.named).into_iter();
            ballots.named = all.filter_map(|(id, it)| Some((become_of(id)?, it))).collect();
        }
    }
}
