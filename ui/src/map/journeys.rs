//! What is done with a journey or with one of its states as a whole.

use leptos::prelude::*;
use opmap_exchange::templates::usual_stages;
use opmap_model::{Document, Edit, Journey, JourneyId, Keyword, MapKey, Phase, Stage, StageId, State, Title};

use super::state::MapState;
use super::states::{copy_state, free_option, state_words_within};
use crate::commands::show_state;
use crate::editor::Editor;
use crate::identity::fresh;

/// Adds a journey with the usual stages, and shows it.
pub(crate) fn add_journey(editor: Editor, map_state: MapState) {
    let id: JourneyId = fresh();
    let number = editor.peek(|document| document.journeys().len() + 1);
    if let Ok(title) = Title::new(&format!("Journey {number}"))
        && editor.commit(new_journey(id, title))
    {
        map_state.show_journey(id);
    }
}

/// The edit that adds a journey; as lived it has the usual stages, from before the sale to after it.
fn new_journey(id: JourneyId, title: Title) -> Edit {
    let map = MapKey { journey: id, state: State::AsLived };
    let stage = |(title, phase): (Title, Option<Phase>)| {
        let id: StageId = fresh();
        Edit::AddStage { id, stage: Stage { phase, ..Stage::new(id, map, title) }, before: None }
    };
    let journey = Edit::AddJourney { id, journey: Journey::new(title), before: None };
    Edit::All(std::iter::once(journey).chain(usual_stages().into_iter().map(stage)).collect())
}

/// Asks whether the journey that is shown is to be deleted.
pub(crate) fn ask_to_delete_journey(map_state: MapState) {
    map_state.deleting_journey.set(map_state.map.get_untracked().map(|it| it.journey));
}

/// Takes everything off the map that is shown.
pub(crate) fn clear_state(editor: Editor, map_state: MapState) {
    if let Some(map) = map_state.map.get_untracked()
        && editor.commit(Edit::ClearState { map })
    {
        map_state.spoken.set("The map is empty.".to_owned());
    }
}

/// The other states of a journey that have something to copy.
pub(crate) fn sources(document: &Document, map: MapKey) -> Vec<State> {
    let others = State::ALL.iter().copied().filter(|it| *it != map.state);
    others.filter(|state| !document.map_is_empty(MapKey { state: *state, ..map })).collect()
}

/// Copies another state of the journey to the one that is shown, which is empty.
pub(crate) fn copy_here(from: State, editor: Editor, map_state: MapState) {
    let Some(MapKey { journey, state: to }) = map_state.map.get_untracked() else { return };
    if copy_state(editor, journey, from, to) {
        map_state.spoken.set(format!("Now a copy of {}.", state_words_within(from)));
        map_state.fit_wanted.notify();
    }
}

/// The further option of what is wanted that can be added to a journey: none while nothing is wanted yet, or when all of
/// them are there.
pub(crate) fn option_to_add(document: &Document, journey: JourneyId) -> Option<State> {
    let is_wanted = !document.map_is_empty(MapKey { journey, state: State::ToBe });
    free_option(document, journey).filter(|_| is_wanted)
}

/// Adds a further option as a copy of what is wanted, and shows it.
pub(crate) fn add_option(editor: Editor, map_state: MapState) {
    let Some(MapKey { journey, .. }) = map_state.map.get_untracked() else { return };
    let Some(option) = editor.peek(|document| option_to_add(document, journey)) else { return };
    if copy_state(editor, journey, State::ToBe, option) {
        show_state(map_state, option);
        map_state.fit_wanted.notify();
    }
}

/// Makes the option that is shown what is wanted, and shows it as that.
pub(crate) fn make_wanted(editor: Editor, map_state: MapState) {
    let shown = map_state.map.get_untracked().filter(|it| it.state.is_option());
    if shown.is_some_and(|it| choose_option(it.state, editor, map_state)) {
        show_state(map_state, State::ToBe);
    }
}

/// Makes an option what is wanted; what was wanted until now becomes that option. Answers whether that was possible.
pub(super) fn choose_option(one: State, editor: Editor, map_state: MapState) -> bool {
    let journey = map_state.map.get_untracked().map(|it| it.journey);
    journey.is_some_and(|journey| editor.commit(Edit::ExchangeStates { journey, one, other: State::ToBe }))
}

/// Whether a journey has more than one option of what is wanted.
pub(crate) fn has_options(document: &Document, journey: JourneyId) -> bool {
    let is_there = |state: &&State| !document.map_is_empty(MapKey { journey, state: **state });
    [State::ToBe, State::OptionB, State::OptionC].iter().filter(is_there).count() > 1
}
