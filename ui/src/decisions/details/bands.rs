//! The limits up to which roles decide: typed, drawn, split, and beside them those of the other state.

use leptos::prelude::*;
use opmap_model::{Bands, DecisionField, DecisionId, Document, MapKey, RoleId, State, folded};

use super::super::changes;
use super::super::limits::{self, Scale, ranges};
use super::super::state::DecisionsState;
use super::bar::{Bar, drawn};
use crate::field::{Choice, TextField, focus_later};
use crate::icon::Icon;
use crate::map::state_words;
use crate::registers::role_options;

/// No two limits are drawn closer than this, in permille, so that who decides between them can be read.
const LEAST: u32 = 150;

/// The decision of the same title in the state that this one is compared with.
fn counterpart(document: &Document, id: DecisionId) -> Option<(DecisionId, State)> {
    let decision = document.get(id)?;
    let MapKey { journey, state } = document.map_of_decision(decision)?;
    let title = folded(decision.title.as_str());
    // What is wanted is compared with what is, and the other way round.
    let is_wanted = |it: State| it == State::ToBe || it.is_option();
    let same = |wanted: State| {
        let map = MapKey { journey, state: wanted };
        let found = document.decisions_in_order().into_iter().find(|(other, it)| {
            *other != id && document.map_of_decision(it) == Some(map) && folded(it.title.as_str()) == title
        });
        found.map(|it| (it.0, wanted))
    };
    let order: &[State] = if is_wanted(state) {
        &[State::AsLived, State::AsDesigned]
    } else {
        &[State::ToBe, State::OptionB, State::OptionC]
    };
    order.iter().find_map(|it| same(*it))
}

#[component]
pub(super) fn Limits(id: DecisionId) -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let editor = decisions.editor;
    let bands = Memo::new(move |_| editor.read(|it| it.get(id).and_then(|it| it.bands.clone())));
    let typed =
        Signal::derive(move || bands.with(|it| it.as_ref().map(limits::typed_form)).unwrap_or_default());
    let chosen = RwSignal::new(0_usize);
    let commit = Callback::new(move |text: String| {
        let bands = limits::typed(&text, bands.get_untracked().as_ref())?;
        if let Some(edit) = editor.peek(|document| changes::limited(document, id, bands)) {
            editor.commit(edit);
        }
        Ok(())
    });
    view! {
        <section aria-label="Limits">
            <div class="limits-head">
                <h4>"Who decides up to which limit"</h4>
                <TextField label="Limits, such as 30, 100, 500 €" bare=true value=typed commit />
            </div>
            <p class="quiet">"A band includes its lower and excludes its upper limit."</p>
            <Bars id bands chosen />
            <Show when=move || bands.with(Option::is_some)>
                <OneBand id bands chosen />
            </Show>
        </section>
    }
}

/// The bar of this state, and that of the other one on the same scale.
#[component]
fn Bars(id: DecisionId, bands: Memo<Option<Bands>>, chosen: RwSignal<usize>) -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let editor = decisions.editor;
    let other = Memo::new(move |_| {
        editor.read(|document| {
            let (other, state) = counterpart(document, id)?;
            Some((other, state, document.get(other)?.bands.clone()))
        })
    });
    let state = Memo::new(move |_| {
        editor
            .read(|document| document.get(id).and_then(|it| document.map_of_decision(it)).map(|it| it.state))
    });
    move || {
        let (own, other) = (bands.get(), other.get());
        let of_other = other.as_ref().and_then(|it| it.2.clone());
        let all: Vec<&Bands> = own.iter().chain(of_other.iter()).collect();
        let scale = Scale::of(&all, LEAST);
        let is_stretched = scale.is_stretched;
        let bar = |bands: &Bands, label: &str, chosen: Option<RwSignal<usize>>| {
            let drawn = editor.read(|document| drawn(document, bands));
            let (label, unit) = (format!("Limits {label}"), bands.unit().to_string());
            match chosen {
                Some(chosen) => {
                    view! { <Bar label unit bands=drawn scale=scale.clone() chosen /> }.into_any()
                }
                None => view! { <Bar label unit bands=drawn scale=scale.clone() /> }.into_any(),
            }
        };
        let words = state.get().map_or("Here", state_words);
        let own_bar = own.as_ref().map(|it| {
            view! {
                <p class="band-state"><strong>{words}</strong><span class="quiet">{format!("in {}", it.unit())}</span></p>
                {bar(it, words, Some(chosen))}
            }
        });
        let other_bar = other.map(|(id, state, bands)| {
            let words = state_words(state);
            let drawn = match &bands {
                Some(bands) => bar(bands, words, None),
                None => view! { <p class="quiet">"no limits there"</p> }.into_any(),
            };
            view! {
                <p class="band-state">
                    <strong>{words}</strong>
                    {bands.as_ref().map(|it| view! { <span class="quiet">{format!("in {}", it.unit())}</span> })}
                    <span class="grow"></span>
                    <button class="link" on:click=move |_| decisions.reveal(id)>{"Show it there"}</button>
                </p>
                {drawn}
            }
        });
        let note =
            is_stretched.then(|| view! { <p class="quiet band-note">"Narrow bands are drawn wider."</p> });
        view! {
            {own_bar}
            {other_bar}
            {note}
        }
    }
}

