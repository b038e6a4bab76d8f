//! Where the columns, rows and bars of a roadmap lie.

use opmap_model::RecommendationId;

use super::{Gantt, GanttColumn};
use crate::{Face, Fonts, Point, Rect};

/// Width of the column of the workstreams.
const NAMES: f32 = 120.0;
/// Height of the names of the waves.
pub(super) const HEAD: f32 = 54.0;
/// Width of a wave.
const COLUMN: f32 = 340.0;
/// Width of what lies after the last wave, where something does.
const AFTER: f32 = 100.0;
/// From one bar to the next.
const PITCH: f32 = 52.0;
pub(super) const BAR: f32 = 40.0;
/// From the edge of a row to its bars.
const ROW_PAD: f32 = 6.0;
/// The least that a bar measures: of a day, or where nobody knows how long it takes.
const SHORTEST: f32 = 14.0;
/// How wide a bar is whose length nobody knows.
const UNKNOWN: f32 = 64.0;
pub(super) const TITLE: (f32, f32) = (12.0, 14.5);
pub(super) const STREAM: (f32, f32) = (13.0, 17.0);
/// From the edge of a bar to its words.
const BAR_PAD: f32 = 9.0;
/// From one milestone to the next.
const MILESTONE: f32 = 24.0;
/// From the middle of a diamond to its corners.
pub(super) const DIAMOND: f32 = 6.5;
/// From a bar to words behind it, and to words in front of it, where lines come in.
const APART: (f32, f32) = (8.0, 26.0);
/// The least room in a bar in which words are written.
const LEAST_INSIDE: f32 = 64.0;
/// How wide words beside a bar get before they break.
const BESIDE: f32 = 200.0;

/// A roadmap laid out; the left upper corner is the origin.
#[derive(Debug, Clone, PartialEq)]
pub struct GanttLayout {
    /// Width of the whole.
    pub width: f32,
    /// Height of the whole.
    pub height: f32,
    /// The left edge of each wave, and the right edge of the last.
    pub edges: Vec<f32>,
    /// The rows, in the order of the streams.
    pub rows: Vec<GanttRow>,
    /// The bars, in the order of the rows.
    pub bars: Vec<PlacedBar>,
    /// The milestones, in their order.
    pub milestones: Vec<PlacedMilestone>,
    columns: Vec<GanttColumn>,
}

/// A milestone with its words.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedMilestone {
    /// The middle of its diamond.
    pub at: Point,
    /// Its words, on the right of it or on the left.
    pub words: Rect,
    /// What is written there.
    pub title: String,
}

/// A workstream laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct GanttRow {
    /// Upper edge.
    pub top: f32,
    /// Height.
    pub height: f32,
    /// Its name, line by line.
    pub name: Vec<String>,
}

/// A bar with its words.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedBar {
    /// The recommendation.
    pub id: RecommendationId,
    /// The bar.
    pub rect: Rect,
    /// Where its words stand: in the bar, or beside it when they do not fit.
    pub words: Rect,
    /// Its title, line by line.
    pub lines: Vec<String>,
    /// Whether the words stand in the bar.
    pub inside: bool,
}

impl GanttLayout {
    /// Lays out a roadmap.
    #[must_use]
    pub fn new(gantt: &Gantt, fonts: &Fonts) -> Self {
        let last_wave = gantt.columns.last().map_or(0, |it| it.last);
        let mut edges: Vec<f32> = vec![NAMES];
        for at in 0..gantt.columns.len() {
            edges.push(NAMES + COLUMN * count(at + 1));
        }
        let right = edges.last().copied().unwrap_or(NAMES);
        let mut columns = gantt.columns.clone();
        let mut width = right;
        if gantt.last_day > last_wave {
            let (title, first) = ("After that".to_owned(), last_wave + 1);
            columns.push(GanttColumn { title, dates: None, first, last: gantt.last_day });
            width += AFTER;
            edges.push(width);
        }
        let (rows, bars, milestones) = (Vec::new(), Vec::new(), Vec::new());
        let mut layout = Self { width, height: HEAD, edges, rows, bars, milestones, columns };
        for stream in &gantt.streams {
            let name = fonts.wrap(Face::SemiBold, STREAM.0, &stream.title, NAMES - 20.0);
            let top = layout.height;
            let of_bars = PITCH * count(stream.bars.len()) + 2.0 * ROW_PAD - (PITCH - BAR);
            let height = of_bars.max(STREAM.1 * count(name.len()) + 2.0 * ROW_PAD + 4.0);
            for (at, bar) in stream.bars.iter().enumerate() {
                let y = top + ROW_PAD + PITCH * count(at);
                let (x, end) =
                    (layout.x_of(bar.planned.first), bar.planned.last.map(|it| layout.x_of(it + 1)));
                let wide = end.map_or(UNKNOWN, |it| (it - x).max(SHORTEST)).min(layout.width - x);
                let rect = Rect::new(x, y, wide, BAR);
                layout.bars.push(placed(bar, rect, layout.width, fonts));
            }
            layout.rows.push(GanttRow { top, height, name });
            layout.height = top + height;
        }
        layout.place_milestones(gantt, fonts);
        layout
    }

