//! Where the columns, rows and bars of a roadmap lie.

use opmap_analysis::{CalendarTick, WorkCalendar};
use opmap_model::RecommendationId;

use super::{Gantt, GanttColumn};
use crate::{Face, Fonts, Point, Rect};

/// Height of the names of the waves.
const HEAD: f32 = 54.0;
/// Height of the names of months and weeks below those of the waves.
const CALENDAR: f32 = 36.0;
/// Width of what lies after the last wave, where something does.
const AFTER: f32 = 100.0;
/// From the left edge of the first wave to its first day: room for lines that find none elsewhere.
const EDGE: f32 = 16.0;
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
/// From a code to what follows.
pub(super) const CODE_APART: f32 = 8.0;
/// The least between the edge of a bar and a code that stands alone in it, and between words and the edge of the picture.
const CODE_PAD: f32 = 6.0;
/// The least room in a bar in which words are written.
const LEAST_INSIDE: f32 = 64.0;
/// How wide words beside a bar get before they break.
const BESIDE: f32 = 200.0;

/// How a roadmap is laid out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GanttShape {
    /// Width of the column of the names of the rows.
    pub names: f32,
    /// What is as wide as its like.
    pub scale: GanttScale,
    /// Whether the milestones stand in a row of their own.
    pub milestones: bool,
}

/// What of a roadmap is as wide as its like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum GanttScale {
    /// Each wave, that wide; days are true to scale within their wave only.
    Waves(f32),
    /// Each day, that wide.
    Days(f32),
}

impl GanttShape {
    /// How it is drawn on paper.
    pub const PAPER: Self = Self { names: 120.0, scale: GanttScale::Waves(340.0), milestones: true };
}

/// A roadmap laid out; the left upper corner is the origin.
#[derive(Debug, Clone, PartialEq)]
pub struct GanttLayout {
    /// Width of the column of names.
    pub names: f32,
    /// Height of the heads of the columns.
    pub head: f32,
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
    /// The months, where days are true to scale.
    pub months: Vec<CalendarTick>,
    /// The weeks, where days are true to scale.
    pub weeks: Vec<CalendarTick>,
    /// The days on which nobody works, where days are true to scale: the first and the last of each stretch.
    pub days_off: Vec<(u64, u64)>,
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
    /// Where its words stand: in the bar, or beside it when they do not fit. Its code stands among them unless it is
    /// [in the bar](Self::code_inside).
    pub words: Rect,
    /// Its title, line by line.
    pub lines: Vec<String>,
    /// Whether the words stand in the bar.
    pub inside: bool,
    /// Whether its code stands in the bar; so it does where the bar has no room for more.
    pub code_inside: bool,
}

impl GanttLayout {
    /// Lays out a roadmap as it is drawn on paper.
    #[must_use]
    pub fn new(gantt: &Gantt, fonts: &Fonts) -> Self {
        Self::shaped(gantt, GanttShape::PAPER, fonts)
    }

    /// Lays out a roadmap in a shape.
    #[must_use]
    pub fn shaped(gantt: &Gantt, shape: GanttShape, fonts: &Fonts) -> Self {
        let mut layout = Self::of_columns(gantt, shape);
        layout.name_days(&gantt.calendar, shape.scale);
        layout.height = layout.head;
        for stream in &gantt.streams {
            layout.place_row(stream, fonts);
        }
        if shape.milestones {
            layout.place_milestones(gantt, fonts);
        }
        layout
    }

    /// The columns alone.
    fn of_columns(gantt: &Gantt, shape: GanttShape) -> Self {
        let last_wave = gantt.columns.last().map_or(0, |it| it.last);
        let mut columns = gantt.columns.clone();
        if gantt.last_day > last_wave {
            let (title, first) = ("After that".to_owned(), last_wave + 1);
            columns.push(GanttColumn { title, dates: None, first, last: gantt.last_day });
        }
        let mut edges: Vec<f32> = vec![shape.names];
        let mut width = shape.names;
        for (at, column) in columns.iter().enumerate() {
            width += match shape.scale {
                GanttScale::Waves(wide) if at < gantt.columns.len() => wide,
                GanttScale::Waves(_) => AFTER,
                GanttScale::Days(wide) => {
                    let days = wide * count_days(column.last + 1 - column.first);
                    if at == 0 { days + EDGE } else { days }
                }
            };
            edges.push(width);
        }
        Self {
            names: shape.names,
            head: HEAD,
            width,
            height: HEAD,
            edges,
            rows: Vec::new(),
            bars: Vec::new(),
            milestones: Vec::new(),
            months: Vec::new(),
            weeks: Vec::new(),
            days_off: Vec::new(),
            columns,
        }
    }

    /// Names months and weeks where days are true to scale.
    fn name_days(&mut self, calendar: &WorkCalendar, scale: GanttScale) {
        let Some(last) = self.columns.last().map(|it| it.last) else { return };
        if let GanttScale::Days(_) = scale {
            self.head += CALENDAR;
            self.months = calendar.months(last);
            self.weeks = calendar.weeks(last);
            self.days_off = calendar.days_off(last);
        }
    }

