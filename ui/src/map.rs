//! The Map station: one journey in one state, drawn, walked over and changed.

mod aiming;
mod between;
mod camera;
mod canvas;
mod clipboard;
mod compare;
mod drag_preview;
mod edge;
mod empty;
mod filter;
mod filter_panel;
mod find;
mod folding;
mod geometry;
mod gesture;
mod growing;
mod header;
mod hint;
mod inspector;
mod journeys;
mod key_press;
mod legend;
mod library;
mod lock;
mod marks;
mod menu;
mod minimap;
mod moving;
mod naming;
mod options;
mod outline;
mod overlay;
mod pasting;
mod personas;
mod picture;
mod pointer;
mod presented;
mod rows_preview;
mod selection;
mod show_panel;
mod showing;
mod stage_time;
mod state;
mod states;
mod steps;
mod strip;
mod told;
mod toolbar;
mod view;
mod walking;
#[cfg(test)]
mod without_drag;

use leptos::prelude::*;

use crate::editor::editor;
use crate::frame::Panels;

pub(crate) use aiming::{End, aim};
use clipboard::Clipboard;
pub(crate) use compare::{candidates, in_both, join, walk as walk_differences};
pub(crate) use filter::Filter;
pub(crate) use geometry::{Geometry, keep_laid_out};
pub(crate) use gesture::connect_edit;
pub(crate) use growing::put_on_connector;
pub(crate) use journeys::{
    add_journey, add_option, ask_to_delete_journey, clear_state, copy_here, has_options, make_wanted,
    option_to_add, sources,
};
pub(crate) use library::{LANES, STEPS, add_lane, add_ready_journey, add_step};
pub(crate) use lock::LockedNote;
pub(crate) use marks::paint;
pub(crate) use minimap::lane_tint;
pub(crate) use moving::{move_steps, to_lane, to_stage};
pub(crate) use options::OptionsIfOpen;
pub(crate) use personas::PersonasIfOpen;
pub(crate) use presented::{MapPresented, Spot};
pub(crate) use selection::Selection;
pub(crate) use state::MapState;
pub(crate) use states::{offered_states, state_words, state_words_within};
#[cfg(feature = "stand-in")]
pub(crate) use view::View;

#[component]
pub(crate) fn MapStation() -> impl IntoView {
    let editor = editor();
    let map_state: MapState = expect_context();
    let geometry: Geometry = expect_context();
    let panels: Panels = expect_context();
    #[cfg(feature = "stand-in")]
    crate::bench::start(editor, map_state, geometry);
    compare::keep(editor, map_state, geometry);
    lock::answer_while_locked(editor, map_state);
    showing::keep_noted(editor, map_state, opmap_drawing::add_roles);
    let clipboard = Clipboard::listen(editor, map_state, geometry, crate::fonts::fonts());
    key_press::answer_commands(editor, map_state, geometry);
    folding::keep_selection_shown(editor, map_state);
    find::provide();
    let menu = menu::Menu::new(map_state, geometry);
    let is_empty =
        move || geometry.with(|it| it.as_ref().is_none_or(|it| it.stages.is_empty() && it.lanes.is_empty()));
    // What is shown is built anew only when it is something else.
    let shown = Memo::new(move |_| {
        if is_empty() && map_state.comparing.get() {
            Shown::Nothing
        } else if is_empty() && map_state.naming.with(Option::is_none) {
            Shown::Empty
        } else {
            Shown::Map
        }
    });
    view! {
        <main class="station map-station">
            <toolbar::Toolbar />
            <div
                class="map-area"
                on:contextmenu=move |event| menu.on_click(&event)
                on:keydown=move |event| menu.on_key(&event)
            >
                <outline::OutlineIfOpen />
                <div class="map-main">
                    <legend::Legend />
                    {move || match shown.get() {
                        Shown::Nothing => view! { <p class="empty">"There is nothing to compare."</p> }.into_any(),
                        Shown::Empty => view! { <empty::EmptyMap /> }.into_any(),
                        Shown::Map => view! { <canvas::Canvas /> }.into_any(),
                    }}
                    <find::FindIfOpen />
                    <minimap::MinimapIfWanted />
                </div>
                <menu::MenuIfOpen menu />
                {move || {
                    if map_state.comparing.get() {
                        view! { <compare::Differences /> }.into_any()
                    } else if panels.details.get() {
                        view! { <inspector::Inspector /> }.into_any()
                    } else {
                        ().into_any()
                    }
                }}
            </div>
            <rows_preview::RowsPreview clipboard />
            <inspector::deleting::DeleteDialog />
            <inspector::deleting::DeleteJourneyDialog />
        </main>
    }
}

/// What takes the place of the map.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Map,
    Empty,
    /// Two states are compared, and nothing is in either.
    Nothing,
}
