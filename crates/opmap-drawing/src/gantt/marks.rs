//! The marks of a roadmap.

use super::layout::{DIAMOND, GanttLayout, HEAD, PlacedBar, STREAM, TITLE, count};
use super::links::{Link, links};
use super::{Gantt, GanttBar};
use crate::map_scene::{error_marks, fill, line, text};
use crate::{Face, Fonts, Mark, PathMark, Point, Rect, RectMark, Scene, Segment, Stroke, Tone, WaveSign};

const HEAD_NAME: (f32, f32) = (15.0, 20.0);
const HEAD_DATES: (f32, f32) = (12.0, 16.0);
const RADIUS: f32 = 6.0;

/// The whole roadmap, in a unit of its own: lines below bars, so that none runs over words.
#[must_use]
pub fn gantt_scene(gantt: &Gantt, layout: &GanttLayout, fonts: &Fonts) -> Scene {
    let mut scene = Scene::new(layout.width + 1.0, layout.height + 1.0);
    ground(layout, fonts, &mut scene.marks);
    let links = links(gantt, layout);
    links.iter().for_each(|it| link_marks(it, &mut scene.marks));
    for (bar, placed) in gantt.bars().zip(&layout.bars) {
        bar_marks(bar, placed, layout, fonts, &mut scene.marks);
    }
    for it in &layout.milestones {
        let (x, y) = (it.at.x, it.at.y);
        let corners = [(0.0, -DIAMOND), (DIAMOND, 0.0), (0.0, DIAMOND), (-DIAMOND, 0.0)];
        let mut segments: Vec<Segment> =
            corners.iter().map(|(dx, dy)| Segment::Line(Point::new(x + dx, y + dy))).collect();
        segments[0] = Segment::Move(Point::new(x, y - DIAMOND));
        segments.push(Segment::Close);
        scene.marks.push(Mark::Path(PathMark { segments, fill: Some(Tone::Ink), stroke: None }));
        scene.marks.push(text(it.words.x, it.words.y, TITLE, Face::Medium, Tone::Ink, &it.title));
    }
    // The sign of what cannot be lies above all.
    for link in links.iter().filter(|it| it.impossible) {
        let middle = link.points.len() / 2;
        let (a, b) = (link.points[middle - 1], link.points[middle]);
        scene.marks.extend(error_marks(Point::new((a.x + b.x) / 2.0, (a.y + b.y) / 2.0)));
    }
    scene
}

/// Heads, rows in turn on another ground, and lines between them.
fn ground(layout: &GanttLayout, fonts: &Fonts, marks: &mut Vec<Mark>) {
    marks.push(fill(Rect::new(0.0, 0.0, layout.width, HEAD), Tone::Surface2));
    for (at, row) in layout.rows.iter().enumerate() {
        let rect = Rect::new(0.0, row.top, layout.width, row.height);
        marks.push(fill(rect, if at % 2 == 1 { Tone::Surface2 } else { Tone::Surface }));
        let edge = Stroke::solid(Tone::Line, 1.0);
        marks.push(line(Point::new(0.0, row.top), Point::new(layout.width, row.top), edge));
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
        let edge = Stroke::solid(Tone::LineMark, 1.0);
        marks.push(line(Point::new(*left, 0.0), Point::new(*left, layout.height), edge));
    }
    let whole = Rect::new(0.0, 0.0, layout.width, layout.height);
    let edge = Stroke::solid(Tone::LineMark, 1.0);
    marks.push(Mark::Rect(RectMark { rect: whole, radius: 0.0, fill: None, stroke: Some(edge) }));
}

fn link_marks(link: &Link, marks: &mut Vec<Mark>) {
    let tone = if link.impossible { Tone::Error } else { Tone::WireInk };
    let stroke = Stroke::solid(tone, 2.0);
    let segments = link.points.iter().enumerate();
    let segments: Vec<Segment> =
        segments.map(|(at, it)| if at == 0 { Segment::Move(*it) } else { Segment::Line(*it) }).collect();
    marks.push(Mark::Path(PathMark { segments, fill: None, stroke: Some(stroke) }));
    let Some(tip) = link.points.last() else { return };
    let head = vec![
        Segment::Move(Point::new(tip.x - 7.0, tip.y - 4.0)),
        Segment::Line(*tip),
        Segment::Line(Point::new(tip.x - 7.0, tip.y + 4.0)),
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
        // Keeps lines from running through words that stand beside the bar.
        let row =
            layout.rows.iter().position(|it| it.top <= placed.rect.y && placed.rect.y < it.top + it.height);
        let ground = if row.is_some_and(|it| it % 2 == 1) { Tone::Surface2 } else { Tone::Surface };
        let height = TITLE.1 * count(placed.lines.len()) + 2.0;
        let top = placed.words.center().y - height / 2.0;
        marks.push(fill(Rect::new(placed.words.x - 2.0, top, placed.words.width + 4.0, height), ground));
    }
    let ink = if placed.inside { bar.wave.ink() } else { WaveSign::Third.ink() };
    let quiet = if placed.inside { ink } else { Tone::Ink2 };
    let middle = placed.words.center().y;
    let code_top = middle - TITLE.1 / 2.0;
    marks.push(text(placed.words.x, code_top, TITLE, Face::SemiBold, ink, &bar.code));
    let left = placed.words.x + fonts.width(Face::SemiBold, TITLE.0, &bar.code) + 8.0;
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
