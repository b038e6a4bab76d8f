//! The window in the hands of a harness that compares it with other programs: the same map, the same movements.
//!
//! When the page has a function `takeOpmap`, it is called once with an object of functions: `load(text)`, `fit()`,
//! `setView({scale, x, y})`, `stepPoint(id)`, `stepPos(id)`, `select(id)` and `undo()`. Places are those of the
//! harness's own map; the window lays the map out its own way, so they are taken from the middle of the one to the middle
//! of the other.

mod journey;

use std::cell::Cell;

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::*;
use opmap_drawing::{Point, StepBox};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::future_to_promise;

use super::pause;
use crate::app::Navigation;
use crate::editor::Editor;
use crate::map::{Geometry, MapState, Selection, View};
use crate::stand_in;

/// From where to where the harness drags a step, in pixels.
const DRAG: (f32, f32) = (135.0, -22.0);

thread_local! {
    /// The map station on the screen, and the size that the harness gives its map.
    static STATION: Cell<Option<Station>> = const { Cell::new(None) };
    static THEIR_SIZE: Cell<(f64, f64)> = const { Cell::new((0.0, 0.0)) };
}

/// What is moved and changed.
#[derive(Clone, Copy)]
struct Station {
    editor: Editor,
    map_state: MapState,
    geometry: Geometry,
}

/// Remembers the station that is on the screen.
pub(super) fn remember(editor: Editor, map_state: MapState, geometry: Geometry) {
    STATION.set(Some(Station { editor, map_state, geometry }));
}

/// Hands the window to the page, if it wants it.
pub(super) fn hand_over(navigation: Navigation) {
    let window = window();
    let taker = Reflect::get(&window, &"takeOpmap".into()).ok().and_then(|it| it.dyn_into::<Function>().ok());
    if let Some(taker) = taker {
        stand_in::warm_up();
        // What goes wrong on the other side is for the harness to say.
        let _ = taker.call1(&JsValue::NULL, &controls(navigation));
    }
}

fn controls(navigation: Navigation) -> Object {
    let controls = Object::new();
    let add = |name: &str, function: JsValue| {
        let _ = Reflect::set(&controls, &name.into(), &function);
    };
    let load = move |text: String| load(text, navigation);
    add("load", Closure::<dyn Fn(String) -> Promise>::new(load).into_js_value());
    add("undo", Closure::<dyn Fn() -> Promise>::new(undo).into_js_value());
    add(
        "fit",
        Closure::<dyn Fn()>::new(|| with_station(|it| it.map_state.fit_wanted.notify())).into_js_value(),
    );
    add("setView", Closure::<dyn Fn(JsValue)>::new(set_view).into_js_value());
    add("stepPoint", Closure::<dyn Fn(String) -> JsValue>::new(|id: String| step_point(&id)).into_js_value());
    add("stepPos", Closure::<dyn Fn(String) -> JsValue>::new(|id: String| step_place(&id)).into_js_value());
    add("select", Closure::<dyn Fn(String)>::new(|id: String| select(&id)).into_js_value());
    controls
}

/// Opens the map in `text`; done when all that is in view stands in the page.
fn load(text: String, navigation: Navigation) -> Promise {
    future_to_promise(async move {
        let journey = journey::read(&text)?;
        // What a shell does is no task of the window's.
        pause(0).await;
        THEIR_SIZE.set(journey.size);
        STATION.set(None);
        navigation.show(stand_in::open(journey.document));
        while STATION.get().is_none() {
            pause(0).await;
        }
        with_station(|it| it.map_state.fit_wanted.notify());
        Ok(JsValue::UNDEFINED)
    })
}

fn undo() -> Promise {
    future_to_promise(async {
        if let Some(Station { editor, .. }) = STATION.get() {
            editor.undo();
            while !editor.is_settled() {
                pause(0).await;
            }
        }
        Ok(JsValue::UNDEFINED)
    })
}

