//! The field in which something on the map is named. Enter commits, Escape does not; Tab and Ctrl with an arrow commit
//! and go on to the next step, connected.

use leptos::html;
use leptos::prelude::*;
use opmap_drawing::{MapLayout, Point, Rect, Route, STEP_HEIGHT, STEP_WIDTH};
use opmap_model::{
    Edit, Lane, LaneField, LaneId, LaneKind, MapKey, Stage, StageField, StageId, Step, StepField, StepId,
    Title,
};

use super::selection::Selection;
use super::state::{MapState, Naming};
use super::{Geometry, growing};
use crate::editor::{Editor, editor};
use crate::field::refuse_name;
use crate::identity::fresh;
use crate::keys::{self, Command, Usual, Way, usual};

#[component]
pub(super) fn NameField() -> impl IntoView {
    let (editor, map_state, geometry) =
        (editor(), expect_context::<MapState>(), expect_context::<Geometry>());
    move || {
        let naming = map_state.naming.get()?;
        Some(view! { <Field naming editor map_state geometry /> })
    }
}

#[component]
fn Field(naming: Naming, editor: Editor, map_state: MapState, geometry: Geometry) -> impl IntoView {
    let input = NodeRef::<html::Textarea>::new();
    let text = RwSignal::new(current_name(editor, naming));
    // A field that is taken away loses the focus too, and must not commit a second time.
    let done = StoredValue::new(false);
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            // The text must be there before it can be selected.
            input.set_value(&text.get_untracked());
            let _ = input.focus();
            input.select();
        }
    });
    let finish = move |keep: bool, onward: Option<Way>| {
        // When the field is taken away it loses the focus, and what it remembered is gone already.
        if done.try_get_value().unwrap_or(true) {
            return;
        }
        if keep && refuse_name(&text.get_untracked(), editor, input) {
            return;
        }
        done.set_value(true);
        let named = if keep { commit(naming, &text.get_untracked(), editor, map_state) } else { None };
        map_state.naming.set(None);
        let next = named.zip(onward).and_then(|(step, way)| next_step(way, geometry, step));
        if next.is_some() {
            map_state.naming.set(next);
        } else {
            map_state.focus_wanted.notify();
        }
    };
    let style = move || {
        let view = map_state.view.get();
        let rect = geometry.with(|it| it.as_ref().map(|it| place(it, naming))).unwrap_or_default();
        view.screen_rect(rect)
    };
    view! {
        <textarea
            node_ref=input
            class="name-field"
            aria-label="Name"
            style:left=move || format!("{}px", style()[0].max(0.0))
            style:top=move || format!("{}px", style()[1].max(0.0))
            style:width=move || format!("{}px", style()[2].max(96.0))
            style:height=move || format!("{}px", style()[3].max(40.0))
            prop:value=move || text.get()
            on:input=move |event| text.set(event_target_value(&event))
            on:pointerdown=|event| event.stop_propagation()
            on:dblclick=|event| event.stop_propagation()
            on:blur=move |_| finish(true, None)
            on:keydown=move |event| {
                event.stop_propagation();
                // While a word is put together, Enter and the arrows belong to that.
                if event.is_composing() {
                    return;
                }
                match (usual(&event), keys::command_of(&event)) {
                    (Some(Usual::Enter), _) if event.shift_key() => {
                        map_state.spoken.set("A name is one line. What else there is to say is a note.".to_owned());
                    }
                    (Some(Usual::Enter), _) => finish(true, None),
                    (Some(Usual::Tab), _) if !event.shift_key() => finish(true, Some(Way::Right)),
                    (Some(Usual::Escape), _) => finish(false, None),
                    (_, Some(Command::Grow(way))) => finish(true, Some(way)),
                    _ => return,
                }
                event.prevent_default();
            }
        ></textarea>
    }
}

/// The name as it is now; empty for what is new.
fn current_name(editor: Editor, naming: Naming) -> String {
    editor.peek(|document| {
        let title = match naming {
            Naming::Step(id) => document.get(id).map(|it| &it.title),
            Naming::Stage(id) => document.get(id).map(|it| &it.title),
            Naming::Lane(id) => document.get(id).map(|it| &it.title),
            _ => None,
        };
        title.map(ToString::to_string).unwrap_or_default()
    })
}

/// Where on the map the field stands.
fn place(layout: &MapLayout, naming: Naming) -> Rect {
    let stage_rect = |x: f32| Rect::new(x, 0.0, 120.0, 40.0);
    let lane_rect = |y: f32| Rect::new(0.0, y, 120.0, 40.0);
    match naming {
        Naming::Step(id) => layout.step_box(id).map(|it| it.rect).unwrap_or_default(),
        Naming::Stage(id) => stage_rect(layout.stages.iter().find(|it| it.id == id).map_or(0.0, |it| it.x)),
        Naming::Lane(id) => lane_rect(layout.lanes.iter().find(|it| it.id == id).map_or(0.0, |it| it.y)),
        Naming::NewStep { stage, lane, before, .. } => new_step_rect(layout, stage, lane, before),
        Naming::Room { before } => layout.step_box(before).map(|it| it.rect).unwrap_or_default(),
        Naming::Between { connector } => {
            let middle = layout.route(connector).map(hold_of).unwrap_or_default();
            let (x, y) = (middle.x - STEP_WIDTH / 2.0, middle.y - STEP_HEIGHT / 2.0);
            Rect::new(x, y, STEP_WIDTH, STEP_HEIGHT)
        }
        Naming::Append { behind } => {
            let rect = layout.step_box(behind).map(|it| it.rect).unwrap_or_default();
            Rect::new(rect.x, rect.bottom() + 6.0, STEP_WIDTH, STEP_HEIGHT)
        }
        Naming::NewStage { before } => {
            let found = before.and_then(|id| layout.stages.iter().find(|it| it.id == id));
            stage_rect(found.map_or(layout.width, |it| it.x))
        }
        Naming::NewLane { before } => {
            let found = before.and_then(|id| layout.lanes.iter().find(|it| it.id == id));
            lane_rect(found.map_or(layout.height, |it| it.y))
        }
    }
}

