//! One part of a recommendation, set anew.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Benefit, Category, CostBand, Delivery, Progress, Readiness, Rice, Trial, Wsjf};
use crate::{
    KeptFindingId, Rating, Recommendation, RecommendationId, RoadmapDay, RoleId, Shift, Text, Timing, Title,
    WorkingDays, WorkstreamId,
};

/// One part of a recommendation, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RecommendationField {
    /// Its sentence.
    Title(Title),
    /// Whether it answers a finding.
    Addresses(KeptFindingId, bool),
    /// Why.
    Rationale(Option<Text>),
    /// The goal that it serves.
    Goal(Option<Title>),
    /// The shift that it moves.
    Shift(Option<Shift>),
    /// What it changes.
    Category(Option<Category>),
    /// Who sees to it.
    Owner(Option<RoleId>),
    /// What it does for the customer.
    Impact(Option<Rating>),
    /// How hard it is.
    Effort(Option<Rating>),
    /// Both at once: where it stands on the board.
    Placed {
        /// What it does for the customer.
        impact: Option<Rating>,
        /// How hard it is.
        effort: Option<Rating>,
    },
    /// What RICE asks for.
    Rice(Rice),
    /// What WSJF asks for.
    Wsjf(Wsjf),
    /// The dots of the room.
    Votes(Option<u32>),
    /// How much it costs.
    Cost(Option<CostBand>),
    /// What it is good for.
    Benefit(Option<Benefit>),
    /// How much that is.
    Estimate(Option<Title>),
    /// What is measured to know that it worked.
    Measure(Option<Title>),
    /// What is measured to know that it is used.
    Adoption(Option<Title>),
    /// Whether people have to be trained for it.
    Training(bool),
    /// Who carries it out.
    Delivery(Option<Delivery>),
    /// What a partner is chosen by.
    PartnerCriteria(Option<Text>),
    /// Whether the ground is prepared.
    Readiness(Option<Readiness>),
    /// How it is tried.
    Trial(Trial),
    /// When it is to be done.
    Timing(Option<Timing>),
    /// The row of the roadmap.
    Workstream(Option<WorkstreamId>),
    /// The day before which it does not begin.
    Start(Option<RoadmapDay>),
    /// How long it takes.
    Duration(Option<WorkingDays>),
    /// Whether another has to be done before it can begin.
    DependsOn(RecommendationId, bool),
    /// How far it has come.
    Progress(Option<Progress>),
    /// The day by which it is due.
    Due(Option<NaiveDate>),
    /// What is expected when it is done.
    Outcome(Option<Text>),
    /// Its note.
    Note(Option<Text>),
}

impl RecommendationField {
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Title(_) => "Reword recommendation",
            Self::Addresses(_, true) => "Add a finding to",
            Self::Addresses(_, false) => "Take a finding from",
            Self::Rationale(_) => "Set the reason for",
            Self::Goal(_) => "Set the goal of",
            Self::Shift(_) => "Set the shift of",
            Self::Category(_) => "Set the category of",
            Self::Owner(_) => "Set the owner of",
            Self::Impact(_) => "Set the impact of",
            Self::Effort(_) => "Set the effort of",
            Self::Placed { impact: None, effort: None } => "Take off the board",
            Self::Placed { .. } => "Place on the board",
            Self::Rice(_) => "Set reach and confidence of",
            Self::Wsjf(_) => "Set the cost of delay of",
            Self::Votes(_) => "Set the votes for",
            Self::Cost(_) => "Set the cost of",
            Self::Benefit(_) | Self::Estimate(_) => "Set the benefit of",
            Self::Measure(_) => "Set the measure of",
            Self::Adoption(_) => "Set the adoption measure of",
            Self::Training(true) => "Mark as needing training",
            Self::Training(false) => "Unmark as needing training",
            Self::Delivery(_) => "Set who carries out",
            Self::PartnerCriteria(_) => "Set the partner criteria of",
            Self::Readiness(_) => "Set the readiness of",
            Self::Trial(_) => "Set the trial of",
            Self::Timing(_) => "Set the wave of",
            Self::Workstream(_) => "Set the workstream of",
            Self::Start(_) => "Set the start of",
            Self::Duration(_) => "Set the duration of",
            Self::DependsOn(_, true) => "Add a dependency of",
            Self::DependsOn(_, false) => "Remove a dependency of",
            Self::Progress(_) => "Set the progress of",
            Self::Due(_) => "Set the due date of",
            Self::Outcome(_) => "Set the outcome of",
            Self::Note(_) => "Set the note of",
        }
    }
}

impl Recommendation {
    pub(super) fn set(&mut self, field: RecommendationField) {
        match field {
            RecommendationField::Title(it) => self.title = it,
            RecommendationField::Addresses(it, true) => drop(self.addresses.insert(it)),
            RecommendationField::Addresses(it, false) => drop(self.addresses.remove(&it)),
            RecommendationField::Rationale(it) => self.rationale = it,
            RecommendationField::Goal(it) => self.goal = it,
            RecommendationField::Shift(it) => self.shift = it,
            RecommendationField::Category(it) => self.category = it,
            RecommendationField::Owner(it) => self.owner = it,
            RecommendationField::Impact(it) => self.impact = it,
            RecommendationField::Effort(it) => self.effort = it,
            RecommendationField::Placed { impact, effort } => {
                self.impact = impact;
                self.effort = effort;
            }
            RecommendationField::Rice(it) => self.rice = it,
            RecommendationField::Wsjf(it) => self.wsjf = it,
            RecommendationField::Votes(it) => self.votes = it,
            RecommendationField::Cost(it) => self.cost = it,
            RecommendationField::Benefit(it) => self.benefit = it,
            RecommendationField::Estimate(it) => self.estimate = it,
            RecommendationField::Measure(it) => self.measure = it,
            RecommendationField::Adoption(it) => self.adoption = it,
            RecommendationField::Training(it) => self.training = it,
            RecommendationField::Delivery(it) => self.delivery = it,
            RecommendationField::PartnerCriteria(it) => self.partner_criteria = it,
            RecommendationField::Readiness(it) => self.readiness = it,
            RecommendationField::Trial(it) => self.trial = it,
            RecommendationField::Timing(it) => self.timing = it,
            RecommendationField::Workstream(it) => self.workstream = it,
            RecommendationField::Start(it) => self.start = it,
            RecommendationField::Duration(it) => self.duration = it,
            RecommendationField::DependsOn(it, true) => drop(self.depends_on.insert(it)),
            RecommendationField::DependsOn(it, false) => drop(self.depends_on.remove(&it)),
            RecommendationField::Progress(it) => self.progress = it,
            RecommendationField::Due(it) => self.due = it,
            RecommendationField::Outcome(it) => self.outcome = it,
            RecommendationField::Note(it) => self.note = it,
        }
    }
}
