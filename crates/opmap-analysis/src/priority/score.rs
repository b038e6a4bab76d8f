//! A score as an exact ratio, so that no rounding decides who comes first.

use std::cmp::Ordering;

/// A number of at least 0, kept as a ratio of whole numbers.
#[derive(Debug, Clone, Copy)]
pub struct Score {
    numerator: u64,
    /// At least 1.
    denominator: u64,
}

impl Score {
    pub(crate) fn new(numerator: u64, denominator: u64) -> Self {
        Self { numerator, denominator: denominator.max(1) }
    }

    /// In tenths, rounded.
    #[must_use]
    pub fn tenths(self) -> u64 {
        let tenths = (u128::from(self.numerator) * 20 + u128::from(self.denominator))
            / (u128::from(self.denominator) * 2);
        u64::try_from(tenths).unwrap_or(u64::MAX)
    }
}

impl Ord for Score {
    fn cmp(&self, other: &Self) -> Ordering {
        let product = |a: u64, b: u64| u128::from(a) * u128::from(b);
        product(self.numerator, other.denominator).cmp(&product(other.numerator, self.denominator))
    }
}

impl PartialOrd for Score {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Score {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Score {}

impl std::fmt::Display for Score {
    /// With one digit behind the point where there is one: `800`, `3.2`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.tenths() / 10, self.tenths() % 10) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, tenth) => write!(f, "{whole}.{tenth}"),
        }
    }
}
