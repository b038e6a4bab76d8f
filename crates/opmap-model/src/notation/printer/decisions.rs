//! Decisions as lines.

use super::super::words::{print_duration, quote};
use super::handles::Handles;
use super::{Lines, text_pair, title_pair, yes_pair};
use crate::{Decision, DecisionId, Document, MapKey, RecordId, RightLetter, Rights, RightsOf};

/// The decisions of one map, or those that belong to nothing.
pub(super) fn print_decisions(
    document: &Document,
    map: Option<MapKey>,
    handles: &Handles,
    lines: &mut Lines<'_>,
) {
    for (id, decision) in document.decisions_in_order() {
        if document.map_of_decision(decision) == map {
            print_decision(document, map, (id, decision), handles, lines);
        }
    }
}

fn print_decision(
    document: &Document,
    map: Option<MapKey>,
    (id, decision): (DecisionId, &Decision),
    handles: &Handles,
    lines: &mut Lines<'_>,
) {
    let (framework, rights) = match &decision.rights {
        Rights::Decider(role) => (None, role.map(|it| format!("decider={}", handles.role(it)))),
        Rights::Rapid(rights) => (Some("framework=rapid"), rights_pairs(rights, handles)),
        Rights::Daci(rights) => (Some("framework=daci"), rights_pairs(rights, handles)),
    };
    let handle = |prefix, counterpart| Some(handles.element(map?.journey, prefix, counterpart));
    let stages = decision
        .stages
        .iter()
        .filter_map(|id| Some(format!("stage={}", handle("stage", document.get(*id)?.counterpart)?)));
    let steps = decision
        .steps
        .iter()
        .filter_map(|id| Some(format!("step={}", handle("step", document.get(*id)?.counterpart)?)));
    let bands = decision.bands.iter().flat_map(|it| {
        let role = |id: Option<_>| id.map_or("-".to_owned(), |id| handles.role(id));
        let unit = std::iter::once(format!("unit={}", quote(it.unit().as_str())));
        let limited = it.limited().iter().map(move |it| format!("band={}:{}", it.below, role(it.decider)));
        unit.chain(limited).chain(it.beyond().map(|it| format!("beyond={}", handles.role(it))))
    });
    lines.record(
        RecordId::Decision(id),
        format!("decision {}", quote(decision.title.as_str())),
        [
            yes_pair("material", decision.material),
            sorted(stages.collect()),
            sorted(steps.collect()),
            framework.map(str::to_owned),
            rights,
            Some(bands.collect::<Vec<String>>().join(" ")).filter(|it| !it.is_empty()),
            decision.escalate_to.map(|it| format!("escalate-to={}", handles.role(it))),
            decision.escalate_secs.map(|it| format!("escalate-after={}", print_duration(it))),
            title_pair("region", decision.region.as_ref()),
            text_pair("note", decision.note.as_ref()),
        ],
    );
}

/// In an order that does not come from identities: that is another one once the text is read.
fn sorted(mut pairs: Vec<String>) -> Option<String> {
    pairs.sort_by_key(|it| (it.len(), it.clone()));
    (!pairs.is_empty()).then(|| pairs.join(" "))
}

fn rights_pairs<L: RightLetter>(rights: &RightsOf<L>, handles: &Handles) -> Option<String> {
    let pair = |it: &crate::Right<L>| {
        let right = format!("{}:{}", handles.role(it.role), it.letter.key());
        match &it.words {
            Some(words) => format!("right={}", quote(&format!("{right}:{words}"))),
            None => format!("right={right}"),
        }
    };
    sorted(rights.iter().map(pair).collect())
}
