//! The changes applied last, for those who keep up with the document instead of reading all of it.

use std::collections::VecDeque;
use std::sync::Arc;

use opmap_model::Change;

/// Who is further behind reads the whole document, which is then no slower.
const KEPT: usize = 16;

/// The changes applied last, oldest first.
#[derive(Debug, Default)]
pub(crate) struct RecentChanges {
    applied: u64,
    kept: VecDeque<Arc<Change>>,
}

impl RecentChanges {
    pub(crate) fn push(&mut self, change: Arc<Change>) {
        self.applied += 1;
        self.kept.push_back(change);
        if self.kept.len() > KEPT {
            self.kept.pop_front();
        }
    }

    /// The document is another one: nobody can keep up with that.
    pub(crate) fn replace(&mut self) {
        self.applied += 1;
        self.kept.clear();
    }

    /// The change applied last, if it is kept.
    pub(crate) fn last(&self) -> Option<Change> {
        self.kept.back().map(|it| Change::clone(it))
    }

    /// How far along the document is.
    pub(crate) fn applied(&self) -> u64 {
        self.applied
    }

    /// What has been applied since the document was so far along; none when that is too long ago.
    pub(crate) fn since(&self, seen: u64) -> Option<Vec<Arc<Change>>> {
        let missed = usize::try_from(self.applied.checked_sub(seen)?).ok()?;
        let first = self.kept.len().checked_sub(missed)?;
        Some(self.kept.range(first..).cloned().collect())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use opmap_model::Change;

    use super::{KEPT, RecentChanges};

    #[test]
    fn one_keeps_up_with_what_came_since() {
        let mut recent = RecentChanges::default();
        let change = Arc::new(Change::default());
        recent.push(Arc::clone(&change));
        let seen = recent.applied();
        assert_eq!(recent.since(seen), Some(vec![]));
        recent.push(Arc::clone(&change));
        recent.push(change);
        assert_eq!(recent.since(seen).map(|it| it.len()), Some(2));
        assert_eq!(recent.since(0).map(|it| it.len()), Some(3));
    }

    #[test]
    fn what_is_too_long_ago_or_replaced_is_not_known() {
        let mut recent = RecentChanges::default();
        for _ in 0..=KEPT {
            recent.push(Arc::new(Change::default()));
        }
        assert_eq!(recent.since(0), None);
        let seen = recent.applied();
        recent.replace();
        assert_eq!(recent.since(seen), None);
        assert_eq!(recent.since(recent.applied()), Some(vec![]));
    }
}
