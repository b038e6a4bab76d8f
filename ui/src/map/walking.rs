//! Going over the map and selecting by keys.

use std::collections::BTreeSet;

use opmap_drawing::MapLayout;
use opmap_model::StepId;

use super::selection::Selection;

/// The next or previous step in reading order; none at the end, where the key leads on to what comes after the map.
pub(super) fn neighbour_in_order(layout: &MapLayout, from: StepId, forward: bool) -> Option<StepId> {
    let index = layout.boxes.iter().position(|it| it.id == from)?;
    let next = if forward { index + 1 } else { index.checked_sub(1)? };
    layout.boxes.get(next).map(|it| it.id)
}

/// What *select all* selects: the steps of a selected stage or lane, and every step otherwise, so that pressing again
/// widens.
pub(super) fn all(layout: &MapLayout, selection: &Selection) -> Selection {
    let within: BTreeSet<StepId> = match *selection {
        Selection::Stage(id) => layout.boxes.iter().filter(|it| it.stage == id).map(|it| it.id).collect(),
        Selection::Lane(id) => layout.boxes.iter().filter(|it| it.lane == id).map(|it| it.id).collect(),
        _ => BTreeSet::new(),
    };
    let every = || layout.boxes.iter().map(|it| it.id).collect();
    Selection::steps(if within.is_empty() { every() } else { within })
}
