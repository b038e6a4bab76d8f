//! The clock of the window, and how a time is told to someone who looks back at it.

use chrono::{DateTime, Datelike, FixedOffset, TimeDelta};

/// Now, in local time.
pub(crate) fn now() -> DateTime<FixedOffset> {
    #[allow(clippy::cast_possible_truncation)]
    let (millis, minutes_west) =
        (js_sys::Date::now() as i64, js_sys::Date::new_0().get_timezone_offset() as i32);
    let offset = FixedOffset::west_opt(minutes_west * 60);
    let utc = DateTime::from_timestamp_millis(millis).unwrap_or_default();
    offset.map_or_else(|| utc.fixed_offset(), |offset| utc.with_timezone(&offset))
}

/// When something was, as it is told `now`: by the hour within two days, by the year once that has ended.
pub(crate) fn since(at: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> String {
    let at = at.with_timezone(now.offset());
    let (day, today) = (at.date_naive(), now.date_naive());
    if day == today {
        at.format("today at %H:%M").to_string()
    } else if day + TimeDelta::days(1) == today {
        at.format("yesterday at %H:%M").to_string()
    } else if day.year() == today.year() {
        at.format("%-d %B").to_string()
    } else {
        at.format("%-d %B %Y").to_string()
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, FixedOffset};

    use super::since;

    fn at(text: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(text).unwrap()
    }

    #[test]
    fn a_time_is_told_as_closely_as_one_remembers_it() {
        let now = at("2026-06-12T09:00:00+02:00");
        let told = |text| since(at(text), now);
        assert_eq!(told("2026-06-12T00:30:00+02:00"), "today at 00:30");
        assert_eq!(told("2026-06-11T22:30:00+00:00"), "today at 00:30", "wherever it was noted");
        assert_eq!(told("2026-06-11T21:59:00+00:00"), "yesterday at 23:59");
        assert_eq!(told("2026-06-10T23:59:00+02:00"), "10 June");
        assert_eq!(told("2025-12-31T23:59:00+02:00"), "31 December 2025");
        assert_eq!(told("2026-06-13T08:00:00+02:00"), "13 June", "a clock may have been set back");
    }
}
