//! The seven shifts: what a service is looked at for, and in which words (0.2).

mod words;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{AssessmentId, Keyword, RecordId};

pub use words::{ShiftWords, words};

/// One of the seven shifts. Their keys are fixed; what they are called and how their levels are described can be set
/// anew in each workshop ([`Assessment`](crate::Assessment)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shift {
    /// Who does what, and what for.
    Roles,
    /// One service through every channel.
    Channels,
    /// People and time where they matter.
    Resources,
    /// What is measured and promised.
    Metrics,
    /// From the promise to the service.
    Collaboration,
    /// When who looks at what.
    Rhythm,
    /// How people treat each other and the work.
    Culture,
}

impl Shift {
    /// Its number as people count them, 1 to 7.
    #[must_use]
    pub fn number(self) -> usize {
        Self::ALL.iter().position(|it| *it == self).map_or(1, |at| at + 1)
    }

    /// The identity of its assessment, the same in every workshop: so there is never more than one.
    #[must_use]
    pub fn assessment_id(self) -> AssessmentId {
        const FIRST: u128 = 0x7368_6966_7473_4000_8000_0000_0000_0000;
        AssessmentId(Uuid::from_u128(FIRST + self.number() as u128))
    }

    /// The shift whose assessment has that identity.
    #[must_use]
    pub fn of_assessment(id: AssessmentId) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.assessment_id() == id)
    }

    /// Its name in one word, where room is scarce.
    #[must_use]
    pub fn short(self) -> &'static str {
        match self {
            Self::Roles => "Roles",
            Self::Channels => "Channels",
            Self::Resources => "Resources",
            Self::Metrics => "Metrics",
            Self::Collaboration => "Collaboration",
            Self::Rhythm => "Rhythm",
            Self::Culture => "Culture",
        }
    }
}

impl RecordId {
    /// The shift, where it is the assessment of one.
    #[must_use]
    pub fn shift(self) -> Option<Shift> {
        Shift::of_assessment(self.key()?)
    }
}

impl Keyword for Shift {
    const ALL: &'static [Self] = &[
        Self::Roles,
        Self::Channels,
        Self::Resources,
        Self::Metrics,
        Self::Collaboration,
        Self::Rhythm,
        Self::Culture,
    ];

    fn key(self) -> &'static str {
        match self {
            Self::Roles => "roles",
            Self::Channels => "channels",
            Self::Resources => "resources",
            Self::Metrics => "metrics",
            Self::Collaboration => "collaboration",
            Self::Rhythm => "rhythm",
            Self::Culture => "culture",
        }
    }

    fn label(self) -> &'static str {
        words(self).title
    }
}
