//! Figures of the window in a bare browser: with `?bench` in the address it moves the view and edits by itself.
//!
//! Each figure is a measure `opmap:NAME` that stays with the browser, where its developer tools show it. At the end
//! the lengths of all of them, in milliseconds, are posted to `/bench` of the server that the page came from.

mod remote;

use std::f64::consts::TAU;

use leptos::prelude::*;
use leptos::task::spawn_local;
use opmap_drawing::{MapLayout, Rect};
use opmap_model::{Edit, StepField, StepId, Title};
use serde_json::{Map, Value, json};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::app::Navigation;
use crate::editor::Editor;
use crate::map::{Geometry, MapState, Selection};

/// How long each movement of the view lasts, in milliseconds.
const MOVEMENT: f64 = 3_000.0;

/// How fast the view is panned at most, in pixels a second: a quick hand.
const FASTEST_PAN: f64 = 3_000.0;

/// The largest scale while zooming.
const LARGEST_SCALE: f64 = 1.5;

const EDITS: u32 = 20;

/// Where a measure of a frame begins.
const FRAME: &str = "opmap:frame";

/// Gives the window into other hands, if the page asks for it.
pub(crate) fn offer(navigation: Navigation) {
    remote::hand_over(navigation);
}

/// Starts measuring if the page's address asks for it.
pub(crate) fn start(editor: Editor, map_state: MapState, geometry: Geometry) {
    remote::remember(editor, map_state, geometry);
    let search = window().location().search().unwrap_or_default();
    let asked = web_sys::UrlSearchParams::new_with_str(&search).is_ok_and(|it| it.has("bench"));
    if asked {
        spawn_local(async move {
            let outcome = Bench { editor, map_state, geometry }.run().await;
            let posted = outcome.map_or_else(|sentence| json!({ "failed": sentence }), |()| lengths());
            // Whoever waits for it says when nothing comes.
            let _ = window().navigator().send_beacon_with_opt_str("/bench", Some(&posted.to_string()));
        });
    }
}

struct Bench {
    editor: Editor,
    map_state: MapState,
    geometry: Geometry,
}

impl Bench {
    /// # Errors
    /// What did not happen on the screen, in a sentence.
    async fn run(&self) -> Result<(), String> {
        self.first_paint().await;
        let layout = self.geometry.get_untracked().ok_or("There is no map.")?;
        let map = (f64::from(layout.width), f64::from(layout.height));
        during("opmap:pan-frame", |part| self.pan_to(part, map)).await;
        during("opmap:zoom-frame", |part| self.zoom_to(part, map)).await;
        self.pan_to(0.0, map);
        painted().await;
        let step = self.step_in_view(&layout).ok_or("No step is in view.")?;
        self.rename(step).await?;
        self.drop_and_undo(step).await
    }

    /// From the start of the navigation to the second animation frame after the map is there.
    async fn first_paint(&self) {
        while document().query_selector(".picture[aria-busy=false]").ok().flatten().is_none() {
            frame().await;
        }
        frame().await;
        // A measure without a start mark begins with the navigation.
        let _ = performance().measure("opmap:first-paint");
    }

    /// Along an ellipse around the middle of the map, once.
    fn pan_to(&self, part: f64, map: (f64, f64)) {
        let body = self.map_state.body.get_untracked();
        let largest = FASTEST_PAN * MOVEMENT / 1_000.0 / TAU;
        let along = |map: f64, body: f64, at: f64| {
            let radius = ((map - body) / 2.0).clamp(0.0, largest);
            (body - map) / 2.0 + radius * at
        };
        let (sin, cos) = (TAU * part).sin_cos();
        self.map_state.view.update(|view| {
            view.scale = 1.0;
            (view.x, view.y) = (along(map.0, body.0, cos), along(map.1, body.1, sin));
            *view = view.kept_in(map, body);
        });
    }

    /// From the whole map to [`LARGEST_SCALE`] and back, at an even pace to the eye.
    fn zoom_to(&self, part: f64, map: (f64, f64)) {
        let body = self.map_state.body.get_untracked();
        self.map_state.view.update(|view| {
            let smallest = crate::map::View::fitting(map, body).scale;
            let scale = smallest * (LARGEST_SCALE / smallest).powf((1.0 - (TAU * part).cos()) / 2.0);
            let middle = (body.0 / 2.0, body.1 / 2.0);
            *view = view.zoomed(smallest, scale / view.scale, middle).kept_in(map, body);
        });
    }

    /// The step nearest to the middle of what is seen, among those wholly in view.
    fn step_in_view(&self, layout: &MapLayout) -> Option<StepId> {
        let (view, body) = (self.map_state.view.get_untracked(), self.map_state.body.get_untracked());
        let (first, last) = (view.map_from_screen(0.0, 0.0), view.map_from_screen(body.0, body.1));
        let seen = Rect::new(first.x, first.y, last.x - first.x, last.y - first.y);
        let distance = |rect: Rect| {
            let (at, middle) = (rect.center(), seen.center());
            (at.x - middle.x).hypot(at.y - middle.y)
        };
        let nearest = layout.boxes_in(seen).min_by(|a, b| distance(a.rect).total_cmp(&distance(b.rect)));
        nearest.map(|it| it.id)
    }

