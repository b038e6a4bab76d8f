//! Earlier workshops about the same service: what they had said, to see what has changed since.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::rank::Ranked;
use crate::tables::References;
use crate::{
    Document, EarlierWorkshopId, Edit, HealthQuestionField, Keyword, Progress, Rank, Rating, Recommendation,
    RecommendationField, RecommendationId, Refusal, Shift, ShiftField, Side, Timing, Title, WorkshopField,
    folded, register,
};

/// What an earlier workshop had said. It is taken over whole and never reworded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierWorkshop {
    /// Where it stands among the earlier workshops, the last one last.
    pub rank: Rank,
    /// What it was called.
    pub title: Title,
    /// The day it was held.
    pub date: Option<NaiveDate>,
    /// What it had said of the shifts that had a score.
    pub scores: BTreeMap<Shift, EarlierScore>,
    /// How far the recommendations that it knew had come.
    pub actions: BTreeMap<RecommendationId, EarlierAction>,
}

/// What was said of a shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierScore {
    /// The score that the room had agreed on.
    pub now: Rating,
    /// The score that was wanted.
    pub target: Option<Rating>,
}

/// How far a recommendation had come, and by what that was to be known.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct EarlierAction {
    /// How far it had come.
    pub progress: Option<Progress>,
    /// When it was to be done.
    pub timing: Option<Timing>,
    /// The day by which it was due.
    pub due: Option<NaiveDate>,
    /// What was measured to know that it worked.
    #[serde(default)]
    pub measure: Option<Title>,
    /// What was measured to know that it is used.
    #[serde(default)]
    pub adoption: Option<Title>,
}

/// What a workshop says, and what it knows of earlier ones: all that a later one takes over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    /// The earlier workshops and the workshop itself, the last one last.
    pub workshops: Vec<EarlierWorkshop>,
    /// What its recommendations are called.
    pub titles: BTreeMap<RecommendationId, Title>,
}

impl EarlierAction {
    /// How far a recommendation has come today, as a later workshop will know it.
    #[must_use]
    pub fn of(recommendation: &Recommendation) -> Self {
        let Recommendation { progress, timing, due, measure, adoption, .. } = recommendation.clone();
        Self { progress, timing, due, measure, adoption }
    }
}

impl References<RecommendationId> for BTreeMap<RecommendationId, EarlierAction> {
    fn referred(&self) -> impl Iterator<Item = RecommendationId> + '_ {
        self.keys().copied()
    }

    fn refer_anew(&mut self, become_of: impl Fn(RecommendationId) -> Option<RecommendationId>) {
        *self = self.iter().filter_map(|(id, it)| Some((become_of(*id)?, it.clone()))).collect();
    }
}

impl Ranked for EarlierWorkshop {
    fn rank(&self) -> Rank {
        self.rank
    }

    fn set_rank(&mut self, rank: Rank) {
        self.rank = rank;
    }
}

impl Document {
    /// What this workshop says, as a later one will know it.
    #[must_use]
    pub fn as_earlier(&self) -> EarlierWorkshop {
        let workshop = self.workshop();
        let score = |shift: &Shift| {
            let assessment = self.get(shift.assessment_id())?;
            Some((*shift, EarlierScore { now: assessment.now?, target: assessment.target }))
        };
        let actions = self.recommendations().iter().map(|(id, it)| (*id, EarlierAction::of(it)));
        EarlierWorkshop {
            rank: Rank::default(),
            title: workshop.title.clone(),
            date: workshop.date,
            scores: Shift::ALL.iter().filter_map(score).collect(),
            actions: actions.collect(),
        }
    }

    /// All that a later workshop takes over of this one.
    #[must_use]
    pub fn history(&self) -> History {
        let earlier = self.earlier_workshops_in_order().into_iter().map(|it| it.1.clone());
        let titles = self.recommendations().iter().map(|(id, it)| (*id, it.title.clone()));
        History { workshops: earlier.chain([self.as_earlier()]).collect(), titles: titles.collect() }
    }

    /// The next workshop about the same service, made of this one ([`Edit::carry_forward`]).
    ///
    /// # Errors
    /// When an identity that `fresh` gives is taken.
    pub fn carried_forward(&self, fresh: impl FnMut() -> EarlierWorkshopId) -> Result<Self, Refusal> {
        let change = Edit::carry_forward(self, fresh).plan(self)?;
        let mut next = self.clone();
        // What was planned on a document is never stale for it.
        next.apply(&change).map_err(|_| Refusal::Unsound)?;
        Ok(next)
    }

