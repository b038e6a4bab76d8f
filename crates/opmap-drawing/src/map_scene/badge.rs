//! Badges and labels of connectors.

use super::channel::channel_marks;
use opmap_model::HandoffQuality;

use super::note::{ChangeSign, RouteNote};
use super::note_marks::{change_marks, change_stroke, change_tone, seen};
use super::{outline, text};
use crate::{
    Badge, Face, Mark, PathMark, Point, Rect, RectMark, Route, RouteLabel, SMALL_TEXT, Segment, Stroke, Tone,
};

/// Room that a sign takes in front of the number of parts.
const SIGN: f32 = 12.0;

/// Width and height of the sign on a line.
const SIGN_ON_LINE: f32 = 13.0;

/// The badge of a handoff: solid when it is complete, an outline when parts are missing, with a triangle when no
/// role answers for it and a loop when the work goes back. Where an overlay says what became of the handoff, the badge
/// is the sign of that.
#[must_use]
pub fn badge_marks(badge: &Badge, note: Option<&RouteNote>) -> Vec<Mark> {
    let change = note.and_then(|it| it.change);
    seen(change.map_or_else(|| parts_marks(badge), |change| sign_in(badge.rect, change)), note)
}

/// The sign of what became of a connector that has no badge to say it, or else of a change of channel, on the middle of its
/// longest piece; nothing where there is neither.
#[must_use]
pub fn route_sign_marks(route: &Route, note: Option<&RouteNote>) -> Vec<Mark> {
    match note.map(|it| (it.change, it.channel)) {
        Some((Some(change), _)) if route.badge.is_none() => sign_in(place_of_sign(route), change),
        Some((None, Some(channel))) => seen(channel_marks(place_of_sign(route), channel), note),
        _ => Vec::new(),
    }
}

/// Where the sign of a connector stands: on the middle of a piece of it, the longest first, or else at a quarter of one,
/// but not on its label or badge; on a line that these hide, in front of them.
fn place_of_sign(route: &Route) -> Rect {
    let side = SIGN_ON_LINE;
    let around = |it: Point| Rect::new(it.x - side / 2.0, it.y - side / 2.0, side, side);
    let length = |ends: &[Point]| (ends[1].x - ends[0].x).abs() + (ends[1].y - ends[0].y).abs();
    let mut pieces: Vec<&[Point]> = route.points.windows(2).filter(|it| length(it) > 2.0 * side).collect();
    pieces.sort_by(|a, b| length(b).total_cmp(&length(a)));
    let along = |ends: &[Point], share: f32| {
        Point::new(ends[0].x + (ends[1].x - ends[0].x) * share, ends[0].y + (ends[1].y - ends[0].y) * share)
    };
    let said: Vec<Rect> =
        route.label.iter().map(|it| it.rect).chain(route.badge.iter().map(|it| it.rect)).collect();
    let places =
        [0.5, 0.25, 0.75].into_iter().flat_map(|share| pieces.iter().map(move |it| along(it, share)));
    let free = places.map(around).find(|it| said.iter().all(|other| !other.overlaps(it)));
    let before = |it: &Rect| around(Point::new(it.x - side / 2.0, it.center().y));
    let middle = || {
        let longest = route.points.windows(2).max_by(|a, b| length(a).total_cmp(&length(b)));
        around(longest.map_or_else(Point::default, |it| along(it, 0.5)))
    };
    free.or(said.first().map(before)).unwrap_or_else(middle)
}

fn sign_in(rect: Rect, change: ChangeSign) -> Vec<Mark> {
    let tone = change_tone(change);
    let edge = Stroke { width: 1.25, ..change_stroke(change) };
    let (ground, ink) = match change {
        ChangeSign::Added | ChangeSign::Changed => (tone, Tone::Surface),
        ChangeSign::Gone | ChangeSign::Moved => (Tone::Surface, tone),
    };
    vec![
        outline(rect.grown(-0.5), rect.height / 2.0 - 0.5, Some(ground), edge),
        change_marks(change, rect.center(), ink),
    ]
}

