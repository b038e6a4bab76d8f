//! In the toolbar while two states are compared: which two, how many differences of each kind there are, and which kinds
//! are listed.

use leptos::prelude::*;
use opmap_analysis::related_journeys;
use opmap_drawing::ChangeSign;
use opmap_model::{Document, JourneyId, Keyword, MapKey, State};

use super::{Compared, count, word};
use crate::commands::Commands;
use crate::editor::editor;
use crate::icon::Icon;
use crate::keys::{self, Command};
use crate::map::{MapState, has_options, state_words};

#[component]
pub(in crate::map) fn CompareBar() -> impl IntoView {
    let map_state: MapState = expect_context();
    let compared = map_state.compared;
    let (editor, commands) = (editor(), expect_context::<Commands>());
    let has_options = Memo::new(move |_| {
        let journey = map_state.map.get().map(|it| it.journey);
        journey.is_some_and(|it| editor.read(|document| has_options(document, it)))
    });
    view! {
        <div class="compare-bar" role="group" aria-label="Comparison">
            <FirstChoice compared />
            <span>"against"</span>
            <StateChoice label="To which state" state=compared.after />
            <button class="icon-button" aria-label="Swap the two states" title="Swap the two states" on:click=move |_| compared.swap()>
                <Icon name="repeat" />
            </button>
            <Show when=move || has_options.get()>
                <button class="button quiet" title=keys::tooltip(Command::Options) on:click=move |_| commands.run(Command::Options)>
                    <Icon name="table" />
                    "Options"
                </button>
            </Show>
            <div class="compare-kinds" role="group" aria-label="Differences that are listed">
                {ChangeSign::ALL.map(|sign| view! { <KindButton sign compared /> })}
            </div>
        </div>
    }
}

/// How many differences of one kind there are; pressed, they are listed.
#[component]
fn KindButton(sign: ChangeSign, compared: Compared) -> impl IntoView {
    let listed = move || compared.hidden.with(|it| !it.contains(&sign));
    let turn = move |_| {
        compared.hidden.update(|it| {
            if it.contains(&sign) {
                it.retain(|other| *other != sign);
            } else {
                it.push(sign);
            }
        });
    };
    view! {
        <button
            class=format!("button difference-kind {}", word(sign))
            class:on=listed
            aria-pressed=move || listed().to_string()
            title=move || if listed() { "Listed. Press to leave out." } else { "Left out. Press to list." }
            on:click=turn
        >
            <span class="difference-sign" aria-hidden="true">{sign.sign()}</span>
            <strong>{move || compared.merged.with(|it| count(it.as_deref(), sign))}</strong>
            {word(sign)}
        </button>
    }
}

/// The map that is the first of the two: a state of the journey, or one of a journey that has the same elements, since one
/// began as a copy of the other.
#[component]
fn FirstChoice(compared: Compared) -> impl IntoView {
    let (editor, map_state): (_, MapState) = (editor(), expect_context());
    let others = Memo::new(move |_| {
        let journey = map_state.map.get().map(|it| it.journey);
        editor.read(|document| journey.map(|it| other_maps(document, it)).unwrap_or_default())
    });
    let choose = move |key: String| {
        let (journey, state) = key.split_once(' ').unwrap_or(("", &key));
        if let Some(state) = State::from_key(state) {
            compared.other.set(journey.parse().ok().map(JourneyId));
            compared.before.set(state);
        }
    };
    let is_chosen = move |journey, state| compared.other.get() == journey && compared.before.get() == state;
    view! {
        <label class="state-choice">
            <select aria-label="From which state" on:change=move |event| choose(event_target_value(&event))>
                {State::ALL
                    .iter()
                    .map(|&it| {
                        view! { <option value=it.key() selected=move || is_chosen(None, it)>{state_words(it)}</option> }
                    })
                    .collect_view()}
                {move || {
                    let groups = others.get().into_iter().map(|(id, title, states)| {
                        let options = states.into_iter().map(|it| {
                            let value = format!("{} {}", id.0, it.key());
                            view! {
                                <option value=value selected=move || is_chosen(Some(id), it)>
                                    {format!("{title}: {}", state_words(it))}
                                </option>
                            }
                        });
                        view! { <optgroup label=title.clone()>{options.collect_view()}</optgroup> }
                    });
                    groups.collect_view()
                }}
            </select>
        </label>
    }
}

/// The journeys that have something in common with one, each with its states that have something in them.
fn other_maps(document: &Document, journey: JourneyId) -> Vec<(JourneyId, String, Vec<State>)> {
    let states = |journey| {
        let is_there = |state: &State| !document.map_is_empty(MapKey { journey, state: *state });
        State::ALL.iter().copied().filter(is_there).collect()
    };
    let related = related_journeys(document, journey).into_iter();
    related.filter_map(|id| Some((id, document.get(id)?.title.to_string(), states(id)))).collect()
}

#[component]
fn StateChoice(label: &'static str, state: RwSignal<State>) -> impl IntoView {
    view! {
        <label class="state-choice">
            <select
                aria-label=label
                on:change=move |event| {
                    if let Some(chosen) = State::from_key(&event_target_value(&event)) {
                        state.set(chosen);
                    }
                }
            >
                {State::ALL
                    .iter()
                    .map(|&it| {
                        view! { <option value=it.key() selected=move || state.get() == it>{state_words(it)}</option> }
                    })
                    .collect_view()}
            </select>
        </label>
    }
}
