//! The steps in view as elements without a look, for those who meet the map by name instead of by sight: a screen
//! reader that explores the page, or speaks the step where the keyboard is.
//!
//! Which ones there are follows the view when it rests, so that no movement makes any; where they are and what they are
//! called follows an edit once that is painted, so that nobody waits for what nobody sees.

use std::time::Duration;

use leptos::prelude::*;
use opmap_drawing::{Detail, Rect, StepNote};
use opmap_model::{Document, Keyword, StepId};

use super::Geometry;
use super::selection::Selection;
use super::state::MapState;
use super::view::View;
use crate::editor::editor;
use crate::painting::once_painted;

/// How long the view stays as it is before the steps follow it.
const REST: Duration = Duration::from_millis(120);

/// The most steps that are there beside the one where the keyboard is.
const MOST: usize = 400;

#[component]
pub(super) fn Steps() -> impl IntoView {
    let (map_state, geometry) = (expect_context::<MapState>(), expect_context::<Geometry>());
    let rested = rested_view(map_state);
    let painted = Trigger::new();
    once_painted(Duration::ZERO, move || geometry.track(), move || painted.notify());
    let ids = Memo::new(move |_| {
        let Some(view) = rested.get() else { return Vec::new() };
        let body = map_state.body.get();
        // The step where the keyboard is, which may be a new one, is there at once.
        let active = map_state.selection.with(Selection::last_step);
        painted.track();
        geometry.with_untracked(|it| {
            let Some(layout) = it else { return Vec::new() };
            let legible = view.scale >= Detail::NUMBER_SCALE;
            let seen = layout.boxes_in(view.seen(body)).map(|it| it.id).take(if legible { MOST } else { 0 });
            let mut ids: Vec<StepId> = seen.collect();
            ids.extend(active.filter(|id| layout.step_box(*id).is_some() && !ids.contains(id)));
            ids
        })
    });
    view! {
        <div class="steps">
            <For each=move || ids.get() key=|id| *id let(id)>
                <StepByName id painted />
            </For>
        </div>
    }
}

/// The view as it was when it last rested; none until it does for the first time, so that a map is seen before what
/// follows the view is made.
pub(super) fn rested_view(map_state: MapState) -> RwSignal<Option<View>> {
    let rested = RwSignal::new(None);
    let waiting = StoredValue::new_local(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(handle) = waiting.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    };
    Effect::new(move |_| {
        map_state.view.track();
        stop();
        let follow = move || {
            // The map may have been left meanwhile.
            if let Some(view) = map_state.view.try_get_untracked() {
                rested.try_set(Some(view));
            }
        };
        waiting.set_value(set_timeout_with_handle(follow, REST).ok());
    });
    on_cleanup(stop);
    rested
}

#[component]
fn StepByName(id: StepId, painted: Trigger) -> impl IntoView {
    let (map_state, geometry) = (expect_context::<MapState>(), expect_context::<Geometry>());
    let editor = editor();
    let rect = Memo::new(move |_| {
        painted.track();
        geometry.with_untracked(|it| Some(it.as_ref()?.step_box(id)?.rect))
    });
    let side = move |pick: fn(&Rect) -> f32| format!("{}px", rect.with(|it| it.as_ref().map_or(0.0, pick)));
    let selected = Memo::new(move |_| map_state.selection.with(|it| it.has_step(id)));
    let stands_out = Memo::new(move |_| {
        map_state.standing.with(|it| it.as_ref().is_some_and(|it| it.steps.contains(&id)))
    });
    let words = Memo::new(move |_| {
        painted.track();
        let mut words = editor.peek(|document| step_words(document, id)).unwrap_or_default();
        if let Some(change) = map_state.notes.with(|it| change_words(it.steps.get(&id)?)) {
            words = format!("{change}: {words}");
        }
        if stands_out.get() {
            words.push_str(", stands out");
        }
        words
    });
    view! {
        <div
            id=format!("step-{}", id.0)
            class="step"
            role="option"
            aria-selected=move || selected.get().to_string()
            aria-label=words
            style:left=move || side(|it| it.x)
            style:top=move || side(|it| it.y)
            style:width=move || side(|it| it.width)
            style:height=move || side(|it| it.height)
        ></div>
    }
}

/// What became of a step, while two states are compared.
fn change_words(note: &StepNote) -> Option<String> {
    let word = note.change?.word();
    let label = note.label.as_ref().map(|it| it.text.as_str()).filter(|it| *it != word);
    Some(label.map_or_else(|| word.to_owned(), |label| format!("{word}, {label}")))
}

/// What is said of a step: its title, its kind, who does it, and when.
fn step_words(document: &Document, id: StepId) -> Option<String> {
    let step = document.get(id)?;
    let (stage, lane) = (document.get(step.stage)?, document.get(step.lane)?);
    Some(format!("{}, {}, {}, {}", step.title, step.kind.label(), lane.title, stage.title))
}
