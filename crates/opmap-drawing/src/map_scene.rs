//! The picture of a journey map.

mod badge;
mod bands;
mod channel;
mod corner;
mod cut;
mod icon;
mod note;
mod note_marks;
mod roles;
mod route;
mod shared;
mod stage_time;
mod step;

use std::ops::Range;

use crate::sentiment::place_strip;
use crate::{
    Badge, BlueprintLine, Face, LaneBand, MapLayout, Mark, PathMark, Point, Rect, RectMark, Route,
    RouteLabel, Scene, Segment, SentimentStrip, Stroke, TextMark, TextRole, Tone,
};
pub use badge::{badge_marks, label_marks, route_sign_marks};
pub use bands::{
    blueprint_marks, blueprint_name_marks, lane_head_marks, lane_marks, stage_head_marks, stage_marks,
};
pub use channel::ChannelChange;
pub(crate) use corner::error_marks;
pub(crate) use icon::{circle, sign_marks};
pub use note::{ChangeSign, Found, Heat, MapNotes, NoteLabel, RouteNote, StepNote, Stress};
pub use note_marks::subdued;
pub(crate) use roles::HeldBy;
pub use roles::{Held, RolesNote};
pub use route::route_marks;
pub(crate) use stage_time::BELOW as STAGE_TIME_BELOW;
pub use stage_time::{StageTime, StageTimes, stage_times};
pub use step::{Detail, STEP_REACH, folded_cell_marks, selected_marks, step_marks};

/// Which part of a map is drawn, and with what around it.
#[derive(Debug, Clone, PartialEq)]
pub struct MapSceneOptions {
    /// The stages and lanes that are drawn.
    pub window: MapWindow,
    /// Whether the headers of those stages and lanes are drawn.
    pub headers: bool,
    /// How much of each step is drawn.
    pub detail: Detail,
    /// What overlays say.
    pub notes: MapNotes,
    /// How long the stages take, said in their headers; empty says nothing.
    pub times: StageTimes,
}

/// Some neighbouring stages and lanes of a map, by their places from 0. What lies beyond the map is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapWindow {
    /// The stages.
    pub stages: Range<usize>,
    /// The lanes.
    pub lanes: Range<usize>,
}

impl MapWindow {
    /// All stages and lanes.
    pub const WHOLE: Self = Self { stages: 0..usize::MAX, lanes: 0..usize::MAX };

    /// The part of the body that the window shows: its stages and lanes with the whole of the gutters around them, so
    /// that neighbouring windows overlap by a gutter and neither loses what stands on the border.
    #[must_use]
    pub fn rect(&self, layout: &MapLayout) -> Rect {
        let stages = within(&self.stages, layout.stages.len());
        let lanes = within(&self.lanes, layout.lanes.len());
        layout.window(&stages, &lanes)
    }
}

impl Default for MapSceneOptions {
    /// The whole map with its headers and everything on it.
    fn default() -> Self {
        Self {
            window: MapWindow::WHOLE,
            headers: true,
            detail: Detail::Full,
            notes: MapNotes::default(),
            times: StageTimes::new(),
        }
    }
}

/// Draws a map, or a window on it with the headers repeated: lanes and stages, connectors, steps, badges.
///
/// Nothing leaves the scene: connectors are cut at the edge of the window, and a badge that reaches over it is moved
/// inside.
#[must_use]
pub fn map_scene(layout: &MapLayout, options: &MapSceneOptions) -> Scene {
    let view = options.window.rect(layout);
    let head = if options.headers { layout.headers() } else { Point::default() };
    let mut scene = Scene::new(head.x + view.width, head.y + view.height);
    let origin = Point::new(head.x - view.x, head.y - view.y);
    scene.marks.extend(body_marks(layout, view, options).iter().map(|mark| mark.transformed(origin, 1.0)));
    if options.headers {
        draw_headers(&mut scene, layout, options, origin);
    }
    let frame = Rect::new(0.5, 0.5, scene.width - 1.0, scene.height - 1.0);
    if frame.width > 0.0 && frame.height > 0.0 {
        scene.marks.push(outline(frame, 0.0, None, Stroke::solid(Tone::Line2, 1.0)));
    }
    scene
}

