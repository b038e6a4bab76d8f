//! Numbers and days as people read them, the same on every surface.

use chrono::NaiveDate;
use opmap_model::English;

/// Tenths with one digit behind the point: `2.3`.
#[must_use]
pub fn tenths(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// Halves of a level: `2`, `2.5`.
#[must_use]
pub fn halves(halves: u32) -> String {
    let half = if halves % 2 == 1 { ".5" } else { "" };
    format!("{}{half}", halves / 2)
}

/// A difference with its sign: `+2`, `0`, `−1`.
#[must_use]
pub fn signed(difference: i8) -> String {
    match difference {
        0 => "0".to_owned(),
        1.. => format!("+{difference}"),
        _ => format!("−{}", difference.unsigned_abs()),
    }
}

/// A difference of tenths with its sign: `+0.4`, `0.0`, `−1.2`.
#[must_use]
pub fn signed_tenths(before: u32, after: u32) -> String {
    let difference = tenths(before.abs_diff(after));
    match before.cmp(&after) {
        std::cmp::Ordering::Less => format!("+{difference}"),
        std::cmp::Ordering::Equal => difference,
        std::cmp::Ordering::Greater => format!("−{difference}"),
    }
}

/// A day: `18 June 2026`. The report has its dates as its settings say.
#[must_use]
pub fn day(date: NaiveDate) -> String {
    English::British.day(date)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{day, halves, signed, signed_tenths, tenths};

    #[test]
    fn numbers_are_written_as_people_read_them() {
        assert_eq!([tenths(23), tenths(40)], ["2.3", "4.0"]);
        assert_eq!([halves(4), halves(7)], ["2", "3.5"]);
        assert_eq!([signed(2), signed(0), signed(-4)], ["+2", "0", "−4"]);
        assert_eq!(
            [signed_tenths(23, 27), signed_tenths(30, 30), signed_tenths(30, 18)],
            ["+0.4", "0.0", "−1.2"]
        );
    }

    #[test]
    fn days_are_written_out() {
        assert_eq!(NaiveDate::from_ymd_opt(2026, 6, 8).map(day).as_deref(), Some("8 June 2026"));
    }
}
