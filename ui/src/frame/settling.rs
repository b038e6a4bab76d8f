//! Leaving the workshop: only once everything is on disk, or when someone has said twice that it may be lost; and a copy to
//! rehearse on only once someone has said what becomes of it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use opmap_wire::event;

use super::Writing;
use crate::app::Navigation;
use crate::dialog::Dialog;
use crate::editor::{Editor, SaveState, editor};
use crate::shell;

/// What waits until everything is on disk.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// The window is to be closed.
    Quit,
    /// The file that another start of the program has handed over is to be opened.
    Open,
    /// The workshop is to be closed.
    Leave,
}

impl Asked {
    /// What is said when something is not saved.
    fn warning(self) -> &'static str {
        match self {
            Self::Quit => "Something is not saved. Close the window again to leave without it.",
            Self::Open => "Another workshop is opened once everything here is saved.",
            Self::Leave => {
                "Something is not saved. Save a copy to keep it, or close the workshop again to leave without it."
            }
        }
    }
}

/// Lets any part of the window leave the workshop.
#[derive(Clone, Copy)]
pub(crate) struct Settling {
    editor: Editor,
    navigation: Navigation,
    writing: Writing,
    asked: RwSignal<Option<Asked>>,
    /// What is to be done once it is settled what becomes of a rehearsal.
    question: RwSignal<Option<Asked>>,
    /// Whether it was said that closing the workshop now loses something.
    warned: StoredValue<bool>,
}

impl Settling {
    pub(crate) fn new() -> Self {
        let it = Self {
            editor: editor(),
            navigation: expect_context(),
            writing: expect_context(),
            asked: RwSignal::new(None),
            question: RwSignal::new(None),
            warned: StoredValue::new(false),
        };
        Effect::new(move |_| {
            let settled = matches!(it.editor.save.get(), SaveState::Saved(_)) && it.editor.is_settled();
            let asked = it.asked.get().filter(|_| settled);
            it.warned.update_value(|warned| *warned &= !settled);
            if let Some(what) = asked {
                it.asked.set(None);
                // Where nothing was done there is nothing to lose.
                if it.editor.is_rehearsal && it.editor.applied() > 0 {
                    it.question.set(Some(what));
                } else {
                    it.go(what);
                }
            }
        });
        it
    }

    /// Closes the workshop and goes back to the start screen, once everything is on disk. While something cannot be saved it
    /// says so and stays; asked for once more, it goes without that.
    pub(crate) fn leave(self) {
        leave_field();
        match (self.is_not_saved(), self.warned.get_value()) {
            (false, _) => self.asked.set(Some(Asked::Leave)),
            (true, false) => {
                self.editor.message.set(Some(Asked::Leave.warning().to_owned()));
                self.warned.set_value(true);
            }
            (true, true) => self.go(Asked::Leave),
        }
    }

    /// Asks where what was rehearsed is kept, and then does what waits for that, or shows what was kept.
    pub(crate) fn keep_rehearsal(self) {
        leave_field();
        let Self { editor, navigation, .. } = self;
        let waiting = self.question.get_untracked();
        self.question.set(None);
        self.writing.keep_rehearsal(editor, move |kept| match waiting {
            Some(what) => self.go(what),
            None => navigation.show(kept),
        });
    }

    /// Does what the shell asks for: to close the window, or to open another file.
    pub(super) fn answer_shell(self) {
        for (name, what) in [(event::QUIT, Asked::Quit), (event::OPEN, Asked::Open)] {
            let event = leptos::ev::Custom::<web_sys::Event>::new(name);
            let listener = window_event_listener(event, move |_| self.ask(what));
            on_cleanup(move || listener.remove());
        }
    }

    fn is_not_saved(self) -> bool {
        matches!(self.editor.save.get_untracked(), SaveState::NotSaved(_))
    }

    fn ask(self, what: Asked) {
        leave_field();
        if self.is_not_saved() {
            self.editor.message.set(Some(what.warning().to_owned()));
        }
        self.asked.set(Some(what));
    }

    fn go(self, what: Asked) {
        let Self { editor, navigation, .. } = self;
        spawn_local(async move {
            match what {
                // A window that does not close is closed by asking once more.
                Asked::Quit => drop(shell::ready_to_quit().await),
                Asked::Open => match shell::open_waiting().await {
                    Ok(opened) => navigation.show(opened),
                    Err(error) => editor.message.set(Some(error.message)),
                },
                Asked::Leave => navigation.leave(),
            }
        });
    }
}

/// Asks what becomes of a rehearsal before it is left.
#[component]
pub(super) fn RehearsalQuestion() -> impl IntoView {
    let settling: Settling = expect_context();
    let stay = move || settling.question.set(None);
    let throw_away = move || {
        if let Some(what) = settling.question.get_untracked() {
            stay();
            settling.go(what);
        }
    };
    let dialog = move || {
        view! {
            <Dialog title="Keep what was rehearsed?".to_owned() cancel=Callback::new(move |()| stay())>
                <p>"The workshop itself is as it was. What was done on the copy is gone once you leave it, unless you keep it in a file of its own."</p>
                <div class="dialog-foot">
                    <button class="button" data-safe="" on:click=move |_| stay()>"Go on rehearsing"</button>
                    <button class="button" on:click=move |_| throw_away()>"Throw it away"</button>
                    <button class="button primary" on:click=move |_| settling.keep_rehearsal()>"Keep it…"</button>
                </div>
            </Dialog>
        }
    };
    move || settling.question.get().map(|_| dialog())
}

/// Leaves the field that is being typed in, which commits it.
fn leave_field() {
    use wasm_bindgen::JsCast;
    if let Some(element) =
        document().active_element().and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok())
    {
        let _ = element.blur();
    }
}
