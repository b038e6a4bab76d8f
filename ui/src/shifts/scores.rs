//! What the room agrees on: today, wanted, and how much it weighs.

use leptos::prelude::*;
use opmap_model::{Assessment, Rating, ShiftField, Text};

use super::level_choice::LevelChoice;
use super::state::ShiftsState;
use crate::field::{TextField, optional_text};

/// The identity of the choice of the score today.
pub(super) const TODAY: &str = "shift-today";
/// The identity of the choice of the score that is wanted.
pub(super) const WANTED: &str = "shift-wanted";

#[component]
pub(super) fn Scores() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let proposal = Signal::derive(move || shifts.of_shift(|it| it.proposal));
    let is_asked_for = Memo::new(move |_| {
        let Assessment { now, target, .. } = shifts.assessment();
        now.is_some() && target.is_none()
    });
    let is_less = Memo::new(move |_| shifts.assessment().gap().is_some_and(|it| it < 0));
    view! {
        <div class="scores">
            <LevelChoice
                id=TODAY
                label="Agreed today"
                class="agreed"
                hint=Signal::derive(move || proposal.get().map(|it| format!("middle answer: {it}")))
                proposed=proposal
                value=level(shifts, |it| it.now)
                choose=set(shifts, ShiftField::Now)
            />
            <LevelChoice
                id=WANTED
                label="Wanted"
                class="wanted"
                hint=Signal::derive(move || is_asked_for.get().then(|| "which level?".to_owned()))
                value=level(shifts, |it| it.target)
                choose=set(shifts, ShiftField::Target)
            />
            <Show when=move || is_less.get()>
                <TextField
                    label="Why less will do"
                    lines=2
                    value=text(shifts, |it| it.target_reason.as_ref())
                    commit=set_text(shifts, ShiftField::TargetReason)
                />
            </Show>
        </div>
    }
}

/// What few rooms ask for.
#[component]
pub(super) fn Further() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    view! {
        <details class="scores-further">
            <summary>"Weight, benchmark, note"</summary>
            <LevelChoice
                id="shift-weight"
                label="Weight, 1 little to 5 much"
                plain=true
                value=level(shifts, |it| it.weight)
                choose=set(shifts, ShiftField::Weight)
            />
            <LevelChoice
                id="shift-benchmark"
                label="Where good organisations stand"
                value=level(shifts, |it| it.benchmark)
                choose=set(shifts, ShiftField::Benchmark)
            />
            <TextField
                label="Note"
                lines=3
                value=text(shifts, |it| it.note.as_ref())
                commit=set_text(shifts, ShiftField::Note)
            />
        </details>
    }
}

fn level(shifts: ShiftsState, look: fn(&Assessment) -> Option<Rating>) -> Signal<Option<Rating>> {
    Signal::derive(move || look(&shifts.assessment()))
}

fn set(shifts: ShiftsState, field: fn(Option<Rating>) -> ShiftField) -> Callback<Option<Rating>> {
    Callback::new(move |level| shifts.set(field(level)))
}

fn text(shifts: ShiftsState, look: fn(&Assessment) -> Option<&Text>) -> Signal<String> {
    Signal::derive(move || look(&shifts.assessment()).map(ToString::to_string).unwrap_or_default())
}

fn set_text(
    shifts: ShiftsState,
    field: fn(Option<Text>) -> ShiftField,
) -> Callback<String, Result<(), String>> {
    Callback::new(move |text: String| optional_text(&text).map(|it| shifts.set(field(it))))
}
