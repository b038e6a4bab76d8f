//! A picture of the result, with the ways to take it along.

use leptos::prelude::*;
use opmap_analysis::Shifts;
use opmap_drawing::{Fonts, NothingToDraw, Scene, ShiftPicture, radar, shift_axes};
use opmap_model::Keyword;

use super::super::state::ShiftsState;
use super::Shown;
use crate::commands::Commands;
use crate::fonts::fonts;
use crate::frame::Writing;
use crate::icon::Icon;
use crate::keys::{self, Command, OnResult};
use crate::map::paint;

#[component]
pub(super) fn Picture(picture: ShiftPicture) -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let (fonts, writing, commands): (_, Writing, Commands) = (fonts(), expect_context(), expect_context());
    let scene = Memo::new(move |_| {
        fonts.with_value(|fonts| shifts.results.with(|it| drawn(picture, it, shifts.shown, fonts)))
    });
    let take = move |command: OnResult, icon: &'static str, words: &'static str| {
        let command = Command::Result(command);
        view! {
            <button
                class="button quiet"
                title=keys::tooltip(command)
                disabled=move || writing.is_busy()
                on:click=move |_| commands.run(command)
            >
                <Icon name=icon />
                {words}
            </button>
        }
    };
    view! {
        <figure
            class=format!("shift-picture {}", picture.key())
            style:max-width=move || scene.get().ok().map(|it| format!("{}px", it.width * LARGEST))
        >
            <figcaption>
                <h3>{picture.label()}</h3>
                <span class="grow"></span>
                {take(OnResult::Copy(picture), "copy", "Copy")}
                {take(OnResult::Save(picture), "download", "Save as SVG…")}
            </figcaption>
            {move || match scene.get() {
                Ok(scene) => {
                    view! {
                        <svg
                            role="img"
                            aria-label=shifts.results.with(|it| picture.description(it))
                            viewBox=format!("0 0 {} {}", scene.width, scene.height)
                        >
                            {paint(scene.marks)}
                        </svg>
                    }
                        .into_any()
                }
                Err(nothing) => view! { <p class="quiet">{nothing.to_string()}</p> }.into_any(),
            }}
        </figure>
    }
}

/// How much larger than it was drawn a picture gets.
const LARGEST: f32 = 1.2;

/// The picture as it is looked at: of the radar the lines that are shown.
fn drawn(picture: ShiftPicture, found: &Shifts, shown: Shown, fonts: &Fonts) -> Result<Scene, NothingToDraw> {
    match picture {
        ShiftPicture::Radar => Ok(radar(&shift_axes(found), shown.lines.get(), fonts)),
        ShiftPicture::Gaps | ShiftPicture::Groups => picture.scene(found, fonts),
    }
}
