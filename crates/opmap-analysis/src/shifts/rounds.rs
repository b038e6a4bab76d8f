//! What was answered in each round, by everyone and by perspective, without giving away what a few people said.

use std::collections::BTreeMap;

use opmap_model::{Answer, Answers, Document, Perspective, Round, RoundId, Shift, Tally};

use super::FEWEST_SHOWN;
use crate::Spread;

/// A round as it may be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundResult {
    /// Which one.
    pub id: RoundId,
    /// How the room was asked, in words.
    pub method: &'static str,
    /// How many have answered.
    pub answered: usize,
    /// What they said; none until it is revealed.
    pub asked: Option<Asked>,
}

/// What was answered in a round that is revealed.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// By everyone.
    pub everyone: Group,
    /// By those of each perspective, and by those of whom none was said, where that makes more than one group.
    pub by_perspective: Vec<Group>,
}

/// What some people answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Their perspective; none for everyone, and for those of whom none was said.
    pub perspective: Option<Perspective>,
    /// How many answered.
    pub answered: usize,
    /// What they said; none where it is hidden, since it would tell what a few people said unseen (S7).
    pub counted: Option<Counted>,
}

/// Counted answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// How many cannot say (M1).
    pub cant_say: u64,
    /// What the others said; none where there are none.
    pub spread: Option<Spread>,
}

/// How many gave each level, and how many cannot say.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    levels: [u32; 5],
    cant_say: u32,
}

pub(super) fn results(document: &Document, shift: Shift) -> Vec<RoundResult> {
    let result = |(id, round): (RoundId, &Round)| RoundResult {
        id,
        method: round.sealed().method(),
        answered: round.answered(),
        asked: round.answers().map(|it| asked(document, it)),
    };
    document.rounds_of(shift).into_iter().map(result).collect()
}

fn asked(document: &Document, answers: &Answers) -> Asked {
    let counts = counts(document, answers);
    let mut all = Count::default();
    counts.values().for_each(|it| all.add(it));
    // Everyone has seen the hands of the others.
    let sealed = answers.ballots().is_some();
    let everyone = group(None, all, !sealed || all.answered() >= FEWEST_SHOWN);
    if counts.len() < 2 {
        return Asked { everyone, by_perspective: Vec::new() };
    }
    let hidden = if sealed { hidden(&counts) } else { Vec::new() };
    let by_perspective = counts.iter().map(|(of, count)| group(*of, *count, !hidden.contains(of))).collect();
    Asked { everyone, by_perspective }
}

fn group(perspective: Option<Perspective>, count: Count, shown: bool) -> Group {
    let counted = Counted { cant_say: u64::from(count.cant_say), spread: Spread::of(count.levels) };
    Group { perspective, answered: count.answered(), counted: shown.then_some(counted) }
}

/// The groups that are too small, and as many of the next larger as it takes that what is left of everyone without those
/// that are shown is not too small either.
fn hidden(counts: &BTreeMap<Option<Perspective>, Count>) -> Vec<Option<Perspective>> {
    let mut by_size: Vec<_> = counts.iter().map(|(of, it)| (it.answered(), *of)).collect();
    by_size.sort_unstable();
    let mut together = 0;
    let mut hidden = Vec::new();
    for (size, of) in by_size {
        if size >= FEWEST_SHOWN && (together == 0 || together >= FEWEST_SHOWN) {
            break;
        }
        together += size;
        hidden.push(of);
    }
    hidden
}

fn counts(document: &Document, answers: &Answers) -> BTreeMap<Option<Perspective>, Count> {
    let mut counts: BTreeMap<Option<Perspective>, Count> = BTreeMap::new();
    match answers {
        Answers::Hands(hands) => {
            for (of, tally) in hands.tallies() {
                counts.entry(of).or_default().add(&Count::from(tally));
            }
        }
        Answers::Blind(ballots) | Answers::Imported(ballots) => {
            for (id, answer) in &ballots.named {
                let of = document.get(*id).and_then(|it| it.perspective);
                counts.entry(of).or_default().count(*answer);
            }
            for ballot in ballots.unnamed.values() {
                counts.entry(ballot.perspective).or_default().count(ballot.answer);
            }
        }
    }
    counts
}

impl Count {
    fn count(&mut self, answer: Answer) {
        match answer.level() {
            Some(level) => self.levels[level.index()] += 1,
            None => self.cant_say += 1,
        }
    }

    fn add(&mut self, other: &Self) {
        for (level, more) in self.levels.iter_mut().zip(other.levels) {
            *level += more;
        }
        self.cant_say += other.cant_say;
    }

    fn answered(&self) -> usize {
        self.levels.iter().chain([&self.cant_say]).map(|it| *it as usize).sum()
    }
}

impl From<&Tally> for Count {
    fn from(tally: &Tally) -> Self {
        Self { levels: tally.levels.map(u32::from), cant_say: u32::from(tally.cant_say) }
    }
}
