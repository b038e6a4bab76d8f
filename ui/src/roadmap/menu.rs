//! The menu of a bar, of a line between bars or of the head of a row: what can be done with it, each with its key.

use leptos::html;
use leptos::prelude::*;
use opmap_drawing::GanttGroup;
use opmap_model::{RecommendationId, WorkstreamId};

use super::chart::item_id;
use super::state::{At, RoadmapState, row_head_id};
use super::{key_press, row_head};
use crate::field::focus_later;
use crate::icon::Icon;
use crate::keys::{self, Command, OnRoadmap, Way};
use crate::menu_keys::{focus_first, on_menu_key};

/// About how large a menu is, to keep it in the window.
const SIZE: (f64, f64) = (280.0, 380.0);

/// The menu that is open, if one is; copies are handles to the same.
#[derive(Clone, Copy)]
pub(super) struct Menu {
    roadmap: RoadmapState,
    open: RwSignal<Option<Open>>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Open {
    of: MenuOf,
    /// Where its corner goes in the window.
    at: (f64, f64),
}

/// What a menu is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum MenuOf {
    Row(WorkstreamId),
    Item,
    Line,
}

impl MenuOf {
    /// What it offers, and how that is called where it is not as in the table.
    fn offers(self) -> &'static [(OnRoadmap, Option<&'static str>)] {
        use OnRoadmap as W;
        match self {
            Self::Row(_) => &[
                (W::Rename, Some("Rename")),
                (W::Add, Some("Add a recommendation")),
                (W::Move(Way::Up), Some("Move the workstream up")),
                (W::Move(Way::Down), Some("Move the workstream down")),
                (W::Delete, Some("Delete the workstream")),
            ],
            Self::Item => &[
                (W::Details, None),
                (W::InActions, None),
                (W::WaitFor, None),
                (W::Move(Way::Left), None),
                (W::Move(Way::Right), None),
                (W::MoveWave(Way::Left), None),
                (W::MoveWave(Way::Right), None),
                (W::Move(Way::Up), None),
                (W::Move(Way::Down), None),
                (W::Longer, None),
                (W::Shorter, None),
                (W::Park, None),
                (W::Delete, Some("Take its wave away")),
            ],
            Self::Line => &[
                (W::Go(Way::Left), None),
                (W::Go(Way::Right), None),
                (W::Delete, Some("Take the dependency away")),
            ],
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Row(_) => "Workstream",
            Self::Item => "Recommendation",
            Self::Line => "Dependency",
        }
    }
}

impl Menu {
    pub(super) fn new(roadmap: RoadmapState) -> Self {
        Self { roadmap, open: RwSignal::new(None) }
    }

    /// Opens the menu of a row at its head, or closes it.
    pub(super) fn turn_row(self, id: WorkstreamId) {
        let of = MenuOf::Row(id);
        if self.open.with_untracked(|it| it.is_some_and(|it| it.of == of)) {
            return self.open.set(None);
        }
        self.open_below(of, &row_head_id(GanttGroup::Workstream(Some(id))));
    }

    /// Opens the menu of what is chosen, at the pointer where that asked for it.
    pub(super) fn open_for_chosen(self, pointer: Option<(f64, f64)>) {
        let (of, id) = match self.roadmap.chosen.get_untracked() {
            Some(At::Item(id)) => (MenuOf::Item, id),
            Some(At::Link { after, .. }) => (MenuOf::Line, after),
            Some(At::Milestone(_)) | None => return,
        };
        match pointer {
            Some(at) => self.open.set(Some(Open { of, at })),
            None => self.open_at_item(of, id),
        }
    }

    fn open_at_item(self, of: MenuOf, id: RecommendationId) {
        self.open_below(of, &item_id(id));
    }

    fn open_below(self, of: MenuOf, id: &str) {
        let rect = document().get_element_by_id(id).map(|it| it.get_bounding_client_rect());
        let at = rect.map_or((0.0, 0.0), |it| (it.left() + 8.0, it.top() + it.height().min(34.0)));
        self.open.set(Some(Open { of, at }));
    }

    fn close(self, back: bool) {
        let open = self.open.get_untracked();
        self.open.set(None);
        match open.map(|it| it.of) {
            _ if !back => {}
            Some(MenuOf::Row(id)) => focus_later(&row_head_id(GanttGroup::Workstream(Some(id)))),
            _ => self.roadmap.focus_wanted.notify(),
        }
    }
}

#[component]
pub(super) fn MenuIfOpen(menu: Menu) -> impl IntoView {
    move || menu.open.get().map(|open| view! { <Shown menu open /> })
}

#[component]
fn Shown(menu: Menu, open: Open) -> impl IntoView {
    let list = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(list) = list.get() {
            focus_first(&list);
        }
    });
    let on_key = move |event: web_sys::KeyboardEvent| {
        if let Some(list) = list.get_untracked() {
            on_menu_key(&event, &list, || menu.close(true));
        }
    };
    let elsewhere = window_event_listener(leptos::ev::pointerdown, move |event| {
        use wasm_bindgen::JsCast;
        let target = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        if target.is_some_and(|it| !matches!(it.closest(".gantt-menu"), Ok(Some(_)))) {
            menu.close(false);
        }
    });
    on_cleanup(move || elsewhere.remove());
    let room = |of: Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue>, size: f64| {
        of.ok().and_then(|it| it.as_f64()).map_or(f64::MAX, |it| (it - size).max(4.0))
    };
    let (left, top) = (
        open.at.0.min(room(window().inner_width(), SIZE.0)),
        open.at.1.min(room(window().inner_height(), SIZE.1)),
    );
    let item = move |(command, words): &(OnRoadmap, Option<&'static str>)| {
        let command = *command;
        let entry = keys::entry(Command::Roadmap(command)).map(|it| it.1);
        let words = words.or_else(|| entry.map(|it| it.words)).unwrap_or_default();
        view! {
            <button
                class="menu-item"
                role="menuitem"
                tabindex="-1"
                on:click=move |_| {
                    menu.close(!command.opens());
                    match open.of {
                        MenuOf::Row(id) => row_head::carry_out(command, id, menu.roadmap),
                        MenuOf::Item | MenuOf::Line => key_press::run(command, menu.roadmap),
                    }
                }
            >
                <Icon name=entry.map_or("list", |it| it.icon) />
                <span class="menu-words">{words}</span>
                <span class="menu-key">{keys::hint(Command::Roadmap(command))}</span>
            </button>
        }
    };
    view! {
        <div
            node_ref=list
            class="menu gantt-menu"
            role="menu"
            aria-label=open.of.words()
            style:left=format!("{left}px")
            style:top=format!("{top}px")
            on:keydown=on_key
            on:contextmenu=|event| event.prevent_default()
        >
            {open.of.offers().iter().map(item).collect_view()}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::MenuOf;
    use crate::keys::{Command, entry};

    #[test]
    fn menus_offer_what_is_in_the_table_and_each_thing_once() {
        for of in [MenuOf::Row(Uuid::nil().into()), MenuOf::Item, MenuOf::Line] {
            for (at, (command, _)) in of.offers().iter().enumerate() {
                assert!(entry(Command::Roadmap(*command)).is_some(), "{command:?}");
                assert!(
                    of.offers()[at + 1..].iter().all(|it| it.0 != *command),
                    "{command:?} twice in {of:?}"
                );
            }
        }
    }
}
