//! Where two layouts of a map look different, so that only that has to be painted again.

use super::list::GONE;
use super::plan::Plan;
use super::reading::Stood;
use super::{MapLayout, Route};
use crate::Rect;

/// Where a layout looks otherwise than a former one of the same map.
#[derive(Debug, Clone, PartialEq)]
pub struct Unlike {
    /// The areas outside which it looks as before, apart from what marks reach beyond boxes and lines, and from the
    /// [numbers](MapLayout::step_number) of steps.
    pub areas: Vec<Rect>,
    /// Where steps have other numbers.
    pub renumbered: Option<Rect>,
}

/// More areas than this are told as one around all of them: by then most of the map has moved.
const MOST: usize = 200;

/// Where what is drawn now was drawn in a former layout of the same map, [`GONE`] where it was not. What was drawn there
/// has kept its order.
#[derive(Debug)]
pub(super) struct Drawn {
    pub(super) boxes: Vec<u32>,
    pub(super) routes: Vec<u32>,
}

impl Drawn {
    /// Takes the steps that are shown now, and the ways of the routes.
    pub(super) fn new(
        former: &MapLayout,
        stood: &Stood,
        shown: &[u32],
        (routes, plans): (&[Route], &[Plan]),
    ) -> Self {
        let of_box = |step: &u32| match stood.steps.was(*step) {
            GONE => GONE,
            step => Some(former.slots.element_of[step as usize])
                .filter(|it| !former.slots.is_folded(*it))
                .unwrap_or(GONE),
        };
        let of_route = |(route, plan): (&Route, &Plan)| match stood.connectors.was(plan.connector) {
            GONE => GONE,
            // What stood for several had the name of the first.
            connector => Some(former.route_of[connector as usize])
                .filter(|it| former.routes.get(*it as usize).is_some_and(|it| it.id == route.id))
                .unwrap_or(GONE),
        };
        Self {
            boxes: shown.iter().map(of_box).collect(),
            routes: routes.iter().zip(plans).map(of_route).collect(),
        }
    }
}

/// The areas outside which `now` looks as `before`, apart from what marks reach beyond their boxes and lines. Without what
/// was drawn where that is the whole map.
pub(super) fn areas(before: &MapLayout, now: &MapLayout, drawn: Option<&Drawn>) -> Vec<Rect> {
    let (width, height) = (before.width.max(now.width), before.height.max(now.height));
    let Some(drawn) = drawn.filter(|_| before.lines == now.lines) else {
        return vec![Rect::new(0.0, 0.0, width, height)];
    };
    let moved = before.stages.iter().zip(&now.stages).find(|(a, b)| a != b).map(|(a, b)| a.x.min(b.x));
    let right_of = moved.unwrap_or_else(|| before.width.min(now.width));
    let moved = before.lanes.iter().zip(&now.lanes).find(|(a, b)| a != b).map(|(a, b)| a.y.min(b.y));
    let below = moved.unwrap_or_else(|| before.height.min(now.height));
    let mut found = Found { areas: Vec::new(), around: None, right_of, below };
    if right_of < width {
        found.areas.push(Rect::new(right_of, 0.0, width - right_of, height));
    }
    if below < height {
        found.areas.push(Rect::new(0.0, below, width, height - below));
    }
    let only_in_one = |one: &MapLayout, other: &MapLayout| -> Vec<Rect> {
        one.folded_cells.iter().filter(|it| !other.folded_cells.contains(it)).map(|it| it.rect).collect()
    };
    if before.folded_cells != now.folded_cells {
        only_in_one(before, now).into_iter().chain(only_in_one(now, before)).for_each(|it| found.add(it));
    }
    let (old, new) = (|at: usize| before.boxes[at].rect, |at: usize| now.boxes[at].rect);
    unlike((&before.boxes, old), (&now.boxes, new), &drawn.boxes, &mut found);
    let (old, new) = (|at: usize| before.route_extents[at], |at: usize| now.route_extents[at]);
    unlike((&before.routes, old), (&now.routes, new), &drawn.routes, &mut found);
    found.around.map_or(found.areas, |around| vec![around])
}

