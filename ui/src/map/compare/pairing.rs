//! Saying by hand what is the same in the two states that are compared, and what is not.

use leptos::prelude::*;
use opmap_analysis::{Difference, DifferenceKind, Merged};
use opmap_model::{CounterpartId, Document, Edit, MapKey, RecordId, StepId, folded};

use super::record_of;
use crate::editor::Editor;
use crate::identity::fresh_uuid;
use crate::map::MapState;

/// Why an element of one state only cannot be parted.
const IN_ONE: &str = "That is in one of the two states only, so there is nothing to part it from.";
/// Why a connector cannot be parted.
const SAME_ENDS: &str =
    "A connector between the same two steps counts as the same one. Part one of its steps instead.";

/// Whether what is selected is in both states that are compared; none where nothing is compared or selected.
pub(crate) fn in_both(map_state: MapState) -> Option<bool> {
    let record = map_state.selection.with(record_of)?;
    map_state.compared.merged.with(|it| Some(in_one_only(it.as_ref()?, record).is_none()))
}

/// The difference that says that an element is in one state only.
fn in_one_only(merged: &Merged, record: RecordId) -> Option<&Difference> {
    let is_whole = |it: &&Difference| matches!(it.kind, DifferenceKind::Added | DifferenceKind::Gone);
    merged.differences.iter().filter(is_whole).find(|it| it.record() == Some(record))
}

/// What is selected with each element that it may be the same as, and what that is called.
pub(crate) fn candidates(map_state: MapState) -> Vec<([RecordId; 2], String)> {
    let Some(record) = map_state.selection.with(record_of) else { return Vec::new() };
    map_state.compared.merged.with(|it| it.as_ref().map(|it| candidates_of(it, record)).unwrap_or_default())
}

/// Those of its kind that only the other state has: what is called alike first, then what stands in the same cell.
fn candidates_of(merged: &Merged, record: RecordId) -> Vec<([RecordId; 2], String)> {
    let Some(chosen) = in_one_only(merged, record) else { return Vec::new() };
    let wanted = match chosen.kind {
        DifferenceKind::Added => DifferenceKind::Gone,
        _ => DifferenceKind::Added,
    };
    let name = folded(&chosen.name);
    let cell = |record: RecordId| {
        let step = merged.document.get(record.key::<StepId>()?)?;
        Some((step.stage, step.lane))
    };
    let others = merged.differences.iter().filter(|it| it.kind == wanted);
    let mut found: Vec<_> = others.filter_map(|it| Some((it.record()?, &it.name))).collect();
    found.retain(|(other, _)| other.table() == record.table());
    found.sort_by_key(|(other, called)| (folded(called) != name, cell(*other) != cell(record)));
    found.into_iter().map(|(other, called)| ([record, other], called.clone())).collect()
}

/// Makes two elements the same, and says so.
pub(crate) fn join([one, other]: [RecordId; 2], editor: Editor, map_state: MapState) {
    let [name, other_name] = editor.peek(|document| [one, other].map(|it| named(document, it)));
    if editor.commit(Edit::Join { one, other }) {
        map_state.spoken.set(format!("{name} and {other_name} are the same now."));
    }
}

/// Parts what is selected from its counterparts, and says from which of those that are seen.
pub(in crate::map) fn part(editor: Editor, map_state: MapState) {
    let compared = map_state.compared;
    let before = untrack(|| editor.peek(|document| compared.first(document)));
    let Some((record, before)) = map_state.selection.with_untracked(record_of).zip(before) else {
        map_state.spoken.set("Select something first.".to_owned());
        return;
    };
    let twin = match editor.peek(|document| parted(document, record, before)) {
        Ok(twin) => twin,
        Err(reason) => return editor.message.set(Some(reason.to_owned())),
    };
    let [name, twin] = editor.peek(|document| [record, twin].map(|it| named(document, it)));
    if editor.commit(Edit::Part { record, counterpart: CounterpartId(fresh_uuid()) }) {
        map_state.spoken.set(format!("{name} is no longer the same as {twin}."));
    }
}

