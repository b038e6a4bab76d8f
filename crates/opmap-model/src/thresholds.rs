//! From where on a number is worth a word: the settings of the checks, those marked † in the rules.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::Keyword;

/// A number from which a check speaks up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Threshold {
    /// The most roles responsible for one thing (R4).
    Responsible,
    /// The most roles consulted on one thing (R5).
    Consulted,
    /// The most roles informed of one thing (R5).
    Informed,
    /// The largest share of all A's that one role holds, in percent (R8).
    AccountableShare,
    /// The largest share of all rows that one role does, in percent (R9).
    ResponsibleShare,
    /// The most roles that must agree to one decision (D3).
    Agree,
    /// The highest impact or effort that still counts as low (Q1).
    LowScore,
}

/// The thresholds of a workshop. One that is not set is the usual one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "BTreeMap<Threshold, u32>", into = "BTreeMap<Threshold, u32>")]
pub struct Thresholds(BTreeMap<Threshold, u32>);

impl Threshold {
    /// What it is where nobody has set it.
    #[must_use]
    pub fn usual(self) -> u32 {
        match self {
            Self::Responsible | Self::Consulted | Self::LowScore => 3,
            Self::Informed => 6,
            Self::AccountableShare => 40,
            Self::ResponsibleShare => 60,
            Self::Agree => 2,
        }
    }

    /// Whether it is a share in percent and no count.
    #[must_use]
    pub fn is_share(self) -> bool {
        matches!(self, Self::AccountableShare | Self::ResponsibleShare)
    }

    /// What it can be.
    #[must_use]
    pub fn range(self) -> RangeInclusive<u32> {
        match self {
            // Both high and low are left of 1 to 5.
            Self::LowScore => 1..=4,
            _ if self.is_share() => 1..=100,
            _ => 0..=99,
        }
    }

    /// Identity of the rule that asks for it.
    #[must_use]
    pub fn rule(self) -> &'static str {
        match self {
            Self::Responsible => "R4",
            Self::Consulted | Self::Informed => "R5",
            Self::AccountableShare => "R8",
            Self::ResponsibleShare => "R9",
            Self::Agree => "D3",
            Self::LowScore => "Q1",
        }
    }
}

impl Thresholds {
    /// The number from which the check speaks up when it is exceeded.
    #[must_use]
    pub fn of(&self, threshold: Threshold) -> u32 {
        self.get(threshold).unwrap_or_else(|| threshold.usual())
    }

    /// What was set; none where it is the usual one.
    #[must_use]
    pub fn get(&self, threshold: Threshold) -> Option<u32> {
        self.0.get(&threshold).copied()
    }

    /// Those that were set, in the order in which they are offered.
    pub fn iter(&self) -> impl Iterator<Item = (Threshold, u32)> + '_ {
        self.0.iter().map(|(threshold, number)| (*threshold, *number))
    }

    /// The same with one of them set, or the usual one again; none when the number is out of its range.
    #[must_use]
    pub fn with(mut self, threshold: Threshold, number: Option<u32>) -> Option<Self> {
        match number {
            None => drop(self.0.remove(&threshold)),
            Some(number) if threshold.range().contains(&number) => drop(self.0.insert(threshold, number)),
            Some(_) => return None,
        }
        Some(self)
    }
}

impl TryFrom<BTreeMap<Threshold, u32>> for Thresholds {
    type Error = &'static str;

    fn try_from(numbers: BTreeMap<Threshold, u32>) -> Result<Self, Self::Error> {
        let in_range = numbers.iter().all(|(threshold, number)| threshold.range().contains(number));
        if in_range {
            Ok(Self(numbers))
        } else {
            Err("a count is 0 to 99, a share 1 to 100 and a low score 1 to 4")
        }
    }
}

impl From<Thresholds> for BTreeMap<Threshold, u32> {
    fn from(thresholds: Thresholds) -> Self {
        thresholds.0
    }
}

impl Keyword for Threshold {
    const ALL: &'static [Self] = &[
        Self::Responsible,
        Self::Consulted,
        Self::Informed,
        Self::AccountableShare,
        Self::ResponsibleShare,
        Self::Agree,
        Self::LowScore,
    ];

    fn key(self) -> &'static str {
        match self {
            Self::Responsible => "responsible",
            Self::Consulted => "consulted",
            Self::Informed => "informed",
            Self::AccountableShare => "accountable-share",
            Self::ResponsibleShare => "responsible-share",
            Self::Agree => "agree",
            Self::LowScore => "low-score",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Responsible => "Roles responsible for one step",
            Self::Consulted => "Roles consulted on one step",
            Self::Informed => "Roles informed of one step",
            Self::AccountableShare => "Share of all A’s that one role holds",
            Self::ResponsibleShare => "Share of all steps that one role does",
            Self::Agree => "Roles that must agree to one decision",
            Self::LowScore => "Impact or effort that is still low",
        }
    }
}
