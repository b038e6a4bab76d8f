//! The marks of a roadmap.

use opmap_analysis::Impossible;

use super::layout::{CODE_APART, DIAMOND, GanttLayout, PlacedBar, PlacedMilestone, STREAM, TITLE, count};
use super::links::{GanttLink, gantt_links};
use super::{Gantt, GanttBar};
use crate::map_scene::{error_marks, fill, line, text};
use crate::{Face, Fonts, Mark, PathMark, Point, Rect, RectMark, Scene, Segment, Stroke, Tone, WaveSign};

const HEAD_NAME: (f32, f32) = (15.0, 20.0);
const HEAD_DATES: (f32, f32) = (12.0, 16.0);
const TICK: (f32, f32) = (11.0, 14.0);
const RADIUS: f32 = 6.0;
/// How far above the lower edge of a bar, and how far from its sides, the line lies that tells it is on the longest chain.
const CHAIN_INSET: (f32, f32) = (5.0, 3.5);
const CHAIN: f32 = 2.5;
/// How far below the upper corner of a bar its sign stands.
const SIGN_BELOW: f32 = 4.0;

/// What of a roadmap is drawn beside its bars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GanttShown {
    /// What waits for what.
    pub dependencies: bool,
    /// Which of them are on the longest chain: their bars are underlined, and the lines between them heavier.
    pub longest: bool,
}

/// The whole roadmap, in a unit of its own: lines below bars, so that none runs over words.
#[must_use]
pub fn gantt_scene(gantt: &Gantt, layout: &GanttLayout, fonts: &Fonts) -> Scene {
    let mut scene = Scene::new(layout.width + 1.0, layout.height + 1.0);
    let head = Rect::new(0.0, 0.0, layout.width, layout.head);
    scene.marks.push(fill(head, Tone::Surface2));
    ground(layout, &mut scene.marks);
    names(layout, fonts, &mut scene.marks);
    content(gantt, layout, GanttShown { dependencies: true, longest: false }, fonts, &mut scene.marks);
    layout.milestones.iter().for_each(|it| milestone_marks(it, &mut scene.marks));
    scene
}

/// The roadmap without its heads and the names of its rows, which the window shows itself.
#[must_use]
pub fn gantt_body_marks(gantt: &Gantt, layout: &GanttLayout, shown: GanttShown, fonts: &Fonts) -> Vec<Mark> {
    let mut marks = Vec::new();
    ground(layout, &mut marks);
    content(gantt, layout, shown, fonts, &mut marks);
    marks
}

/// Lines and bars.
fn content(gantt: &Gantt, layout: &GanttLayout, shown: GanttShown, fonts: &Fonts, marks: &mut Vec<Mark>) {
    let links = if shown.dependencies { gantt_links(gantt, layout) } else { Vec::new() };
    links.iter().for_each(|it| link_marks(it, shown.longest && it.longest, marks));
    for (bar, placed) in gantt.bars().zip(&layout.bars) {
        bar_marks(bar, placed, layout, fonts, marks);
        if shown.longest && gantt.longest.contains(&placed.id) {
            let y = placed.rect.bottom() - CHAIN_INSET.1;
            let left = Point::new(placed.rect.x + CHAIN_INSET.0, y);
            let right = Point::new(placed.rect.right() - CHAIN_INSET.0, y);
            marks.push(line(left, right, Stroke::solid(bar.wave.ink(), CHAIN)));
        }
    }
    // The sign of what cannot be lies above all.
    for link in links.iter().filter(|it| it.impossible.is_some()) {
        let middle = link.points.len() / 2;
        let (a, b) = (link.points[middle - 1], link.points[middle]);
        marks.extend(error_marks(Point::new(f32::midpoint(a.x, b.x), f32::midpoint(a.y, b.y))));
    }
    if shown.dependencies {
        // What is not to be done has no bar that a line could come from.
        let needs_it = |it: &&PlacedBar| {
            let mut all = gantt.dependencies.iter();
            all.any(|of| of.after == it.id && of.impossible == Some(Impossible::Parked))
        };
        for it in layout.bars.iter().filter(needs_it) {
            marks.extend(error_marks(Point::new(it.rect.x, it.rect.y + SIGN_BELOW)));
        }
    }
}

fn milestone_marks(it: &PlacedMilestone, marks: &mut Vec<Mark>) {
    let (x, y) = (it.at.x, it.at.y);
    let corners = [(0.0, -DIAMOND), (DIAMOND, 0.0), (0.0, DIAMOND), (-DIAMOND, 0.0)];
    let mut segments: Vec<Segment> =
        corners.iter().map(|(dx, dy)| Segment::Line(Point::new(x + dx, y + dy))).collect();
    segments[0] = Segment::Move(Point::new(x, y - DIAMOND));
    segments.push(Segment::Close);
    marks.push(Mark::Path(PathMark { segments, fill: Some(Tone::Ink), stroke: None }));
    marks.push(text(it.words.x, it.words.y, TITLE, Face::Medium, Tone::Ink, &it.title));
}

