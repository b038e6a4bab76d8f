//! Days of the roadmap as working days and as dates.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use opmap_model::{WorkingWeek, Workshop};

/// Which days are worked, counted from the first day of a roadmap, day 0. While that has no date, it counts as a Monday
/// and no holiday is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkCalendar {
    start: Option<NaiveDate>,
    /// Whether each day of a week is worked, the weekday of day 0 first.
    week: [bool; 7],
    /// Holidays on days that would be worked otherwise.
    holidays: BTreeSet<u64>,
}

impl WorkCalendar {
    /// The calendar of a workshop.
    #[must_use]
    pub fn of(workshop: &Workshop) -> Self {
        Self::new(workshop.roadmap_start(), workshop.roadmap.week, &workshop.roadmap.holidays)
    }

    /// A calendar from its first day, its week and its holidays.
    #[must_use]
    pub fn new(start: Option<NaiveDate>, week: WorkingWeek, holidays: &BTreeSet<NaiveDate>) -> Self {
        let first = start.map_or(Weekday::Mon, |it| it.weekday());
        let mut day = first;
        let week = [(); 7].map(|()| {
            let works = week.works(day);
            day = day.succ();
            works
        });
        let after_start = |it: &NaiveDate| u64::try_from(it.signed_duration_since(start?).num_days()).ok();
        let mut calendar = Self { start, week, holidays: BTreeSet::new() };
        calendar.holidays =
            holidays.iter().filter_map(after_start).filter(|it| calendar.is_weekday(*it)).collect();
        calendar
    }

    /// Whether a day is worked.
    #[must_use]
    pub fn works(&self, day: u64) -> bool {
        self.is_weekday(day) && !self.holidays.contains(&day)
    }

    /// How many days are worked before a day, from day 0 on.
    #[must_use]
    pub fn worked_before(&self, day: u64) -> u64 {
        let rest = self.week.iter().take(index(day % 7)).filter(|it| **it).count();
        day / 7 * self.weekly() + rest as u64 - self.holidays.range(..day).count() as u64
    }

    /// The day that is worked after so many others, from day 0 on: the first for 0.
    #[must_use]
    pub fn worked_day(&self, before: u64) -> u64 {
        let mut before = before;
        for holiday in &self.holidays {
            if self.weekday_after(before) < *holiday {
                break;
            }
            before += 1;
        }
        self.weekday_after(before)
    }

    /// The date of a day; none while the start has none, or beyond all dates.
    #[must_use]
    pub fn date(&self, day: u64) -> Option<NaiveDate> {
        self.start?.checked_add_days(Days::new(day))
    }

    /// How many days of a week are worked, at least 1.
    fn weekly(&self) -> u64 {
        self.week.iter().filter(|it| **it).count() as u64
    }

    fn is_weekday(&self, day: u64) -> bool {
        self.week[index(day % 7)]
    }

    /// The same as [`worked_day`](Self::worked_day), holidays not looked at.
    fn weekday_after(&self, before: u64) -> u64 {
        let mut of_week = (0..7).filter(|it| self.week[index(*it)]);
        let weekly = self.weekly();
        before / weekly * 7 + of_week.nth(index(before % weekly)).unwrap_or(0)
    }
}

/// A number below 7 as a place.
fn index(below_seven: u64) -> usize {
    usize::try_from(below_seven).unwrap_or(0)
}
