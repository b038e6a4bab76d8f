//! What overlays say of single steps.

use opmap_analysis::Severity;

use crate::{Mark, Rect};

/// What overlays say of one step.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StepNote {
    /// The gravest finding about it.
    pub check: Option<Severity>,
    /// Whether it steps back behind those that something is said of.
    pub quiet: bool,
}

/// What is drawn over and around the box of a step.
pub(super) fn note_marks(_rect: Rect, _note: &StepNote) -> Vec<Mark> {
    Vec::new()
}
