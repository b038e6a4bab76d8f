//! What a drag of steps would do, shown while it goes on: the boxes under the pointer, where they would end up, the
//! connectors that go with them, and a sentence.

use leptos::prelude::*;
use opmap_drawing::{Detail, DropTarget, MapLayout, Point, Rect, StepBox, step_marks};
use opmap_model::StepId;

use super::gesture::Drag;
use super::marks::paint;
use crate::editor::Editor;

/// How far above or below the box the sentence stands, how high it is, and how wide about one of its letters.
const WORDS: (f32, f32, f32) = (9.0, 13.0, 7.0);

/// What a drag would do, within the part of the map that is `seen`.
pub(super) fn drag_preview(
    drag: &Drag,
    layout: &MapLayout,
    editor: Editor,
    seen: Rect,
) -> impl IntoView + use<> {
    let words = editor.peek(|document| {
        let edit = drag.edit(document, layout)?;
        Some(drag.words(document, &edit)).filter(|it| !it.is_empty())
    });
    let cell = drag.target.and_then(|it| layout.cell_rect(it.stage, it.lane));
    let line = drag.target.and_then(|it| drop_line(layout, it, drag.lead));
    let steps: Vec<&StepBox> = drag.ids.iter().filter_map(|id| layout.step_box(*id)).collect();
    let places: Vec<Rect> = if drag.copy { Vec::new() } else { steps.iter().map(|it| it.rect).collect() };
    let onto = drag.onto.and_then(|id| layout.route(id)).map(|it| path(&it.points));
    let wires = wires(drag, layout);
    let ghosts: Vec<StepBox> = steps.into_iter().map(|it| moved(it, drag)).collect();
    let lead = layout.step_box(drag.lead).map(|it| moved(it, drag).rect).unwrap_or_default();
    let words = words.map(|words| {
        let ((x, y), is_left) = words_place(&lead, &seen, &words);
        view! { <text class="drop-words" class:is-left=is_left x=x y=y>{words}</text> }
    });
    view! {
        {cell.map(|it| view! { <rect class="drop-cell" x=it.x y=it.y width=it.width height=it.height /> })}
        {places
            .into_iter()
            .map(|it| view! { <rect class="old-place" x=it.x y=it.y width=it.width height=it.height rx="6" /> })
            .collect_view()}
        {onto.map(|it| view! { <path class="drop-route" d=it /> })}
        {wires.into_iter().map(|it| view! { <path class="drag-wire" d=path(&it) /> }).collect_view()}
        {line.map(|(x, y, width)| view! { <path class="drop-line" d=format!("M{x} {y}h{width}") /> })}
        <g class="ghost">{ghosts.into_iter().map(|it| paint(step_marks(&it, Detail::Full, None))).collect_view()}</g>
        {words}
    }
}

/// Where the sentence stands: above the box and from its left edge on, or else below it and up to its right edge. Answers
/// also whether it ends there.
fn words_place(lead: &Rect, seen: &Rect, words: &str) -> ((f32, f32), bool) {
    let (gap, height, letter) = WORDS;
    let above = lead.y - gap;
    let y = if above - height < seen.y { lead.bottom() + gap + height } else { above };
    let width: f32 = words.chars().map(|_| letter).sum();
    let is_left = lead.x + width > seen.right() && lead.right() - width > seen.x;
    ((if is_left { lead.right() } else { lead.x }, y), is_left)
}

/// The box where the pointer has taken it.
fn moved(step: &StepBox, drag: &Drag) -> StepBox {
    let (dx, dy) = (drag.now.x - drag.from.x, drag.now.y - drag.from.y);
    let rect = Rect::new(step.rect.x + dx, step.rect.y + dy, step.rect.width, step.rect.height);
    StepBox { rect, ..step.clone() }
}

/// Straight lines for the connectors that go along; copies take none but those between them.
fn wires(drag: &Drag, layout: &MapLayout) -> Vec<[Point; 2]> {
    let middle = |id: StepId| {
        let step = layout.step_box(id)?;
        let rect = if drag.ids.contains(&id) { moved(step, drag).rect } else { step.rect };
        Some(rect.center())
    };
    let goes_along = |from: StepId, to: StepId| {
        let ends = (drag.ids.contains(&from), drag.ids.contains(&to));
        if drag.copy { ends == (true, true) } else { ends != (false, false) }
    };
    let routes = layout.routes.iter().filter(|it| goes_along(it.from, it.to));
    routes.filter_map(|it| Some([middle(it.from)?, middle(it.to)?])).collect()
}

fn path(points: &[Point]) -> String {
    points
        .iter()
        .enumerate()
        .map(|(index, it)| format!("{}{} {}", if index == 0 { 'M' } else { 'L' }, it.x, it.y))
        .collect()
}

/// Where the line is that shows between which steps a step would go: left end and width.
fn drop_line(layout: &MapLayout, target: DropTarget, lead: StepId) -> Option<(f32, f32, f32)> {
    let before = target.before.and_then(|id| layout.step_box(id))?;
    (before.id != lead).then_some((before.rect.x, before.rect.y - 8.0, before.rect.width))
}

#[cfg(test)]
mod tests {
    use opmap_drawing::Rect;

    use super::words_place;

    #[test]
    fn the_sentence_stays_in_view() {
        let seen = Rect::new(100.0, 50.0, 800.0, 600.0);
        let words = "Goes to Contact, Dispatch";
        let place = |x, y| words_place(&Rect::new(x, y, 100.0, 66.0), &seen, words);
        assert_eq!(place(300.0, 300.0), ((300.0, 291.0), false));
        assert_eq!(place(300.0, 55.0), ((300.0, 143.0), false), "below");
        assert_eq!(place(780.0, 300.0), ((880.0, 291.0), true), "to the left");
        assert!(!place(100.0, 300.0).1, "where there is no room to the left it stays");
    }
}
