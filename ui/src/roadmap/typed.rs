//! Days and durations as people write them on the roadmap.

use opmap_analysis::WorkCalendar;
use opmap_model::{RoadmapDay, WorkingDays};

use crate::field::optional_date;

/// A day by its date or its number: `2026-07-17`, `29`, `day 29`. Empty is *not set*.
///
/// # Errors
/// Why it is no day of the roadmap, in a sentence.
pub(super) fn optional_day(text: &str, calendar: &WorkCalendar) -> Result<Option<RoadmapDay>, String> {
    let text = text.trim().to_lowercase();
    if text.is_empty() {
        return Ok(None);
    }
    let number = text.strip_prefix("day").unwrap_or(&text).trim();
    if !number.is_empty() && number.bytes().all(|it| it.is_ascii_digit()) {
        let day = number.parse().ok().and_then(RoadmapDay::new);
        return day.map(Some).ok_or_else(|| "A day of the roadmap is at most 3,650.".to_owned());
    }
    let fault = || "Write a date such as 2026-06-18, or the number of a day such as 29.".to_owned();
    let Some(date) = optional_date(&text).map_err(|_| fault())? else { return Ok(None) };
    if calendar.date(0).is_none() {
        return Err("The roadmap has no first day yet. Set it, or write the number of a day.".to_owned());
    }
    let day = calendar.day_of(date).ok_or("That is before the first day of the roadmap.")?;
    let day = u16::try_from(day).ok().and_then(RoadmapDay::new);
    day.map(Some).ok_or_else(|| "That is more than ten years after the first day.".to_owned())
}

/// A day that must be there.
///
/// # Errors
/// Why it is no day of the roadmap, in a sentence.
pub(super) fn day(text: &str, calendar: &WorkCalendar) -> Result<RoadmapDay, String> {
    optional_day(text, calendar)?.ok_or_else(|| "Write a day.".to_owned())
}

/// A day so that what is shown can be typed: its date, or its number while nothing has a date.
pub(super) fn shown(day: RoadmapDay, calendar: &WorkCalendar) -> String {
    let day = u64::from(day.get());
    calendar.date(day).map_or_else(|| day.to_string(), |it| it.to_string())
}

/// Working days: `10`, `10 days`, `2 weeks` of five. Empty is *not set*.
///
/// # Errors
/// Why it is no duration, in a sentence.
pub(super) fn working_days(text: &str) -> Result<Option<WorkingDays>, String> {
    let text = text.trim().to_lowercase();
    if text.is_empty() {
        return Ok(None);
    }
    let fault = || "Write working days as a whole number, such as 10.".to_owned();
    let end = text.find(|it: char| !it.is_ascii_digit()).unwrap_or(text.len());
    let each = match text[end..].trim() {
        "" | "d" | "day" | "days" | "working day" | "working days" => 1_u16,
        "w" | "week" | "weeks" => 5,
        _ => return Err(fault()),
    };
    let number: u16 = text[..end].parse().map_err(|_| fault())?;
    let days = number.checked_mul(each).and_then(WorkingDays::new);
    days.map(Some).ok_or_else(|| "A duration is 1 to 2,600 working days.".to_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use opmap_analysis::WorkCalendar;
    use opmap_model::{RoadmapDay, WorkingDays, WorkingWeek};

    use super::{day, optional_day, shown, working_days};

    fn calendar(start: Option<&str>) -> WorkCalendar {
        let start = start.map(|it| it.parse().unwrap());
        WorkCalendar::new(start, WorkingWeek::default(), &BTreeSet::new())
    }

    #[test]
    fn days_are_read_as_dates_and_as_numbers_and_what_is_shown_can_be_typed() {
        let dated = calendar(Some("2028-02-24"));
        let read = |text: &str| optional_day(text, &dated).map(|it| it.map(RoadmapDay::get));
        assert_eq!(read("2028-03-01"), Ok(Some(6)), "over a leap day");
        assert_eq!((read("6"), read("Day 6"), read(" ")), (Ok(Some(6)), Ok(Some(6)), Ok(None)));
        for number in [0, 6, 365, 3_650] {
            let it = RoadmapDay::new(number).unwrap();
            assert_eq!(day(&shown(it, &dated), &dated), Ok(it));
            assert_eq!(day(&shown(it, &calendar(None)), &calendar(None)), Ok(it));
        }
    }

    #[test]
    fn what_is_no_day_is_answered_in_words() {
        let dated = calendar(Some("2026-06-18"));
        let fault = |text: &str| optional_day(text, &dated).unwrap_err();
        for nonsense in ["soon", "2026-02-30", "18.6.2026", "day", "-3"] {
            assert!(fault(nonsense).contains("2026-06-18"), "{nonsense}");
        }
        assert!(fault("2026-06-17").contains("before the first day"));
        assert!(fault("2050-01-01").contains("ten years"));
        assert!(fault("3651").contains("3,650"));
        assert!(optional_day("2026-07-01", &calendar(None)).unwrap_err().contains("no first day"));
        assert_eq!(day("", &dated), Err("Write a day.".to_owned()));
    }

    #[test]
    fn durations_are_whole_working_days() {
        let read = |text: &str| working_days(text).map(|it| it.map(WorkingDays::get));
        assert_eq!(
            (read("10"), read("3 weeks"), read("1 day"), read("")),
            (Ok(Some(10)), Ok(Some(15)), Ok(Some(1)), Ok(None))
        );
        for nonsense in ["soon", "1.5", "2 months", "-1", "days"] {
            assert!(read(nonsense).unwrap_err().contains("whole number"), "{nonsense}");
        }
        assert!(read("0").unwrap_err().contains("2,600") && read("9999 w").unwrap_err().contains("2,600"));
    }
}
