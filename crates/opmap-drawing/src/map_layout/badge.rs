//! Where the badges and the words of connectors go.
//!
//! Both stand where there is never a box: at crossings of gutters, along row gutters and over empty slots. Of such
//! places the first takes that no other badge or label has.

use opmap_model::{Connector, MapView};

use super::axis::Axis;
use super::ground::Ground;
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
    let mut ground = Ground::new(plans, slots, axes);
    for (route, plan) in routes.iter_mut().zip(&plans.plans) {
        let connector = view.connectors[plan.connector].1;
        if is_handoff(plan, view, slots) {
            route.badge = ground.badge(route, plan, connector, fonts);
        }
    }
    for (route, plan) in routes.iter_mut().zip(&plans.plans) {
        if let Some(words) = &view.connectors[plan.connector].1.label {
            route.label = ground.label(route, plan, words.as_str(), fonts);
        }
    }
}

/// Whether the connector hands work over between lanes on the company's side, forth or back (H1).
fn is_handoff(plan: &Plan, view: &MapView<'_>, slots: &Slots) -> bool {
    let lanes = [plan.from, plan.to].map(|step| slots.places[step as usize].lane);
    let company_side = || lanes.iter().all(|lane| view.lanes[*lane as usize].1.kind.is_company_side());
    match plan.class {
        RouteClass::Handoff => true,
        RouteClass::Rework => lanes[0] != lanes[1] && company_side(),
        RouteClass::Flow | RouteClass::Contact | RouteClass::CustomerPath | RouteClass::System => false,
    }
}

impl Ground<'_> {
    fn badge(&mut self, route: &Route, plan: &Plan, connector: &Connector, fonts: &Fonts) -> Option<Badge> {
        let owner_missing = connector.owner.is_none();
        let rework = plan.class == RouteClass::Rework;
        let signs = f32::from(u8::from(owner_missing) + u8::from(rework));
        let width = BADGE_SIZE.0 + signs * SIGN_WIDTH;
        let places = self.badge_places(route, plan, width);
        // A badge that covers another is still better than a handoff without one.
        let rect = places.iter().find(|rect| self.is_free(rect)).or(places.first()).copied()?;
        self.take(rect);
        let filled = connector.filled_parts();
        let text_width = fonts.width(Face::SemiBold, SMALL_TEXT.0, &Badge::words(filled));
        Some(Badge { rect, filled, owner_missing, rework, text_width })
    }

    /// Places for a badge, best first: where the line crosses a row gutter or runs between empty slots, near its
    /// middle; then along a row gutter; then beside the line.
    fn badge_places(&self, route: &Route, plan: &Plan, width: f32) -> Vec<Rect> {
        let middle = route.middle();
        let beside = BESIDE + (width - BADGE_SIZE.0) / 2.0;
        let mut places: Vec<(f32, Point)> = Vec::new();
        let mut add = |penalty: f32, at: Point| {
            places.push((penalty + (at.x - middle.x).abs() + (at.y - middle.y).abs(), at));
        };
        let stems = self.stems(plan, route);
        let neighbours = plan.way == Way::Column && stems.iter().all(|stem| stem.gutters.len() == 1);
        for stem in &stems {
            for gutter in stem.gutters.clone() {
                let y = self.gutter_middle(gutter);
                add(if neighbours { 90.0 } else { 0.0 }, Point::new(stem.x, y));
                for step in [1.0_f32, -1.0, 2.0, -2.0, 3.0, -3.0] {
                    let penalty = if neighbours { 0.0 } else { 1000.0 };
                    add(penalty + step.abs(), Point::new(stem.x + step * beside, y));
                }
            }
            for y in self.open_rows(stem) {
                add(20.0, Point::new(stem.x, y));
            }
        }
        if let Some((left, right, y)) = self.level(plan, route) {
            for part in [0.5, 0.25, 0.75, 0.125, 0.875] {
                add(60.0, Point::new(left + (right - left) * part, y));
            }
        }
        places.sort_by(|a, b| a.0.total_cmp(&b.0));
        let centred =
            |at: Point| Rect::new(at.x - width / 2.0, at.y - BADGE_SIZE.1 / 2.0, width, BADGE_SIZE.1);
        places.into_iter().map(|(_, at)| self.within(centred(at))).collect()
    }

    fn label(&mut self, route: &Route, plan: &Plan, words: &str, fonts: &Fonts) -> Option<RouteLabel> {
        let text = shortened(words, fonts);
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

/// The text itself, or as much of it as a label holds.
fn shortened(words: &str, fonts: &Fonts) -> String {
    let width = |text: &str| fonts.width(Face::Regular, SMALL_TEXT.0, text);
    if width(words) <= LABEL_WIDTH {
        return words.to_owned();
    }
    let lines = fonts.wrap(Face::Regular, SMALL_TEXT.0, words, LABEL_WIDTH - width("…"));
    format!("{}…", lines.first().map_or("", String::as_str))
}
