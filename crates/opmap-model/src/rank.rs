//! The order among siblings, as numbers with room between them.

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::{Record, Refusal};

/// Where a record stands among its siblings: smaller first, equal ranks by identity.
///
/// Moving one record changes its rank alone, as long as there is room between its new neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rank(pub i64);

/// The room left between two records that are appended one after the other.
const SPACING: i64 = 1 << 16;

/// A record that stands in an order among siblings.
pub(crate) trait Ranked: Record {
    fn rank(&self) -> Rank;
    fn set_rank(&mut self, rank: Rank);
}

/// Puts `moved`, in the order given, among `siblings` (sorted, none of `moved` among them): in front of `before`,
/// or last. When the gap is too small, all siblings are numbered anew.
pub(crate) fn place<R: Ranked>(
    draft: &mut Draft<'_>,
    siblings: &[R::Id],
    moved: &[R::Id],
    before: Option<R::Id>,
) -> Result<(), Refusal> {
    let index = match before {
        None => siblings.len(),
        Some(id) => {
            siblings.iter().position(|it| *it == id).ok_or(Refusal::NotBeside { record: R::record_id(id) })?
        }
    };
    let rank_at = |draft: &Draft<'_>, at: usize| siblings.get(at).map(|id| draft.get(*id).map(Ranked::rank));
    let previous = index.checked_sub(1).and_then(|at| rank_at(draft, at)).transpose()?;
    let next = rank_at(draft, index).transpose()?;
    match ranks_between(previous, next, moved.len()) {
        Some(ranks) => {
            for (id, rank) in moved.iter().zip(ranks) {
                draft.update(*id, |record| record.set_rank(rank))?;
            }
        }
        None => {
            let all = siblings[..index].iter().chain(moved).chain(&siblings[index..]);
            for (id, number) in all.zip(1_i64..) {
                draft.update(*id, |record| record.set_rank(Rank(number.saturating_mul(SPACING))))?;
            }
        }
    }
    Ok(())
}

/// `count` ranks strictly between the two, or none when there is no room.
fn ranks_between(previous: Option<Rank>, next: Option<Rank>, count: usize) -> Option<Vec<Rank>> {
    let count = i64::try_from(count).ok()?;
    let (first, stride) = match (previous, next) {
        (None, None) => (SPACING, SPACING),
        (Some(Rank(previous)), None) => (previous.checked_add(SPACING)?, SPACING),
        (None, Some(Rank(next))) => (next.checked_sub(SPACING.checked_mul(count)?)?, SPACING),
        (Some(Rank(previous)), Some(Rank(next))) => {
            let stride = next.checked_sub(previous)? / (count + 1);
            (previous.checked_add(stride)?, stride)
        }
    };
    first.checked_add(stride.checked_mul(count)?)?;
    (stride > 0).then(|| (0..count).map(|number| Rank(first + number * stride)).collect())
}

#[cfg(test)]
mod tests {
    use super::{Rank, ranks_between};

    #[test]
    fn ranks_lie_strictly_between() {
        assert_eq!(ranks_between(Some(Rank(0)), Some(Rank(10)), 1), Some(vec![Rank(5)]));
        assert_eq!(ranks_between(Some(Rank(0)), Some(Rank(3)), 2), Some(vec![Rank(1), Rank(2)]));
        assert_eq!(ranks_between(Some(Rank(0)), Some(Rank(2)), 2), None);
        assert_eq!(ranks_between(Some(Rank(5)), Some(Rank(5)), 1), None);
        assert_eq!(ranks_between(Some(Rank(i64::MIN)), Some(Rank(i64::MAX)), 1), None);
        assert_eq!(ranks_between(Some(Rank(i64::MAX)), None, 1), None);
    }
}