/// Where a connector is taken hold of: its badge, or else the middle of its line.
pub(super) fn hold_of(route: &Route) -> Point {
    route.badge.map_or_else(|| route.middle(), |it| it.rect.center())
}

/// Where a new step is named: on the place of the step it goes in front of, else below the last of its cell.
fn new_step_rect(layout: &MapLayout, stage: StageId, lane: LaneId, before: Option<StepId>) -> Rect {
    if let Some(step) = before.and_then(|id| layout.step_box(id)) {
        return step.rect;
    }
    let last = layout.boxes.iter().rfind(|it| it.stage == stage && it.lane == lane);
    if let Some(last) = last {
        return Rect::new(last.rect.x, last.rect.bottom() + 6.0, STEP_WIDTH, STEP_HEIGHT);
    }
    let cell = layout.cell_rect(stage, lane).unwrap_or_default();
    Rect::new(cell.x + 10.0, cell.y + 10.0, STEP_WIDTH, STEP_HEIGHT)
}

/// Makes the edit; answers the step that is named now, if it is one.
fn commit(naming: Naming, text: &str, editor: Editor, map_state: MapState) -> Option<StepId> {
    let title = match Title::new(text) {
        Ok(title) => title,
        // An empty name means that nothing was meant.
        Err(opmap_model::TextFault::Empty) => return None,
        Err(fault) => {
            editor.message.set(Some(fault.to_string()));
            return None;
        }
    };
    let map = map_state.map.get_untracked()?;
    match naming {
        Naming::Step(id) => {
            editor.commit(Edit::SetSteps { ids: vec![id], field: StepField::Title(title) });
            Some(id)
        }
        Naming::Stage(id) => {
            editor.commit(Edit::SetStage { id, field: StageField::Title(title) });
            None
        }
        Naming::Lane(id) => {
            editor.commit(Edit::SetLane { id, field: LaneField::Title(title) });
            None
        }
        Naming::NewStep { stage, lane, before, from } => {
            let id: StepId = fresh();
            let edit = growing::step(id, Step::new(id, stage, lane, title), before, from);
            add(id, Some(edit), editor, map_state)
        }
        Naming::Room { before } => {
            let id: StepId = fresh();
            let edit = editor.peek(|document| growing::room(document, id, title, before));
            add(id, edit, editor, map_state)
        }
        Naming::Between { connector } => {
            let id: StepId = fresh();
            let edit = editor.peek(|document| growing::between(document, id, title, connector));
            add(id, edit, editor, map_state)
        }
        Naming::Append { behind } => {
            let id: StepId = fresh();
            let edit = editor.peek(|document| growing::append(document, id, title, behind));
            add(id, edit, editor, map_state)
        }
        Naming::NewStage { before } => {
            let id: StageId = fresh();
            if editor.commit(Edit::AddStage { id, stage: Stage::new(id, map, title), before }) {
                map_state.selection.set(Selection::Stage(id));
            }
            None
        }
        Naming::NewLane { before } => {
            let id: LaneId = fresh();
            let kind = kind_beside(editor, map, before);
            if editor.commit(Edit::AddLane { id, lane: Lane::new(id, map, title, kind), before }) {
                map_state.selection.set(Selection::Lane(id));
            }
            None
        }
    }
}

/// Adds a step and goes to it; answers it when it was added.
fn add(id: StepId, edit: Option<Edit>, editor: Editor, map_state: MapState) -> Option<StepId> {
    let added = edit.is_some_and(|edit| editor.commit(edit));
    added.then(|| map_state.go_to(id));
    added.then_some(id)
}

/// The kind of a new lane: that of the lane above its place, so that the order of kinds is kept (B1).
fn kind_beside(editor: Editor, map: MapKey, before: Option<LaneId>) -> LaneKind {
    editor.peek(|document| {
        let view = document.map_view(map);
        let index =
            before.and_then(|id| view.lanes.iter().position(|(it, _)| *it == id)).unwrap_or(view.lanes.len());
        let above = index.checked_sub(1).and_then(|it| view.lanes.get(it));
        above.map_or(LaneKind::Customer, |(_, lane)| lane.kind)
    })
}

/// The step that is named next, connected from the one just named: in the next cell that way, or in the same cell at
/// the edge of the map.
fn next_step(way: Way, geometry: Geometry, step: StepId) -> Option<Naming> {
    geometry.with_untracked(|it| growing::onward(way, it.as_ref()?, step))
}
