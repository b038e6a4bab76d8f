//! The signs between two headers with which a stage or a lane is added there. Keys have their own way: Shift+S and
//! Shift+L on a header add behind it.

use leptos::prelude::*;
use opmap_model::{LaneId, StageId};

use super::Geometry;
use super::state::{MapState, Naming};
use crate::icon::Icon;

/// Adds a stage behind another.
#[component]
pub(super) fn AddStageBehind(id: StageId) -> impl IntoView {
    let (map_state, geometry) = (expect_context::<MapState>(), expect_context::<Geometry>());
    let left = move || {
        let end =
            geometry.with(|it| it.as_ref()?.stages.iter().find(|it| it.id == id).map(|it| it.x + it.width));
        let scale = map_state.scale.get();
        format!("{}px", f64::from(end.unwrap_or_default()) * scale)
    };
    let add = move |_| {
        let next = geometry.with_untracked(|it| {
            let mut behind = it.as_ref()?.stages.iter().skip_while(|it| it.id != id).skip(1);
            behind.next().map(|it| it.id)
        });
        map_state.naming.set(Some(Naming::NewStage { before: next }));
    };
    view! {
        <button class="add-between" style:left=left tabindex="-1" title="Add a stage here" aria-label="Add a stage here" on:click=add>
            <Icon name="plus" />
        </button>
    }
}

/// Adds a lane below another.
#[component]
pub(super) fn AddLaneBelow(id: LaneId) -> impl IntoView {
    let (map_state, geometry) = (expect_context::<MapState>(), expect_context::<Geometry>());
    let top = move || {
        let end =
            geometry.with(|it| it.as_ref()?.lanes.iter().find(|it| it.id == id).map(|it| it.y + it.height));
        let scale = map_state.scale.get();
        format!("{}px", f64::from(end.unwrap_or_default()) * scale)
    };
    let add = move |_| {
        let next = geometry.with_untracked(|it| {
            let mut behind = it.as_ref()?.lanes.iter().skip_while(|it| it.id != id).skip(1);
            behind.next().map(|it| it.id)
        });
        map_state.naming.set(Some(Naming::NewLane { before: next }));
    };
    view! {
        <button class="add-between" style:top=top tabindex="-1" title="Add a lane here" aria-label="Add a lane here" on:click=add>
            <Icon name="plus" />
        </button>
    }
}
