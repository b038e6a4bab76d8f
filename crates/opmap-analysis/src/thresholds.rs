//! From where on a number is worth a word.

/// The numbers from which the checks speak up; those marked † in the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// The most roles responsible for one thing (R4).
    pub responsible: u32,
    /// The most roles consulted on one thing (R5).
    pub consulted: u32,
    /// The most roles informed of one thing (R5).
    pub informed: u32,
    /// The largest share of all A's that one role holds, in percent (R8).
    pub accountable_percent: u32,
    /// The largest share of all rows that one role does, in percent (R9).
    pub responsible_percent: u32,
    /// The most roles that must agree to one decision (D3).
    pub agree: u32,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            responsible: 3,
            consulted: 3,
            informed: 6,
            accountable_percent: 40,
            responsible_percent: 60,
            agree: 2,
        }
    }
}
