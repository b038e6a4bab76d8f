//! Earlier workshops, milestones, the options log, concerns and the operating rhythm as lines.

use super::super::words::quote;
use super::handles::Handles;
use super::{Lines, keyword_pair, text_pair, title_pair, yes_pair};
use crate::{Document, Keyword, RecordId};

pub(super) fn print_logs(document: &Document, handles: &Handles, lines: &mut Lines<'_>) {
    for (id, it) in document.earlier_workshops_in_order() {
        let scores = it.scores.iter().map(|(shift, it)| {
            let target = it.target.map(|it| format!("/{it}")).unwrap_or_default();
            format!("{}={}{target}", shift.key(), it.now)
        });
        let scores = scores.collect::<Vec<_>>().join(" ");
        let pairs = [it.date.map(|it| format!("date={it}")), (!scores.is_empty()).then_some(scores)];
        lines.record(RecordId::EarlierWorkshop(id), format!("earlier {}", quote(it.title.as_str())), pairs);
        // In the order of their register: that of the identities is another one once the text is read.
        for (id, _) in document.recommendations_in_order() {
            let Some(action) = it.actions.get(&id) else { continue };
            let pairs = [
                keyword_pair("progress", action.progress),
                keyword_pair("timing", action.timing),
                action.due.map(|it| format!("due={it}")),
                title_pair("measure", action.measure.as_ref()),
                title_pair("adoption", action.adoption.as_ref()),
            ];
            lines.with_pairs(format!("known {}", handles.recommendation(id)), pairs);
        }
    }
    for (id, it) in document.milestones_in_order() {
        let line = format!("milestone {}", quote(it.title.as_str()));
        lines.record(RecordId::Milestone(id), line, [it.day.map(|it| format!("day={}", it.get()))]);
    }
    for (id, it) in document.choices_in_order() {
        let pairs = [
            text_pair("options", it.options.as_ref()),
            title_pair("chosen", it.chosen.as_ref()),
            text_pair("reason", it.reason.as_ref()),
            it.decided_by.map(|id| format!("by={}", handles.role(id))),
            it.decided_on.map(|it| format!("on={it}")),
        ];
        lines.record(RecordId::Choice(id), format!("choice {}", quote(it.title.as_str())), pairs);
    }
    for (id, it) in document.concerns_in_order() {
        let pairs = [
            it.likelihood.map(|it| format!("likelihood={it}")),
            it.impact.map(|it| format!("impact={it}")),
            it.owner.map(|id| format!("owner={}", handles.role(id))),
            text_pair("response", it.response.as_ref()),
            yes_pair("settled", it.settled),
        ];
        let line = format!("concern {} {}", it.kind.key(), quote(it.title.as_str()));
        lines.record(RecordId::Concern(id), line, pairs);
    }
    for (id, it) in document.forums_in_order() {
        // In the order of the roles: that of the identities is another one once the text is read.
        let mut attendees: Vec<String> = it.attendees.iter().map(|id| handles.role(*id)).collect();
        attendees.sort_by_key(|it| (it.len(), it.clone()));
        let pairs = [
            title_pair("frequency", it.frequency.as_ref()),
            text_pair("agenda", it.agenda.as_ref()),
            it.owner.map(|id| format!("owner={}", handles.role(id))),
            (!attendees.is_empty()).then(|| format!("attendees={}", attendees.join(","))),
            text_pair("inputs", it.inputs.as_ref()),
            text_pair("decisions", it.decisions.as_ref()),
        ];
        lines.record(RecordId::Forum(id), format!("forum {}", quote(it.title.as_str())), pairs);
    }
}
