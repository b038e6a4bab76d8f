//! Service recovery: who may put a disruption right, up to which limit and how soon, by the value of the customer and
//! how bad it is (D9, 3.3). One matrix for the workshop.

mod response;

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::rank::Ranked;
use crate::tables::referred;
use crate::{CustomerGroupId, DisruptionId, Document, Rank, Refusal, Role, Title, register};

pub use response::{Limit, Response, ResponseField, Responses};

/// Customers of one value: a row of the recovery matrix, with what is done for them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerGroup {
    /// Where it stands among the customer groups, from lower to higher value.
    pub rank: Rank,
    /// What it is called.
    pub title: Title,
    /// What is done for it, by how bad the disruption is.
    pub responses: Responses,
}

/// How bad a disruption is: a column of the recovery matrix. People call it a severity, which in code is that of a
/// finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disruption {
    /// Where it stands among the severities, from lower to higher.
    pub rank: Rank,
    /// What it is called.
    pub title: Title,
}

/// A cell of the recovery matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RecoveryCell {
    /// Its row.
    pub group: CustomerGroupId,
    /// Its column.
    pub disruption: DisruptionId,
}

impl CustomerGroup {
    /// A customer group with a title and no responses.
    #[must_use]
    pub fn new(title: Title) -> Self {
        Self { rank: Rank::default(), title, responses: Responses::default() }
    }
}

impl Disruption {
    /// A severity with a title.
    #[must_use]
    pub fn new(title: Title) -> Self {
        Self { rank: Rank::default(), title }
    }
}

impl Ranked for CustomerGroup {
    fn rank(&self) -> Rank {
        self.rank
    }

    fn set_rank(&mut self, rank: Rank) {
        self.rank = rank;
    }
}

impl Ranked for Disruption {
    fn rank(&self) -> Rank {
        self.rank
    }

    fn set_rank(&mut self, rank: Rank) {
        self.rank = rank;
    }
}

impl Document {
    /// What is done in a cell of the recovery matrix; none when nothing is set there.
    #[must_use]
    pub fn response(&self, cell: RecoveryCell) -> Option<&Response> {
        self.get(cell.group)?.responses.at(cell.disruption)
    }

    /// Every cell of the recovery matrix in which something is set, in the order of identities.
    pub fn responses(&self) -> impl Iterator<Item = (RecoveryCell, &Response)> {
        self.customer_groups.iter().flat_map(|(group, it)| {
            let cell = |disruption| RecoveryCell { group: *group, disruption };
            it.responses.iter().map(move |(disruption, it)| (cell(disruption), it))
        })
    }
}

pub(crate) fn add(
    draft: &mut Draft<'_>,
    id: CustomerGroupId,
    group: &CustomerGroup,
    before: Option<CustomerGroupId>,
) -> Result<(), Refusal> {
    for role in referred::<Role>(&group.responses) {
        draft.get(role)?;
    }
    for disruption in referred::<Disruption>(&group.responses) {
        draft.get(disruption)?;
    }
    register::add(draft, id, group, before)
}

pub(crate) fn set_response(
    draft: &mut Draft<'_>,
    cell: RecoveryCell,
    field: &ResponseField,
) -> Result<(), Refusal> {
    draft.get(cell.disruption)?;
    let mut response = draft.get(cell.group)?.responses.at(cell.disruption).cloned().unwrap_or_default();
    response.set(field);
    for role in [response.authority, response.escalate_to].into_iter().flatten() {
        draft.get(role)?;
    }
    draft.update(cell.group, |it| it.responses.set(cell.disruption, response))
}
