//! The room gives dots: large enough to be read from every seat, and in an order that stays while dots are given.

use leptos::prelude::*;
use opmap_model::{Document, Edit, RecommendationField, RecommendationId, RecordId};

use crate::actions::state::ActionsState;
use crate::field::{TextField, count};
use crate::icon::Icon;
use crate::keys::{self, Command, OnActions};

/// How many dots each hand has, until someone says otherwise.
pub(super) const USUAL_DOTS: u32 = 5;

/// How many dots the room has given, and how many it has.
fn given(document: &Document) -> u32 {
    document.recommendations().values().filter_map(|it| it.votes).fold(0, u32::saturating_add)
}

/// How many dots the room has: those of each by the hands; none while nobody has said how many hands there are.
fn limit(each: Option<u32>, hands: Option<u32>) -> Option<u32> {
    Some(each?.saturating_mul(hands?))
}

/// The dots of one after one more or one less is given; none where that cannot be.
fn after(votes: Option<u32>, more: bool, given: u32, limit: Option<u32>) -> Result<Option<u32>, String> {
    match (votes.unwrap_or(0), more) {
        (_, true) if limit.is_some_and(|it| given >= it) => Err(format!("All {given} dots are given.")),
        (now, true) => Ok(Some(now.saturating_add(1))),
        (0, false) => Err("It has no dot.".to_owned()),
        (1, false) => Ok(None),
        (now, false) => Ok(Some(now - 1)),
    }
}

/// Gives a dot, or takes one back.
pub(in crate::actions) fn vote(id: RecommendationId, more: bool, actions: ActionsState) {
    let state = actions.recommendations;
    let limit = limit(state.dots.get_untracked(), state.hands.get_untracked());
    let (now, given, code) = actions.editor.peek(|document| {
        let it = document.get(id);
        (it.and_then(|it| it.votes), given(document), it.map(opmap_model::Recommendation::code))
    });
    match after(now, more, given, limit) {
        Ok(votes) => {
            state.hold(actions);
            if actions.editor.commit(Edit::SetRecommendation { id, field: RecommendationField::Votes(votes) })
            {
                actions.spoken.set(format!("{}: {}.", code.unwrap_or_default(), dots(votes.unwrap_or(0))));
            }
        }
        Err(sentence) => actions.spoken.set(sentence),
    }
}

/// Puts the list into the order of the votes.
pub(in crate::actions) fn sort(actions: ActionsState) {
    actions.recommendations.held.set(None);
    actions.spoken.set("In the order of the votes.".to_owned());
}

fn dots(count: u32) -> String {
    if count == 1 { "1 dot".to_owned() } else { format!("{count} dots") }
}

#[component]
pub(super) fn Votes() -> impl IntoView {
    let actions: ActionsState = expect_context();
    let (editor, state) = (actions.editor, actions.recommendations);
    let ids = move || {
        actions.rows.with(|it| it.iter().filter_map(|it| it.key::<RecommendationId>()).collect::<Vec<_>>())
    };
    let so_far = Memo::new(move |_| {
        let limit = limit(state.dots.get(), state.hands.get());
        let given = editor.read(given);
        match limit {
            Some(limit) => (format!("{given} of {} given", dots(limit)), given >= limit),
            None => (format!("{} given", dots(given)), false),
        }
    });
    let number = move |label: &'static str, value: RwSignal<Option<u32>>| {
        let shown = Signal::derive(move || value.get().map(|it| it.to_string()).unwrap_or_default());
        let commit = Callback::new(move |text: String| count(&text).map(|it| value.set(it)));
        view! { <TextField label value=shown commit /> }
    };
    let clear = move |_| {
        let edits: Vec<Edit> = editor.peek(|document| {
            let voted = document.recommendations().iter().filter(|it| it.1.votes.is_some());
            let none = RecommendationField::Votes(None);
            voted.map(|(id, _)| Edit::SetRecommendation { id: *id, field: none.clone() }).collect()
        });
        if editor.commit(Edit::All(edits)) {
            actions.spoken.set("No dots are given. Undo brings them back.".to_owned());
        }
        actions.focus_wanted.notify();
    };
    let sort_command = Command::Actions(OnActions::SortByVotes);
    view! {
        <div class="voting">
            <header>
                {number("Dots each", state.dots)}
                {number("Hands", state.hands)}
                <p class="voting-given" class:all=move || so_far.get().1>{move || so_far.get().0}</p>
                <button class="button quiet" on:click=clear>"Clear the dots"</button>
                <button
                    class="button"
                    title=keys::tooltip(sort_command)
                    on:click=move |_| {
                        sort(actions);
                        actions.focus_wanted.notify();
                    }
                >
                    "Sort by votes "
                    <kbd>{keys::hint(sort_command)}</kbd>
                </button>
            </header>
            <ul class="voting-rows">
                <For each=ids key=|it| *it let(id)>
                    <Row id />
                </For>
            </ul>
        </div>
    }
}

#[component]
fn Row(id: RecommendationId) -> impl IntoView {
    let actions: ActionsState = expect_context();
    let record = RecordId::Recommendation(id);
    let said = Memo::new(move |_| {
        actions.editor.read(|document| document.get(id).map(|it| (it.code(), it.title.to_string(), it.votes)))
    });
    let code = move || said.with(|it| it.as_ref().map(|it| it.0.clone()).unwrap_or_default());
    let dot = move |more: bool| {
        let (icon, words, command) = match more {
            true => ("plus", "One dot more for", OnActions::Vote),
            false => ("minus", "One dot less for", OnActions::Unvote),
        };
        view! {
            <button
                class="voting-dot"
                aria-label=move || format!("{words} {}", code())
                title=keys::tooltip(Command::Actions(command))
                on:click=move |_| vote(id, more, actions)
            >
                <Icon name=icon />
            </button>
        }
    };
    view! {
        <li class:here=move || actions.chosen.get() == Some(record) on:pointerdown=move |_| actions.go(record)>
            <p>
                <span class="recommendation-code">{code}</span>
                " "
                {move || said.get().map(|it| it.1)}
            </p>
            {dot(false)}
            <strong class="voting-count" class:unset=move || said.with(|it| it.as_ref().is_none_or(|it| it.2.is_none()))>
                {move || said.get().and_then(|it| it.2).map_or_else(|| "–".to_owned(), |it| it.to_string())}
            </strong>
            {dot(true)}
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::{after, limit};

    #[test]
    fn the_last_dot_taken_back_leaves_what_nobody_has_voted_for() {
        assert_eq!(after(None, true, 0, None), Ok(Some(1)));
        assert_eq!(after(Some(2), false, 2, None), Ok(Some(1)));
        assert_eq!(after(Some(1), false, 1, None), Ok(None));
        assert_eq!(after(None, false, 0, None), Err("It has no dot.".to_owned()));
    }

    #[test]
    fn the_room_gives_no_more_dots_than_it_has() {
        assert_eq!((limit(Some(3), Some(8)), limit(Some(3), None)), (Some(24), None));
        assert_eq!(after(Some(4), true, 24, Some(24)), Err("All 24 dots are given.".to_owned()));
        assert_eq!(after(Some(4), true, 23, Some(24)), Ok(Some(5)));
        assert_eq!(
            after(Some(4), false, 24, Some(24)),
            Ok(Some(3)),
            "one is taken back to be given elsewhere"
        );
    }
}
