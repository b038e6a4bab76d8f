//! Records in the order in which people read them, found by their identity.

use std::ops::Range;

/// A record that stands in an order.
pub(super) trait Listed {
    /// Its identity.
    type Id: Copy + Ord;
    /// What puts it in order; of no two records the same.
    type Place: Copy + Ord;

    fn id(&self) -> Self::Id;
    fn place(&self) -> Self::Place;
}

/// Records in order, each once.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct List<T: Listed> {
    items: Vec<T>,
    by_id: Vec<(T::Id, u32)>,
}

/// Stands in the place of an index for what is no longer there.
pub(super) const GONE: u32 = u32::MAX;

impl<T: Listed> Default for List<T> {
    fn default() -> Self {
        Self { items: Vec::new(), by_id: Vec::new() }
    }
}

impl<T: Listed> List<T> {
    /// A list of records that are in order already.
    pub(super) fn in_order(items: Vec<T>) -> Self {
        let mut by_id: Vec<(T::Id, u32)> = items.iter().map(T::id).zip(0..).collect();
        by_id.sort_unstable();
        Self { items, by_id }
    }

    pub(super) fn items(&self) -> &[T] {
        &self.items
    }

    /// The records to be changed; none may change its identity or its place.
    pub(super) fn items_mut(&mut self) -> &mut [T] {
        &mut self.items
    }

    /// Where a record stands.
    pub(super) fn find(&self, id: T::Id) -> Option<u32> {
        let found = self.by_id.binary_search_by(|it| it.0.cmp(&id)).ok()?;
        Some(self.by_id[found].1)
    }

    /// Takes out the records at `out`, which ascend, and puts in the `fresh` ones. Answers where each record stood and
    /// stands. What stands in front of all of these, or behind them, is not looked at.
    pub(super) fn exchange(&mut self, out: &[u32], mut fresh: Vec<T>) -> Shift {
        fresh.sort_unstable_by_key(T::place);
        let concerned = self.concerned(out, &fresh);
        let mut shift = Shift {
            first: ordinal(concerned.start),
            now: Vec::with_capacity(concerned.len()),
            was: Vec::with_capacity(concerned.len() + fresh.len()),
        };
        let mut out = out.iter().peekable();
        let mut fresh_ids = Vec::with_capacity(fresh.len());
        let mut fresh = fresh.into_iter().peekable();
        let mut items: Vec<T> = Vec::with_capacity(shift.was.capacity());
        for (item, former) in self.items.drain(concerned).zip(shift.first..) {
            if out.next_if(|it| **it == former).is_some() {
                shift.now.push(GONE);
                continue;
            }
            while let Some(next) = fresh.next_if(|it| it.place() < item.place()) {
                fresh_ids.push((next.id(), shift.first + ordinal(items.len())));
                shift.was.push(GONE);
                items.push(next);
            }
            shift.now.push(shift.first + ordinal(items.len()));
            shift.was.push(former);
            items.push(item);
        }
        for next in fresh {
            fresh_ids.push((next.id(), shift.first + ordinal(items.len())));
            shift.was.push(GONE);
            items.push(next);
        }
        let first = shift.first as usize;
        self.items.splice(first..first, items);
        self.renumber(&shift, fresh_ids);
        shift
    }

    /// The part of the list that begins and ends with what is taken out or put in.
    fn concerned(&self, out: &[u32], fresh: &[T]) -> Range<usize> {
        let first_out = out.first().map_or(self.items.len(), |it| *it as usize);
        let behind_out = out.last().map_or(0, |it| *it as usize + 1);
        let (before, behind) = (&self.items[..first_out], &self.items[behind_out..]);
        let start =
            fresh.first().map_or(first_out, |it| before.partition_point(|old| old.place() < it.place()));
        let in_behind = fresh.last().map_or(0, |it| behind.partition_point(|old| old.place() < it.place()));
        start..(behind_out + in_behind).max(start)
    }

    /// Takes in where all stand after an exchange, in which these records have come, or have come back.
    fn renumber(&mut self, shift: &Shift, fresh: Vec<(T::Id, u32)>) {
        for (_, index) in &mut self.by_id {
            *index = shift.now(*index);
        }
        let mut others = Vec::new();
        for (id, index) in fresh {
            match self.by_id.binary_search_by(|it| it.0.cmp(&id)) {
                Ok(found) => self.by_id[found].1 = index,
                Err(_) => others.push((id, index)),
            }
        }
        if self.by_id.len() + others.len() > self.items.len() {
            self.by_id.retain(|(_, index)| *index != GONE);
        }
        if !others.is_empty() {
            // Of two sequences in order, sorting makes one in about the time of reading them.
            others.sort_unstable();
            self.by_id.extend(others);
            self.by_id.sort();
        }
    }
}

