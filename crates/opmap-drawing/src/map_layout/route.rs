//! From the way of a route to its corners.

use std::ops::Deref;

use super::axis::Axis;
use super::plan::{Plan, Plans, Way, departure};
use super::reading::Reading;
use super::tracks::{Side, Tracks};
use super::{Route, STEP_HEIGHT};
use crate::{Point, Rect};

/// The corners of a route, ends included: at least 2, at most 6.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Corners {
    points: [Point; Self::MOST],
    count: u8,
}

impl Corners {
    const MOST: usize = 6;

    /// Corners at these points; what is beyond the sixth is left out.
    #[must_use]
    pub fn new(points: &[Point]) -> Self {
        let mut corners = Self { points: [Point::default(); Self::MOST], count: 0 };
        for (corner, point) in corners.points.iter_mut().zip(points) {
            *corner = *point;
            corners.count += 1;
        }
        corners
    }
}

impl Deref for Corners {
    type Target = [Point];

    fn deref(&self) -> &[Point] {
        &self.points[..usize::from(self.count)]
    }
}

/// The routes of all plans, in their order, without badges and labels. Takes columns, then rows, each with the
/// tracks of its channels.
pub(super) fn routes(
    reading: &Reading,
    rects: &[Rect],
    plans: &Plans,
    axes: [(&Axis, &Tracks); 2],
) -> Vec<Route> {
    let steps = reading.steps.items();
    let route = |plan: &Plan| {
        let wire = &reading.connectors.items()[plan.connector as usize];
        let (from, to) = (rects[plan.from as usize], rects[plan.to as usize]);
        Route {
            id: wire.id,
            from: steps[wire.from as usize].id,
            to: steps[wire.to as usize].id,
            class: plan.class,
            points: corners(&plan.way, from, to, plans, axes),
            bundled: plan.bundled,
            badge: None,
            label: None,
        }
    };
    plans.plans.iter().map(route).collect()
}

/// Where a port of an element is: lower than a box, its ports lie closer together.
pub(super) fn port_y(rect: Rect, below_top: f32) -> f32 {
    rect.y + below_top * (rect.height / STEP_HEIGHT).min(1.0)
}

fn corners(
    way: &Way,
    from: Rect,
    to: Rect,
    plans: &Plans,
    [(columns, vertical), (rows, horizontal)]: [(&Axis, &Tracks); 2],
) -> Corners {
    let x = |run: usize| columns.track(plans.vertical[run].channel, vertical.of_run[run]);
    let y = |run: usize| rows.track(plans.horizontal[run].channel, horizontal.of_run[run]);
    match *way {
        Way::Column => {
            let x = from.center().x;
            let ends = if from.y < to.y { [from.bottom(), to.y] } else { [from.y, to.bottom()] };
            Corners::new(&ends.map(|y| Point::new(x, y)))
        }
        Way::Row { port } => {
            let ends = if from.x < to.x { [from.right(), to.x] } else { [from.x, to.right()] };
            Corners::new(&ends.map(|x| Point::new(x, port_y(from, port))))
        }
        Way::Turns { first, detour, out, arrival, into } => {
            let edge = |rect: Rect, side: Side| if side == Side::Before { rect.x } else { rect.right() };
            let start = Point::new(edge(from, out), port_y(from, departure(out)));
            let end = Point::new(edge(to, into), port_y(to, arrival));
            let near = x(first);
            match detour {
                None => Corners::new(&[start, Point::new(near, start.y), Point::new(near, end.y), end]),
                Some(detour) => {
                    let (level, far) = (y(detour.horizontal), x(detour.vertical));
                    Corners::new(&[
                        start,
                        Point::new(near, start.y),
                        Point::new(near, level),
                        Point::new(far, level),
                        Point::new(far, end.y),
                        end,
                    ])
                }
            }
        }
    }
}

impl Route {
    /// What it covers, badge and label included.
    #[must_use]
    pub fn extent(&self) -> Rect {
        let Some(start) = self.points.first() else { return Rect::default() };
        let (mut x, mut y, mut right, mut bottom) = (start.x, start.y, start.x, start.y);
        let mut cover = |low: Point, high: Point| {
            (x, y) = (x.min(low.x), y.min(low.y));
            (right, bottom) = (right.max(high.x), bottom.max(high.y));
        };
        self.points.iter().for_each(|at| cover(*at, *at));
        self.marked().for_each(|it| cover(Point::new(it.x, it.y), Point::new(it.right(), it.bottom())));
        Rect::new(x, y, right - x, bottom - y)
    }

    /// Where its badge and its label lie.
    pub(crate) fn marked(&self) -> impl Iterator<Item = Rect> + use<> {
        let (badge, label) = (self.badge.as_ref(), self.label.as_ref());
        [badge.map(|it| it.rect), label.map(|it| it.rect)].into_iter().flatten()
    }

    /// How far a point is from its line, badge and label; 0 on a badge or label.
    pub(super) fn distance(&self, point: Point) -> f32 {
        let pieces = self.points.windows(2).map(|ends| {
            let (a, b) = (ends[0], ends[1]);
            let (x, y) = (a.x.min(b.x), a.y.min(b.y));
            Rect::new(x, y, a.x.max(b.x) - x, a.y.max(b.y) - y)
        });
        let distance = |rect: Rect| {
            let x = (rect.x - point.x).max(point.x - rect.right()).max(0.0);
            let y = (rect.y - point.y).max(point.y - rect.bottom()).max(0.0);
            x.hypot(y)
        };
        pieces.chain(self.marked()).map(distance).fold(f32::INFINITY, f32::min)
    }

    /// The place halfway along the line.
    #[must_use]
    pub fn middle(&self) -> Point {
        let pieces = || self.points.windows(2).map(|ends| (ends[0], ends[1]));
        let length = |(a, b): (Point, Point)| (b.x - a.x).abs() + (b.y - a.y).abs();
        let mut left = pieces().map(length).sum::<f32>() / 2.0;
        for piece in pieces() {
            let (a, b) = piece;
            let here = length(piece);
            if here >= left {
                // A piece goes along one axis, so that nothing is rounded.
                let along = |from: f32, to: f32| from + (to - from).clamp(-left, left);
                return Point::new(along(a.x, b.x), along(a.y, b.y));
            }
            left -= here;
        }
        self.points.first().copied().unwrap_or_default()
    }
}
