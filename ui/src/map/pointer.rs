//! What presses and movements of the pointer on the body of the map and its headers do.

use leptos::html;
use leptos::prelude::*;
use opmap_drawing::{MapLayout, Point, Rect};
use opmap_model::{ConnectorId, Edit};
use wasm_bindgen::JsCast;

use super::Geometry;
use super::aiming::{aim, end_at};
use super::camera::kept;
use super::edge;
use super::gesture::{BandDrag, DRAG_THRESHOLD, Drag, Gesture, between, connect_edit};
use super::header::put;
use super::moving::move_steps;
use super::pasting::make;
use super::selection::Selection;
use super::state::{Band, MapState, Naming};
use super::view::View;
use crate::editor::Editor;

/// How near to the right edge of a step its handle is, in pixels.
const HANDLE_REACH: f64 = 12.0;

/// How near to a connector the pointer must be, in pixels.
const CONNECTOR_REACH: f64 = 6.0;

/// The body of the map and its headers, as the pointer meets them.
#[derive(Clone, Copy)]
pub(super) struct Surface {
    pub(super) editor: Editor,
    pub(super) map_state: MapState,
    pub(super) geometry: Geometry,
    pub(super) body: NodeRef<html::Div>,
}

impl Surface {
    /// A button goes down.
    pub(super) fn press(self, event: &web_sys::PointerEvent) {
        let Self { editor, map_state, geometry, body } = self;
        if map_state.naming.with_untracked(Option::is_some) {
            // The field takes its own presses; a press elsewhere leaves it, and that commits.
            return;
        }
        let Some(layout) = geometry.get_untracked() else { return };
        let (x, y) = on_screen(event, body);
        let view = map_state.view.get_untracked();
        let at = view.map_from_screen(x, y);
        if event.button() == 1 || (event.button() == 0 && map_state.space_held.get_untracked()) {
            event.prevent_default();
            map_state.gesture.set(Gesture::Pan { from: (x, y), view });
        } else if event.button() == 0 {
            let hit = layout.step_at(at).map(|it| (it.id, it.rect));
            if let Some(from) = map_state.connecting.get_untracked() {
                map_state.connecting.set(None);
                if let Some((to, _)) = hit {
                    editor.commit(connect_edit(from, to));
                }
                return;
            }
            let stays = untrack(|| editor.obstacle_to_structure()).is_some();
            let end = map_state.selection.with_untracked(|it| end_at(it, &layout, view, (x, y)));
            match hit {
                _ if end.is_some() && !stays && !event.shift_key() => {
                    if let Some((connector, end)) = end {
                        map_state.gesture.set(Gesture::Aim { connector, end, from: at, now: None, to: None });
                        edge::scroll_while_dragging(self);
                    }
                }
                Some((step, rect)) if !stays && is_on_handle(view, rect, x, y) && !event.shift_key() => {
                    map_state.gesture.set(Gesture::Wire { from: step, now: at, to: None });
                    edge::scroll_while_dragging(self);
                }
                Some((step, _)) if event.shift_key() => {
                    map_state.selection.update(|it| *it = it.toggled(step));
                }
                Some((step, _)) => {
                    if !map_state.selection.with_untracked(|it| it.has_step(step)) {
                        map_state.selection.set(Selection::step(step));
                    }
                    if !stays {
                        map_state.gesture.set(Gesture::Press { step, at });
                    }
                }
                None => match connector_at(&layout, view, at) {
                    Some(id) => map_state.selection.set(Selection::Connector(id)),
                    None => {
                        map_state.gesture.set(Gesture::Box { from: at, now: at });
                        edge::scroll_while_dragging(self);
                    }
                },
            }
        }
        if let Some(body) = body.get_untracked() {
            // Without capture the gesture ends at the edge of the body, which is no harm.
            let _ = body.set_pointer_capture(event.pointer_id());
            let _ = body.focus();
        }
    }

