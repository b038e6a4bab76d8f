//! The chapters of the report.

use serde::{Deserialize, Serialize};

use crate::Keyword;

/// A chapter of the report: what can be moved and left out as one. The cover and the contents are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Chapter {
    /// What matters, on one page (F12).
    Summary,
    /// The seven shifts.
    Shifts,
    /// The journeys: maps, differences, measures and handoffs.
    Journeys,
    /// Who does and answers for what (RACI).
    Responsibilities,
    /// Decision rights, limits and the recovery matrix.
    Decisions,
    /// The findings that were kept.
    Findings,
    /// The recommendations.
    Recommendations,
    /// The roadmap and the next 30 days.
    Roadmap,
    /// How findings, recommendations and roadmap hang together.
    Trace,
    /// The operating rhythm.
    Rhythm,
    /// Options, risks, assumptions and constraints.
    Logs,
    /// A card for each role.
    RoleCards,
    /// The charter, who took part, and how it was done.
    Method,
    /// What the checks found.
    Checks,
    /// Every map as a table.
    Tables,
    /// Roles, lanes, channels, systems and personas.
    Registers,
    /// The evidence and its sources.
    Evidence,
    /// The words of the levels of the shifts.
    Levels,
    /// The questions of the health check with their answers.
    Questions,
    /// What the words mean.
    Glossary,
}

impl Keyword for Chapter {
    const ALL: &'static [Self] = &[
        Self::Summary,
        Self::Shifts,
        Self::Journeys,
        Self::Responsibilities,
        Self::Decisions,
        Self::Findings,
        Self::Recommendations,
        Self::Roadmap,
        Self::Trace,
        Self::Rhythm,
        Self::Logs,
        Self::RoleCards,
        Self::Method,
        Self::Checks,
        Self::Tables,
        Self::Registers,
        Self::Evidence,
        Self::Levels,
        Self::Questions,
        Self::Glossary,
    ];

    fn key(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Shifts => "shifts",
            Self::Journeys => "journeys",
            Self::Responsibilities => "responsibilities",
            Self::Decisions => "decisions",
            Self::Findings => "findings",
            Self::Recommendations => "recommendations",
            Self::Roadmap => "roadmap",
            Self::Trace => "trace",
            Self::Rhythm => "rhythm",
            Self::Logs => "logs",
            Self::RoleCards => "role-cards",
            Self::Method => "method",
            Self::Checks => "checks",
            Self::Tables => "tables",
            Self::Registers => "registers",
            Self::Evidence => "evidence",
            Self::Levels => "levels",
            Self::Questions => "questions",
            Self::Glossary => "glossary",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Summary => "Executive summary",
            Self::Shifts => "The seven shifts",
            Self::Journeys => "Journeys",
            Self::Responsibilities => "Responsibilities",
            Self::Decisions => "Decisions and recovery",
            Self::Findings => "Findings",
            Self::Recommendations => "Recommendations",
            Self::Roadmap => "Roadmap",
            Self::Trace => "From finding to roadmap",
            Self::Rhythm => "Operating rhythm",
            Self::Logs => "Options and risks",
            Self::RoleCards => "Role cards",
            Self::Method => "Participants and method",
            Self::Checks => "What the checks found",
            Self::Tables => "Maps as tables",
            Self::Registers => "Registers",
            Self::Evidence => "Evidence and sources",
            Self::Levels => "Level wording",
            Self::Questions => "Health check",
            Self::Glossary => "Glossary",
        }
    }
}