fn set_view(wanted: JsValue) {
    let number = |name: &str| Reflect::get(&wanted, &name.into()).ok()?.as_f64();
    let (Some(scale), Some(x), Some(y)) = (number("scale"), number("x"), number("y")) else { return };
    let pixels = |side: Result<JsValue, JsValue>| side.ok().and_then(|it| it.as_f64()).unwrap_or_default();
    let half = (pixels(window().inner_width()) / 2.0 / scale, pixels(window().inner_height()) / 2.0 / scale);
    let theirs = THEIR_SIZE.get();
    let off_middle = (x + half.0 - theirs.0 / 2.0, y + half.1 - theirs.1 / 2.0);
    with_station(|it| {
        let Some(layout) = it.geometry.get_untracked() else { return };
        let ours = (f64::from(layout.width), f64::from(layout.height));
        let body = it.map_state.body.get_untracked();
        let scale = own_scale(scale, View::fitting(theirs, body).scale, View::fitting(ours, body).scale);
        look_at(it.map_state, (ours.0 / 2.0 + off_middle.0, ours.1 / 2.0 + off_middle.1), scale);
    });
}

/// Their scale from 1 up; below, from theirs to ours evenly to the eye, so that where their whole map is in view ours
/// is.
fn own_scale(scale: f64, their_fit: f64, our_fit: f64) -> f64 {
    let part = if scale < 1.0 && their_fit < 1.0 { scale.ln() / their_fit.ln() } else { 0.0 };
    scale * (our_fit / their_fit).powf(part)
}

/// Puts a place of the map into the middle of the body.
fn look_at(map_state: MapState, at: (f64, f64), scale: f64) {
    let body = map_state.body.get_untracked();
    map_state.view.set(View { x: body.0 / 2.0 - at.0 * scale, y: body.1 / 2.0 - at.1 * scale, scale });
}

/// Where on the page a step is taken hold of, in a view that leaves room to drag it, and of such a scale that a drag as
/// short as the harness makes it leads to another place in the grid.
fn step_point(id: &str) -> JsValue {
    let Some((Station { map_state, geometry, .. }, step)) = step_of(id) else { return JsValue::NULL };
    let Some(layout) = geometry.get_untracked() else { return JsValue::NULL };
    let held = Point::new(step.rect.x + 14.0, step.rect.y + 10.0);
    let leads_away = |scale: &f32| {
        let dropped = Point::new(held.x + DRAG.0 / scale, held.y + DRAG.1 / scale);
        layout.drop_target(dropped, &[step.id]) != layout.drop_target(held, &[step.id])
    };
    let scale = [1.0, 0.75, 0.5, 0.35].into_iter().find(leads_away).unwrap_or(0.35);
    let middle = step.rect.center();
    look_at(map_state, (f64::from(middle.x), f64::from(middle.y)), scale.into());
    let (x, y) = map_state.view.get_untracked().screen_from_map(held);
    let corner =
        document().query_selector(".canvas > .body").ok().flatten().map(|it| it.get_bounding_client_rect());
    place(x + corner.as_ref().map_or(0.0, |it| it.left()), y + corner.map_or(0.0, |it| it.top()))
}

fn step_place(id: &str) -> JsValue {
    step_of(id).map_or(JsValue::NULL, |(_, step)| place(step.rect.x.into(), step.rect.y.into()))
}

fn select(id: &str) {
    if let Some((Station { map_state, .. }, step)) = step_of(id) {
        map_state.selection.set(Selection::step(step.id));
    }
}

fn step_of(id: &str) -> Option<(Station, StepBox)> {
    let station = STATION.get()?;
    let layout = station.geometry.get_untracked()?;
    Some((station, layout.step_box(journey::step_id(id)?)?.clone()))
}

fn place(x: f64, y: f64) -> JsValue {
    let place = Object::new();
    let _ = Reflect::set(&place, &"x".into(), &x.into());
    let _ = Reflect::set(&place, &"y".into(), &y.into());
    place.into()
}

fn with_station(act: impl FnOnce(Station)) {
    if let Some(station) = STATION.get() {
        act(station);
    }
}
