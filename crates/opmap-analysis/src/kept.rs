//! Findings that the workshop keeps: what their sources say of them today, and what is found and not kept yet.

use std::collections::{BTreeMap, BTreeSet};

use opmap_model::{
    Acceptance, AcceptanceId, Document, Edit, KeptFinding, KeptFindingId, Progress, RecordId, Source, Text,
    Title,
};

use crate::{Accepted, Analysis, Finding, Severity};

/// The rule that asks for an answer to a finding, and under which one is accepted that no check finds.
const ACCEPTED: &str = "Q7";

/// A finding that is kept, as it is today.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept<'a> {
    /// Which one.
    pub id: KeptFindingId,
    /// The record.
    pub finding: &'a KeptFinding,
    /// What it says: in its own words, or in those of what finds it today, or what was found when it was kept.
    pub sentence: String,
    /// What finds it today.
    pub found: Vec<&'a Finding>,
    /// Why it is left as it is, where the room accepts it (Q7).
    pub accepted: Option<Accepted>,
}

impl Kept<'_> {
    /// Whether it was found once, and nothing finds it any more.
    #[must_use]
    pub fn is_no_longer_found(&self) -> bool {
        !self.finding.sources.is_empty() && self.found.is_empty()
    }

    /// The edit that accepts it with a reason, or gives another reason: that of the checks that find it, where they do.
    /// `fresh` gives the identity of an acceptance.
    pub fn accept(&self, reason: &Text, mut fresh: impl FnMut() -> AcceptanceId) -> Edit {
        if let Some(accepted) = &self.accepted {
            return Edit::SetAcceptances { ids: accepted.acceptances.clone(), reason: reason.clone() };
        }
        let of_checks = self.checked().filter(|it| it.accepted.is_none());
        let edits: Vec<Edit> = of_checks.map(|it| it.accept(reason, &mut fresh)).collect();
        if !edits.is_empty() {
            return Edit::All(edits);
        }
        let Ok(rule) = Title::new(ACCEPTED) else { return Edit::All(Vec::new()) };
        let about = RecordId::KeptFinding(self.id);
        Edit::AddAcceptance { id: fresh(), acceptance: Acceptance { rule, about, reason: reason.clone() } }
    }

    /// The edit that no longer accepts it, if it is accepted.
    #[must_use]
    pub fn reopen(&self) -> Option<Edit> {
        let ids = self.accepted.as_ref()?.acceptances.clone();
        Some(Edit::RemoveAcceptances { ids })
    }

    /// What checks find of it, which is accepted as what they find is.
    fn checked(&self) -> impl Iterator<Item = &Finding> {
        self.found.iter().copied().filter(|it| !it.is_suggested())
    }
}

/// Every finding that is kept, in its order.
#[must_use]
pub fn kept<'a>(document: &'a Document, analysis: &'a Analysis) -> Vec<Kept<'a>> {
    let told = document.findings_in_order();
    let found = found_by_sources(&told, analysis);
    told.into_iter()
        .zip(found)
        .map(|((id, finding), found)| {
            let says = found.first().filter(|_| !finding.reworded);
            let sentence = says.map_or_else(|| finding.title.to_string(), |it| it.sentence.clone());
            let mut kept = Kept { id, finding, sentence, found, accepted: None };
            kept.accepted = accepted(document, &kept);
            kept
        })
        .collect()
}

/// What finds each of the kept findings today. There may be many of both, so that each source is looked up.
fn found_by_sources<'a>(
    told: &[(KeptFindingId, &KeptFinding)],
    analysis: &'a Analysis,
) -> Vec<Vec<&'a Finding>> {
    let mut kept_by: BTreeMap<(&str, u32, RecordId), Vec<usize>> = BTreeMap::new();
    for (at, (_, finding)) in told.iter().enumerate() {
        for source in finding.sources.iter() {
            if let Some(about) = source.about {
                kept_by.entry((source.rule.as_str(), source.point, about)).or_default().push(at);
            }
        }
    }
    let mut found: Vec<Vec<&Finding>> = vec![Vec::new(); told.len()];
    if kept_by.is_empty() {
        return found;
    }
    for finding in analysis.all_found() {
        let Ok(point) = u32::try_from(finding.point) else { continue };
        let keeps = finding.subjects().iter().filter_map(|about| kept_by.get(&(finding.rule, point, *about)));
        for at in keeps.flatten() {
            // Of several of its subjects one is enough.
            if !found[*at].last().is_some_and(|last| std::ptr::eq(*last, finding)) {
                found[*at].push(finding);
            }
        }
    }
    found
}

