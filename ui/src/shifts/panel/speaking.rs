//! The speaking time as a ring and in figures. It makes no sound and is no part of the document.

use std::time::Duration;

use leptos::leptos_dom::helpers::set_interval_with_handle;
use leptos::prelude::*;

use crate::icon::Icon;
use crate::keys::{self, Command, OnShifts};
use crate::shifts::key_press;
use crate::shifts::state::ShiftsState;
use crate::shifts::timer::{SPEAKING_SECS, clock_words, now};

/// How often the figures are looked at.
const TICK: Duration = Duration::from_millis(200);

#[component]
pub(super) fn Speaking() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let left = RwSignal::new(shifts.timer.with_untracked(|it| it.left_secs(now())));
    let is_running = Memo::new(move |_| shifts.timer.with(|it| it.is_running()));
    Effect::new(move |_| left.set(shifts.timer.with(|it| it.left_secs(now()))));
    Effect::new(move |_| {
        if !is_running.get() {
            return;
        }
        let look = move || {
            let secs = shifts.timer.with_untracked(|it| it.left_secs(now()));
            if left.get_untracked() != secs {
                left.set(secs);
            }
            if secs == 0 {
                shifts.timer.update(|it| *it = it.turned(now()));
            }
        };
        // Without a clock of the page the figures stand, and nothing else depends on them.
        if let Ok(handle) = set_interval_with_handle(look, TICK) {
            on_cleanup(move || handle.clear());
        }
    });
    let share = move || format!("{} 100", 100 * left.get() / SPEAKING_SECS);
    let turn = move || match (is_running.get(), left.get()) {
        (true, _) => ("pause", "Pause"),
        (false, SPEAKING_SECS) => ("play", "Start"),
        (false, 0) => ("rotate-ccw", "Start anew"),
        (false, _) => ("play", "Go on"),
    };
    view! {
        <div class="speaking" role="group" aria-label="Speaking time">
            <svg class="speaking-ring" class:over=move || left.get() == 0 viewBox="0 0 36 36" aria-hidden="true">
                <circle class="speaking-track" cx="18" cy="18" r="15" />
                <circle class="speaking-left" cx="18" cy="18" r="15" pathLength="100" stroke-dasharray=share transform="rotate(-90 18 18)" />
            </svg>
            <span class="speaking-time" role="timer">{move || clock_words(left.get())}</span>
            <button
                class="button"
                title=keys::tooltip(Command::Shifts(OnShifts::Timer))
                on:click=move |_| key_press::run(OnShifts::Timer, shifts)
            >
                {move || {
                    let (icon, words) = turn();
                    view! { <Icon name=icon /> {words} }
                }}
            </button>
            <button
                class="icon-button"
                aria-label="Give the whole speaking time again"
                title=keys::tooltip(Command::Shifts(OnShifts::ResetTimer))
                on:click=move |_| key_press::run(OnShifts::ResetTimer, shifts)
            >
                <Icon name="rotate-ccw" />
            </button>
        </div>
    }
}
