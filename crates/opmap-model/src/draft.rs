//! A document with a change laid over it: what the planning functions read and write.

use crate::rank::Ranked;
use crate::{
    Change, Document, LaneId, MapKey, Rank, Record, RecordKey, Refusal, StageId, StepId, Swap, Workshop,
};

/// A document as it will be after the change planned so far. The document itself stays as it is, so a plan costs
/// what it touches and reads, never a copy.
pub(crate) struct Draft<'a> {
    document: &'a Document,
    change: Change,
}

impl<'a> Draft<'a> {
    pub(crate) fn new(document: &'a Document) -> Self {
        Self { document, change: Change::default() }
    }

    pub(crate) fn into_change(self) -> Change {
        self.change.without_idle_swaps()
    }

    pub(crate) fn workshop(&self) -> &Workshop {
        let after = self.change.workshop.as_ref().and_then(|swap| swap.after.as_ref());
        after.unwrap_or(&self.document.workshop)
    }

    pub(crate) fn set_workshop(&mut self, workshop: Workshop) {
        let before = Some(self.document.workshop.clone());
        self.change.workshop = Some(Swap { before, after: Some(workshop) });
    }

    /// The record, or the refusal that says it is gone.
    pub(crate) fn get<I: RecordKey>(&self, id: I) -> Result<&I::Record, Refusal> {
        let found = match I::Record::swaps(&self.change).get(&id) {
            Some(swap) => swap.after.as_ref(),
            None => I::Record::table(self.document).get(&id),
        };
        found.ok_or(Refusal::Gone { record: I::Record::record_id(id) })
    }

    /// Every record of a kind, in no particular order.
    pub(crate) fn iter<R: Record>(&self) -> impl Iterator<Item = (R::Id, &R)> {
        let swaps = R::swaps(&self.change);
        let untouched = R::table(self.document)
            .iter()
            .filter(move |(id, _)| !swaps.contains_key(id))
            .map(|(id, record)| (*id, record));
        untouched.chain(swaps.iter().filter_map(|(id, swap)| Some((*id, swap.after.as_ref()?))))
    }

    /// The records that `keep` takes, in their order.
    pub(crate) fn in_order<R: Ranked>(&self, keep: impl Fn(&R) -> bool) -> Vec<R::Id> {
        let mut found: Vec<(Rank, R::Id)> =
            self.iter::<R>().filter(|(_, it)| keep(it)).map(|(id, it)| (it.rank(), id)).collect();
        found.sort_unstable();
        found.into_iter().map(|(_, id)| id).collect()
    }

    /// The same without one of them.
    pub(crate) fn siblings<R: Ranked>(&self, without: R::Id, keep: impl Fn(&R) -> bool) -> Vec<R::Id> {
        let mut found = self.in_order(keep);
        found.retain(|id| *id != without);
        found
    }

    /// The steps of one cell in their order.
    pub(crate) fn steps_of_cell(&self, stage: StageId, lane: LaneId) -> Vec<StepId> {
        let swaps = &self.change.steps;
        let untouched = self.document.steps_of_cell(stage, lane).into_iter();
        let untouched = untouched.filter(|(id, _)| !swaps.contains_key(id));
        let touched = swaps.iter().filter_map(|(id, swap)| Some((*id, swap.after.as_ref()?)));
        let touched = touched.filter(|(_, it)| (it.stage, it.lane) == (stage, lane));
        let mut found: Vec<_> = untouched.chain(touched).map(|(id, it)| (it.rank, id)).collect();
        found.sort_unstable();
        found.into_iter().map(|(_, id)| id).collect()
    }

    pub(crate) fn map_of_step(&self, id: StepId) -> Result<MapKey, Refusal> {
        Ok(self.get(self.get(id)?.stage)?.map())
    }

    pub(crate) fn add<I: RecordKey>(&mut self, id: I, record: I::Record) -> Result<(), Refusal> {
        let record_id = I::Record::record_id(id);
        if self.get(id).is_ok() {
            return Err(Refusal::Exists { record: record_id });
        }
        let planned = I::Record::swaps(&self.change).len();
        if I::Record::table(self.document).len() + planned >= Document::RECORD_LIMIT {
            return Err(Refusal::Full { table: record_id.table(), limit: Document::RECORD_LIMIT });
        }
        self.write(id, Some(record));
        Ok(())
    }

    pub(crate) fn update<I: RecordKey>(
        &mut self,
        id: I,
        edit: impl FnOnce(&mut I::Record),
    ) -> Result<(), Refusal> {
        let mut record = self.get(id)?.clone();
        edit(&mut record);
        self.write(id, Some(record));
        Ok(())
    }

    /// Removes one record and nothing else; cascades are carried out by the caller.
    pub(crate) fn remove<I: RecordKey>(&mut self, id: I) -> Result<(), Refusal> {
        self.get(id)?;
        self.write(id, None);
        Ok(())
    }

    fn write<I: RecordKey>(&mut self, id: I, after: Option<I::Record>) {
        let before = I::Record::table(self.document).get(&id);
        let swap = I::Record::swaps_mut(&mut self.change)
            .entry(id)
            .or_insert_with(|| Swap { before: before.cloned(), after: None });
        swap.after = after;
    }
}
