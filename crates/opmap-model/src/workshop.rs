//! The workshop itself: its charter.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::{
    Keyword, Refusal, ReportField, ReportSettings, RoadmapField, RoadmapSettings, Text, Threshold,
    Thresholds, Title, report_settings, roadmap,
};

/// The charter of a workshop. What is not set was not discussed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Workshop {
    /// What the workshop is called.
    pub title: Title,
    /// Whose service it is about.
    pub client: Option<Title>,
    /// Why it is held.
    pub purpose: Option<Text>,
    /// What is to be reached, one goal a line.
    pub goals: Option<Text>,
    /// What is in and what is out.
    pub scope: Option<Text>,
    /// Who leads it.
    pub facilitator: Option<Title>,
    /// The day it is held.
    pub date: Option<NaiveDate>,
    /// Who may read the report.
    pub confidentiality: Option<Confidentiality>,
    /// From where on the checks speak up.
    #[serde(default)]
    pub thresholds: Thresholds,
    /// How recommendations are ranked and planned.
    #[serde(default)]
    pub roadmap: RoadmapSettings,
    /// What is chosen for the report.
    #[serde(default)]
    pub report: ReportSettings,
}

/// Who may read the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidentiality {
    /// Everyone.
    Public,
    /// Everyone at the client.
    Internal,
    /// Those it was given to.
    Confidential,
    /// Those named.
    StrictlyConfidential,
}

/// One part of the charter, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum WorkshopField {
    /// Its name.
    Title(Title),
    /// The client.
    Client(Option<Title>),
    /// Its purpose.
    Purpose(Option<Text>),
    /// Its goals.
    Goals(Option<Text>),
    /// Its scope.
    Scope(Option<Text>),
    /// Its facilitator.
    Facilitator(Option<Title>),
    /// Its day.
    Date(Option<NaiveDate>),
    /// Who may read the report.
    Confidentiality(Option<Confidentiality>),
    /// From where on a check speaks up; the usual number when not set.
    Threshold(Threshold, Option<u32>),
    /// How recommendations are ranked and planned.
    Roadmap(RoadmapField),
    /// What is chosen for the report.
    Report(ReportField),
}

impl Workshop {
    /// A charter with a title and nothing else.
    #[must_use]
    pub fn new(title: Title) -> Self {
        Self {
            title,
            client: None,
            purpose: None,
            goals: None,
            scope: None,
            facilitator: None,
            date: None,
            confidentiality: None,
            thresholds: Thresholds::default(),
            roadmap: RoadmapSettings::default(),
            report: ReportSettings::default(),
        }
    }
}

impl Keyword for Confidentiality {
    const ALL: &'static [Self] =
        &[Self::Public, Self::Internal, Self::Confidential, Self::StrictlyConfidential];

    fn key(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Internal => "internal",
            Self::Confidential => "confidential",
            Self::StrictlyConfidential => "strictly-confidential",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Public => "Public",
            Self::Internal => "Internal",
            Self::Confidential => "Confidential",
            Self::StrictlyConfidential => "Strictly confidential",
        }
    }
}

impl WorkshopField {
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Title(_) => "Rename the workshop",
            Self::Client(_) => "Set the client",
            Self::Purpose(_) => "Set the purpose",
            Self::Goals(_) => "Set the goals",
            Self::Scope(_) => "Set the scope",
            Self::Facilitator(_) => "Set the facilitator",
            Self::Date(_) => "Set the date",
            Self::Confidentiality(_) => "Set the confidentiality",
            Self::Threshold(..) => "Set a limit of the checks",
            Self::Roadmap(field) => field.label(),
            Self::Report(field) => field.label(),
        }
    }
}

pub(crate) fn set(draft: &mut Draft<'_>, field: &WorkshopField) -> Result<(), Refusal> {
    let mut workshop = draft.workshop().clone();
    match field.clone() {
        WorkshopField::Title(it) => workshop.title = it,
        WorkshopField::Client(it) => workshop.client = it,
        WorkshopField::Purpose(it) => workshop.purpose = it,
        WorkshopField::Goals(it) => workshop.goals = it,
        WorkshopField::Scope(it) => workshop.scope = it,
        WorkshopField::Facilitator(it) => workshop.facilitator = it,
        WorkshopField::Date(it) => workshop.date = it,
        WorkshopField::Confidentiality(it) => workshop.confidentiality = it,
        WorkshopField::Threshold(threshold, number) => {
            let set = workshop.thresholds.with(threshold, number);
            workshop.thresholds = set.ok_or(Refusal::OutOfRange {
                least: *threshold.range().start(),
                most: *threshold.range().end(),
            })?;
        }
        WorkshopField::Roadmap(field) => roadmap::set(&mut workshop.roadmap, field)?,
        WorkshopField::Report(field) => report_settings::set(&mut workshop.report, field)?,
    }
    draft.set_workshop(workshop);
    Ok(())
}
