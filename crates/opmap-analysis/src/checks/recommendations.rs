//! Checks of recommendations and of the roadmap (Q5, Q6).

use opmap_model::{Document, Progress, Recommendation, RecommendationId, RecordId};

use crate::schedule::{Impossible, dependencies, roadmap};
use crate::{Finding, Severity, missing_parts};

pub(super) fn findings(document: &Document, found: &mut Vec<Finding>) {
    if document.recommendations().is_empty() {
        return;
    }
    incomplete(document, found);
    circles(document, found);
    out_of_order(document, found);
}

/// Q5: each recommendation says what it answers, who sees to it, what it does, what it takes, when it is done and what
/// is measured. One that was dropped need not.
fn incomplete(document: &Document, found: &mut Vec<Finding>) {
    for (id, it) in document.recommendations_in_order() {
        let missing = missing_parts(it);
        if missing.is_empty() || it.progress == Some(Progress::Dropped) {
            continue;
        }
        let parts: Vec<&str> = missing.iter().map(|it| it.words()).collect();
        let sentence = format!("{} has {}.", name(it), no(&parts));
        found.push(Finding::new("Q5", Severity::Warning, sentence, vec![RecordId::Recommendation(id)]));
    }
}

/// Q6: nothing waits for itself through others.
fn circles(document: &Document, found: &mut Vec<Finding>) {
    let circle = roadmap(document).circle;
    let names: Vec<String> = circle.iter().filter_map(|id| document.get(*id)).map(name).collect();
    let sentence = match names.as_slice() {
        [] => return,
        [one] => format!("{one} waits for itself, so it can never begin."),
        _ => format!("{} wait for each other, so none of them can begin.", listed(&names)),
    };
    let records = circle.into_iter().map(RecordId::Recommendation).collect();
    found.push(Finding::new("Q6", Severity::Error, sentence, records));
}

/// Q6: nothing starts in a wave before one that it depends on.
fn out_of_order(document: &Document, found: &mut Vec<Finding>) {
    let told = |id: RecommendationId| document.get(id).map(name).unwrap_or_default();
    for it in dependencies(document) {
        let sentence = match it.impossible {
            None => continue,
            Some(Impossible::EarlierWave) => {
                format!(
                    "{} starts in a wave before {}, which it depends on.",
                    told(it.after),
                    told(it.before)
                )
            }
            Some(Impossible::Parked) => {
                format!("{} depends on {}, which is not to be done now.", told(it.after), told(it.before))
            }
        };
        let records = [it.after, it.before].map(RecordId::Recommendation).into();
        found.push(Finding::new("Q6", Severity::Error, sentence, records).at(1));
    }
}

fn name(it: &Recommendation) -> String {
    format!("{} “{}”", it.code(), it.title)
}

/// `no owner, no effort and no measure`.
fn no(parts: &[&str]) -> String {
    listed(&parts.iter().map(|it| format!("no {it}")).collect::<Vec<_>>())
}

fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
