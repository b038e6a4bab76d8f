//! How far each shift is from today to what is wanted, and which comes first (M3).

use std::cmp::Reverse;

use opmap_model::Rating;

use super::{ShiftResult, Shifts};

impl ShiftResult {
    /// Weight times gap: how much there is to do where it matters; none where one of them is not set.
    #[must_use]
    pub fn weighted_gap(&self) -> Option<i8> {
        Some(i8::try_from(self.weight.map(Rating::get)?).ok()? * self.gap?)
    }
}

impl Shifts {
    /// The shifts with the most to do where it matters first: by weight times gap, then those without a weight by their
    /// gap, then those without a gap. What is not set counts as no number.
    #[must_use]
    pub fn by_weighted_gap(&self) -> Vec<&ShiftResult> {
        let mut ordered: Vec<&ShiftResult> = self.each.iter().collect();
        ordered.sort_by_key(|it| (Reverse(it.weighted_gap()), Reverse(it.gap), it.shift));
        ordered
    }
}
