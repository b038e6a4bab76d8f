//! What stands around a map that is presented: its stages, its lanes, the frame of the stage where the room is, and where
//! that is among all.

use leptos::prelude::*;
use opmap_analysis::Severity;
use opmap_model::{Document, Keyword, LaneId, StageId};

use super::Room;
use super::spot::Spot;
use crate::editor::editor;
use crate::map::stage_time::Times;
use crate::sign::Sign;

/// The most stages whose names have room at the foot.
const NAMED: usize = 12;

impl Room {
    /// The stages with their places.
    fn stages(self) -> Memo<Vec<(usize, StageId)>> {
        Memo::new(move |_| {
            self.geometry.with(|it| {
                it.iter().flat_map(|it| it.stages.iter().map(|it| it.id).enumerate()).collect::<Vec<_>>()
            })
        })
    }

    /// Left and width, or top and height, of a band on the screen; nothing where there is none.
    fn reach(self, band: impl Fn(&opmap_drawing::MapLayout) -> Option<(f32, f32)>) -> (f64, f64) {
        let scale = self.map.scale.get();
        let found = self.geometry.with(|it| band(it.as_ref()?));
        found.map_or((0.0, 0.0), |(start, length)| (f64::from(start) * scale, f64::from(length) * scale))
    }

    fn reach_of_stage(self, index: usize) -> (f64, f64) {
        self.reach(|it| it.stages.get(index).map(|it| (it.x, it.width)))
    }

    fn is_in_stage(self, index: usize) -> bool {
        self.spot.with(|it| it.stage == index)
    }

    fn go_to_stage(self, index: usize) {
        let lane = self.spot.get_untracked().lane;
        if let Some(layout) = self.geometry.get_untracked() {
            self.go_to(Spot::at(&layout, index, lane));
        }
    }
}

fn title_of(document: &Document, id: StageId) -> String {
    document.get(id).map(|it| it.title.to_string()).unwrap_or_default()
}

#[component]
pub(super) fn Stages() -> impl IntoView {
    let (room, times): (Room, Times) = (expect_context(), expect_context());
    let editor = editor();
    let stages = room.stages();
    let moved = move || format!("translateX({}px)", room.map.view.get().x);
    let head = move |(index, id): (usize, StageId)| {
        let title = move || editor.read(|document| title_of(document, id));
        let longest = move || times.with(|it| it.get(&id).is_some_and(|it| it.longest_wait));
        view! {
            <button
                tabindex="-1"
                class="room-stage"
                class:here=move || room.is_in_stage(index)
                style:left=move || format!("{}px", room.reach_of_stage(index).0)
                style:width=move || format!("{}px", room.reach_of_stage(index).1)
                on:click=move |_| room.go_to_stage(index)
            >
                <span class="number">{index + 1}</span>
                <span class="name">{title}</span>
                <Show when=longest>
                    <Sign severity=Severity::Warning />
                </Show>
            </button>
        }
    };
    view! {
        <div class="room-stages" aria-hidden="true">
            <div class="heads-track" style:transform=moved>
                <For each=move || stages.get() key=|it| *it let(stage)>{head(stage)}</For>
            </div>
        </div>
    }
}

#[component]
pub(super) fn Lanes() -> impl IntoView {
    let room: Room = expect_context();
    let editor = editor();
    let lanes = Memo::new(move |_| {
        room.geometry.with(|it| {
            it.iter().flat_map(|it| it.lanes.iter().map(|it| it.id).enumerate()).collect::<Vec<_>>()
        })
    });
    let moved = move || format!("translateY({}px)", room.map.view.get().y);
    let head = move |(index, id): (usize, LaneId)| {
        let title = move || {
            editor.read(|document| document.get(id).map(|it| it.title.to_string()).unwrap_or_default())
        };
        let kind = move || editor.read(|document| document.get(id).map(|it| it.kind.key()));
        let reach = move || room.reach(|it| it.lanes.get(index).map(|it| (it.y, it.height)));
        view! {
            <div
                class=move || format!("room-lane kind-{}", kind().unwrap_or_default())
                class:here=move || room.spot.with(|it| it.lane == index)
                style:top=move || format!("{}px", reach().0)
                style:height=move || format!("{}px", reach().1)
            >
                <span class="name">{title}</span>
            </div>
        }
    };
    view! {
        <div class="room-lanes" aria-hidden="true">
            <div class="heads-track" style:transform=moved>
                <For each=move || lanes.get() key=|it| *it let(lane)>{head(lane)}</For>
            </div>
        </div>
    }
}

/// Around the stage where the room is, over the whole height of the map.
#[component]
pub(super) fn Frame() -> impl IntoView {
    let room: Room = expect_context();
    let reach = move || room.reach_of_stage(room.spot.get().stage);
    view! {
        <div
            class="room-frame"
            style:left=move || format!("{}px", reach().0 + room.map.view.get().x)
            style:width=move || format!("{}px", reach().1)
        ></div>
    }
}

/// All stages in a row at the foot; where there are many, the name of the one where the room is and the numbers of the others.
#[component]
pub(super) fn Strip() -> impl IntoView {
    let room: Room = expect_context();
    let editor = editor();
    let stages = room.stages();
    let are_named = Memo::new(move |_| stages.with(Vec::len) <= NAMED);
    let stop = move |(index, id): (usize, StageId)| {
        let words = move || {
            let is_named = are_named.get() || room.is_in_stage(index);
            if is_named { editor.read(|document| title_of(document, id)) } else { (index + 1).to_string() }
        };
        view! {
            <li class:here=move || room.is_in_stage(index)>
                <button
                    tabindex="-1"
                    class:passed=move || room.spot.with(|it| index < it.stage)
                    class:here=move || room.is_in_stage(index)
                    aria-current=move || room.is_in_stage(index).then_some("step")
                    aria-label=move || editor.read(|document| title_of(document, id))
                    on:click=move |_| room.go_to_stage(index)
                >
                    {words}
                </button>
            </li>
        }
    };
    view! {
        <nav class="room-strip" aria-label="Stages">
            <ol><For each=move || stages.get() key=|it| *it let(stage)>{stop(stage)}</For></ol>
        </nav>
    }
}
