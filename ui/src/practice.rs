//! Practice behind the start screen: a small workshop is shown from near and far, and a step of it dragged elsewhere and
//! put back, where nobody sees it, so that the engine has compiled what the first real one needs by the time it is opened.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use leptos::prelude::*;
use opmap_model::{Change, Revision, generate};
use opmap_wire::{Commit, Committed, ErrorCode, Opened, ShellError, Stepped};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use crate::editor::Editor;
use crate::fonts::SharedFonts;
use crate::frame::Frame;

/// How long it waits for whoever knows at once what to open, and how long each part takes: enough for what is seen to be
/// painted, and for what waits until a hand rests.
const WHILE: Duration = Duration::from_millis(250);

/// How long each movement of a hand takes: a few frames, in which what follows from it is painted.
const FRAMES: Duration = Duration::from_millis(50);

/// How often the step is put back and forth: until the engine has optimised what every edit waits for, which it does beside
/// the first ones and would else do beside the first real ones.
const TIMES: usize = 7;

/// How far the wheel is turned, in pixels: from where every word is read to where no text is painted.
const FAR: f64 = 1_000.0;

/// Practises once. It ends as soon as someone presses anything, or it is taken off the page.
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
    // What the practice does itself nobody has pressed.
    let stop_if = move |event: &web_sys::Event| {
        if event.is_trusted() {
            stop();
        }
    };
    let listeners = [
        window_event_listener(leptos::ev::pointerdown, move |event| stop_if(&event)),
        window_event_listener(leptos::ev::keydown, move |event| stop_if(&event)),
    ];
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
    view! {
        <Show when=move || part.get() == Part::Going>
            <Round end />
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
fn Round(end: impl Fn() + 'static) -> impl IntoView {
    let editor = Editor::practising(workshop());
    provide_context(editor);
    let hand = Rc::new(Hand::default());
    let acts: [(Duration, Act); 6] = [
        (WHILE, |hand| hand.zoom(FAR)),
        (WHILE, |hand| hand.zoom(-FAR)),
        (WHILE, Hand::press),
        (FRAMES, Hand::move_on),
        (FRAMES, Hand::move_on),
        (FRAMES, Hand::release),
    ];
    let mut at = Duration::ZERO;
    for (pause, act) in acts {
        let hand = Rc::clone(&hand);
        at += pause;
        after(at, move || act(&hand));
    }
    at += WHILE;
    for _ in 0..TIMES {
        after(at, move || editor.undo());
        at += FRAMES;
    }
    after(at + WHILE, end);
    view! {
        <div class="practice" inert=true aria-hidden="true">
            <Frame practised=true />
        </div>
    }
}

/// What a hand does at a time.
type Act = fn(&Hand);

/// What looks at the map from far and takes a step of it somewhere else, as a hand does.
#[derive(Default)]
struct Hand {
    at: Cell<(f64, f64)>,
}

impl Hand {
    /// How far it goes in a movement, in pixels: into another lane and another stage in the end.
    const WAY: (f64, f64) = (130.0, 60.0);

    /// Turns the wheel with Ctrl held.
    fn zoom(&self, by: f64) {
        let init = web_sys::WheelEventInit::new();
        init.set_delta_y(by);
        init.set_ctrl_key(true);
        tell(web_sys::WheelEvent::new_with_event_init_dict("wheel", &init));
    }

    /// Takes hold of a step in view.
    fn press(&self) {
        let step = document().query_selector(".practice .step").ok().flatten();
        if let Some(place) = step.map(|it| it.get_bounding_client_rect()) {
            self.at.set((place.left() + place.width() / 2.0, place.top() + place.height() / 2.0));
            self.point("pointerdown");
        }
    }

    fn move_on(&self) {
        let (x, y) = self.at.get();
        self.at.set((x + Self::WAY.0, y + Self::WAY.1));
        self.point("pointermove");
    }

    fn release(&self) {
        self.point("pointerup");
    }

    fn point(&self, what: &str) {
        let init = web_sys::PointerEventInit::new();
        let (x, y) = self.at.get();
        #[allow(clippy::cast_possible_truncation)] // It stays near the window.
        {
            init.set_client_x(x as i32);
            init.set_client_y(y as i32);
        }
        init.set_bubbles(true);
        tell(web_sys::PointerEvent::new_with_event_init_dict(what, &init));
    }
}

/// Lets the body of the map meet an event.
fn tell<E: AsRef<web_sys::Event>>(event: Result<E, JsValue>) {
    let body = document().query_selector(".practice .canvas > .body").ok().flatten();
    if let (Some(body), Ok(event)) = (body, event) {
        // Nobody stops it, and it would make no difference.
        let _ = body.dispatch_event(event.as_ref());
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
        document: generate::document(&generate::Options { steps: 600, lanes: 8, stages: 12, seed: 1 }),
        revision: Revision(0),
        saved_at: never(),
        file_name: String::new(),
        undo_label: None,
        redo_label: None,
        read_only: None,
        is_rehearsal: false,
    }
}

/// What the shell answers to an edit that it has carried out.
///
/// # Errors
/// When the answer cannot be read.
pub(crate) fn committed(commit: &Commit) -> Result<Committed, ShellError> {
    // Nobody reads it.
    let _ = serde_json::to_string(commit);
    let undo_label = Some("Move step".to_owned());
    received(&Committed { revision: commit.base.next(), saved_at: never(), undo_label, redo_label: None })
}

/// What the shell answers to an undo that comes down to `change`.
///
/// # Errors
/// When the answer cannot be read.
pub(crate) fn stepped(change: Change, base: Revision) -> Result<Stepped, ShellError> {
    let redo_label = Some("Move step".to_owned());
    let committed = Committed { revision: base.next(), saved_at: never(), undo_label: None, redo_label };
    received(&Stepped { change, committed })
}

/// An answer as it is read from what the shell has written.
fn received<T: Serialize + DeserializeOwned>(answer: &T) -> Result<T, ShellError> {
    let text = serde_json::to_string(answer).and_then(|it| serde_json::from_str(&it));
    text.map_err(|fault| ShellError::new(ErrorCode::Internal, fault.to_string()))
}

fn never() -> DateTime<FixedOffset> {
    DateTime::UNIX_EPOCH.fixed_offset()
}

#[cfg(test)]
mod tests {
    use opmap_model::{Change, Edit, Revision};
    use opmap_wire::Commit;

    #[test]
    fn the_answers_are_those_of_a_shell_that_agrees() {
        let edit = Edit::All(Vec::new());
        let committed = super::committed(&Commit { base: Revision(4), edit }).unwrap();
        assert_eq!(committed.revision, Revision(5));
        assert!(committed.undo_label.is_some() && committed.redo_label.is_none());

        let change = Change::default();
        let stepped = super::stepped(change.clone(), Revision(5)).unwrap();
        assert_eq!((stepped.change, stepped.committed.revision), (change, Revision(6)));
    }
}
