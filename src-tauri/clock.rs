//! The clock, and the identities that are made of it.

use chrono::{DateTime, FixedOffset, Local};
use uuid::Uuid;

/// The moment, in local time.
pub(crate) fn now() -> DateTime<FixedOffset> {
    Local::now().fixed_offset()
}

/// A new identity, later than all before it.
pub(crate) fn fresh() -> Uuid {
    Uuid::now_v7()
}
