//! A milestone of the roadmap: what is so by a day.

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::rank::Ranked;
use crate::{MilestoneId, Rank, Refusal, RoadmapDay, Title};

/// What is so by a day of the roadmap, such as *All 14 handoffs have an owner*.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// Where it stands among the milestones.
    pub rank: Rank,
    /// What is so then.
    pub title: Title,
    /// The day.
    pub day: Option<RoadmapDay>,
}

/// One part of a milestone, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum MilestoneField {
    /// What is so then.
    Title(Title),
    /// The day.
    Day(Option<RoadmapDay>),
}

impl Milestone {
    /// A milestone with a title and no day.
    #[must_use]
    pub fn new(title: Title) -> Self {
        Self { rank: Rank::default(), title, day: None }
    }
}

impl Ranked for Milestone {
    fn rank(&self) -> Rank {
        self.rank
    }

    fn set_rank(&mut self, rank: Rank) {
        self.rank = rank;
    }
}

impl MilestoneField {
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Title(_) => "Reword milestone",
            Self::Day(_) => "Set the day of milestone",
        }
    }
}

pub(crate) fn set(draft: &mut Draft<'_>, id: MilestoneId, field: &MilestoneField) -> Result<(), Refusal> {
    draft.update(id, |milestone| match field.clone() {
        MilestoneField::Title(it) => milestone.title = it,
        MilestoneField::Day(it) => milestone.day = it,
    })
}
