//! Two states of the journey on one map: what is new, gone, moved and changed. Comparing is for looking: the map shows
//! what is in either state, and nothing of it can be changed there.

mod bar;
mod pairing;
mod panel;

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use opmap_analysis::{Difference, Merged, merged_maps, related_journeys};
use opmap_drawing::ChangeSign;
use opmap_model::{Document, JourneyId, Keyword, MapKey, RecordId, State, StepId};

use super::selection::Selection;
use super::state::MapState;
use super::view::View;
use super::{Geometry, state_words};
use crate::editor::Editor;
use crate::frame::Station;
use crate::keys::{self, Command, Place};
pub(super) use bar::CompareBar;
pub(super) use pairing::part;
pub(crate) use pairing::{candidates, in_both, join};
pub(super) use panel::Differences;

/// What is said when something would be changed while two states are compared.
pub(crate) const LOOKING: &str = "Comparing is for looking. Press Esc to leave it, then change the map.";

/// What is said of what is not shown while two states are compared.
const NOT_SHOWN: &str = "That is not shown while two states are compared. Press Esc to leave the comparison.";

/// Which states are compared, and which difference is looked at; copies are handles to the same.
#[derive(Clone, Copy)]
pub(crate) struct Compared {
    pub(super) before: RwSignal<State>,
    pub(super) after: RwSignal<State>,
    /// The journey of the first state, where that is another than the one that is shown.
    pub(super) other: RwSignal<Option<JourneyId>>,
    /// The map that is shown while nothing is compared; its journey is that of the second state.
    map: RwSignal<Option<MapKey>>,
    /// Both states as one map; none while nothing is compared.
    pub(super) merged: Memo<Option<Arc<Merged>>>,
    /// Which difference is looked at, by its place among all.
    pub(super) at: RwSignal<Option<usize>>,
    /// The kinds that are not listed.
    pub(super) hidden: RwSignal<Vec<ChangeSign>>,
    /// What of the map was seen before it was compared.
    former: StoredValue<Option<(MapKey, View)>>,
}

impl Compared {
    pub(super) fn new(editor: Editor, map: RwSignal<Option<MapKey>>, comparing: RwSignal<bool>) -> Self {
        let (before, after) = (RwSignal::new(State::AsLived), RwSignal::new(State::ToBe));
        let other = RwSignal::new(None);
        let merged = Memo::new(move |_| {
            let journey = map.get().filter(|_| comparing.get())?.journey;
            let (before, after, other) = (before.get(), after.get(), other.get());
            editor.read(|document| {
                let before = first_map(document, journey, other, before);
                Some(Arc::new(merged_maps(document, before, MapKey { journey, state: after })))
            })
        });
        Self {
            before,
            after,
            other,
            map,
            merged,
            at: RwSignal::new(None),
            hidden: RwSignal::new(Vec::new()),
            former: StoredValue::new(None),
        }
    }

    /// Compares the two states the other way round.
    pub(super) fn swap(self) {
        let (before, after) = (self.before.get_untracked(), self.after.get_untracked());
        self.before.set(after);
        self.after.set(before);
        if let Some((other, shown)) = self.other.get_untracked().zip(self.map.get_untracked()) {
            self.other.set(Some(shown.journey));
            self.map.set(Some(MapKey { journey: other, ..shown }));
        }
    }

    /// The map that is the first of the two, tracked.
    pub(super) fn first(self, document: &Document) -> Option<MapKey> {
        Some(first_map(document, self.map.get()?.journey, self.other.get(), self.before.get()))
    }

    /// The first of the two in words, tracked: its state, and its journey where that is another.
    pub(super) fn first_words(self, document: &Document) -> String {
        let words = state_words(self.before.get());
        match self.other.get().and_then(|it| document.get(it)) {
            Some(journey) => format!("{words} of “{}”", journey.title),
            None => words.to_owned(),
        }
    }

    /// What is told of a difference, if it is listed.
    fn is_listed(self, difference: &Difference) -> bool {
        let sign = ChangeSign::from(&difference.kind);
        self.hidden.with(|it| !it.contains(&sign))
    }

    /// Where an element stands last, in words.
    pub(super) fn last_words(self, difference: &Difference, document: &Document) -> String {
        match difference.after {
            Some(_) => state_words(self.after.get()).to_owned(),
            None => self.first_words(document),
        }
    }
}

