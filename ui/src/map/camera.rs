//! Where the map is looked at: the size of its body, the wheel, and wishes to show something.

use leptos::html;
use leptos::prelude::*;
use opmap_drawing::{MapLayout, Rect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

use super::Geometry;
use super::gesture::between;
use super::pointer::on_screen;
use super::selection::Selection;
use super::state::MapState;
use super::view::View;
use crate::resizing::on_resize;

/// The size of the map.
fn size(layout: &MapLayout) -> (f64, f64) {
    (f64::from(layout.width), f64::from(layout.height))
}

/// The view, held so that the map does not leave the body, or no further than it has.
pub(super) fn kept(view: View, layout: &MapLayout, map_state: MapState) -> View {
    let (before, body) = (map_state.view.get_untracked(), map_state.body.get_untracked());
    if before.scale == view.scale {
        view.kept_from(before, size(layout), body)
    } else {
        view.kept_in(size(layout), body)
    }
}

/// Zooms around the middle of the body.
pub(super) fn zoom_by(factor: f64, layout: &MapLayout, map_state: MapState) {
    let (map, body) = (size(layout), map_state.body.get_untracked());
    let middle = (body.0 / 2.0, body.1 / 2.0);
    let view = map_state.view.get_untracked().zoomed(View::smallest(map, body), factor, middle);
    map_state.view.set(view.kept_in(map, body));
}

/// Zooms around the middle of the body to a scale.
pub(super) fn zoom_to(scale: f64, layout: &MapLayout, map_state: MapState) {
    zoom_by(scale / map_state.view.get_untracked().scale, layout, map_state);
}

/// Keeps the size of the body in the state.
pub(super) fn observe_size(body: NodeRef<html::Div>, map_state: MapState) {
    on_resize(body, move |element| {
        let size = (f64::from(element.client_width()), f64::from(element.client_height()));
        if map_state.body.get_untracked() != size {
            map_state.body.set(size);
        }
    });
}

/// The wheel scrolls, with Shift sideways, and with Ctrl zooms at the pointer.
pub(super) fn zoom_on_wheel(body: NodeRef<html::Div>, map_state: MapState, geometry: Geometry) {
    Effect::new(move |_| {
        let Some(element) = body.get() else { return };
        let wheel = move |event: web_sys::WheelEvent| {
            event.prevent_default();
            let Some(layout) = geometry.get_untracked() else { return };
            let line = if event.delta_mode() == web_sys::WheelEvent::DOM_DELTA_LINE { 18.0 } else { 1.0 };
            let (dx, dy) = (event.delta_x() * line, event.delta_y() * line);
            let view = map_state.view.get_untracked();
            let next = if event.ctrl_key() || event.meta_key() {
                let map = size(&layout);
                let smallest = View::smallest(map, map_state.body.get_untracked());
                view.zoomed_on(map, smallest, (-dy * 0.0015).exp(), on_screen(&event, body))
            } else if event.shift_key() {
                kept(view.panned(-dy - dx, 0.0), &layout, map_state)
            } else {
                kept(view.panned(-dx, -dy), &layout, map_state)
            };
            map_state.view.set(next);
        };
        // A listener that may prevent the page from scrolling must say so when it is added.
        let options = web_sys::AddEventListenerOptions::new();
        options.set_passive(false);
        let listener = Closure::<dyn Fn(web_sys::WheelEvent)>::new(wheel);
        let _ = element.add_event_listener_with_callback_and_add_event_listener_options(
            "wheel",
            listener.as_ref().unchecked_ref(),
            &options,
        );
        // The listener lives as long as the body.
        let held = StoredValue::new_local(listener);
        on_cleanup(move || held.dispose());
    });
}

/// Does what other parts of the window ask of the map: to fit, to reveal, to take the keyboard.
pub(super) fn answer_wishes(body: NodeRef<html::Div>, map_state: MapState, geometry: Geometry) {
    let layout = move || geometry.get_untracked();
    Effect::new(move |_| {
        let now = map_state.map.get();
        // A map that was only left for another station is seen as it was.
        if let Some(layout) = layout()
            && map_state.viewed.get_value() != now
        {
            map_state.viewed.set_value(now);
            map_state.view.set(View::opening(size(&layout), map_state.body.get_untracked()));
        }
    });
    Effect::new(move |before: Option<()>| {
        map_state.fit_wanted.track();
        if let Some(layout) = layout()
            && before.is_some()
        {
            let (size, body) = (size(&layout), map_state.body.get_untracked());
            map_state.view.set(match super::minimap::covered() {
                Some(cover) => View::fitting_beside(size, body, cover),
                None => View::fitting(size, body),
            });
        }
    });
    Effect::new(move |_| {
        map_state.reveal_wanted.track();
        if let Some(layout) = layout() {
            reveal(&map_state.selection.get_untracked(), &layout, map_state);
        }
    });
    // What is selected stays in view when something opens beside the map.
    Effect::new(move |before: Option<(f64, f64)>| {
        let now = map_state.body.get();
        if let (Some(before), Some(layout)) = (before, layout())
            && (now.0 < before.0 || now.1 < before.1)
        {
            reveal(&map_state.selection.get_untracked(), &layout, map_state);
        }
        now
    });
    Effect::new(move |_| {
        map_state.focus_wanted.track();
        if let Some(body) = body.get() {
            let _ = body.focus();
        }
    });
}

/// Moves the view as little as needed so that something is seen.
pub(super) fn reveal(selection: &Selection, layout: &MapLayout, map_state: MapState) {
    if let Some(rect) = selected_rect(layout, selection) {
        let mut view = map_state.view.get_untracked().revealing(rect, map_state.body.get_untracked());
        if let Some(cover) = super::minimap::covered() {
            view = view.uncovering(rect, cover);
        }
        map_state.view.set(kept(view, layout, map_state));
    }
}

/// Shows the selection as large as it fits, at most at 100 %.
pub(super) fn zoom_to_selection(selection: &Selection, layout: &MapLayout, map_state: MapState) {
    let rects = match selection {
        Selection::Steps { ids, .. } => {
            ids.iter().filter_map(|id| Some(layout.step_box(*id)?.rect)).collect()
        }
        other => Vec::from_iter(selected_rect(layout, other)),
    };
    let around = rects.into_iter().reduce(|a, b| {
        let (x, y) = (a.x.min(b.x), a.y.min(b.y));
        Rect::new(x, y, a.right().max(b.right()) - x, a.bottom().max(b.bottom()) - y)
    });
    if let Some(rect) = around {
        let body = map_state.body.get_untracked();
        let size = (f64::from(rect.width) + 48.0, f64::from(rect.height) + 48.0);
        let view = match super::minimap::covered() {
            Some(cover) => {
                View::fitting_beside(size, body, cover).revealing(rect, body).uncovering(rect, cover)
            }
            None => View::fitting(size, body).revealing(rect, body),
        };
        map_state.view.set(kept(view, layout, map_state));
    }
}

/// Where the selection lies.
pub(super) fn selected_rect(layout: &MapLayout, selection: &Selection) -> Option<Rect> {
    match selection {
        Selection::None => None,
        Selection::Steps { last, .. } => layout.step_box(*last).map(|it| it.rect),
        Selection::Connector(id) => {
            let route = layout.route(*id)?;
            Some(between(*route.points.first()?, *route.points.last()?))
        }
        Selection::Stage(id) => {
            let stage = layout.stages.iter().find(|it| it.id == *id)?;
            Some(Rect::new(stage.x, 0.0, stage.width, 40.0))
        }
        Selection::Lane(id) => {
            let lane = layout.lanes.iter().find(|it| it.id == *id)?;
            Some(Rect::new(0.0, lane.y, 40.0, lane.height))
        }
    }
}

/// The top left corner of the body of the map, in the window.
pub(super) fn body_corner() -> (f64, f64) {
    let body = document().query_selector(".canvas > .body").ok().flatten();
    body.map_or((0.0, 0.0), |it| {
        let rect = it.get_bounding_client_rect();
        (rect.left(), rect.top())
    })
}
