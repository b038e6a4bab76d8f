//! The frozen headers: stages along the top, lanes down the left. They are dragged to reorder, and every drag has a
//! key: Alt with an arrow.

mod key_press;

use key_press::on_key;
pub(super) use key_press::{move_band, put};
use leptos::prelude::*;
use opmap_drawing::{
    ChangeSign, Face, Fonts, HEAD_TITLE, LaneBand, MapLayout, PhaseBand, StageBand, StepBox,
};
use opmap_model::{Keyword, LaneId, RecordId, StageId};

use super::Geometry;
use super::between::{AddLaneBelow, AddStageBehind};
use super::camera::reveal;
use super::find::Found;
use super::folding::{FoldButton, LaneGroups};
use super::gesture::Gesture;
use super::pointer::Surface;
use super::selection::Selection;
use super::stage_time::TimeOfStage;
use super::state::{Band, MapState, Naming};
use crate::dialog::focus;
use crate::editor::editor;
use crate::fonts::fonts;

fn bands<T: Clone>(geometry: Geometry, pick: fn(&MapLayout) -> &[T]) -> Vec<T> {
    geometry.with(|it| it.as_ref().map(|it| pick(it).to_vec()).unwrap_or_default())
}

/// Lets the header that has the keyboard keep it when the headers are put in another order, for which the page takes some of
/// them out for a moment.
fn keep_focus() {
    let focused = || document().active_element().filter(|it| it.tag_name() != "BODY");
    let header = focused().filter(|it| matches!(it.closest(".heads-track"), Ok(Some(_))));
    if let Some(header) = header {
        queue_microtask(move || {
            if header.is_connected() && focused().is_none() {
                focus(&header);
            }
        });
    }
}

#[component]
pub(super) fn StageHeaders() -> impl IntoView {
    let geometry: Geometry = expect_context();
    let stages = move || {
        keep_focus();
        bands(geometry, |it| &it.stages)
    };
    let map_state: MapState = expect_context();
    let moved =
        move || format!("translateX({}px)", map_state.view.get().corner(window().device_pixel_ratio()).0);
    view! {
        <div class="stage-heads" role="group" aria-label="Stages">
            <div class="heads-track" style:transform=moved>
                <Phases />
                <For each=stages key=|it| it.id let(stage)>
                    <StageHead id=stage.id />
                </For>
            </div>
        </div>
    }
}

/// The phases above the stages that have one. Each stage says its own to those who hear it.
#[component]
fn Phases() -> impl IntoView {
    let (map_state, geometry) = (expect_context::<MapState>(), expect_context::<Geometry>());
    let phases = Memo::new(move |_| bands(geometry, |it| &it.phases));
    move || {
        let scale = map_state.scale.get();
        let band = |it: PhaseBand| {
            let [left, width] = [it.x, it.width].map(|it| format!("{}px", f64::from(it) * scale));
            view! {
                <span class="phase" aria-hidden="true" style:left=left style:width=width>{it.phase.label()}</span>
            }
        };
        phases.get().into_iter().map(band).collect_view()
    }
}

