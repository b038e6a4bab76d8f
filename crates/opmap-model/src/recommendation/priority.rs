//! What recommendations are ranked by, beside impact and effort: the inputs of RICE and WSJF (Q2 to Q4).

use serde::{Deserialize, Serialize};

use crate::Keyword;

/// The method that ranks the list; the inputs of the others are kept (Q4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ranking {
    /// The higher impact first, then the lower effort (Q1).
    #[default]
    ImpactEffort,
    /// Reach, impact, confidence and effort (Q2).
    Rice,
    /// The cost of delay for the size of the job (Q3).
    Wsjf,
    /// The dots that the room has given.
    Votes,
}

/// What RICE asks for (Q2). Without one of them there is no score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Rice {
    /// How many customers or cases it reaches in the period.
    pub reach: Option<u32>,
    /// The period in which they are counted.
    pub period: Option<Period>,
    /// How much it does for each of them.
    pub impact: Option<RiceImpact>,
    /// How sure the room is.
    pub confidence: Option<Confidence>,
    /// How much work it is, in person-weeks.
    pub effort: Option<PersonWeeks>,
}

/// What WSJF asks for, each only in relation to the other recommendations (Q3). Without one of them there is no score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Wsjf {
    /// What it is worth to customers and the business.
    pub value: Option<Points>,
    /// How much it loses by waiting.
    pub urgency: Option<Points>,
    /// How much risk it takes away, or which chances it opens.
    pub risk: Option<Points>,
    /// How large the job is.
    pub size: Option<Points>,
}

/// The period in which a reach is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Period {
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// Twelve months.
    Year,
}

/// How much something does for each one that it reaches (Q2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RiceImpact {
    /// 3.
    Massive,
    /// 2.
    High,
    /// 1.
    Medium,
    /// 0.5.
    Low,
    /// 0.25.
    Minimal,
}

/// How sure the room is of reach and impact (Q2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// 100 %.
    High,
    /// 80 %.
    Medium,
    /// 50 %.
    Low,
}

/// Work in person-weeks, 1 to 9,999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct PersonWeeks(u32);

/// One of 1, 2, 3, 5, 8, 13 and 20 (Q3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Points(u8);

impl Period {
    /// How many months it has.
    #[must_use]
    pub fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }
}

impl RiceImpact {
    /// The number, in quarters: 1 to 12.
    #[must_use]
    pub fn quarters(self) -> u32 {
        match self {
            Self::Massive => 12,
            Self::High => 8,
            Self::Medium => 4,
            Self::Low => 2,
            Self::Minimal => 1,
        }
    }
}

impl Confidence {
    /// In percent.
    #[must_use]
    pub fn percent(self) -> u32 {
        match self {
            Self::High => 100,
            Self::Medium => 80,
            Self::Low => 50,
        }
    }
}

impl PersonWeeks {
    /// The most there may be.
    pub const LIMIT: u32 = 9_999;

    /// Person-weeks of 1 to 9,999; none outside.
    #[must_use]
    pub fn new(weeks: u32) -> Option<Self> {
        (1..=Self::LIMIT).contains(&weeks).then_some(Self(weeks))
    }

    /// The number.
    #[must_use]
    pub fn get(self) -> u32 {
        self.0
    }
}

impl Points {
    /// Every number of points, from the fewest.
    pub const ALL: [Self; 7] = [Self(1), Self(2), Self(3), Self(5), Self(8), Self(13), Self(20)];

    /// One of the seven; none for any other number.
    #[must_use]
    pub fn new(points: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.0 == points)
    }

    /// The number.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u32> for PersonWeeks {
    type Error = &'static str;

    fn try_from(weeks: u32) -> Result<Self, Self::Error> {
        Self::new(weeks).ok_or("work is 1 to 9,999 person-weeks")
    }
}

impl From<PersonWeeks> for u32 {
    fn from(weeks: PersonWeeks) -> Self {
        weeks.0
    }
}

impl TryFrom<u8> for Points {
    type Error = &'static str;

    fn try_from(points: u8) -> Result<Self, Self::Error> {
        Self::new(points).ok_or("points are 1, 2, 3, 5, 8, 13 or 20")
    }
}

impl From<Points> for u8 {
    fn from(points: Points) -> Self {
        points.0
    }
}

impl Keyword for Ranking {
    const ALL: &'static [Self] = &[Self::ImpactEffort, Self::Rice, Self::Wsjf, Self::Votes];

    fn key(self) -> &'static str {
        match self {
            Self::ImpactEffort => "impact-effort",
            Self::Rice => "rice",
            Self::Wsjf => "wsjf",
            Self::Votes => "votes",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::ImpactEffort => "Impact, then effort",
            Self::Rice => "Reach and confidence (RICE)",
            Self::Wsjf => "Cost of delay (WSJF)",
            Self::Votes => "Votes of the room",
        }
    }
}

impl Keyword for Period {
    const ALL: &'static [Self] = &[Self::Month, Self::Quarter, Self::Year];

    fn key(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Month => "A month",
            Self::Quarter => "A quarter",
            Self::Year => "A year",
        }
    }
}

impl Keyword for RiceImpact {
    const ALL: &'static [Self] = &[Self::Massive, Self::High, Self::Medium, Self::Low, Self::Minimal];

    fn key(self) -> &'static str {
        match self {
            Self::Massive => "massive",
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
            Self::Minimal => "minimal",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Massive => "Massive (3)",
            Self::High => "High (2)",
            Self::Medium => "Medium (1)",
            Self::Low => "Low (0.5)",
            Self::Minimal => "Minimal (0.25)",
        }
    }
}

impl Keyword for Confidence {
    const ALL: &'static [Self] = &[Self::High, Self::Medium, Self::Low];

    fn key(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::High => "High (100 %)",
            Self::Medium => "Medium (80 %)",
            Self::Low => "Low (50 %)",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{PersonWeeks, Points};

    #[test]
    fn points_and_work_hold_only_what_the_methods_know() {
        let known: Vec<u8> = (0..=30).filter_map(Points::new).map(Points::get).collect();
        assert_eq!(known, [1, 2, 3, 5, 8, 13, 20]);
        assert!(serde_json::from_str::<Points>("4").is_err());
        assert_eq!(PersonWeeks::new(0), None, "nothing is divided by no work");
        assert!(serde_json::from_str::<PersonWeeks>("0").is_err());
        assert!(serde_json::from_str::<PersonWeeks>("10000").is_err());
    }
}
