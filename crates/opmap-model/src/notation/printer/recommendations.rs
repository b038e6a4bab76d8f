//! Workstreams and recommendations as lines.

use super::super::words::quote;
use super::handles::Handles;
use super::{Lines, keyword_pair, text_pair, title_pair, yes_pair};
use crate::{Document, Points, Recommendation, RecordId};

pub(super) fn print_recommendations(document: &Document, handles: &Handles, lines: &mut Lines<'_>) {
    for (id, workstream) in document.workstreams_in_order() {
        let line = format!("workstream {} {}", handles.workstream(id), quote(workstream.title.as_str()));
        lines.record(RecordId::Workstream(id), line, []);
    }
    for (id, recommendation) in document.recommendations_in_order() {
        let line =
            format!("recommendation {} {}", handles.recommendation(id), quote(recommendation.title.as_str()));
        lines.record(RecordId::Recommendation(id), line, pairs(document, recommendation, handles));
    }
}

fn pairs(document: &Document, it: &Recommendation, handles: &Handles) -> [Option<String>; 40] {
    let points = |key: &str, points: Option<Points>| points.map(|it| format!("{key}={}", it.get()));
    // In the order of their register: that of the identities is another one once the text is read.
    let mut depends_on: Vec<String> = it.depends_on.iter().map(|id| handles.recommendation(*id)).collect();
    depends_on.sort_by_key(|it| (it.len(), it.clone()));
    let addresses = document.codes(&it.addresses).join(",");
    [
        Some(format!("number={}", it.number)),
        (!addresses.is_empty()).then(|| format!("addresses={addresses}")),
        text_pair("rationale", it.rationale.as_ref()),
        title_pair("goal", it.goal.as_ref()),
        keyword_pair("shift", it.shift),
        keyword_pair("category", it.category),
        it.owner.map(|id| format!("owner={}", handles.role(id))),
        it.impact.map(|it| format!("impact={it}")),
        it.effort.map(|it| format!("effort={it}")),
        it.rice.reach.map(|it| format!("reach={it}")),
        keyword_pair("period", it.rice.period),
        keyword_pair("rice-impact", it.rice.impact),
        keyword_pair("confidence", it.rice.confidence),
        it.rice.effort.map(|it| format!("person-weeks={}", it.get())),
        points("value", it.wsjf.value),
        points("urgency", it.wsjf.urgency),
        points("risk", it.wsjf.risk),
        points("size", it.wsjf.size),
        it.votes.map(|it| format!("votes={it}")),
        keyword_pair("cost", it.cost),
        keyword_pair("benefit", it.benefit),
        title_pair("estimate", it.estimate.as_ref()),
        title_pair("measure", it.measure.as_ref()),
        title_pair("adoption", it.adoption.as_ref()),
        yes_pair("training", it.training),
        keyword_pair("delivery", it.delivery),
        text_pair("partner-criteria", it.partner_criteria.as_ref()),
        keyword_pair("readiness", it.readiness),
        text_pair("hypothesis", it.trial.hypothesis.as_ref()),
        text_pair("trial-measure", it.trial.measure.as_ref()),
        text_pair("stop-rule", it.trial.stop_rule.as_ref()),
        keyword_pair("timing", it.timing),
        it.workstream.map(|id| format!("workstream={}", handles.workstream(id))),
        it.start.map(|it| format!("start={}", it.get())),
        it.duration.map(|it| format!("duration={}", it.get())),
        (!depends_on.is_empty()).then(|| format!("depends-on={}", depends_on.join(","))),
        keyword_pair("progress", it.progress),
        it.due.map(|it| format!("due={it}")),
        text_pair("outcome", it.outcome.as_ref()),
        text_pair("note", it.note.as_ref()),
    ]
}
