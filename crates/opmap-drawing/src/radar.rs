//! Where a service stands on several questions and where it wants to be, as a radar (M6), and how many answered what,
//! as bars.

mod bars;

use std::f32::consts::TAU;

use opmap_analysis::Shifts;
use opmap_model::Rating;

use crate::map_scene::{circle, line, text};
use crate::{Face, Fonts, Mark, PathMark, Point, Rect, Scene, Segment, Stroke, Tone};

pub use bars::{BARS_HEIGHT, BARS_WIDTH, answer_bars};

/// One axis of a radar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RadarAxis {
    /// What it is about.
    pub name: String,
    /// Where it stands, 1 to 5; none is drawn open.
    pub now: Option<u8>,
    /// Where it is wanted, 1 to 5; none is drawn open.
    pub target: Option<u8>,
}

/// The seven shifts as axes, in their order.
#[must_use]
pub fn shift_axes(shifts: &Shifts) -> Vec<RadarAxis> {
    let level = |it: Option<Rating>| it.map(Rating::get);
    let axes = shifts.each.iter();
    axes.map(|it| RadarAxis { name: it.name.clone(), now: level(it.now), target: level(it.target) }).collect()
}

/// The highest level.
const LEVELS: u8 = 5;
/// From the middle to level 5.
const RADIUS: f32 = 168.0;
/// From the end of an axis to its label.
const LABEL_GAP: f32 = 14.0;
/// The widest that a label gets before it breaks.
const LABEL_WIDTH: f32 = 122.0;
/// The most lines of a name; the whole of it stands in the table beside.
const MOST_LINES: usize = 3;
const LABEL: (f32, f32) = (14.0, 17.0);
const SCORE: (f32, f32) = (19.0, 24.0);
const TICK: (f32, f32) = (11.5, 14.0);
/// Above and below the circle: two lines of a label.
const MARGIN: f32 = LABEL_GAP + 2.0 * LABEL.1 + SCORE.1;
const LEGEND_HEIGHT: f32 = 34.0;

/// The radar, in a unit of its own: all axes from 1 to 5, level 1 on the innermost ring. Today is a solid line with full
/// dots, what is wanted a dashed one with rings, so that they are told apart without colour. Where a level is not set the
/// line is open.
#[must_use]
pub fn radar(axes: &[RadarAxis], fonts: &Fonts) -> Scene {
    let labels: Vec<Label> = axes.iter().map(|it| Label::new(it, fonts)).collect();
    let beside = labels.iter().map(|it| it.width).fold(0.0, f32::max) + LABEL_GAP;
    let width = 2.0 * (RADIUS + beside);
    let lines = labels.iter().map(|it| it.lines.len()).max().unwrap_or(0).saturating_sub(2);
    let margin = MARGIN + LABEL.1 * count(lines);
    let middle = Point::new(width / 2.0, margin + RADIUS);
    let mut scene = Scene::new(width, 2.0 * (margin + RADIUS) + LEGEND_HEIGHT);
    let web = Web { middle, axes: axes.len() };
    scene.marks.push(web.ring(LEVELS, Some(Tone::Surface2), None));
    scene.marks.extend(web.areas(axes, |it| it.target, Tone::AccentSoft));
    scene.marks.extend(web.areas(axes, |it| it.now, Tone::Surface3));
    web.grid(axes, &mut scene.marks);
    web.outline(axes, |it| it.target, Stroke::dashed(Tone::DataTarget, 2.0, 6.0, 4.0), &mut scene.marks);
    web.outline(axes, |it| it.now, Stroke::solid(Tone::DataCurrent, 2.5), &mut scene.marks);
    for (index, axis) in axes.iter().enumerate() {
        scene.marks.extend(axis.target.map(|level| target_dot(web.at(index, level))));
        scene.marks.extend(axis.now.map(|level| dot(web.at(index, level))));
    }
    for (index, label) in labels.iter().enumerate() {
        label.draw(web.direction(index), middle, fonts, &mut scene.marks);
    }
    legend(middle.x, scene.height - LEGEND_HEIGHT / 2.0, fonts, &mut scene.marks);
    scene
}

/// The radar in words, with the same numbers.
#[must_use]
pub fn radar_description(axes: &[RadarAxis]) -> String {
    let level = |it: Option<u8>| it.map_or_else(|| "not scored".to_owned(), |it| it.to_string());
    let told = axes.iter().map(|it| format!("{} {}, wanted {}", it.name, level(it.now), level(it.target)));
    format!("Today and wanted, 1 to 5: {}.", told.collect::<Vec<_>>().join("; "))
}

