//! A finding: one rule that does not hold at one place.

use opmap_model::{Acceptance, AcceptanceId, Edit, RecordId, Severity, Text, Title};
use serde::Serialize;

/// One rule that does not hold at one place.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
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
    /// Why it is left as it is, where the room accepts it (Q7).
    pub accepted: Option<Accepted>,
}

/// That the room accepts a finding.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Accepted {
    /// Why it is left as it is.
    pub reason: Text,
    /// The records of it.
    pub acceptances: Vec<AcceptanceId>,
}

impl Finding {
    pub(crate) fn new(
        rule: &'static str,
        severity: Severity,
        sentence: String,
        records: Vec<RecordId>,
    ) -> Self {
        Self { rule, severity, sentence, records, point: 0, accepted: None }
    }

    /// The same about another point of the rule.
    pub(crate) fn at(self, point: usize) -> Self {
        Self { point, ..self }
    }

    /// What it is about: the main record, or each of those that R7 and D10 gather in one finding.
    #[must_use]
    pub fn subjects(&self) -> &[RecordId] {
        match self.rule {
            "R7" | "D10" => &self.records,
            _ => self.records.get(..1).unwrap_or_default(),
        }
    }

    /// The edit that accepts it, or gives another reason where it is accepted already (Q7). It holds for all that the
    /// rule finds at the same records. `fresh` gives the identity of an acceptance.
    pub fn accept(&self, reason: &Text, mut fresh: impl FnMut() -> AcceptanceId) -> Edit {
        if let Some(accepted) = &self.accepted {
            return Edit::SetAcceptances { ids: accepted.acceptances.clone(), reason: reason.clone() };
        }
        // A rule that has no title would have no name either.
        let Ok(rule) = Title::new(self.rule) else { return Edit::All(Vec::new()) };
        let accept = |about: &RecordId| Edit::AddAcceptance {
            id: fresh(),
            acceptance: Acceptance { rule: rule.clone(), about: *about, reason: reason.clone() },
        };
        Edit::All(self.subjects().iter().map(accept).collect())
    }

    /// The edit that no longer accepts it, if it is accepted.
    #[must_use]
    pub fn reopen(&self) -> Option<Edit> {
        let ids = self.accepted.as_ref()?.acceptances.clone();
        Some(Edit::RemoveAcceptances { ids })
    }
}
