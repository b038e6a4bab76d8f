//! The whole map, small, with the part that is seen: for finding one's way on a large map.
//!
//! It is painted once things have come to rest, off the way of an edit to the screen. While the view moves, only the
//! frame around what is seen moves with it.

use std::time::Duration;

use leptos::html;
use leptos::prelude::*;
use opmap_drawing::MapLayout;
use opmap_model::LaneKind;
use wasm_bindgen::JsCast;

use super::Geometry;
use super::camera::kept;
use super::state::MapState;
use super::view::View;
use crate::frame::Panels;
use crate::keys::{self, Command, OnSmallMap, Place, Way};
use crate::theme::Theme;

/// From how many steps on it is shown unless someone says otherwise (U7).
const SHOWN_FROM: usize = 60;
/// The most room it takes, in pixels.
const ROOM: (f64, f64) = (216.0, 132.0);
/// How long nothing must change before it is painted.
const REST: Duration = Duration::from_millis(200);
/// How much of what is seen an arrow key moves by.
const STRIDE: f64 = 0.25;

#[component]
pub(super) fn MinimapIfWanted() -> impl IntoView {
    let (panels, geometry) = (expect_context::<Panels>(), expect_context::<Geometry>());
    let wanted = Memo::new(move |_| {
        let steps = geometry.with(|it| it.as_ref().map_or(0, |it| it.boxes.len()));
        let shown = panels.minimap.get().unwrap_or(steps >= SHOWN_FROM);
        shown && steps > 0
    });
    move || wanted.get().then(|| view! { <Minimap /> })
}

/// Whether the minimap is shown, for turning it over.
pub(super) fn turn_over(panels: Panels, layout: &MapLayout) {
    let shown = panels.minimap.get_untracked().unwrap_or(layout.boxes.len() >= SHOWN_FROM);
    panels.minimap.set(Some(!shown));
}

/// The part of the map's body under the minimap, if it is shown: left, top, width, height.
pub(super) fn covered() -> Option<[f64; 4]> {
    let rect_of = |class: &str| {
        let element = document().query_selector(class).ok()??;
        Some(element.get_bounding_client_rect())
    };
    let (minimap, body) = (rect_of(".minimap")?, rect_of(".canvas .body")?);
    Some([minimap.left() - body.left(), minimap.top() - body.top(), minimap.width(), minimap.height()])
}

#[component]
fn Minimap() -> impl IntoView {
    let (map_state, geometry) = (expect_context::<MapState>(), expect_context::<Geometry>());
    let theme: RwSignal<Theme> = expect_context();
    let canvas = NodeRef::<html::Canvas>::new();
    let frame = NodeRef::<html::Div>::new();
    let held = StoredValue::new(false);
    let waiting = StoredValue::new_local(None::<TimeoutHandle>);
    let scale = Memo::new(move |_| geometry.with(|it| it.as_ref().map_or(0.0, |it| scale_of(it))));
    let size = move || geometry.with(|it| it.as_ref().map_or((0.0, 0.0), |it| size_of(it)));

    let stop = move || {
        if let Some(handle) = waiting.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    };
    let repaint = move || {
        let (Some(canvas), Some(Some(layout))) =
            (canvas.try_get_untracked().flatten(), geometry.try_get_untracked())
        else {
            return;
        };
        paint(&canvas, &layout);
    };
    Effect::new(move |_| {
        geometry.track();
        theme.track();
        canvas.track();
        stop();
        waiting.set_value(set_timeout_with_handle(repaint, REST).ok());
    });
    on_cleanup(stop);

    let look_at = move |event: &web_sys::PointerEvent| {
        let (Some(layout), Some(frame)) = (geometry.get_untracked(), frame.get_untracked()) else { return };
        let rect = frame.get_bounding_client_rect();
        let (x, y) = (f64::from(event.client_x()) - rect.left(), f64::from(event.client_y()) - rect.top());
        let scale = scale.get_untracked().max(f64::MIN_POSITIVE);
        let view = map_state.view.get_untracked();
        let centred = centred(view, (x / scale, y / scale), map_state.body.get_untracked());
        map_state.view.set(kept(centred, &layout, map_state));
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        let Some(layout) = geometry.get_untracked() else { return };
        let (width, height) = map_state.body.get_untracked();
        let view = map_state.view.get_untracked();
        let Some(Command::SmallMap(command)) = keys::command_on(Place::Minimap, &event) else { return };
        let next = match command {
            OnSmallMap::Pan(Way::Left) => view.panned(width * STRIDE, 0.0),
            OnSmallMap::Pan(Way::Right) => view.panned(-width * STRIDE, 0.0),
            OnSmallMap::Pan(Way::Up) => view.panned(0.0, height * STRIDE),
            OnSmallMap::Pan(Way::Down) => view.panned(0.0, -height * STRIDE),
            OnSmallMap::Start => View { x: 0.0, y: 0.0, ..view },
            OnSmallMap::End => view.panned(-f64::MAX / 2.0, -f64::MAX / 2.0),
            OnSmallMap::Leave => {
                map_state.focus_wanted.notify();
                return event.stop_propagation();
            }
        };
        map_state.view.set(kept(next, &layout, map_state));
        event.prevent_default();
        event.stop_propagation();
    };
    let seen = move || {
        let (width, height) = size();
        seen_part(map_state.view.get(), map_state.body.get(), scale.get(), (width, height))
    };
    view! {
        <div
            node_ref=frame
            class="minimap"
            role="application"
            tabindex="0"
            aria-label="Overview of the map: arrow keys move the view"
            title=keys::tooltip(Command::Minimap)
            style:width=move || format!("{}px", size().0)
            style:height=move || format!("{}px", size().1)
            on:pointerdown=move |event| {
                if event.button() == 0 {
                    held.set_value(true);
                    if let Some(frame) = frame.get_untracked() {
                        // Without capture the drag ends at the edge, which is no harm.
                        let _ = frame.set_pointer_capture(event.pointer_id());
                    }
                    look_at(&event);
                }
            }
            on:pointermove=move |event| {
                if held.get_value() {
                    look_at(&event);
                }
            }
            on:pointerup=move |_| held.set_value(false)
            on:pointercancel=move |_| held.set_value(false)
            on:keydown=on_key
        >
            <canvas node_ref=canvas aria-hidden="true"></canvas>
            <div
                class="minimap-view"
                style:transform=move || format!("translate({}px,{}px)", seen()[0], seen()[1])
                style:width=move || format!("{}px", seen()[2])
                style:height=move || format!("{}px", seen()[3])
            ></div>
        </div>
    }
}