    /// A button goes down on a header, which is dragged among the others of its kind.
    pub(super) fn press_header(self, event: &web_sys::PointerEvent, band: Band) {
        let map_state = self.map_state;
        if event.button() != 0 {
            return;
        }
        let header = event.current_target().and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(header) = &header {
            // Not every system gives a pressed button the keyboard, and Escape ends the drag.
            let _ = header.focus();
        }
        if untrack(|| self.editor.obstacle_to_structure()).is_some() {
            return;
        }
        if let Some(header) = header {
            // Without capture the drag ends at the edge of the header, which is no harm.
            let _ = header.set_pointer_capture(event.pointer_id());
        }
        let (x, y) = on_screen(event, self.body);
        let at = map_state.view.get_untracked().map_from_screen(x, y);
        map_state.gesture.set(match band {
            Band::Stage(id) => Gesture::Stage(BandDrag::new(id, at)),
            Band::Lane(id) => Gesture::Lane(BandDrag::new(id, at)),
        });
        edge::scroll_while_dragging(self);
    }

    /// The pointer moves.
    pub(super) fn drag(self, event: &web_sys::PointerEvent) {
        let (x, y) = on_screen(event, self.body);
        self.map_state.gesture.update_untracked(|gesture| {
            if let Gesture::Drag(drag) = gesture {
                drag.copy = makes_copies(event);
            }
        });
        self.follow(x, y);
    }

    /// The pointer is at a place of the body, or the map has moved under it.
    pub(super) fn follow(self, x: f64, y: f64) {
        let Self { map_state, geometry, .. } = self;
        let gesture = map_state.gesture.get_untracked();
        if gesture == Gesture::None {
            return;
        }
        let Some(layout) = geometry.get_untracked() else { return };
        let view = map_state.view.get_untracked();
        let now = view.map_from_screen(x, y);
        let next = match gesture {
            Gesture::Pan { from, view: before } => {
                let moved = before.panned(x - from.0, y - from.1);
                map_state.view.set(kept(moved, &layout, map_state));
                Gesture::Pan { from, view: before }
            }
            Gesture::Press { step, at } => {
                if is_still(view, at, (x, y)) {
                    return;
                }
                edge::scroll_while_dragging(self);
                let ids = map_state.selection.with_untracked(Selection::step_ids);
                Gesture::Drag(Drag::new(ids, step, at).at(now, &layout, view.scale))
            }
            Gesture::Drag(drag) => Gesture::Drag(drag.at(now, &layout, view.scale)),
            Gesture::Box { from, .. } => Gesture::Box { from, now },
            Gesture::Wire { from, .. } => {
                let to = layout.step_at(now).map(|it| it.id).filter(|it| *it != from);
                Gesture::Wire { from, now, to }
            }
            Gesture::Aim { connector, end, from, now: before, .. } => {
                if before.is_none() && is_still(view, from, (x, y)) {
                    return;
                }
                let fixed = layout.route(connector).map(|it| end.other().step(it));
                let to = layout.step_at(now).map(|it| it.id).filter(|it| Some(*it) != fixed);
                Gesture::Aim { connector, end, from, now: Some(now), to }
            }
            Gesture::Stage(drag) => {
                let stages: Vec<_> = layout.stages.iter().map(|it| (it.id, it.x, it.width)).collect();
                Gesture::Stage(drag.at(now, now.x, &stages, view.scale))
            }
            Gesture::Lane(drag) => {
                let lanes: Vec<_> = layout.lanes.iter().map(|it| (it.id, it.y, it.height)).collect();
                Gesture::Lane(drag.at(now, now.y, &lanes, view.scale))
            }
            Gesture::None => Gesture::None,
        };
        map_state.gesture.set(next);
    }