/// The band that is chosen: its limit, who decides in it, and what can be done to it.
#[component]
fn OneBand(id: DecisionId, bands: Memo<Option<Bands>>, chosen: RwSignal<usize>) -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let editor = decisions.editor;
    let at = Memo::new(move |_| {
        let last = bands.with(|it| it.as_ref().map_or(0, |it| it.limited().len()));
        chosen.get().min(last)
    });
    let range = Memo::new(move |_| bands.with(|it| ranges(it.as_ref()?).get(at.get()).copied()));
    let words = move || {
        let count = bands.with(|it| it.as_ref().map_or(0, |it| it.limited().len() + 1));
        format!("Band {} of {count}", at.get() + 1)
    };
    let commit = move |bands: Option<Bands>| {
        let is_there = bands.is_some();
        if is_there {
            editor.commit(changes::set(id, DecisionField::Bands(bands)));
        }
        is_there
    };
    let change = move |make: &dyn Fn(&Bands, usize) -> Option<Bands>| {
        let changed = bands.with_untracked(|it| make(it.as_ref()?, at.get_untracked()));
        commit(changed)
    };
    let below =
        Signal::derive(move || range.get().and_then(|it| it.below).map(limits::grouped).unwrap_or_default());
    let decider = Signal::derive(move || {
        range.get().and_then(|it| it.decider).map(|it| it.0.to_string()).unwrap_or_default()
    });
    let is_last = move || below.with(String::is_empty);
    view! {
        <div class="one-band" role="group" aria-label="The band that is chosen">
            <strong>{words}</strong>
            <Choice
                label="Decides"
                options=role_options()
                optional=true
                none="no one"
                value=decider
                choose=Callback::new(move |key: String| {
                    let role = key.parse().ok().map(RoleId);
                    change(&|bands, at| limits::decided(bands, at, role));
                })
            />
            <Show when=move || !is_last() fallback=|| view! { <span class="quiet">"no upper limit"</span> }>
                <TextField
                    label="Below"
                    value=below
                    commit=Callback::new(move |text: String| {
                        let below = limits::limit(&text)?;
                        if change(&|bands, at| limits::ended(bands, at, below)) {
                            Ok(())
                        } else {
                            Err("Limits rise from band to band.".to_owned())
                        }
                    })
                />
            </Show>
            <button
                class="button"
                on:click=move |_| {
                    if change(&limits::split) {
                        focus_later(&format!("band-{}", at.get_untracked()));
                    } else {
                        decisions.spoken.set("It holds one amount only.".to_owned());
                    }
                }
            >
                <Icon name="scissors" />
                "Split"
            </button>
            <button class="button" disabled=is_last on:click=move |_| { change(&limits::merged); }>
                <Icon name="trash-2" />
                "Take out its limit"
            </button>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use opmap_model::State;

    use super::super::super::sheet::tests;
    use super::counterpart;

    #[test]
    fn the_same_decision_is_found_in_the_other_state_by_its_title() {
        let document = tests::document();
        let all = document.decisions_in_order();
        let (lived, to_be) = (all[1].0, all[3].0);
        assert_eq!(counterpart(&document, lived), Some((to_be, State::ToBe)));
        assert_eq!(counterpart(&document, to_be), Some((lived, State::AsLived)));
        assert_eq!(counterpart(&document, all[0].0), None);
    }
}
