//! An activity outside the journeys that letters are given to: an incident, a review (3.30).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::rank::Ranked;
use crate::tables::References;
use crate::{ActivityId, Letters, Rank, Refusal, Text, Title, register};

/// What is done outside of any journey, and needs someone who answers for it all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// Where it stands among the activities.
    pub rank: Rank,
    /// What it is called.
    pub title: Title,
    /// The sort of occasion, such as *Incident* or *Review*; two activities with the same words are of one group.
    pub group: Option<Title>,
    /// The functions that it spans.
    pub functions: BTreeSet<Title>,
    /// Who does it, answers for it, is asked and is told.
    pub letters: Letters,
    /// What else is to be said.
    pub note: Option<Text>,
}

/// One part of an activity, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ActivityField {
    /// Its name.
    Title(Title),
    /// Its group.
    Group(Option<Title>),
    /// Whether a function is one of those that it spans.
    Function(Title, bool),
    /// Its note.
    Note(Option<Text>),
}

impl Activity {
    /// Groups that are offered; others can be typed.
    pub const GROUPS: [&str; 3] = ["Incident", "Review", "Change"];

    /// An activity with a title and nothing else.
    #[must_use]
    pub fn new(title: Title) -> Self {
        Self {
            rank: Rank::default(),
            title,
            group: None,
            functions: BTreeSet::new(),
            letters: Letters::none(),
            note: None,
        }
    }
}

impl Ranked for Activity {
    fn rank(&self) -> Rank {
        self.rank
    }

    fn set_rank(&mut self, rank: Rank) {
        self.rank = rank;
    }
}

impl ActivityField {
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Title(_) => "Rename activity",
            Self::Group(_) => "Set the group of activity",
            Self::Function(..) => "Set the functions of activity",
            Self::Note(_) => "Set the note of activity",
        }
    }
}

pub(crate) fn add(
    draft: &mut Draft<'_>,
    id: ActivityId,
    activity: &Activity,
    before: Option<ActivityId>,
) -> Result<(), Refusal> {
    activity.letters.referred().try_for_each(|id| draft.get(id).map(drop))?;
    register::add(draft, id, activity, before)
}

pub(crate) fn set(draft: &mut Draft<'_>, id: ActivityId, field: &ActivityField) -> Result<(), Refusal> {
    draft.update(id, |activity| match field.clone() {
        ActivityField::Title(it) => activity.title = it,
        ActivityField::Group(it) => activity.group = it,
        ActivityField::Function(it, true) => drop(activity.functions.insert(it)),
        ActivityField::Function(it, false) => drop(activity.functions.remove(&it)),
        ActivityField::Note(it) => activity.note = it,
    })
}
