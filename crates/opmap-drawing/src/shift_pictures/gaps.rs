//! How far each shift is from today to what is wanted, the one with the most to do where it matters first.

use opmap_analysis::{ShiftResult, Shifts, signed};
use opmap_model::Rating;

use super::signs::{Series, legend};
use super::{LEVELS, count, lines_of};
use crate::map_scene::{fill, line, text};
use crate::{Face, Fonts, Mark, Point, Rect, RectMark, Scene, Stroke, Tone};

const ROW: f32 = 44.0;
const HEAD: f32 = 34.0;
const FOOT: f32 = 40.0;
const NAME: (f32, f32) = (13.0, 16.0);
const NAME_WIDTH: f32 = 186.0;
/// Where level 1 lies, and from one level to the next.
const FIRST: f32 = 226.0;
const PITCH: f32 = 62.0;
const BAR: f32 = 12.0;
/// From a sign to its figure.
const BESIDE: f32 = 12.0;
const FIGURE: (f32, f32) = (13.0, 16.0);
const WORDS: (f32, f32) = (11.5, 14.0);
/// The right ends of the columns of figures, with their heads.
const COLUMNS: [(f32, &str); 3] = [(556.0, "Gap"), (624.0, "Weight"), (720.0, "Weight × gap")];
const WIDTH: f32 = 724.0;

/// A row for each shift: today and wanted on a scale from 1 to 5, a bar between them, and on the right the gap, the
/// weight and both together. Where less is wanted than there is, the bar is an outline and the gap has its sign. What is
/// not set is said in words.
#[must_use]
pub fn gap_bars(shifts: &Shifts, fonts: &Fonts) -> Scene {
    let ordered = shifts.by_weighted_gap();
    let rows = HEAD + ROW * count(ordered.len());
    let mut scene = Scene::new(WIDTH, rows + FOOT);
    head(rows, fonts, &mut scene.marks);
    for (index, result) in ordered.into_iter().enumerate() {
        let top = HEAD + ROW * count(index);
        Row { result, top, middle: top + ROW / 2.0, fonts }.draw(&mut scene.marks);
    }
    legend(0.0, rows + FOOT / 2.0, &[Series::Today, Series::Wanted], fonts, &mut scene.marks);
    let order = "In the order of weight × gap.";
    let left = WIDTH - 4.0 - fonts.width(Face::Regular, WORDS.0, order);
    scene.marks.push(text(left, rows + (FOOT - WORDS.1) / 2.0, WORDS, Face::Regular, Tone::Ink2, order));
    scene
}

/// The same in words, with the same numbers.
#[must_use]
pub fn gap_description(shifts: &Shifts) -> String {
    let level = |it: Option<Rating>| it.map_or_else(|| "not set".to_owned(), |it| it.to_string());
    let told = shifts.by_weighted_gap().into_iter().map(|it| {
        let gap = it.gap.map_or_else(|| "not known".to_owned(), signed);
        let (now, target, weight) = (level(it.now), level(it.target), level(it.weight));
        format!("{} {now}, wanted {target}, gap {gap}, weight {weight}", it.name)
    });
    format!("From today to what is wanted, by weight and gap: {}.", told.collect::<Vec<_>>().join("; "))
}

fn at(level: Rating) -> f32 {
    FIRST + PITCH * f32::from(level.get() - 1)
}

/// The scale and the names of the columns.
fn head(foot: f32, fonts: &Fonts, marks: &mut Vec<Mark>) {
    for level in Rating::ALL {
        let (x, number) = (at(level), level.to_string());
        let left = x - fonts.width(Face::Regular, WORDS.0, &number) / 2.0;
        marks.push(text(left, HEAD - 20.0, WORDS, Face::Regular, Tone::Ink2, &number));
        let grid = Stroke::solid(Tone::DataGrid, 1.0);
        marks.push(line(Point::new(x, HEAD), Point::new(x, foot), grid));
    }
    for (right, words) in COLUMNS {
        let left = right - fonts.width(Face::SemiBold, WORDS.0, words);
        marks.push(text(left, HEAD - 20.0, WORDS, Face::SemiBold, Tone::Ink2, words));
    }
    marks.push(text(0.0, HEAD - 20.0, WORDS, Face::SemiBold, Tone::Ink2, "Shift"));
    marks.push(line(Point::new(0.0, HEAD), Point::new(WIDTH, HEAD), Stroke::solid(Tone::LineMark, 1.0)));
}