    /// A row of their own at the foot, a line for each.
    fn place_milestones(&mut self, gantt: &Gantt, fonts: &Fonts) {
        if gantt.milestones.is_empty() {
            return;
        }
        let top = self.height;
        for (at, milestone) in gantt.milestones.iter().enumerate() {
            let y = top + ROW_PAD + MILESTONE * (count(at) + 0.5);
            // It is so by the end of the day.
            let middle = Point::new(self.x_of(milestone.day + 1), y);
            let beside = DIAMOND + 6.0;
            let (left, right) = (middle.x - beside - NAMES, self.width - middle.x - beside);
            let title = fonts.cut(Face::Medium, TITLE.0, &milestone.title, left.max(right) - 4.0);
            let width = fonts.width(Face::Medium, TITLE.0, &title);
            let x = if width <= right { middle.x + beside } else { middle.x - beside - width };
            let words = Rect::new(x, y - TITLE.1 / 2.0, width, TITLE.1);
            self.milestones.push(PlacedMilestone { at: middle, words, title });
        }
        let height = MILESTONE * count(gantt.milestones.len()) + 2.0 * ROW_PAD;
        self.rows.push(GanttRow { top, height, name: vec!["Milestones".to_owned()] });
        self.height = top + height;
    }

    /// The waves, and what comes after them where something does.
    #[must_use]
    pub fn columns(&self) -> &[GanttColumn] {
        &self.columns
    }

    /// Where a day begins.
    #[must_use]
    pub fn x_of(&self, day: u64) -> f32 {
        let at = self.columns.iter().position(|it| day <= it.last);
        let Some(at) = at else { return self.width };
        let column = &self.columns[at];
        let (left, right) = (self.edges[at], self.edges[at + 1]);
        let days = column.last + 1 - column.first;
        left + (right - left) * share(day.saturating_sub(column.first), days)
    }

    /// The day at a place; none outside the columns.
    #[must_use]
    pub fn day_at(&self, x: f32) -> Option<u64> {
        let at = self.edges.windows(2).position(|it| it[0] <= x && x < it[1])?;
        let column = &self.columns[at];
        let days = column.last + 1 - column.first;
        let part = (x - self.edges[at]) / (self.edges[at + 1] - self.edges[at]);
        let day = column.first + whole(part * count_days(days)).min(days - 1);
        // What was rounded is put right.
        let next = day + 1;
        Some(if next <= column.last && self.x_of(next) <= x { next } else { day })
    }
}

/// The bar with its words in it where there is room, else behind it or in front of it. What two lines do not hold is cut:
/// the whole of it stands in the table beside.
fn placed(bar: &super::GanttBar, rect: Rect, right: f32, fonts: &Fonts) -> PlacedBar {
    let id = bar.planned.id;
    let code = fonts.width(Face::SemiBold, TITLE.0, &bar.code) + 8.0;
    let signs = fonts.width(Face::Regular, TITLE.0, &bar.signs()) + 10.0;
    let room = rect.width - 2.0 * BAR_PAD - code - signs;
    if room >= LEAST_INSIDE {
        let words = Rect::new(rect.x + BAR_PAD, rect.y, rect.width - 2.0 * BAR_PAD, rect.height);
        return PlacedBar { id, rect, words, lines: two_lines(&bar.title, room, fonts), inside: true };
    }
    let lines = two_lines(&bar.title, BESIDE, fonts);
    let widths = lines.iter().map(|it| fonts.width(Face::Medium, TITLE.0, it));
    let width = code + widths.fold(0.0, f32::max) + signs;
    let behind = rect.right() + APART.0;
    let x = if behind + width <= right { behind } else { rect.x - APART.1 - width };
    PlacedBar { id, rect, words: Rect::new(x, rect.y, width, rect.height), lines, inside: false }
}

/// A title in two lines, what does not fit cut off.
fn two_lines(title: &str, width: f32, fonts: &Fonts) -> Vec<String> {
    let mut lines = fonts.wrap(Face::Medium, TITLE.0, title, width);
    if lines.len() > 2 {
        let rest = lines.split_off(1).join(" ");
        lines.push(fonts.cut(Face::Medium, TITLE.0, &rest, width));
    }
    lines
}

/// A number of rows or columns; far fewer than a float can count.
#[allow(clippy::cast_precision_loss)]
pub(super) fn count(number: usize) -> f32 {
    number as f32
}

fn share(part: u64, whole: u64) -> f32 {
    count_days(part) / count_days(whole.max(1))
}

/// Days are few enough for a float.
#[allow(clippy::cast_precision_loss)]
fn count_days(days: u64) -> f32 {
    days as f32
}

/// The whole part of a number that is not negative.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(number: f32) -> u64 {
    number as u64
}
