//! What lies over the map while something is selected, dragged or drawn. A layer of its own, so that a move repaints
//! nothing else.

use leptos::prelude::*;
use opmap_drawing::{MapLayout, Point, Rect, StepBox, step_marks};
use opmap_model::StepId;

use super::Geometry;
use super::gesture::{Gesture, between, drop_edit, drop_words};
use super::marks::paint;
use super::state::MapState;
use crate::editor::editor;

#[component]
pub(super) fn Overlay() -> impl IntoView {
    let (map_state, geometry) = (expect_context::<MapState>(), expect_context::<Geometry>());
    let rings = move || {
        let ids: Vec<StepId> = map_state.selection.with(|it| it.step_ids().into_iter().collect());
        geometry.with(|it| {
            let layout = it.as_ref();
            let rects =
                layout.map(|it| ids.iter().filter_map(|id| Some(it.step_box(*id)?.rect)).collect::<Vec<_>>());
            rects.unwrap_or_default()
        })
    };
    view! {
        <svg class="overlay" role="presentation" aria-hidden="true">
            {move || rings().into_iter().map(ring).collect_view()}
            {move || {
                let from = map_state.connecting.get();
                let layout = geometry.get();
                from.zip(layout).and_then(|(id, layout)| Some(handle(layout.step_box(id)?.rect)))
            }}
            <Handles />
            <Ongoing />
        </svg>
    }
}

/// The halo and border of a selected step.
fn ring(rect: Rect) -> impl IntoView {
    let halo = rect.grown(3.0);
    view! {
        <rect class="ring-halo" x=halo.x y=halo.y width=halo.width height=halo.height rx="9" />
        <rect class="ring" x=rect.x y=rect.y width=rect.width height=rect.height rx="6" />
    }
}

/// The handle from which a connector is drawn.
fn handle(rect: Rect) -> impl IntoView {
    view! { <circle class="handle" cx=rect.right() cy=rect.center().y r="5" /> }
}

#[component]
fn Handles() -> impl IntoView {
    let (map_state, geometry) = (expect_context::<MapState>(), expect_context::<Geometry>());
    move || {
        let id = map_state.selection.with(super::Selection::last_step)?;
        let layout = geometry.get()?;
        Some(handle(layout.step_box(id)?.rect))
    }
}

/// The preview of the gesture that is going on.
#[component]
fn Ongoing() -> impl IntoView {
    let (editor, map_state, geometry) =
        (editor(), expect_context::<MapState>(), expect_context::<Geometry>());
    move || {
        let layout = geometry.get()?;
        Some(match map_state.gesture.get() {
            Gesture::Box { from, now } => {
                let area = between(from, now);
                view! { <rect class="lasso" x=area.x y=area.y width=area.width height=area.height /> }
                    .into_any()
            }
            Gesture::Wire { from, now, to } => {
                let start = layout.step_box(from)?.rect;
                let target = to.and_then(|id| layout.step_box(id)).map(|it| it.rect);
                let data = format!("M{} {}L{} {}", start.right(), start.center().y, now.x, now.y);
                view! {
                    <path class="wire" d=data />
                    {target.map(ring)}
                }
                .into_any()
            }
            Gesture::Drag { ids, lead, from, now, target } => {
                let edit = target.map(|target| (target, drop_edit(&layout, &ids, target)));
                let words = edit.map(|(target, edit)| {
                    (target, editor.peek(|document| drop_words(document, lead, &edit, target)))
                });
                let cell = target.and_then(|it| layout.cell_rect(it.stage, it.lane));
                let line = target.and_then(|it| drop_line(&layout, it, lead));
                let ghosts: Vec<StepBox> =
                    ids.iter().filter_map(|id| layout.step_box(*id)).map(|it| moved(it, from, now)).collect();
                view! {
                    {cell.map(|it| view! { <rect class="drop-cell" x=it.x y=it.y width=it.width height=it.height /> })}
                    {line.map(|(x, y, width)| view! { <path class="drop-line" d=format!("M{x} {y}h{width}") /> })}
                    <g class="ghost">
                        {ghosts.into_iter().map(|it| paint(step_marks(&it))).collect_view()}
                    </g>
                    {words.filter(|(_, it)| !it.is_empty()).map(|(_, it)| view! {
                        <text class="drop-words" x=now.x + 14.0 y=now.y - 10.0>{it}</text>
                    })}
                }
                .into_any()
            }
            _ => return None,
        })
    }
}

/// The box where the pointer has taken it.
fn moved(step: &StepBox, from: Point, now: Point) -> StepBox {
    let rect = Rect::new(
        step.rect.x + now.x - from.x,
        step.rect.y + now.y - from.y,
        step.rect.width,
        step.rect.height,
    );
    StepBox { rect, ..step.clone() }
}

/// Where the line is that shows between which steps a step would go: left end and width.
fn drop_line(layout: &MapLayout, target: opmap_drawing::DropTarget, lead: StepId) -> Option<(f32, f32, f32)> {
    let before = target.before.and_then(|id| layout.step_box(id))?;
    (before.id != lead).then_some((before.rect.x, before.rect.y - 8.0, before.rect.width))
}