fn parts_marks(badge: &Badge) -> Vec<Mark> {
    let (ground, ink) = match HandoffQuality::of(badge.filled, !badge.owner_missing) {
        HandoffQuality::Unowned => (Tone::WarningSoft, Tone::Warning),
        HandoffQuality::Agreed => (Tone::Ink2, Tone::Surface),
        HandoffQuality::Partly => (Tone::Surface, Tone::Ink),
    };
    let edge = if badge.owner_missing { Tone::Warning } else { Tone::Ink2 };
    let rect = badge.rect;
    let mut marks =
        vec![outline(rect.grown(-0.5), rect.height / 2.0 - 0.5, Some(ground), Stroke::solid(edge, 1.25))];
    let signs = f32::from(u8::from(badge.owner_missing) + u8::from(badge.rework));
    let mut left = rect.center().x - (signs * SIGN + badge.text_width) / 2.0;
    if badge.rework {
        marks.push(loop_sign(Point::new(left, rect.center().y - 5.0), ink));
        left += SIGN;
    }
    if badge.owner_missing {
        marks.extend(warning_sign(Point::new(left, rect.center().y - 5.0), ink, ground));
        left += SIGN;
    }
    marks.push(text(left, rect.y, (SMALL_TEXT.0, rect.height), Face::SemiBold, ink, &badge.text()));
    marks
}

/// The words beside a connector, on a ground of their own.
#[must_use]
pub fn label_marks(label: &RouteLabel, note: Option<&RouteNote>) -> Vec<Mark> {
    let rect = label.rect;
    let ground = RectMark { rect, radius: 3.0, fill: Some(Tone::Surface), stroke: None };
    let words =
        text(rect.x + 3.0, rect.y, (SMALL_TEXT.0, rect.height), Face::Regular, Tone::Ink2, &label.text);
    seen(vec![Mark::Rect(ground), words], note)
}

/// A triangle of 10 × 10 with an exclamation mark.
fn warning_sign(at: Point, tone: Tone, ground: Tone) -> [Mark; 3] {
    let p = |x: f32, y: f32| Point::new(at.x + x, at.y + y);
    let triangle = vec![
        Segment::Move(p(5.0, 0.3)),
        Segment::Line(p(10.0, 9.3)),
        Segment::Line(p(0.0, 9.3)),
        Segment::Close,
    ];
    let bar = vec![Segment::Move(p(5.0, 3.2)), Segment::Line(p(5.0, 6.2))];
    [
        Mark::Path(PathMark { segments: triangle, fill: Some(tone), stroke: Some(Stroke::solid(tone, 0.8)) }),
        Mark::Path(PathMark { segments: bar, fill: None, stroke: Some(Stroke::solid(ground, 1.3)) }),
        Mark::Rect(RectMark {
            rect: Rect::new(p(4.3, 0.0).x, p(0.0, 7.0).y, 1.4, 1.4),
            radius: 0.7,
            fill: Some(ground),
            stroke: None,
        }),
    ]
}

/// Two arrows around, 10 × 10: after Lucide's *repeat*.
fn loop_sign(at: Point, tone: Tone) -> Mark {
    let p = |x: f32, y: f32| Point::new(at.x + x * 10.0 / 24.0, at.y + y * 10.0 / 24.0);
    let segments = vec![
        Segment::Move(p(17.0, 2.0)),
        Segment::Line(p(21.0, 6.0)),
        Segment::Line(p(17.0, 10.0)),
        Segment::Move(p(3.0, 11.0)),
        Segment::Line(p(3.0, 10.0)),
        Segment::Curve(p(3.0, 7.8), p(4.8, 6.0), p(7.0, 6.0)),
        Segment::Line(p(21.0, 6.0)),
        Segment::Move(p(7.0, 22.0)),
        Segment::Line(p(3.0, 18.0)),
        Segment::Line(p(7.0, 14.0)),
        Segment::Move(p(21.0, 13.0)),
        Segment::Line(p(21.0, 14.0)),
        Segment::Curve(p(21.0, 16.2), p(19.2, 18.0), p(17.0, 18.0)),
        Segment::Line(p(3.0, 18.0)),
    ];
    Mark::Path(PathMark { segments, fill: None, stroke: Some(Stroke::solid(tone, 1.1)) })
}
