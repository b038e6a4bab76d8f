//! The strip of sentiments as marks.

use opmap_model::{EvidenceGrade, Keyword};

use super::{PITCH, STRIP_HEIGHT, SentimentPoint, SentimentStrip, ZERO};
use crate::map_scene::{circle, fill, line, sign_marks, text};
use crate::{
    Face, HEAD_TITLE, LANE_HEAD_WIDTH, MapLayout, MapSceneOptions, Mark, PathMark, Point, Rect, RectMark,
    SIGN_SIZE, SMALL_TEXT, Scene, Sign, Stroke, Tone,
};

/// Width and height of a point.
const POINT: f32 = 14.0;

/// The curve between two places from the left of the map, from 0 to [`STRIP_HEIGHT`](super::STRIP_HEIGHT).
///
/// The shape of a point says how well it is known, its number is printed, and what is not set is a dotted ring with
/// words.
#[must_use]
pub fn strip_marks(strip: &SentimentStrip, left: f32, right: f32) -> Vec<Mark> {
    let across = |y: f32, stroke: Stroke| line(Point::new(left, y), Point::new(right, y), stroke);
    let bound = Stroke::dashed(Tone::Line2, 1.0, 1.5, 3.0);
    let mut marks = vec![
        fill(Rect::new(left, 0.0, right - left, STRIP_HEIGHT), Tone::Surface),
        across(ZERO - 2.0 * PITCH, bound),
        across(ZERO, Stroke::solid(Tone::Line, 1.0)),
        across(ZERO + 2.0 * PITCH, bound),
    ];
    for pair in strip.points.windows(2).filter(|it| it[1].joined) {
        marks.extend(clipped(pair[0].at, pair[1].at, left, right));
    }
    let seen = |rect: &Rect| left <= rect.x && rect.right() <= right;
    for point in strip.points.iter().filter(|it| (left..=right).contains(&it.at.x)) {
        marks.extend(point_marks(point));
        if !point.printed.is_empty() && seen(&point.label_rect) {
            marks.push(label(point));
        }
    }
    if let Some(quote) = strip.quote.as_ref().filter(|it| seen(&it.rect)) {
        let size = (SMALL_TEXT.0, quote.rect.height);
        marks.push(text(quote.rect.x, quote.rect.y, size, Face::Regular, Tone::Ink2, &quote.text));
    }
    marks
}

/// The head of the strip at the left of the map: its name, and what the shapes of its points mean.
#[must_use]
pub fn strip_head_marks() -> Vec<Mark> {
    let mut marks = vec![
        fill(Rect::new(0.0, 0.0, LANE_HEAD_WIDTH, STRIP_HEIGHT), Tone::Surface2),
        line(
            Point::new(LANE_HEAD_WIDTH, 0.0),
            Point::new(LANE_HEAD_WIDTH, STRIP_HEIGHT),
            Stroke::solid(Tone::Line2, 1.0),
        ),
        text(14.0, 8.0, HEAD_TITLE, Face::SemiBold, Tone::Ink, "Sentiment"),
    ];
    let mut top = 30.0;
    for grade in EvidenceGrade::ALL {
        let at = Point::new(14.0, top + (SMALL_TEXT.1 - SIGN_SIZE) / 2.0);
        marks.extend(sign_marks(Sign::Evidence(*grade), at, SIGN_SIZE, Tone::Ink2));
        let words = grade.label();
        marks.push(text(29.0, top, SMALL_TEXT, Face::Regular, Tone::Ink2, words));
        top += SMALL_TEXT.1 + 2.0;
    }
    marks
}

/// Puts the strip below a map that is drawn with `options`, under the stages that it shows.
pub(crate) fn place_strip(
    scene: &mut Scene,
    layout: &MapLayout,
    options: &MapSceneOptions,
    strip: &SentimentStrip,
) {
    let view = options.window.rect(layout);
    let top = scene.height;
    let head = if options.headers { layout.headers().x } else { 0.0 };
    let curve = strip_marks(strip, view.x, view.right());
    scene.marks.extend(curve.iter().map(|it| it.transformed(Point::new(head - view.x, top), 1.0)));
    if options.headers {
        scene.marks.push(fill(Rect::new(0.0, top, head, STRIP_HEIGHT), Tone::Surface2));
        let at = Point::new(layout.functions_width(), top);
        scene.marks.extend(strip_head_marks().iter().map(|it| it.transformed(at, 1.0)));
    }
    scene.height += STRIP_HEIGHT;
    let frame = Rect::new(0.5, top - 0.5, scene.width - 1.0, STRIP_HEIGHT);
    scene.marks.push(Mark::Rect(RectMark {
        rect: frame,
        radius: 0.0,
        fill: None,
        stroke: Some(Stroke::solid(Tone::Line2, 1.0)),
    }));
}

/// The part of a straight line between two places from the left.
fn clipped(from: Point, to: Point, left: f32, right: f32) -> Option<Mark> {
    let (start, end) = (from.x.max(left), to.x.min(right));
    let length = to.x - from.x;
    let height = |x: f32| from.y + (to.y - from.y) * (x - from.x) / length;
    (start < end && length > 0.0).then(|| {
        line(Point::new(start, height(start)), Point::new(end, height(end)), Stroke::solid(Tone::Ink, 2.0))
    })
}

fn tone(point: &SentimentPoint) -> Tone {
    match point.sentiment.map(opmap_model::Sentiment::get) {
        Some(..0) => Tone::SentNeg,
        Some(1..) => Tone::SentPos,
        Some(0) | None => Tone::Ink2,
    }
}

fn label(point: &SentimentPoint) -> Mark {
    let (face, tone) = match point.sentiment {
        Some(_) => (Face::SemiBold, tone(point)),
        None => (Face::Regular, Tone::Ink2),
    };
    let rect = point.label_rect;
    text(rect.x, rect.y, (SMALL_TEXT.0, rect.height), face, tone, &point.printed)
}

fn point_marks(point: &SentimentPoint) -> Vec<Mark> {
    let at = Point::new(point.at.x - POINT / 2.0, point.at.y - POINT / 2.0);
    let round = |radius: f32, stroke: Option<Stroke>| {
        let segments = circle(point.at.x, point.at.y, radius);
        Mark::Path(PathMark { segments, fill: Some(Tone::Surface), stroke })
    };
    // The curve does not show through.
    let mut marks = vec![round(6.0, None)];
    match (point.sentiment, point.evidence) {
        (None, _) => marks.push(round(5.0, Some(Stroke::dashed(Tone::Ink2, 1.1, 1.2, 1.8)))),
        (Some(_), Some(grade)) => marks.extend(sign_marks(Sign::Evidence(grade), at, POINT, tone(point))),
        (Some(_), None) => {
            let rect = Rect::new(point.at.x - 4.0, point.at.y - 4.0, 8.0, 8.0);
            let stroke = Some(Stroke::solid(tone(point), 1.1));
            marks.push(Mark::Rect(RectMark { rect, radius: 0.0, fill: Some(Tone::Surface), stroke }));
        }
    }
    marks
}
