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
}

/// The areas outside which `now` looks as `before`, apart from what marks reach beyond their boxes and lines.
pub(super) fn areas(before: Seen<'_>, now: Seen<'_>) -> Vec<Rect> {
    let (width, height) = (before.size.0.max(now.size.0), before.size.1.max(now.size.1));
    let mut found = Vec::new();
    if before.lines != now.lines {
        found.push(Rect::new(0.0, 0.0, width, height));
    }
    let first = before.stages.iter().zip(now.stages).find(|(a, b)| a != b).map(|(a, b)| a.x.min(b.x));
    if let Some(x) = first.or_else(|| (before.size.0 != now.size.0).then(|| before.size.0.min(now.size.0))) {
        found.push(Rect::new(x, 0.0, width - x, height));
    }
    let first = before.lanes.iter().zip(now.lanes).find(|(a, b)| a != b).map(|(a, b)| a.y.min(b.y));
    if let Some(y) = first.or_else(|| (before.size.1 != now.size.1).then(|| before.size.1.min(now.size.1))) {
        found.push(Rect::new(0.0, y, width, height - y));
    }
    unlike(before.boxes, now.boxes, |it| it.id, |it| it.rect, &mut found);
    unlike(before.folded_cells, now.folded_cells, |it| (it.stage, it.lane), |it| it.rect, &mut found);
    unlike(before.routes, now.routes, |it| it.id, Route::extent, &mut found);
    if found.len() > MOST {
        found = found.into_iter().reduce(Rect::covering).into_iter().collect();
    }
    found
}

/// Adds the areas of all that is in one list only, not the same in both, or above something else than before: what comes later
/// lies above. Each has an identity of its own.
fn unlike<T: PartialEq, K: Ord>(
    mut before: &[T],
    mut now: &[T],
    id: impl Fn(&T) -> K,
    area: impl Fn(&T) -> Rect,
    found: &mut Vec<Rect>,
) {
    // Most changes leave what is before and behind them as it was.
    let same = before.iter().zip(now).take_while(|(a, b)| a == b).count();
    (before, now) = (&before[same..], &now[same..]);
    let same = before.iter().rev().zip(now.iter().rev()).take_while(|(a, b)| a == b).count();
    (before, now) = (&before[..before.len() - same], &now[..now.len() - same]);

    let by_id = |items: &'_ [T]| {
        let mut order: Vec<usize> = (0..items.len()).collect();
        order.sort_unstable_by_key(|at| id(&items[*at]));
        order
    };
    let (mut old, mut new) = (by_id(before).into_iter().peekable(), by_id(now).into_iter().peekable());
    // Where what is in both lists stood and stands.
    let mut in_both: Vec<(usize, usize)> = Vec::new();
    loop {
        let (stood, stands) = (old.peek().copied(), new.peek().copied());
        let (a, b) = (stood.map(|at| &before[at]), stands.map(|at| &now[at]));
        let order = match (a, b) {
            (None, None) => break,
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (Some(a), Some(b)) => id(a).cmp(&id(b)),
        };
        in_both.extend(stood.zip(stands).filter(|_| order.is_eq()));
        if order.is_le() {
            found.extend(a.filter(|_| a != b).map(&area));
            old.next();
        }
        if order.is_ge() {
            found.extend(b.filter(|_| a != b).map(&area));
            new.next();
        }
    }
    in_both.sort_unstable();
    let mut last = 0;
    for (_, at) in in_both {
        if at < last {
            found.push(area(&now[at]));
        }
        last = last.max(at);
    }
}