/// The first of the two maps; of the journey that is shown where the other one is gone.
fn first_map(document: &Document, shown: JourneyId, other: Option<JourneyId>, state: State) -> MapKey {
    let journey = other.filter(|it| document.get(*it).is_some()).unwrap_or(shown);
    MapKey { journey, state }
}

/// Keeps what is compared sensible: two states with something in them, and at the difference
/// that is selected. While the map is compared, edits are refused.
pub(super) fn keep(editor: Editor, map_state: MapState, geometry: Geometry) {
    let compared = map_state.compared;
    let station: RwSignal<Station> = expect_context();
    Effect::new(move |_| {
        let journey = map_state.map.get().filter(|_| map_state.comparing.get()).map(|it| it.journey);
        let Some(journey) = journey else { return };
        let chosen = (compared.before.get_untracked(), compared.after.get_untracked());
        let other = compared.other.get_untracked();
        if other.is_some_and(|it| editor.peek(|document| !related_journeys(document, journey).contains(&it)))
        {
            compared.other.set(None);
        }
        let other = compared.other.get_untracked().unwrap_or(journey);
        let (before, after) = editor.peek(|document| worth_comparing(document, [other, journey], chosen));
        if chosen != (before, after) {
            compared.before.set(before);
            compared.after.set(after);
        }
    });
    Effect::new(move |was: Option<bool>| {
        let now = map_state.comparing.get();
        if now && was != Some(true) {
            let map = map_state.map.get_untracked();
            compared.former.set_value(map.map(|it| (it, map_state.view.get_untracked())));
            map_state.naming.set(None);
            map_state.connecting.set(None);
            if let Some(layout) = geometry.get_untracked() {
                let size = (f64::from(layout.width), f64::from(layout.height));
                map_state.view.set(View::opening(size, map_state.body.get_untracked()));
            }
            let first = untrack(|| editor.peek(|document| compared.first_words(document)));
            map_state
                .spoken
                .set(compared.merged.with_untracked(|it| summary(compared, &first, it.as_deref())));
        }
        now
    });
    Effect::new(move |_| {
        compared.merged.track();
        compared.at.set(None);
    });
    // What is selected may be of a state that the map shows by the other.
    Effect::new(move |_| {
        let Some(merged) = compared.merged.get() else { return };
        let shown = map_state.selection.with(|it| shown(it, &merged));
        if map_state.selection.with_untracked(|it| *it != shown) {
            map_state.selection.set(shown);
        }
    });
    Effect::new(move |_| {
        let chosen = map_state.selection.with(record_of);
        let at = compared.at.get_untracked();
        let found = compared.merged.with(|it| {
            let found = &it.as_ref()?.differences;
            let is_there = at.and_then(|it| found.get(it)).is_some_and(|it| it.record() == chosen);
            found.iter().position(|it| chosen.is_some() && it.record() == chosen).filter(|_| !is_there)
        });
        if found.is_some() {
            compared.at.set(found);
        }
    });
    Effect::new(move |_| {
        let looking = map_state.comparing.get() && station.get() == Station::Map;
        editor.only_looking.set(looking.then_some(LOOKING));
    });
    on_cleanup(move || {
        // The editor may have been closed before.
        let _ = editor.only_looking.try_set(None);
    });
}

/// The two states to compare: those that are chosen, or else two that have something in them, the usual ones first.
fn worth_comparing(
    document: &Document,
    [other, journey]: [JourneyId; 2],
    chosen: (State, State),
) -> (State, State) {
    let is_in = |journey, state| !document.map_is_empty(MapKey { journey, state });
    if is_in(other, chosen.0) && is_in(journey, chosen.1) {
        return chosen;
    }
    let is_there = |state| is_in(journey, state);
    let usual = (State::AsLived, State::ToBe);
    let mut there = State::ALL.iter().copied().filter(|it| is_there(*it));
    if is_there(usual.0) && is_there(usual.1) {
        return usual;
    }
    there.next().zip(there.next()).unwrap_or(chosen)
}

/// Whether a command is answered here while two states are compared, and not done.
pub(super) fn takes(command: Command, editor: Editor, map_state: MapState) -> bool {
    if !map_state.comparing.get_untracked() {
        return false;
    }
    match command {
        Command::Escape => leave(map_state),
        Command::Filter
        | Command::ClearFilter
        | Command::Findings
        | Command::Roles
        | Command::Overlay(_)
        | Command::Fold
        | Command::UnfoldAll => editor.message.set(Some(NOT_SHOWN.to_owned())),
        _ if keys::changes_map(command) => editor.message.set(Some(LOOKING.to_owned())),
        _ => return false,
    }
    true
}

