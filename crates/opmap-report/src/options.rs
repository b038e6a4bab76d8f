//! What is chosen for a printing of the report.

use chrono::{DateTime, FixedOffset};
use opmap_model::{Document, Role};

use crate::DocumentInfo;

/// What is chosen for a printing of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportOptions {
    /// The moment that the report states as its date.
    pub printed_at: DateTime<FixedOffset>,
    /// The paper it is made for.
    pub paper: Paper,
    /// Which version of the report it is, such as `1.0`; may be empty.
    pub version: String,
}

/// A paper format, in landscape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Paper {
    /// 297 × 210 mm.
    #[default]
    A4,
    /// 11 × 8.5 inches.
    Letter,
}

impl Paper {
    /// Width and height in points.
    #[must_use]
    pub fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (841.89, 595.276),
            Self::Letter => (792.0, 612.0),
        }
    }
}

impl ReportOptions {
    /// What the report of `document` says about itself.
    #[must_use]
    pub fn info(&self, document: &Document) -> DocumentInfo {
        let workshop = document.workshop();
        let subject = workshop.client.as_ref().map(|client| format!("Service operating model of {client}"));
        DocumentInfo {
            title: workshop.title.to_string(),
            author: workshop.facilitator.as_ref().map(ToString::to_string).unwrap_or_default(),
            subject: subject.unwrap_or_default(),
            language: "en".to_owned(),
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
