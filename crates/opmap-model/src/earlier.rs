//! What an earlier version of a workshop had said of the seven shifts, to see what has changed since.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Document, Edit, Keyword, Rating, Shift, ShiftField, Title};

/// What was said of one shift at an earlier workshop. A shift that had no score then has no earlier one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    /// The score that the room had agreed on.
    pub now: Rating,
    /// The score that was wanted.
    pub target: Option<Rating>,
    /// The day of that workshop.
    pub on: Option<NaiveDate>,
    /// What that workshop was called.
    pub workshop: Title,
}

impl Document {
    /// The scores of this workshop, as they are told to a later one: those of the shifts that have a score today.
    #[must_use]
    pub fn scores_for_later(&self) -> Vec<(Shift, Earlier)> {
        let earlier = |shift: &Shift| {
            let assessment = self.get(shift.assessment_id())?;
            let workshop = self.workshop();
            let (on, title) = (workshop.date, workshop.title.clone());
            Some((*shift, Earlier { now: assessment.now?, target: assessment.target, on, workshop: title }))
        };
        Shift::ALL.iter().filter_map(earlier).collect()
    }
}

impl Edit {
    /// Has all seven shifts know the scores of an earlier workshop: those that had none there know none.
    #[must_use]
    pub fn set_earlier(scores: &[(Shift, Earlier)]) -> Self {
        let of = |shift: Shift| scores.iter().find(|(of, _)| *of == shift).map(|(_, it)| it.clone());
        let set = |shift: &Shift| Self::SetShift { shift: *shift, field: ShiftField::Earlier(of(*shift)) };
        Self::All(Shift::ALL.iter().map(set).collect())
    }
}

/// What [`Edit::set_earlier`] is called.
pub(crate) fn label(edits: &[Edit]) -> &'static str {
    let knows = |it: &Edit| matches!(it, Edit::SetShift { field: ShiftField::Earlier(Some(_)), .. });
    if edits.iter().any(knows) { "Set the earlier scores" } else { "Forget the earlier scores" }
}
