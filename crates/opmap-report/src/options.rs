//! What is chosen for a printing of the report.

use std::borrow::Cow;

use chrono::{DateTime, FixedOffset};
use opmap_drawing::Colours;
use opmap_model::{Document, ReportSettings, RoleId};

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
    /// The report as the workshop has it. Where names are replaced, so they are in its own titles and footer.
    #[must_use]
    pub fn of(document: &Document, printed_at: DateTime<FixedOffset>) -> Self {
        let chosen = Self { printed_at, settings: document.workshop().report.clone() };
        let settings = chosen.edition(document).workshop().report.clone();
        Self { settings, ..chosen }
    }

    /// The workshop as the report tells it: without names, and without notes, where that is chosen (F11).
    #[must_use]
    pub fn edition<'d>(&self, document: &'d Document) -> Cow<'d, Document> {
        match (self.settings.anonymised, self.settings.without_notes) {
            (false, false) => Cow::Borrowed(document),
            (false, true) => Cow::Owned(document.clone().without_notes()),
            (true, false) => Cow::Owned(document.anonymised()),
            (true, true) => Cow::Owned(document.anonymised().without_notes()),
        }
    }

    /// The colours of its pages.
    #[must_use]
    pub fn colours(&self) -> Colours {
        Colours::branded(&self.settings.brand)
    }

    /// What the report of `document` says about itself.
    #[must_use]
    pub fn info(&self, document: &Document) -> DocumentInfo {
        let document = self.edition(document);
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
    pub fn info_of_role_card(&self, document: &Document, role: RoleId) -> DocumentInfo {
        let info = self.info(document);
        let role = self.edition(document).get(role).map(|it| format!("{}: ", it.title)).unwrap_or_default();
        DocumentInfo { title: format!("{role}role card"), subject: info.title.clone(), ..info }
    }
}
