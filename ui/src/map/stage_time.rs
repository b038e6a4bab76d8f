//! How long each stage takes, in its frozen header; nothing where no step has a time.

use leptos::prelude::*;
use opmap_drawing::{StageTime, StageTimes, stage_times};
use opmap_model::StageId;

use super::Geometry;
use super::state::MapState;
use crate::editor::editor;
use crate::fonts::fonts;
use crate::frame::Looked;
use crate::sign::Sign;

/// How long the stages of the map take that is shown, once a change of it is painted.
pub(super) type Times = Memo<StageTimes>;

pub(super) fn times_of_map(map_state: MapState) -> Times {
    let (editor, fonts) = (editor(), fonts());
    let (looked, geometry): (Looked, Geometry) = (expect_context(), expect_context());
    Memo::new(move |_| {
        looked.track();
        map_state.map.track();
        map_state.folded.track();
        // After an edit they follow when that is painted.
        let Some(layout) = geometry.get_untracked() else { return StageTimes::new() };
        editor.peek(|document| fonts.with_value(|fonts| stage_times(document, &layout, fonts)))
    })
}

/// How high the headers of the stages are, in pixels: higher where they say how long the stages take, and where a name
/// has several lines. The row of phases is not counted.
pub(super) fn head_height(times: Times, geometry: Geometry) -> u8 {
    let lines = geometry.with(|it| {
        it.as_ref().map_or(0, |it| it.stages.iter().map(|it| it.title_lines.len()).max().unwrap_or(0))
    });
    match (times.with(StageTimes::is_empty), lines) {
        (true, _) => 52,
        (false, 0..=1) => 56,
        (false, _) => 72,
    }
}

/// What the words in the headers are, in the corner beside them.
#[component]
pub(super) fn CornerWords(times: Times) -> impl IntoView {
    view! {
        <Show when=move || !times.with(StageTimes::is_empty)>
            <span>"Waiting + work"<br />"per stage"</span>
        </Show>
    }
}

/// How long a stage takes: words, a bar for its share of the whole, a triangle where the wait is longest.
#[component]
pub(super) fn TimeOfStage(id: StageId) -> impl IntoView {
    let times: Times = expect_context();
    let time = Memo::new(move |_| times.with(|it| it.get(&id).cloned()));
    move || {
        time.get().map(|StageTime { words, share, longest_wait, .. }| {
            let said = if longest_wait { "Longest wait. " } else { "" };
            view! {
                <span class="stage-time" class:longest=longest_wait>
                    {longest_wait.then(|| view! { <Sign severity=opmap_analysis::Severity::Warning /> })}
                    <span class="unseen">", waiting and work: " {said}</span>
                    {words}
                </span>
                <span class="stage-share" class:longest=longest_wait>
                    <span style:width=format!("{:.1}%", share * 100.0)></span>
                </span>
            }
        })
    }
}
