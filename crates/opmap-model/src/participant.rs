//! Who is in the room (3.49).

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::rank::Ranked;
use crate::{Keyword, ParticipantId, Rank, Refusal, Title};

/// Someone in the room. A label does as well as a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// Where they stand among the participants.
    pub rank: Rank,
    /// Their name, or a label such as *Agent 2*.
    pub title: Title,
    /// What they do.
    pub position: Option<Title>,
    /// From where they see the service.
    pub perspective: Option<Perspective>,
    /// Whether they serve customers themselves, whatever their perspective.
    pub frontline: bool,
}

/// From where someone sees the service (1.11, 2.4). Answers of different perspectives are kept apart and compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Perspective {
    /// Those who lead it.
    Management,
    /// Those who serve.
    Frontline,
    /// Those who are served.
    Customer,
    /// Those who look at it from outside.
    Consultant,
}

/// One part of a participant, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ParticipantField {
    /// Their name.
    Title(Title),
    /// What they do.
    Position(Option<Title>),
    /// From where they see the service.
    Perspective(Option<Perspective>),
    /// Whether they serve customers themselves.
    Frontline(bool),
}

impl Participant {
    /// A participant with a name and nothing else.
    #[must_use]
    pub fn new(title: Title) -> Self {
        Self { rank: Rank::default(), title, position: None, perspective: None, frontline: false }
    }

    /// Whether theirs is a voice of the frontline (3.49).
    #[must_use]
    pub fn is_frontline_voice(&self) -> bool {
        self.frontline || self.perspective == Some(Perspective::Frontline)
    }
}

impl Ranked for Participant {
    fn rank(&self) -> Rank {
        self.rank
    }

    fn set_rank(&mut self, rank: Rank) {
        self.rank = rank;
    }
}

impl Keyword for Perspective {
    const ALL: &'static [Self] = &[Self::Management, Self::Frontline, Self::Customer, Self::Consultant];

    fn key(self) -> &'static str {
        match self {
            Self::Management => "management",
            Self::Frontline => "frontline",
            Self::Customer => "customer",
            Self::Consultant => "consultant",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Management => "Management",
            Self::Frontline => "Frontline",
            Self::Customer => "Customer",
            Self::Consultant => "Consultant",
        }
    }
}

impl ParticipantField {
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Title(_) => "Rename participant",
            Self::Position(_) => "Set the position of participant",
            Self::Perspective(_) => "Set the perspective of participant",
            Self::Frontline(_) => "Set whether customers are served by participant",
        }
    }
}

pub(crate) fn set(draft: &mut Draft<'_>, id: ParticipantId, field: &ParticipantField) -> Result<(), Refusal> {
    draft.update(id, |participant| match field.clone() {
        ParticipantField::Title(it) => participant.title = it,
        ParticipantField::Position(it) => participant.position = it,
        ParticipantField::Perspective(it) => participant.perspective = it,
        ParticipantField::Frontline(it) => participant.frontline = it,
    })
}
