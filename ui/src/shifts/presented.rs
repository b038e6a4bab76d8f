//! The shifts as the room sees them in present mode: one after the other, then the radar of all.

use leptos::html;
use leptos::prelude::*;
use opmap_analysis::tenths;
use opmap_drawing::{RadarLines, radar, radar_description, shift_axes};
use opmap_model::Shift;

use super::key_press;
use super::result::Taking;
use super::score::Scoring;
use super::state::{LookedAt, ShiftsState};
use super::strip::Strip;
use crate::fonts::fonts;
use crate::frame::is_typing;
use crate::keys::{self, Command, OnShifts, Place};
use crate::map::paint;

#[component]
pub(crate) fn ShiftsPresented() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let taking = Taking::new();
    key_press::answer_commands(shifts, taking);
    let main = NodeRef::<html::Div>::new();
    super::keep_keyboard(main, shifts);
    let is_result = Memo::new(move |_| shifts.looked.get() == LookedAt::Result);
    let is_entered = Memo::new(move |_| shifts.entry.with(Option::is_some));
    view! {
        <main>
        <div
            node_ref=main
            class="shifts-main"
            tabindex="0"
            role="group"
            aria-label="The seven shifts"
            on:keydown=move |event| on_key(&event, shifts, taking)
        >
            {move || match is_result.get() {
                true => view! { <Radar /> }.into_any(),
                false => view! { <Scoring /> }.into_any(),
            }}
            <Show when=move || !is_entered.get()>
                <Strip with_result=true />
            </Show>
            <p class="spoken" role="status">{move || shifts.spoken.get()}</p>
        </div>
        </main>
    }
}

/// The stops are the seven shifts and the result.
fn on_key(event: &web_sys::KeyboardEvent, shifts: ShiftsState, taking: Taking) {
    let command = keys::command_on(Place::Shifts, event).filter(|_| !is_typing(event));
    let is_result = shifts.looked.get_untracked() == LookedAt::Result;
    let is_last = shifts.shift.get_untracked() == Shift::Culture;
    match command {
        Some(Command::Shifts(OnShifts::Next)) if is_last => shifts.looked.set(LookedAt::Result),
        Some(Command::Shifts(OnShifts::Next | OnShifts::Last)) if is_result => {}
        Some(Command::Shifts(OnShifts::Previous)) if is_result => shifts.show(Shift::Culture),
        Some(Command::Shifts(OnShifts::First)) if is_result => shifts.show(Shift::Roles),
        Some(Command::Shifts(OnShifts::Last)) => shifts.looked.set(LookedAt::Result),
        // Questions and dialogs are the facilitator’s, not the room’s.
        Some(Command::Shifts(OnShifts::Look(LookedAt::Health) | OnShifts::FromForm | OnShifts::Words)) => {}
        Some(Command::Shifts(OnShifts::Look(_))) => return key_press::on_station(event, shifts, taking),
        Some(_) if is_result => {}
        Some(_) => return key_press::on_station(event, shifts, taking),
        None => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

/// Where the service stands on all seven and where it is wanted.
#[component]
fn Radar() -> impl IntoView {
    let (shifts, fonts): (ShiftsState, _) = (expect_context(), fonts());
    let title = move || {
        shifts.results.with(|it| match &it.overall {
            None => "Nothing is scored yet".to_owned(),
            Some(overall) => {
                let wanted =
                    overall.target_tenths.map(|it| format!(", wanted {}", tenths(it))).unwrap_or_default();
                format!(
                    "Today {}{wanted}, lowest {} ({} of 7)",
                    tenths(overall.mean_tenths),
                    overall.lowest,
                    overall.scored
                )
            }
        })
    };
    let drawing = move || {
        let axes = shifts.results.with(shift_axes);
        let scene = fonts.with_value(|fonts| radar(&axes, RadarLines::default(), fonts));
        view! {
            <svg
                class="present-radar"
                role="img"
                aria-label=radar_description(&axes)
                viewBox=format!("0 0 {} {}", scene.width, scene.height)
            >
                {paint(scene.marks)}
            </svg>
        }
    };
    view! {
        <section class="present-result" aria-label="Result">
            <h3>{title}</h3>
            {drawing}
        </section>
    }
}
