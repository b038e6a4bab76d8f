//! A forum of the operating rhythm: who meets how often, about what (0.17, 3.33).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::rank::Ranked;
use crate::{ForumId, Rank, Refusal, RoleId, Text, Title, register};

/// A meeting that comes again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forum {
    /// Where it stands among the forums.
    pub rank: Rank,
    /// What it is called.
    pub title: Title,
    /// How often it meets, such as *Each Tuesday, 30 minutes*.
    pub frequency: Option<Title>,
    /// What is gone through, one point a line.
    pub agenda: Option<Text>,
    /// Who leads it.
    pub owner: Option<RoleId>,
    /// Who takes part.
    pub attendees: BTreeSet<RoleId>,
    /// What has to be there, one a line.
    pub inputs: Option<Text>,
    /// What is decided, one a line.
    pub decisions: Option<Text>,
}

/// One part of a forum, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ForumField {
    /// Its name.
    Title(Title),
    /// How often it meets.
    Frequency(Option<Title>),
    /// What is gone through.
    Agenda(Option<Text>),
    /// Who leads it.
    Owner(Option<RoleId>),
    /// Whether a role takes part.
    Attendee(RoleId, bool),
    /// What has to be there.
    Inputs(Option<Text>),
    /// What is decided.
    Decisions(Option<Text>),
}

impl Forum {
    /// A forum with a name and nothing else.
    #[must_use]
    pub fn new(title: Title) -> Self {
        let (frequency, agenda, owner, inputs, decisions) = (None, None, None, None, None);
        let (rank, attendees) = (Rank::default(), BTreeSet::new());
        Self { rank, title, frequency, agenda, owner, attendees, inputs, decisions }
    }
}

impl Ranked for Forum {
    fn rank(&self) -> Rank {
        self.rank
    }

    fn set_rank(&mut self, rank: Rank) {
        self.rank = rank;
    }
}

impl ForumField {
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Title(_) => "Rename forum",
            Self::Frequency(_) => "Set the frequency of",
            Self::Agenda(_) => "Set the agenda of",
            Self::Owner(_) => "Set the lead of",
            Self::Attendee(..) => "Set who takes part in",
            Self::Inputs(_) => "Set the inputs of",
            Self::Decisions(_) => "Set the decisions of",
        }
    }
}

pub(crate) fn add(
    draft: &mut Draft<'_>,
    id: ForumId,
    forum: &Forum,
    before: Option<ForumId>,
) -> Result<(), Refusal> {
    forum.owner.iter().chain(&forum.attendees).try_for_each(|it| draft.get(*it).map(drop))?;
    register::add(draft, id, forum, before)
}

pub(crate) fn set(draft: &mut Draft<'_>, id: ForumId, field: &ForumField) -> Result<(), Refusal> {
    if let ForumField::Owner(Some(role)) | ForumField::Attendee(role, true) = field {
        draft.get(*role)?;
    }
    draft.update(id, |forum| match field.clone() {
        ForumField::Title(it) => forum.title = it,
        ForumField::Frequency(it) => forum.frequency = it,
        ForumField::Agenda(it) => forum.agenda = it,
        ForumField::Owner(it) => forum.owner = it,
        ForumField::Attendee(it, true) => drop(forum.attendees.insert(it)),
        ForumField::Attendee(it, false) => drop(forum.attendees.remove(&it)),
        ForumField::Inputs(it) => forum.inputs = it,
        ForumField::Decisions(it) => forum.decisions = it,
    })
}
