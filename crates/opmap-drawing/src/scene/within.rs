//! What of a mark can be seen in a part of the drawing: a line across the whole of it is not painted for a corner.

use super::{Mark, PathMark, Point, Rect, Segment};

/// The quarter of a circle is so much longer than the straight line between its ends.
const QUARTER: f32 = 1.110_72;

impl Mark {
    /// The mark as far as it is needed in `area`; none if nothing of it is. Lines are shortened, and their dashes stay
    /// where they are on the whole line. Text is always needed.
    #[must_use]
    pub fn within(self, area: Rect) -> Option<Self> {
        match self {
            Self::Rect(mark) => {
                let reach = mark.stroke.map_or(0.0, |it| it.width / 2.0);
                mark.rect.grown(reach).overlaps(&area).then_some(Self::Rect(mark))
            }
            Self::Path(path) if is_line(&path) => line_within(&path, area).map(Self::Path),
            Self::Path(path) => is_near(&path, area).then_some(Self::Path(path)),
            Self::Text(mark) => Some(Self::Text(mark)),
            Self::Image(mark) => mark.rect.overlaps(&area).then_some(Self::Image(mark)),
        }
    }
}

fn is_line(path: &PathMark) -> bool {
    path.fill.is_none() && !path.segments.contains(&Segment::Close)
}

/// Whether the smallest rectangle around the path overlaps `area`.
fn is_near(path: &PathMark, area: Rect) -> bool {
    let reach = path.stroke.map_or(0.0, |it| it.width / 2.0);
    let points = path.segments.iter().flat_map(|segment| match *segment {
        Segment::Move(to) | Segment::Line(to) => [Some(to), None, None],
        Segment::Curve(a, b, to) => [Some(a), Some(b), Some(to)],
        Segment::Close => [None; 3],
    });
    let around = points.flatten().fold(None, |around: Option<(Point, Point)>, it| {
        let (low, high) = around.unwrap_or((it, it));
        Some((Point::new(low.x.min(it.x), low.y.min(it.y)), Point::new(high.x.max(it.x), high.y.max(it.y))))
    });
    around.is_some_and(|(low, high)| {
        Rect::new(low.x, low.y, high.x - low.x, high.y - low.y).grown(reach.max(0.5)).overlaps(&area)
    })
}

fn line_within(path: &PathMark, area: Rect) -> Option<PathMark> {
    let stroke = path.stroke?;
    let period = stroke.dash.map_or(0.0, |(on, off)| on + off);
    // A part that is cut out begins with a whole dash, up to a period late, and that must lie outside `area`.
    let area = area.grown(stroke.width / 2.0 + 2.0 * period);
    let mut kept = Vec::new();
    let (mut at, mut along) = (Point::default(), 0.0);
    // Whether what is kept ends at `at`.
    let mut joined = false;
    for segment in &path.segments {
        let next = match *segment {
            Segment::Move(to) => {
                (at, along, joined) = (to, 0.0, false);
                continue;
            }
            Segment::Line(to) => to,
            Segment::Curve(.., to) => to,
            // A path with this is not a line.
            Segment::Close => at,
        };
        let (x, y) = (next.x - at.x, next.y - at.y);
        let straight = (x * x + y * y).sqrt();
        match *segment {
            Segment::Curve(..) => {
                // Curves are corners: small, and in the way of no dash worth speaking of.
                let begins = joined || along == 0.0 || period == 0.0;
                let seen = begins && part_within(at, next, area.grown(straight)).is_some();
                if seen && !joined {
                    kept.push(Segment::Move(at));
                }
                if seen {
                    kept.push(*segment);
                }
                joined = seen;
                along += straight * QUARTER;
            }
            _ => {
                let place = |length: f32| {
                    let part = if straight > 0.0 { length / straight } else { 0.0 };
                    Point::new(at.x + (next.x - at.x) * part, at.y + (next.y - at.y) * part)
                };
                let seen = part_within(at, next, area).map(|(from, to)| (from * straight, to * straight));
                let seen = seen.and_then(|(from, to)| {
                    let from = if joined { 0.0 } else { whole_dashes(along + from, period) - along };
                    (from <= to).then_some((from, to))
                });
                if let Some((from, to)) = seen {
                    if !joined {
                        kept.push(Segment::Move(place(from)));
                    }
                    kept.push(Segment::Line(if to < straight { place(to) } else { next }));
                }
                joined = seen.is_some_and(|(_, to)| to >= straight);
                along += straight;
            }
        }
        at = next;
    }
    (!kept.is_empty()).then(|| PathMark { segments: kept, ..path.clone() })
}