/// Draws a map or a window on it, with the sentiments of the stages that are shown below it.
#[must_use]
pub fn map_scene_with_strip(layout: &MapLayout, options: &MapSceneOptions, strip: &SentimentStrip) -> Scene {
    let mut scene = map_scene(layout, options);
    if !strip.points.is_empty() {
        place_strip(&mut scene, layout, options, strip);
    }
    scene
}

/// What is seen of the body in a part of it, in its coordinates.
fn body_marks(layout: &MapLayout, view: Rect, options: &MapSceneOptions) -> Vec<Mark> {
    let mut marks = Vec::new();
    for lane in layout.lanes_in(view.y, view.bottom()) {
        let (y, bottom) = (lane.y.max(view.y), (lane.y + lane.height).min(view.bottom()));
        marks.extend(lane_marks(&LaneBand { y, height: bottom - y, ..lane.clone() }, view.x, view.right()));
    }
    for stage in layout.stages_in(view.x, view.right()) {
        if stage.x + stage.width <= view.right() {
            marks.extend(stage_marks(stage, view.y, view.bottom()));
        }
    }
    for line in lines_in(layout, view) {
        marks.extend(blueprint_marks(line, view.x, view.right()));
    }
    for route in layout.routes_in(view) {
        let note = options.notes.routes.get(&route.id);
        for (points, arrives) in cut::pieces_within(&route.points, &view) {
            marks.extend(route::line_marks(&points, route.class, arrives, note));
        }
    }
    // Below the words of others. One that the edge of the window would cut stands in the next window.
    for route in layout.routes_in(view) {
        let signs = route_sign_marks(route, options.notes.routes.get(&route.id));
        if signs.iter().all(|it| is_inside(it, &view)) {
            marks.extend(signs);
        }
    }
    let folded = layout.folded_cells.iter().filter(|it| it.rect.overlaps(&view));
    marks.extend(folded.flat_map(folded_cell_marks));
    let steps = layout.boxes_in(view);
    marks.extend(steps.flat_map(|it| step_marks(it, options.detail, options.notes.steps.get(&it.id))));
    // Marks keep their places where they can, and those at the edge make way.
    let mut taken: Vec<Rect> =
        layout.routes_in(view).flat_map(Route::marked).filter(|it| cut::is_inside(it, &view)).collect();
    let mut placed = |mark: Rect| {
        let rect = cut::moved_inside(mark, &view)?;
        if rect == mark {
            return Some(rect);
        }
        let is_free = |it: &Rect| {
            layout.boxes_in(*it).next().is_none() && taken.iter().all(|other| !other.overlaps(it))
        };
        let rect = cut::places_near(rect, &view).into_iter().find(is_free).unwrap_or(rect);
        taken.push(rect);
        Some(rect)
    };
    for route in layout.routes_in(view) {
        let note = options.notes.routes.get(&route.id);
        if let Some(label) = &route.label
            && let Some(rect) = cut::moved_inside(label.rect, &view)
            && (rect == label.rect || !covers_another(layout, route, &rect, view))
        {
            marks.extend(label_marks(&RouteLabel { rect, ..label.clone() }, note));
        }
        if let Some(badge) = &route.badge
            && let Some(rect) = placed(badge.rect)
        {
            marks.extend(badge_marks(&Badge { rect, ..*badge }, note));
        }
    }
    marks
}

/// Whether a label that was moved inside lies on what another connector says; it is whole in the next window.
fn covers_another(layout: &MapLayout, route: &Route, moved: &Rect, view: Rect) -> bool {
    let others = layout.routes_in(view).filter(|it| it.id != route.id);
    let said = |it: &Route| [it.label.as_ref().map(|it| it.rect), it.badge.as_ref().map(|it| it.rect)];
    others.flat_map(said).flatten().any(|it| it.overlaps(moved))
}

/// Whether a rectangle lies in the view; other marks go with theirs.
fn is_inside(mark: &Mark, view: &Rect) -> bool {
    let Mark::Rect(RectMark { rect, .. }) = mark else { return true };
    rect.x >= view.x && rect.y >= view.y && rect.right() <= view.right() && rect.bottom() <= view.bottom()
}

