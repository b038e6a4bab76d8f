//! The drawn map: frozen headers around a body that is moved by one CSS transform and holds only what is in view.

use leptos::html;
use leptos::prelude::*;
use opmap_drawing::MapLayout;

use super::Geometry;
use super::camera::{answer_wishes, observe_size, zoom_on_wheel};
use super::find::FindMarks;
use super::gesture::Gesture;
use super::header::{LaneHeaders, StageHeaders};
use super::key_press;
use super::naming::NameField;
use super::overlay::Overlay;
use super::pieces::{
    Connection, StepView, Tint, blueprint_lines, folded_cells, lanes, stage_lines, visible_routes,
    visible_steps,
};
use super::pointer::Surface;
use super::selection::Selection;
use super::state::MapState;
use super::view::View;
use crate::editor::editor;

/// Titles are left out below this scale; shapes and lane colours remain.
const TITLE_SCALE: f64 = 0.45;

#[component]
pub(crate) fn Canvas() -> impl IntoView {
    let map_state: MapState = expect_context();
    let geometry: Geometry = expect_context();
    let editor = editor();
    let body = NodeRef::<html::Div>::new();
    let surface = Surface { editor, map_state, geometry, body };

    observe_size(body, map_state);
    zoom_on_wheel(body, map_state, geometry);
    answer_wishes(body, map_state, geometry);

    let drawn = Memo::new(move |_| map_state.view.get().drawn(map_state.body.get()));
    let steps = move || visible_steps(geometry, drawn.get());
    let routes = move || visible_routes(geometry, drawn.get());
    let transform = move || {
        let View { x, y, scale } = map_state.view.get();
        format!("translate({x}px,{y}px) scale({scale})")
    };
    let size = move |pick: fn(&MapLayout) -> f32| geometry.with(|it| it.as_ref().map_or(0.0, |it| pick(it)));
    let active = move || map_state.selection.with(Selection::last_step).map(|id| format!("step-{}", id.0));

    view! {
        <div
            class="canvas"
            class:far=move || map_state.view.get().scale < TITLE_SCALE
            class:connecting=move || map_state.connecting.get().is_some()
            class:grouped=move || geometry.with(|it| it.as_ref().is_some_and(|it| !it.groups.is_empty()))
        >
            <div class="corner"></div>
            <StageHeaders />
            <LaneHeaders />
            <div
                node_ref=body
                class="body"
                class:grabbing=move || map_state.space_held.get()
                tabindex="0"
                role="listbox"
                aria-multiselectable="true"
                aria-label="Steps of the map"
                aria-activedescendant=active
                on:keydown=move |event| key_press::on_body(&event, editor, map_state, geometry)
                on:keyup=move |event| {
                    if event.key() == " " {
                        map_state.space_held.set(false);
                    }
                }
                on:pointerdown=move |event| surface.press(&event)
                on:pointermove=move |event| surface.drag(&event)
                on:pointerup=move |event| surface.release(&event)
                on:pointercancel=move |_| map_state.gesture.set(Gesture::None)
                on:dblclick=move |event| surface.rename_at(&event)
            >
                <div class="world" style:transform=transform>
                    <svg
                        class="ground"
                        role="presentation"
                        width=move || size(|it| it.width)
                        height=move || size(|it| it.height)
                    >
                        <For each=move || lanes(geometry) key=|(key, _)| key.clone() let((_, lane))>
                            <Tint lane />
                        </For>
                        {move || geometry.with(|it| it.as_ref().map(|it| stage_lines(it)))}
                        {move || geometry.with(|it| it.as_ref().map(|it| blueprint_lines(it)))}
                        <For each=routes key=|id| *id let(id)>
                            <Connection id />
                        </For>
                        {move || geometry.with(|it| it.as_ref().map(|it| folded_cells(it, drawn.get())))}
                        <For each=steps key=|id| *id let(id)>
                            <StepView id />
                        </For>
                    </svg>
                    <Overlay />
                    <FindMarks />
                </div>
                <NameField />
            </div>
            <p class="spoken" role="status">{move || map_state.spoken.get()}</p>
        </div>
    }
}
