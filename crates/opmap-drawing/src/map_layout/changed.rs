//! Where two layouts of a map look different, so that only that has to be painted again.

use super::{BlueprintLine, FoldedCell, LaneBand, Route, StageBand, StepBox};
use crate::Rect;

/// More areas than this are told as one around all of them: by then most of the map has moved.
const MOST: usize = 200;

/// What there is to see of a layout.
#[derive(Clone, Copy)]
pub(super) struct Seen<'a> {
    pub(super) size: (f32, f32),
    pub(super) stages: &'a [StageBand],
    pub(super) lanes: &'a [LaneBand],
    pub(super) lines: &'a [BlueprintLine],
    pub(super) boxes: &'a [StepBox],
    pub(super) folded_cells: &'a [FoldedCell],
    pub(super) routes: &'a [Route],
    /// What each route covers.
    pub(super) route_extents: &'a [Rect],
}

/// The areas outside which `now` looks as `before`, apart from what marks reach beyond their boxes and lines.
pub(super) fn areas(before: Seen<'_>, now: Seen<'_>) -> Vec<Rect> {
    let (width, height) = (before.size.0.max(now.size.0), before.size.1.max(now.size.1));
    let mut found = Found::default();
    if before.lines != now.lines {
        found.add(Rect::new(0.0, 0.0, width, height));
    }
    let first = before.stages.iter().zip(now.stages).find(|(a, b)| a != b).map(|(a, b)| a.x.min(b.x));
    if let Some(x) = first.or_else(|| (before.size.0 != now.size.0).then(|| before.size.0.min(now.size.0))) {
        found.add(Rect::new(x, 0.0, width - x, height));
    }
    let first = before.lanes.iter().zip(now.lanes).find(|(a, b)| a != b).map(|(a, b)| a.y.min(b.y));
    if let Some(y) = first.or_else(|| (before.size.1 != now.size.1).then(|| before.size.1.min(now.size.1))) {
        found.add(Rect::new(0.0, y, width, height - y));
    }
    let (old, new) = (|at: usize| before.boxes[at].rect, |at: usize| now.boxes[at].rect);
    unlike((before.boxes, old), (now.boxes, new), |it| it.id, &mut found);
    let (old, new) = (|at: usize| before.folded_cells[at].rect, |at: usize| now.folded_cells[at].rect);
    unlike((before.folded_cells, old), (now.folded_cells, new), |it| (it.stage, it.lane), &mut found);
    let (old, new) = (|at: usize| before.route_extents[at], |at: usize| now.route_extents[at]);
    unlike((before.routes, old), (now.routes, new), |it| it.id, &mut found);
    found.areas()
}

/// Some areas.
#[derive(Default)]
struct Found {
    areas: Vec<Rect>,
    /// The one around all of them, once they are too many.
    around: Option<Rect>,
}

impl Found {
    fn add(&mut self, area: Rect) {
        match &mut self.around {
            Some(around) => *around = around.covering(area),
            None => self.areas.push(area),
        }
        if self.areas.len() > MOST {
            self.around = self.areas.drain(..).reduce(Rect::covering);
        }
    }

    fn areas(self) -> Vec<Rect> {
        self.around.map_or(self.areas, |around| vec![around])
    }
}

/// Adds the areas of all that is in one list only, not the same in both, or above something else than before: what comes
/// later lies above. Each has an identity of its own. Takes with each list the area of what is at a place in it.
fn unlike<T: PartialEq, K: Ord>(
    (before, area_before): (&[T], impl Fn(usize) -> Rect),
    (now, area_now): (&[T], impl Fn(usize) -> Rect),
    id: impl Fn(&T) -> K,
    found: &mut Found,
) {
    // Most changes leave what is before and behind them as it was.
    let first = before.iter().zip(now).take_while(|(a, b)| a == b).count();
    let (before, now) = (&before[first..], &now[first..]);
    let last = before.iter().rev().zip(now.iter().rev()).take_while(|(a, b)| a == b).count();
    let (before, now) = (&before[..before.len() - last], &now[..now.len() - last]);
    let (area_before, area_now) = (|at: usize| area_before(first + at), |at: usize| area_now(first + at));

    let paired = Paired::of(before, now, &id);
    paired.gone.iter().for_each(|at| found.add(area_before(*at)));
    paired.new.iter().for_each(|at| found.add(area_now(*at)));
    for (stood, stands) in &paired.both {
        if before[*stood] != now[*stands] {
            found.add(area_before(*stood));
            found.add(area_now(*stands));
        }
    }
    let places: Vec<usize> = paired.both.iter().map(|it| it.1).collect();
    out_of_order(&places).into_iter().for_each(|at| found.add(area_now(at)));
}

