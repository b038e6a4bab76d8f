//! What a room has said of the seven shifts, as far as it has been revealed (M1 to M5, S1 to S7).

mod figures;
mod gaps;
mod groups;
mod rounds;
mod since;
mod wording;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use opmap_model::{
    Answers, Ballots, Document, EarlierScore, Keyword, ParticipantId, Rating, Round, Shift, Title,
};

use crate::consensus::rounded;
use crate::{Concordance, concordance};
pub use figures::{day, halves, signed, signed_tenths, tenths};
pub use groups::Apart;
pub use rounds::{Asked, Counted, Group, RoundResult};
pub use since::Since;
pub(crate) use since::source;
pub use wording::NoVerdict;

/// Below how many people nobody is told what they answered (S7).
pub const FEWEST_SHOWN: usize = 3;

/// What a room has said of the seven shifts.
#[derive(Debug, Clone, PartialEq)]
pub struct Shifts {
    /// The seven in their order.
    pub each: Vec<ShiftResult>,
    /// All scores together; none where no shift is scored.
    pub overall: Option<Overall>,
    /// Whether people put the shifts in the same order, from what they answered person by person in the last revealed
    /// round of each shift.
    pub order: Concordance,
    /// Who is in the room.
    pub voices: Voices,
    /// The last of the earlier workshops, if any is known: what it was called, and its day.
    pub last_time: Option<(Title, Option<NaiveDate>)>,
}

/// What a room has said of one shift.
#[derive(Debug, Clone, PartialEq)]
pub struct ShiftResult {
    /// Which one.
    pub shift: Shift,
    /// What it is called.
    pub name: String,
    /// Its rounds in their order, those that are not revealed without their answers.
    pub rounds: Vec<RoundResult>,
    /// The middle answer of the last revealed round (M2).
    pub proposal: Option<Rating>,
    /// The score today that the room has agreed on; none where it has not (M1).
    pub now: Option<Rating>,
    /// The score that is wanted.
    pub target: Option<Rating>,
    /// From today to what is wanted (M3).
    pub gap: Option<i8>,
    /// How much it weighs beside the other shifts.
    pub weight: Option<Rating>,
    /// What was said of it at the last of the earlier workshops.
    pub earlier: Option<EarlierScore>,
    /// Whether its levels were reworded since (M7).
    pub stale: bool,
}

/// All scores together (M5). It is always told of how many shifts, and with the lowest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overall {
    /// How many of the seven have a score today, at least 1.
    pub scored: usize,
    /// The mean of those, in tenths, rounded.
    pub mean_tenths: u32,
    /// The lowest score today.
    pub lowest: Rating,
    /// The shifts that have it.
    pub at_lowest: Vec<Shift>,
    /// How many of the seven have a score that is wanted.
    pub with_target: usize,
    /// The mean of those, in tenths, rounded; none where there are none.
    pub target_tenths: Option<u32>,
}

/// How many are in the room, and how many of them speak for the frontline (3.49).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voices {
    /// How many.
    pub all: usize,
    /// How many of them.
    pub frontline: usize,
}

impl ShiftResult {
    /// Whether the room is answering now: its last round is not revealed.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.rounds.last().is_some_and(|it| it.asked.is_none())
    }

    /// The last round that is revealed.
    #[must_use]
    pub fn last_revealed(&self) -> Option<&RoundResult> {
        self.rounds.iter().rev().find(|it| it.asked.is_some())
    }
}

impl Voices {
    /// Those of the frontline in percent, rounded; none where nobody is registered.
    #[must_use]
    pub fn frontline_percent(self) -> Option<u32> {
        (self.all > 0).then(|| rounded(100 * self.frontline as u64, self.all as u64))
    }
}

/// What the room of a workshop has said of the seven shifts.
#[must_use]
pub fn shifts(document: &Document) -> Shifts {
    let each: Vec<ShiftResult> = Shift::ALL.iter().map(|shift| result(document, *shift)).collect();
    let last_time = document.last_workshop().map(|it| (it.title.clone(), it.date));
    Shifts { overall: overall(&each), order: order(document), voices: voices(document), each, last_time }
}

/// Who is in the room (3.49).
#[must_use]
pub fn voices(document: &Document) -> Voices {
    let frontline = document.participants().values().filter(|it| it.is_frontline_voice()).count();
    Voices { all: document.participants().len(), frontline }
}

fn result(document: &Document, shift: Shift) -> ShiftResult {
    let assessment = document.assessment(shift);
    let rounds = rounds::results(document, shift);
    let last = rounds.iter().rev().find_map(|it| it.asked.as_ref());
    let spread = last.and_then(|it| it.everyone.counted.as_ref()?.spread);
    ShiftResult {
        shift,
        name: assessment.name().to_owned(),
        proposal: spread.and_then(|it| Rating::new(it.proposal)),
        rounds,
        now: assessment.now,
        target: assessment.target,
        gap: assessment.gap(),
        weight: assessment.weight,
        earlier: document.last_workshop().and_then(|it| it.scores.get(&shift).copied()),
        stale: assessment.stale,
    }
}

fn overall(each: &[ShiftResult]) -> Option<Overall> {
    let lowest = each.iter().filter_map(|it| it.now).min()?;
    let (now, target) = (|| each.iter().filter_map(|it| it.now), || each.iter().filter_map(|it| it.target));
    Some(Overall {
        scored: now().count(),
        mean_tenths: mean_tenths(now())?,
        lowest,
        at_lowest: each.iter().filter(|it| it.now == Some(lowest)).map(|it| it.shift).collect(),
        with_target: target().count(),
        target_tenths: mean_tenths(target()),
    })
}

/// The mean of some levels in tenths, rounded; none where there are none.
fn mean_tenths(levels: impl Iterator<Item = Rating>) -> Option<u32> {
    let levels: Vec<u64> = levels.map(|it| u64::from(it.get())).collect();
    (!levels.is_empty()).then(|| rounded(10 * levels.iter().sum::<u64>(), levels.len() as u64))
}

/// Someone who answers several shifts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rater {
    Named(ParticipantId),
    Unnamed(u16),
}

/// Whether people put the shifts in the same order (S3, S7).
fn order(document: &Document) -> Concordance {
    let answered = Shift::ALL.iter().filter_map(|shift| {
        let rounds = document.rounds_of(*shift);
        let last: Option<&Round> = rounds.into_iter().rev().map(|it| it.1).find(|it| it.revealed);
        last.and_then(Round::answers).and_then(Answers::ballots).map(levels)
    });
    let items: Vec<BTreeMap<Rater, Option<u8>>> = answered.collect();
    let raters: BTreeSet<Rater> = items.iter().flat_map(|it| it.keys().copied()).collect();
    let row = |rater: &Rater| items.iter().map(|it| it.get(rater).copied().flatten()).collect();
    concordance(&raters.iter().map(row).collect::<Vec<Vec<Option<u8>>>>())
}

fn levels(ballots: &Ballots) -> BTreeMap<Rater, Option<u8>> {
    let level = |answer: opmap_model::Answer| answer.level().map(Rating::get);
    let named = ballots.named.iter().map(|(id, answer)| (Rater::Named(*id), level(*answer)));
    let unnamed = ballots.unnamed.iter().map(|(number, it)| (Rater::Unnamed(*number), level(it.answer)));
    named.chain(unnamed).collect()
}
