//! A level that people give, from 1 to 5.

use serde::{Deserialize, Serialize};

/// A whole number from 1 to 5, given by people (M1). What nobody has given is *not set*, never 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Rating(u8);

impl Rating {
    /// Every rating, from 1 to 5.
    pub const ALL: [Self; 5] = [Self(1), Self(2), Self(3), Self(4), Self(5)];

    /// A rating of 1 to 5; none outside.
    #[must_use]
    pub fn new(rating: u8) -> Option<Self> {
        (1..=5).contains(&rating).then_some(Self(rating))
    }

    /// The number, 1 to 5.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }

    /// Its place among [`ALL`](Self::ALL), 0 to 4.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0 - 1)
    }

    /// What a service is called that has come this far.
    #[must_use]
    pub fn maturity(self) -> &'static str {
        ["Ad hoc", "Repeatable", "Defined", "Measured", "Improving"][self.index()]
    }
}

impl TryFrom<u8> for Rating {
    type Error = &'static str;

    fn try_from(rating: u8) -> Result<Self, Self::Error> {
        Self::new(rating).ok_or("a rating is 1 to 5")
    }
}

impl From<Rating> for u8 {
    fn from(rating: Rating) -> Self {
        rating.0
    }
}

impl std::fmt::Display for Rating {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}