    /// The last of the earlier workshops, if any is known.
    #[must_use]
    pub fn last_workshop(&self) -> Option<&EarlierWorkshop> {
        self.earlier_workshops_in_order().last().map(|it| it.1)
    }
}

impl Edit {
    /// Has a workshop know what another one says and what that knows of earlier ones, in place of what it knew.
    /// Recommendations are the same where they have one identity, else where they have one title.
    pub fn compare_with(
        document: &Document,
        earlier: &History,
        fresh: impl FnMut() -> EarlierWorkshopId,
    ) -> Self {
        let same = |id: RecommendationId| {
            if document.get(id).is_some() {
                return Some(id);
            }
            let title = folded(earlier.titles.get(&id)?.as_str());
            let all = document.recommendations_in_order().into_iter();
            all.filter(|(_, it)| folded(it.title.as_str()) == title).map(|it| it.0).next()
        };
        let mut known = earlier.workshops.clone();
        known.iter_mut().for_each(|it| it.actions.refer_anew(same));
        let Self::All(mut edits) = Self::forget_earlier(document) else { return Self::All(Vec::new()) };
        edits.extend(added(known, fresh));
        Self::All(edits)
    }

    /// Has a workshop know nothing of earlier ones.
    #[must_use]
    pub fn forget_earlier(document: &Document) -> Self {
        Self::All(
            document.earlier_workshops().keys().map(|id| Self::RemoveEarlierWorkshop { id: *id }).collect(),
        )
    }

    /// Makes of a workshop its next one: what it says today becomes what the last one said, the room scores and votes anew,
    /// and all else goes on. The day is not set.
    pub fn carry_forward(document: &Document, mut fresh: impl FnMut() -> EarlierWorkshopId) -> Self {
        let mut edits: Vec<Self> = added(vec![document.as_earlier()], &mut fresh).collect();
        edits.push(Self::SetWorkshop(WorkshopField::Date(None)));
        edits.extend(document.rounds().keys().map(|id| Self::RemoveRound { id: *id }));
        let scored = document.assessments().values().filter(|it| it.now.is_some());
        edits.extend(scored.map(|it| Self::SetShift { shift: it.shift, field: ShiftField::Now(None) }));
        for (id, question) in document.health_questions() {
            let answered = Side::ALL.iter().filter(|side| question.answer(**side).is_some());
            let forget = |side: &Side| Self::SetHealthQuestion {
                id: *id,
                field: HealthQuestionField::Answer(*side, None),
            };
            edits.extend(answered.map(forget));
        }
        let voted = document.recommendations().iter().filter(|it| it.1.votes.is_some());
        edits.extend(
            voted.map(|(id, _)| Self::SetRecommendation { id: *id, field: RecommendationField::Votes(None) }),
        );
        Self::All(edits)
    }
}

fn added(
    workshops: Vec<EarlierWorkshop>,
    mut fresh: impl FnMut() -> EarlierWorkshopId,
) -> impl Iterator<Item = Edit> {
    workshops.into_iter().map(move |it| Edit::AddEarlierWorkshop { id: fresh(), earlier: Box::new(it) })
}

/// Adds an earlier workshop behind those that are there.
pub(crate) fn add(
    draft: &mut Draft<'_>,
    id: EarlierWorkshopId,
    earlier: &EarlierWorkshop,
) -> Result<(), Refusal> {
    for recommendation in earlier.actions.keys() {
        draft.get(*recommendation)?;
    }
    register::add(draft, id, earlier, None)
}

/// What several edits about earlier workshops are called together; none where they are about something else.
pub(crate) fn label(edits: &[Edit]) -> Option<&'static str> {
    let (mut adds, mut removes) = (false, false);
    for edit in edits {
        match edit {
            Edit::AddEarlierWorkshop { .. } => adds = true,
            Edit::RemoveEarlierWorkshop { .. } => removes = true,
            _ => return None,
        }
    }
    match (adds, removes) {
        (true, _) => Some("Compare with an earlier workshop"),
        (false, true) => Some("Forget the earlier workshops"),
        (false, false) => None,
    }
}