#[component]
fn StageHead(id: StageId) -> impl IntoView {
    let (editor, map_state, geometry) =
        (editor(), expect_context::<MapState>(), expect_context::<Geometry>());
    let (found, surface) = (expect_context::<Found>(), expect_context::<Surface>());
    let band =
        Memo::new(move |_| geometry.with(|it| it.as_ref()?.stages.iter().find(|it| it.id == id).cloned()));
    let of_band = move |pick: fn(&StageBand) -> f32| band.with(|it| it.as_ref().map_or(0.0, pick));
    let left = move || format!("{}px", f64::from(of_band(|it| it.x)) * map_state.scale.get());
    let width = move || format!("{}px", f64::from(of_band(|it| it.width)) * map_state.scale.get());
    let title =
        move || editor.read(|document| document.get(id).map(|it| it.title.to_string()).unwrap_or_default());
    let phase = move || {
        let phase = editor.read(|document| document.get(id).and_then(|it| it.phase));
        phase.map(|it| format!(", {}", it.label().to_lowercase()))
    };
    let number = move || band.with(|it| it.as_ref().map(|it| it.number));
    let fonts = fonts();
    let least =
        Memo::new(move |_| fonts.with_value(|fonts| least_width(&title(), number().unwrap_or(0), fonts)));
    let nameless = Memo::new(move |_| of_band(|it| it.width) * map_state.scale.get() as f32 <= least.get());
    let selected = move || {
        map_state
            .selection
            .with(|it| *it == Selection::Stage(id) || holds_selected(geometry, it, |it| it.stage == id))
    };
    let change = Memo::new(move |_| map_state.notes.with(|it| it.stages.get(&id).copied()));
    let target =
        move || map_state.gesture.with(|it| if let Gesture::Stage(drag) = it { drag.target() } else { None });
    let is_last = move || geometry.with(|it| it.as_ref()?.stages.last().map(|it| it.id)) == Some(id);
    view! {
        <button
            class="stage-head"
            class:is-found=move || found.has(RecordId::Stage(id))
            class:added=move || change.get() == Some(ChangeSign::Added)
            class:gone=move || change.get() == Some(ChangeSign::Gone)
            class:changed=move || change.get() == Some(ChangeSign::Changed)
            class:folded=move || band.with(|it| it.as_ref().is_some_and(|it| it.folded))
            class:nameless=nameless
            class:selected=selected
            class:drop-before=move || target() == Some(Some(id))
            class:drop-behind=move || target() == Some(None) && is_last()
            style:left=left
            style:width=width
            title=title
            on:focus=move |event| show_focused(&event, &Selection::Stage(id), map_state, geometry)
            on:click=move |_| map_state.selection.set(Selection::Stage(id))
            on:dblclick=move |_| map_state.naming.set(Some(Naming::Stage(id)))
            on:keydown=move |event| on_key(&event, Band::Stage(id), editor, map_state, geometry)
            on:pointerdown=move |event| surface.press_header(&event, Band::Stage(id))
            on:pointermove=move |event| surface.drag(&event)
            on:pointerup=move |event| surface.release(&event)
            on:pointercancel=move |_| map_state.gesture.set(Gesture::None)
        >
            {move || match change.get() {
                Some(change) => change_sign(change).into_any(),
                None => view! { <span class="number">{number}</span> }.into_any(),
            }}
            <span class="name">{title}</span>
            <span class="unseen">{phase}</span>
            <DecidersOfStage id />
            <TimeOfStage id />
        </button>
        <AddStageBehind id />
        <FoldButton band=Band::Stage(id) />
    }
}

/// How wide the header of a stage is at least, in pixels, if each word of its name fits behind its number: a part of a word
/// is none.
fn least_width(title: &str, number: usize, fonts: &Fonts) -> f32 {
    // What map.css keeps free beside the number and the name, and between them.
    const AROUND: f32 = 26.0;
    let size = HEAD_TITLE.0;
    let words = title.split_whitespace().map(|it| fonts.width(Face::SemiBold, size, it));
    AROUND + fonts.width(Face::Regular, size, &number.to_string()) + words.fold(0.0, f32::max)
}

/// Who takes the decisions of a stage, by the codes of their roles.
#[component]
fn DecidersOfStage(id: StageId) -> impl IntoView {
    let map_state: MapState = expect_context();
    let codes = Memo::new(move |_| map_state.notes.with(|it| Some(it.deciders.get(&id)?.text.clone())));
    move || {
        codes.get().map(|codes| {
            view! {
                <span class="deciders">
                    <span class="unseen">"Decisions taken by "</span>
                    {codes}
                </span>
            }
        })
    }
}

/// Brings a header into view that the keyboard has come to; one that is clicked is in view already.
fn show_focused(event: &web_sys::FocusEvent, header: &Selection, map_state: MapState, geometry: Geometry) {
    use wasm_bindgen::JsCast;
    let target = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
    let by_keyboard = target.is_some_and(|it| it.matches(":focus-visible").unwrap_or(false));
    if let Some(layout) = geometry.get_untracked()
        && by_keyboard
    {
        reveal(header, &layout, map_state);
    }
}

/// Whether the step where the keyboard is lies in a band.
fn holds_selected(geometry: Geometry, selection: &Selection, is_in: impl Fn(&StepBox) -> bool) -> bool {
    let step = selection.last_step();
    step.is_some_and(|id| geometry.with(|it| it.as_ref().and_then(|it| it.step_box(id)).is_some_and(is_in)))
}

/// What became of a stage or lane, while two states are compared: its sign, and its word for those who hear it.
fn change_sign(change: ChangeSign) -> impl IntoView {
    view! {
        <span class="difference-sign" aria-hidden="true">{change.sign()}</span>
        <span class="spoken">{change.word()} ", "</span>
    }
}

