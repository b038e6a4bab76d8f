//! The map as the room sees it in present mode: one stage after the other, with what the room is asked about it. Titles are
//! 20 pixels high at the design size, so that the map is the same drawing as on the station and on paper.
//!
//! What is seen and selected here is the room's own: the station is found again as it was left.

mod card;
mod heads;
mod note;
mod spot;

use leptos::context::Provider;
use leptos::html;
use leptos::prelude::*;
use opmap_drawing::{STEP_TITLE, add_named_roles};
use opmap_model::Document;

use super::Geometry;
use super::camera::observe_size;
use super::overlay::Overlay;
use super::picture::Picture;
use super::pointer::on_screen;
use super::selection::Selection;
use super::showing::keep_noted;
use super::stage_time::times_of_map;
use super::state::MapState;
use super::states::state_words_within;
use super::steps::Steps;
use crate::editor::editor;
use crate::frame::is_typing;
use crate::keys::{self, Command, OnPresent, OnRoomMap, Place};
use crate::present::Presenting;
use card::Card;
use note::{NoteLine, Noting};
pub(crate) use spot::Spot;

/// How high titles of steps are at the design size, in pixels.
const TITLE: f64 = 20.0;
/// The height of the design, in pixels.
const DESIGN_HEIGHT: f64 = 720.0;

/// What is presented of the map; copies are handles to the same.
#[derive(Clone, Copy)]
struct Room {
    /// The room's own view, notes and selection of the map that the station shows.
    map: MapState,
    geometry: Geometry,
    spot: RwSignal<Spot>,
    /// Whether all about the step is shown.
    card: RwSignal<bool>,
    noting: RwSignal<Noting>,
}

#[component]
pub(crate) fn MapPresented() -> impl IntoView {
    let (station, geometry): (MapState, Geometry) = (expect_context(), expect_context());
    let presenting: Presenting = expect_context();
    let selected = move || {
        let selection = station.selection.get_untracked();
        geometry.with_untracked(|it| it.as_ref().map(|it| Spot::of_selection(it, &selection)))
    };
    let begins = presenting.spot.get_value().or_else(selected).unwrap_or_default();
    // Where it is provided from, the station’s own state stays what it is.
    view! {
        <Provider value=station.for_room()>
            <RoomView begins />
        </Provider>
    }
}

#[component]
fn RoomView(begins: Spot) -> impl IntoView {
    let (editor, map): (_, MapState) = (editor(), expect_context());
    let (geometry, presenting): (Geometry, Presenting) = (expect_context(), expect_context());
    keep_noted(editor, map, add_named_roles);
    provide_context(times_of_map(map));
    let room = Room {
        map,
        geometry,
        spot: RwSignal::new(begins),
        card: RwSignal::new(false),
        noting: RwSignal::new(Noting::Not),
    };
    provide_context(room);
    let body = NodeRef::<html::Div>::new();
    observe_size(body, map);
    room.follow(presenting);
    room.keep_keyboard(body);
    let moved = move || {
        let (x, y) = map.view.get().corner(window().device_pixel_ratio());
        format!("translate({x}px,{y}px)")
    };
    let scaled = move || format!("scale({})", map.scale.get());
    let active = move || room.spot.get().step.map(|id| format!("step-{}", id.0));
    let question = move || editor.read(|document| room.question(document));
    view! {
        <main class="room-map" on:keydown=move |event| room.on_key(&event, presenting)>
            <h2 class="room-question">{question}</h2>
            <div class="room-canvas">
                <div class="room-corner"></div>
                <heads::Stages />
                <heads::Lanes />
                <div
                    node_ref=body
                    class="body"
                    tabindex="0"
                    role="listbox"
                    aria-label=move || editor.read(|document| room.name(document))
                    aria-activedescendant=active
                    on:pointerdown=move |event| room.press(&event, body)
                    on:dblclick=move |_| room.open_card()
                >
                    <Picture />
                    <div class="world" style:transform=moved>
                        <div class="world-scale" style:transform=scaled>
                            <Overlay />
                            <Steps />
                        </div>
                    </div>
                    <heads::Frame />
                </div>
                <Card />
            </div>
            <NoteLine />
            <heads::Strip />
            <p class="spoken" role="status">{move || map.spoken.get()}</p>
        </main>
    }
}

