//! Where a service stands on several questions and where it wants to be, as a radar (M6).

mod label;

use std::f32::consts::TAU;

use opmap_analysis::Shifts;
use opmap_model::Rating;

use super::signs::{Series, closed, legend, legend_width, opened};
use super::{LEVELS, count};
use crate::map_scene::{line, text};
use crate::{Face, Fonts, Mark, PathMark, Point, Scene, Stroke, Tone};

use label::Label;

/// One axis of a radar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RadarAxis {
    /// What it is about.
    pub name: String,
    /// Where it stands, 1 to 5; none is drawn open.
    pub now: Option<u8>,
    /// Where it is wanted, 1 to 5; none is drawn open.
    pub target: Option<u8>,
    /// Where it stood at an earlier workshop, 1 to 5; none is drawn open.
    pub earlier: Option<u8>,
}

/// Which lines a radar has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RadarLines {
    /// Where the service stands.
    pub today: bool,
    /// Where it wants to be.
    pub wanted: bool,
    /// Where it stood at an earlier workshop, if one is known.
    pub earlier: bool,
}

impl Default for RadarLines {
    fn default() -> Self {
        Self { today: true, wanted: true, earlier: true }
    }
}

/// The seven shifts as axes, in their order.
#[must_use]
pub fn shift_axes(shifts: &Shifts) -> Vec<RadarAxis> {
    let level = |it: Option<Rating>| it.map(Rating::get);
    let axes = shifts.each.iter();
    axes.map(|it| RadarAxis {
        name: it.name.clone(),
        now: level(it.now),
        target: level(it.target),
        earlier: level(it.earlier.map(|it| it.now)),
    })
    .collect()
}

/// From the middle to level 5.
const RADIUS: f32 = 168.0;
const TICK: (f32, f32) = (13.0, 16.0);
const LEGEND_HEIGHT: f32 = 34.0;

/// The radar, in a unit of its own: all axes from 1 to 5, level 1 on the innermost ring. Today is a solid line with full
/// dots, what is wanted a dashed one with rings, an earlier workshop a dotted one with diamonds, so that they are told
/// apart without colour. Where a level is not set the line is open.
#[must_use]
pub fn radar(axes: &[RadarAxis], lines: RadarLines, fonts: &Fonts) -> Scene {
    let labels: Vec<Label> = axes.iter().map(|it| Label::new(it, fonts)).collect();
    let beside = labels.iter().map(Label::width).fold(0.0, f32::max) + label::GAP;
    let margin = label::GAP + labels.iter().map(Label::height).fold(label::LEAST_HEIGHT, f32::max);
    let series: Vec<Series> = [
        (Series::Today, lines.today),
        (Series::Wanted, lines.wanted),
        (Series::Earlier, lines.earlier && axes.iter().any(|it| it.earlier.is_some())),
    ]
    .into_iter()
    .filter_map(|(series, is_shown)| is_shown.then_some(series))
    .collect();
    let width = (2.0 * (RADIUS + beside)).max(legend_width(&series, fonts));
    let mut scene = Scene::new(width, 2.0 * (margin + RADIUS) + LEGEND_HEIGHT);
    let web = Web { middle: Point::new(width / 2.0, margin + RADIUS), axes };
    web.draw(&series, &mut scene.marks);
    for (index, label) in labels.iter().enumerate() {
        label.draw(web.direction(index), web.middle, RADIUS, fonts, &mut scene.marks);
    }
    let left = (width - legend_width(&series, fonts)) / 2.0;
    legend(left, scene.height - LEGEND_HEIGHT / 2.0, &series, fonts, &mut scene.marks);
    scene
}

/// The radar in words, with the same numbers.
#[must_use]
pub fn radar_description(axes: &[RadarAxis]) -> String {
    let level = |it: Option<u8>| it.map_or_else(|| "not scored".to_owned(), |it| it.to_string());
    let told = axes.iter().map(|it| {
        let earlier = it.earlier.map_or_else(String::new, |it| format!(", last time {it}"));
        format!("{} {}, wanted {}{earlier}", it.name, level(it.now), level(it.target))
    });
    format!("Today and wanted, 1 to 5: {}.", told.collect::<Vec<_>>().join("; "))
}

