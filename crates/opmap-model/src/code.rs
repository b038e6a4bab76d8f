//! Codes such as E4: a letter for the kind and a number that stays with the record.

use std::collections::BTreeSet;

use crate::draft::Draft;
use crate::{Document, Record, RecordKey};

/// The largest number that a new code gets while a smaller one is free.
const LAST: u32 = 999_999;

/// A kind whose records have codes. A code is kept and not counted from the order, so that what people wrote on paper
/// still means the same after another record was deleted or moved.
pub trait Coded: Record {
    /// The letter before the number.
    const LETTER: char;

    /// The number, from 1.
    fn number(&self) -> u32;
}

impl Document {
    /// The codes of records, by their numbers; those that are not there are left out.
    #[must_use]
    pub fn codes<I: RecordKey<Record: Coded>>(&self, ids: &BTreeSet<I>) -> Vec<String> {
        let mut numbers: Vec<u32> = ids.iter().filter_map(|it| self.get(*it)).map(Coded::number).collect();
        numbers.sort_unstable();
        numbers.iter().map(|it| format!("{}{it}", I::Record::LETTER)).collect()
    }
}

/// The number for one more record: that behind the highest, so that no gap is filled as long as there is room.
pub(crate) fn next_number<R: Coded>(draft: &Draft<'_>) -> u32 {
    let taken: BTreeSet<u32> = draft.iter::<R>().map(|(_, it)| it.number()).collect();
    let behind = taken.last().map_or(1, |it| it.saturating_add(1));
    if behind <= LAST { behind } else { (1..).find(|it| !taken.contains(it)).unwrap_or(LAST) }
}

/// Whether each number is there once and none is 0; else the first record of which that is not so.
pub(crate) fn first_twice<'a, R: Coded>(records: impl Iterator<Item = (R::Id, &'a R)>) -> Option<R::Id> {
    let mut taken = BTreeSet::from([0]);
    records.filter(|(_, it)| !taken.insert(it.number())).map(|(id, _)| id).next()
}

/// The number in a code of the kind, such as 4 in `E4`.
pub(crate) fn number_in<R: Coded>(code: &str) -> Option<u32> {
    let digits = code.strip_prefix(R::LETTER)?;
    digits.parse().ok().filter(|it| *it > 0 && !digits.starts_with(['+', '0']))
}
