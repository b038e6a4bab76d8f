//! Evidence as lines.

use super::super::words::quote;
use super::{Lines, keyword_pair, title_pair, yes_pair};
use crate::{Document, Keyword, RecordId};

/// Every piece of evidence; what it is about says so itself.
pub(super) fn print_evidence(document: &Document, lines: &mut Lines<'_>) {
    for (id, evidence) in document.evidence_in_order() {
        let shifts: Vec<&str> = evidence.shifts.iter().map(|it| it.key()).collect();
        lines.record(
            RecordId::Evidence(id),
            format!("evidence {} {}", evidence.code(), quote(evidence.text.as_str())),
            [
                Some(format!("kind={}", evidence.kind.key())),
                keyword_pair("grade", evidence.grade),
                title_pair("source", evidence.source.as_ref()),
                title_pair("page", evidence.page.as_ref()),
                evidence.date.map(|it| format!("date={it}")),
                yes_pair("internal", evidence.internal),
                (!shifts.is_empty()).then(|| format!("shifts={}", shifts.join(","))),
            ],
        );
    }
}
