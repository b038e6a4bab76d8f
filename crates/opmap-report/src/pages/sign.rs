//! The signs of the checks as shapes: told apart without colour (F10).

use opmap_drawing::{Mark, PathMark, Point, Rect, RectMark, Segment, Stroke, Tone, level_tone};

use super::composer::Composer;
use crate::outline::Sign;

/// Radius of a sign.
const RADIUS: f32 = 3.9;

/// Draws a sign with its left edge at `x` and its middle at the height `y`.
pub(super) fn draw(composer: &mut Composer<'_>, sign: Sign, x: f32, y: f32) {
    let middle = Point::new(x + RADIUS, y);
    let at = |dx: f32, dy: f32| Point::new(middle.x + dx * RADIUS, middle.y + dy * RADIUS);
    let line = |from: Point, to: Point| vec![Segment::Move(from), Segment::Line(to)];
    let (outline, [tone, on_tone], strokes, dot) = match sign {
        Sign::Error => {
            let stroke = line(at(0.0, -0.55), at(0.0, 0.12));
            (octagon(middle), [Tone::Error, Tone::OnError], stroke, Some(at(0.0, 0.52)))
        }
        Sign::Warning => {
            let triangle = polygon(&[at(0.0, -1.0), at(1.06, 0.88), at(-1.06, 0.88)]);
            let stroke = line(at(0.0, -0.35), at(0.0, 0.25));
            (triangle, [Tone::Warning, Tone::OnWarning], stroke, Some(at(0.0, 0.6)))
        }
        Sign::Note => {
            let stroke = line(at(0.0, -0.12), at(0.0, 0.55));
            (circle(middle, RADIUS), [Tone::Info, Tone::OnInfo], stroke, Some(at(0.0, -0.5)))
        }
        Sign::InOrder => {
            let mut check = line(at(-0.42, 0.02), at(-0.1, 0.36));
            check.push(Segment::Line(at(0.45, -0.32)));
            (circle(middle, RADIUS - 0.4), [Tone::Ok; 2], check, None)
        }
        Sign::Level(halves) => return draw_level(composer, halves, x, y),
    };
    let filled = sign != Sign::InOrder;
    let marks = &mut composer.page().scene.marks;
    marks.push(Mark::Path(PathMark {
        segments: outline,
        fill: filled.then_some(tone),
        stroke: (!filled).then(|| Stroke::solid(tone, 0.75)),
    }));
    let stroke = Some(Stroke::solid(on_tone, 0.95));
    marks.push(Mark::Path(PathMark { segments: strokes, fill: None, stroke }));
    if let Some(dot) = dot {
        marks.push(Mark::Path(PathMark { segments: circle(dot, 0.55), fill: Some(on_tone), stroke: None }));
    }
}

/// Draws the square of a level with its left edge at `x` and its middle at the height `y`.
fn draw_level(composer: &mut Composer<'_>, halves: Option<u32>, x: f32, y: f32) {
    let rect = Rect::new(x, y - RADIUS, 2.0 * RADIUS, 2.0 * RADIUS);
    let (fill, stroke) = match halves {
        Some(halves) => (Some(level_tone(halves)), Some(Stroke::solid(Tone::LineMark, 0.5))),
        None => (None, Some(Stroke::dashed(Tone::LineMark, 0.75, 1.8, 1.8))),
    };
    composer.page().scene.marks.push(Mark::Rect(RectMark { rect, radius: 0.0, fill, stroke }));
}

/// Draws a box to tick with its left edge at `x` and its middle at the height `y`.
pub(super) fn draw_tick_box(composer: &mut Composer<'_>, x: f32, y: f32) {
    let rect = Rect::new(x, y - RADIUS, 2.0 * RADIUS, 2.0 * RADIUS);
    let stroke = Some(Stroke::solid(Tone::Ink, 0.9));
    composer.page().scene.marks.push(Mark::Rect(RectMark { rect, radius: 1.0, fill: None, stroke }));
}

fn polygon(points: &[Point]) -> Vec<Segment> {
    let mut segments: Vec<Segment> = points.iter().copied().map(Segment::Line).collect();
    if let (Some(first), Some(point)) = (segments.first_mut(), points.first()) {
        *first = Segment::Move(*point);
    }
    segments.push(Segment::Close);
    segments
}

fn octagon(middle: Point) -> Vec<Segment> {
    // The tangent of an eighth of a right angle, so that all eight sides are equal.
    let (long, short) = (RADIUS, RADIUS * 0.414);
    let corners = [
        (short, -long),
        (long, -short),
        (long, short),
        (short, long),
        (-short, long),
        (-long, short),
        (-long, -short),
        (-short, -long),
    ];
    polygon(&corners.map(|(dx, dy)| Point::new(middle.x + dx, middle.y + dy)))
}

/// Four curves that differ from a circle by less than a thousandth of its radius.
fn circle(middle: Point, radius: f32) -> Vec<Segment> {
    let handle = radius * 0.5523;
    let at = |dx: f32, dy: f32| Point::new(middle.x + dx, middle.y + dy);
    vec![
        Segment::Move(at(0.0, -radius)),
        Segment::Curve(at(handle, -radius), at(radius, -handle), at(radius, 0.0)),
        Segment::Curve(at(radius, handle), at(handle, radius), at(0.0, radius)),
        Segment::Curve(at(-handle, radius), at(-radius, handle), at(-radius, 0.0)),
        Segment::Curve(at(-radius, -handle), at(-handle, -radius), at(0.0, -radius)),
        Segment::Close,
    ]
}
