//! How much of a matrix of letters is in order (R18).

use opmap_model::MapKey;

/// How much of one matrix is in order. What has no matrix has no integrity: that is *n/a*, not 100 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RaciIntegrity {
    /// The map; none for the activities outside the journeys.
    pub map: Option<MapKey>,
    /// How many rows there are, at least 1.
    pub rows: usize,
    /// How many of them have no error.
    pub sound: usize,
}

impl RaciIntegrity {
    /// Rows without an error as a share of all, in percent, rounded down: 100 is only said when all are in order.
    #[must_use]
    pub fn percent(&self) -> Option<usize> {
        (self.sound * 100).checked_div(self.rows)
    }
}
