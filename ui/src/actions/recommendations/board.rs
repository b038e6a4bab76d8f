//! The board of impact and effort: every recommendation as a circle that is dragged, or moved by keys, and below it what
//! has no place yet (Q1).

mod drag;
mod item;
mod placing;
mod preview;
mod shown;
mod tray;

use leptos::html;
use leptos::prelude::*;
use opmap_drawing::{
    BOARD_ABOVE, BOARD_BESIDE, Point, WaveSign, axis_marks, circle_marks, ground_marks, wave_disc,
};
use opmap_model::{RecommendationId, RecordId};

use crate::actions::key_press;
use crate::actions::state::ActionsState;
use crate::fonts::fonts;
use crate::keys::{self, Command, Place, is_escape};
use crate::map::paint;
use crate::resizing::on_resize;

pub(super) use drag::Drag;
pub(super) use placing::moved;
pub(super) use shown::BoardShown;

/// The room that the board has before it is measured.
const ROOM: (f64, f64) = (520.0, 480.0);

#[component]
pub(super) fn Board() -> impl IntoView {
    let actions: ActionsState = expect_context();
    let (chart, pane) = (NodeRef::<html::Div>::new(), NodeRef::<html::Div>::new());
    let room = RwSignal::new(ROOM);
    on_resize(chart, move |it| {
        let rect = it.get_bounding_client_rect();
        room.set((rect.width(), rect.height()));
    });
    let shown = Memo::new(move |_| {
        let room = room.get();
        actions.editor.read(|document| BoardShown::of(document, room))
    });
    let surface = drag::Surface { actions, shown, pane };
    view! {
        <div
            node_ref=pane
            class="board"
            role="listbox"
            tabindex="0"
            aria-label="Impact and effort"
            aria-activedescendant=move || chosen(actions).map(item::item_id)
            on:keydown=move |event| on_key(&event, actions)
            on:pointermove=move |event| surface.follow(&event)
            on:pointerup=move |event| surface.release(&event)
            on:pointercancel=move |_| actions.recommendations.drag.set(None)
        >
            <Asking />
            <div class="board-chart" node_ref=chart>
                <Picture shown surface />
            </div>
            <Legend shown />
            <tray::Tray shown surface />
        </div>
    }
}

fn chosen(actions: ActionsState) -> Option<RecommendationId> {
    actions.chosen.get().and_then(RecordId::key)
}

fn on_key(event: &web_sys::KeyboardEvent, actions: ActionsState) {
    if actions.recommendations.drag.with_untracked(Option::is_some) {
        if is_escape(event) {
            super::give_up(actions);
        }
    } else if let Some(Command::Board(command)) = keys::command_on(Place::Board, event) {
        super::run_board(command, actions);
    } else {
        return key_press::on_table(event, actions);
    }
    event.prevent_default();
    event.stop_propagation();
}

/// The picture of the board, with an element for each circle.
#[component]
fn Picture(shown: Memo<BoardShown>, surface: drag::Surface) -> impl IntoView {
    let (actions, fonts) = (surface.actions, fonts());
    let state = actions.recommendations;
    let side = move |pick: fn(&BoardShown) -> f32| shown.with(|it| format!("{}px", pick(it) * it.scale));
    let ground = move || {
        shown.with(|it| {
            fonts
                .with_value(|fonts| [ground_marks(&it.layout, fonts), axis_marks(&it.layout, fonts)].concat())
        })
    };
    let circles =
        move || shown.with(|it| fonts.with_value(|fonts| circle_marks(&it.items, &it.layout, fonts)));
    view! {
        <div
            id=drag::PICTURE
            class="board-picture"
            class:dragging=move || state.drag.with(|it| it.as_ref().is_some_and(|it| it.now.is_some()))
            style:width=move || side(BoardShown::width)
            style:height=move || side(BoardShown::height)
        >
            <svg aria-hidden="true" viewBox=move || shown.with(|it| format!("0 0 {} {}", it.width(), it.height()))>
                <g transform=format!("translate({BOARD_BESIDE} {BOARD_ABOVE})")>
                    {move || paint(ground())}
                    {move || preview::typed_row(&shown.get(), chosen(actions), state.typed.get())}
                    {move || preview::target(&shown.get(), state.drag.get())}
                    {move || paint(circles())}
                    {move || preview::halo(&shown.get(), chosen(actions))}
                    {move || state.drag.get().map(|it| preview::drag_preview(&it, &shown.get(), actions, fonts))}
                </g>
            </svg>
            <For each=move || shown.with(BoardShown::places) key=|it| it.0 let((id, _))>
                <item::Circle id shown surface />
            </For>
        </div>
    }
}

/// What is asked for while a number was typed.
#[component]
fn Asking() -> impl IntoView {
    let actions: ActionsState = expect_context();
    let asked = move || {
        let (id, impact) = actions.recommendations.typed.get()?;
        let code = actions.editor.read(|document| document.get(id).map(opmap_model::Recommendation::code))?;
        (chosen(actions) == Some(id)).then_some((code, impact))
    };
    view! {
        {move || asked().map(|(code, impact)| view! {
            <p class="board-asking" role="status">
                <strong>{format!("{code}: impact {impact}.")}</strong>
                " Now its effort, 1 to 5. "
                <kbd>"Esc"</kbd>
                " gives up."
            </p>
        })}
    }
}

/// What the looks of the circles mean.
#[component]
fn Legend(shown: Memo<BoardShown>) -> impl IntoView {
    let sign = |sign: WaveSign| {
        view! {
            <li>
                <svg viewBox="0 0 16 16" aria-hidden="true">{paint(vec![wave_disc(Point::new(8.0, 8.0), 7.0, sign)])}</svg>
                {sign.label()}
            </li>
        }
    };
    view! {
        <ul class="board-legend" aria-hidden="true">
            {move || shown.with(BoardShown::signs).into_iter().map(sign).collect_view()}
        </ul>
    }
}