    /// The button comes up: this is where an edit is made.
    pub(super) fn release(self, event: &web_sys::PointerEvent) {
        let Self { editor, map_state, geometry, .. } = self;
        self.drag(event);
        let gesture = map_state.gesture.get_untracked();
        map_state.gesture.set(Gesture::None);
        let Some(layout) = geometry.get_untracked() else { return };
        match gesture {
            Gesture::Press { step, .. } => map_state.selection.set(Selection::step(step)),
            Gesture::Drag(drag) => match editor.peek(|document| drag.edit(document, &layout)) {
                Some(edit) if drag.copy => make(edit, editor, map_state),
                Some(edit) => move_steps(edit, &drag.ids, editor, map_state),
                None => {}
            },
            Gesture::Box { from, now } => {
                let area = between(from, now);
                let inside = layout.boxes_in(area).filter(|it| it.rect.overlaps(&area)).map(|it| it.id);
                let is_click = area.width < 3.0 && area.height < 3.0;
                let inside = if is_click { Selection::None } else { Selection::steps(inside.collect()) };
                if event.shift_key() {
                    map_state.selection.update(|it| *it = it.extended(inside));
                } else {
                    map_state.selection.set(inside);
                }
            }
            Gesture::Stage(drag) => {
                if let Some(before) = drag.target() {
                    let edit = Edit::MoveStage { id: drag.id, before };
                    put(Band::Stage(drag.id), edit, editor, map_state);
                }
            }
            Gesture::Lane(drag) => {
                if let Some(before) = drag.target() {
                    let edit = Edit::MoveLane { id: drag.id, before };
                    put(Band::Lane(drag.id), edit, editor, map_state);
                }
            }
            Gesture::Wire { from, to: Some(to), .. } => {
                editor.commit(connect_edit(from, to));
            }
            Gesture::Aim { connector, end, to: Some(to), .. } => aim(connector, end, to, editor, map_state),
            Gesture::Wire { from, now, to: None } => {
                // Dropped on empty ground: a new step is named there and connected.
                let own = layout.step_at(now).is_some();
                if let (Some((stage, lane)), false) = (layout.cell_at(now), own) {
                    map_state.naming.set(Some(Naming::NewStep {
                        stage,
                        lane,
                        before: None,
                        from: Some(from),
                    }));
                }
            }
            Gesture::Aim { from, now: None, .. } => {
                if let Some(step) = layout.step_at(from) {
                    map_state.selection.set(Selection::step(step.id));
                }
            }
            Gesture::None | Gesture::Pan { .. } | Gesture::Aim { to: None, .. } => {}
        }
    }

    /// A double click: names the step there, or a new one.
    pub(super) fn rename_at(self, event: &web_sys::MouseEvent) {
        let Self { map_state, geometry, body, .. } = self;
        let Some(layout) = geometry.get_untracked() else { return };
        let (x, y) = on_screen(event, body);
        let at = map_state.view.get_untracked().map_from_screen(x, y);
        if let Some(step) = layout.step_at(at) {
            map_state.naming.set(Some(Naming::Step(step.id)));
        } else if let Some((stage, lane)) = layout.cell_at(at) {
            map_state.naming.set(Some(Naming::NewStep { stage, lane, before: None, from: None }));
        }
    }
}

/// Whether the pointer, pressed at a place of the map, has not gone far enough for a drag.
fn is_still(view: View, from: Point, (x, y): (f64, f64)) -> bool {
    let (start_x, start_y) = view.screen_from_map(from);
    (x - start_x).hypot(y - start_y) < DRAG_THRESHOLD
}

/// Whether the keys are held with which a drag makes copies: Alt, or Ctrl where the desktop keeps Alt for itself.
fn makes_copies(event: &web_sys::PointerEvent) -> bool {
    event.alt_key() || event.ctrl_key()
}

/// Where the pointer is, from the top left corner of the body.
pub(super) fn on_screen(event: &web_sys::MouseEvent, body: NodeRef<html::Div>) -> (f64, f64) {
    let corner = body.get_untracked().map(|it| it.get_bounding_client_rect());
    let (left, top) = corner.map_or((0.0, 0.0), |it| (it.left(), it.top()));
    (f64::from(event.client_x()) - left, f64::from(event.client_y()) - top)
}

/// Whether the pointer is on the handle at the right edge of a step.
fn is_on_handle(view: View, rect: Rect, x: f64, y: f64) -> bool {
    let [left, top, width, height] = view.screen_rect(rect);
    x > left + width - HANDLE_REACH.min(width / 4.0) && (y - top - height / 2.0).abs() < HANDLE_REACH.max(8.0)
}

/// The connector at a place of the map: the nearest whose line, badge or label the pointer reaches.
pub(super) fn connector_at(layout: &MapLayout, view: View, at: Point) -> Option<ConnectorId> {
    let reach = (CONNECTOR_REACH / view.scale).min(f64::from(f32::MAX)) as f32;
    layout.route_at(at, reach).map(|it| it.id)
}
