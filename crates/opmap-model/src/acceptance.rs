//! A finding of the checks that the room accepts, with its reason (Q7).

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::{AcceptanceId, RecordId, Refusal, Table, Text, Title, tables};

/// What a rule finds at a record is known, and left as it is for a reason. It holds for all that the rule finds there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acceptance {
    /// Identity of the rule, such as `R1`.
    pub rule: Title,
    /// The record that the finding is about, of a kind that checks speak of; with it the acceptance goes.
    pub about: RecordId,
    /// Why it is left as it is.
    pub reason: Text,
}

impl Acceptance {
    /// Whether checks speak of records of that kind.
    #[must_use]
    pub fn can_be_about(table: Table) -> bool {
        Table::Acceptance.refers_to("about", table)
    }
}

pub(crate) fn add(draft: &mut Draft<'_>, id: AcceptanceId, acceptance: &Acceptance) -> Result<(), Refusal> {
    draft.check_there(acceptance.about)?;
    if !Acceptance::can_be_about(acceptance.about.table()) {
        return Err(Refusal::Unsound);
    }
    draft.add(id, acceptance.clone())
}

pub(crate) fn set(draft: &mut Draft<'_>, ids: &[AcceptanceId], reason: &Text) -> Result<(), Refusal> {
    ids.iter().try_for_each(|id| draft.update(*id, |it| it.reason = reason.clone()))
}

pub(crate) fn remove(draft: &mut Draft<'_>, ids: &[AcceptanceId]) -> Result<(), Refusal> {
    let roots: Vec<RecordId> = ids.iter().map(|id| RecordId::Acceptance(*id)).collect();
    tables::remove_cascading(draft, &roots)
}
