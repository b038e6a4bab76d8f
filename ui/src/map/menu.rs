//! The menu of what is pointed at or selected on the map: what can be done with it, each with its key.

use leptos::html;
use leptos::prelude::*;
use opmap_drawing::MapLayout;
use opmap_model::{LaneId, StageId};
use wasm_bindgen::JsCast;

use super::Geometry;
use super::camera::body_corner;
use super::naming::hold_of;
use super::pointer::connector_at;
use super::selection::Selection;
use super::state::{MapState, Naming};
use crate::commands::Commands;
use crate::dialog::focus;
use crate::frame::Panels;
use crate::icon::Icon;
use crate::keys::{self, Command, Entry, MenuOf};
use crate::menu_keys::{focus_first, on_menu_key};

/// The menu that is open on the map, if one is; copies are handles to the same.
#[derive(Clone, Copy)]
pub(super) struct Menu {
    open: RwSignal<Option<Open>>,
    map_state: MapState,
    geometry: Geometry,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Open {
    of: MenuOf,
    /// The cell that was pointed at.
    cell: Option<(StageId, LaneId)>,
    /// Where its corner goes, in pixels from the top left corner of the window.
    at: (f64, f64),
}

impl Menu {
    pub(super) fn new(map_state: MapState, geometry: Geometry) -> Self {
        let menu = Self { open: RwSignal::new(None), map_state, geometry };
        let panels: Panels = expect_context();
        Effect::new(move |before: Option<()>| {
            panels.menu_wanted.track();
            if before.is_some() {
                menu.open_for_selection();
            }
        });
        menu
    }

    /// A click that asks for a menu.
    pub(super) fn on_click(self, event: &web_sys::MouseEvent) {
        let Some(target) = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok()) else {
            return;
        };
        if !matches!(target.closest(".canvas"), Ok(Some(_)))
            || target.matches("textarea, input").unwrap_or(false)
        {
            return;
        }
        event.prevent_default();
        // The key that asks for a menu sends such a click after it.
        if self.open.with_untracked(Option::is_none) {
            self.open_at(&target, (f64::from(event.client_x()), f64::from(event.client_y())));
        }
    }

    /// A key that may ask for a menu.
    pub(super) fn on_key(self, event: &web_sys::KeyboardEvent) {
        if crate::frame::is_typing(event) || keys::command_of(event) != Some(Command::Menu) {
            return;
        }
        event.prevent_default();
        event.stop_propagation();
        let target = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        match target.filter(|it| it.matches(".stage-head, .lane-head").unwrap_or(false)) {
            Some(head) => {
                let rect = head.get_bounding_client_rect();
                self.open_at(&head, (rect.left() + rect.width() / 2.0, rect.top() + rect.height() / 2.0));
            }
            None => self.open_for_selection(),
        }
    }

    /// Selects what lies at a place of the window and opens its menu.
    fn open_at(self, target: &web_sys::Element, at: (f64, f64)) {
        let Some(layout) = self.geometry.get_untracked() else { return };
        let inside = |css: &str| matches!(target.closest(css), Ok(Some(_)));
        let corner = body_corner();
        let view = self.map_state.view.get_untracked();
        let place = view.map_from_screen(at.0 - corner.0, at.1 - corner.1);
        let (of, selection, cell) = if inside(".stage-heads") {
            let stage = layout.stages.iter().rfind(|it| it.x <= place.x).or(layout.stages.first());
            let Some(stage) = stage else { return };
            (MenuOf::Stage, Selection::Stage(stage.id), None)
        } else if inside(".lane-heads") {
            let lane = layout.lanes.iter().rfind(|it| it.y <= place.y).or(layout.lanes.first());
            let Some(lane) = lane else { return };
            (MenuOf::Lane, Selection::Lane(lane.id), None)
        } else if let Some(step) = layout.step_at(place) {
            let selection = self.map_state.selection.get_untracked();
            let keeps = selection.has_step(step.id);
            (MenuOf::Step, if keeps { selection } else { Selection::step(step.id) }, None)
        } else if let Some(id) = connector_at(&layout, view, place) {
            (MenuOf::Connector, Selection::Connector(id), None)
        } else {
            (MenuOf::Ground, Selection::None, layout.cell_at(place))
        };
        if self.map_state.selection.with_untracked(|it| *it != selection) {
            self.map_state.selection.set(selection);
        }
        self.open.set(Some(Open { of, cell, at }));
    }

    /// Opens the menu of what is selected, beside it.
    fn open_for_selection(self) {
        let Some(layout) = self.geometry.get_untracked() else { return };
        let selection = self.map_state.selection.get_untracked();
        let of = match selection {
            Selection::Steps { .. } => MenuOf::Step,
            Selection::Connector(_) => MenuOf::Connector,
            Selection::Stage(_) => MenuOf::Stage,
            Selection::Lane(_) => MenuOf::Lane,
            Selection::None => MenuOf::Ground,
        };
        let corner = body_corner();
        let view = self.map_state.view.get_untracked();
        let (x, y) = anchor(&layout, &selection).map_or((24.0, 24.0), |it| view.screen_from_map(it));
        let (width, height) = self.map_state.body.get_untracked();
        let at = (corner.0 + x.clamp(0.0, width), corner.1 + y.clamp(0.0, height));
        self.open.set(Some(Open { of, cell: None, at }));
    }

