//! Whether people put things in the same order: Kendall's W with its correction for ties (S3 to S6). It is worked out
//! in whole numbers; ranks are kept doubled, since ties share the mean of their ranks.

/// Whether raters put the same items in the same order. It says nothing of levels: who gives everything two levels
/// less puts it in the same order (S5), so it is shown together with a [`Spread`](super::Spread).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Concordance {
    /// How many rated every item, and are counted.
    pub raters: usize,
    /// How many have an item missing, and are left out (S4).
    pub left_out: usize,
    /// How many items there are.
    pub items: usize,
    /// Kendall's W, or why there is none.
    pub w: Result<KendallsW, NoConcordance>,
}

/// Kendall's W as a fraction: 0 is no agreement on the order, 1 is one and the same order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KendallsW {
    numerator: u128,
    /// Greater than 0.
    denominator: u128,
}

/// Why there is no Kendall's W (S4, S7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoConcordance {
    /// One order alone agrees with nothing.
    #[error("fewer than two people answered everything")]
    FewRaters,
    /// One item alone has no order.
    #[error("fewer than two shifts were answered person by person")]
    FewItems,
    /// Nobody put anything before anything else.
    #[error("everyone gave everything the same level, so there is no order")]
    AllTied,
}

/// How much agreement on the order that is, in words (S6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Less than 0.3.
    Weak,
    /// From 0.3 to 0.7.
    Moderate,
    /// More than 0.7.
    Strong,
}

/// Whether raters, each a row of levels of the same items in the same order, agree on the order of the items. A level
/// that is missing leaves out its rater.
#[must_use]
pub fn concordance(rows: &[Vec<Option<u8>>]) -> Concordance {
    let items = rows.iter().map(Vec::len).max().unwrap_or(0);
    let complete: Vec<Vec<u8>> = rows
        .iter()
        .filter(|row| row.len() == items)
        .filter_map(|row| row.iter().copied().collect())
        .collect();
    let raters = complete.len();
    Concordance { raters, left_out: rows.len() - raters, items, w: kendalls_w(&complete, items) }
}

fn kendalls_w(rows: &[Vec<u8>], items: usize) -> Result<KendallsW, NoConcordance> {
    if items < 2 {
        return Err(NoConcordance::FewItems);
    }
    if rows.len() < 2 {
        return Err(NoConcordance::FewRaters);
    }
    let (m, n) = (rows.len() as u128, items as u128);
    let mut sums = vec![0_u128; items];
    let mut ties = 0;
    for row in rows {
        for (sum, level) in sums.iter_mut().zip(row) {
            *sum += doubled_rank(row, *level);
        }
        ties += tie_correction(row);
    }
    // All ranks are doubled, so this is four times S.
    let four_s: u128 = sums.iter().map(|it| it.abs_diff(m * (n + 1)).pow(2)).sum();
    let denominator = m * m * (n.pow(3) - n) - m * ties;
    if denominator == 0 {
        Err(NoConcordance::AllTied)
    } else {
        Ok(KendallsW { numerator: 3 * four_s, denominator })
    }
}

/// Twice the rank of a level among those of a rater, from 1 for the lowest; ties share the mean of their ranks.
fn doubled_rank(row: &[u8], level: u8) -> u128 {
    let lower = row.iter().filter(|it| **it < level).count() as u128;
    let same = row.iter().filter(|it| **it == level).count() as u128;
    2 * lower + same + 1
}

/// The sum of t³ − t over the groups of t items that a rater gave the same level.
fn tie_correction(row: &[u8]) -> u128 {
    // Each of the t members of a group adds t² − 1.
    let same = |level: u8| row.iter().filter(|it| **it == level).count() as u128;
    row.iter().map(|level| same(*level).pow(2) - 1).sum()
}

impl KendallsW {
    /// W in hundredths, rounded: 0 to 100.
    #[must_use]
    pub fn hundredths(self) -> u32 {
        let rounded = (200 * self.numerator + self.denominator) / (2 * self.denominator);
        u32::try_from(rounded).unwrap_or(100)
    }

    /// W in ten-thousandths, rounded.
    #[must_use]
    pub fn ten_thousandths(self) -> u32 {
        let rounded = (20_000 * self.numerator + self.denominator) / (2 * self.denominator);
        u32::try_from(rounded).unwrap_or(10_000)
    }

    /// The word for it; the limits belong to *moderate* (S6).
    #[must_use]
    pub fn strength(self) -> Strength {
        if 10 * self.numerator < 3 * self.denominator {
            Strength::Weak
        } else if 10 * self.numerator <= 7 * self.denominator {
            Strength::Moderate
        } else {
            Strength::Strong
        }
    }
}

impl Strength {
    /// The word that people read.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Weak => "weak",
            Self::Moderate => "moderate",
            Self::Strong => "strong",
        }
    }
}
