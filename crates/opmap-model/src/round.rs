//! A round: the room is asked once where the service stands on a shift, all at once, and what it answered is kept
//! (S1).

mod answers;

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::rank::{Ranked, place};
use crate::tables::References;
use crate::{ParticipantId, Perspective, Rank, Refusal, RoundId, Shift};

pub use answers::{Answer, Answers, Ballots, Hands, Tally, UnnamedBallot};

/// One asking of the room. Until it is revealed nobody is shown what was answered: [`Round::answers`] gives nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// Where it stands among the rounds of its shift.
    pub rank: Rank,
    /// What was asked about.
    pub shift: Shift,
    /// Whether the answers have been shown to the room, all at once.
    pub revealed: bool,
    /// Read with [`Round::answers`] or, by those who keep it, with [`Round::sealed`].
    pub(crate) answers: Answers,
}

/// One part of a round, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RoundField {
    /// The hands of one perspective, or of those of whom nothing was said.
    Hands(Option<Perspective>, Tally),
    /// The answer of a participant; none takes it back.
    Named(ParticipantId, Option<Answer>),
    /// The answer of a number without a name; none takes it back.
    Unnamed(u16, Option<UnnamedBallot>),
    /// All is shown to the room.
    Revealed,
}

impl Round {
    /// The most rounds of one shift (S1).
    pub const LIMIT: usize = 3;

    /// A round that is not revealed.
    #[must_use]
    pub fn new(shift: Shift, answers: Answers) -> Self {
        Self { rank: Rank::default(), shift, revealed: false, answers }
    }

    /// What the room has answered, once it is revealed; none before.
    #[must_use]
    pub fn answers(&self) -> Option<&Answers> {
        self.revealed.then_some(&self.answers)
    }

    /// What has been answered even before it is revealed: for who keeps it or enters it, never to be shown to the
    /// room.
    #[must_use]
    pub fn sealed(&self) -> &Answers {
        &self.answers
    }

    /// How many have answered, which may be shown at any time.
    #[must_use]
    pub fn answered(&self) -> usize {
        self.answers.count()
    }
}

impl Ranked for Round {
    fn rank(&self) -> Rank {
        self.rank
    }

    fn set_rank(&mut self, rank: Rank) {
        self.rank = rank;
    }
}

impl RoundField {
    /// What was done, without saying what was answered.
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Hands(..) => "Count hands on",
            Self::Named(..) | Self::Unnamed(..) => "Answer on",
            Self::Revealed => "Reveal the answers on",
        }
    }
}

pub(crate) fn add(draft: &mut Draft<'_>, id: RoundId, round: &Round) -> Result<(), Refusal> {
    for participant in round.answers.referred() {
        draft.get(participant)?;
    }
    let earlier = draft.siblings(id, |it: &Round| it.shift == round.shift);
    if earlier.len() >= Round::LIMIT {
        return Err(Refusal::TooManyRounds { limit: Round::LIMIT });
    }
    for earlier in &earlier {
        if !draft.get(*earlier)?.revealed {
            return Err(Refusal::RoundOpen);
        }
    }
    draft.add(id, round.clone())?;
    place::<Round>(draft, &earlier, &[id], None)
}

/// Counted hands can be put right even when they were revealed: everyone has seen them. What was answered unseen can
/// not, or the others would be known while one answers (S1).
pub(crate) fn set(draft: &mut Draft<'_>, id: RoundId, field: &RoundField) -> Result<(), Refusal> {
    let mut round = draft.get(id)?.clone();
    match field {
        RoundField::Revealed => round.revealed = true,
        RoundField::Hands(perspective, tally) => match &mut round.answers {
            Answers::Hands(hands) => hands.set(*perspective, *tally),
            Answers::Blind(_) | Answers::Imported(_) => return Err(Refusal::OtherMethod),
        },
        RoundField::Named(participant, answer) => {
            draft.get(*participant)?;
            let ballots = open_ballots(&mut round)?;
            match answer {
                Some(answer) => drop(ballots.named.insert(*participant, *answer)),
                None => drop(ballots.named.remove(participant)),
            }
        }
        RoundField::Unnamed(number, ballot) => {
            let ballots = open_ballots(&mut round)?;
            match ballot {
                Some(ballot) => drop(ballots.unnamed.insert(*number, *ballot)),
                None => drop(ballots.unnamed.remove(number)),
            }
        }
    }
    draft.update(id, |it| *it = round)
}

fn open_ballots(round: &mut Round) -> Result<&mut Ballots, Refusal> {
    let revealed = round.revealed;
    match &mut round.answers {
        Answers::Hands(_) => Err(Refusal::OtherMethod),
        Answers::Blind(_) | Answers::Imported(_) if revealed => Err(Refusal::RoundRevealed),
        Answers::Blind(ballots) | Answers::Imported(ballots) => Ok(ballots),
    }
}