/// Two lists side by side, by the places of what is in them.
#[derive(Default)]
struct Paired {
    /// What is only in the first, and what is only in the second.
    gone: Vec<usize>,
    new: Vec<usize>,
    /// What is in both, in the order of the first.
    both: Vec<(usize, usize)>,
}

impl Paired {
    /// How many are missing side by side at most for the rest to be found next to each other: more than a step has
    /// connectors.
    const MISSING: usize = 12;

    fn of<T, K: Ord>(before: &[T], now: &[T], id: impl Fn(&T) -> K) -> Self {
        let mut it = Self::default();
        // Side by side as far as they have the same order: one after the other, with some that are missing in either.
        let (mut a, mut b) = (0, 0);
        while a < before.len() && b < now.len() {
            let (old, new) = (id(&before[a]), id(&now[b]));
            if old == new {
                it.both.push((a, b));
                (a, b) = (a + 1, b + 1);
                continue;
            }
            let ahead = 1..=Self::MISSING;
            let missing_now = ahead.clone().find(|far| before.get(a + far).is_some_and(|it| id(it) == new));
            let missing_before = ahead.clone().find(|far| now.get(b + far).is_some_and(|it| id(it) == old));
            let (gone, come) = match (missing_now, missing_before) {
                (None, None) => (1, 1),
                (Some(gone), Some(come)) if come < gone => (0, come),
                (Some(gone), _) => (gone, 0),
                (None, Some(come)) => (0, come),
            };
            it.gone.extend(a..a + gone);
            it.new.extend(b..b + come);
            (a, b) = (a + gone, b + come);
        }
        it.gone.extend(a..before.len());
        it.new.extend(b..now.len());
        it.pair_the_rest(before, now, id);
        it
    }

    /// Finds those that are in both lists among those that seem to be in one.
    fn pair_the_rest<T, K: Ord>(&mut self, before: &[T], now: &[T], id: impl Fn(&T) -> K) {
        let mut new: Vec<(K, usize)> = self.new.iter().map(|at| (id(&now[*at]), *at)).collect();
        new.sort_unstable();
        let mut moved = Vec::new();
        self.gone.retain(|at| match new.binary_search_by(|it| it.0.cmp(&id(&before[*at]))) {
            Ok(found) => {
                moved.push((*at, new[found].1));
                false
            }
            Err(_) => true,
        });
        if moved.is_empty() {
            return;
        }
        let mut arrived: Vec<usize> = moved.iter().map(|it| it.1).collect();
        arrived.sort_unstable();
        self.new.retain(|at| arrived.binary_search(at).is_err());
        // Few stand behind many that are sorted, which this sort turns to account.
        self.both.extend(moved);
        self.both.sort();
    }
}

/// Those of some different numbers that one has to take out so that the others rise: as few as possible.
fn out_of_order(numbers: &[usize]) -> Vec<usize> {
    // What has all smaller ones before it and all larger ones behind it stays. Most changes move few, past few.
    let mut least_behind: Vec<usize> = Vec::with_capacity(numbers.len());
    for number in numbers.iter().rev() {
        least_behind.push(least_behind.last().map_or(*number, |it| *it.min(number)));
    }
    let mut out = Vec::new();
    let mut rest = numbers;
    let mut least_behind = &*least_behind;
    while !rest.is_empty() {
        let mut most = 0;
        // A part ends where nothing behind it is smaller than anything in it.
        let inside = rest.iter().zip(least_behind.iter().rev().skip(1)).position(|(number, least)| {
            most = most.max(*number);
            *least > most
        });
        let part = inside.map_or(rest.len(), |it| it + 1);
        if part > 1 {
            out.extend(not_rising(&rest[..part]));
        }
        (rest, least_behind) = (&rest[part..], &least_behind[..least_behind.len() - part]);
    }
    out
}