    /// What the menu offers now.
    fn groups(self, of: MenuOf, commands: Commands) -> Vec<Vec<&'static Entry>> {
        let now = untrack(|| commands.situation());
        let possible = |command: &Command| {
            keys::entry(*command).map(|(_, it)| it).filter(|it| it.obstacle(&now).is_none())
        };
        let groups = of.groups().iter().map(|it| it.iter().filter_map(possible).collect::<Vec<_>>());
        groups.filter(|it| !it.is_empty()).collect()
    }
}

/// Where the menu of a selection is put: a corner of it.
fn anchor(layout: &MapLayout, selection: &Selection) -> Option<opmap_drawing::Point> {
    match selection {
        Selection::None => None,
        Selection::Steps { last, .. } => layout.step_box(*last).map(|it| it.rect.center()),
        Selection::Connector(id) => layout.route(*id).map(hold_of),
        Selection::Stage(id) => {
            layout.stages.iter().find(|it| it.id == *id).map(|it| opmap_drawing::Point::new(it.x + 12.0, 0.0))
        }
        Selection::Lane(id) => {
            layout.lanes.iter().find(|it| it.id == *id).map(|it| opmap_drawing::Point::new(0.0, it.y + 12.0))
        }
    }
}

#[component]
pub(super) fn MenuIfOpen(menu: Menu) -> impl IntoView {
    move || menu.open.get().map(|open| view! { <MenuView menu open /> })
}

#[component]
fn MenuView(menu: Menu, open: Open) -> impl IntoView {
    let commands: Commands = expect_context();
    let map_state = menu.map_state;
    let list = NodeRef::<html::Div>::new();
    let before = StoredValue::new_local(document().active_element());
    let place = RwSignal::new(open.at);
    Effect::new(move |_| {
        if let Some(list) = list.get() {
            place.set(kept_in_window(&list, open.at));
            focus_first(&list);
        }
    });
    let close = move |back: bool| {
        if back {
            match before.get_value().filter(|it| it.is_connected() && it.tag_name() != "BODY") {
                Some(element) => focus(&element),
                None => map_state.focus_wanted.notify(),
            }
        }
        menu.open.set(None);
    };
    let choose = move |command: Command| {
        close(true);
        match (command, open.cell) {
            (Command::AddStep, Some((stage, lane))) => {
                map_state.naming.set(Some(Naming::NewStep { stage, lane, before: None, from: None }));
            }
            _ => commands.run(command),
        }
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        if let Some(list) = list.get_untracked() {
            on_menu_key(&event, &list, || close(true));
        }
    };
    let elsewhere = window_event_listener(leptos::ev::pointerdown, move |event| {
        let target = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        if target.is_some_and(|it| !matches!(it.closest(".menu"), Ok(Some(_)))) {
            close(false);
        }
    });
    on_cleanup(move || elsewhere.remove());
    let groups = menu.groups(open.of, commands);
    view! {
        <div
            node_ref=list
            class="menu"
            role="menu"
            aria-label=open.of.words()
            tabindex="-1"
            style:left=move || format!("{}px", place.get().0)
            style:top=move || format!("{}px", place.get().1)
            on:keydown=on_key
            on:contextmenu=|event| event.prevent_default()
        >
            {groups
                .into_iter()
                .enumerate()
                .map(|(index, group)| {
                    view! {
                        {(index > 0).then(|| view! { <div class="menu-line" role="separator"></div> })}
                        {group
                            .into_iter()
                            .map(|entry| {
                                view! {
                                    <button class="menu-item" role="menuitem" tabindex="-1" on:click=move |_| choose(entry.command)>
                                        <Icon name=entry.icon />
                                        <span class="menu-words">{entry.words}</span>
                                        <span class="menu-key">{keys::hint(entry.command)}</span>
                                    </button>
                                }
                            })
                            .collect_view()}
                    }
                })
                .collect_view()}
        </div>
    }
}

/// Where the menu goes so that all of it is seen.
fn kept_in_window(list: &web_sys::Element, at: (f64, f64)) -> (f64, f64) {
    let rect = list.get_bounding_client_rect();
    let side = |value: Result<wasm_bindgen::JsValue, _>| {
        value.ok().and_then(|it: wasm_bindgen::JsValue| it.as_f64())
    };
    let (width, height) = (side(window().inner_width()), side(window().inner_height()));
    let keep = |at: f64, length: f64, window: Option<f64>| {
        window.map_or(at, |window| at.min(window - length - 4.0)).max(4.0)
    };
    (keep(at.0, rect.width(), width), keep(at.1, rect.height(), height))
}
