//! The field in which something on the map is named. Enter commits, Escape does not, Tab goes on to the next step.

use leptos::html;
use leptos::prelude::*;
use opmap_drawing::{MapLayout, Rect, STEP_HEIGHT, STEP_WIDTH};
use opmap_model::{
    Connector, ConnectorId, Edit, Lane, LaneField, LaneId, LaneKind, MapKey, Stage, StageField, StageId,
    Step, StepField, StepId, Title,
};

use super::Geometry;
use super::selection::Selection;
use super::state::{MapState, Naming};
use crate::editor::{Editor, editor};
use crate::identity::fresh;

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
    let finish = move |keep: bool, onward: bool| {
        // When the field is taken away it loses the focus, and what it remembered is gone already.
        if done.try_get_value().unwrap_or(true) {
            return;
        }
        done.set_value(true);
        let named = if keep { commit(naming, &text.get_untracked(), editor, map_state) } else { None };
        map_state.naming.set(None);
        let next = named.filter(|_| onward).and_then(|step| next_step(editor, geometry, step));
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
            maxlength=Title::LIMIT.to_string()
            style:left=move || format!("{}px", style()[0].max(0.0))
            style:top=move || format!("{}px", style()[1].max(0.0))
            style:width=move || format!("{}px", style()[2].max(96.0))
            style:height=move || format!("{}px", style()[3].max(40.0))
            prop:value=move || text.get()
            on:input=move |event| text.set(event_target_value(&event))
            on:pointerdown=|event| event.stop_propagation()
            on:dblclick=|event| event.stop_propagation()
            on:blur=move |_| finish(true, false)
            on:keydown=move |event| {
                event.stop_propagation();
                match event.key().as_str() {
                    "Enter" if !event.is_composing() => finish(true, false),
                    "Tab" if !event.shift_key() => finish(true, true),
                    "Escape" => finish(false, false),
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
            let mut edits = vec![Edit::AddStep { id, step: Step::new(id, stage, lane, title), before }];
            edits.extend(from.map(|from| {
                let connector: ConnectorId = fresh();
                Edit::AddConnector { id: connector, connector: Connector::new(connector, from, id) }
            }));
            let added = editor.commit(Edit::All(edits));
            added.then(|| map_state.go_to(id));
            added.then_some(id)
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

/// The step that Tab goes on to: a new one in the same lane of the next stage, or of the same stage at the end.
fn next_step(editor: Editor, geometry: Geometry, step: StepId) -> Option<Naming> {
    let (stage, lane) = editor.peek(|document| document.get(step).map(|it| (it.stage, it.lane)))?;
    let next = geometry.with_untracked(|it| {
        let stages = &it.as_ref()?.stages;
        let index = stages.iter().position(|it| it.id == stage)?;
        Some(stages.get(index + 1).map_or(stage, |it| it.id))
    })?;
    Some(Naming::NewStep { stage: next, lane, before: None, from: Some(step) })
}
