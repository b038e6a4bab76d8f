//! What stands at the end of an axis: its name, and where it stands and is wanted.

use super::super::signs::opened;
use super::super::{count, lines_of};
use super::RadarAxis;
use crate::map_scene::{line, text};
use crate::{Face, Fonts, Mark, PathMark, Point, Rect, Stroke, Tone};

/// From the end of an axis to its label.
pub(super) const GAP: f32 = 14.0;
/// The height that is kept for a label even where all are lower: two lines of a name, and scores.
pub(super) const LEAST_HEIGHT: f32 = 2.0 * NAME.1 + SCORE.1;
/// The widest that a name gets before it breaks.
const WIDEST: f32 = 122.0;
/// The most lines of a name; the whole of it stands in the table beside.
const MOST_LINES: usize = 3;
const NAME: (f32, f32) = (14.0, 17.0);
const SCORE: (f32, f32) = (19.0, 24.0);
/// Room for the arrow between two scores.
const ARROW_ROOM: f32 = 22.0;

pub(super) struct Label {
    lines: Vec<String>,
    now: Score,
    /// None where neither score is set: it is said once.
    target: Option<Score>,
    width: f32,
}

/// A score, or words where there is none.
struct Score {
    words: String,
    size: f32,
    face: Face,
    tone: Tone,
}

impl Score {
    fn new(level: Option<u8>, tone: Tone, missing: &str) -> Self {
        match level {
            Some(level) => Self { words: level.to_string(), size: SCORE.0, face: Face::SemiBold, tone },
            None => Self { words: missing.to_owned(), size: NAME.0, face: Face::Regular, tone: Tone::Ink2 },
        }
    }

    fn width(&self, fonts: &Fonts) -> f32 {
        fonts.width(self.face, self.size, &self.words)
    }

    fn draw(&self, left: f32, top: f32) -> Mark {
        text(left, top, (self.size, SCORE.1), self.face, self.tone, &self.words)
    }
}

impl Label {
    pub(super) fn new(axis: &RadarAxis, fonts: &Fonts) -> Self {
        let is_set = axis.now.is_some() || axis.target.is_some();
        let mut label = Self {
            lines: lines_of(&axis.name, MOST_LINES, Face::Medium, NAME.0, WIDEST, fonts),
            now: Score::new(axis.now, Tone::DataCurrent, "not scored"),
            target: is_set.then(|| Score::new(axis.target, Tone::DataTarget, "not set")),
            width: 0.0,
        };
        let names = label.lines.iter().map(|it| fonts.width(Face::Medium, NAME.0, it));
        label.width = names.fold(label.score_width(fonts), f32::max);
        label
    }

    pub(super) fn width(&self) -> f32 {
        self.width
    }

    pub(super) fn height(&self) -> f32 {
        NAME.1 * count(self.lines.len()) + SCORE.1
    }

    fn score_width(&self, fonts: &Fonts) -> f32 {
        let target = self.target.as_ref().map_or(0.0, |it| ARROW_ROOM + it.width(fonts));
        self.now.width(fonts) + target
    }

    /// Beside the end of an axis that leads `to` somewhere, above the circle or below it.
    pub(super) fn draw(&self, to: Point, middle: Point, radius: f32, fonts: &Fonts, marks: &mut Vec<Mark>) {
        let end = Point::new(middle.x + to.x * (radius + GAP), middle.y + to.y * (radius + GAP));
        let left = |width: f32| end.x - width * (1.0 - to.x.clamp(-0.5, 0.5) * 2.0) / 2.0;
        let mut top = end.y - self.height() * (1.0 - to.y) / 2.0;
        for words in &self.lines {
            let x = left(fonts.width(Face::Medium, NAME.0, words));
            marks.push(text(x, top, NAME, Face::Medium, Tone::Ink, words));
            top += NAME.1;
        }
        let x = left(self.score_width(fonts));
        marks.push(self.now.draw(x, top));
        if let Some(target) = &self.target {
            let after = x + self.now.width(fonts);
            arrow(Rect::new(after, top, ARROW_ROOM, SCORE.1), marks);
            marks.push(target.draw(after + ARROW_ROOM, top));
        }
    }
}

fn arrow(room: Rect, marks: &mut Vec<Mark>) {
    let (from, to) = (room.x + 6.0, room.right() - 6.0);
    let y = room.y + room.height / 2.0;
    let head = [Point::new(to - 3.5, y - 3.5), Point::new(to, y), Point::new(to - 3.5, y + 3.5)];
    let stroke = Stroke::solid(Tone::Ink2, 1.2);
    marks.push(line(Point::new(from, y), Point::new(to, y), stroke));
    marks.push(Mark::Path(PathMark { segments: opened(head), fill: None, stroke: Some(stroke) }));
}
