//! A map that stays as it is: while its structure is locked, and while two states are compared.

use leptos::prelude::*;

use super::state::MapState;
use crate::editor::{Editor, editor};
use crate::icon::Icon;

/// Locks or unlocks the structure, and says so.
pub(super) fn turn_lock(editor: Editor, map_state: MapState) {
    editor.locked.update(|it| *it = !*it);
    let words = if editor.locked.get_untracked() {
        "The structure is locked."
    } else {
        "The structure can be changed."
    };
    map_state.spoken.set(words.to_owned());
}

/// Answers at once whatever would ask for a name or a confirmation on a map that stays as it is.
pub(super) fn answer_while_locked(editor: Editor, map_state: MapState) {
    Effect::new(move |_| {
        let naming = map_state.naming.with(Option::is_some);
        let deleting = map_state.deleting.with(Option::is_some);
        let connecting = map_state.connecting.with(Option::is_some);
        let Some(reason) = untrack(|| editor.obstacle_to_structure()) else { return };
        if naming || deleting || connecting {
            map_state.naming.set(None);
            map_state.deleting.set(None);
            map_state.connecting.set(None);
            editor.message.set(Some(reason.to_owned()));
        }
    });
}

/// That the structure is locked.
#[component]
pub(crate) fn LockedNote() -> impl IntoView {
    let editor = editor();
    view! {
        <Show when=move || editor.locked.get()>
            <span class="status-locked">
                <Icon name="lock" />
                "Structure locked"
            </span>
        </Show>
    }
}