/// Rows in turn on another ground, days on which nobody works, and lines between rows and columns.
fn ground(layout: &GanttLayout, marks: &mut Vec<Mark>) {
    for (at, row) in layout.rows.iter().enumerate() {
        let rect = Rect::new(0.0, row.top, layout.width, row.height);
        marks.push(fill(rect, if at % 2 == 1 { Tone::Surface2 } else { Tone::Surface }));
    }
    let below = layout.height - layout.head;
    for (first, last) in &layout.days_off {
        let (left, right) = (layout.x_of(*first), layout.x_of(last + 1));
        marks.push(fill(Rect::new(left, layout.head, right - left, below), Tone::Surface3));
    }
    for week in &layout.weeks {
        let x = layout.x_of(week.day);
        let edge = Stroke::solid(Tone::Line, 1.0);
        marks.push(line(Point::new(x, layout.head), Point::new(x, layout.height), edge));
    }
    for row in &layout.rows {
        let edge = Stroke::solid(Tone::Line2, 1.0);
        marks.push(line(Point::new(0.0, row.top), Point::new(layout.width, row.top), edge));
    }
    for left in &layout.edges[..layout.edges.len() - 1] {
        let edge = Stroke::solid(Tone::LineMark, 1.0);
        marks.push(line(Point::new(*left, 0.0), Point::new(*left, layout.height), edge));
    }
    let whole = Rect::new(0.0, 0.0, layout.width, layout.height);
    let edge = Stroke::solid(Tone::LineMark, 1.0);
    marks.push(Mark::Rect(RectMark { rect: whole, radius: 0.0, fill: None, stroke: Some(edge) }));
}

/// The names of rows and columns.
fn names(layout: &GanttLayout, fonts: &Fonts, marks: &mut Vec<Mark>) {
    for row in &layout.rows {
        for (nth, words) in row.name.iter().enumerate() {
            let top = row.top + 9.0 + STREAM.1 * count(nth);
            marks.push(text(10.0, top, STREAM, Face::SemiBold, Tone::Ink, words));
        }
    }
    for (left, column) in layout.edges.iter().zip(layout.columns()) {
        let room = layout.edges.iter().find(|it| *it > left).map_or(0.0, |right| right - left - 20.0);
        let title = fonts.cut(Face::SemiBold, HEAD_NAME.0, &column.title, room);
        marks.push(text(left + 12.0, 9.0, HEAD_NAME, Face::SemiBold, Tone::Ink, &title));
        if let Some(dates) = &column.dates {
            marks.push(text(left + 12.0, 30.0, HEAD_DATES, Face::Regular, Tone::Ink2, dates));
        }
    }
    for (ticks, up) in [(&layout.months, 2.0), (&layout.weeks, 1.0)] {
        for it in ticks {
            let top = layout.head - up * (TICK.1 + 3.0);
            marks.push(text(layout.x_of(it.day) + 3.0, top, TICK, Face::Medium, Tone::Ink2, &it.words));
        }
    }
}

fn link_marks(link: &GanttLink, is_heavy: bool, marks: &mut Vec<Mark>) {
    let tone = if link.impossible.is_some() { Tone::Error } else { Tone::WireInk };
    let stroke = Stroke::solid(tone, if is_heavy { 3.5 } else { 2.0 });
    let segments = link.points.iter().enumerate();
    let segments: Vec<Segment> =
        segments.map(|(at, it)| if at == 0 { Segment::Move(*it) } else { Segment::Line(*it) }).collect();
    marks.push(Mark::Path(PathMark { segments, fill: None, stroke: Some(stroke) }));
    let Some(tip) = link.points.last() else { return };
    let (long, half) = if is_heavy { (9.0, 5.5) } else { (7.0, 4.0) };
    let head = vec![
        Segment::Move(Point::new(tip.x - long, tip.y - half)),
        Segment::Line(*tip),
        Segment::Line(Point::new(tip.x - long, tip.y + half)),
        Segment::Close,
    ];
    marks.push(Mark::Path(PathMark { segments: head, fill: Some(tone), stroke: None }));
}

fn bar_marks(bar: &GanttBar, placed: &PlacedBar, layout: &GanttLayout, fonts: &Fonts, marks: &mut Vec<Mark>) {
    let edge = bar.wave.edge();
    // An end that nobody knows is left open.
    let stroke = if bar.planned.last.is_some() { edge } else { Stroke { dash: Some((2.0, 3.0)), ..edge } };
    let body =
        RectMark { rect: placed.rect, radius: RADIUS, fill: Some(bar.wave.fill()), stroke: Some(stroke) };
    marks.push(Mark::Rect(body));
    if !placed.inside {
        // The edges of columns do not run through words.
        let is_odd = layout.row_at(placed.rect.y).is_some_and(|it| it % 2 == 1);
        let height = TITLE.1 * count(placed.lines.len()) + 2.0;
        let top = placed.words.center().y - height / 2.0;
        let below = Rect::new(placed.words.x - 2.0, top, placed.words.width + 4.0, height);
        marks.push(fill(below, if is_odd { Tone::Surface2 } else { Tone::Surface }));
    }
    let ink = if placed.inside { bar.wave.ink() } else { WaveSign::Third.ink() };
    let quiet = if placed.inside { ink } else { Tone::Ink2 };
    let middle = placed.words.center().y;
    let code_top = middle - TITLE.1 / 2.0;
    let code = fonts.width(Face::SemiBold, TITLE.0, &bar.code);
    let is_alone = placed.code_inside && !placed.inside;
    let (code_left, left) = if is_alone {
        (placed.rect.center().x - code / 2.0, placed.words.x)
    } else {
        (placed.words.x, placed.words.x + code + CODE_APART)
    };
    let code_ink = if placed.code_inside { bar.wave.ink() } else { ink };
    marks.push(text(code_left, code_top, TITLE, Face::SemiBold, code_ink, &bar.code));
    let mut top = middle - TITLE.1 * count(placed.lines.len()) / 2.0;
    for words in &placed.lines {
        marks.push(text(left, top, TITLE, Face::Medium, ink, words));
        top += TITLE.1;
    }
    let signs = bar.signs();
    if !signs.is_empty() {
        let x = placed.words.right() - fonts.width(Face::Regular, TITLE.0, &signs);
        marks.push(text(x, code_top, TITLE, Face::Regular, quiet, &signs));
    }
}