    /// A row below those that are there.
    fn place_row(&mut self, stream: &super::GanttStream, fonts: &Fonts) {
        let name = fonts.wrap(Face::SemiBold, STREAM.0, &stream.title, self.names - 20.0);
        let top = self.height;
        let of_bars = PITCH * count(stream.bars.len().max(1)) + 2.0 * ROW_PAD - (PITCH - BAR);
        let height = of_bars.max(STREAM.1 * count(name.len()) + 2.0 * ROW_PAD + 4.0);
        for (at, bar) in stream.bars.iter().enumerate() {
            let y = top + ROW_PAD + PITCH * count(at);
            let rect = self.bar_at(bar.planned.first, bar.planned.last, y);
            self.bars.push(placed(bar, rect, self, fonts));
        }
        self.rows.push(GanttRow { top, height, name });
        self.height = top + height;
    }

    /// The bar from its first day to its last, at a height.
    #[must_use]
    pub fn bar_at(&self, first: u64, last: Option<u64>, y: f32) -> Rect {
        let x = self.x_of(first);
        let wide = last.map_or(UNKNOWN, |it| (self.x_of(it + 1) - x).max(SHORTEST));
        Rect::new(x, y, wide.min(self.width - x), BAR)
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
            let (left, right) = (middle.x - beside - self.names, self.width - middle.x - beside);
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
        let (left, right) = self.sides(at);
        let days = column.last + 1 - column.first;
        left + (right - left) * share(day.saturating_sub(column.first), days)
    }

    /// The day at a place; none outside the columns.
    #[must_use]
    pub fn day_at(&self, x: f32) -> Option<u64> {
        let at = self.edges.windows(2).position(|it| it[0] <= x && x < it[1])?;
        let column = &self.columns[at];
        let days = column.last + 1 - column.first;
        let (left, right) = self.sides(at);
        let part = ((x - left) / (right - left)).max(0.0);
        let day = column.first + whole(part * count_days(days)).min(days - 1);
        // What was rounded is put right.
        let next = day + 1;
        Some(if next <= column.last && self.x_of(next) <= x { next } else { day })
    }

    /// Where the days of a column begin and end.
    fn sides(&self, at: usize) -> (f32, f32) {
        let left = self.edges[at];
        (if at == 0 { left + EDGE } else { left }, self.edges[at + 1])
    }

    /// The row at a height; none outside the rows.
    #[must_use]
    pub fn row_at(&self, y: f32) -> Option<usize> {
        self.rows.iter().position(|it| it.top <= y && y < it.top + it.height)
    }

    /// The bar at a place.
    #[must_use]
    pub fn bar_under(&self, at: Point) -> Option<&PlacedBar> {
        self.bars.iter().find(|it| it.rect.contains(at))
    }
}

/// The bar with its words in it where all of them fit, else behind it, where a line reaches its end; where that has no
/// room, in the bar with what does not fit cut off, or in front of it: the whole of it stands in the table beside.
fn placed(bar: &super::GanttBar, rect: Rect, layout: &GanttLayout, fonts: &Fonts) -> PlacedBar {
    let id = bar.planned.id;
    let code = fonts.width(Face::SemiBold, TITLE.0, &bar.code);
    let signs = fonts.width(Face::Regular, TITLE.0, &bar.signs()) + 10.0;
    let room = rect.width - 2.0 * BAR_PAD - code - CODE_APART - signs;

    let beside = two_lines(&bar.title, BESIDE, fonts);
    let widest = beside.lines.iter().map(|it| fonts.width(Face::Medium, TITLE.0, it)).fold(0.0, f32::max);
    let code_inside = rect.width >= code + 2.0 * CODE_PAD;
    let width = widest + signs + if code_inside { 0.0 } else { code + CODE_APART };
    let behind = rect.right() + APART.0;
    let has_room_behind = behind + width <= layout.width - CODE_PAD;

    let inside = (room >= LEAST_INSIDE).then(|| two_lines(&bar.title, room, fonts));
    if let Some(inside) = inside.filter(|it| it.is_whole || !has_room_behind) {
        let words = Rect::new(rect.x + BAR_PAD, rect.y, rect.width - 2.0 * BAR_PAD, rect.height);
        return PlacedBar { id, rect, words, lines: inside.lines, inside: true, code_inside: true };
    }
    let x = if has_room_behind {
        behind
    } else {
        // Left of it a line finds its way even where nothing else is free.
        (rect.x - APART.1 - width).max(layout.names + EDGE)
    };
    let words = Rect::new(x, rect.y, width, rect.height);
    PlacedBar { id, rect, words, lines: beside.lines, inside: false, code_inside }
}

/// A title in at most two lines.
struct TwoLines {
    lines: Vec<String>,
    /// Whether nothing had to be cut off.
    is_whole: bool,
}

fn two_lines(title: &str, width: f32, fonts: &Fonts) -> TwoLines {
    let mut lines = fonts.wrap(Face::Medium, TITLE.0, title, width);
    let is_whole = lines.len() <= 2 && lines.iter().all(|it| fonts.width(Face::Medium, TITLE.0, it) <= width);
    if lines.len() > 2 {
        let rest = lines.split_off(1).join(" ");
        lines.push(fonts.cut(Face::Medium, TITLE.0, &rest, width));
    }
    TwoLines { lines, is_whole }
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
