//! What the rows of a roadmap have in common.

use std::collections::BTreeSet;

use opmap_analysis::Roadmap;
use opmap_model::{Document, Recommendation, RoleId, WorkstreamId};

/// What makes the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum GanttRows {
    /// What belongs together on the way.
    #[default]
    Workstreams,
    /// Who sees to it.
    Owners,
}

/// What the bars of a row have in common; none is what has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GanttGroup {
    /// Their workstream.
    Workstream(Option<WorkstreamId>),
    /// Their owner.
    Owner(Option<RoleId>),
}

impl GanttGroup {
    /// Whether a recommendation stands in the row.
    #[must_use]
    pub fn holds(self, recommendation: &Recommendation) -> bool {
        match self {
            Self::Workstream(it) => recommendation.workstream == it,
            Self::Owner(it) => recommendation.owner == it,
        }
    }
}

impl GanttRows {
    /// The row of a recommendation.
    #[must_use]
    pub fn row_of(self, recommendation: &Recommendation) -> GanttGroup {
        match self {
            Self::Workstreams => GanttGroup::Workstream(recommendation.workstream),
            Self::Owners => GanttGroup::Owner(recommendation.owner),
        }
    }

    /// The rows of a roadmap: every workstream, or every role that owns a recommendation; the one without is last, and is
    /// there if something stands in it or nothing else is.
    pub(super) fn of(self, document: &Document, found: &Roadmap) -> Vec<(GanttGroup, String)> {
        let (mut rows, rest): (Vec<(GanttGroup, String)>, _) = match self {
            Self::Workstreams => {
                let streams = document.workstreams_in_order().into_iter();
                let streams =
                    streams.map(|(id, it)| (GanttGroup::Workstream(Some(id)), it.title.to_string()));
                (streams.collect(), (GanttGroup::Workstream(None), "No workstream"))
            }
            Self::Owners => {
                let owners: BTreeSet<RoleId> =
                    document.recommendations().values().filter_map(|it| it.owner).collect();
                let roles = document.roles_in_order().into_iter().filter(|it| owners.contains(&it.0));
                let roles = roles.map(|(id, it)| (GanttGroup::Owner(Some(id)), it.title.to_string()));
                (roles.collect(), (GanttGroup::Owner(None), "No owner"))
            }
        };
        let mut planned = found.planned.iter().filter_map(|it| document.get(it.id));
        if rows.is_empty() || planned.any(|it| rest.0.holds(it)) {
            rows.push((rest.0, rest.1.to_owned()));
        }
        rows
    }
}