/// `length` made up to a whole number of periods; as it is without dashes.
fn whole_dashes(length: f32, period: f32) -> f32 {
    if period > 0.0 { (length / period).ceil() * period } else { length }
}

/// From where to where, as parts of its length, a straight line lies in `area`; none if it does not.
fn part_within(from: Point, to: Point, area: Rect) -> Option<(f32, f32)> {
    let mut part = (0.0_f32, 1.0_f32);
    let sides = [(from.x, to.x, area.x, area.right()), (from.y, to.y, area.y, area.bottom())];
    for (from, to, low, high) in sides {
        let way = to - from;
        if way == 0.0 {
            if from < low || high < from {
                return None;
            }
            continue;
        }
        let (a, b) = ((low - from) / way, (high - from) / way);
        part = (part.0.max(a.min(b)), part.1.min(a.max(b)));
    }
    (part.0 <= part.1).then_some(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Stroke, Tone};

    fn line(points: &[(f32, f32)], dash: Option<(f32, f32)>) -> Mark {
        let mut segments: Vec<Segment> =
            points.iter().map(|&(x, y)| Segment::Line(Point::new(x, y))).collect();
        if let Some(Segment::Line(first)) = segments.first().copied() {
            segments[0] = Segment::Move(first);
        }
        let stroke = Stroke { tone: Tone::WireInk, width: 2.0, dash };
        Mark::Path(PathMark { segments, fill: None, stroke: Some(stroke) })
    }

    fn kept(mark: Mark, area: Rect) -> Vec<Segment> {
        let Some(Mark::Path(path)) = mark.within(area) else { return Vec::new() };
        path.segments
    }

    #[test]
    fn a_long_line_is_cut_at_the_border_of_the_area() {
        let area = Rect::new(100.0, 0.0, 50.0, 50.0);
        let segments = kept(line(&[(0.0, 10.0), (1000.0, 10.0)], None), area);
        let p = |x| Point::new(x, 10.0);
        assert_eq!(segments, [Segment::Move(p(99.0)), Segment::Line(p(151.0))]);
    }

    #[test]
    fn a_line_that_leaves_and_comes_back_is_kept_in_two_parts() {
        let area = Rect::new(0.0, 0.0, 100.0, 100.0);
        let away = [(10.0, 50.0), (500.0, 50.0), (500.0, 60.0), (10.0, 60.0)];
        let segments = kept(line(&away, None), area);
        let moves = segments.iter().filter(|it| matches!(it, Segment::Move(_))).count();
        assert_eq!((moves, segments.len()), (2, 4));
    }

    #[test]
    fn what_lies_elsewhere_is_not_needed() {
        let area = Rect::new(0.0, 0.0, 100.0, 100.0);
        assert_eq!(line(&[(0.0, 200.0), (900.0, 200.0)], None).within(area), None);
        assert_eq!(line(&[(0.0, 400.0), (900.0, 400.0)], Some((5.0, 3.0))).within(area), None);
    }

    #[test]
    fn dashes_stay_where_they_are_on_the_whole_line() {
        let area = Rect::new(403.0, 0.0, 50.0, 50.0);
        let dashed = line(&[(1.0, -300.0), (1.0, 10.0), (1000.0, 10.0)], Some((5.0, 3.0)));
        let segments = kept(dashed, area);
        let [Segment::Move(start), Segment::Line(_)] = segments[..] else { panic!("{segments:?}") };
        // 310 down, then to the right.
        let along = 310.0 + (start.x - 1.0);
        assert_eq!(along % 8.0, 0.0, "a whole number of dashes and gaps lies before");
        assert!(start.x <= area.x, "and the part that is seen is whole");
    }
}
