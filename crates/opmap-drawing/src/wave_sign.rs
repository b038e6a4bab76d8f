//! How the waves of a roadmap are told apart without colour.

use opmap_model::{Recommendation, Timing};

use crate::{Stroke, Tone};

/// When something is to be done, as it is drawn: filled, tinted, outlined, dashed, or dotted where nobody has said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WaveSign {
    /// In the first wave.
    First,
    /// In the second.
    Second,
    /// In the third.
    Third,
    /// Not now.
    Parked,
    /// Nobody has said.
    Open,
}

impl WaveSign {
    /// All of them, in the order in which they are explained.
    pub const ALL: [Self; 5] = [Self::First, Self::Second, Self::Third, Self::Parked, Self::Open];

    /// The sign of a recommendation.
    #[must_use]
    pub fn of(recommendation: &Recommendation) -> Self {
        match recommendation.timing {
            Some(Timing::Wave1) => Self::First,
            Some(Timing::Wave2) => Self::Second,
            Some(Timing::Wave3) => Self::Third,
            Some(Timing::Parked) => Self::Parked,
            None => Self::Open,
        }
    }

    /// What it stands for.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::First => "Wave 1",
            Self::Second => "Wave 2",
            Self::Third => "Wave 3",
            Self::Parked => "parked",
            Self::Open => "no wave yet",
        }
    }

    pub(crate) fn fill(self) -> Tone {
        match self {
            Self::First => Tone::Ink,
            Self::Second => Tone::AccentSoft,
            Self::Third | Self::Parked | Self::Open => Tone::Surface,
        }
    }

    pub(crate) fn ink(self) -> Tone {
        match self {
            Self::First => Tone::Surface,
            Self::Second | Self::Third | Self::Parked | Self::Open => Tone::Ink,
        }
    }

    pub(crate) fn edge(self) -> Stroke {
        match self {
            Self::First => Stroke::solid(Tone::Ink, 2.0),
            // A fax has no tint, so the edge alone must tell them apart.
            Self::Second => Stroke::solid(Tone::Accent, 3.5),
            Self::Third => Stroke::solid(Tone::Ink, 1.5),
            Self::Parked => Stroke::dashed(Tone::LineMark, 1.5, 5.0, 3.0),
            Self::Open => Stroke::dashed(Tone::LineMark, 1.5, 1.5, 3.0),
        }
    }
}