/// Leaves the comparison for the map as it was seen before.
fn leave(map_state: MapState) {
    map_state.comparing.set(false);
    let former = map_state.compared.former.try_update_value(Option::take).flatten();
    if let Some((_, view)) = former.filter(|it| Some(it.0) == map_state.map.get_untracked()) {
        map_state.view.set(view);
    }
    map_state.selection.set(Selection::None);
    map_state.focus_wanted.notify();
    map_state.spoken.set("The comparison is left.".to_owned());
}

/// Goes to the next difference that is listed, or the one before.
pub(crate) fn walk(forward: bool, map_state: MapState) {
    let compared = map_state.compared;
    let next = untrack(|| {
        compared.merged.with(|it| {
            let found = &it.as_ref()?.differences;
            let listed: Vec<usize> = (0..found.len()).filter(|it| compared.is_listed(&found[*it])).collect();
            next_of(&listed, compared.at.get(), forward)
        })
    });
    match next {
        Some(next) => go_to(next, map_state),
        None => map_state.spoken.set("There is no difference to go to.".to_owned()),
    }
}

/// The one behind or before `at` in a list of places that goes round.
fn next_of(listed: &[usize], at: Option<usize>, forward: bool) -> Option<usize> {
    let beyond = match (at, forward) {
        (None, _) => None,
        (Some(at), true) => listed.iter().find(|it| **it > at),
        (Some(at), false) => listed.iter().rfind(|it| **it < at),
    };
    beyond.or(if forward { listed.first() } else { listed.last() }).copied()
}

/// Selects what a difference is about on the map and in the list, and says it.
pub(super) fn go_to(index: usize, map_state: MapState) {
    let compared = map_state.compared;
    let Some(merged) = compared.merged.get_untracked() else { return };
    let Some(difference) = merged.differences.get(index) else { return };
    compared.at.set(Some(index));
    if let Some(selection) = difference.record().and_then(selection_of) {
        map_state.selection.set(selection);
        map_state.reveal_wanted.notify();
    }
    let (number, all) = (index + 1, merged.differences.len());
    let said = told(difference);
    map_state.spoken.set(format!("Difference {number} of {all}. {said}."));
}

/// Leaves the comparison for the record that a difference is about, in its own state.
pub(super) fn show_in_its_state(editor: Editor, map_state: MapState) {
    let record = map_state.selection.with_untracked(record_of);
    let target = record.and_then(|it| editor.peek(|document| Selection::of_touched(document, &[it])));
    let Some((map, selection)) = target else {
        map_state.spoken.set("Select something first.".to_owned());
        return;
    };
    map_state.comparing.set(false);
    map_state.map.set(Some(map));
    map_state.selection.set(selection);
    map_state.reveal_wanted.notify();
    map_state.focus_wanted.notify();
    map_state.spoken.set(format!("The map {}.", map.state.label().to_lowercase()));
}

/// A key on the map or on a header; answers whether it is done with.
pub(super) fn on_key(
    event: &web_sys::KeyboardEvent,
    editor: Editor,
    map_state: MapState,
    geometry: Geometry,
) -> bool {
    if !map_state.comparing.get_untracked() || geometry.with_untracked(Option::is_none) {
        return false;
    }
    let taken = if let Some(command) = keys::command_on(Place::Compared, event) {
        map_state.wanted.set(Some(command));
        true
    } else {
        keys::command_of(event)
            .filter(|it| !it.is_of_clipboard())
            .is_some_and(|it| takes(it, editor, map_state))
    };
    if taken {
        event.prevent_default();
        event.stop_propagation();
    }
    taken
}

/// What of the merged map stands for what is selected.
fn shown(selection: &Selection, merged: &Merged) -> Selection {
    match selection {
        Selection::Steps { ids, last } => {
            let step = |id: &StepId| merged.shown(RecordId::Step(*id))?.key();
            let ids: BTreeSet<StepId> = ids.iter().filter_map(step).collect();
            match step(last) {
                Some(last) => Selection::Steps { ids, last },
                None => Selection::steps(ids),
            }
        }
        other => record_of(other).and_then(|it| selection_of(merged.shown(it)?)).unwrap_or_default(),
    }
}

