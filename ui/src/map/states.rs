//! The states of a journey: which are offered, and copying one to another.

use opmap_model::{Document, Edit, JourneyId, Keyword, MapKey, State};

use crate::editor::Editor;
use crate::identity::fresh_uuid;

/// What a state is called on the screen.
pub(crate) fn state_words(state: State) -> &'static str {
    match state {
        State::AsLived => "As-is",
        other => other.label(),
    }
}

/// The same within a sentence.
pub(crate) fn state_words_within(state: State) -> String {
    let words = state_words(state);
    if state.is_option() {
        format!("option{}", words.trim_start_matches("Option"))
    } else {
        words.to_lowercase()
    }
}

/// The states that are offered to be shown: the three that every journey has, and further options of what is wanted
/// where there is something in them, or one is shown already.
pub(crate) fn offered_states(document: &Document, shown: Option<MapKey>) -> Vec<State> {
    let is_offered = |state: &State| {
        !state.is_option()
            || shown.is_some_and(|map| {
                map.state == *state || !document.map_is_empty(MapKey { state: *state, ..map })
            })
    };
    State::ALL.iter().copied().filter(is_offered).collect()
}

/// The first further option that is still free.
pub(super) fn free_option(document: &Document, journey: JourneyId) -> Option<State> {
    let is_free = |state: &State| document.map_is_empty(MapKey { journey, state: *state });
    State::ALL.iter().copied().filter(|it| it.is_option()).find(is_free)
}

/// Copies a state to an empty one. Answers whether that was possible.
pub(super) fn copy_state(editor: Editor, journey: JourneyId, from: State, to: State) -> bool {
    let records = editor.peek(|it| it.copied_record_count(MapKey { journey, state: from }));
    let ids = (0..records).map(|_| fresh_uuid()).collect();
    editor.commit(Edit::CopyState { journey, from, to, ids })
}

#[cfg(test)]
mod tests {
    use opmap_model::{Document, MapKey, State, notation};

    use super::{free_option, offered_states};

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
    fn an_option_is_offered_where_there_is_one() {
        let document = document(&["to-be", "option-b"]);
        let journey = *document.journeys().keys().next().unwrap();
        let shown = |state| offered_states(&document, Some(MapKey { journey, state }));
        assert_eq!(
            shown(State::ToBe),
            [State::AsDesigned, State::AsLived, State::ToBe, State::OptionB],
            "option C is empty"
        );
        assert!(shown(State::OptionC).contains(&State::OptionC), "what is shown is offered");
        assert_eq!(free_option(&document, journey), Some(State::OptionC));
    }
}
