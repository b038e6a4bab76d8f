//! What is selected on the map. It is not part of the document and never in its history.

use std::collections::BTreeSet;

use opmap_model::{ConnectorId, Document, LaneId, MapKey, RecordId, StageId, StepId};

use super::state::Band;
use crate::keys::Chosen;

/// What is selected.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum Selection {
    /// Nothing: the journey itself is looked at.
    #[default]
    None,
    /// Some steps; the last one chosen is where the keyboard is.
    Steps { ids: BTreeSet<StepId>, last: StepId },
    /// A connector.
    Connector(ConnectorId),
    /// A stage.
    Stage(StageId),
    /// A lane.
    Lane(LaneId),
}

impl Selection {
    /// One step.
    pub(crate) fn step(id: StepId) -> Self {
        Self::Steps { ids: BTreeSet::from([id]), last: id }
    }

    /// Several steps, if there are any.
    pub(crate) fn steps(ids: BTreeSet<StepId>) -> Self {
        match ids.last().copied() {
            Some(last) => Self::Steps { ids, last },
            None => Self::None,
        }
    }

    /// With the step added, or taken out if it is in.
    pub(crate) fn toggled(&self, id: StepId) -> Self {
        let mut ids = self.step_ids();
        if ids.remove(&id) {
            Self::steps(ids)
        } else {
            ids.insert(id);
            Self::Steps { ids, last: id }
        }
    }

    /// With steps taken in, of which one is where the keyboard goes; the same if there are none.
    pub(crate) fn extended(&self, more: Self) -> Self {
        match more {
            Self::Steps { ids, last } => Self::Steps { ids: &self.step_ids() | &ids, last },
            _ => self.clone(),
        }
    }

    /// With the step where the keyboard goes taken in. Going back to one that is in takes the one out that it comes from.
    pub(crate) fn extended_to(&self, id: StepId) -> Self {
        let mut ids = self.step_ids();
        if !ids.insert(id)
            && let Some(last) = self.last_step().filter(|it| *it != id)
        {
            ids.remove(&last);
        }
        Self::Steps { ids, last: id }
    }

    /// What sort of thing is selected, as far as commands are concerned.
    pub(crate) fn sort(&self) -> Chosen {
        match self {
            Self::None => Chosen::Nothing,
            Self::Steps { .. } => Chosen::Steps,
            Self::Connector(_) => Chosen::Connector,
            Self::Stage(_) => Chosen::Stage,
            Self::Lane(_) => Chosen::Lane,
        }
    }

    /// The steps that are selected.
    pub(crate) fn step_ids(&self) -> BTreeSet<StepId> {
        match self {
            Self::Steps { ids, .. } => ids.clone(),
            _ => BTreeSet::new(),
        }
    }

    /// The stage or lane that is selected.
    pub(crate) fn band(&self) -> Option<Band> {
        match *self {
            Self::Stage(id) => Some(Band::Stage(id)),
            Self::Lane(id) => Some(Band::Lane(id)),
            _ => None,
        }
    }

    /// The step where the keyboard is.
    pub(crate) fn last_step(&self) -> Option<StepId> {
        match self {
            Self::Steps { last, .. } => Some(*last),
            _ => None,
        }
    }

    /// The records that are selected.
    pub(crate) fn records(&self) -> Vec<RecordId> {
        match self {
            Self::None => Vec::new(),
            Self::Steps { ids, .. } => ids.iter().map(|id| RecordId::Step(*id)).collect(),
            Self::Connector(id) => vec![RecordId::Connector(*id)],
            Self::Stage(id) => vec![RecordId::Stage(*id)],
            Self::Lane(id) => vec![RecordId::Lane(*id)],
        }
    }

    pub(crate) fn has_step(&self, id: StepId) -> bool {
        matches!(self, Self::Steps { ids, .. } if ids.contains(&id))
    }

    /// Whether all of it is there.
    pub(crate) fn exists(&self, document: &Document) -> bool {
        match self {
            Self::None => true,
            Self::Steps { ids, .. } => ids.iter().all(|id| document.get(*id).is_some()),
            Self::Connector(id) => document.get(*id).is_some(),
            Self::Stage(id) => document.get(*id).is_some(),
            Self::Lane(id) => document.get(*id).is_some(),
        }
    }

    /// The same without what is no longer there.
    pub(crate) fn existing(&self, document: &Document) -> Self {
        match self {
            Self::Steps { ids, last } => {
                let ids: BTreeSet<StepId> =
                    ids.iter().copied().filter(|id| document.get(*id).is_some()).collect();
                if ids.contains(last) { Self::Steps { ids, last: *last } } else { Self::steps(ids) }
            }
            one if one.exists(document) => one.clone(),
            _ => Self::None,
        }
    }

    /// What to show of some records: the map they are on, and those of them that can be selected together.
    pub(crate) fn of_touched(document: &Document, touched: &[RecordId]) -> Option<(MapKey, Self)> {
        let steps: Vec<StepId> = touched
            .iter()
            .filter_map(|it| match it {
                RecordId::Step(id) => document.get(*id).map(|_| *id),
                _ => None,
            })
            .collect();
        if let Some(map) = steps.first().and_then(|id| document.map_of_step(*id)) {
            let here = steps.into_iter().filter(|id| document.map_of_step(*id) == Some(map)).collect();
            return Some((map, Self::steps(here)));
        }
        touched.iter().find_map(|it| match *it {
            RecordId::Connector(id) => {
                Some((document.map_of_step(document.get(id)?.from)?, Self::Connector(id)))
            }
            RecordId::Stage(id) => Some((document.get(id)?.map(), Self::Stage(id))),
            RecordId::Lane(id) => Some((document.get(id)?.map(), Self::Lane(id))),
            RecordId::Card(id) => {
                let step = document.get(id)?.step;
                Some((document.map_of_step(step)?, Self::step(step)))
            }
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use opmap_model::StepId;
    use uuid::Uuid;

    use super::Selection;

    fn id(number: u128) -> StepId {
        StepId(Uuid::from_u128(number))
    }

    fn steps(ids: &[u128], last: u128) -> Selection {
        Selection::Steps { ids: ids.iter().map(|it| id(*it)).collect(), last: id(last) }
    }

    #[test]
    fn a_selection_grows_with_the_keyboard_and_shrinks_on_the_way_back() {
        let one = Selection::step(id(1));
        let three = one.extended_to(id(2)).extended_to(id(3));
        assert_eq!(three, steps(&[1, 2, 3], 3));
        assert_eq!(three.extended_to(id(2)), steps(&[1, 2], 2));
        assert_eq!(three.extended_to(id(2)).extended_to(id(1)), one);
        assert_eq!(Selection::None.extended_to(id(1)), one);
    }

    #[test]
    fn what_is_added_takes_nothing_away() {
        let one = Selection::step(id(1));
        let both = one.extended(Selection::steps(BTreeSet::from([id(1), id(2)])));
        assert_eq!(both, steps(&[1, 2], 2));
        assert_eq!(both.extended(Selection::None), both);
        assert_eq!(Selection::None.extended(one.clone()), one);
    }
}