impl Room {
    /// Keeps the view, what is selected and what is said in step with where the room is.
    fn follow(self, presenting: Presenting) {
        let Self { map, geometry, spot, .. } = self;
        Effect::new(move |_| {
            let Some(layout) = geometry.get() else { return };
            let stays = spot.get().kept(&layout);
            if stays != spot.get_untracked() {
                return spot.set(stays);
            }
            let body = map.body.get();
            // The height of a window is always a number.
            let height = window().inner_height().ok().and_then(|it| it.as_f64()).unwrap_or(DESIGN_HEIGHT);
            let scale = height / DESIGN_HEIGHT * TITLE / f64::from(STEP_TITLE.0);
            let before = map.view.get_untracked();
            // At another scale the lane is looked for from the top.
            let y = if before.scale == scale { before.y } else { 0.0 };
            presenting.spot.set_value(Some(stays));
            map.view.set(stays.view(&layout, y, scale, body));
            map.selection.set(stays.step.map_or(Selection::None, Selection::step));
        });
        let editor = editor();
        Effect::new(move |before: Option<Spot>| {
            let now = spot.get();
            let words = geometry.with_untracked(|it| {
                let layout = it.as_ref()?;
                let (stage, lane) = (layout.stages.get(now.stage)?, layout.lanes.get(now.lane)?);
                editor.peek(|document| {
                    let (stage, lane) = (&document.get(stage.id)?.title, &document.get(lane.id)?.title);
                    let step = now.step.and_then(|it| document.get(it));
                    let step = step.map_or("no step", |it| it.title.as_str());
                    let is_here = before.is_some_and(|it| it.stage == now.stage);
                    let place = format!("{stage}, stage {} of {}. ", now.stage + 1, layout.stages.len());
                    Some(format!("{}{lane}: {step}.", if is_here { "" } else { &place }))
                })
            });
            map.spoken.set(words.unwrap_or_default());
            now
        });
    }

    /// Gives the keyboard to the map at first, and once nothing else has it.
    fn keep_keyboard(self, body: NodeRef<html::Div>) {
        Effect::new(move |_| {
            if let Some(body) = body.get()
                && !self.card.get()
                && self.noting.get() != Noting::Typing
            {
                let _ = body.focus();
            }
        });
    }

    fn on_key(self, event: &web_sys::KeyboardEvent, presenting: Presenting) {
        if is_typing(event) {
            return;
        }
        let leaves = keys::command_on(Place::Present, event) == Some(Command::Present(OnPresent::Leave));
        if leaves && self.card.get_untracked() {
            self.card.set(false);
        } else if let Some(Command::RoomMap(command)) = keys::command_on(Place::RoomMap, event) {
            // Arrows scroll what is open.
            if self.card.get_untracked() && matches!(command, OnRoomMap::Go(_)) {
                return;
            }
            self.run(command);
        } else {
            return presenting.on_key(event);
        }
        event.prevent_default();
        event.stop_propagation();
    }

    fn run(self, command: OnRoomMap) {
        let Some(layout) = self.geometry.get_untracked() else { return };
        let spot = self.spot.get_untracked();
        self.noting.set(Noting::Not);
        match command {
            OnRoomMap::Go(way) => self.go_to(spot.gone(&layout, way)),
            OnRoomMap::First => self.go_to(Spot::at(&layout, 0, spot.lane)),
            OnRoomMap::Last => self.go_to(Spot::at(&layout, layout.stages.len(), spot.lane)),
            OnRoomMap::Card if self.card.get_untracked() => self.card.set(false),
            OnRoomMap::Card => self.open_card(),
            OnRoomMap::Note => self.noting.set(match spot.step {
                Some(_) => Noting::Typing,
                None => Noting::NoStep,
            }),
        }
    }

    fn go_to(self, spot: Spot) {
        self.card.set(false);
        self.noting.set(Noting::Not);
        self.spot.set(spot);
    }

    /// Shows all about the step, where there is one.
    fn open_card(self) {
        self.card.set(self.spot.get_untracked().step.is_some());
    }

    /// A press on the map goes to what is there.
    fn press(self, event: &web_sys::PointerEvent, body: NodeRef<html::Div>) {
        let Some(layout) = self.geometry.get_untracked() else { return };
        let (x, y) = on_screen(event, body);
        let at = self.map.view.get_untracked().map_from_screen(x, y);
        let step = layout.step_at(at).and_then(|it| Spot::of_step(&layout, it.id));
        let cell = || {
            let stage = layout.stages.iter().position(|it| (it.x..it.x + it.width).contains(&at.x))?;
            let lane = layout.lanes.iter().position(|it| (it.y..it.y + it.height).contains(&at.y))?;
            Some(Spot::at(&layout, stage, lane))
        };
        if let Some(spot) = step.or_else(cell) {
            self.go_to(spot);
        }
    }

    /// What the room is asked about the stage, else what the map is called.
    fn question(self, document: &Document) -> String {
        let stage = self.geometry.with(|it| Some(it.as_ref()?.stages.get(self.spot.get().stage)?.id));
        let question = stage.and_then(|it| document.question_about(it));
        question.map_or_else(|| self.name(document), ToString::to_string)
    }

    /// What the map is called.
    fn name(self, document: &Document) -> String {
        let map = self.map.map.get();
        let named = map.and_then(|map| {
            Some(format!("{}, {}", document.get(map.journey)?.title, state_words_within(map.state)))
        });
        named.unwrap_or_default()
    }
}
