//! The only place that reads the clock.

use chrono::{DateTime, FixedOffset, Local};

/// The moment, in local time.
pub(crate) fn now() -> DateTime<FixedOffset> {
    Local::now().fixed_offset()
}
