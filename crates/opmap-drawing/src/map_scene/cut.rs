//! What remains of marks at the edge of a window.

use crate::{Point, Rect};

/// The pieces of an orthogonal line inside a window, each with whether it ends where the line does.
pub(super) fn pieces_within(points: &[Point], window: &Rect) -> Vec<(Vec<Point>, bool)> {
    let mut pieces: Vec<(Vec<Point>, bool)> = Vec::new();
    let mut open = false;
    for (index, ends) in points.windows(2).enumerate() {
        let (a, b) = (ends[0], ends[1]);
        let Some((from, to)) = clipped(a, b, window) else {
            open = false;
            continue;
        };
        let arrives = to == b && index + 2 == points.len();
        match pieces.last_mut() {
            Some(piece) if open && from == a => {
                piece.0.push(to);
                piece.1 = arrives;
            }
            _ => pieces.push((vec![from, to], arrives)),
        }
        open = to == b;
    }
    pieces
}

/// A horizontal or vertical line as far as it is inside; none if that is a point or nothing.
fn clipped(a: Point, b: Point, window: &Rect) -> Option<(Point, Point)> {
    let (right, bottom) = (window.right(), window.bottom());
    let inside = |p: Point| Point::new(p.x.clamp(window.x, right), p.y.clamp(window.y, bottom));
    let (from, to) = (inside(a), inside(b));
    let passes = if a.x == b.x { from.x == a.x } else { from.y == a.y };
    (passes && from != to).then_some((from, to))
}

/// The mark inside the window, if that is where its middle is and it fits.
pub(super) fn moved_inside(mark: Rect, window: &Rect) -> Option<Rect> {
    let middle = mark.center();
    let fits = mark.width + 2.0 <= window.width && mark.height + 2.0 <= window.height;
    let shown = fits
        && window.x <= middle.x
        && middle.x < window.right()
        && window.y <= middle.y
        && middle.y < window.bottom();
    let within = |at: f32, size: f32, start: f32, end: f32| at.min(end - size - 1.0).max(start + 1.0);
    shown.then(|| Rect {
        x: within(mark.x, mark.width, window.x, window.right()),
        y: within(mark.y, mark.height, window.y, window.bottom()),
        ..mark
    })
}

/// Whether the mark lies inside the window where it is.
pub(super) fn is_inside(mark: &Rect, window: &Rect) -> bool {
    moved_inside(*mark, window) == Some(*mark)
}

/// The place itself, and those beside it inside the window, the nearest first.
pub(super) fn places_near(mark: Rect, window: &Rect) -> Vec<Rect> {
    let steps = (1..=12_u8).map(|it| f32::from(it) * mark.height / 2.0);
    let around = steps.flat_map(|it| [(0.0, it), (0.0, -it), (it, 0.0), (-it, 0.0)]);
    let beside = around.map(|(x, y)| Rect { x: mark.x + x, y: mark.y + y, ..mark });
    std::iter::once(mark).chain(beside.filter(|it| is_inside(it, window))).collect()
}

#[cfg(test)]
mod tests {
    use super::pieces_within;
    use crate::{Point, Rect};

    #[test]
    fn a_line_that_leaves_and_returns_is_cut_in_two() {
        let p = Point::new;
        let window = Rect::new(0.0, 0.0, 100.0, 100.0);
        let line = [p(10.0, 10.0), p(150.0, 10.0), p(150.0, 50.0), p(60.0, 50.0), p(60.0, 90.0)];
        assert_eq!(
            pieces_within(&line, &window),
            [
                (vec![p(10.0, 10.0), p(100.0, 10.0)], false),
                (vec![p(100.0, 50.0), p(60.0, 50.0), p(60.0, 90.0)], true),
            ]
        );
        assert_eq!(pieces_within(&[p(120.0, 0.0), p(120.0, 90.0)], &window), []);
        assert_eq!(pieces_within(&[p(100.0, 40.0), p(120.0, 40.0)], &window), [], "it only touches the edge");
    }
}
