//! What evidence and findings are about: records, and shifts by themselves, since an assessment is there only once
//! something is set.

use std::collections::BTreeSet;

use crate::{RecordId, Shift};

/// All of it: the shifts, as their assessments, then the records.
pub(crate) fn links<'a>(
    records: &'a BTreeSet<RecordId>,
    shifts: &'a BTreeSet<Shift>,
) -> impl Iterator<Item = RecordId> + 'a {
    shifts.iter().map(|it| RecordId::Assessment(it.assessment_id())).chain(records.iter().copied())
}

/// Whether `record` is among it; of an assessment, whether its shift is.
pub(crate) fn holds(records: &BTreeSet<RecordId>, shifts: &BTreeSet<Shift>, record: RecordId) -> bool {
    match record.shift() {
        Some(shift) => shifts.contains(&shift),
        None => records.contains(&record),
    }
}
