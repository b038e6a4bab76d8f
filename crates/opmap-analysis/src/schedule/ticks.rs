//! What of a calendar is named or set apart where its days are drawn: months, weeks, and the days on which nobody works.

use chrono::{Datelike, Weekday};

use super::WorkCalendar;

/// A place in time that has a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarTick {
    /// Its first day.
    pub day: u64,
    /// What it is called: `June 2026`, the day of the month, or `W2` while nothing has a date.
    pub words: String,
}

impl WorkCalendar {
    /// The months, from the one of day 0 to that of the last day; none while day 0 has no date.
    #[must_use]
    pub fn months(&self, last: u64) -> Vec<CalendarTick> {
        let begins = |day: &u64| *day == 0 || self.date(*day).is_some_and(|it| it.day() == 1);
        let named = |day| Some(CalendarTick { day, words: month(&crate::day(self.date(day)?)) });
        (0..=last).filter(begins).filter_map(named).collect()
    }

    /// The Mondays by the day of their month, or each week by its number while day 0 has no date.
    #[must_use]
    pub fn weeks(&self, last: u64) -> Vec<CalendarTick> {
        if self.date(0).is_none() {
            let numbered = |it| CalendarTick { day: it * 7, words: format!("W{}", it + 1) };
            return (0..=last / 7).map(numbered).collect();
        }
        let monday = |day: u64| {
            let date = self.date(day).filter(|it| it.weekday() == Weekday::Mon)?;
            Some(CalendarTick { day, words: date.day().to_string() })
        };
        (0..=last).filter_map(monday).collect()
    }

    /// The stretches of days on which nobody works: the first and the last day of each.
    #[must_use]
    pub fn days_off(&self, last: u64) -> Vec<(u64, u64)> {
        let mut found: Vec<(u64, u64)> = Vec::new();
        for day in (0..=last).filter(|it| !self.works(*it)) {
            match found.last_mut() {
                Some(stretch) if stretch.1 + 1 == day => stretch.1 = day,
                _ => found.push((day, day)),
            }
        }
        found
    }

    /// The day with that date; none before day 0, or while that has no date.
    #[must_use]
    pub fn day_of(&self, date: chrono::NaiveDate) -> Option<u64> {
        u64::try_from(date.signed_duration_since(self.date(0)?).num_days()).ok()
    }

    /// The day itself where it is worked, else the next one that is.
    #[must_use]
    pub fn worked_from(&self, day: u64) -> u64 {
        self.worked_day(self.worked_before(day))
    }
}

/// `June 2026` of `18 June 2026`.
fn month(day: &str) -> String {
    day.split_once(' ').map_or_else(|| day.to_owned(), |(_, month)| month.to_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use opmap_model::WorkingWeek;

    use super::super::WorkCalendar;
    use super::CalendarTick;

    fn words(ticks: &[CalendarTick]) -> Vec<String> {
        ticks.iter().map(|it| format!("{}: {}", it.day, it.words)).collect()
    }

    #[test]
    fn months_and_mondays_are_found_across_a_leap_day_and_holidays_join_weekends() {
        // A Thursday in the February of a leap year.
        let start = "2028-02-24".parse().unwrap();
        let holidays = BTreeSet::from(["2028-02-28".parse().unwrap()]);
        let calendar = WorkCalendar::new(Some(start), WorkingWeek::default(), &holidays);
        assert_eq!(words(&calendar.months(40)), ["0: February 2028", "6: March 2028", "37: April 2028"]);
        assert_eq!(words(&calendar.weeks(13)), ["4: 28", "11: 6"]);
        assert_eq!(calendar.days_off(10), [(2, 4), (9, 10)], "the Monday goes with its weekend");
        let day_of = |date: &str| calendar.day_of(date.parse().unwrap());
        assert_eq!((day_of("2028-03-01"), day_of("2028-02-23")), (Some(6), None));
        assert_eq!((calendar.worked_from(2), calendar.worked_from(5)), (5, 5));
    }

    #[test]
    fn without_a_date_there_are_weeks_and_no_months() {
        let calendar = WorkCalendar::new(None, WorkingWeek::default(), &BTreeSet::new());
        assert!(calendar.months(40).is_empty());
        assert_eq!(words(&calendar.weeks(14)), ["0: W1", "7: W2", "14: W3"]);
        assert_eq!(calendar.days_off(7), [(5, 6)]);
    }
}
