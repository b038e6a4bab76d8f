//! What found a finding.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::tables::{Record, References};
use crate::{RecordId, RecordKey, Refusal, Table, Title};

/// A rule that found something at a record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Source {
    /// Identity of the rule, such as `R1`.
    pub rule: Title,
    /// The record at which it found something; none when that is gone.
    pub about: Option<RecordId>,
    /// Which of the things that the rule asks of its records it is.
    pub point: u32,
}

/// Everything that found one finding.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sources(BTreeSet<Source>);

impl Source {
    /// Whether rules find something at records of that kind.
    #[must_use]
    pub fn can_be_about(table: Table) -> bool {
        Table::KeptFinding.refers_to("sources", table)
    }

    pub(crate) fn check(&self, draft: &Draft<'_>) -> Result<(), Refusal> {
        let Some(record) = self.about else { return Ok(()) };
        draft.check_there(record)?;
        if Self::can_be_about(record.table()) { Ok(()) } else { Err(Refusal::Unsound) }
    }
}

impl Sources {
    /// Each of them, in an order of their own.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.0.iter()
    }

    /// Whether nothing found it: it was written by hand.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn insert(&mut self, source: Source) {
        self.0.insert(source);
    }

    pub(crate) fn extend(&mut self, others: Sources) {
        self.0.extend(others.0);
    }
}

impl FromIterator<Source> for Sources {
    fn from_iter<T: IntoIterator<Item = Source>>(sources: T) -> Self {
        Self(sources.into_iter().collect())
    }
}

impl<I: RecordKey> References<I> for Sources {
    fn referred(&self) -> impl Iterator<Item = I> + '_ {
        self.0.iter().filter_map(|it| it.about?.key())
    }

    fn refer_anew(&mut self, become_of: impl Fn(I) -> Option<I>) {
        let anew = |source: &Source| match source.about.and_then(RecordId::key) {
            Some(id) => Source { about: become_of(id).map(I::Record::record_id), ..source.clone() },
            None => source.clone(),
        };
        self.0 = self.0.iter().map(anew).collect();
    }
}