/// A shift in the picture.
struct Row<'a> {
    result: &'a ShiftResult,
    top: f32,
    middle: f32,
    fonts: &'a Fonts,
}

impl Row<'_> {
    fn draw(&self, marks: &mut Vec<Mark>) {
        let name = format!("{} {}", self.result.shift.number(), self.result.name);
        let lines = lines_of(&name, 2, Face::Medium, NAME.0, NAME_WIDTH, self.fonts);
        let mut top = self.middle - NAME.1 * count(lines.len()) / 2.0;
        for words in lines {
            marks.push(text(0.0, top, NAME, Face::Medium, Tone::Ink, &words));
            top += NAME.1;
        }
        match (self.result.now, self.result.target) {
            (Some(now), Some(target)) => self.draw_gap(now, target, marks),
            (Some(now), None) => self.draw_one(Series::Today, now, "wanted: not set", marks),
            (None, Some(target)) => self.draw_one(Series::Wanted, target, "today: not scored", marks),
            (None, None) => self.words(FIRST + PITCH * 2.0, 0.5, "not scored", marks),
        }
        let figures = [
            self.result.gap.map(signed),
            self.result.weight.map(|it| it.to_string()),
            self.result.weighted_gap().map(signed),
        ];
        for ((right, _), figure) in COLUMNS.into_iter().zip(figures) {
            let (words, face, tone) = match &figure {
                Some(figure) => (figure.as_str(), Face::SemiBold, Tone::Ink),
                None => ("–", Face::Regular, Tone::Ink2),
            };
            let left = right - self.fonts.width(face, FIGURE.0, words);
            marks.push(text(left, self.middle - FIGURE.1 / 2.0, FIGURE, face, tone, words));
        }
        let below = self.top + ROW;
        marks.push(line(Point::new(0.0, below), Point::new(WIDTH, below), Stroke::solid(Tone::Line, 1.0)));
    }

    fn draw_gap(&self, now: Rating, target: Rating, marks: &mut Vec<Mark>) {
        let (left, right) = (at(now.min(target)), at(now.max(target)));
        let bar = Rect::new(left, self.middle - BAR / 2.0, right - left, BAR);
        if now < target {
            marks.push(fill(bar, Tone::Scale2));
        } else if target < now {
            let stroke = Some(Stroke::dashed(Tone::Warning, 1.5, 4.0, 3.0));
            marks.push(Mark::Rect(RectMark { rect: bar, radius: 0.0, fill: None, stroke }));
        }
        self.sign(Series::Wanted, target, target >= now, marks);
        self.sign(Series::Today, now, now > target, marks);
    }

    /// A score alone, and what is missing in the half of the scale where it does not stand.
    fn draw_one(&self, series: Series, level: Rating, missing: &str, marks: &mut Vec<Mark>) {
        let is_low = 2 * level.get() <= LEVELS + 1;
        self.sign(series, level, !is_low, marks);
        if is_low {
            self.words(at(level) + BESIDE + 8.0, 0.0, missing, marks);
        } else {
            self.words(at(level) - BESIDE - 8.0, 1.0, missing, marks);
        }
    }

    /// A sign with its figure on the right or on the left. Where both signs meet, today has none of its own.
    fn sign(&self, series: Series, level: Rating, on_the_right: bool, marks: &mut Vec<Mark>) {
        marks.push(series.sign(Point::new(at(level), self.middle)));
        let meets = series == Series::Today && self.result.target == Some(level);
        if meets {
            return;
        }
        let (figure, tone) = (level.to_string(), series.stroke().tone);
        let width = self.fonts.width(Face::SemiBold, FIGURE.0, &figure);
        let left = if on_the_right { at(level) + BESIDE } else { at(level) - BESIDE - width };
        let room = Rect::new(left - 2.0, self.middle - 8.0, width + 4.0, 16.0);
        // The line of a level would run through it.
        marks.push(fill(room, Tone::Surface));
        marks.push(text(left, self.middle - FIGURE.1 / 2.0, FIGURE, Face::SemiBold, tone, &figure));
    }

    /// Words that begin, or with a share of 1 end, at a place on the scale.
    fn words(&self, x: f32, share: f32, words: &str, marks: &mut Vec<Mark>) {
        let width = self.fonts.width(Face::Regular, WORDS.0, words);
        let left = x - width * share;
        marks.push(fill(Rect::new(left - 3.0, self.middle - 8.0, width + 6.0, 16.0), Tone::Surface));
        marks.push(text(left, self.middle - WORDS.1 / 2.0, WORDS, Face::Regular, Tone::Ink2, words));
    }
}
