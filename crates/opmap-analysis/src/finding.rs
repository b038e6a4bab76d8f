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
    /// Which of the things that the rule asks of its records it is, counted from 0: the letter of D2, the band of D6.
    /// Two findings of a rule about the same records in a map differ in it.
    pub point: usize,
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

impl Finding {
    pub(crate) fn new(
        rule: &'static str,
        severity: Severity,
        sentence: String,
        records: Vec<RecordId>,
    ) -> Self {
        Self { rule, severity, sentence, records, point: 0 }
    }

    /// The same about another point of the rule.
    pub(crate) fn at(self, point: usize) -> Self {
        Self { point, ..self }
    }
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
