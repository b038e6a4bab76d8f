//! How far the room agrees, in a word with its sign, and in figures.

use leptos::prelude::*;
use opmap_analysis::{Group, Spread, Verdict};
use opmap_model::Keyword;

use super::speaking::Speaking;
use crate::shifts::state::ShiftsState;
use crate::shifts::words::{median_words, middle_half_words, range_words, should_speak};

#[component]
pub(super) fn VerdictView() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let asked =
        Memo::new(move |_| shifts.asking.with(|it| it.round.as_ref().and_then(|it| it.asked.clone())));
    move || {
        let asked = asked.get()?;
        Some(match asked.everyone.counted {
            None => view! {
                <p class="room-panel-word">"Not shown"</p>
                <p>"Fewer than three answered unseen. What so few said is not shown to anyone."</p>
            }
            .into_any(),
            Some(counted) => match counted.spread {
                None => view! { <p class="room-panel-word">"Nobody can say"</p> }.into_any(),
                Some(spread) => view! {
                    <Told spread />
                    <Figures spread cant_say=counted.cant_say />
                }
                .into_any(),
            },
        })
    }
}

/// The word, and who should speak.
#[component]
fn Told(spread: Spread) -> impl IntoView {
    let verdict = spread.verdict;
    view! {
        <p class="room-panel-word verdict">
            <AgreementSign verdict />
            {verdict.label()}
        </p>
        {if should_speak(&spread) {
            view! {
                <p class="room-panel-ask">
                    "Ask a " <strong>{spread.lowest}</strong> " and a " <strong>{spread.highest}</strong>
                    " to say what they see."
                </p>
                <Speaking />
            }
                .into_any()
        } else {
            view! { <p class="room-panel-ask capital">{verdict.meaning()}"."</p> }.into_any()
        }}
    }
}

#[component]
fn Figures(spread: Spread, cant_say: u64) -> impl IntoView {
    let row = |term: &'static str, figure: String| view! { <div><dt>{term}</dt><dd>{figure}</dd></div> };
    view! {
        <dl class="figures">
            {row("Range", range_words(&spread))}
            {row("Middle half", middle_half_words(&spread))}
            {row("Within one step", format!("{}\u{2009}%", spread.within_one_percent()))}
            {(cant_say > 0).then(|| row("Can’t say", cant_say.to_string()))}
        </dl>
    }
}

/// The perspectives side by side, where there is more than one.
#[component]
pub(super) fn GroupsView() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let groups = Memo::new(move |_| {
        let asked = shifts.asking.with(|it| it.round.as_ref().and_then(|it| it.asked.clone()));
        asked.map(|it| it.by_perspective).unwrap_or_default()
    });
    let row = |group: Group| {
        let name = group.perspective.map_or("Others", Keyword::label);
        view! { <div><dt>{name}</dt><dd>{group_words(&group)}</dd></div> }
    };
    move || {
        let groups = groups.get();
        (!groups.is_empty()).then(|| view! {
            <dl class="figures groups" aria-label="Middle answer by perspective">{groups.into_iter().map(row).collect_view()}</dl>
        })
    }
}

/// The middle answer of a group with its range; what so few said is not shown.
fn group_words(group: &Group) -> String {
    match group.counted.map(|it| it.spread) {
        None => format!("{} answered, not shown", group.answered),
        Some(None) => "can’t say".to_owned(),
        Some(Some(spread)) if spread.lowest == spread.highest => median_words(&spread),
        Some(Some(spread)) => format!("{} ({})", median_words(&spread), range_words(&spread)),
    }
}

/// A full circle, a half full one, or a diamond with a bar: told apart without colour.
#[component]
pub(crate) fn AgreementSign(verdict: Verdict) -> impl IntoView {
    let (outline, fill) = match verdict {
        Verdict::Consensus => (CIRCLE, CIRCLE),
        Verdict::Near => (CIRCLE, "M8 1.5a6.5 6.5 0 0 1 0 13z"),
        Verdict::Discuss => ("M8 .8 15.2 8 8 15.2.8 8z", "M4.6 7.1h6.8v1.8H4.6z"),
    };
    view! {
        <svg class="agreement" viewBox="0 0 16 16" aria-hidden="true">
            <path class="agreement-outline" d=outline />
            <path class="agreement-fill" d=fill />
        </svg>
    }
}

const CIRCLE: &str = "M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z";
