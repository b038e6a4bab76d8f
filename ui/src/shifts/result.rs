//! What came out of scoring the seven shifts: the figures, the radar beside its table, the gaps by weight, and what each
//! perspective answered.

mod commands;
mod earlier;
mod figures;
mod pictures;
mod shown;
mod table;
mod told;
mod toolbar;

use leptos::prelude::*;
use opmap_drawing::ShiftPicture;

use super::state::{LookedAt, ShiftsState};

pub(super) use commands::{Taking, run};
pub(super) use shown::Shown;
pub(super) use toolbar::Lines;

#[component]
pub(super) fn ResultView() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let is_told = Memo::new(move |_| shifts.results.with(told::is_told));
    view! {
        <Show when=move || is_told.get() fallback=|| view! { <Empty /> }>
            <div class="shift-result">
                {move || match shifts.shown.by_group.get() {
                    true => view! {
                        <figures::Figures />
                        <pictures::Picture picture=ShiftPicture::Groups />
                    }
                    .into_any(),
                    false => view! {
                        <div class="shift-overall">
                            <pictures::Picture picture=ShiftPicture::Radar />
                            <div class="shift-numbers">
                                <figures::Figures />
                                <table::ShiftTable />
                                <Notes />
                            </div>
                        </div>
                    }
                    .into_any(),
                }}
                <pictures::Picture picture=ShiftPicture::Gaps />
            </div>
        </Show>
    }
}

/// Nothing is scored and nothing was revealed.
#[component]
fn Empty() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    view! {
        <div class="empty">
            <p>"Nothing is scored yet."</p>
            <button class="button" on:click=move |_| shifts.looked.set(LookedAt::Score)>
                "Score the first shift with the room"
            </button>
        </div>
    }
}

/// How the room was asked, whether it puts the shifts in one order, and with what it is compared.
#[component]
fn Notes() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let notes = move || shifts.results.with(told::notes);
    view! {
        <div class="shift-notes">
            {move || notes().into_iter().map(|it| view! { <p>{it}</p> }).collect_view()}
            <earlier::Compared />
        </div>
    }
}
