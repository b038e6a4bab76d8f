//! From the way of a route to its corners.

use std::ops::Deref;

use super::axis::Axis;
use super::changed::{Followed, Formerly, Found, carried};
use super::list::GONE;
use super::plan::{Plan, Plans, Way, departure};
use super::reading::{Reading, Wire};
use super::slots::Slots;
use super::steady::Steady;
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

impl Corners {
    fn move_by(&mut self, by: Point) {
        if by == Point::default() {
            return;
        }
        let points = &mut self.points[..usize::from(self.count)];
        points.iter_mut().for_each(|it| (it.x, it.y) = (it.x + by.x, it.y + by.y));
    }

    /// How far others are from these, if all of them are equally far.
    fn moved_to(&self, others: &Self) -> Option<Point> {
        let by = |(a, b): (&Point, &Point)| Point::new(b.x - a.x, b.y - a.y);
        let first = self.iter().zip(&**others).map(by).next()?;
        let all_alike = self.len() == others.len() && self.iter().zip(&**others).all(|it| by(it) == first);
        all_alike.then_some(first)
    }
}

impl Deref for Corners {
    type Target = [Point];

    fn deref(&self) -> &[Point] {
        &self.points[..usize::from(self.count)]
    }
}

/// What has become of a route since the layout that this one follows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trace {
    /// Which of the former routes it was, [`GONE`] if it was none.
    pub(super) was: u32,
    /// How far its line has moved as a whole, if it has kept its shape.
    pub(super) by: Option<Point>,
    /// Whether it looks as it did, apart from that.
    pub(super) is_alike: bool,
}

impl Trace {
    /// Of a route that was not there.
    pub(super) const NEW: Self = Self { was: GONE, by: None, is_alike: false };
}

/// The ways of routes, and what they run along.
#[derive(Clone, Copy)]
pub(super) struct Course<'a> {
    pub(super) plans: &'a Plans,
    pub(super) slots: &'a Slots,
    /// Where each element lies.
    pub(super) rects: &'a [Rect],
    pub(super) columns: (&'a Axis, &'a Tracks),
    pub(super) rows: (&'a Axis, &'a Tracks),
}

/// The tracks that a route runs on, in the order in which it does; 0 where it has no such piece.
pub(super) type RouteTracks = [u32; 3];

/// The routes of all plans, in their order. Those that a layout had that is followed are taken over as they were drawn and
/// have to be [brought](Tracer::trace) to where they are now; the others have neither badge nor label.
pub(super) fn routes<'a>(
    reading: &'a Reading,
    course: Course<'a>,
    formerly: Option<Formerly<'a, Route>>,
    gone: impl FnMut(Route),
) -> (Vec<Route>, Tracer<'a>) {
    let (steps, connectors) = (reading.steps.items(), reading.connectors.items());
    let plans = &course.plans.plans;
    let make = |at: usize| {
        let plan = &plans[at];
        let wire = &connectors[plan.connector as usize];
        Route {
            id: wire.id,
            from: steps[wire.from as usize].id,
            to: steps[wire.to as usize].id,
            class: plan.class,
            points: corners(plan, course.tracks(plan), course),
            bundled: plan.bundled,
            badge: None,
            label: None,
        }
    };
    let tracks = Vec::with_capacity(plans.len());
    let Some(Formerly { followed, steady, drawn }) = formerly else {
        let routes = (0..plans.len()).map(make).collect();
        return (routes, Tracer { course, connectors, formerly: None, has_folded: false, tracks });
    };
    // What stood for several had the name of the first.
    let each_alone = followed.layout.slots.folded.is_empty();
    let has_folded = !followed.is_unfolded(course.slots);
    let mut next = 0;
    let was = |plan: &Plan| {
        let was = followed.route_of(plan.connector);
        let is_it = |it: &Route| each_alone || it.id == connectors[plan.connector as usize].id;
        let stays = was >= next && drawn.get(was as usize).is_some_and(is_it);
        next = if stays { was + 1 } else { next };
        if stays { was } else { GONE }
    };
    let was: Vec<u32> = plans.iter().map(was).collect();
    let routes = carried(drawn, &was, make, gone);
    (routes, Tracer { course, connectors, formerly: Some((followed, steady, was)), has_folded, tracks })
}

