//! What of the result is looked at: its lines, or the answers by group.

use leptos::prelude::*;
use opmap_drawing::RadarLines;

use super::super::state::{LookedAt, ShiftsState};
use crate::keys::{Command, OnResult};
use crate::toolbar::Toggle;

#[component]
pub(in crate::shifts) fn Lines() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let shown = shifts.shown;
    let has_earlier = Memo::new(move |_| shifts.results.with(|it| it.since().is_some()));
    let toggle = move |command: OnResult, icon: &'static str, words: &'static str, is_on: Signal<bool>| {
        view! { <Toggle command=Command::Result(command) icon words is_on /> }
    };
    let line = move |of: fn(&RadarLines) -> bool| Signal::derive(move || shown.lines.with(of));
    view! {
        <Show when=move || shifts.looked.get() == LookedAt::Result>
            <span class="toolbar-line" aria-hidden="true"></span>
            {toggle(OnResult::Today, "circle-dot", "Today", line(|it| it.today))}
            {toggle(OnResult::Wanted, "target", "Wanted", line(|it| it.wanted))}
            <Show when=move || has_earlier.get()>
                {toggle(OnResult::LastTime, "file-clock", "Since last time", line(|it| it.earlier))}
            </Show>
            {toggle(OnResult::ByGroup, "users", "By group", shown.by_group.into())}
        </Show>
    }
}
