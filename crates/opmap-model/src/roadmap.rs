//! The settings of the roadmap: what ranks, when it starts, its waves and which days are worked.

mod day;
mod wave;

use std::collections::BTreeSet;

use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::{Ranking, Refusal, Title, Workshop};
pub use day::{RoadmapDay, WorkingDays};
pub use wave::{Timing, Wave, WaveSpan, Waves};

/// How recommendations are ranked and planned. It belongs to the charter.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RoadmapSettings {
    /// The method that ranks (Q4).
    pub ranking: Ranking,
    /// The first day; the day of the workshop when not set.
    pub start: Option<NaiveDate>,
    /// The waves.
    pub waves: Waves,
    /// The days of the week that are worked.
    pub week: WorkingWeek,
    /// The days on which nobody works.
    pub holidays: BTreeSet<NaiveDate>,
}

/// The days of the week that are worked: at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct WorkingWeek(u8);

/// One part of the settings of the roadmap, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RoadmapField {
    /// The method that ranks.
    Ranking(Ranking),
    /// The first day.
    Start(Option<NaiveDate>),
    /// What a wave is called; none is made from its days.
    WaveTitle(Wave, Option<Title>),
    /// When a wave ends.
    WaveEnd(Wave, RoadmapDay),
    /// Whether a day of the week is worked.
    Works(Weekday, bool),
    /// Whether nobody works on a day.
    Holiday(NaiveDate, bool),
}

impl Workshop {
    /// The first day of the roadmap: as set, or the day of the workshop.
    #[must_use]
    pub fn roadmap_start(&self) -> Option<NaiveDate> {
        self.roadmap.start.or(self.date)
    }
}

impl WorkingWeek {
    /// Whether a day of the week is worked.
    #[must_use]
    pub fn works(self, day: Weekday) -> bool {
        self.0 & bit(day) != 0
    }

    /// The same with a day worked or not; none when no day would be left.
    #[must_use]
    pub fn with(self, day: Weekday, works: bool) -> Option<Self> {
        let days = if works { self.0 | bit(day) } else { self.0 & !bit(day) };
        Self::try_from(days).ok()
    }
}

fn bit(day: Weekday) -> u8 {
    1 << day.num_days_from_monday()
}

impl Default for WorkingWeek {
    /// Monday to Friday.
    fn default() -> Self {
        Self(0b001_1111)
    }
}

impl TryFrom<u8> for WorkingWeek {
    type Error = &'static str;

    fn try_from(days: u8) -> Result<Self, Self::Error> {
        if (1..128).contains(&days) { Ok(Self(days)) } else { Err("at least one day of the week is worked") }
    }
}

impl From<WorkingWeek> for u8 {
    fn from(week: WorkingWeek) -> Self {
        week.0
    }
}

impl RoadmapField {
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Ranking(_) => "Rank in another way",
            Self::Start(_) => "Set the start of the roadmap",
            Self::WaveTitle(..) => "Rename a wave",
            Self::WaveEnd(..) => "Set the end of a wave",
            Self::Works(..) => "Set the days that are worked",
            Self::Holiday(_, true) => "Add a holiday",
            Self::Holiday(_, false) => "Remove a holiday",
        }
    }
}

pub(crate) fn set(settings: &mut RoadmapSettings, field: RoadmapField) -> Result<(), Refusal> {
    match field {
        RoadmapField::Ranking(it) => settings.ranking = it,
        RoadmapField::Start(it) => settings.start = it,
        RoadmapField::WaveTitle(wave, it) => settings.waves = settings.waves.clone().with_title(wave, it),
        RoadmapField::WaveEnd(wave, it) => {
            settings.waves = settings.waves.clone().with_last_day(wave, it).ok_or(Refusal::WavesCross)?;
        }
        RoadmapField::Works(day, it) => {
            settings.week = settings.week.with(day, it).ok_or(Refusal::NoWorkingDay)?;
        }
        RoadmapField::Holiday(date, true) => drop(settings.holidays.insert(date)),
        RoadmapField::Holiday(date, false) => drop(settings.holidays.remove(&date)),
    }
    Ok(())
}
