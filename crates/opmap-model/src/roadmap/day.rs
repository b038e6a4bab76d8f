//! Days of the roadmap, counted.

use serde::{Deserialize, Serialize};

/// A day of the roadmap: how many calendar days after its start, 0 to 3,650. It holds whether or not the start has a
/// date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct RoadmapDay(u16);

/// How long something takes, in working days, 1 to 2,600.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct WorkingDays(u16);

impl RoadmapDay {
    /// The last day that can be named.
    pub const LIMIT: u16 = 3_650;
    /// When waves end whose days nobody has set.
    pub(super) const USUAL_ENDS: [Self; 3] = [Self(30), Self(90), Self(180)];

    /// A day of 0 to 3,650; none outside.
    #[must_use]
    pub fn new(day: u16) -> Option<Self> {
        (day <= Self::LIMIT).then_some(Self(day))
    }

    /// The number, 0 on the day of the start.
    #[must_use]
    pub fn get(self) -> u16 {
        self.0
    }
}

impl WorkingDays {
    /// The most there may be.
    pub const LIMIT: u16 = 2_600;

    /// Working days of 1 to 2,600; none outside.
    #[must_use]
    pub fn new(days: u16) -> Option<Self> {
        (1..=Self::LIMIT).contains(&days).then_some(Self(days))
    }

    /// The number.
    #[must_use]
    pub fn get(self) -> u16 {
        self.0
    }
}

impl TryFrom<u16> for RoadmapDay {
    type Error = &'static str;

    fn try_from(day: u16) -> Result<Self, Self::Error> {
        Self::new(day).ok_or("a day of the roadmap is 0 to 3,650")
    }
}

impl From<RoadmapDay> for u16 {
    fn from(day: RoadmapDay) -> Self {
        day.0
    }
}

impl TryFrom<u16> for WorkingDays {
    type Error = &'static str;

    fn try_from(days: u16) -> Result<Self, Self::Error> {
        Self::new(days).ok_or("a duration is 1 to 2,600 working days")
    }
}

impl From<WorkingDays> for u16 {
    fn from(days: WorkingDays) -> Self {
        days.0
    }
}
