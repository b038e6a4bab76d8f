//! What a recommendation still lacks before it can be handed over (Q5).

use opmap_model::Recommendation;

/// A part that every recommendation has (Q5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MissingPart {
    /// A finding that it answers.
    Finding,
    /// The shift that it moves.
    Shift,
    /// Who sees to it.
    Owner,
    /// What it does for the customer.
    Impact,
    /// How hard it is.
    Effort,
    /// When it is to be done, or that it is parked.
    Wave,
    /// What is measured to know that it worked.
    Measure,
}

impl MissingPart {
    /// What it is called in a sentence.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Finding => "finding",
            Self::Shift => "shift",
            Self::Owner => "owner",
            Self::Impact => "impact",
            Self::Effort => "effort",
            Self::Wave => "wave",
            Self::Measure => "measure",
        }
    }
}

/// The parts that a recommendation lacks, in the order in which they are asked for.
#[must_use]
pub fn missing_parts(recommendation: &Recommendation) -> Vec<MissingPart> {
    [
        (recommendation.addresses.is_empty(), MissingPart::Finding),
        (recommendation.shift.is_none(), MissingPart::Shift),
        (recommendation.owner.is_none(), MissingPart::Owner),
        (recommendation.impact.is_none(), MissingPart::Impact),
        (recommendation.effort.is_none(), MissingPart::Effort),
        (recommendation.timing.is_none(), MissingPart::Wave),
        (recommendation.measure.is_none(), MissingPart::Measure),
    ]
    .into_iter()
    .filter_map(|(missing, part)| missing.then_some(part))
    .collect()
}
