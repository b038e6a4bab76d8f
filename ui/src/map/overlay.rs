//! What lies over the map while something is selected, dragged or drawn. A layer of its own, so that a move repaints
//! nothing else.

use leptos::prelude::*;
use opmap_drawing::Rect;
use opmap_model::StepId;

use super::Geometry;
use super::drag_preview::drag_preview;
use super::gesture::{Gesture, between};
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
            Gesture::Drag(drag) => drag_preview(&drag, &layout, editor).into_any(),
            _ => return None,
        })
    }
}