/// Draws the headers of a window's stages and lanes, with the origin of the body at `origin`; phases above those of the
/// stages and functions left of those of the lanes.
fn draw_headers(scene: &mut Scene, layout: &MapLayout, options: &MapSceneOptions, origin: Point) {
    let window = &options.window;
    let mut draw = |marks: Vec<Mark>, offset: Point| {
        scene.marks.extend(marks.iter().map(|mark| mark.transformed(offset, 1.0)));
    };
    let view = window.rect(layout);
    let (head, height) = (layout.headers(), layout.head_height);
    // Where the headers of stages and those of lanes begin.
    let above = Point::new(origin.x, layout.phases_height());
    let beside = Point::new(layout.functions_width(), origin.y);
    let row = fill(Rect::new(0.0, 0.0, head.x + view.width, head.y), Tone::Surface2);
    let column = fill(Rect::new(0.0, head.y, head.x, view.height), Tone::Surface2);
    draw(vec![row, column], Point::default());
    if !options.times.is_empty() {
        draw(stage_time::corner_words_marks(), Point::default());
    }
    let stages = &layout.stages[within(&window.stages, layout.stages.len())];
    let lanes = &layout.lanes[within(&window.lanes, layout.lanes.len())];
    if let [first, ..] = stages
        && let [.., last] = stages
    {
        let seen = (first.x, last.x + last.width);
        layout.phases.iter().for_each(|it| draw(shared::phase_marks(it, seen), Point::new(origin.x, 0.0)));
    }
    if let [first, ..] = lanes
        && let [.., last] = lanes
    {
        let seen = (first.y, last.y + last.height);
        layout.groups.iter().for_each(|it| draw(shared::function_marks(it, seen), Point::new(0.0, origin.y)));
    }
    for stage in stages {
        let (time, change) = (options.times.get(&stage.id), options.notes.stages.get(&stage.id).copied());
        draw(stage_head_marks(stage, height, time, change), above);
    }
    for lane in lanes {
        let change = options.notes.lanes.get(&lane.id).copied();
        draw(lane_head_marks(lane, change), beside);
    }
    let border = Stroke::solid(Tone::Line2, 1.0);
    let across = line(head, Point::new(head.x + view.width, head.y), border);
    let down = line(head, Point::new(head.x, head.y + view.height), border);
    draw(vec![across, down], Point::default());
    for stage in stages {
        if let Some(deciders) = options.notes.deciders.get(&stage.id) {
            draw(roles::stage_decider_marks(stage, height, deciders), above);
        }
    }
    for line in lines_in(layout, view) {
        draw(blueprint_name_marks(line), beside);
    }
}

/// The lines of the blueprint strictly inside a part of the body.
fn lines_in(layout: &MapLayout, view: Rect) -> impl Iterator<Item = &BlueprintLine> {
    layout.lines.iter().filter(move |line| view.y < line.y && line.y < view.bottom())
}

fn within(range: &Range<usize>, length: usize) -> Range<usize> {
    let end = range.end.min(length);
    range.start.min(end)..end
}

pub(crate) fn fill(rect: Rect, tone: Tone) -> Mark {
    Mark::Rect(RectMark { rect, radius: 0.0, fill: Some(tone), stroke: None })
}

fn outline(rect: Rect, radius: f32, fill: Option<Tone>, stroke: Stroke) -> Mark {
    Mark::Rect(RectMark { rect, radius, fill, stroke: Some(stroke) })
}

/// A text whose capitals are centred in a line that begins at `top` and is `line` high.
pub(crate) fn text(
    left: f32,
    top: f32,
    (size, line): (f32, f32),
    face: Face,
    tone: Tone,
    text: &str,
) -> Mark {
    // Half the height of Inter's capitals.
    let at = Point::new(left, top + line / 2.0 + 0.364 * size);
    Mark::Text(TextMark {
        at,
        upwards: false,
        text: text.to_owned(),
        face,
        size,
        tone,
        role: TextRole::Label,
    })
}

pub(crate) fn line(from: Point, to: Point, stroke: Stroke) -> Mark {
    let segments = vec![Segment::Move(from), Segment::Line(to)];
    Mark::Path(PathMark { segments, fill: None, stroke: Some(stroke) })
}
