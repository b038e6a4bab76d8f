//! The way of a line from what comes first to what waits for it.

use std::collections::BTreeMap;

use opmap_model::RecommendationId;

use super::Gantt;
use super::layout::{BAR, GanttLayout, PlacedBar, count};
use crate::Point;

/// How far a line runs straight before it enters a bar.
const BEFORE: f32 = 14.0;
/// From the edge of a bar to a line between the rows.
const GAP: f32 = 6.0;
/// How far from its end a line leaves a bar that has words behind it.
const OFF_END: f32 = 8.0;
/// Between two lines that leave or enter the same bar.
const APART: f32 = 8.0;

/// A line between two bars.
pub(super) struct Link {
    /// Its corners, from the right edge of one bar to the left edge of the other.
    pub(super) points: Vec<Point>,
    /// Whether it cannot be as it is planned.
    pub(super) impossible: bool,
}

/// The lines of all dependencies between bars that are there.
pub(super) fn links(gantt: &Gantt, layout: &GanttLayout) -> Vec<Link> {
    let bars: BTreeMap<RecommendationId, &PlacedBar> = layout.bars.iter().map(|it| (it.id, it)).collect();
    let (mut leaving, mut entering) = (BTreeMap::new(), BTreeMap::new());
    for it in &gantt.dependencies {
        *leaving.entry(it.before).or_insert(0) += 1;
        *entering.entry(it.after).or_insert(0) += 1;
    }
    let (mut left, mut entered) = (BTreeMap::new(), BTreeMap::new());
    let mut found = Vec::new();
    for it in &gantt.dependencies {
        let (Some(from), Some(to)) = (bars.get(&it.before), bars.get(&it.after)) else { continue };
        let start = Point::new(from.rect.right(), port(from, &mut left, it.before, leaving[&it.before]));
        let end = Point::new(to.rect.x, port(to, &mut entered, it.after, entering[&it.after]));
        found.push(Link { points: way(start, end, from, to), impossible: it.impossible.is_some() });
    }
    found
}

/// The height at which the next line leaves or enters a bar.
fn port(
    bar: &PlacedBar,
    taken: &mut BTreeMap<RecommendationId, usize>,
    id: RecommendationId,
    of: usize,
) -> f32 {
    let nth = taken.entry(id).or_insert(0_usize);
    let apart = APART.min((BAR - 8.0) / count(of));
    let y = bar.rect.center().y + (count(*nth) - (count(of) - 1.0) / 2.0) * apart;
    *nth += 1;
    y
}

fn way(start: Point, end: Point, from: &PlacedBar, to: &PlacedBar) -> Vec<Point> {
    let turn = end.x - BEFORE;
    let is_below = to.rect.y > from.rect.y;
    let words_follow = !from.inside && from.words.x > from.rect.x;
    if words_follow {
        // Words stand where the line would leave, so it leaves between the rows.
        let x = from.rect.right() - OFF_END.min(from.rect.width / 2.0);
        let (edge, between) = if is_below {
            (from.rect.bottom(), from.rect.bottom() + GAP)
        } else {
            (from.rect.y, from.rect.y - GAP)
        };
        let leaves = [Point::new(x, edge), Point::new(x, between)];
        return leaves.into_iter().chain([Point::new(turn, between), Point::new(turn, end.y), end]).collect();
    }
    if start.x <= turn {
        return vec![start, Point::new(turn, start.y), Point::new(turn, end.y), end];
    }
    // What waits begins before the other ends: out to the right, between the rows, and back.
    let out = start.x + BEFORE;
    let between = if is_below { to.rect.y - GAP } else { to.rect.bottom() + GAP };
    vec![
        start,
        Point::new(out, start.y),
        Point::new(out, between),
        Point::new(turn, between),
        Point::new(turn, end.y),
        end,
    ]
}
