//! The registers of the station, one beside the other in its toolbar.

/// Which register is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Segment {
    /// What claims rest on.
    #[default]
    Evidence,
    /// What the workshop keeps of what was found.
    Findings,
}

impl Segment {
    pub(super) const ALL: [Self; 2] = [Self::Evidence, Self::Findings];

    /// What it is called.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Evidence => "Evidence",
            Self::Findings => "Findings",
        }
    }

    /// What one of its records is called.
    pub(super) fn one(self) -> &'static str {
        match self {
            Self::Evidence => "Evidence",
            Self::Findings => "Finding",
        }
    }

    /// The class of its table.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Evidence => "evidence",
            Self::Findings => "findings",
        }
    }

    /// What is written when something is added.
    pub(super) fn new_words(self) -> &'static str {
        match self {
            Self::Evidence => "New evidence",
            Self::Findings => "New finding",
        }
    }

    /// What that is like.
    pub(super) fn hint(self) -> &'static str {
        match self {
            Self::Evidence => "What was said, measured, seen or written",
            Self::Findings => "What follows from it, in one sentence",
        }
    }

    /// What is said while it is empty.
    pub(super) fn empty(self) -> &'static str {
        match self {
            Self::Evidence => {
                "Write down what was said, measured or seen, so that a finding has something to rest on."
            }
            Self::Findings => "Keep what the checks found, or write a finding of your own.",
        }
    }
}