#[component]
pub(super) fn LaneHeaders() -> impl IntoView {
    let geometry: Geometry = expect_context();
    let lanes = move || {
        keep_focus();
        bands(geometry, |it| &it.lanes)
    };
    let map_state: MapState = expect_context();
    let moved =
        move || format!("translateY({}px)", map_state.view.get().corner(window().device_pixel_ratio()).1);
    view! {
        <div class="lane-heads" role="group" aria-label="Lanes">
            <div class="heads-track" style:transform=moved>
                <LaneGroups />
                <For each=lanes key=|it| it.id let(lane)>
                    <LaneHead id=lane.id />
                </For>
                <LineNames />
            </div>
        </div>
    }
}

/// The names of the blueprint lines, on their borders.
#[component]
fn LineNames() -> impl IntoView {
    let (map_state, geometry) = (expect_context::<MapState>(), expect_context::<Geometry>());
    let lines = move || bands(geometry, |it| &it.lines);
    move || {
        let scale = map_state.scale.get();
        lines()
            .into_iter()
            .map(|line| {
                let top = format!("{}px", f64::from(line.y) * scale - 8.0);
                view! { <span class="line-name" style:top=top>{line.kind.name()}</span> }
            })
            .collect_view()
    }
}

#[component]
fn LaneHead(id: LaneId) -> impl IntoView {
    let (editor, map_state, geometry) =
        (editor(), expect_context::<MapState>(), expect_context::<Geometry>());
    let (found, surface) = (expect_context::<Found>(), expect_context::<Surface>());
    let band =
        Memo::new(move |_| geometry.with(|it| it.as_ref()?.lanes.iter().find(|it| it.id == id).cloned()));
    let of_band = move |pick: fn(&LaneBand) -> f32| band.with(|it| it.as_ref().map_or(0.0, pick));
    let top = move || format!("{}px", f64::from(of_band(|it| it.y)) * map_state.scale.get());
    let height = move || format!("{}px", f64::from(of_band(|it| it.height)) * map_state.scale.get());
    let title =
        move || editor.read(|document| document.get(id).map(|it| it.title.to_string()).unwrap_or_default());
    let kind = move || editor.read(|document| document.get(id).map(|it| it.kind));
    let words = move || band.with(|it| it.as_ref().map(|it| it.kind_lines.join(" ")));
    let selected = move || {
        map_state
            .selection
            .with(|it| *it == Selection::Lane(id) || holds_selected(geometry, it, |it| it.lane == id))
    };
    let change = Memo::new(move |_| map_state.notes.with(|it| it.lanes.get(&id).copied()));
    let target =
        move || map_state.gesture.with(|it| if let Gesture::Lane(drag) = it { drag.target() } else { None });
    let is_last = move || geometry.with(|it| it.as_ref()?.lanes.last().map(|it| it.id)) == Some(id);
    view! {
        <button
            class=move || format!("lane-head kind-{}", kind().map_or("", Keyword::key))
            class:is-found=move || found.has(RecordId::Lane(id))
            class:added=move || change.get() == Some(ChangeSign::Added)
            class:gone=move || change.get() == Some(ChangeSign::Gone)
            class:changed=move || change.get() == Some(ChangeSign::Changed)
            class:selected=selected
            class:folded=move || band.with(|it| it.as_ref().is_some_and(|it| it.folded))
            class:drop-before=move || target() == Some(Some(id))
            class:drop-behind=move || target() == Some(None) && is_last()
            style:top=top
            style:height=height
            title=title
            on:focus=move |event| show_focused(&event, &Selection::Lane(id), map_state, geometry)
            on:click=move |_| map_state.selection.set(Selection::Lane(id))
            on:dblclick=move |_| map_state.naming.set(Some(Naming::Lane(id)))
            on:keydown=move |event| on_key(&event, Band::Lane(id), editor, map_state, geometry)
            on:pointerdown=move |event| surface.press_header(&event, Band::Lane(id))
            on:pointermove=move |event| surface.drag(&event)
            on:pointerup=move |event| surface.release(&event)
            on:pointercancel=move |_| map_state.gesture.set(Gesture::None)
        >
            {move || change.get().map(change_sign)}
            <span class="name">{title}</span>
            <span class="kind">{words}</span>
        </button>
        <AddLaneBelow id />
        <FoldButton band=Band::Lane(id) />
    }
}
