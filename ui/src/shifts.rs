//! The Shifts station: the room scores the seven shifts, sees what came out, and checks the health of each.

mod asking;
mod changes;
mod counter;
mod dots;
mod entry;
mod foot;
mod form;
mod health;
mod key_press;
mod level_choice;
mod levels;
mod panel;
mod presented;
mod question;
mod result;
mod score;
mod scores;
mod state;
mod strip;
mod timer;
mod toolbar;
mod way;
mod words;
mod words_panel;

use leptos::html;
use leptos::prelude::*;

use crate::dialog::focus;
use crate::leading::shift_of;

pub(crate) use presented::ShiftsPresented;
pub(crate) use state::{LookedAt, ShiftsState};
pub(crate) use way::{Method, Way};

#[component]
pub(crate) fn ShiftsStation() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let taking = result::Taking::new();
    key_press::answer_commands(shifts, taking);
    follow_undo(shifts);
    let main = NodeRef::<html::Div>::new();
    keep_keyboard(main, shifts);
    view! {
        <main class="station">
            <toolbar::Toolbar taking />
            <div class="shifts-body">
                <div
                    node_ref=main
                    class="shifts-main"
                    tabindex="0"
                    role="group"
                    aria-label=move || shifts.looked.get().words()
                    on:keydown=move |event| key_press::on_station(&event, shifts, taking)
                >
                    {move || match shifts.looked.get() {
                        LookedAt::Score => view! { <score::Score /> }.into_any(),
                        LookedAt::Result => view! { <result::ResultView /> }.into_any(),
                        LookedAt::Health => view! { <health::HealthView /> }.into_any(),
                    }}
                </div>
                <words_panel::WordsIfOpen />
            </div>
            <form::FormIfAsked />
            <p class="spoken" role="status">{move || shifts.spoken.get()}</p>
        </main>
    }
}

/// Shows the shift that an undo or redo touched.
fn follow_undo(shifts: ShiftsState) {
    Effect::new(move |before: Option<()>| {
        let touched = shifts.editor.stepped.get();
        if before.is_some()
            && let Some(shift) =
                shifts.editor.peek(|document| touched.iter().find_map(|it| shift_of(document, *it)))
        {
            shifts.shift.maybe_update(|it| std::mem::replace(it, shift) != shift);
        }
    });
}

/// Gives the keyboard to the station when it is asked for, and when what had it is gone.
fn keep_keyboard(main: NodeRef<html::Div>, shifts: ShiftsState) {
    Effect::new(move |_| {
        shifts.focus_wanted.track();
        if let Some(main) = main.get() {
            focus(&main);
        }
    });
    Effect::new(move |_| {
        shifts.asking.track();
        shifts.shift.track();
        shifts.looked.track();
        request_animation_frame(move || {
            let is_lost = document().active_element().is_none_or(|it| it.tag_name() == "BODY");
            if let Some(main) = main.try_get_untracked().flatten().filter(|_| is_lost) {
                focus(&main);
            }
        });
    });
}
