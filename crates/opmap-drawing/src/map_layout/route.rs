//! From the way of a route to its corners.

use opmap_model::MapView;

use super::axis::Axis;
use super::plan::{OUT, Plan, Plans, Way};
use super::tracks::{Side, Tracks};
use super::{Route, StepBox};
use crate::{Point, Rect};

/// The routes of all plans, in their order, without badges and labels. Takes columns, then rows, each with the
/// tracks of its channels.
pub(super) fn routes(
    view: &MapView<'_>,
    boxes: &[StepBox],
    plans: &Plans,
    axes: [(&Axis, &Tracks); 2],
) -> Vec<Route> {
    let route = |plan: &Plan| {
        let (from, to) = (&boxes[plan.from as usize], &boxes[plan.to as usize]);
        Route {
            id: view.connectors[plan.connector].0,
            from: from.id,
            to: to.id,
            class: plan.class,
            points: corners(&plan.way, from.rect, to.rect, plans, axes),
            badge: None,
            label: None,
        }
    };
    plans.plans.iter().map(route).collect()
}

fn corners(
    way: &Way,
    from: Rect,
    to: Rect,
    plans: &Plans,
    [(columns, vertical), (rows, horizontal)]: [(&Axis, &Tracks); 2],
) -> Vec<Point> {
    let x = |run: usize| columns.track(plans.vertical[run].channel, vertical.of_run[run]);
    let y = |run: usize| rows.track(plans.horizontal[run].channel, horizontal.of_run[run]);
    match *way {
        Way::Column => {
            let x = from.center().x;
            let ends = if from.y < to.y { [from.bottom(), to.y] } else { [from.y, to.bottom()] };
            ends.map(|y| Point::new(x, y)).to_vec()
        }
        Way::Row { port } => {
            let ends = if from.x < to.x { [from.right(), to.x] } else { [from.x, to.right()] };
            ends.map(|x| Point::new(x, from.y + port)).to_vec()
        }
        Way::Turns { first, detour, arrival, into } => {
            let mut points = vec![Point::new(from.right(), from.y + OUT), Point::new(x(first), from.y + OUT)];
            let mut last_x = x(first);
            if let Some(detour) = detour {
                let gutter_y = y(detour.horizontal);
                points.push(Point::new(last_x, gutter_y));
                last_x = x(detour.vertical);
                points.push(Point::new(last_x, gutter_y));
            }
            let edge = if into == Side::Before { to.x } else { to.right() };
            points.push(Point::new(last_x, to.y + arrival));
            points.push(Point::new(edge, to.y + arrival));
            points
        }
    }
}

impl Route {
    /// What it covers, badge and label included.
    #[must_use]
    pub fn extent(&self) -> Rect {
        let marks = [self.badge.as_ref().map(|it| it.rect), self.label.as_ref().map(|it| it.rect)];
        let points = self.points.iter().map(|at| Rect::new(at.x, at.y, 0.0, 0.0));
        points.chain(marks.into_iter().flatten()).reduce(covering).unwrap_or_default()
    }

    /// How far a point is from its line, badge and label; 0 on a badge or label.
    pub(super) fn distance(&self, point: Point) -> f32 {
        let marks = [self.badge.as_ref().map(|it| it.rect), self.label.as_ref().map(|it| it.rect)];
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
        pieces.chain(marks.into_iter().flatten()).map(distance).fold(f32::INFINITY, f32::min)
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
            if here >= left && here > 0.0 {
                let part = left / here;
                return Point::new(a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part);
            }
            left -= here;
        }
        self.points.first().copied().unwrap_or_default()
    }
}

fn covering(a: Rect, b: Rect) -> Rect {
    let (x, y) = (a.x.min(b.x), a.y.min(b.y));
    Rect::new(x, y, a.right().max(b.right()) - x, a.bottom().max(b.bottom()) - y)
}
