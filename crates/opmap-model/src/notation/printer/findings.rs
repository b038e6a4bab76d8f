//! Findings that are kept, as lines.

use super::super::words::quote;
use super::{Lines, text_pair};
use crate::{Document, Keyword, RecordId, Source};

/// Every finding; what it is about, and where it was found, say so themselves.
pub(super) fn print_findings(document: &Document, lines: &mut Lines<'_>) {
    for (id, finding) in document.findings_in_order() {
        let shifts: Vec<&str> = finding.shifts.iter().map(|it| it.key()).collect();
        let evidence = document.codes(&finding.evidence).join(",");
        let once = finding.sources.iter().filter(|it| it.about.is_none());
        let once: Vec<String> = once.map(|it| format!("found-once={}", rule(it))).collect();
        lines.record(
            RecordId::KeptFinding(id),
            format!("finding {} {}", finding.code(), quote(finding.title.as_str())),
            [
                Some(format!("severity={}", finding.severity.key())),
                (!finding.reworded).then(|| "as-found=yes".to_owned()),
                (!once.is_empty()).then(|| once.join(" ")),
                (!evidence.is_empty()).then(|| format!("evidence={evidence}")),
                (!shifts.is_empty()).then(|| format!("shifts={}", shifts.join(","))),
                text_pair("note", finding.note.as_ref()),
            ],
        );
    }
}

/// A rule with the point of it, as it is read.
pub(super) fn rule(source: &Source) -> String {
    match source.point {
        0 => source.rule.to_string(),
        point => format!("{}/{point}", source.rule),
    }
}
