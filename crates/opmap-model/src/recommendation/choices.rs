//! What is chosen from a list for a recommendation.

use serde::{Deserialize, Serialize};

use crate::Keyword;

/// What a recommendation changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// Who does it, and what they know.
    People,
    /// How it is done.
    Process,
    /// With what it is done.
    Technology,
    /// Who decides, and by which rules.
    Governance,
    /// What others do for the company.
    Partner,
}

/// How much it costs, roughly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CostBand {
    /// Nothing beyond the hours of those who are there.
    Hours,
    /// What fits a budget of this year.
    Budget,
    /// What has to be asked for.
    Investment,
}

/// What it is good for (4.17).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Benefit {
    /// The same with less work.
    Efficiency,
    /// More is sold.
    Revenue,
    /// Customers stay.
    Retention,
    /// Less is spent.
    Cost,
    /// Less can go wrong.
    Risk,
    /// It is better for the customer.
    Experience,
}

/// Who carries it out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Delivery {
    /// Own people.
    InHouse,
    /// A partner.
    Outsourced,
    /// Both.
    Mixed,
}

/// Whether the ground is prepared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Readiness {
    /// It can begin.
    Ready,
    /// Something has to be prepared first.
    InPreparation,
    /// It cannot begin yet.
    NotReady,
}

/// How far it has come (1.13).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Progress {
    /// Nothing has been done.
    Proposed,
    /// It was agreed that it is done.
    Agreed,
    /// Someone works on it.
    UnderWay,
    /// It is done.
    Done,
    /// It will not be done.
    Dropped,
}

impl Keyword for Category {
    const ALL: &'static [Self] =
        &[Self::People, Self::Process, Self::Technology, Self::Governance, Self::Partner];

    fn key(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Process => "process",
            Self::Technology => "technology",
            Self::Governance => "governance",
            Self::Partner => "partner",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::People => "People",
            Self::Process => "Process",
            Self::Technology => "Technology",
            Self::Governance => "Governance",
            Self::Partner => "Partner",
        }
    }
}

impl Keyword for CostBand {
    const ALL: &'static [Self] = &[Self::Hours, Self::Budget, Self::Investment];

    fn key(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::Budget => "budget",
            Self::Investment => "investment",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Hours => "Hours only",
            Self::Budget => "Within this year’s budget",
            Self::Investment => "An investment",
        }
    }
}

impl Keyword for Benefit {
    const ALL: &'static [Self] =
        &[Self::Efficiency, Self::Revenue, Self::Retention, Self::Cost, Self::Risk, Self::Experience];

    fn key(self) -> &'static str {
        match self {
            Self::Efficiency => "efficiency",
            Self::Revenue => "revenue",
            Self::Retention => "retention",
            Self::Cost => "cost",
            Self::Risk => "risk",
            Self::Experience => "experience",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Efficiency => "Efficiency",
            Self::Revenue => "Revenue",
            Self::Retention => "Retention",
            Self::Cost => "Cost",
            Self::Risk => "Risk",
            Self::Experience => "Experience",
        }
    }
}

impl Keyword for Delivery {
    const ALL: &'static [Self] = &[Self::InHouse, Self::Outsourced, Self::Mixed];

    fn key(self) -> &'static str {
        match self {
            Self::InHouse => "in-house",
            Self::Outsourced => "outsourced",
            Self::Mixed => "mixed",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::InHouse => "In-house",
            Self::Outsourced => "Outsourced",
            Self::Mixed => "Mixed",
        }
    }
}

impl Keyword for Readiness {
    const ALL: &'static [Self] = &[Self::Ready, Self::InPreparation, Self::NotReady];

    fn key(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::InPreparation => "in-preparation",
            Self::NotReady => "not-ready",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Ready => "Ready to begin",
            Self::InPreparation => "In preparation",
            Self::NotReady => "Not ready",
        }
    }
}

impl Keyword for Progress {
    const ALL: &'static [Self] = &[Self::Proposed, Self::Agreed, Self::UnderWay, Self::Done, Self::Dropped];

    fn key(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Agreed => "agreed",
            Self::UnderWay => "under-way",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Proposed => "Proposed",
            Self::Agreed => "Agreed",
            Self::UnderWay => "Under way",
            Self::Done => "Done",
            Self::Dropped => "Dropped",
        }
    }
}