/// Whether the key is one for what is selected while two states are compared.
pub(super) fn is_about_selected(event: &web_sys::KeyboardEvent) -> bool {
    keys::command_on(Place::Compared, event).is_some()
}

fn selection_of(record: RecordId) -> Option<Selection> {
    match record {
        RecordId::Stage(id) => Some(Selection::Stage(id)),
        RecordId::Lane(id) => Some(Selection::Lane(id)),
        RecordId::Step(id) => Some(Selection::step(id)),
        RecordId::Connector(id) => Some(Selection::Connector(id)),
        _ => None,
    }
}

fn record_of(selection: &Selection) -> Option<RecordId> {
    match *selection {
        Selection::None => None,
        Selection::Steps { last, .. } => Some(RecordId::Step(last)),
        Selection::Connector(id) => Some(RecordId::Connector(id)),
        Selection::Stage(id) => Some(RecordId::Stage(id)),
        Selection::Lane(id) => Some(RecordId::Lane(id)),
    }
}

/// A difference in words: what became of it, what it is, its name, what differs.
fn told(difference: &Difference) -> String {
    let words = difference.words();
    let words = if words.is_empty() { words } else { format!(": {words}") };
    format!("{} “{}”{words}", what_became_of(difference), difference.name)
}

/// What became of an element, and what it is.
fn what_became_of(difference: &Difference) -> String {
    let element = difference.record().map_or("", |it| it.table().label());
    format!("{}, {element}", difference.kind.label())
}

/// How many differences of a kind there are.
fn count(merged: Option<&Merged>, sign: ChangeSign) -> usize {
    merged.map_or(0, |it| it.differences.iter().filter(|it| ChangeSign::from(&it.kind) == sign).count())
}

/// What is said when two states are compared.
fn summary(compared: Compared, before: &str, merged: Option<&Merged>) -> String {
    let after = state_words(compared.after.get_untracked());
    let counts = ChangeSign::ALL
        .map(|sign| (count(merged, sign), word(sign)))
        .into_iter()
        .filter(|it| it.0 > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect::<Vec<_>>();
    let counts = if counts.is_empty() { "no difference".to_owned() } else { counts.join(", ") };
    let walk = keys::hint(Command::NextFinding);
    format!("{before} against {after}: {counts}. {walk} walks the differences, Esc leaves.")
}

/// The word for a kind, where it stands beside a number.
fn word(sign: ChangeSign) -> &'static str {
    match sign {
        ChangeSign::Added => "added",
        other => other.word(),
    }
}

#[cfg(test)]
mod tests {
    use opmap_model::{Document, State, notation};

    use super::{next_of, worth_comparing};

    #[test]
    fn walking_goes_round() {
        let listed = [1, 4, 6];
        assert_eq!((next_of(&listed, None, true), next_of(&listed, None, false)), (Some(1), Some(6)));
        assert_eq!((next_of(&listed, Some(1), true), next_of(&listed, Some(6), true)), (Some(4), Some(1)));
        assert_eq!((next_of(&listed, Some(5), false), next_of(&listed, Some(1), false)), (Some(4), Some(6)));
        assert_eq!(next_of(&[], Some(1), true), None);
    }

    fn document(states: &[&str]) -> Document {
        let mut next = 0;
        let maps: String = states.iter().map(|it| format!("map j {it}\nstage s \"One\"\n")).collect();
        notation::parse(&format!("workshop \"W\"\njourney j \"Repair\"\n{maps}"), &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap()
    }

    #[test]
    fn two_states_with_something_in_them_are_compared() {
        let pair = |states: &[&str], chosen| {
            let document = document(states);
            let journey = *document.journeys().keys().next().unwrap();
            worth_comparing(&document, [journey, journey], chosen)
        };
        let usual = (State::AsLived, State::ToBe);
        assert_eq!(pair(&["as-lived", "to-be"], usual), usual);
        assert_eq!(pair(&["as-designed", "as-lived"], usual), (State::AsDesigned, State::AsLived));
        let options = (State::ToBe, State::OptionB);
        assert_eq!(pair(&["as-lived", "to-be", "option-b"], options), options, "a choice is kept");
        assert_eq!(pair(&["as-lived", "option-b"], usual), (State::AsLived, State::OptionB));
        assert_eq!(pair(&["as-lived"], usual), usual, "nothing else is better");
    }
}
