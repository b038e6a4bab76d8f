//! The parts of the drawn map, each redrawn only when what is drawn of it changes.

use leptos::prelude::*;
use opmap_drawing::{
    Detail, LaneBand, MapLayout, Mark, Rect, Route, StepBox, badge_marks, blueprint_marks, folded_cell_marks,
    label_marks, lane_marks, route_marks, stage_marks, step_marks,
};
use opmap_model::{ConnectorId, Document, Keyword, StepId};

use super::Geometry;
use super::filter::subdued;
use super::gesture::Gesture;
use super::marks::paint;
use super::selection::Selection;
use super::state::MapState;
use crate::editor::editor;

pub(super) fn visible_steps(geometry: Geometry, drawn: Rect) -> Vec<StepId> {
    geometry.with(|it| it.as_ref().map(|it| it.boxes_in(drawn).map(|it| it.id).collect()).unwrap_or_default())
}

pub(super) fn visible_routes(geometry: Geometry, drawn: Rect) -> Vec<ConnectorId> {
    geometry
        .with(|it| it.as_ref().map(|it| it.routes_in(drawn).map(|it| it.id).collect()).unwrap_or_default())
}

/// The bands of the lanes, keyed by all that is drawn of them.
pub(super) fn lanes(geometry: Geometry) -> Vec<(String, LaneTint)> {
    geometry.with(|it| {
        let layout = it.as_ref();
        let bands = layout.map(|it| it.lanes.iter().map(|lane| LaneTint::new(it, lane)).collect::<Vec<_>>());
        bands.unwrap_or_default().into_iter().map(|it| (it.key(), it)).collect()
    })
}

#[derive(Clone)]
pub(super) struct LaneTint {
    band: LaneBand,
    width: f32,
}

impl LaneTint {
    fn new(layout: &MapLayout, band: &LaneBand) -> Self {
        Self { band: band.clone(), width: layout.width }
    }

    fn key(&self) -> String {
        format!(
            "{}-{}-{}-{}-{}",
            self.band.id.0,
            self.band.kind.key(),
            self.band.y,
            self.band.height,
            self.width
        )
    }
}

#[component]
pub(super) fn Tint(lane: LaneTint) -> impl IntoView {
    view! { <g>{paint(lane_marks(&lane.band, 0.0, lane.width))}</g> }
}

/// The borders of the stages.
pub(super) fn stage_lines(layout: &MapLayout) -> impl IntoView + use<> {
    paint(layout.stages.iter().flat_map(|it| stage_marks(it, 0.0, layout.height)).collect())
}

/// The lines of the service blueprint.
pub(super) fn blueprint_lines(layout: &MapLayout) -> impl IntoView + use<> {
    paint(layout.lines.iter().flat_map(|it| blueprint_marks(it, 0.0, layout.width)).collect())
}

/// What stands for the steps of folded stages and lanes.
pub(super) fn folded_cells(layout: &MapLayout, drawn: Rect) -> impl IntoView + use<> {
    let cells = layout.folded_cells.iter().filter(|it| it.rect.overlaps(&drawn));
    paint(cells.flat_map(folded_cell_marks).collect())
}

/// The route of a connector as it is laid out now.
fn route(geometry: Geometry, id: ConnectorId) -> Option<Route> {
    geometry.with(|it| it.as_ref()?.route(id).cloned())
}

/// Marks as they are drawn of what stands out, or of what does not.
fn looked_at(marks: Vec<Mark>, quiet: bool) -> Vec<Mark> {
    if quiet { marks.into_iter().map(subdued).collect() } else { marks }
}

#[component]
pub(super) fn Connection(id: ConnectorId) -> impl IntoView {
    let map_state: MapState = expect_context();
    let geometry: Geometry = expect_context();
    let drawn = Memo::new(move |_| route(geometry, id));
    let selected = Memo::new(move |_| map_state.selection.with(|it| *it == Selection::Connector(id)));
    let lit = Memo::new(move |_| {
        drawn.with(|route| {
            route.as_ref().is_some_and(|it| {
                map_state.selection.with(|chosen| chosen.has_step(it.from) || chosen.has_step(it.to))
            })
        })
    });
    let quiet = Memo::new(move |_| {
        map_state.standing.with(|it| it.as_ref().is_some_and(|it| !it.connectors.contains(&id)))
    });
    let shown = move |pick: fn(&Route) -> Vec<Mark>| {
        drawn.with(|it| it.as_ref().map(|it| paint(looked_at(pick(it), quiet.get()))))
    };
    view! {
        <g class="connector" class:selected=move || selected.get() class:lit=move || lit.get()>
            {move || shown(route_marks)}
            <g class="label">{move || shown(|it| it.label.iter().flat_map(label_marks).collect())}</g>
            {move || shown(|it| it.badge.iter().flat_map(badge_marks).collect())}
        </g>
    }
}

fn step_box(geometry: Geometry, id: StepId) -> Option<StepBox> {
    geometry.with(|it| it.as_ref()?.step_box(id).cloned())
}

/// What is said of a step: its title, who does it, when, and where it leads.
fn step_words(document: &Document, id: StepId) -> Option<String> {
    let step = document.get(id)?;
    let (stage, lane) = (document.get(step.stage)?, document.get(step.lane)?);
    Some(format!("{}, {}, {}, {}", step.title, step.kind.label(), lane.title, stage.title))
}

#[component]
pub(super) fn StepView(id: StepId) -> impl IntoView {
    let map_state: MapState = expect_context();
    let geometry: Geometry = expect_context();
    let editor = editor();
    let drawn = Memo::new(move |_| step_box(geometry, id));
    let selected = Memo::new(move |_| map_state.selection.with(|it| it.has_step(id)));
    let quiet = Memo::new(move |_| {
        map_state.standing.with(|it| it.as_ref().is_some_and(|it| !it.steps.contains(&id)))
    });
    let dragged = Memo::new(move |_| {
        map_state.gesture.with(|it| matches!(it, Gesture::Drag(drag) if !drag.copy && drag.ids.contains(&id)))
    });
    view! {
        <g
            id=format!("step-{}", id.0)
            class="step"
            class:dragged=move || dragged.get()
            role="option"
            aria-selected=move || selected.get().to_string()
            aria-label=move || editor.read(|document| step_words(document, id)).unwrap_or_default()
        >
            <g aria-hidden="true">
                {move || drawn.with(|it| it.as_ref().map(|it| paint(looked_at(step_marks(it, Detail::Full, None), quiet.get()))))}
            </g>
        </g>
    }
}
