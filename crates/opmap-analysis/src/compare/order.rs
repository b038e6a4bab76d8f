//! What stands in another order in two states: the fewest elements that would have to be moved to make one of the other.

use std::collections::BTreeMap;

use super::{DifferenceKind, Place};

/// What moved of the elements `common` to both states, given in the order of the first and as they are in the second,
/// where each has its place in `places`.
pub(super) fn moves<K: Copy + Ord, V>(
    common: &[(K, &V)],
    places: &BTreeMap<K, usize>,
    name: impl Fn(&V) -> String,
) -> BTreeMap<K, DifferenceKind> {
    let places: Vec<usize> = common.iter().filter_map(|it| places.get(&it.0).copied()).collect();
    let stays = stays(&places);
    let named = |at: Option<usize>| Place::Behind(at.map(|at| name(common[at].1)));
    let mut moved = BTreeMap::new();
    let mut behind = None;
    for (at, stays_here) in stays.iter().enumerate() {
        if *stays_here {
            behind = Some(at);
            continue;
        }
        // Those that stay are in one order, so the last of them before this place is the nearest.
        let now = (0..places.len()).rev().find(|it| stays[*it] && places[*it] < places[at]);
        let kind = DifferenceKind::Moved { from: named(behind), to: named(now) };
        moved.insert(common[at].0, kind);
    }
    moved
}

/// Which of these places, all different, form the longest sequence that rises; of several as long, one.
fn stays(places: &[usize]) -> Vec<bool> {
    // For each length the lowest end of a sequence that is so long, and for each place what stands before it there.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(places.len());
    for (at, place) in places.iter().enumerate() {
        let length = ends.partition_point(|end| places[*end] < *place);
        before.push(length.checked_sub(1).map(|it| ends[it]));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut stays = vec![false; places.len()];
    let mut at = ends.last().copied();
    while let Some(it) = at {
        stays[it] = true;
        at = before[it];
    }
    stays
}

#[cfg(test)]
mod tests {
    use opmap_model::generate::Dice;

    use super::stays;

    fn count(places: &[usize]) -> usize {
        stays(places).iter().filter(|it| **it).count()
    }

    #[test]
    fn as_many_as_can_stay() {
        assert_eq!(stays(&[]), [false; 0]);
        assert_eq!(stays(&[0, 1, 2]), [true; 3]);
        assert_eq!(stays(&[1, 2, 3, 0]), [true, true, true, false], "the first went to the end");
        assert_eq!(count(&[3, 2, 1, 0]), 1);
        assert_eq!(count(&[2, 0, 3, 1, 4]), 3);
    }

    #[test]
    fn what_stays_rises_and_no_choice_of_more_does() {
        let mut dice = Dice::new(7);
        for _ in 0..200 {
            let mut rest: Vec<usize> = (0..8).collect();
            let places: Vec<usize> = (0..8).map(|left| rest.remove(dice.below(8 - left))).collect();
            let rises = |chosen: &dyn Fn(usize) -> bool| {
                let chosen: Vec<usize> = (0..8).filter(|it| chosen(*it)).map(|it| places[it]).collect();
                chosen.is_sorted().then_some(chosen.len())
            };
            let stays = stays(&places);
            let most = (0..256_u32).filter_map(|set| rises(&|at| set & (1 << at) != 0)).max();
            assert_eq!(rises(&|at| stays[at]), most, "{places:?}");
        }
    }
}
