//! Fields that hold several references: what they refer to, and how they come to refer to others.

use std::collections::BTreeSet;

use crate::{Record, RecordId, RecordKey};

/// A field that holds any number of references: a set, or something with a reference in each of its parts.
pub(crate) trait References<I> {
    /// Every record that it refers to.
    fn referred(&self) -> impl Iterator<Item = I> + '_;

    /// Refers to what each record has become; what has become of it nothing is left out.
    fn refer_anew(&mut self, become_of: impl Fn(I) -> Option<I>);
}

/// Every record of one kind that a field refers to.
pub(crate) fn referred<R: Record>(field: &impl References<R::Id>) -> impl Iterator<Item = R::Id> {
    field.referred()
}

/// Lets a field refer to what each record of one kind has become.
pub(crate) fn refer_anew<R: Record>(
    field: &mut impl References<R::Id>,
    become_of: impl Fn(R::Id) -> Option<R::Id>,
) {
    field.refer_anew(become_of);
}

impl<I: RecordKey> References<I> for BTreeSet<I> {
    fn referred(&self) -> impl Iterator<Item = I> + '_ {
        self.iter().copied()
    }

    fn refer_anew(&mut self, become_of: impl Fn(I) -> Option<I>) {
        *self = self.iter().filter_map(|id| become_of(*id)).collect();
    }
}

/// A set of records of several kinds: it stands in the list of kinds once for each.
impl<I: RecordKey> References<I> for BTreeSet<RecordId> {
    fn referred(&self) -> impl Iterator<Item = I> + '_ {
        self.iter().filter_map(|it| it.key())
    }

    fn refer_anew(&mut self, become_of: impl Fn(I) -> Option<I>) {
        let anew = |it: &RecordId| match it.key() {
            Some(id) => become_of(id).map(I::Record::record_id),
            None => Some(*it),
        };
        *self = self.iter().filter_map(anew).collect();
    }
}
