//! Registers: kinds of record that exist once for the whole workshop and stand in one order.

use crate::draft::Draft;
use crate::rank::{Ranked, place};
use crate::{Record, RecordKey, Refusal, tables};

/// Adds a record in front of `before`, or last.
pub(crate) fn add<I>(
    draft: &mut Draft<'_>,
    id: I,
    record: &I::Record,
    before: Option<I>,
) -> Result<(), Refusal>
where
    I: RecordKey,
    I::Record: Ranked,
{
    let siblings = draft.siblings(id, |_: &I::Record| true);
    draft.add(id, record.clone())?;
    place::<I::Record>(draft, &siblings, &[id], before)
}

/// Moves a record in front of `before`, or last.
pub(crate) fn reorder<I>(draft: &mut Draft<'_>, id: I, before: Option<I>) -> Result<(), Refusal>
where
    I: RecordKey,
    I::Record: Ranked,
{
    draft.get(id)?;
    let siblings = draft.siblings(id, |_: &I::Record| true);
    place::<I::Record>(draft, &siblings, &[id], before)
}

/// Removes a record; what refers to it forgets it.
pub(crate) fn remove<I: RecordKey>(draft: &mut Draft<'_>, id: I) -> Result<(), Refusal> {
    tables::remove_cascading(draft, &[I::Record::record_id(id)])
}