/// Where the records of a list stand that others have been taken out of and put into. Those that stay keep their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shift {
    /// The first place that something has happened at; in front of it all stand where they stood.
    first: u32,
    /// Where those stand now that stood from there on, [`GONE`] for those taken out; behind these nothing has happened.
    now: Vec<u32>,
    /// Where those stood that stand from there on, [`GONE`] for those put in.
    was: Vec<u32>,
}

impl Shift {
    /// One by which all stand where they stood.
    pub(super) fn none() -> Self {
        Self { first: GONE, now: Vec::new(), was: Vec::new() }
    }

    /// Whether by it all stand where they stood.
    pub(super) fn is_none(&self) -> bool {
        self.now == self.was && self.now.iter().zip(self.first..).all(|(now, stood)| *now == stood)
    }

    /// Where a record stands that stood at a place, [`GONE`] if it was taken out.
    pub(super) fn now(&self, former: u32) -> u32 {
        Self::follow(self.first, &self.now, &self.was, former)
    }

    /// Where a record stood that stands at a place, [`GONE`] if it was put in.
    pub(super) fn was(&self, now: u32) -> u32 {
        Self::follow(self.first, &self.was, &self.now, now)
    }

    fn follow(first: u32, ways: &[u32], back: &[u32], place: u32) -> u32 {
        if place < first {
            return place;
        }
        match ways.get((place - first) as usize) {
            Some(there) => *there,
            None => place - ordinal(ways.len()) + ordinal(back.len()),
        }
    }

    /// The first place, of so many in use now, at which something else stood.
    pub(super) fn first_elsewhere(&self, count: usize) -> Option<u32> {
        let within = self.was.iter().zip(self.first..).find(|(was, now)| *was != now).map(|it| it.1);
        let behind = self.first.saturating_add(ordinal(self.was.len()));
        let ends_later = (self.was.len() != self.now.len() && (behind as usize) < count).then_some(behind);
        within.or(ends_later)
    }
}

pub(super) fn ordinal(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{GONE, List, Listed, Shift};

    #[derive(Debug, Clone, PartialEq)]
    struct Note(u8, i32);

    impl Listed for Note {
        type Id = u8;
        type Place = (i32, u8);

        fn id(&self) -> u8 {
            self.0
        }

        fn place(&self) -> (i32, u8) {
            (self.1, self.0)
        }
    }

    #[test]
    fn an_exchange_keeps_the_order_and_says_where_all_went() {
        let mut list = List::in_order(vec![Note(9, 1), Note(4, 2), Note(7, 3)]);
        let shift = list.exchange(&[1], vec![Note(2, 5), Note(4, 0)]);
        assert_eq!([0, 1, 2].map(|it| shift.now(it)), [1, GONE, 2]);
        assert_eq!([0, 1, 2, 3].map(|it| shift.was(it)), [GONE, 0, 2, GONE]);
        assert_eq!(list, List::in_order(vec![Note(4, 0), Note(9, 1), Note(7, 3), Note(2, 5)]));
        assert_eq!([4, 9, 7, 2, 1].map(|id| list.find(id)), [Some(0), Some(1), Some(2), Some(3), None]);
    }

    #[test]
    fn what_stands_away_from_an_exchange_is_only_counted_on() {
        let notes = |places: &[i32]| places.iter().map(|it| Note(u8::try_from(*it).unwrap(), *it)).collect();
        let mut list = List::in_order(notes(&[1, 2, 3, 5, 6]));
        let shift = list.exchange(&[], notes(&[4]));
        assert_eq!(shift, Shift { first: 3, now: vec![], was: vec![GONE] });
        assert_eq!([2, 3, 4].map(|it| shift.now(it)), [2, 4, 5]);
        assert_eq!([2, 3, 4, 5].map(|it| shift.was(it)), [2, GONE, 3, 4]);
        assert_eq!(shift.first_elsewhere(6), Some(3));
        let shift = list.exchange(&[5], Vec::new());
        assert_eq!((shift.first_elsewhere(5), shift.now(5)), (None, GONE));
        assert_eq!(list, List::in_order(notes(&[1, 2, 3, 4, 5])));
        let shift = list.exchange(&[1], Vec::new());
        assert_eq!(([0, 2, 4].map(|it| shift.now(it)), shift.first_elsewhere(4)), ([0, 1, 3], Some(1)));
        assert_eq!(Shift::none().first_elsewhere(4), None);
    }
}