    /// From a new title to the frame in which it is seen, again and again.
    async fn rename(&self, step: StepId) -> Result<(), String> {
        // The step where the keyboard is can always be told by name.
        self.map_state.selection.set(Selection::step(step));
        for turn in 0..EDITS {
            // Edits fall anywhere between two frames, as those of a hand do.
            pause(20 + (7 * turn).cast_signed() % 17).await;
            let title = format!("Renamed {turn} times");
            let field = StepField::Title(Title::new(&title).map_err(|fault| fault.to_string())?);
            mark("opmap:edit");
            if !self.editor.commit(Edit::SetSteps { ids: vec![step], field }) {
                return Err("The edit was not carried out.".to_owned());
            }
            painted().await;
            measure("opmap:edit-to-paint", "opmap:edit");
            while !self.editor.is_settled() {
                frame().await;
            }
            // What is said of a step follows what is seen of it.
            painted().await;
            let shown = document().get_element_by_id(&format!("step-{}", step.0));
            let said = shown.and_then(|it| it.get_attribute("aria-label")).unwrap_or_default();
            if !said.starts_with(&title) {
                return Err(format!("“{said}” is shown where “{title}” was given."));
            }
        }
        Ok(())
    }

    /// From a step dropped in the next lane to the frame in which it is seen there, and the same for taking it back.
    async fn drop_and_undo(&self, step: StepId) -> Result<(), String> {
        let lane_of = || self.editor.peek(|document| document.get(step).map(|it| (it.stage, it.lane)));
        let (stage, lane) = lane_of().ok_or("The step is gone.")?;
        let layout = self.geometry.get_untracked().ok_or("There is no map.")?;
        let other = layout.lanes.iter().map(|it| it.id).find(|it| *it != lane).ok_or("There is one lane.")?;
        drop(layout);
        for turn in 0..EDITS {
            pause(20 + (7 * turn).cast_signed() % 17).await;
            mark("opmap:drop");
            if !self.editor.commit(Edit::MoveSteps { ids: vec![step], stage, lane: other, before: None }) {
                return Err("The step was not dropped.".to_owned());
            }
            painted().await;
            measure("opmap:drop-to-paint", "opmap:drop");
            while !self.editor.is_settled() {
                frame().await;
            }
            mark("opmap:undo");
            self.editor.undo();
            while lane_of() != Some((stage, lane)) {
                pause(0).await;
            }
            painted().await;
            measure("opmap:undo-to-paint", "opmap:undo");
            while !self.editor.is_settled() {
                frame().await;
            }
        }
        Ok(())
    }
}

/// Calls `place` with 0 to 1 as time passes, once a frame, and measures from frame to frame.
async fn during(name: &str, place: impl Fn(f64)) {
    place(0.0);
    // What this draws anew is not part of the movement.
    painted().await;
    painted().await;
    frame().await;
    let start = performance().now();
    loop {
        mark(FRAME);
        let part = (performance().now() - start) / MOVEMENT;
        if part >= 1.0 {
            break;
        }
        place(part);
        frame().await;
        measure(name, FRAME);
    }
}

/// The lengths of all measures, by name.
fn lengths() -> Value {
    let mut found = Map::new();
    for entry in performance().get_entries_by_type("measure") {
        let entry: web_sys::PerformanceEntry = entry.unchecked_into();
        if let Some(name) = entry.name().strip_prefix("opmap:")
            && let Value::Array(lengths) = found.entry(name).or_insert_with(|| json!([]))
        {
            lengths.push(json!(entry.duration()));
        }
    }
    Value::Object(found)
}

fn performance() -> web_sys::Performance {
    window().performance().expect("every browser that runs WebAssembly measures time")
}

fn mark(name: &str) {
    // A measure that lacks its mark is not taken, and so missed by whoever waits for it.
    let _ = performance().mark(name);
}

fn measure(name: &str, start: &str) {
    let _ = performance().measure_with_start_mark(name, start);
}

/// Waits for the next animation frame, before anything of it is drawn.
async fn frame() {
    wait(|resolve| {
        let _ = window().request_animation_frame(resolve);
    })
    .await;
}

/// Waits until what has changed by now is laid out and painted.
pub(crate) async fn painted() {
    frame().await;
    // The first task after the frame.
    pause(0).await;
}

/// Waits for a task of its own, after at least `millis` milliseconds.
pub(crate) async fn pause(millis: i32) {
    wait(|resolve| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(resolve, millis);
    })
    .await;
}

async fn wait(mut ask: impl FnMut(&js_sys::Function)) {
    let promise = js_sys::Promise::new(&mut |resolve, _: js_sys::Function| ask(&resolve));
    // Nobody rejects it.
    let _: Result<JsValue, JsValue> = JsFuture::from(promise).await;
}
