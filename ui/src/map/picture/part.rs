//! A part of the map on a canvas.

use std::borrow::Cow;
use std::collections::BTreeMap;

use opmap_drawing::{
    Detail, Face, FoldedCell, MapLayout, MapNotes, Mark, Rect, Route, RouteNote, STEP_REACH, Segment,
    StepBox, StepNote, Stress, Stroke, Tone, badge_marks, blueprint_marks, folded_cell_marks, label_marks,
    lane_marks, route_marks, route_sign_marks, stage_marks, step_marks,
};
use opmap_model::LaneKind;

use super::super::filter::Standing;
use crate::pixels::Brush;

/// How far signs, lines and arrowheads reach beyond the boxes and the lines that they are drawn along.
const REACH: f32 = STEP_REACH;

/// What is said of steps and connectors beside what they are.
#[derive(Clone, Copy)]
pub(super) struct Said<'a> {
    pub(super) notes: &'a MapNotes,
    /// What stands out, if something is looked for; the rest steps back.
    pub(super) standing: Option<&'a Standing>,
    /// Whether steps have numbers.
    pub(super) numbered: bool,
}

impl Said<'_> {
    fn step(&self, step: &StepBox) -> Option<Cow<'_, StepNote>> {
        let note = self.notes.steps.get(&step.id);
        let Some(standing) = self.standing else { return note.map(Cow::Borrowed) };
        let stress = stress(standing.steps.contains(&step.id));
        Some(Cow::Owned(StepNote { stress, ..note.cloned().unwrap_or_default() }))
    }

    fn route(&self, route: &Route) -> Option<RouteNote> {
        let note = self.notes.routes.get(&route.id).copied();
        let Some(standing) = self.standing else { return note };
        let stress = stress(standing.connectors.contains(&route.id));
        Some(RouteNote { stress, ..note.unwrap_or_default() })
    }
}

fn stress(stands_out: bool) -> Stress {
    if stands_out { Stress::StandsOut } else { Stress::StepsBack }
}

/// How high numbers are written in place of titles, in pixels.
const NUMBER: f64 = 10.0;

/// The width of a digit, at most, in its height.
const DIGIT: f64 = 0.68;

/// Whether numbers stand in boxes at a scale.
pub(super) fn has_numbers(scale: f64) -> bool {
    (Detail::NUMBER_SCALE..Detail::TITLE_SCALE).contains(&scale)
}

/// Paints the part `area` of the map; `scale` is how many pixels of the screen a unit of the map takes.
/// Where no text can be read, steps of which nothing is said are plain boxes, with their numbers as long as those fit.
pub(super) fn paint(brush: &Brush, layout: &MapLayout, said: Said<'_>, area: Rect, scale: f64) {
    let detail = Detail::at_scale(scale);
    ground(brush, layout, area);
    let area = area.grown(REACH);
    if detail == Detail::Shape {
        return outlines(brush, layout, said, area, scale);
    }
    let routes: Vec<&Route> = layout.routes_in(area).collect();
    brush.paint(routes.iter().map(|it| {
        let marks = route_marks(it, said.route(it).as_ref()).into_iter();
        marks.filter_map(|mark| mark.within(area)).collect()
    }));
    brush.paint(routes.iter().map(|it| route_sign_marks(it, said.route(it).as_ref())));
    brush.paint(folded_in(layout, area).map(folded_cell_marks));
    brush.paint(layout.boxes_in(area).map(|it| step_marks(it, detail, said.step(it).as_deref())));
    brush.paint(routes.iter().map(|route| {
        let note = said.route(route);
        let label = route.label.iter().filter(|it| it.rect.overlaps(&area));
        let badge = route.badge.iter().filter(|it| it.rect.overlaps(&area));
        let label = label.flat_map(|it| label_marks(it, note.as_ref()));
        label.chain(badge.flat_map(|it| badge_marks(it, note.as_ref()))).collect()
    }));
}

/// What lies under steps and connectors.
fn ground(brush: &Brush, layout: &MapLayout, area: Rect) {
    brush.fill(std::iter::once(area), Tone::Ground);
    let (left, right) = (area.x.max(0.0), area.right().min(layout.width));
    let (top, bottom) = (area.y.max(0.0), area.bottom().min(layout.height));
    if left >= right || top >= bottom {
        return;
    }
    brush.paint(layout.lanes_in(top, bottom).iter().map(|it| lane_marks(it, left, right)));
    // A border belongs to the stage on its left, and half of its width may stick out.
    brush.paint(layout.stages_in(left - 1.0, right + 1.0).iter().map(|it| stage_marks(it, top, bottom)));
    // From the edge of the map, so that dashes meet where two parts do.
    brush.paint(layout.lines.iter().map(|it| blueprint_marks(it, 0.0, layout.width)));
}

