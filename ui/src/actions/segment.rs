//! The registers of the station, one beside the other in its toolbar.

/// Which register is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Segment {
    /// What claims rest on.
    #[default]
    Evidence,
}

impl Segment {
    pub(super) const ALL: [Self; 1] = [Self::Evidence];

    /// What it is called.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Evidence => "Evidence",
        }
    }

    /// What one of its records is called.
    pub(super) fn one(self) -> &'static str {
        match self {
            Self::Evidence => "Evidence",
        }
    }
}
