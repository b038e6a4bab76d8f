//! Records in the order in which people read them, found by their identity.

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

    /// Takes out the records at `out` and puts in the `fresh` ones. Answers where each of the former records stands
    /// now, [`GONE`] for those taken out. Takes time in proportion to the list, but little for each record in it.
    pub(super) fn exchange(&mut self, out: &[u32], mut fresh: Vec<T>) -> Vec<u32> {
        let mut now: Vec<u32> = vec![0; self.items.len()];
        for index in out {
            now[*index as usize] = GONE;
        }
        fresh.sort_unstable_by_key(T::place);
        let mut fresh_ids = Vec::with_capacity(fresh.len());
        let mut fresh = fresh.into_iter().peekable();
        let mut items: Vec<T> = Vec::with_capacity(self.items.len() + fresh.len());
        for (item, now) in std::mem::take(&mut self.items).into_iter().zip(&mut now) {
            if *now == GONE {
                continue;
            }
            while let Some(next) = fresh.next_if(|it| it.place() < item.place()) {
                fresh_ids.push((next.id(), ordinal(items.len())));
                items.push(next);
            }
            *now = ordinal(items.len());
            items.push(item);
        }
        for next in fresh {
            fresh_ids.push((next.id(), ordinal(items.len())));
            items.push(next);
        }
        self.items = items;

        for (_, index) in &mut self.by_id {
            *index = now[*index as usize];
        }
        fresh_ids.sort_unstable();
        let mut by_id = Vec::with_capacity(self.by_id.len() + fresh_ids.len());
        let mut rest = &*self.by_id;
        for fresh in fresh_ids {
            let (before, behind) = rest.split_at(rest.partition_point(|it| it.0 < fresh.0));
            by_id.extend_from_slice(before);
            by_id.push(fresh);
            rest = behind;
        }
        by_id.extend_from_slice(rest);
        by_id.retain(|(_, index)| *index != GONE);
        self.by_id = by_id;
        now
    }
}

pub(super) fn ordinal(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{GONE, List, Listed};

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
        let now = list.exchange(&[1], vec![Note(2, 5), Note(4, 0)]);
        assert_eq!(now, [1, GONE, 2]);
        assert_eq!(list, List::in_order(vec![Note(4, 0), Note(9, 1), Note(7, 3), Note(2, 5)]));
        assert_eq!([4, 9, 7, 2, 1].map(|id| list.find(id)), [Some(0), Some(1), Some(2), Some(3), None]);
    }
}
