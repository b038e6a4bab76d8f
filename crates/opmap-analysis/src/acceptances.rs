//! What the room accepts of what the checks find (Q7).

use std::collections::BTreeMap;

use opmap_model::{AcceptanceId, Document, RecordId, Text};

use crate::{Accepted, Finding};

/// What is accepted, by rule and record. Where two people accepted the same, the first reason counts.
pub(crate) struct Acceptances<'a>(BTreeMap<(&'a str, RecordId), Vec<(AcceptanceId, &'a Text)>>);

impl<'a> Acceptances<'a> {
    pub(crate) fn new(document: &'a Document) -> Self {
        let mut found: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (id, it) in document.acceptances() {
            found.entry((it.rule.as_str(), it.about)).or_default().push((*id, &it.reason));
        }
        Self(found)
    }

    /// What is accepted of a rule at one record.
    pub(crate) fn of(&self, rule: &'a str, about: RecordId) -> &[(AcceptanceId, &'a Text)] {
        self.0.get(&(rule, about)).map_or(&[], Vec::as_slice)
    }

    /// Says of each finding whether it is accepted: it is when each of its subjects is.
    pub(crate) fn mark(&self, findings: &mut [Finding]) {
        if self.0.is_empty() {
            return;
        }
        for finding in findings {
            let of_each: Vec<_> = finding.subjects().iter().map(|it| self.of(finding.rule, *it)).collect();
            let reason = of_each.first().and_then(|it| it.first()).map(|it| it.1);
            if let Some(reason) = reason.filter(|_| of_each.iter().all(|it| !it.is_empty())) {
                let acceptances = of_each.into_iter().flatten().map(|it| it.0).collect();
                finding.accepted = Some(Accepted { reason: reason.clone(), acceptances });
            }
        }
    }
}
