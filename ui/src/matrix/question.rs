//! Whether the A is to move, when a second one is typed in a row: asked beside the cell, answered by a key.

use leptos::prelude::*;
use opmap_model::RoleId;

use super::state::MatrixState;
use super::typing;
use crate::editor::{Editor, editor};
use crate::keys::{Usual, is_modifier, usual};

/// Takes the answer; says whether the key was one. Any other key lets the matter rest and does what it does.
pub(super) fn on_key(event: &web_sys::KeyboardEvent, editor: Editor, matrix: MatrixState) -> bool {
    let Some(second) = matrix.question.get_untracked() else { return false };
    if is_modifier(event) {
        return false;
    }
    matrix.question.set(None);
    match usual(event) {
        Some(Usual::Enter) => drop(editor.commit(typing::moved(second))),
        Some(Usual::Typed('a' | 'A')) => drop(editor.commit(typing::both(second))),
        Some(Usual::Escape) => {}
        _ => return false,
    }
    true
}

#[component]
pub(super) fn Question(
    /// Where it stands: left and top, in pixels.
    place: Signal<(f64, f64)>,
) -> impl IntoView {
    let (editor, matrix) = (editor(), expect_context::<MatrixState>());
    let called = move |role: RoleId| {
        editor.peek(|document| document.get(role).map(|it| it.title.to_string())).unwrap_or_default()
    };
    move || {
        matrix.question.get().map(|second| {
            let sentence = format!("{} holds the A. Move it to {}?", called(second.from), called(second.to));
            let answer = move |edit| {
                matrix.question.set(None);
                editor.commit(edit);
                matrix.focus_wanted.notify();
            };
            matrix.spoken.set(format!("{sentence} Enter moves it, A keeps both, Escape leaves it."));
            view! {
                <div
                    class="matrix-question"
                    role="group"
                    aria-label="A second A"
                    style=move || {
                        let (left, top) = place.get();
                        format!("left:{left}px;top:{top}px")
                    }
                >
                    <p>{sentence.clone()}</p>
                    <button class="button primary" tabindex="-1" on:click=move |_| answer(typing::moved(second))>
                        "Move it"
                        <kbd>"Enter"</kbd>
                    </button>
                    <button class="button" tabindex="-1" on:click=move |_| answer(typing::both(second))>
                        "Keep both"
                        <kbd>"A"</kbd>
                    </button>
                </div>
            }
        })
    }
}
