//! The registers of the station, one beside the other in its toolbar.

use opmap_model::RecordId;

/// Which register is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Segment {
    /// What claims rest on.
    #[default]
    Evidence,
    /// What the workshop keeps of what was found.
    Findings,
    /// What should be done.
    Recommendations,
    /// Who meets how often, about what.
    Rhythm,
    /// What could be done, and what was chosen.
    Options,
    /// What could stand in the way.
    Risks,
}

impl Segment {
    pub(super) const ALL: [Self; 6] =
        [Self::Evidence, Self::Findings, Self::Recommendations, Self::Rhythm, Self::Options, Self::Risks];

    /// The register that a record is in, if it is in one.
    pub(crate) fn of(record: RecordId) -> Option<Self> {
        match record {
            RecordId::Evidence(_) => Some(Self::Evidence),
            RecordId::KeptFinding(_) => Some(Self::Findings),
            RecordId::Recommendation(_) => Some(Self::Recommendations),
            RecordId::Forum(_) => Some(Self::Rhythm),
            RecordId::Choice(_) => Some(Self::Options),
            RecordId::Concern(_) => Some(Self::Risks),
            _ => None,
        }
    }

    /// What it is called.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Evidence => "Evidence",
            Self::Findings => "Findings",
            Self::Recommendations => "Recommendations",
            Self::Rhythm => "Rhythm",
            Self::Options => "Options",
            Self::Risks => "Risks",
        }
    }

    /// What one of its records is called.
    pub(super) fn one(self) -> &'static str {
        match self {
            Self::Evidence => "Evidence",
            Self::Findings => "Finding",
            Self::Recommendations => "Recommendation",
            Self::Rhythm => "Forum",
            Self::Options => "Choice",
            Self::Risks => "Risk",
        }
    }

    /// The class of its table.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Evidence => "evidence",
            Self::Findings => "findings",
            Self::Recommendations => "recommendations",
            Self::Rhythm => "rhythm",
            Self::Options => "choices",
            Self::Risks => "risks",
        }
    }

    /// What is written when something is added.
    pub(super) fn new_words(self) -> &'static str {
        match self {
            Self::Evidence => "New evidence",
            Self::Findings => "New finding",
            Self::Recommendations => "New recommendation",
            Self::Rhythm => "New forum",
            Self::Options => "New choice",
            Self::Risks => "New risk, assumption or constraint",
        }
    }

    /// What that is like.
    pub(super) fn hint(self) -> &'static str {
        match self {
            Self::Evidence => "What was said, measured, seen or written",
            Self::Findings => "What follows from it, in one sentence",
            Self::Recommendations => "What should be done, in one sentence",
            Self::Rhythm => "What the meeting is called",
            Self::Options => "What is open",
            Self::Risks => "What could stand in the way",
        }
    }

    /// How many lines of it are in view.
    pub(super) fn lines(self) -> u32 {
        match self {
            Self::Evidence | Self::Findings => 3,
            Self::Recommendations | Self::Rhythm | Self::Options | Self::Risks => 1,
        }
    }

    /// What is said while it is empty.
    pub(super) fn empty(self) -> &'static str {
        match self {
            Self::Evidence => {
                "Write down what was said, measured or seen, so that a finding has something to rest on."
            }
            Self::Findings => "Keep what the checks found, or write a finding of your own.",
            Self::Recommendations => {
                "Write down what should be done, then give each its impact and its effort."
            }
            Self::Rhythm => {
                "Name the meetings that keep the change alive: how often, about what, and who leads them."
            }
            Self::Options => "Write down what is open, what could be done, and why one way was chosen.",
            Self::Risks => {
                "Write down what could stand in the way, how likely it is, and what is done about it."
            }
        }
    }
}
