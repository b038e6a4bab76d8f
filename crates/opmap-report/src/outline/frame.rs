//! What every page repeats.

use opmap_model::{Document, Keyword};

use super::wording::day;
use crate::ReportOptions;

/// What every page but the cover repeats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// Whose service it is about.
    pub client: Option<String>,
    /// The title of the workshop.
    pub workshop: String,
    /// Who may read the report.
    pub confidentiality: Option<String>,
    /// The day of printing and the version.
    pub issue: String,
}

pub(super) fn frame(document: &Document, options: &ReportOptions) -> Frame {
    let workshop = document.workshop();
    Frame {
        client: workshop.client.as_ref().map(ToString::to_string),
        workshop: workshop.title.to_string(),
        confidentiality: workshop.confidentiality.map(|it| it.label().to_owned()),
        issue: issue(options),
    }
}

/// `18 June 2026, version 1.0`.
fn issue(options: &ReportOptions) -> String {
    let date = day(options.printed_at.date_naive());
    match &options.settings.version {
        None => date,
        Some(version) => format!("{date}, version {version}"),
    }
}
