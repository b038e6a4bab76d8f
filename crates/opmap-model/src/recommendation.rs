//! A recommendation: what should be done, why, by whom, and how one will know that it worked (Q5).

mod choices;
mod field;
mod priority;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::code::{self, Coded};
use crate::draft::Draft;
use crate::rank::Ranked;
use crate::{
    Document, KeptFindingId, Rank, Rating, RecommendationId, Refusal, RoadmapDay, RoleId, Shift, Text,
    Timing, Title, WorkingDays, WorkstreamId, register,
};
pub use choices::{Benefit, Category, CostBand, Delivery, Progress, Readiness};
pub use field::RecommendationField;
pub use priority::{Confidence, Period, PersonWeeks, Points, Ranking, Rice, RiceImpact, Wsjf};

/// What should be done. What is not set was not discussed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommendation {
    /// Where it stands among those that rank the same (Q4).
    pub rank: Rank,
    /// The number in its code, from 1. It is given once and stays, whatever becomes of the others.
    pub number: u32,
    /// What should be done, as one sentence.
    pub title: Title,
    /// The findings that it answers (Q5).
    pub addresses: BTreeSet<KeptFindingId>,
    /// Why (2.3).
    pub rationale: Option<Text>,
    /// The goal of the business that it serves (2.24).
    pub goal: Option<Title>,
    /// The shift that it moves.
    pub shift: Option<Shift>,
    /// What it changes.
    pub category: Option<Category>,
    /// Who sees to it.
    pub owner: Option<RoleId>,
    /// What it does for the customer, from 1 (little) to 5 (much) (Q1).
    pub impact: Option<Rating>,
    /// How hard it is, from 1 (easy) to 5 (hard) (Q1).
    pub effort: Option<Rating>,
    /// What RICE asks for (Q2).
    pub rice: Rice,
    /// What WSJF asks for (Q3).
    pub wsjf: Wsjf,
    /// The dots that the room gave it.
    pub votes: Option<u32>,
    /// How much it costs.
    pub cost: Option<CostBand>,
    /// What it is good for.
    pub benefit: Option<Benefit>,
    /// How much that is, estimated (1.14).
    pub estimate: Option<Title>,
    /// What is measured to know that it worked.
    pub measure: Option<Title>,
    /// What is measured to know that it is used (3.50).
    pub adoption: Option<Title>,
    /// Whether people have to be trained for it (3.48).
    pub training: bool,
    /// Who carries it out.
    pub delivery: Option<Delivery>,
    /// What a partner for it is chosen by (2.20).
    pub partner_criteria: Option<Text>,
    /// Whether the ground is prepared.
    pub readiness: Option<Readiness>,
    /// How it is tried before it is rolled out (3.47).
    pub trial: Trial,
    /// When it is to be done.
    pub timing: Option<Timing>,
    /// The row of the roadmap that it belongs to.
    pub workstream: Option<WorkstreamId>,
    /// The day before which it does not begin, if it is not the first of its wave.
    pub start: Option<RoadmapDay>,
    /// How long it takes.
    pub duration: Option<WorkingDays>,
    /// What has to be done before it can begin (Q6, 3.36).
    pub depends_on: BTreeSet<RecommendationId>,
    /// How far it has come (1.13).
    pub progress: Option<Progress>,
    /// The day by which it is due.
    pub due: Option<NaiveDate>,
    /// What is expected when it is done.
    pub outcome: Option<Text>,
    /// What else is to be said.
    pub note: Option<Text>,
}

/// How something is tried before it is rolled out (3.47).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Trial {
    /// What is thought to happen.
    pub hypothesis: Option<Text>,
    /// What is compared.
    pub measure: Option<Text>,
    /// When the trial is broken off.
    pub stop_rule: Option<Text>,
}

impl Recommendation {
    /// A recommendation with a title and nothing else. Its number is given when it is added.
    #[must_use]
    pub fn new(title: Title) -> Self {
        Self {
            rank: Rank::default(),
            number: 0,
            title,
            addresses: BTreeSet::new(),
            rationale: None,
            goal: None,
            shift: None,
            category: None,
            owner: None,
            impact: None,
            effort: None,
            rice: Rice::default(),
            wsjf: Wsjf::default(),
            votes: None,
            cost: None,
            benefit: None,
            estimate: None,
            measure: None,
            adoption: None,
            training: false,
            delivery: None,
            partner_criteria: None,
            readiness: None,
            trial: Trial::default(),
            timing: None,
            workstream: None,
            start: None,
            duration: None,
            depends_on: BTreeSet::new(),
            progress: None,
            due: None,
            outcome: None,
            note: None,
        }
    }

    /// Its code, such as `R4`.
    #[must_use]
    pub fn code(&self) -> String {
        format!("{}{}", Self::LETTER, self.number)
    }
}

impl Document {
    /// The recommendations that answer a finding, in their order.
    #[must_use]
    pub fn answers_to(&self, finding: KeptFindingId) -> Vec<(RecommendationId, &Recommendation)> {
        let mut found = self.recommendations_in_order();
        found.retain(|(_, it)| it.addresses.contains(&finding));
        found
    }
}

impl Ranked for Recommendation {
    fn rank(&self) -> Rank {
        self.rank
    }

    fn set_rank(&mut self, rank: Rank) {
        self.rank = rank;
    }
}

impl Coded for Recommendation {
    const LETTER: char = 'R';

    fn number(&self) -> u32 {
        self.number
    }
}

/// Adds a recommendation under the number behind the highest.
pub(crate) fn add(
    draft: &mut Draft<'_>,
    id: RecommendationId,
    recommendation: &Recommendation,
    before: Option<RecommendationId>,
) -> Result<(), Refusal> {
    let number = code::next_number::<Recommendation>(draft);
    let numbered = Recommendation { number, ..recommendation.clone() };
    check(draft, &numbered)?;
    check_order(draft, id, &numbered.depends_on)?;
    register::add(draft, id, &numbered, before)
}

pub(crate) fn set(
    draft: &mut Draft<'_>,
    id: RecommendationId,
    field: &RecommendationField,
) -> Result<(), Refusal> {
    let former = draft.get(id)?;
    let mut recommendation = former.clone();
    recommendation.set(field.clone());
    check(draft, &recommendation)?;
    check_order(draft, id, &(&recommendation.depends_on - &former.depends_on))?;
    draft.update(id, |it| *it = recommendation)
}

/// Whether all that it names is there, but for what it depends on.
fn check(draft: &Draft<'_>, recommendation: &Recommendation) -> Result<(), Refusal> {
    recommendation.owner.map(|it| draft.get(it)).transpose()?;
    recommendation.workstream.map(|it| draft.get(it)).transpose()?;
    for finding in &recommendation.addresses {
        draft.get(*finding)?;
    }
    Ok(())
}

/// Whether all that it newly depends on is there, and it does not wait for itself because of that (Q6). A circle that it
/// was in before, as a file may hold one, refuses nothing.
fn check_order(
    draft: &Draft<'_>,
    id: RecommendationId,
    new: &BTreeSet<RecommendationId>,
) -> Result<(), Refusal> {
    let mut waits_for: Vec<RecommendationId> = new.iter().copied().collect();
    let mut seen = BTreeSet::new();
    while let Some(next) = waits_for.pop() {
        if next == id {
            return Err(Refusal::WaitsForItself);
        }
        if seen.insert(next) {
            waits_for.extend(&draft.get(next)?.depends_on);
        }
    }
    Ok(())
}
