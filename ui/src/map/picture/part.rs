//! A part of the map on a canvas.

use opmap_drawing::{
    Detail, FoldedCell, MapLayout, Mark, Rect, Route, STEP_REACH, Segment, StepBox, Stroke, Tone,
    badge_marks, blueprint_marks, folded_cell_marks, label_marks, lane_marks, route_marks, stage_marks,
    step_marks,
};
use opmap_model::LaneKind;

use super::super::filter::{Standing, subdued};
use super::brush::Brush;

/// How far signs, lines and arrowheads reach beyond the boxes and the lines that they are drawn along.
const REACH: f32 = STEP_REACH;

/// Paints the part `area` of the map; `scale` is how many pixels of the screen a unit of the map takes.
/// What does not stand out, where something does, is subdued. Where no text can be read, steps are plain boxes.
pub(super) fn paint(brush: &Brush, layout: &MapLayout, standing: Option<&Standing>, area: Rect, scale: f64) {
    let detail = Detail::at_scale(scale);
    ground(brush, layout, area);
    let area = area.grown(REACH);
    if detail == Detail::Shape {
        return outlines(brush, layout, standing, area, scale);
    }
    let of_route = |route: &Route, marks: Vec<Mark>| looked_at(marks, is_quiet_route(standing, route));
    brush.paint(layout.routes_in(area).map(|it| of_route(it, route_marks(it))));
    brush.paint(folded_in(layout, area).map(folded_cell_marks));
    brush.paint(
        layout.boxes_in(area).map(|it| looked_at(step_marks(it, detail, None), is_quiet_step(standing, it))),
    );
    brush.paint(layout.routes_in(area).map(|route| {
        let label = route.label.iter().flat_map(label_marks);
        of_route(route, label.chain(route.badge.iter().flat_map(badge_marks)).collect())
    }));
}

fn is_quiet_step(standing: Option<&Standing>, step: &StepBox) -> bool {
    standing.is_some_and(|it| !it.steps.contains(&step.id))
}

fn is_quiet_route(standing: Option<&Standing>, route: &Route) -> bool {
    standing.is_some_and(|it| !it.connectors.contains(&route.id))
}

/// Marks as they are drawn of what stands out, or of what does not.
fn looked_at(marks: Vec<Mark>, quiet: bool) -> Vec<Mark> {
    if quiet { marks.into_iter().map(subdued).collect() } else { marks }
}

/// What lies under steps and connectors.
fn ground(brush: &Brush, layout: &MapLayout, area: Rect) {
    brush.fill([area.x, area.y, area.width, area.height].map(f64::from), Tone::Ground);
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
fn outlines(brush: &Brush, layout: &MapLayout, standing: Option<&Standing>, area: Rect, scale: f64) {
    brush.paint(layout.routes_in(area).map(|route| {
        let line = route_marks(route).into_iter().take(1).map(straight).collect();
        looked_at(line, is_quiet_route(standing, route))
    }));
    // A pixel, as far as there is room for it.
    #[allow(clippy::cast_possible_truncation)]
    let edge = (1.0 / scale) as f32;
    let outline = |rect: Rect, tone: Tone| {
        brush.fill(corners(rect), tone);
        brush.fill(corners(rect.grown(-edge.min(rect.height / 4.0))), Tone::Surface);
    };
    for cell in folded_in(layout, area) {
        outline(cell.rect, Tone::LineMark);
    }
    for step in layout.boxes_in(area) {
        let tone = match step.lane_kind {
            _ if is_quiet_step(standing, step) => Tone::Line2,
            LaneKind::Customer => Tone::LaneCustomerEdge,
            _ => Tone::LineMark,
        };
        outline(step.rect, tone);
    }
}

fn corners(rect: Rect) -> [f64; 4] {
    [rect.x, rect.y, rect.width, rect.height].map(f64::from)
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

/// Whether the part `area` looks the same in two layouts.
pub(super) fn looks_same(before: &MapLayout, now: &MapLayout, area: Rect) -> bool {
    let covered = |it: &MapLayout| (it.width.min(area.right()), it.height.min(area.bottom()));
    covered(before) == covered(now)
        && before.lines == now.lines
        && before.lanes_in(area.y, area.bottom()) == now.lanes_in(area.y, area.bottom())
        && before.stages_in(area.x - 1.0, area.right() + 1.0)
            == now.stages_in(area.x - 1.0, area.right() + 1.0)
        && folded_in(before, area).eq(folded_in(now, area))
        && before.boxes_in(area.grown(REACH)).eq(now.boxes_in(area.grown(REACH)))
        && before.routes_in(area.grown(REACH)).eq(now.routes_in(area.grown(REACH)))
}