/// Where levels of axes lie.
struct Web<'a> {
    middle: Point,
    axes: &'a [RadarAxis],
}

impl Web<'_> {
    /// The ground, the areas below the levels, the grid over them, the lines, and last their signs, the larger below.
    fn draw(&self, series: &[Series], marks: &mut Vec<Mark>) {
        let has = |it: &Series| series.contains(it);
        marks.push(self.ring(LEVELS, Some(Tone::Surface2), None));
        for (it, fill) in [(Series::Wanted, Tone::AccentSoft), (Series::Today, Tone::Surface3)] {
            if has(&it) {
                marks.extend(self.areas(it, fill));
            }
        }
        self.grid(marks);
        for it in [Series::Earlier, Series::Wanted, Series::Today].into_iter().filter(has) {
            self.outline(it, marks);
        }
        for index in 0..self.axes.len() {
            for it in [Series::Earlier, Series::Wanted, Series::Today].into_iter().filter(has) {
                marks.extend(self.level(it, index).map(|level| it.sign(self.at(index, level))));
            }
        }
    }

    fn level(&self, series: Series, axis: usize) -> Option<u8> {
        let axis = &self.axes[axis];
        match series {
            Series::Today => axis.now,
            Series::Wanted => axis.target,
            Series::Earlier => axis.earlier,
        }
    }

    /// Where an axis leads, the first upwards and the others clockwise; of length 1.
    fn direction(&self, axis: usize) -> Point {
        let (sin, cos) = (TAU * count(axis) / count(self.axes.len().max(1))).sin_cos();
        Point::new(sin, -cos)
    }

    fn at(&self, axis: usize, level: u8) -> Point {
        let (to, out) = (self.direction(axis), RADIUS * f32::from(level) / f32::from(LEVELS));
        Point::new(self.middle.x + to.x * out, self.middle.y + to.y * out)
    }

    fn ring(&self, level: u8, fill: Option<Tone>, stroke: Option<Stroke>) -> Mark {
        let corners = (0..self.axes.len()).map(|axis| self.at(axis, level));
        Mark::Path(PathMark { segments: closed(corners), fill, stroke })
    }

    /// Rings and axes, an axis without a level dotted; the numbers of the rings beside the first axis.
    fn grid(&self, marks: &mut Vec<Mark>) {
        for level in 1..=LEVELS {
            marks.push(self.ring(level, None, Some(Stroke::solid(Tone::DataGrid, 1.0))));
        }
        for (index, axis) in self.axes.iter().enumerate() {
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
    fn areas(&self, series: Series, fill: Tone) -> Vec<Mark> {
        let area = |corners: Vec<Point>| {
            Mark::Path(PathMark { segments: closed(corners), fill: Some(fill), stroke: None })
        };
        self.runs(series)
            .into_iter()
            .filter(|run| run.len() > 1)
            .map(|mut run| {
                if run.len() < self.axes.len() {
                    run.push(self.middle);
                }
                area(run)
            })
            .collect()
    }

    fn outline(&self, series: Series, marks: &mut Vec<Mark>) {
        for run in self.runs(series).into_iter().filter(|run| run.len() > 1) {
            let whole = run.len() == self.axes.len();
            let segments = if whole { closed(run) } else { opened(run) };
            marks.push(Mark::Path(PathMark { segments, fill: None, stroke: Some(series.stroke()) }));
        }
    }

    /// Levels of neighbouring axes, all the way around: what is not set parts them.
    fn runs(&self, series: Series) -> Vec<Vec<Point>> {
        // Begins behind an axis that is not set, so that no run is cut where the axes are counted from.
        let all = self.axes.len();
        let start = (0..all).find(|it| self.level(series, *it).is_none()).map_or(0, |it| it + 1);
        let mut runs: Vec<Vec<Point>> = vec![Vec::new()];
        for index in (0..all).map(|it| (start + it) % all) {
            match (self.level(series, index), runs.last_mut()) {
                (Some(level), Some(run)) => run.push(self.at(index, level)),
                _ => runs.push(Vec::new()),
            }
        }
        runs
    }
}