/// What is found and open, and no finding keeps yet: what checks found, then what measures and scores say.
#[must_use]
pub fn not_kept<'a>(document: &Document, analysis: &'a Analysis) -> Vec<&'a Finding> {
    let sources: BTreeSet<&Source> = document.findings().values().flat_map(|it| it.sources.iter()).collect();
    let is_kept = |it: &Finding| it.sources().iter().all(|it| sources.contains(it));
    analysis.all_found().filter(|it| it.accepted.is_none() && !is_kept(it)).collect()
}

/// Q7: each finding that weighs as an error is answered by a recommendation that was not dropped, or accepted with a
/// reason.
pub(crate) fn unanswered(document: &Document, analysis: &Analysis) -> Vec<Finding> {
    let errors = document.findings().iter().filter(|(_, it)| it.severity == Severity::Error);
    let errors: BTreeSet<KeptFindingId> =
        errors.map(|it| *it.0).filter(|id| !is_answered(document, *id)).collect();
    if errors.is_empty() {
        return Vec::new();
    }
    let open = kept(document, analysis).into_iter().filter(|it| errors.contains(&it.id));
    // What is accepted under this very rule is found, so that it is told with what else is accepted.
    open.filter(|it| it.accepted.is_none() || is_accepted_itself(document, it.id))
        .map(|it| {
            let sentence = format!(
                "No recommendation answers {} “{}”, and it is not accepted.",
                it.finding.code(),
                it.sentence.trim_end_matches('.')
            );
            Finding::new(ACCEPTED, Severity::Warning, sentence, vec![RecordId::KeptFinding(it.id)])
        })
        .collect()
}

/// Whether a recommendation that was not dropped answers a finding (Q7).
pub(crate) fn is_answered(document: &Document, id: KeptFindingId) -> bool {
    document.answers_to(id).iter().any(|(_, it)| it.progress != Some(Progress::Dropped))
}

fn is_accepted_itself(document: &Document, id: KeptFindingId) -> bool {
    document.acceptances().values().any(|it| it.about == RecordId::KeptFinding(id))
}

/// It is accepted itself, or all that checks find of it is.
fn accepted(document: &Document, kept: &Kept<'_>) -> Option<Accepted> {
    let about = RecordId::KeptFinding(kept.id);
    let own: Vec<_> = document.acceptances().iter().filter(|(_, it)| it.about == about).collect();
    if let Some((_, first)) = own.first() {
        let acceptances = own.iter().map(|(id, _)| **id).collect();
        return Some(Accepted { reason: first.reason.clone(), acceptances });
    }
    let of_checks: Vec<_> = kept.checked().map(|it| it.accepted.clone()).collect::<Option<_>>()?;
    let reason = of_checks.first()?.reason.clone();
    let acceptances = of_checks.into_iter().flat_map(|it| it.acceptances).collect();
    Some(Accepted { reason, acceptances })
}

impl Finding {
    /// What a finding that keeps this one names as what found it: the rule at each of its subjects. None for what a check
    /// says of recommendations: it is no finding about the service.
    #[must_use]
    pub fn sources(&self) -> Vec<Source> {
        // A rule that has no title would have no name either.
        let (Ok(rule), Ok(point)) = (Title::new(self.rule), u32::try_from(self.point)) else {
            return Vec::new();
        };
        let source = |about: &RecordId| Source { rule: rule.clone(), about: Some(*about), point };
        self.subjects().iter().filter(|it| Source::can_be_about(it.table())).map(source).collect()
    }

    /// The edit that keeps it as a finding of the workshop, last, with what it is about; none for what cannot be kept.
    #[must_use]
    pub fn keep(&self, id: KeptFindingId) -> Option<Edit> {
        let mut finding = KeptFinding::new(Text::new(&self.sentence).ok()?);
        finding.reworded = false;
        finding.severity = self.severity;
        finding.sources = self.sources().into_iter().collect();
        if finding.sources.is_empty() {
            return None;
        }
        for record in &self.records {
            match record.shift() {
                Some(shift) => drop(finding.shifts.insert(shift)),
                None if KeptFinding::can_be_about(record.table()) => drop(finding.about.insert(*record)),
                None => {}
            }
        }
        Some(Edit::AddFinding { id, finding: Box::new(finding), before: None })
    }
}