/// Where levels of axes lie.
struct Web {
    middle: Point,
    axes: usize,
}

impl Web {
    /// Where an axis leads, the first upwards and the others clockwise; of length 1.
    fn direction(&self, axis: usize) -> Point {
        let (sin, cos) = (TAU * count(axis) / count(self.axes.max(1))).sin_cos();
        Point::new(sin, -cos)
    }

    fn at(&self, axis: usize, level: u8) -> Point {
        let (to, out) = (self.direction(axis), RADIUS * f32::from(level) / f32::from(LEVELS));
        Point::new(self.middle.x + to.x * out, self.middle.y + to.y * out)
    }

    fn ring(&self, level: u8, fill: Option<Tone>, stroke: Option<Stroke>) -> Mark {
        let corners = (0..self.axes).map(|axis| self.at(axis, level));
        Mark::Path(PathMark { segments: closed(corners), fill, stroke })
    }

    /// Rings and axes, an axis without a level dotted; the numbers of the rings beside the first axis.
    fn grid(&self, axes: &[RadarAxis], marks: &mut Vec<Mark>) {
        for level in 1..=LEVELS {
            marks.push(self.ring(level, None, Some(Stroke::solid(Tone::DataGrid, 1.0))));
        }
        for (index, axis) in axes.iter().enumerate() {
            let stroke = match axis.now {
                Some(_) => Stroke::solid(Tone::DataGrid, 1.0),
                None => Stroke::dashed(Tone::LineMark, 1.0, 1.5, 4.0),
            };
            marks.push(line(self.middle, self.at(index, LEVELS), stroke));
        }
        for level in 1..=LEVELS {
            let at = self.at(0, level);
            marks.push(text(at.x + 10.0, at.y, TICK, Face::Regular, Tone::Ink2, &level.to_string()));
        }
    }

    /// The areas below neighbouring levels; one whole where all are set.
    fn areas(&self, axes: &[RadarAxis], of: impl Fn(&RadarAxis) -> Option<u8>, fill: Tone) -> Vec<Mark> {
        let area = |corners: Vec<Point>| {
            Mark::Path(PathMark { segments: closed(corners), fill: Some(fill), stroke: None })
        };
        self.runs(axes, of)
            .into_iter()
            .filter(|run| run.len() > 1)
            .map(|mut run| {
                if run.len() < axes.len() {
                    run.push(self.middle);
                }
                area(run)
            })
            .collect()
    }

    fn outline(
        &self,
        axes: &[RadarAxis],
        of: impl Fn(&RadarAxis) -> Option<u8>,
        stroke: Stroke,
        marks: &mut Vec<Mark>,
    ) {
        for run in self.runs(axes, of).into_iter().filter(|run| run.len() > 1) {
            let whole = run.len() == axes.len();
            let segments = if whole { closed(run) } else { opened(run) };
            marks.push(Mark::Path(PathMark { segments, fill: None, stroke: Some(stroke) }));
        }
    }

    /// Levels of neighbouring axes, all the way around: what is not set parts them.
    fn runs(&self, axes: &[RadarAxis], of: impl Fn(&RadarAxis) -> Option<u8>) -> Vec<Vec<Point>> {
        // Begins behind an axis that is not set, so that no run is cut where the axes are counted from.
        let start = axes.iter().position(|it| of(it).is_none()).map_or(0, |it| it + 1);
        let mut runs: Vec<Vec<Point>> = vec![Vec::new()];
        for index in (0..axes.len()).map(|it| (start + it) % axes.len()) {
            match (of(&axes[index]), runs.last_mut()) {
                (Some(level), Some(run)) => run.push(self.at(index, level)),
                _ => runs.push(Vec::new()),
            }
        }
        runs
    }
}

/// What stands at the end of an axis.
struct Label {
    lines: Vec<String>,
    now: String,
    target: String,
    width: f32,
}

impl Label {
    fn new(axis: &RadarAxis, fonts: &Fonts) -> Self {
        let score = |it: Option<u8>| it.map_or_else(|| "–".to_owned(), |it| it.to_string());
        let mut lines = fonts.wrap(Face::Medium, LABEL.0, &axis.name, LABEL_WIDTH);
        if lines.len() > MOST_LINES {
            let rest = lines.split_off(MOST_LINES - 1).join(" ");
            lines.push(fonts.cut(Face::Medium, LABEL.0, &rest, LABEL_WIDTH));
        }
        let mut label = Self { lines, now: score(axis.now), target: score(axis.target), width: 0.0 };
        let names = label.lines.iter().map(|it| fonts.width(Face::Medium, LABEL.0, it));
        label.width = names.fold(label.score_width(fonts), f32::max);
        label
    }

