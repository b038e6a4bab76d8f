//! The trace: from what was heard, through what was found, to what is done about it, and back (Q5, Q7).

use std::collections::{BTreeMap, BTreeSet};

use opmap_model::{Document, EvidenceId, KeptFindingId, Progress, RecommendationId, Shift};

use crate::kept::is_answered;
use crate::{Analysis, kept, ranked};

/// Something that the trace leads through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Knot {
    /// A piece of evidence.
    Evidence(EvidenceId),
    /// A finding that is kept.
    Finding(KeptFindingId),
    /// A shift.
    Shift(Shift),
    /// A recommendation, with its measure and its place on the roadmap.
    Recommendation(RecommendationId),
}

/// How a finding is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Met {
    /// A recommendation that was not dropped answers it.
    Answered,
    /// It is left as it is, for a reason (Q7).
    Accepted,
    /// Neither: a gap.
    Open,
}

/// What leads to what in a workshop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// All evidence, in its order.
    pub evidence: Vec<EvidenceId>,
    /// All findings that are kept, in their order, each with how it is met.
    pub findings: Vec<(KeptFindingId, Met)>,
    /// The recommendations that were not dropped, the best first.
    pub recommendations: Vec<RecommendationId>,
    /// What each leads to: evidence to findings and shifts, findings to shifts and recommendations, recommendations to
    /// their shift.
    onward: BTreeMap<Knot, BTreeSet<Knot>>,
    /// The same, the other way.
    back: BTreeMap<Knot, BTreeSet<Knot>>,
}

/// The trace of a workshop.
#[must_use]
pub fn trace(document: &Document, analysis: &Analysis) -> Trace {
    let is_dropped =
        |id: RecommendationId| document.get(id).is_some_and(|it| it.progress == Some(Progress::Dropped));
    let recommendations: Vec<RecommendationId> =
        ranked(document).into_iter().map(|it| it.id).filter(|id| !is_dropped(*id)).collect();
    let evidence: Vec<EvidenceId> = document.evidence_in_order().into_iter().map(|it| it.0).collect();
    let mut found = Trace {
        evidence,
        findings: Vec::new(),
        recommendations,
        onward: BTreeMap::new(),
        back: BTreeMap::new(),
    };
    for (id, it) in document.evidence() {
        it.shifts.iter().for_each(|shift| found.tie(Knot::Evidence(*id), Knot::Shift(*shift)));
    }
    for (id, it) in document.findings() {
        let finding = Knot::Finding(*id);
        it.evidence.iter().for_each(|evidence| found.tie(Knot::Evidence(*evidence), finding));
        it.shifts.iter().for_each(|shift| found.tie(finding, Knot::Shift(*shift)));
    }
    for id in found.recommendations.clone() {
        let Some(it) = document.get(id) else { continue };
        let recommendation = Knot::Recommendation(id);
        it.addresses.iter().for_each(|finding| found.tie(Knot::Finding(*finding), recommendation));
        it.shift.iter().for_each(|shift| found.tie(recommendation, Knot::Shift(*shift)));
    }
    found.findings = kept(document, analysis)
        .into_iter()
        .map(|it| match it.accepted {
            _ if is_answered(document, it.id) => (it.id, Met::Answered),
            Some(_) => (it.id, Met::Accepted),
            None => (it.id, Met::Open),
        })
        .collect();
    found
}

impl Trace {
    /// The recommendations that answer a finding and were not dropped, the best first.
    pub fn answers(&self, finding: KeptFindingId) -> impl Iterator<Item = RecommendationId> + '_ {
        let there = self.onward.get(&Knot::Finding(finding));
        let is_there =
            move |id: &RecommendationId| there.is_some_and(|it| it.contains(&Knot::Recommendation(*id)));
        self.recommendations.iter().copied().filter(is_there)
    }

    /// Whether a recommendation answers a finding.
    #[must_use]
    pub fn answers_it(&self, recommendation: RecommendationId, finding: KeptFindingId) -> bool {
        self.answers(finding).any(|it| it == recommendation)
    }

    /// The evidence on which no finding rests.
    pub fn unused(&self) -> impl Iterator<Item = EvidenceId> + '_ {
        let is_used = |it: &Knot| matches!(it, Knot::Finding(_));
        let leads = move |id: EvidenceId| self.onward.get(&Knot::Evidence(id));
        self.evidence.iter().copied().filter(move |id| !leads(*id).is_some_and(|it| it.iter().any(is_used)))
    }

    /// The findings that nothing meets.
    pub fn open(&self) -> impl Iterator<Item = KeptFindingId> + '_ {
        self.findings.iter().filter(|it| it.1 == Met::Open).map(|it| it.0)
    }

    /// The recommendations that answer no finding.
    pub fn baseless(&self) -> impl Iterator<Item = RecommendationId> + '_ {
        let of = move |id: RecommendationId| self.back.get(&Knot::Recommendation(id));
        self.recommendations.iter().copied().filter(move |id| of(*id).is_none_or(BTreeSet::is_empty))
    }

    /// All that a knot leads to and comes from, with itself: never down one thread and up another. A shift is where threads
    /// end: from there all that leads to it.
    #[must_use]
    pub fn thread(&self, knot: Knot) -> BTreeSet<Knot> {
        let mut thread = reached(&self.onward, knot);
        thread.append(&mut reached(&self.back, knot));
        thread
    }

    fn tie(&mut self, from: Knot, to: Knot) {
        self.onward.entry(from).or_default().insert(to);
        self.back.entry(to).or_default().insert(from);
    }
}

fn reached(ties: &BTreeMap<Knot, BTreeSet<Knot>>, from: Knot) -> BTreeSet<Knot> {
    let (mut found, mut open) = (BTreeSet::from([from]), vec![from]);
    while let Some(knot) = open.pop() {
        let next = ties.get(&knot).into_iter().flatten();
        open.extend(next.filter(|it| found.insert(**it)));
    }
    found
}
