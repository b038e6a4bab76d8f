//! The chart with its frozen heads, and below it what stands in no wave.

use leptos::html;
use leptos::prelude::*;
use opmap_drawing::{GanttShown, gantt_body_marks};

use super::bars::{Bars, Links};
use super::beside::Boxes;
use super::heads::{Columns, Corner, Rows};
use super::key_press;
use super::menu::{Menu, MenuIfOpen};
use super::pointer::Surface;
use super::preview::{Hint, Preview};
use super::state::{At, RoadmapState};
use crate::field::focus_now;
use crate::fonts::fonts;
use crate::map::paint;
use crate::palette::keep_in_view;
use crate::resizing::on_resize;

/// The identity of the picture, which has the keyboard.
pub(super) const BODY: &str = "roadmap-body";

/// The identity of the element of a recommendation.
pub(super) fn item_id(id: opmap_model::RecommendationId) -> String {
    format!("roadmap-{}", id.0)
}

/// All that can be dragged, and where it can be put.
#[component]
pub(super) fn Board() -> impl IntoView {
    let roadmap: RoadmapState = expect_context();
    let scroll = NodeRef::<html::Div>::new();
    on_resize(scroll, move |it| {
        let width = f32::from(i16::try_from(it.client_width()).unwrap_or(i16::MAX));
        if (roadmap.width.get_untracked() - width).abs() >= 1.0 {
            roadmap.width.set(width);
        }
    });
    let surface = Surface { roadmap, scroll };
    let preview = Preview::new(roadmap);
    provide_context(preview);
    let menu = Menu::new(roadmap);
    provide_context(menu);
    follow(roadmap);
    let size =
        move |of: fn(&opmap_drawing::GanttLayout) -> f32| move || format!("{}px", roadmap.layout.with(of));
    view! {
        <div
            class="roadmap-board"
            class:dragging=move || roadmap.drag.with(|it| it.as_ref().is_some_and(|it| it.is_moved))
            on:keydown=move |event| key_press::on_board(&event, roadmap, menu)
            on:pointerdown=move |event| surface.press(&event)
            on:pointermove=move |event| surface.follow(&event)
            on:pointerup=move |event| surface.release(&event)
            on:pointercancel=move |_| roadmap.drag.set(None)
            on:contextmenu=move |event| surface.menu(&event, menu)
            on:dblclick=move |event| surface.open(&event)
        >
            <div
                node_ref=scroll
                class="gantt"
                style:--names=size(|it| it.names)
                style:--head=size(|it| it.head)
            >
                <div
                    class="gantt-inner"
                    style:--width=size(|it| it.width - it.names)
                    style:--height=size(|it| it.height - it.head)
                >
                    <Corner />
                    <Columns />
                    <Rows />
                    <div
                        id=BODY
                        class="gantt-body"
                        tabindex="0"
                        role="listbox"
                        aria-label="Roadmap"
                        aria-activedescendant=move || match roadmap.chosen.get()? {
                            At::Item(id) => Some(item_id(id)),
                            At::Link { .. } => Some(super::bars::CHOSEN_LINK.to_owned()),
                            At::Milestone(_) => None,
                        }
                    >
                        <Picture />
                        <Bars />
                        <Links />
                    </div>
                </div>
            </div>
            <Boxes />
            <Hint />
            <MenuIfOpen menu />
        </div>
    }
}

/// What is drawn, and above it what is chosen and what a release would do.
#[component]
fn Picture() -> impl IntoView {
    let roadmap: RoadmapState = expect_context();
    let preview: Preview = expect_context();
    let fonts = fonts();
    let marks = Memo::new(move |_| {
        let shown =
            GanttShown { dependencies: roadmap.dependencies.get(), longest: roadmap.dependencies.get() };
        roadmap.gantt.with(|gantt| {
            roadmap
                .layout
                .with(|layout| fonts.with_value(|fonts| gantt_body_marks(gantt, layout, shown, fonts)))
        })
    });
    let view_box = move || {
        roadmap.layout.with(|it| {
            let (width, height) = (it.width - it.names, it.height - it.head);
            format!("{} {} {} {}", it.names, it.head, width.max(1.0), height.max(1.0))
        })
    };
    view! {
        <svg class="gantt-picture" aria-hidden="true" viewBox=view_box>
            {move || paint(marks.get())}
            {move || super::bars::chosen_marks(roadmap)}
            {move || preview.marks()}
        </svg>
    }
}

/// Keeps where one is in view, and brings the keyboard when it is asked for.
fn follow(roadmap: RoadmapState) {
    Effect::new(move |_| {
        roadmap.focus_wanted.track();
        let at = roadmap.chosen.get_untracked();
        let is_bar = |id| roadmap.layout.with_untracked(|it| it.bars.iter().any(|it| it.id == id));
        let element = match at {
            Some(At::Item(id)) if !is_bar(id) => item_id(id),
            Some(At::Milestone(id)) => super::beside::milestone_id(id),
            _ => BODY.to_owned(),
        };
        request_animation_frame(move || {
            // What has come over it meanwhile keeps the keyboard.
            if !roadmap.is_asking() {
                focus_now(&element);
            }
        });
    });
    Effect::new(move |_| {
        let id = match roadmap.chosen.get() {
            Some(At::Item(id) | At::Link { after: id, .. }) => item_id(id),
            _ => return,
        };
        request_animation_frame(move || {
            if let Some(element) = document().get_element_by_id(&id) {
                keep_in_view(&element);
            }
        });
    });
}
