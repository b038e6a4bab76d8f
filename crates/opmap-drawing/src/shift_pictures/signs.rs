//! The signs of a score today, a wanted one and an earlier one, told apart by shape and line, and what they mean.

use super::count;
use crate::map_scene::{circle, line, text};
use crate::{Face, Fonts, Mark, PathMark, Point, Segment, Stroke, Tone};

/// A series of scores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Series {
    Today,
    Wanted,
    Earlier,
}

impl Series {
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Wanted => "wanted",
            Self::Earlier => "last time",
        }
    }

    /// The line through its scores: solid, dashed or dotted.
    pub(super) fn stroke(self) -> Stroke {
        match self {
            Self::Today => Stroke::solid(Tone::DataCurrent, 2.5),
            Self::Wanted => Stroke::dashed(Tone::DataTarget, 2.0, 6.0, 4.0),
            Self::Earlier => Stroke::dashed(Tone::Ink2, 1.6, 1.6, 3.2),
        }
    }

    /// One of its scores: a full dot, a ring or an empty diamond, each larger than the one before, so that all are seen
    /// where they meet.
    pub(super) fn sign(self, at: Point) -> Mark {
        let path = |segments, fill, stroke| Mark::Path(PathMark { segments, fill, stroke });
        match self {
            Self::Today => path(circle(at.x, at.y, 4.5), Some(Tone::DataCurrent), None),
            Self::Wanted => {
                path(circle(at.x, at.y, 6.5), Some(Tone::Surface), Some(Stroke::solid(Tone::DataTarget, 2.0)))
            }
            Self::Earlier => {
                let out = 10.0;
                let corners = [(0.0, -out), (out, 0.0), (0.0, out), (-out, 0.0)];
                let corners = corners.map(|(x, y)| Point::new(at.x + x, at.y + y));
                path(closed(corners), None, Some(Stroke::solid(Tone::Ink2, 1.4)))
            }
        }
    }
}

const LEGEND: (f32, f32) = (14.0, 17.0);
const SAMPLE: f32 = 34.0;
const GAP: f32 = 8.0;
const APART: f32 = 36.0;

/// How wide the legend of some series is.
pub(super) fn legend_width(series: &[Series], fonts: &Fonts) -> f32 {
    let words = series.iter().map(|it| fonts.width(Face::Regular, LEGEND.0, it.words()));
    words.map(|it| SAMPLE + GAP + it).sum::<f32>() + APART * count(series.len().saturating_sub(1))
}

/// What the signs of some series mean, side by side from `left` on, around the height of `y`.
pub(super) fn legend(mut left: f32, y: f32, series: &[Series], fonts: &Fonts, marks: &mut Vec<Mark>) {
    for it in series {
        marks.push(line(Point::new(left, y), Point::new(left + SAMPLE, y), it.stroke()));
        marks.push(it.sign(Point::new(left + SAMPLE / 2.0, y)));
        left += SAMPLE + GAP;
        marks.push(text(left, y - LEGEND.1 / 2.0, LEGEND, Face::Regular, Tone::Ink, it.words()));
        left += fonts.width(Face::Regular, LEGEND.0, it.words()) + APART;
    }
}

pub(super) fn opened(points: impl IntoIterator<Item = Point>) -> Vec<Segment> {
    let points = points.into_iter().enumerate();
    points.map(|(index, it)| if index == 0 { Segment::Move(it) } else { Segment::Line(it) }).collect()
}

pub(super) fn closed(points: impl IntoIterator<Item = Point>) -> Vec<Segment> {
    let mut segments = opened(points);
    segments.push(Segment::Close);
    segments
}