/// How many pixels of the minimap a pixel of the map is.
fn scale_of(layout: &MapLayout) -> f64 {
    let fit = |room: f64, length: f32| room / f64::from(length).max(1.0);
    fit(ROOM.0, layout.width).min(fit(ROOM.1, layout.height)).min(0.2)
}

/// Width and height of the minimap; never so small that it cannot be hit.
fn size_of(layout: &MapLayout) -> (f64, f64) {
    let scale = scale_of(layout);
    ((f64::from(layout.width) * scale).max(48.0), (f64::from(layout.height) * scale).max(32.0))
}

/// The view with a place of the map in the middle of the body.
fn centred(view: View, at: (f64, f64), body: (f64, f64)) -> View {
    View { x: body.0 / 2.0 - at.0 * view.scale, y: body.1 / 2.0 - at.1 * view.scale, ..view }
}

/// What is seen, on the minimap: left, top, width, height, within its edges.
fn seen_part(view: View, body: (f64, f64), scale: f64, size: (f64, f64)) -> [f64; 4] {
    let along = |offset: f64, body: f64, size: f64| {
        let from = (-offset / view.scale * scale).clamp(0.0, size);
        let to = ((body - offset) / view.scale * scale).clamp(from, size);
        (from, to - from)
    };
    let ((left, width), (top, height)) = (along(view.x, body.0, size.0), along(view.y, body.1, size.1));
    [left, top, width, height]
}

/// The token of the colour behind the steps of a lane.
pub(crate) fn lane_tint(kind: LaneKind) -> &'static str {
    match kind {
        LaneKind::Customer => "--lane-customer",
        LaneKind::Frontstage => "--lane-front",
        LaneKind::Backstage | LaneKind::Evidence => "--lane-back",
        LaneKind::Support | LaneKind::Partner => "--lane-support",
    }
}

/// Paints lanes and steps. What cannot be painted is left out: the frame still shows where one is.
fn paint(canvas: &web_sys::HtmlCanvasElement, layout: &MapLayout) {
    let context = canvas.get_context("2d").ok().flatten();
    let Some(context) = context.and_then(|it| it.dyn_into::<web_sys::CanvasRenderingContext2d>().ok()) else {
        return;
    };
    let Ok(Some(style)) = window().get_computed_style(canvas) else { return };
    let colour = |name: &str| style.get_property_value(name).unwrap_or_default();
    let (scale, size, density) = (scale_of(layout), size_of(layout), window().device_pixel_ratio());
    let pixels = |length: f64| (length * density).ceil() as u32;
    canvas.set_width(pixels(size.0));
    canvas.set_height(pixels(size.1));
    context.set_fill_style_str(&colour("--surface"));
    context.fill_rect(0.0, 0.0, size.0 * density, size.1 * density);
    let unit = scale * density;
    let fill = |x: f32, y: f32, width: f32, height: f32| {
        let [x, y, width, height] = [x, y, width, height].map(|it| f64::from(it) * unit);
        context.fill_rect(x, y, width.max(1.0), height.max(1.0));
    };
    for lane in &layout.lanes {
        context.set_fill_style_str(&colour(lane_tint(lane.kind)));
        fill(0.0, lane.y, layout.width, lane.height);
    }
    context.set_fill_style_str(&colour("--line-mark"));
    for step in &layout.boxes {
        fill(step.rect.x, step.rect.y, step.rect.width, step.rect.height);
    }
}

#[cfg(test)]
mod tests {
    use super::{centred, seen_part};
    use crate::map::view::View;

    #[test]
    fn what_is_clicked_comes_to_the_middle() {
        let view = centred(View { x: 0.0, y: 0.0, scale: 0.5 }, (1_000.0, 400.0), (800.0, 600.0));
        let (x, y) = view.screen_from_map(opmap_drawing::Point::new(1_000.0, 400.0));
        assert_eq!((x, y), (400.0, 300.0));
    }

    #[test]
    fn the_frame_stays_within_the_minimap() {
        let view = View { x: -500.0, y: 0.0, scale: 0.5 };
        assert_eq!(seen_part(view, (500.0, 5_000.0), 0.1, (200.0, 100.0)), [100.0, 0.0, 100.0, 100.0]);
        assert_eq!(
            seen_part(View { x: 900.0, ..view }, (500.0, 50.0), 0.1, (200.0, 100.0)),
            [0.0, 0.0, 0.0, 10.0]
        );
    }
}
