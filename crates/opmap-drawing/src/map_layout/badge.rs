//! Where the badges and the words of connectors go.
//!
//! Both stand where there is never a box: at crossings of gutters, along row gutters and over empty slots. Of such
//! places the first takes that no other badge or label has.

use opmap_model::{Connector, MapView};

use super::axis::Axis;
use super::ground::{Ground, Stem};
use super::plan::{Plan, Plans, Way};
use super::slots::Slots;
use super::{Badge, Route, RouteClass, RouteLabel, SMALL_TEXT};
use crate::{Face, Fonts, Point, Rect};

/// Width and height of a badge.
const BADGE_SIZE: (f32, f32) = (28.0, 17.0);
/// How much wider a badge is for each of its signs: no owner, rework.
const SIGN_WIDTH: f32 = 12.0;
/// How far the middle of a badge lies from a line that it stands beside.
const BESIDE: f32 = 27.0;
/// Height of a label.
const LABEL_HEIGHT: f32 = 14.0;
/// Widest text of a label.
const LABEL_WIDTH: f32 = 140.0;
/// Room left and right of the text of a label.
const LABEL_PAD: f32 = 3.0;

/// Gives every handoff its badge and every connector with words its label, as far as there is room.
pub(super) fn place(
    routes: &mut [Route],
    view: &MapView<'_>,
    plans: &Plans,
    slots: &Slots,
    axes: [&Axis; 2],
    fonts: &Fonts,
) {
    let width = |filled| fonts.width(Face::SemiBold, SMALL_TEXT.0, &Badge::words(filled));
    let text_widths: Vec<f32> = (0..=Connector::PARTS).map(width).collect();
    let mut ground = Ground::new(plans, slots, axes);
    for (route, plan) in routes.iter_mut().zip(&plans.plans) {
        if plan.handoff {
            let connector = view.connectors[plan.connector].1;
            let filled = connector.filled_parts();
            let owner_missing = connector.owner.is_none();
            let rework = plan.class == RouteClass::Rework;
            let signs = f32::from(u8::from(owner_missing) + u8::from(rework));
            let rect = ground.badge(route, plan, BADGE_SIZE.0 + signs * SIGN_WIDTH);
            let text_width = text_widths[usize::from(filled)];
            route.badge = rect.map(|rect| Badge { rect, filled, owner_missing, rework, text_width });
        }
    }
    for (route, plan) in routes.iter_mut().zip(&plans.plans) {
        if let Some(words) = &view.connectors[plan.connector].1.label {
            route.label = ground.label(route, plan, words.as_str(), fonts);
        }
    }
}

impl Ground<'_> {
    /// The place of a badge: on its line where that is free, between neighbours beside it.
    fn badge(&mut self, route: &Route, plan: &Plan, width: f32) -> Option<Rect> {
        let stems = self.stems(plan, route);
        let neighbours = plan.way == Way::Column && stems.iter().all(|stem| stem.gutters.len() == 1);
        let centred = |at: Point| {
            self.within(Rect::new(at.x - width / 2.0, at.y - BADGE_SIZE.1 / 2.0, width, BADGE_SIZE.1))
        };
        let on = || self.places_on(route, plan, &stems).into_iter().map(centred);
        let beside = || self.places_beside(&stems, width).map(centred);
        let free = |rect: &Rect| self.is_free(rect);
        let found =
            if neighbours { beside().find(free).or_else(|| on().find(free)) } else { on().find(free) };
        // A badge that covers another is still better than a handoff without one.
        let rect = found.or_else(|| beside().find(free)).or_else(|| on().next())?;
        self.take(rect);
        Some(rect)
    }

    /// Places on the line, best first: where it crosses a row gutter or runs between empty slots, near its middle;
    /// then along a row gutter.
    fn places_on(&self, route: &Route, plan: &Plan, stems: &[Stem]) -> Vec<Point> {
        let middle = route.middle();
        let mut places: Vec<(f32, Point)> = Vec::new();
        let mut add = |penalty: f32, at: Point| {
            places.push((penalty + (at.x - middle.x).abs() + (at.y - middle.y).abs(), at));
        };
        for stem in stems {
            stem.gutters.clone().for_each(|it| add(0.0, Point::new(stem.x, self.gutter_middle(it))));
            self.open_rows(stem).for_each(|y| add(20.0, Point::new(stem.x, y)));
        }
        if let Some((left, right, y)) = self.level(plan, route) {
            for part in [0.5, 0.25, 0.75, 0.125, 0.875] {
                add(60.0, Point::new(left + (right - left) * part, y));
            }
        }
        places.sort_by(|a, b| a.0.total_cmp(&b.0));
        places.into_iter().map(|(_, at)| at).collect()
    }

    /// Places beside the line, where it crosses row gutters.
    fn places_beside(&self, stems: &[Stem], width: f32) -> impl Iterator<Item = Point> {
        let distance = BESIDE + (width - BADGE_SIZE.0) / 2.0;
        let sides = [1.0, -1.0, 2.0, -2.0, 3.0, -3.0].into_iter();
        let at_stem = move |side: f32, stem: &Stem| {
            let x = stem.x + side * distance;
            stem.gutters.clone().map(move |gutter| (x, gutter))
        };
        sides
            .flat_map(move |side| stems.iter().flat_map(move |stem| at_stem(side, stem)))
            .map(|(x, gutter)| Point::new(x, self.gutter_middle(gutter)))
    }

    fn label(&mut self, route: &Route, plan: &Plan, words: &str, fonts: &Fonts) -> Option<RouteLabel> {
        let text = fonts.cut(Face::Regular, SMALL_TEXT.0, words, LABEL_WIDTH);
        let width = fonts.width(Face::Regular, SMALL_TEXT.0, &text) + 2.0 * LABEL_PAD;
        if !self.holds(width) {
            return None;
        }
        let places = self.label_places(route, plan, width);
        let rect = places.into_iter().map(|rect| self.within(rect)).find(|rect| self.is_free(rect))?;
        self.take(rect);
        Some(RouteLabel { rect, text })
    }

    /// Places for a label, those near the start of the route first.
    fn label_places(&self, route: &Route, plan: &Plan, width: f32) -> Vec<Rect> {
        let mut places = Vec::new();
        let rect = |x: f32, y: f32| Rect::new(x, y, width, LABEL_HEIGHT);
        for stem in self.stems(plan, route) {
            let mut gutters: Vec<u32> = stem.gutters.collect();
            if route.points.first().map(|it| it.y) > route.points.last().map(|it| it.y) {
                gutters.reverse();
            }
            for gutter in gutters {
                let y = self.gutter_middle(gutter) - LABEL_HEIGHT / 2.0;
                places.extend([rect(stem.x + 4.0, y), rect(stem.x - 4.0 - width, y)]);
            }
        }
        if let Some((left, right, y)) = self.level(plan, route) {
            places.push(rect(f32::midpoint(left, right) - width / 2.0, y - LABEL_HEIGHT / 2.0));
        }
        if let [.., start, end] = route.points.as_slice()
            && start.y == end.y
        {
            let (left, right) = (start.x.min(end.x), start.x.max(end.x));
            let middle = f32::midpoint(left, right) - width / 2.0;
            // The last piece of a line lies outside all boxes, and so does what stands right above it.
            if right - left >= width + 8.0 {
                places.push(rect(middle, start.y - LABEL_HEIGHT - 1.0));
            }
            for gutter in self.gutters_beside(plan.to) {
                places.push(rect(middle, self.gutter_middle(gutter) - LABEL_HEIGHT / 2.0));
            }
        }
        places
    }
}
