//! A recommendation on the board, or in its tray, as an element that the pointer and a screen reader meet.

use leptos::prelude::*;
use opmap_drawing::{BOARD_ABOVE, BOARD_BESIDE, BOARD_CIRCLE, Point, WaveSign};
use opmap_model::{Document, RecommendationId, RecordId};

use super::BoardShown;
use super::drag::Surface;
use crate::actions::recommendations::key_press::cell_words;
use crate::actions::recommendations::{missing_words, row};

pub(super) fn item_id(id: RecommendationId) -> String {
    format!("board-{}", id.0)
}

/// A circle of the picture, without a look of its own.
#[component]
pub(super) fn Circle(id: RecommendationId, shown: Memo<BoardShown>, surface: Surface) -> impl IntoView {
    let at = Memo::new(move |_| shown.with(|it| it.place(id)).unwrap_or(Point::new(0.0, 0.0)));
    let scale = move || shown.with(|it| it.scale);
    let from_middle = move |middle: f32| format!("{}px", (middle - BOARD_CIRCLE / 2.0) * scale());
    let size = move || format!("{}px", BOARD_CIRCLE * scale());
    let words =
        Memo::new(move |_| surface.actions.editor.read(|it| placed_words(it, id)).unwrap_or_default());
    view! {
        <div
            id=item_id(id)
            class="board-item"
            role="option"
            aria-selected=is_chosen(surface, id)
            aria-label=words
            title=words
            style:left=move || from_middle(at.get().x + BOARD_BESIDE)
            style:top=move || from_middle(at.get().y + BOARD_ABOVE)
            style:width=size
            style:height=size
            on:pointerdown=move |event| surface.press(id, &event)
            on:dblclick=move |_| crate::actions::enter_details(surface.actions)
        ></div>
    }
}

/// Whether it is the one where one is, as an attribute.
pub(super) fn is_chosen(surface: Surface, id: RecommendationId) -> impl Fn() -> String + Copy {
    let is = Memo::new(move |_| surface.actions.chosen.get() == Some(RecordId::Recommendation(id)));
    move || is.get().to_string()
}

/// What is said of a circle.
fn placed_words(document: &Document, id: RecommendationId) -> Option<String> {
    let it = document.get(id)?;
    let cell = cell_words(document, it.impact?, it.effort?);
    Some(format!("{} {}, {cell}, {}", it.code(), it.title, WaveSign::of(it).label()))
}

/// What is said of one that has no place: who sees to it, and what is missing.
pub(super) fn unplaced_words(document: &Document, id: RecommendationId) -> String {
    let Some(it) = document.get(id) else { return String::new() };
    let missing = missing_words(&[
        (it.impact.is_none(), "impact"),
        (it.effort.is_none(), "effort"),
        (it.measure.is_none(), "measure"),
    ]);
    let owner = row::owner(document, it).map(|it| format!("{it}. ")).unwrap_or_default();
    format!("{owner}{missing}")
}

#[cfg(test)]
mod tests {
    use opmap_model::notation;

    use super::{placed_words, unplaced_words};

    #[test]
    fn what_stands_on_the_board_says_where_and_what_does_not_says_what_is_missing() {
        let mut next = 0;
        let text = "workshop \"W\"\nrole lead \"Team lead\"\nrecommendation a \"One\" impact=4 effort=1 timing=wave1\n\
            recommendation b \"Two\" owner=lead\nrecommendation c \"Three\" impact=2 measure=\"Calls\"\n";
        let document = notation::parse(text, &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap();
        let ids: Vec<_> = document.recommendations_in_order().into_iter().map(|it| it.0).collect();
        let placed = "R1 One, impact 4, effort 1: quick wins, Wave 1";
        assert_eq!(placed_words(&document, ids[0]).as_deref(), Some(placed));
        assert_eq!(placed_words(&document, ids[1]), None);
        assert_eq!(unplaced_words(&document, ids[1]), "Team lead. No impact, effort or measure yet.");
        assert_eq!(unplaced_words(&document, ids[2]), "No effort yet.");
    }
}
