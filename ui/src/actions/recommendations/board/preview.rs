//! What is drawn over the board: which circle is chosen, and what a drag or a typed number would do.

use leptos::prelude::*;
use opmap_drawing::{BOARD_CIRCLE, Point, WaveSign, board_circle};
use opmap_model::{Rating, RecommendationId};

use super::BoardShown;
use super::drag::{Drag, Target};
use crate::actions::recommendations::key_press::cell_words;
use crate::actions::state::ActionsState;
use crate::fonts::SharedFonts;
use crate::map::paint;

/// From the pointer to the sentence above it.
const WORDS_GAP: f32 = 32.0;

/// A ring around the circle where one is.
pub(super) fn halo(shown: &BoardShown, chosen: Option<RecommendationId>) -> impl IntoView + use<> {
    let at = chosen.and_then(|it| shown.place(it));
    at.map(|it| view! { <circle class="board-halo" cx=it.x cy=it.y r={BOARD_CIRCLE / 2.0 + 2.0} /> })
}

/// The cells in which the circle can end whose impact was typed.
pub(super) fn typed_row(
    shown: &BoardShown,
    chosen: Option<RecommendationId>,
    typed: Option<(RecommendationId, Rating)>,
) -> impl IntoView + use<> {
    let row = typed.filter(|it| Some(it.0) == chosen).map(|(_, impact)| {
        let [first, .., last] = Rating::ALL.map(|effort| shown.layout.cell(impact, effort));
        (first.x, first.y, last.right() - first.x, first.height)
    });
    row.map(|(x, y, width, height)| view! { <rect class="drop-cell" x=x y=y width=width height=height /> })
}

/// The cell where the circle would end that is dragged.
pub(super) fn target(shown: &BoardShown, drag: Option<Drag>) -> impl IntoView + use<> {
    let cell = match drag.and_then(|it| it.target) {
        Some(Target::Cell(impact, effort)) => Some(shown.layout.cell(impact, effort)),
        Some(Target::Tray) | None => None,
    };
    cell.map(|it| view! { <rect class="drop-cell" x=it.x y=it.y width=it.width height=it.height /> })
}

/// The circle at the pointer, its old place, and a sentence.
pub(super) fn drag_preview(
    drag: &Drag,
    shown: &BoardShown,
    actions: ActionsState,
    fonts: SharedFonts,
) -> impl IntoView + use<> {
    let now = drag.now?;
    let (circle, words) = actions.editor.peek(|document| {
        let it = document.get(drag.id)?;
        let circle = fonts.with_value(|fonts| board_circle(now, &it.code(), WaveSign::of(it), fonts));
        let words = match drag.target {
            Some(Target::Cell(impact, effort)) => capital(&cell_words(document, impact, effort)),
            Some(Target::Tray) => "Not placed".to_owned(),
            None => "Stays where it is".to_owned(),
        };
        Some((circle, words))
    })?;
    let (x, anchor) = words_at(now, shown.layout.width);
    Some(view! {
        {shown.place(drag.id).map(|it| view! { <circle class="old-place" cx=it.x cy=it.y r={BOARD_CIRCLE / 2.0} /> })}
        <g class="ghost">{paint(circle.to_vec())}</g>
        <text class="drop-words" x=x y={now.y - WORDS_GAP} text-anchor=anchor>{words}</text>
    })
}

/// Where the sentence of a drag begins or ends, such that it stays on the board.
fn words_at(now: Point, width: f32) -> (f32, &'static str) {
    let beside = BOARD_CIRCLE / 2.0;
    if now.x > width / 2.0 { (now.x + beside, "end") } else { (now.x - beside, "start") }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|it| it.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
