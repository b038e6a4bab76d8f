//! The five levels side by side: how many answered each, what can be seen there (M7), and the counters of hands.

use leptos::html;
use leptos::prelude::*;
use opmap_analysis::{Counted, Spread};
use opmap_model::{Answer, Rating};

use super::asking::{Asking, Stage};
use super::counter::Counter;
use super::dots::{DotRoom, dot_size};
use super::state::ShiftsState;
use super::words::{median_words, range_words};
use crate::icon::Icon;
use crate::resizing::on_resize;

#[component]
pub(super) fn Levels() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let counted = Memo::new(move |_| shifts.asking.with(Asking::counted));
    let spread = Memo::new(move |_| counted.get().and_then(|it| it.spread));
    let (room, probe) = (RwSignal::new(DotRoom::default()), NodeRef::<html::Div>::new());
    on_resize(probe, move |it| room.set(DotRoom { width: it.client_width(), height: it.client_height() }));
    view! {
        <div class="levels">
            {Rating::ALL.map(|level| view! { <Level level spread room /> })}
            <div node_ref=probe class="levels-probe" aria-hidden="true"></div>
            <div class="levels-axis" aria-hidden="true"></div>
            {move || spread.get().map(|it| view! { <Range spread=it /> })}
            {move || nothing_shown(shifts, counted.get()).map(|it| view! { <p class="levels-nothing">{it}</p> })}
        </div>
    }
}

/// Why no answers are seen where they should be.
fn nothing_shown(shifts: ShiftsState, counted: Option<Counted>) -> Option<&'static str> {
    let is_shown = shifts.asking.with(|it| it.stage == Stage::Shown);
    match counted {
        None if is_shown => Some("Fewer than three answered unseen, so it is not shown what they said."),
        Some(Counted { spread: None, .. }) => Some("Nobody gave a level."),
        _ => None,
    }
}

#[component]
fn Level(level: Rating, spread: Memo<Option<Spread>>, room: RwSignal<DotRoom>) -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let anchor = Memo::new(move |_| shifts.assessment().anchor(level).to_owned());
    let is_agreed =
        move || shifts.asking.with(|it| it.stage == Stage::Shown) && shifts.level_to_agree() == Some(level);
    view! {
        <section class="level" class:agreed=is_agreed aria-label=format!("Level {level}, {}", level.maturity())>
            {move || spread.get().map(|it| view! { <Dots level spread=it room /> })}
            <p class="level-head">
                <span class="level-number">{level.get()}</span>
                <span class="level-word">{level.maturity()}</span>
            </p>
            <p class="level-anchor">{move || anchor.get()}</p>
            <Counter answer=Answer::Level(level) />
        </section>
    }
}

/// The answers at one level, with a sign above the middle one.
#[component]
fn Dots(level: Rating, spread: Spread, room: RwSignal<DotRoom>) -> impl IntoView {
    let count = spread.counts[level.index()];
    let most = spread.counts.into_iter().max().unwrap_or(0);
    let dots = move || match dot_size(most, room.get()) {
        Some(size) => view! {
            <span class="dots" aria-hidden="true" style=("--dot", format!("{size}px"))>
                {(0..count).map(|_| view! { <span class="dot"></span> }).collect_view()}
            </span>
        }
        .into_any(),
        None => view! { <span class="dots-number" aria-hidden="true">{count}</span> }.into_any(),
    };
    let middle = (spread.proposal == level.get()).then(|| {
        let between = (spread.median_halves % 2 == 1).then(|| median_words(&spread));
        view! {
            <span class="middle-answer">
                <Icon name="arrow-down" />
                "middle answer"
                {between.map(|it| format!(" {it}"))}
            </span>
        }
    });
    view! {
        <div class="level-answers">
            <span class="unseen">{if count == 1 { "1 answer".to_owned() } else { format!("{count} answers") }}</span>
            {middle}
            {dots}
        </div>
    }
}

/// A bracket from the lowest answer to the highest.
#[component]
fn Range(spread: Spread) -> impl IntoView {
    let (from, to) = (spread.lowest, spread.highest);
    let words = match from == to {
        true => format!("all answers are {from}"),
        false => format!("answers run from {}", range_words(&spread)),
    };
    view! {
        <p class="answer-range" class:one=from == to style:grid-column=format!("{from} / {}", to + 1)>
            <span>{words}</span>
        </p>
    }
}
