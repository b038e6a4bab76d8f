//! What lies over the map while something is selected, dragged or drawn. A layer of its own, so that a move repaints
//! nothing else.

use leptos::prelude::*;
use opmap_drawing::{
    Detail, Rect, Route, RouteNote, Stress, badge_marks, label_marks, route_marks, route_sign_marks,
    selected_marks,
};

use super::Geometry;
use super::aiming::End;
use super::drag_preview::drag_preview;
use super::gesture::{Gesture, between};
use super::marks::paint;
use super::selection::Selection;
use super::state::MapState;
use crate::editor::editor;

#[component]
pub(super) fn Overlay() -> impl IntoView {
    let (map_state, geometry) = (expect_context::<MapState>(), expect_context::<Geometry>());
    // What lies far off the view is left out; it is looked at anew only when the view has moved by as much.
    let near = Memo::new(move |_| map_state.view.get().surroundings(map_state.body.get()));
    let detail = Memo::new(move |_| Detail::at_scale(map_state.scale.get()));
    let rings = move || {
        let (near, detail) = (near.get(), detail.get());
        let chosen = map_state.selection.with(Selection::step_ids);
        geometry.with(|it| {
            let boxes = it.iter().flat_map(|it| it.boxes_in(near));
            let notes = map_state.notes.get();
            let chosen = boxes.filter(|it| chosen.contains(&it.id));
            chosen.map(|it| paint(selected_marks(it, detail, notes.steps.get(&it.id)))).collect_view()
        })
    };
    view! {
        <svg class="overlay" role="presentation" aria-hidden="true">
            // Below the connectors, whose heads end at the step.
            {rings}
            <LitConnectors near />
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

/// The connectors of the selected steps, or the selected one, over those of the picture.
#[component]
fn LitConnectors(near: Memo<Rect>) -> impl IntoView {
    let (map_state, geometry) = (expect_context::<MapState>(), expect_context::<Geometry>());
    move || {
        let (near, notes) = (near.get(), map_state.notes.get());
        map_state.selection.with(|chosen| {
            let is_lit = |it: &&Route| {
                *chosen == Selection::Connector(it.id) || chosen.has_step(it.from) || chosen.has_step(it.to)
            };
            geometry.with(|it| {
                let routes = it.iter().flat_map(|it| it.routes_in(near)).filter(is_lit);
                routes
                    .map(|it| {
                        let note = notes.routes.get(&it.id);
                        lit(it, note, *chosen == Selection::Connector(it.id))
                    })
                    .collect_view()
            })
        })
    }
}

fn lit(route: &Route, note: Option<&RouteNote>, selected: bool) -> impl IntoView + use<> {
    // What is selected does not step back.
    let note = note.map(|it| RouteNote { stress: Stress::Even, ..*it });
    let note = note.as_ref();
    view! {
        <g class="connector" class:selected=selected>
            {paint(route_marks(route, note))}
            // What the line would cover.
            <g class="on-line">{paint(route.label.iter().flat_map(|it| label_marks(it, note)).collect())}</g>
            <g class="on-line">{paint(route.badge.iter().flat_map(|it| badge_marks(it, note)).collect())}</g>
            <g class="on-line">{paint(route_sign_marks(route, note))}</g>
        </g>
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
        let chosen = map_state.selection.get();
        let layout = geometry.get()?;
        if let Selection::Connector(id) = chosen {
            let route = layout.route(id).filter(|_| !map_state.comparing.get())?;
            let ends = End::BOTH.into_iter().filter_map(|end| end.point(route));
            let ends = ends.map(|it| view! { <circle class="handle end" cx=it.x cy=it.y r="5" /> });
            return Some(ends.collect_view().into_any());
        }
        Some(handle(layout.step_box(chosen.last_step()?)?.rect).into_any())
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
                let target = to
                    .and_then(|id| layout.step_box(id))
                    .map(|it| paint(selected_marks(it, Detail::Shape, None)));
                let data = format!("M{} {}L{} {}", start.right(), start.center().y, now.x, now.y);
                view! {
                    <path class="wire" d=data />
                    {target}
                }
                .into_any()
            }
            Gesture::Aim { connector, end, now: Some(now), to, .. } => {
                let fixed = end.other().point(layout.route(connector)?)?;
                let target = to
                    .and_then(|id| layout.step_box(id))
                    .map(|it| paint(selected_marks(it, Detail::Shape, None)));
                view! {
                    <path class="wire" d=format!("M{} {}L{} {}", fixed.x, fixed.y, now.x, now.y) />
                    {target}
                }
                .into_any()
            }
            Gesture::Drag(drag) => {
                let seen = map_state.view.get_untracked().seen(map_state.body.get_untracked());
                drag_preview(&drag, &layout, editor, seen).into_any()
            }
            _ => return None,
        })
    }
}