/// What an element is parted from in the first state.
fn parted(document: &Document, record: RecordId, before: MapKey) -> Result<RecordId, &'static str> {
    let twin = document.counterpart_in(record, before);
    if let RecordId::Connector(id) = record {
        let ends = |it: RecordId| {
            let connector = document.get(it.key::<opmap_model::ConnectorId>()?)?;
            let end = |step| document.counterpart_in(RecordId::Step(step), before);
            Some((end(connector.from)?, end(connector.to)?))
        };
        if twin.is_none_or(|twin| twin != record && ends(twin) == ends(RecordId::Connector(id))) {
            return Err(SAME_ENDS);
        }
    }
    twin.filter(|it| *it != record).ok_or(IN_ONE)
}

fn named(document: &Document, record: RecordId) -> String {
    format!("“{}”", document.record_name(record).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use opmap_analysis::merged;
    use opmap_model::{Document, Edit, JourneyId, MapKey, RecordId, State, notation};

    use super::{IN_ONE, SAME_ENDS, candidates_of, parted};

    const TEXT: &str = "workshop \"W\"\njourney j \"Repair\"\nmap j as-lived\nstage s \"One\"\nstage t \"Two\"\n\
        lane l \"Centre\" kind=frontstage\nstep a \"Takes call\" at=s/l\nstep b \"Logs\" at=s/l\nflow a -> b\n\
        map j to-be\nstage s \"One\"\nstage t \"Two\"\nlane l \"Centre\" kind=frontstage\nstep c \"Plans\" at=t/l\n\
        step d \"Answers\" at=s/l\nstep e \"logs\" at=t/l\nflow d -> e";

    fn document() -> (Document, JourneyId) {
        let mut next = 0;
        let document = notation::parse(TEXT, &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap();
        let journey = *document.journeys().keys().next().unwrap();
        (document, journey)
    }

    fn step(document: &Document, title: &str) -> RecordId {
        RecordId::Step(*document.steps().iter().find(|(_, it)| it.title.as_str() == title).unwrap().0)
    }

    fn join(document: &mut Document, one: &str, other: &str) {
        let edit = Edit::Join { one: step(document, one), other: step(document, other) };
        document.apply(&edit.plan(document).unwrap()).unwrap();
    }

    #[test]
    fn what_is_called_alike_is_offered_first_then_what_stands_in_the_same_cell() {
        let (document, journey) = document();
        let merged = merged(&document, journey, State::AsLived, State::ToBe);
        let offered = |title| {
            let found = candidates_of(&merged, step(&document, title)).into_iter();
            found.map(|it| it.1).collect::<Vec<_>>().join(", ")
        };
        assert_eq!(offered("Logs"), "logs, Answers, Plans");
        assert_eq!(offered("Takes call"), "Answers, Plans, logs");
        assert_eq!(offered("Answers"), "Takes call, Logs");
        let stage = RecordId::Stage(merged.document.map_view(merged.map).stages[0].0);
        assert!(candidates_of(&merged, stage).is_empty(), "a stage that both states have");
    }

    #[test]
    fn only_what_both_states_have_is_parted_and_a_connector_goes_by_its_steps() {
        let (mut document, journey) = document();
        let before = MapKey { journey, state: State::AsLived };
        assert_eq!(parted(&document, step(&document, "Plans"), before), Err(IN_ONE));
        assert_eq!(parted(&document, step(&document, "Logs"), before), Err(IN_ONE));
        join(&mut document, "Takes call", "Answers");
        let answers = step(&document, "Answers");
        assert_eq!(parted(&document, answers, before), Ok(step(&document, "Takes call")));
        join(&mut document, "Logs", "logs");
        let wanted = document.map_view(MapKey { journey, state: State::ToBe }).connectors[0].0;
        assert_eq!(parted(&document, RecordId::Connector(wanted), before), Err(SAME_ENDS));
    }
}
