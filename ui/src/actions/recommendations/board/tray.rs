//! What has no place on the board yet: from here it is dragged onto the board, and back.

use leptos::prelude::*;
use opmap_drawing::{BOARD_CIRCLE, Point, WaveSign, board_circle};
use opmap_model::RecommendationId;

use super::BoardShown;
use super::drag::{Surface, TRAY, Target};
use super::item::{is_chosen, item_id, unplaced_words};
use crate::fonts::fonts;
use crate::map::paint;

#[component]
pub(super) fn Tray(shown: Memo<BoardShown>, surface: Surface) -> impl IntoView {
    let drag = surface.actions.recommendations.drag;
    let is_target = move || drag.with(|it| it.is_some_and(|it| it.target == Some(Target::Tray)));
    let is_empty = Memo::new(move |_| shown.with(|it| it.tray.is_empty()));
    view! {
        <div id=TRAY class="board-tray" class:target=is_target role="group" aria-label="Not placed yet">
            <p class="board-tray-head">
                <strong>"Not placed yet"</strong>
                <span class="grow"></span>
                <span>
                    {move || if is_empty.get() {
                        "all are placed; drag one here to take it off"
                    } else {
                        "drag onto the chart, or type 1 to 5"
                    }}
                </span>
            </p>
            <div class="board-tray-items">
                <For each=move || shown.with(|it| it.tray.clone()) key=|it| *it let(id)>
                    <Unplaced id surface />
                </For>
            </div>
        </div>
    }
}

#[component]
fn Unplaced(id: RecommendationId, surface: Surface) -> impl IntoView {
    let fonts = fonts();
    let editor = surface.actions.editor;
    let said = Memo::new(move |_| {
        editor.read(|document| {
            let it = document.get(id)?;
            Some((it.code(), it.title.to_string(), unplaced_words(document, id), WaveSign::of(it)))
        })
    });
    let half = BOARD_CIRCLE / 2.0;
    view! {
        {move || said.get().map(|(code, title, words, wave)| {
            let circle = fonts.with_value(|fonts| board_circle(Point::new(half, half), &code, wave, fonts));
            let label = format!("{code} {title}, not placed. {words}");
            view! {
                <div
                    id=item_id(id)
                    class="board-unplaced"
                    role="option"
                    aria-selected=is_chosen(surface, id)
                    aria-label=label
                    on:pointerdown=move |event| surface.press(id, &event)
                    on:dblclick=move |_| crate::actions::enter_details(surface.actions)
                >
                    <svg aria-hidden="true" viewBox=format!("0 0 {BOARD_CIRCLE} {BOARD_CIRCLE}")>{paint(circle.to_vec())}</svg>
                    <p>
                        <strong>{title}</strong>
                        <span>{words}</span>
                    </p>
                </div>
            }
        })}
    }
}
