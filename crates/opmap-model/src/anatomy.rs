//! What is said of a step beyond its name and place: small values with their rules.

use serde::{Deserialize, Serialize};

use crate::Keyword;

/// Who or what does the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Performer {
    /// People of the company.
    Person,
    /// A system, without people.
    System,
    /// Another company.
    Partner,
}

/// How the customer feels, −2 (bad) to +2 (good) (B8). What is not set is never 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i8", into = "i8")]
pub struct Sentiment(i8);

/// A share in permille, 0 to 1,000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct Permille(u16);

/// A share that people estimate, in whole percent, 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Percent(u8);

/// What a step is worth to the customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ValueTag {
    /// The customer would pay for it.
    Adding,
    /// It adds nothing, but cannot be left out today.
    Necessary,
    /// Nobody would miss it.
    Waste,
}

/// How well a claim is known, from the best (B8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceGrade {
    /// Measured.
    Data,
    /// Seen by someone who looked.
    Observed,
    /// Told by someone.
    Reported,
    /// Thought to be so.
    Assumed,
}

/// Which hours a duration counts (H10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Clock {
    /// The hours in which the company works.
    Business,
    /// All hours, nights and holidays too.
    Calendar,
}

impl Sentiment {
    /// A sentiment of −2 to +2; none outside.
    #[must_use]
    pub fn new(sentiment: i8) -> Option<Self> {
        (-2..=2).contains(&sentiment).then_some(Self(sentiment))
    }

    /// The number, −2 to +2.
    #[must_use]
    pub fn get(self) -> i8 {
        self.0
    }
}

impl std::fmt::Display for Sentiment {
    /// With its sign: `+2`, `0`, `−1`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            0 => f.write_str("0"),
            below if below < 0 => write!(f, "\u{2212}{}", below.unsigned_abs()),
            above => write!(f, "+{above}"),
        }
    }
}

impl TryFrom<i8> for Sentiment {
    type Error = &'static str;

    fn try_from(sentiment: i8) -> Result<Self, Self::Error> {
        Self::new(sentiment).ok_or("a sentiment is −2 to +2")
    }
}

impl From<Sentiment> for i8 {
    fn from(sentiment: Sentiment) -> Self {
        sentiment.0
    }
}

impl Permille {
    /// The whole.
    pub const WHOLE: Self = Self(1_000);

    /// A share of 0 to 1,000; none beyond.
    #[must_use]
    pub fn new(permille: u16) -> Option<Self> {
        (permille <= Self::WHOLE.0).then_some(Self(permille))
    }

    /// The number, 0 to 1,000.
    #[must_use]
    pub fn get(self) -> u16 {
        self.0
    }
}

impl std::fmt::Display for Permille {
    /// In percent, with a decimal where there is one: `82 %`, `97.5 %`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.0 / 10, self.0 % 10) {
            (percent, 0) => write!(f, "{percent}\u{2009}%"),
            (percent, tenth) => write!(f, "{percent}.{tenth}\u{2009}%"),
        }
    }
}

impl TryFrom<u16> for Permille {
    type Error = &'static str;

    fn try_from(permille: u16) -> Result<Self, Self::Error> {
        Self::new(permille).ok_or("a share is 0 to 1,000 permille")
    }
}

impl From<Permille> for u16 {
    fn from(permille: Permille) -> Self {
        permille.0
    }
}

impl Percent {
    /// A share of 0 to 100; none beyond.
    #[must_use]
    pub fn new(percent: u8) -> Option<Self> {
        (percent <= 100).then_some(Self(percent))
    }

    /// The number, 0 to 100.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

impl std::fmt::Display for Percent {
    /// With its sign: `40 %`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}\u{2009}%", self.0)
    }
}

impl TryFrom<u8> for Percent {
    type Error = &'static str;

    fn try_from(percent: u8) -> Result<Self, Self::Error> {
        Self::new(percent).ok_or("a share is 0 to 100 percent")
    }
}

impl From<Percent> for u8 {
    fn from(percent: Percent) -> Self {
        percent.0
    }
}

impl Keyword for Performer {
    const ALL: &'static [Self] = &[Self::Person, Self::System, Self::Partner];

    fn key(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::System => "system",
            Self::Partner => "partner",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Person => "Person",
            Self::System => "System",
            Self::Partner => "Partner",
        }
    }
}

impl Keyword for ValueTag {
    const ALL: &'static [Self] = &[Self::Adding, Self::Necessary, Self::Waste];

    fn key(self) -> &'static str {
        match self {
            Self::Adding => "adding",
            Self::Necessary => "necessary",
            Self::Waste => "waste",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Adding => "Value-adding",
            Self::Necessary => "Necessary",
            Self::Waste => "Waste",
        }
    }
}

impl Keyword for EvidenceGrade {
    const ALL: &'static [Self] = &[Self::Data, Self::Observed, Self::Reported, Self::Assumed];

    fn key(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::Observed => "observed",
            Self::Reported => "reported",
            Self::Assumed => "assumed",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Data => "Data",
            Self::Observed => "Observed",
            Self::Reported => "Reported",
            Self::Assumed => "Assumed",
        }
    }
}

impl Keyword for Clock {
    const ALL: &'static [Self] = &[Self::Business, Self::Calendar];

    fn key(self) -> &'static str {
        match self {
            Self::Business => "business",
            Self::Calendar => "calendar",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Business => "Business hours",
            Self::Calendar => "Calendar hours",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Percent, Permille, Sentiment};

    #[test]
    fn a_sentiment_has_five_values_and_shows_its_sign() {
        let shown: Vec<String> = (-3..=3).filter_map(Sentiment::new).map(|it| it.to_string()).collect();
        assert_eq!(shown, ["−2", "−1", "0", "+1", "+2"]);
        assert!(serde_json::from_str::<Sentiment>("3").is_err());
    }

    #[test]
    fn a_share_ends_at_the_whole() {
        let shown = |permille| Permille::new(permille).map(|it| it.to_string());
        assert_eq!(shown(0).as_deref(), Some("0\u{2009}%"));
        assert_eq!(shown(825).as_deref(), Some("82.5\u{2009}%"));
        assert_eq!(shown(1_000).as_deref(), Some("100\u{2009}%"));
        assert_eq!(shown(1_001), None);
    }

    #[test]
    fn a_share_in_percent_is_at_most_a_hundred() {
        let shown = |percent| Percent::new(percent).map(|it| it.to_string());
        assert_eq!((shown(0).as_deref(), shown(100).as_deref()), (Some("0\u{2009}%"), Some("100\u{2009}%")));
        assert_eq!(shown(101), None);
        assert!(serde_json::from_str::<Percent>("101").is_err());
    }
}
