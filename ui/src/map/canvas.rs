//! The drawn map: frozen headers around a body with its picture, and what lies over that.

use leptos::html;
use leptos::prelude::*;

use super::Geometry;
use super::camera::{answer_wishes, observe_size, zoom_on_wheel};
use super::find::FindMarks;
use super::gesture::Gesture;
use super::header::{LaneHeaders, StageHeaders};
use super::hint;
use super::key_press;
use super::naming::NameField;
use super::overlay::Overlay;
use super::picture::Picture;
use super::pointer::Surface;
use super::selection::Selection;
use super::stage_time::{CornerWords, head_height, times_of_map};
use super::state::MapState;
use super::steps::Steps;
use super::strip::SentimentStrip;
use crate::commands::Commands;
use crate::editor::editor;
use crate::frame::CurrentAnalysis;
use crate::keys::{self, Command};

#[component]
pub(crate) fn Canvas() -> impl IntoView {
    let map_state: MapState = expect_context();
    let geometry: Geometry = expect_context();
    let (editor, commands, analysis) =
        (editor(), expect_context::<Commands>(), expect_context::<CurrentAnalysis>());
    let body = NodeRef::<html::Div>::new();
    let surface = Surface { editor, map_state, geometry, body };
    provide_context(surface);
    // What is held when the station is left is let go, since it is not seen when the button or the key comes up.
    on_cleanup(move || {
        let _ = map_state.gesture.try_set(Gesture::None);
        let _ = map_state.space_held.try_set(false);
    });

    observe_size(body, map_state);
    zoom_on_wheel(body, map_state, geometry);
    answer_wishes(body, map_state, geometry);

    let times = times_of_map(map_state);
    provide_context(times);
    let moved = move || {
        let (x, y) = map_state.view.get().corner(window().device_pixel_ratio());
        format!("translate({x}px,{y}px)")
    };
    let scaled = move || format!("scale({})", map_state.scale.get());
    let active = move || map_state.selection.with(Selection::last_step).map(|id| format!("step-{}", id.0));

    view! {
        <div
            class="canvas"
            class:comparing=move || map_state.comparing.get()
            class:connecting=move || map_state.connecting.get().is_some()
            style:--head-h=move || format!("{}px", head_height(times, geometry))
            class:phased=move || geometry.with(|it| it.as_ref().is_some_and(|it| !it.phases.is_empty()))
            class:grouped=move || geometry.with(|it| it.as_ref().is_some_and(|it| !it.groups.is_empty()))
        >
            <div class="corner"><CornerWords times /></div>
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
                on:keydown=move |event| key_press::on_body(&event, editor, map_state, geometry, commands)
                on:keyup=move |event| {
                    if keys::is_let_go(Command::Grab, &event) {
                        map_state.space_held.set(false);
                    }
                }
                on:pointerdown=move |event| surface.press(&event)
                on:pointermove=move |event| {
                    surface.drag(&event);
                    hint::show(&event, surface, analysis);
                }
                on:pointerup=move |event| surface.release(&event)
                on:pointercancel=move |_| map_state.gesture.set(Gesture::None)
                on:dblclick=move |event| surface.rename_at(&event)
            >
                <Picture />
                // Moved in one and scaled in the other, so that what is painted of them is only put elsewhere while one pans.
                <div class="world" style:transform=moved>
                    <div class="world-scale" style:transform=scaled>
                        <Overlay />
                        <FindMarks />
                        <Steps />
                    </div>
                </div>
            </div>
            // Over the body and not in it: a list of steps holds no field.
            <div class="name-layer"><NameField /></div>
            <SentimentStrip />
            <p class="spoken" role="status">{move || map_state.spoken.get()}</p>
        </div>
    }
}
