//! Which recommendation comes first: the board of impact and effort, and the list ranked by one method (Q1 to Q4).

mod score;

use std::cmp::Reverse;

use opmap_model::{
    Document, Progress, Ranking, Rating, Recommendation, RecommendationId, Rice, Threshold, Timing, Wsjf,
};

pub use score::Score;

/// A quarter of the board of impact and effort (Q1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quadrant {
    /// High impact, low effort.
    QuickWin,
    /// High impact, high effort.
    MajorProject,
    /// Low impact, low effort.
    FillIn,
    /// Low impact, high effort.
    Thankless,
}

/// A recommendation in the ranked list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ranked {
    /// The recommendation.
    pub id: RecommendationId,
    /// Its place, from 1; none for what the method has no input for, and for what is parked or dropped.
    pub place: Option<usize>,
    /// What the method makes of it, where that is a number.
    pub score: Option<Score>,
}

impl Quadrant {
    /// The four of them, the upper row from left to right, then the lower.
    pub const ALL: [Self; 4] = [Self::QuickWin, Self::MajorProject, Self::FillIn, Self::Thankless];

    /// The one quarter for both numbers; none while one is not set (Q1). `low` is the highest number that is still low.
    #[must_use]
    pub fn of(impact: Option<Rating>, effort: Option<Rating>, low: u32) -> Option<Self> {
        let high = |it: Rating| u32::from(it.get()) > low;
        Some(match (high(impact?), high(effort?)) {
            (true, false) => Self::QuickWin,
            (true, true) => Self::MajorProject,
            (false, false) => Self::FillIn,
            (false, true) => Self::Thankless,
        })
    }

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::QuickWin => "Quick wins",
            Self::MajorProject => "Major projects",
            Self::FillIn => "Fill-ins",
            Self::Thankless => "Thankless",
        }
    }
}

/// The quarter of a recommendation in the settings of its workshop.
#[must_use]
pub fn quadrant(document: &Document, recommendation: &Recommendation) -> Option<Quadrant> {
    let low = document.workshop().thresholds.of(Threshold::LowScore);
    Quadrant::of(recommendation.impact, recommendation.effort, low)
}

/// RICE = reach × impact × confidence ÷ effort (Q2), the reach counted for a quarter whatever its period is; none while a
/// part is not set.
#[must_use]
pub fn rice_score(rice: &Rice) -> Option<Score> {
    let [reach, months, impact, percent, weeks] = [
        rice.reach?,
        rice.period?.months(),
        rice.impact?.quarters(),
        rice.confidence?.percent(),
        rice.effort?.get(),
    ]
    .map(u64::from);
    Some(Score::new(reach * 3 * impact * percent, months * 4 * 100 * weeks))
}

/// WSJF = (value + urgency + risk) ÷ size (Q3); none while a part is not set.
#[must_use]
pub fn wsjf_score(wsjf: &Wsjf) -> Option<Score> {
    let [value, urgency, risk, size] =
        [wsjf.value?, wsjf.urgency?, wsjf.risk?, wsjf.size?].map(|it| u64::from(it.get()));
    Some(Score::new(value + urgency + risk, size))
}

/// All recommendations, the best first by the one method that ranks (Q4). Ties keep the order in which they were put.
/// What has no place stands behind: first what the method lacks input for, then what is parked or dropped.
#[must_use]
pub fn ranked(document: &Document) -> Vec<Ranked> {
    let method = document.workshop().roadmap.ranking;
    let (mut placed, mut open, mut out) = (Vec::new(), Vec::new(), Vec::new());
    for (id, it) in document.recommendations_in_order() {
        let score = score(it, method);
        match key(it, method, score) {
            _ if is_out(it) => out.push((id, score)),
            Some(key) => placed.push((Reverse(key), id, score)),
            None => open.push((id, score)),
        }
    }
    placed.sort_by_key(|it| it.0);
    let placed = (1..).zip(placed).map(|(place, (_, id, score))| Ranked { id, place: Some(place), score });
    let behind = open.into_iter().chain(out).map(|(id, score)| Ranked { id, place: None, score });
    placed.chain(behind).collect()
}

/// Whether it is not to be done now, or not at all.
#[must_use]
pub fn is_out(recommendation: &Recommendation) -> bool {
    recommendation.timing == Some(Timing::Parked) || recommendation.progress == Some(Progress::Dropped)
}

fn score(it: &Recommendation, method: Ranking) -> Option<Score> {
    match method {
        Ranking::ImpactEffort => None,
        Ranking::Rice => rice_score(&it.rice),
        Ranking::Wsjf => wsjf_score(&it.wsjf),
        Ranking::Votes => it.votes.map(|it| Score::new(it.into(), 1)),
    }
}

/// Higher comes first.
fn key(it: &Recommendation, method: Ranking, score: Option<Score>) -> Option<(Score, Reverse<u8>)> {
    match method {
        Ranking::ImpactEffort => Some((Score::new(it.impact?.get().into(), 1), Reverse(it.effort?.get()))),
        Ranking::Rice | Ranking::Wsjf | Ranking::Votes => Some((score?, Reverse(0))),
    }
}