    fn score_width(&self, fonts: &Fonts) -> f32 {
        let of = |words: &str| fonts.width(Face::SemiBold, SCORE.0, words);
        of(&self.now) + of(&self.target) + ARROW_ROOM
    }

    /// Beside the end of the axis, above the circle or below it.
    fn draw(&self, to: Point, middle: Point, fonts: &Fonts, marks: &mut Vec<Mark>) {
        let height = LABEL.1 * count(self.lines.len()) + SCORE.1;
        let end = Point::new(middle.x + to.x * (RADIUS + LABEL_GAP), middle.y + to.y * (RADIUS + LABEL_GAP));
        let left = |width: f32| end.x - width * (1.0 - to.x.clamp(-0.5, 0.5) * 2.0) / 2.0;
        let mut top = end.y - height * (1.0 - to.y) / 2.0;
        for words in &self.lines {
            let x = left(fonts.width(Face::Medium, LABEL.0, words));
            marks.push(text(x, top, LABEL, Face::Medium, Tone::Ink, words));
            top += LABEL.1;
        }
        let x = left(self.score_width(fonts));
        let after = x + fonts.width(Face::SemiBold, SCORE.0, &self.now);
        marks.push(text(x, top, SCORE, Face::SemiBold, Tone::DataCurrent, &self.now));
        arrow(Rect::new(after, top, ARROW_ROOM, SCORE.1), marks);
        marks.push(text(after + ARROW_ROOM, top, SCORE, Face::SemiBold, Tone::DataTarget, &self.target));
    }
}

/// Room for the arrow between two scores.
const ARROW_ROOM: f32 = 22.0;

fn arrow(room: Rect, marks: &mut Vec<Mark>) {
    let (from, to) = (room.x + 6.0, room.right() - 6.0);
    let y = room.y + room.height / 2.0;
    let head = [Point::new(to - 3.5, y - 3.5), Point::new(to, y), Point::new(to - 3.5, y + 3.5)];
    let stroke = Stroke::solid(Tone::Ink2, 1.2);
    marks.push(line(Point::new(from, y), Point::new(to, y), stroke));
    marks.push(Mark::Path(PathMark { segments: opened(head), fill: None, stroke: Some(stroke) }));
}

fn dot(at: Point) -> Mark {
    Mark::Path(PathMark { segments: circle(at.x, at.y, 4.5), fill: Some(Tone::DataCurrent), stroke: None })
}

/// Larger than a dot, so that both are seen where they meet.
fn target_dot(at: Point) -> Mark {
    let stroke = Some(Stroke::solid(Tone::DataTarget, 2.0));
    Mark::Path(PathMark { segments: circle(at.x, at.y, 6.5), fill: Some(Tone::Surface), stroke })
}

fn legend(x: f32, y: f32, fonts: &Fonts, marks: &mut Vec<Mark>) {
    const SAMPLE: f32 = 34.0;
    const GAP: f32 = 8.0;
    const APART: f32 = 36.0;
    let of = |words: &str| fonts.width(Face::Regular, LABEL.0, words);
    let entries = [("today", Tone::DataCurrent), ("wanted", Tone::DataTarget)];
    let width: f32 = entries.iter().map(|it| SAMPLE + GAP + of(it.0)).sum::<f32>() + APART;
    let mut left = x - width / 2.0;
    for (words, tone) in entries {
        let middle = Point::new(left + SAMPLE / 2.0, y);
        let ends = (Point::new(left, y), Point::new(left + SAMPLE, y));
        if tone == Tone::DataCurrent {
            marks.push(line(ends.0, ends.1, Stroke::solid(tone, 2.5)));
            marks.push(dot(middle));
        } else {
            marks.push(line(ends.0, ends.1, Stroke::dashed(tone, 2.0, 6.0, 4.0)));
            marks.push(target_dot(middle));
        }
        left += SAMPLE + GAP;
        marks.push(text(left, y - LABEL.1 / 2.0, LABEL, Face::Regular, Tone::Ink, words));
        left += of(words) + APART;
    }
}

fn opened(points: impl IntoIterator<Item = Point>) -> Vec<Segment> {
    let points = points.into_iter().enumerate();
    points.map(|(index, it)| if index == 0 { Segment::Move(it) } else { Segment::Line(it) }).collect()
}

fn closed(points: impl IntoIterator<Item = Point>) -> Vec<Segment> {
    let mut segments = opened(points);
    segments.push(Segment::Close);
    segments
}

/// A number of lines or axes; far fewer than a float can count.
#[allow(clippy::cast_precision_loss)]
fn count(number: usize) -> f32 {
    number as f32
}
