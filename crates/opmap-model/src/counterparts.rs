//! Which elements of different maps are the same thing: joined by hand, and parted again.

use std::collections::BTreeSet;

use crate::draft::Draft;
use crate::{Connector, CounterpartId, Document, Lane, MapKey, Record, RecordId, Refusal, Stage, Step};

/// A kind of record that has counterparts in other maps.
pub(crate) trait Element: Record {
    fn counterpart(&self) -> CounterpartId;
    fn set_counterpart(&mut self, counterpart: CounterpartId);
    fn map_in(&self, draft: &Draft<'_>) -> Result<MapKey, Refusal>;
}

macro_rules! elements {
    ($($Record:ident: $map:expr;)*) => {
        $(impl Element for $Record {
            fn counterpart(&self) -> CounterpartId {
                self.counterpart
            }

            fn set_counterpart(&mut self, counterpart: CounterpartId) {
                self.counterpart = counterpart;
            }

            fn map_in(&self, draft: &Draft<'_>) -> Result<MapKey, Refusal> {
                let map: fn(&Self, &Draft<'_>) -> Result<MapKey, Refusal> = $map;
                map(self, draft)
            }
        })*
    };
}

elements! {
    Stage: |it, _| Ok(it.map());
    Lane: |it, _| Ok(it.map());
    Step: |it, draft| Ok(draft.get(it.stage)?.map());
    Connector: |it, draft| draft.map_of_step(it.from);
}

/// Refuses an element of whose counterparts one is in its map already.
pub(crate) fn check_free<R: Element>(draft: &Draft<'_>, id: R::Id, element: &R) -> Result<(), Refusal> {
    let map = element.map_in(draft)?;
    match in_map::<R>(draft, element.counterpart(), map)? {
        Some(_) => Err(Refusal::CounterpartTaken { record: R::record_id(id) }),
        None => Ok(()),
    }
}

fn in_map<R: Element>(
    draft: &Draft<'_>,
    counterpart: CounterpartId,
    map: MapKey,
) -> Result<Option<R::Id>, Refusal> {
    for (id, it) in draft.iter::<R>().filter(|(_, it)| it.counterpart() == counterpart) {
        if it.map_in(draft)? == map {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

/// Makes two elements of a kind the same thing, with all counterparts of either.
pub(crate) fn join(draft: &mut Draft<'_>, one: RecordId, other: RecordId) -> Result<(), Refusal> {
    match (one, other) {
        (RecordId::Stage(one), RecordId::Stage(other)) => join_elements::<Stage>(draft, one, other),
        (RecordId::Lane(one), RecordId::Lane(other)) => join_elements::<Lane>(draft, one, other),
        (RecordId::Step(one), RecordId::Step(other)) => join_elements::<Step>(draft, one, other),
        (RecordId::Connector(one), RecordId::Connector(other)) => {
            join_elements::<Connector>(draft, one, other)
        }
        _ => Err(Refusal::NotAlike),
    }
}

fn join_elements<R: Element>(draft: &mut Draft<'_>, one: R::Id, other: R::Id) -> Result<(), Refusal> {
    let (kept, given_up) = (draft.get(one)?.counterpart(), draft.get(other)?.counterpart());
    if kept == given_up {
        return Ok(());
    }
    let mut maps = BTreeSet::new();
    let mut joining = Vec::new();
    for (id, it) in draft.iter::<R>().filter(|(_, it)| [kept, given_up].contains(&it.counterpart())) {
        if !maps.insert(it.map_in(draft)?) {
            return Err(Refusal::SameInOneMap { record: R::record_id(other) });
        }
        joining.push(id);
    }
    joining.into_iter().try_for_each(|id| draft.update(id, |it| it.set_counterpart(kept)))
}

/// Parts an element from its counterparts: from now on it is the first of `counterpart`, which nothing else has.
pub(crate) fn part(
    draft: &mut Draft<'_>,
    record: RecordId,
    counterpart: CounterpartId,
) -> Result<(), Refusal> {
    match record {
        RecordId::Stage(id) => part_element::<Stage>(draft, id, counterpart),
        RecordId::Lane(id) => part_element::<Lane>(draft, id, counterpart),
        RecordId::Step(id) => part_element::<Step>(draft, id, counterpart),
        RecordId::Connector(id) => part_element::<Connector>(draft, id, counterpart),
        _ => Err(Refusal::NoCounterpart { record }),
    }
}

fn part_element<R: Element>(
    draft: &mut Draft<'_>,
    id: R::Id,
    counterpart: CounterpartId,
) -> Result<(), Refusal> {
    let record = R::record_id(id);
    let shared = draft.get(id)?.counterpart();
    if !draft.iter::<R>().any(|(other, it)| other != id && it.counterpart() == shared) {
        return Err(Refusal::NoCounterpart { record });
    }
    if draft.iter::<R>().any(|(_, it)| it.counterpart() == counterpart) {
        return Err(Refusal::CounterpartTaken { record });
    }
    draft.update(id, |it| it.set_counterpart(counterpart))
}

impl Document {
    /// The counterpart of a stage, lane, step or connector in a map; the element itself where it is of that map.
    #[must_use]
    pub fn counterpart_in(&self, record: RecordId, map: MapKey) -> Option<RecordId> {
        let draft = Draft::new(self);
        match record {
            RecordId::Stage(id) => found::<Stage>(&draft, id, map),
            RecordId::Lane(id) => found::<Lane>(&draft, id, map),
            RecordId::Step(id) => found::<Step>(&draft, id, map),
            RecordId::Connector(id) => found::<Connector>(&draft, id, map),
            _ => None,
        }
    }
}

fn found<R: Element>(draft: &Draft<'_>, id: R::Id, map: MapKey) -> Option<RecordId> {
    let counterpart = draft.get(id).ok()?.counterpart();
    in_map::<R>(draft, counterpart, map).ok()?.map(R::record_id)
}
