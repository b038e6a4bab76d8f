//! What is chosen for a printing of the report.

use chrono::{DateTime, FixedOffset};
use opmap_drawing::Colours;
use opmap_model::{Document, ReportSettings, Role};

use crate::DocumentInfo;

/// What is chosen for a printing of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportOptions {
    /// The moment that the report states as its date.
    pub printed_at: DateTime<FixedOffset>,
    /// What is chosen for the report; usually what the workshop says.
    pub settings: ReportSettings,
}

impl ReportOptions {
    /// The report as the workshop has it.
    #[must_use]
    pub fn of(document: &Document, printed_at: DateTime<FixedOffset>) -> Self {
        Self { printed_at, settings: document.workshop().report.clone() }
    }

    /// The colours of its pages.
    #[must_use]
    pub fn colours(&self) -> Colours {
        Colours::branded(&self.settings.brand)
    }

    /// What the report of `document` says about itself.
    #[must_use]
    pub fn info(&self, document: &Document) -> DocumentInfo {
        let workshop = document.workshop();
        let subject = workshop.client.as_ref().map(|client| format!("Service operating model of {client}"));
        DocumentInfo {
            title: workshop.title.to_string(),
            author: workshop.facilitator.as_ref().map(ToString::to_string).unwrap_or_default(),
            subject: subject.unwrap_or_default(),
            language: self.settings.english.tag().to_owned(),
            printed_at: self.printed_at,
        }
    }

    /// What the card of a role says about itself.
    #[must_use]
    pub fn info_of_role_card(&self, document: &Document, role: &Role) -> DocumentInfo {
        let info = self.info(document);
        DocumentInfo { title: format!("{}: role card", role.title), subject: info.title.clone(), ..info }
    }
}
