//! Stages and lanes folded away: the buttons on their headers, the groups of lanes of one function, and what keeps the
//! selection in sight.

use leptos::prelude::*;
use opmap_drawing::{Folded, LaneGroup, MapLayout};
use opmap_model::LaneId;

use super::Geometry;
use super::selection::Selection;
use super::state::{Band, MapState};
use crate::editor::{Editor, editor};
use crate::icon::Icon;

/// Folds the stage or lane, or unfolds it. What is folded is selected, since its steps no longer can be.
pub(super) fn toggle(band: Band, map_state: MapState) {
    let folds = map_state.folded.with_untracked(|it| !is_folded(it, band));
    if folds {
        map_state.selection.set(band.selection());
    }
    map_state.folded.update(|it| set(it, band, folds));
}

/// Folds or unfolds what is selected, if it is a stage or a lane.
pub(super) fn toggle_selected(selection: &Selection, map_state: MapState) {
    match *selection {
        Selection::Stage(id) => toggle(Band::Stage(id), map_state),
        Selection::Lane(id) => toggle(Band::Lane(id), map_state),
        _ => map_state.spoken.set("Select a stage or a lane to fold it.".to_owned()),
    }
}

/// Unfolds every stage and lane.
pub(super) fn unfold_all(map_state: MapState) {
    map_state.folded.set(Folded::default());
}

/// Unfolds the stages and lanes of the steps that are selected, whether the keyboard goes to them or they are moved there.
pub(super) fn keep_selection_shown(editor: Editor, map_state: MapState) {
    Effect::new(move |_| {
        editor.track();
        map_state.selection.track();
        let mut folded = map_state.folded.get_untracked();
        let before = folded.stages.len() + folded.lanes.len();
        if before == 0 {
            return;
        }
        let chosen = map_state.selection.with_untracked(Selection::step_ids);
        editor.peek(|document| {
            for step in chosen.iter().filter_map(|id| document.get(*id)) {
                folded.stages.remove(&step.stage);
                folded.lanes.remove(&step.lane);
            }
        });
        if folded.stages.len() + folded.lanes.len() < before {
            map_state.folded.set(folded);
            map_state.reveal_wanted.notify();
        }
    });
}

fn is_folded(folded: &Folded, band: Band) -> bool {
    match band {
        Band::Stage(id) => folded.stages.contains(&id),
        Band::Lane(id) => folded.lanes.contains(&id),
    }
}

fn set(folded: &mut Folded, band: Band, folds: bool) {
    match (band, folds) {
        (Band::Stage(id), true) => drop(folded.stages.insert(id)),
        (Band::Stage(id), false) => drop(folded.stages.remove(&id)),
        (Band::Lane(id), true) => drop(folded.lanes.insert(id)),
        (Band::Lane(id), false) => drop(folded.lanes.remove(&id)),
    }
}

/// Where the band lies on its axis, its length, and how many steps it has.
fn extent(layout: &MapLayout, band: Band) -> Option<(f32, f32, usize)> {
    match band {
        Band::Stage(id) => layout.stages.iter().find(|it| it.id == id).map(|it| (it.x, it.width, it.steps)),
        Band::Lane(id) => layout.lanes.iter().find(|it| it.id == id).map(|it| (it.y, it.height, it.steps)),
    }
}

/// The button on a header that folds its stage or lane, or unfolds it and says how many steps are in it.
#[component]
pub(super) fn FoldButton(band: Band) -> impl IntoView {
    let (editor, map_state, geometry) =
        (editor(), expect_context::<MapState>(), expect_context::<Geometry>());
    let folded = Memo::new(move |_| map_state.folded.with(|it| is_folded(it, band)));
    let place = Memo::new(move |_| geometry.with(|it| extent(it.as_ref()?, band)));
    // The button is at the far end of a stage's header and at the near end of a lane's.
    let at = move |stage: bool| {
        let (start, length, _) = place.get().unwrap_or_default();
        let start = if stage { start + length } else { start };
        format!("{}px", f64::from(start) * map_state.scale.get())
    };
    let left = move || if matches!(band, Band::Stage(_)) { at(true) } else { "auto".to_owned() };
    let top = move || if matches!(band, Band::Lane(_)) { at(false) } else { "auto".to_owned() };
    let words = move || {
        let title = editor.read(|document| {
            let title = match band {
                Band::Stage(id) => document.get(id).map(|it| &it.title),
                Band::Lane(id) => document.get(id).map(|it| &it.title),
            };
            title.map(ToString::to_string).unwrap_or_default()
        });
        let steps = place.get().map_or(0, |it| it.2);
        match (folded.get(), steps) {
            (false, _) => format!("Fold {title}"),
            (true, 1) => format!("Unfold {title}, one step"),
            (true, steps) => format!("Unfold {title}, {steps} steps"),
        }
    };
    view! {
        <button
            class=match band {
                Band::Stage(_) => "fold-button of-stage",
                Band::Lane(_) => "fold-button of-lane",
            }
            style:left=left
            style:top=top
            title=words
            aria-label=words
            aria-expanded=move || (!folded.get()).to_string()
            on:click=move |_| toggle(band, map_state)
        >
            {move || if folded.get() { view! { <Icon name="plus" /> } } else { view! { <Icon name="minus" /> } }}
            {move || folded.get().then(|| place.get().map_or(0, |it| it.2))}
        </button>
    }
}

/// The names of functions left of the lanes that they have in common. Pressed, they fold all of these lanes.
#[component]
pub(super) fn LaneGroups() -> impl IntoView {
    let geometry: Geometry = expect_context();
    let groups =
        Memo::new(move |_| geometry.with(|it| it.as_ref().map_or_else(Vec::new, |it| it.groups.clone())));
    view! {
        <For each=move || groups.get() key=|it| (it.function.clone(), it.lanes.clone()) let(group)>
            <Group group groups />
        </For>
    }
}

#[component]
fn Group(group: LaneGroup, groups: Memo<Vec<LaneGroup>>) -> impl IntoView {
    let map_state: MapState = expect_context();
    let LaneGroup { function, lanes, .. } = group;
    let lanes = StoredValue::new(lanes);
    let now = move || {
        let found = groups.with(|it| it.iter().find(|it| lanes.with_value(|own| it.lanes == *own)).cloned());
        found.map_or((0.0, 0.0), |it| (it.y, it.height))
    };
    let top = move || format!("{}px", f64::from(now().0) * map_state.scale.get());
    let height = move || format!("{}px", f64::from(now().1) * map_state.scale.get());
    let folded = Memo::new(move |_| {
        map_state.folded.with(|folded| lanes.with_value(|own| own.iter().all(|it| folded.lanes.contains(it))))
    });
    let press = move |_| {
        let folds = !folded.get_untracked();
        let own: Vec<LaneId> = lanes.get_value();
        if let (true, Some(first)) = (folds, own.first()) {
            map_state.selection.set(Selection::Lane(*first));
        }
        map_state.folded.update(|it| own.iter().for_each(|lane| set(it, Band::Lane(*lane), folds)));
    };
    let label = {
        let function = function.clone();
        move || {
            let word = if folded.get() { "Unfold" } else { "Fold" };
            format!("{word} the lanes of {function}")
        }
    };
    view! {
        <button
            class="lane-group"
            style:top=top
            style:height=height
            title=label.clone()
            aria-label=label
            aria-expanded=move || (!folded.get()).to_string()
            on:click=press
        >
            <span>{function}</span>
        </button>
    }
}