/// Steps and connectors as seen from afar.
fn outlines(brush: &Brush, layout: &MapLayout, said: Said<'_>, area: Rect, scale: f64) {
    brush.paint(layout.routes_in(area).map(|route| {
        let line = route_marks(route, said.route(route).as_ref()).into_iter().next().map(straight);
        line.and_then(|it| it.within(area)).into_iter().collect()
    }));
    let mut boxes: BTreeMap<Tone, Vec<Rect>> = BTreeMap::new();
    boxes.entry(Tone::LineMark).or_default().extend(folded_in(layout, area).map(|it| it.rect));
    for step in layout.boxes_in(area) {
        let tone = match step.lane_kind {
            _ if said.step(step).is_some_and(|it| it.stress == Stress::StepsBack) => Tone::Line2,
            LaneKind::Customer => Tone::LaneCustomerEdge,
            _ => Tone::LineMark,
        };
        boxes.entry(tone).or_default().push(step.rect);
    }
    for (tone, rects) in &boxes {
        brush.fill(rects.iter().copied(), *tone);
    }
    // A pixel, as far as there is room for it.
    #[allow(clippy::cast_possible_truncation)]
    let edge = (1.0 / scale) as f32;
    let inside = boxes.values().flatten().map(|it| it.grown(-edge.min(it.height / 4.0)));
    brush.fill(inside, Tone::Surface);
    let noted = layout.boxes_in(area).filter_map(|step| {
        let note = said.step(step)?;
        let shown = note.found.is_some() || note.heat.is_some() || note.change.is_some();
        (shown || note.stress == Stress::StandsOut).then(|| step_marks(step, Detail::Shape, Some(&note)))
    });
    brush.paint(noted);
    if said.numbered && has_numbers(scale) {
        numbers(brush, layout, said, area, scale);
    }
}

/// The numbers of steps, where they fit into their boxes.
fn numbers(brush: &Brush, layout: &MapLayout, said: Said<'_>, area: Rect, scale: f64) {
    let (mut near, mut back) = (Vec::new(), Vec::new());
    for step in layout.boxes_in(area) {
        let Some(number) = layout.step_number(step.id).map(|it| it.to_string()) else { continue };
        let width: f64 = number.chars().map(|_| NUMBER * DIGIT).sum();
        if width > f64::from(step.rect.width) * scale {
            continue;
        }
        let steps_back = said.step(step).is_some_and(|it| it.stress == Stress::StepsBack);
        let of = if steps_back { &mut back } else { &mut near };
        of.push((step.rect.center(), number));
    }
    for (of, tone) in [(near, Tone::Ink), (back, Tone::Ink2)] {
        brush.centered(&of, Face::SemiBold, NUMBER / scale, tone);
    }
}

/// The line without its round corners and dashes, which nobody sees from afar.
fn straight(mark: Mark) -> Mark {
    let Mark::Path(mut path) = mark else { return mark };
    for segment in &mut path.segments {
        if let Segment::Curve(.., to) = *segment {
            *segment = Segment::Line(to);
        }
    }
    path.stroke = path.stroke.map(|it| Stroke { dash: None, ..it });
    Mark::Path(path)
}

fn folded_in(layout: &MapLayout, area: Rect) -> impl Iterator<Item = &FoldedCell> {
    layout.folded_cells.iter().filter(move |it| it.rect.overlaps(&area.grown(REACH)))
}

/// The part `area` with what marks of things in it reach beyond it.
pub(super) fn around(area: Rect) -> Rect {
    area.grown(REACH)
}

/// Where something else is said `now` than `before` of what is in the part `area` of a layout.
pub(super) fn unlike<'a>(
    layout: &'a MapLayout,
    before: &'a MapNotes,
    now: &'a MapNotes,
    area: Rect,
) -> impl Iterator<Item = Rect> + 'a {
    let area = area.grown(REACH);
    let steps = layout.boxes_in(area).filter(|it| before.steps.get(&it.id) != now.steps.get(&it.id));
    let routes = layout.routes_in(area).filter(|it| before.routes.get(&it.id) != now.routes.get(&it.id));
    steps.map(|it| it.rect).chain(routes.map(Route::extent))
}