/// The same, whatever their order.
fn not_rising(numbers: &[usize]) -> impl Iterator<Item = usize> {
    // The last of the best row of each length, and what comes before each number in its row.
    let mut ends: Vec<usize> = Vec::new();
    let mut former: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|end| numbers[*end] < *number);
        former.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() {
            ends.push(at);
        } else {
            ends[length] = at;
        }
    }
    let mut stays = vec![false; numbers.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        stays[at] = true;
        next = former[at];
    }
    numbers.iter().zip(stays).filter(|(_, stays)| !stays).map(|(number, _)| *number)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Found, not_rising, out_of_order, unlike};
    use crate::Rect;

    /// A thing with an identity, a look, and a place that tells both.
    type Thing = (u8, u8);

    fn found(before: &[Thing], now: &[Thing]) -> Vec<(u8, u8)> {
        let mut found = Found::default();
        let area = |it: &Thing| Rect::new(f32::from(it.0), f32::from(it.1), 1.0, 1.0);
        unlike((before, |at| area(&before[at])), (now, |at| area(&now[at])), |it| it.0, &mut found);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let mut things: Vec<_> = found.areas().iter().map(|it| (it.x as u8, it.y as u8)).collect();
        things.sort_unstable();
        things.dedup();
        things
    }

    #[test]
    fn what_is_moved_is_told_and_not_what_it_was_moved_past() {
        let before: Vec<Thing> = (0..9).map(|it| (it, 0)).collect();
        let mut now = before.clone();
        let it = now.remove(1);
        now.insert(7, it);
        assert_eq!(found(&before, &now), [(1, 0)]);
        assert_eq!(found(&now, &before), [(1, 0)]);
        let several = [&before[3..6], &before[..3], &before[6..]].concat();
        assert_eq!(found(&before, &several).len(), 3);
    }

    #[test]
    fn what_looks_different_comes_or_goes_is_told_where_it_was_and_is() {
        let before = [(0, 0), (1, 0), (2, 0), (3, 0)];
        let now = [(0, 0), (4, 0), (1, 5), (3, 0)];
        assert_eq!(found(&before, &now), [(1, 0), (1, 5), (2, 0), (4, 0)]);
        assert_eq!(found(&before, &before), []);
        assert_eq!(found(&[], &now).len(), 4);
        assert_eq!(found(&now, &[]).len(), 4);
    }

    proptest! {
        #[test]
        fn what_is_not_told_is_the_same_and_has_the_same_below_it(
            before in things(), now in things(),
        ) {
            let told = found(&before, &now);
            let untold = |all: &[Thing]| -> Vec<Thing> {
                all.iter().copied().filter(|it| !told.contains(it)).collect()
            };
            prop_assert_eq!(untold(&before), untold(&now));
        }

        #[test]
        fn the_rest_rises(numbers in Just((0..40_usize).collect::<Vec<_>>()).prop_shuffle()) {
            let out = out_of_order(&numbers);
            let rest: Vec<usize> = numbers.iter().copied().filter(|it| !out.contains(it)).collect();
            prop_assert!(rest.is_sorted());
            prop_assert_eq!(out.len(), not_rising(&numbers).count(), "as few as possible");
        }
    }

    /// Some of ten things, in any order.
    fn things() -> impl Strategy<Value = Vec<Thing>> {
        let all: Vec<u8> = (0..10).collect();
        let some = proptest::sample::subsequence(all, 0..=10).prop_shuffle();
        (some, prop::collection::vec(0..2_u8, 10))
            .prop_map(|(ids, looks)| ids.into_iter().map(|id| (id, looks[usize::from(id)])).collect())
    }
}
