//! A workstream: what belongs together on the way, as a row of the roadmap.

use serde::{Deserialize, Serialize};

use crate::rank::Ranked;
use crate::{Rank, Title};

/// A row of the roadmap. Recommendations name the one that they belong to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Workstream {
    /// Where it stands among the workstreams.
    pub rank: Rank,
    /// What it is called.
    pub title: Title,
}

impl Workstream {
    /// A workstream with a name.
    #[must_use]
    pub fn new(title: Title) -> Self {
        Self { rank: Rank::default(), title }
    }
}

impl Ranked for Workstream {
    fn rank(&self) -> Rank {
        self.rank
    }

    fn set_rank(&mut self, rank: Rank) {
        self.rank = rank;
    }
}
