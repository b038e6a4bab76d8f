//! How far a room agrees: what its answers on one question say (M2, S2), and whether people put several questions in
//! the same order (S3 to S6). Knows nothing of how answers are kept.

mod concordance;

pub use concordance::{Concordance, KendallsW, NoConcordance, Strength, concordance};

/// What the answers on one question say, each a level from 1 to 5. Those who cannot say are not among them (M1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spread {
    /// How many gave each level, from 1 to 5.
    pub counts: [u32; 5],
    /// How many gave a level; at least one.
    pub answers: u64,
    /// The lowest level that was given.
    pub lowest: u8,
    /// The highest level that was given.
    pub highest: u8,
    /// The middle answer, in halves: of an even number of answers it lies between the two in the middle.
    pub median_halves: u32,
    /// The level to propose: the middle answer, of an even number the lower one in the middle (M2).
    pub proposal: u8,
    /// The mean in tenths, rounded; for information only (M2).
    pub mean_tenths: u32,
    /// The level below which a quarter of the answers lies, in quarters: between two answers it lies on the line.
    pub lower_quarters: u32,
    /// The level above which a quarter of the answers lies, likewise.
    pub upper_quarters: u32,
    /// How many answers lie within one level of the median.
    pub within_one: u64,
    /// How far they agree.
    pub verdict: Verdict,
}

/// How far the answers on one question agree (S2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// No two answers are more than one level apart.
    Consensus,
    /// The middle half is at most one level wide, and three in four lie within one level of the median.
    Near,
    /// The lowest and the highest are worth hearing.
    Discuss,
}

/// Of how many answers, in percent, those within one level of the median are at least this share when they are near
/// each other (S2).
const NEAR_PERCENT: u64 = 75;

impl Spread {
    /// What answers say of which so many gave each level, from 1 to 5; none when nobody gave one.
    #[must_use]
    pub fn of(counts: [u32; 5]) -> Option<Self> {
        let given = || (1..).zip(counts).filter(|(_, count)| *count > 0);
        let lowest: u8 = given().next()?.0;
        let highest = given().last()?.0;
        let answers: u64 = counts.into_iter().map(u64::from).sum();
        let sum: u64 = given().map(|(level, count)| u64::from(level) * u64::from(count)).sum();
        let (lower, upper) = (at(counts, (answers - 1) / 2), at(counts, answers / 2));
        let median_halves = u32::from(lower) + u32::from(upper);
        let within_one = given()
            .filter(|(level, _)| (2 * u32::from(*level)).abs_diff(median_halves) <= 2)
            .map(|(_, count)| u64::from(count))
            .sum();
        let (lower_quarters, upper_quarters) = (quartile(counts, answers, 1), quartile(counts, answers, 3));
        let verdict = if highest - lowest <= 1 {
            Verdict::Consensus
        } else if upper_quarters - lower_quarters <= 4 && 100 * within_one >= NEAR_PERCENT * answers {
            Verdict::Near
        } else {
            Verdict::Discuss
        };
        Some(Self {
            counts,
            answers,
            lowest,
            highest,
            median_halves,
            proposal: lower,
            mean_tenths: rounded(10 * sum, answers),
            lower_quarters,
            upper_quarters,
            within_one,
            verdict,
        })
    }

    /// How wide the middle half of the answers is, in quarters of a level.
    #[must_use]
    pub fn middle_quarters(&self) -> u32 {
        self.upper_quarters - self.lower_quarters
    }

    /// How many percent of the answers lie within one level of the median, rounded.
    #[must_use]
    pub fn within_one_percent(&self) -> u32 {
        rounded(100 * self.within_one, self.answers)
    }
}

impl Verdict {
    /// The word that people read.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Consensus => "Agreed",
            Self::Near => "Close",
            Self::Discuss => "Discuss",
        }
    }

    /// What the word means.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Consensus => "all answers within one step of each other",
            Self::Near => "three in four within one step of the middle answer",
            Self::Discuss => "the lowest and the highest see it differently",
        }
    }
}

/// The answer at a place, from 0, when the answers stand in order.
fn at(counts: [u32; 5], place: u64) -> u8 {
    let mut passed = 0;
    let level = (1..).zip(counts).find(|(_, count)| {
        passed += u64::from(*count);
        passed > place
    });
    level.map_or(5, |(level, _)| level)
}

/// The first or third quartile in quarters of a level, on the line between the two answers around it.
fn quartile(counts: [u32; 5], answers: u64, number: u64) -> u32 {
    let (place, quarters) = ((answers - 1) * number / 4, (answers - 1) * number % 4);
    let (below, above) = (u32::from(at(counts, place)), u32::from(at(counts, place + 1)));
    match u32::try_from(quarters) {
        Ok(quarters) if quarters > 0 => 4 * below + quarters * (above - below),
        _ => 4 * below,
    }
}

/// A quotient rounded to the nearest whole number, a half upwards.
pub(crate) fn rounded(dividend: u64, divisor: u64) -> u32 {
    u32::try_from((2 * dividend + divisor) / (2 * divisor)).unwrap_or(u32::MAX)
}
