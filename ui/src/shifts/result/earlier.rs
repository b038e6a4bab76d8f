//! What has changed since an earlier workshop: choosing its file, and forgetting what it said.

use leptos::prelude::*;
use leptos::task::spawn_local;
use opmap_analysis::Shifts;
use opmap_model::Edit;
use opmap_wire::ErrorCode;

use super::super::state::ShiftsState;
use crate::commands::Commands;
use crate::icon::Icon;
use crate::identity::fresh;
use crate::keys::{self, Command, OnResult};
use crate::shell;

/// Asks for the file of an earlier workshop and takes over what it says, all as one gesture.
pub(super) fn choose(shifts: ShiftsState) {
    let (editor, asking) = (shifts.editor, shifts.shown.asking);
    if let Some(reason) = editor.read_only.get_untracked() {
        return editor.message.set(Some(reason));
    }
    if asking.get_untracked() {
        return;
    }
    asking.set(true);
    spawn_local(async move {
        let answer = shell::earlier_workshop().await;
        // The workshop may have been closed meanwhile.
        if asking.try_set(false).is_some() {
            return;
        }
        match answer {
            Ok(earlier) => {
                let edit = editor.peek(|it| Edit::compare_with(it, &earlier.history, fresh));
                if editor.commit(edit) {
                    shifts.shown.lines.update(|it| it.earlier = true);
                    let english = editor.peek(|it| it.workshop().report.english);
                    let since = shifts.results.with_untracked(Shifts::since);
                    shifts.spoken.set(
                        since.map(|it| format!("Compared with {}.", it.source(english))).unwrap_or_default(),
                    );
                }
            }
            Err(error) if error.code == ErrorCode::Cancelled => {}
            Err(error) => editor.message.set(Some(error.message)),
        }
    });
}

/// Forgets the earlier workshops.
pub(super) fn forget(shifts: ShiftsState) {
    if shifts.editor.commit(shifts.editor.peek(Edit::forget_earlier)) {
        shifts.spoken.set("The earlier workshops are forgotten. Undo brings them back.".to_owned());
        shifts.focus_wanted.notify();
    }
}

/// With what the scores are compared, and the ways to change that.
#[component]
pub(super) fn Compared() -> impl IntoView {
    let (shifts, commands): (ShiftsState, Commands) = (expect_context(), expect_context());
    let since = Memo::new(move |_| shifts.results.with(Shifts::since));
    let button = move |command: OnResult, icon: &'static str, words: &'static str| {
        let command = Command::Result(command);
        view! {
            <button
                class="button"
                title=keys::tooltip(command)
                disabled=move || shifts.shown.asking.get()
                on:click=move |_| commands.run(command)
            >
                <Icon name=icon />
                {words}
            </button>
        }
    };
    view! {
        {move || {
            since.get().map(|it| {
                let english = shifts.editor.read(|it| it.workshop().report.english);
                let words = format!("Last time is {}: {}.", it.source(english), it.in_words());
                view! { <p class="shift-since">{words}</p> }
            })
        }}
        <div class="shift-compare">
            {move || {
                let words = if since.with(Option::is_some) { "Another workshop…" } else { "Compare with an earlier workshop…" };
                button(OnResult::Compare, "file-clock", words)
            }}
            {move || since.with(Option::is_some).then(|| button(OnResult::Forget, "x", "Forget the earlier workshops"))}
        </div>
    }
}
