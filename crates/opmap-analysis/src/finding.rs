//! A finding: one rule that does not hold at one place.

use opmap_model::RecordId;
use serde::Serialize;

/// One rule that does not hold at one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Identity of the rule, such as `R16`.
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What is the matter, in one sentence with the names in it.
    pub sentence: String,
    /// The records to jump to, the main one first.
    pub records: Vec<RecordId>,
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Must be settled before the report is worth reading.
    Error,
    /// Worth a word in the room.
    Warning,
    /// Good to know.
    Note,
}

impl Severity {
    /// The word that people read.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}