/// Brings routes to where they are now, one after the other.
pub(super) struct Tracer<'a> {
    course: Course<'a>,
    connectors: &'a [Wire],
    /// What is followed, and which of its routes each route was, [`GONE`] if none.
    formerly: Option<(Followed<'a>, &'a Steady, Vec<u32>)>,
    /// Whether a cell is or was folded.
    has_folded: bool,
    /// The tracks of the routes that have been brought.
    pub(super) tracks: Vec<RouteTracks>,
}

impl Tracer<'_> {
    /// Brings the next route, of this plan, to where it is now, but not its badge and its label.
    pub(super) fn trace(&mut self, plan: &Plan, route: &mut Route) -> Trace {
        let (course, tracks) = (self.course, self.course.tracks(plan));
        let at = self.tracks.len();
        self.tracks.push(tracks);
        let Some((followed, steady, was)) = &self.formerly else { return Trace::NEW };
        let was = was[at];
        if was == GONE {
            return Trace::NEW;
        }
        let wire = &self.connectors[plan.connector as usize];
        // A line in a column ends where its boxes do, which may be as high as their titles.
        let is_loose = [wire.from, wire.to].into_iter().any(|it| followed.stood.is_revised(it))
            || followed.layout.route_tracks[was as usize] != tracks;
        let place = |element: u32| course.slots.places[element as usize];
        let steady = if is_loose { None } else { steady.between(place(plan.from), place(plan.to)) };
        let by = if let Some(by) = steady {
            route.points.move_by(by);
            steady
        } else {
            let points = corners(plan, tracks, course);
            let by = route.points.moved_to(&points);
            route.points = points;
            // Where ports lie closer together than on a step, places are rounded: a sum of them may be another.
            by.filter(|it| *it == Point::default() || !self.has_folded)
        };
        let is_alike = by.is_some() && (route.class, route.bundled) == (plan.class, plan.bundled);
        (route.class, route.bundled) = (plan.class, plan.bundled);
        Trace { was, by, is_alike }
    }
}

/// What each route covers, badge and label included. Where one looks otherwise than in a layout that is followed is found.
pub(super) fn extents(
    routes: &[Route],
    traces: &[Trace],
    followed: Option<Followed<'_>>,
    found: &mut Found,
) -> Vec<Rect> {
    let extent = |(route, trace): (&Route, &Trace)| {
        let before = followed.and_then(|it| it.layout.route_extents.get(trace.was as usize)).copied();
        let moved = trace.by.filter(|_| trace.is_alike).zip(before);
        let now = moved.map_or_else(|| route.extent(), |(by, it)| it.moved(by));
        if moved.is_none_or(|(by, _)| by != Point::default()) {
            before.into_iter().chain([now]).for_each(|it| found.add(it));
        }
        now
    };
    routes.iter().zip(traces).map(extent).collect()
}

/// Where a port of an element is: lower than a box, its ports lie closer together.
pub(super) fn port_y(rect: Rect, below_top: f32) -> f32 {
    rect.y + below_top * (rect.height / STEP_HEIGHT).min(1.0)
}

impl Course<'_> {
    fn tracks(&self, plan: &Plan) -> RouteTracks {
        let Way::Turns { first, detour, .. } = plan.way else { return RouteTracks::default() };
        let (vertical, horizontal) = (&self.columns.1.of_run, &self.rows.1.of_run);
        let (level, far) = detour.map_or((0, 0), |it| (horizontal[it.horizontal], vertical[it.vertical]));
        [vertical[first], level, far]
    }
}

fn corners(plan: &Plan, tracks: RouteTracks, course: Course<'_>) -> Corners {
    let Course { plans, rects, columns: (columns, _), rows: (rows, _), .. } = course;
    let (from, to) = (rects[plan.from as usize], rects[plan.to as usize]);
    let x = |run: usize, track: u32| columns.track(plans.vertical[run].channel, track);
    let y = |run: usize, track: u32| rows.track(plans.horizontal[run].channel, track);
    match plan.way {
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
            let near = x(first, tracks[0]);
            match detour {
                None => Corners::new(&[start, Point::new(near, start.y), Point::new(near, end.y), end]),
                Some(detour) => {
                    let (level, far) = (y(detour.horizontal, tracks[1]), x(detour.vertical, tracks[2]));
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
