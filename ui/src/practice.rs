//! A rehearsal behind the start screen: a small workshop is shown and changed where nobody sees it, so that the engine
//! has compiled what the first real one needs by the time it is opened.

use std::time::Duration;

use chrono::DateTime;
use leptos::prelude::*;
use opmap_model::{Document, Edit, RecordId, Revision, StepId, generate};
use opmap_wire::Opened;

use crate::editor::Editor;
use crate::fonts::SharedFonts;
use crate::frame::Frame;

/// How long it waits for whoever knows at once what to open, and how long each part takes: enough for what is seen to be
/// painted, and for what waits until a hand rests.
const WHILE: Duration = Duration::from_millis(250);

/// Rehearses once. It ends as soon as someone presses anything, or it is taken off the page.
#[component]
pub(crate) fn Practice(fonts: SharedFonts) -> impl IntoView {
    provide_context(fonts);
    let part = RwSignal::new(Part::Ahead);
    after(WHILE, move || {
        if part.get_untracked() == Part::Ahead {
            part.set(Part::Going);
        }
    });
    #[cfg(feature = "stand-in")]
    let navigation = expect_context();
    let stop = move || part.set(Part::Over);
    let end = move || {
        stop();
        #[cfg(feature = "stand-in")]
        crate::bench::offer(navigation);
    };
    let listeners = [
        window_event_listener(leptos::ev::pointerdown, move |_| stop()),
        window_event_listener(leptos::ev::keydown, move |_| stop()),
    ];
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
    view! {
        <Show when=move || part.get() == Part::Going>
            <Rehearsal end />
        </Show>
    }
}

/// How far it has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Ahead,
    Going,
    Over,
}

#[component]
fn Rehearsal(end: impl Fn() + 'static) -> impl IntoView {
    let editor = Editor::new(workshop());
    provide_context(editor);
    after(WHILE, move || change(editor));
    after(2 * WHILE, end);
    view! {
        <div class="practice" inert=true aria-hidden="true">
            <Frame rehearsed=true />
        </div>
    }
}

/// Acts once after a while, unless whoever asks for it is gone by then.
fn after(while_passed: Duration, act: impl FnOnce() + 'static) {
    if let Ok(timer) = set_timeout_with_handle(act, while_passed) {
        on_cleanup(move || timer.clear());
    }
}

/// A workshop that is in no file.
fn workshop() -> Opened {
    Opened {
        document: generate::document(&generate::Options { steps: 200, lanes: 8, stages: 8, seed: 1 }),
        revision: Revision(0),
        saved_at: DateTime::UNIX_EPOCH.fixed_offset(),
        file_name: String::new(),
        undo_label: None,
        redo_label: None,
        read_only: None,
    }
}

/// Moves a step into another lane, and shows it.
fn change(editor: Editor) {
    if let Some((step, edit)) = editor.peek(a_move) {
        editor.rehearse(&edit);
        editor.stepped.set(vec![RecordId::Step(step)]);
    }
}

fn a_move(document: &Document) -> Option<(StepId, Edit)> {
    let (id, step) = document.steps().iter().next()?;
    let other = *document.lanes().keys().find(|it| **it != step.lane)?;
    Some((*id, Edit::MoveSteps { ids: vec![*id], stage: step.stage, lane: other, before: None }))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_change_that_is_rehearsed_is_one() {
        let mut document = super::workshop().document;
        let (step, edit) = super::a_move(&document).unwrap();
        let lane = document.get(step).unwrap().lane;
        document.apply(&edit.plan(&document).unwrap()).unwrap();
        assert_ne!(document.get(step).unwrap().lane, lane);
    }
}
