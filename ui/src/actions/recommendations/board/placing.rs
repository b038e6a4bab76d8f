//! Where keys lead on the board, and which cell they move a circle to.

use opmap_drawing::Point;
use opmap_model::Rating;

use crate::keys::Way;

/// Where one begins that has no place yet.
const MIDDLE: Rating = Rating::ALL[2];

/// The cell beside that of an impact and an effort; none where the board ends. What is not set is taken to be in the
/// middle, and that is where the first movement leads.
pub(in crate::actions::recommendations) fn moved(
    impact: Option<Rating>,
    effort: Option<Rating>,
    way: Way,
) -> Option<(Rating, Rating)> {
    let (Some(impact), Some(effort)) = (impact, effort) else {
        return Some((impact.unwrap_or(MIDDLE), effort.unwrap_or(MIDDLE)));
    };
    let by = |rating: Rating, step: i8| rating.get().checked_add_signed(step).and_then(Rating::new);
    Some(match way {
        Way::Up => (by(impact, 1)?, effort),
        Way::Down => (by(impact, -1)?, effort),
        Way::Left => (impact, by(effort, -1)?),
        Way::Right => (impact, by(effort, 1)?),
    })
}

/// Which one lies next in a direction: among circles the nearest, rather straight on than aside; below the lowest comes
/// the tray, in which one goes from side to side.
pub(super) fn next<I: Copy + PartialEq>(
    placed: &[(I, Point)],
    tray: &[I],
    from: Option<I>,
    way: Way,
) -> Option<I> {
    let from = from.filter(|it| tray.contains(it) || placed.iter().any(|placed| placed.0 == *it));
    let Some(from) = from else {
        return placed.first().map(|it| it.0).or(tray.first().copied());
    };
    if let Some(at) = tray.iter().position(|it| *it == from) {
        return match way {
            Way::Left => tray.get(at.checked_sub(1)?).copied(),
            Way::Right => tray.get(at + 1).copied(),
            Way::Up => lowest(placed),
            Way::Down => None,
        };
    }
    let at = placed.iter().find(|it| it.0 == from)?.1;
    let cost = |to: Point| {
        let (across, down) = (to.x - at.x, to.y - at.y);
        let (ahead, aside) = match way {
            Way::Left => (-across, down),
            Way::Right => (across, down),
            Way::Up => (-down, across),
            Way::Down => (down, across),
        };
        (ahead > 1.0).then(|| ahead + 2.0 * aside.abs())
    };
    let near = placed.iter().filter_map(|(id, to)| Some((cost(*to)?, *id)));
    let nearest = near.min_by(|one, other| one.0.total_cmp(&other.0)).map(|it| it.1);
    nearest.or(tray.first().copied().filter(|_| way == Way::Down))
}

fn lowest<I: Copy>(placed: &[(I, Point)]) -> Option<I> {
    placed.iter().max_by(|one, other| one.1.y.total_cmp(&other.1.y)).map(|it| it.0)
}

#[cfg(test)]
mod tests {
    use opmap_drawing::Point;
    use opmap_model::Rating;

    use super::{moved, next};
    use crate::keys::Way;

    fn rating(number: u8) -> Rating {
        Rating::new(number).unwrap()
    }

    #[test]
    fn a_circle_moves_by_one_cell_and_stops_at_the_ends() {
        let from = |way| moved(Some(rating(5)), Some(rating(1)), way).map(|it| (it.0.get(), it.1.get()));
        assert_eq!((from(Way::Down), from(Way::Right)), (Some((4, 1)), Some((5, 2))));
        assert_eq!((from(Way::Up), from(Way::Left)), (None, None));
    }

    #[test]
    fn what_has_no_place_begins_in_the_middle_and_keeps_what_is_set() {
        assert_eq!(moved(None, None, Way::Up), Some((rating(3), rating(3))));
        assert_eq!(moved(Some(rating(5)), None, Way::Left), Some((rating(5), rating(3))));
    }

    #[test]
    fn one_walks_to_the_nearest_circle_and_below_the_lowest_into_the_tray() {
        let at = |x, y| Point::new(x, y);
        let placed = [('a', at(50.0, 50.0)), ('b', at(150.0, 60.0)), ('c', at(60.0, 200.0))];
        let go = |from, way| next(&placed, &['d', 'e'], Some(from), way);
        assert_eq!((go('a', Way::Right), go('a', Way::Down)), (Some('b'), Some('c')));
        assert_eq!((go('b', Way::Left), go('b', Way::Right)), (Some('a'), None));
        assert_eq!((go('c', Way::Down), go('d', Way::Up)), (Some('d'), Some('c')));
        assert_eq!(
            (go('d', Way::Right), go('e', Way::Left), go('e', Way::Down)),
            (Some('e'), Some('d'), None)
        );
        assert_eq!(
            (next(&placed, &[], Some('z'), Way::Up), next::<char>(&[], &[], None, Way::Up)),
            (Some('a'), None)
        );
    }
}