/// Some areas, those told as a whole first.
struct Found {
    areas: Vec<Rect>,
    /// The one around all of them, once they are too many.
    around: Option<Rect>,
    /// All that is right of this, or below, is told.
    right_of: f32,
    below: f32,
}

impl Found {
    fn tells(&self, area: Rect) -> bool {
        area.x >= self.right_of || area.y >= self.below
    }

    fn add(&mut self, area: Rect) {
        if self.tells(area) {
            return;
        }
        match &mut self.around {
            Some(around) => *around = around.covering(area),
            None => self.areas.push(area),
        }
        if self.areas.len() > MOST {
            self.around = self.areas.drain(..).reduce(Rect::covering);
        }
    }
}

/// Adds the areas of what is drawn in one layout only, and of what is not the same in both. Takes with each list the area
/// of what is at a place in it.
fn unlike<T: PartialEq>(
    (before, area_before): (&[T], impl Fn(usize) -> Rect),
    (now, area_now): (&[T], impl Fn(usize) -> Rect),
    drawn: &[u32],
    found: &mut Found,
) {
    // Of what was there before, the first that is not told yet to be gone, or to be there still.
    let mut next = 0;
    for (at, was) in drawn.iter().enumerate().map(|(at, was)| (at, *was)) {
        if was == GONE {
            found.add(area_now(at));
            continue;
        }
        let was = was as usize;
        (next..was).for_each(|gone| found.add(area_before(gone)));
        next = was + 1;
        let (old, new) = (area_before(was), area_now(at));
        if !(found.tells(old) && found.tells(new)) && before[was] != now[at] {
            found.add(old);
            found.add(new);
        }
    }
    (next..before.len()).for_each(|gone| found.add(area_before(gone)));
}

#[cfg(test)]
mod tests {
    use super::super::list::GONE;
    use super::{Found, unlike};
    use crate::Rect;

    /// A thing that stands at a place and looks some way.
    type Thing = (u8, u8);

    fn area(it: Thing) -> Rect {
        Rect::new(f32::from(it.0), 0.0, 1.0, 1.0)
    }

    fn told(before: &[Thing], now: &[Thing], drawn: &[u32], right_of: f32) -> Vec<Rect> {
        let mut found = Found { areas: Vec::new(), around: None, right_of, below: f32::INFINITY };
        unlike((before, |at| area(before[at])), (now, |at| area(now[at])), drawn, &mut found);
        found.areas
    }

    #[test]
    fn what_is_moved_is_told_and_not_what_it_was_moved_past() {
        let before = [(0, 0), (1, 0), (2, 0), (3, 0)];
        let now = [(0, 0), (2, 0), (3, 0), (9, 0)];
        let areas = told(&before, &now, &[0, 2, 3, GONE], f32::INFINITY);
        assert_eq!(areas, [area((1, 0)), area((9, 0))]);
    }

    #[test]
    fn what_comes_goes_or_looks_different_is_told_unless_all_around_it_is() {
        let before = [(0, 0), (1, 0), (2, 0), (3, 0)];
        let now = [(0, 7), (2, 0), (5, 7)];
        let drawn = [0, 2, 3];
        let all = [(0, 0), (0, 7), (1, 0), (3, 0), (5, 7)].map(area);
        assert_eq!(told(&before, &now, &drawn, f32::INFINITY), all);
        assert_eq!(told(&before, &now, &drawn, 3.0), all[..3]);
    }

    #[test]
    fn very_many_areas_are_told_as_one() {
        let now: Vec<Thing> = (0..=u8::MAX).map(|it| (it, 0)).collect();
        let mut found =
            Found { areas: Vec::new(), around: None, right_of: f32::INFINITY, below: f32::INFINITY };
        now.iter().for_each(|it| found.add(area(*it)));
        assert_eq!((found.areas.len(), found.around), (0, Some(Rect::new(0.0, 0.0, 256.0, 1.0))));
    }
}
