//! The open workshop: the window's copy of it, and the way of an edit to the file.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use opmap_model::{Change, Document, Edit, RecordId, Revision};
use opmap_wire::{Commit, Committed, ErrorCode, Opened, ShellError, Stepped, Unsaved};

use crate::painting::after_frame;
use crate::queue::{Pending, Queue};
use crate::recent_changes::RecentChanges;
use crate::{practice, shell};

/// Why what waits was dropped, where nothing better can be said.
const CAME_APART: &str = "The screen and the file had come apart.";

/// What whoever would change the structure is told while it is locked.
const LOCKED: &str =
    "The structure is locked, so the map stays as it is. Unlock it with the lock in the map’s toolbar.";

/// Whether what is on the screen is on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SaveState {
    /// All of it, since that time of day.
    Saved(String),
    /// Something is on its way.
    Saving,
    /// Something could not be written, and why.
    NotSaved(String),
}

/// The open workshop. Copies are handles to the same one.
#[derive(Clone, Copy)]
pub(crate) struct Editor {
    document: RwSignal<Document>,
    /// Tells those who draw the map that the document has changed, with all others or ahead of them.
    ahead: Trigger,
    queue: StoredValue<Queue>,
    recent: StoredValue<RecentChanges>,
    /// Whether what is on the screen is on the disk.
    pub(crate) save: RwSignal<SaveState>,
    /// When something was written last, as a time of day.
    saved_at: StoredValue<String>,
    /// The gesture that undo takes back.
    pub(crate) undo_label: RwSignal<Option<String>>,
    /// The gesture that redo brings back.
    pub(crate) redo_label: RwSignal<Option<String>>,
    /// Why the file cannot be changed, if it cannot.
    pub(crate) read_only: RwSignal<Option<String>>,
    /// Why nothing can be changed where one looks now, if that is so; taking back still works.
    pub(crate) only_looking: RwSignal<Option<&'static str>>,
    /// Whether stages, lanes, steps and connectors stay as they are; what is said of them can be changed.
    pub(crate) locked: RwSignal<bool>,
    /// What the last gesture was answered with, if that was not simply yes.
    pub(crate) message: RwSignal<Option<String>>,
    /// The records that the last undo or redo touched.
    pub(crate) stepped: RwSignal<Vec<RecordId>>,
    /// What the last undo or redo took back or brought back, for those who do not see it.
    pub(crate) told: RwSignal<String>,
    /// The name of the file.
    pub(crate) file_name: RwSignal<String>,
    /// Whether it is a copy to rehearse on, which is gone once it is closed.
    pub(crate) is_rehearsal: bool,
    /// Whether the workshop is in no file, and only shown where nobody sees it.
    practised: bool,
}

impl Editor {
    pub(crate) fn new(opened: Opened) -> Self {
        let saved_at = time_of_day(&opened);
        Self {
            document: RwSignal::new(opened.document),
            ahead: Trigger::new(),
            queue: StoredValue::new(Queue::new(opened.revision)),
            recent: StoredValue::new(RecentChanges::default()),
            save: RwSignal::new(SaveState::Saved(saved_at.clone())),
            saved_at: StoredValue::new(saved_at),
            undo_label: RwSignal::new(opened.undo_label),
            redo_label: RwSignal::new(opened.redo_label),
            read_only: RwSignal::new(opened.read_only),
            only_looking: RwSignal::new(None),
            locked: RwSignal::new(false),
            message: RwSignal::new(None),
            stepped: RwSignal::new(Vec::new()),
            told: RwSignal::new(String::new()),
            file_name: RwSignal::new(opened.file_name),
            is_rehearsal: opened.is_rehearsal,
            practised: false,
        }
    }

    /// For a workshop that is in no file: what is done to it is not sent to the shell.
    pub(crate) fn practising(opened: Opened) -> Self {
        Self { practised: true, ..Self::new(opened) }
    }

    /// The document, tracked: whoever reads it is told when it changes.
    pub(crate) fn read<T>(&self, look: impl FnOnce(&Document) -> T) -> T {
        self.document.with(look)
    }

    /// The same for those who draw the map. Where steps are only moved, they are told a frame ahead of all others: nobody
    /// waits for what stands beside the map.
    pub(crate) fn read_first<T>(&self, look: impl FnOnce(&Document) -> T) -> T {
        self.ahead.track();
        self.peek(look)
    }

    /// The document as it is now, untracked.
    pub(crate) fn peek<T>(&self, look: impl FnOnce(&Document) -> T) -> T {
        self.document.with_untracked(look)
    }

    /// The document as it is now, untracked, unless the workshop was closed meanwhile.
    pub(crate) fn try_peek<T>(&self, look: impl FnOnce(&Document) -> T) -> Option<T> {
        self.document.try_with_untracked(look)
    }

    /// Lets whoever calls be told when the document changes.
    pub(crate) fn track(&self) {
        self.document.track();
    }

    /// How many changes have led to the document as it is now.
    pub(crate) fn applied(&self) -> u64 {
        self.recent.with_value(RecentChanges::applied)
    }

    /// The changes since the document had been led so far; none if it must be read as a whole.
    pub(crate) fn changes_since(&self, applied: u64) -> Option<Vec<Arc<Change>>> {
        self.recent.with_value(|it| it.since(applied))
    }

    /// Why what is on the map stays as it is, tracked; none where it can be changed.
    pub(crate) fn obstacle_to_structure(self) -> Option<&'static str> {
        self.only_looking.get().or_else(|| self.locked.get().then_some(LOCKED))
    }

    /// Plans the edit, applies it, and sends it on its way. A refusal becomes the message. Answers whether it is
    /// carried out now; behind an undo that is not answered yet it will be later.
    pub(crate) fn commit(self, edit: Edit) -> bool {
        if !self.may_change() {
            return false;
        }
        // What is the same in two states is said where both are seen.
        let pairs = matches!(edit, Edit::Join { .. } | Edit::Part { .. });
        if let Some(reason) = self.only_looking.get_untracked().filter(|_| !pairs) {
            self.message.set(Some(reason.to_owned()));
            return false;
        }
        if self.locked.get_untracked() && edit.changes_structure() {
            self.message.set(Some(LOCKED.to_owned()));
            return false;
        }
        if self.queue.with_value(Queue::has_barrier) {
            self.queue.update_value(|queue| queue.push(Pending::Held(edit)));
            return false;
        }
        if !self.plan_and_apply(&edit) {
            return false;
        }
        self.queue.update_value(|queue| queue.push(Pending::Applied(edit)));
        self.send();
        true
    }

    pub(crate) fn undo(self) {
        self.step(Pending::Undo);
    }

    pub(crate) fn redo(self) {
        self.step(Pending::Redo);
    }

    /// Tries again what could not be done: to write what waits, or to read the file.
    pub(crate) fn retry(self) {
        if self.queue.with_value(Queue::is_read_anew) { self.reload(CAME_APART) } else { self.send() }
    }

    /// Whether everything is on disk.
    pub(crate) fn is_settled(self) -> bool {
        self.queue.with_value(Queue::is_empty)
    }

    /// What a copy of the workshop must have beyond what is in its file; none while something is on its way there.
    pub(crate) fn unsaved(self) -> Option<Unsaved> {
        self.queue.with_value(|queue| Some(Unsaved { base: queue.base, edits: queue.applied()? }))
    }

    fn step(self, pending: Pending) {
        if !self.may_change() {
            return;
        }
        self.queue.update_value(|queue| queue.push(pending));
        self.send();
    }

    /// Whether the file can be changed; if not, the message says why.
    fn may_change(self) -> bool {
        let reason = self.read_only.get_untracked();
        self.message.set(reason.clone());
        reason.is_none()
    }

    /// Whether the edit does something and was applied.
    fn plan_and_apply(self, edit: &Edit) -> bool {
        let planned = self.document.with_untracked(|document| edit.plan(document));
        match planned {
            Ok(change) if change.is_empty() => false,
            Ok(change) => self.apply(change),
            Err(refusal) => {
                self.message.set(Some(refusal.to_string()));
                false
            }
        }
    }

    fn apply(self, change: Change) -> bool {
        let moves_alone = change.moves_steps_alone();
        let applied = self.document.try_update_untracked(|document| {
            let applied = document.apply(&change);
            if applied.is_ok() {
                // Whoever is told of the new document must find the change that has led to it.
                self.recent.update_value(|it| it.push(Arc::new(change)));
            }
            applied
        });
        let fits = matches!(applied, Some(Ok(())));
        if !fits {
            self.reload(CAME_APART);
        } else if moves_alone {
            self.ahead.notify();
            after_frame(Duration::ZERO, move || self.document.notify());
        } else {
            self.tell();
        }
        fits
    }

    /// Tells everyone that the document has changed.
    fn tell(self) {
        self.ahead.notify();
        self.document.notify();
    }

    /// Sends what waits, one after the other. Once nothing waits, all is saved.
    fn send(self) {
        while let Some(edit) = self.queue.try_update_value(Queue::take_ready).flatten() {
            if self.plan_and_apply(&edit) {
                self.queue.update_value(|queue| queue.put_first(Pending::Applied(edit)));
                break;
            }
        }
        let Some(next) = self.queue.try_update_value(Queue::send_next).flatten() else {
            if self.is_settled() {
                self.save.set(SaveState::Saved(self.saved_at.get_value()));
            }
            return;
        };
        self.save.set(SaveState::Saving);
        let (base, turn) = self.queue.with_value(|queue| (queue.base, queue.turn()));
        spawn_local(async move {
            let answer = if self.practised { self.practise(next, base) } else { ask(next, base).await };
            // Meanwhile the workshop may have been closed, or read anew.
            if self.queue.try_with_value(Queue::turn) != Some(turn) {
                return;
            }
            match answer {
                Ok(Answer::Committed(committed)) => self.settle(committed),
                Ok(Answer::Stepped(verb, stepped)) => self.take_step(verb, *stepped),
                Err(error) => self.fail(error),
            }
        });
    }

    /// The same without the shell, which is taken to agree. A step back or forth takes back the last change.
    fn practise(self, next: Pending, base: Revision) -> Result<Answer, ShellError> {
        let stepped = |verb| {
            let last = self.recent.with_value(RecentChanges::last);
            practice::stepped(last.unwrap_or_default().inverted(), base)
                .map(|it| Answer::Stepped(verb, Box::new(it)))
        };
        match next {
            Pending::Applied(edit) | Pending::Held(edit) => {
                practice::committed(&Commit { base, edit }).map(Answer::Committed)
            }
            Pending::Undo => stepped(UNDONE),
            Pending::Redo => stepped(REDONE),
        }
    }

    fn take_step(self, verb: &str, Stepped { change, committed }: Stepped) {
        let touched = change.touched().collect();
        if !self.apply(change) {
            return;
        }
        self.stepped.set(touched);
        let gesture = if verb == UNDONE { &committed.redo_label } else { &committed.undo_label };
        let told = gesture.as_ref().map_or_else(|| format!("{verb}."), |it| format!("{verb}: {it}."));
        self.told.set(told);
        self.settle(committed);
    }

    fn settle(self, committed: Committed) {
        self.queue.update_value(|queue| queue.answered(committed.revision));
        self.undo_label.set(committed.undo_label);
        self.redo_label.set(committed.redo_label);
        self.saved_at.set_value(committed.saved_at.format(TIME_OF_DAY).to_string());
        self.send();
    }

    fn fail(self, error: ShellError) {
        match error.code {
            ErrorCode::NothingToStep => {
                self.queue.update_value(Queue::drop_first);
                // The button shows it already.
                self.told.set(error.message);
                self.send();
            }
            ErrorCode::NotSaved | ErrorCode::ReadOnly | ErrorCode::NothingOpen => {
                if self.queue.try_update_value(Queue::failed) == Some(true) {
                    // Nothing was taken back anywhere, so what was done since goes on.
                    self.message.set(Some(error.message));
                    self.send();
                } else {
                    self.save.set(SaveState::NotSaved(error.message));
                }
            }
            ErrorCode::Refused(refusal) => {
                leptos::logging::error!("the shell refuses what the window allowed: {refusal:?}");
                self.reload(&error.message);
            }
            _ => {
                leptos::logging::error!("window and shell disagree: {:?}", error.code);
                self.reload(CAME_APART);
            }
        }
    }

    /// Drops what waits and shows what the file holds: the window and the file disagreed, for the reason `why`. What is done
    /// until then waits.
    fn reload(self, why: &str) {
        let message = format!("{why} What you see now is what is saved.");
        let Some(turn) = self.queue.try_update_value(Queue::begin_anew) else { return };
        spawn_local(async move {
            let answer = shell::opened().await;
            if self.queue.try_with_value(Queue::turn) != Some(turn) {
                return;
            }
            match answer {
                Ok(Some(opened)) => self.show(opened, message),
                Ok(None) => self.save.set(SaveState::NotSaved("The workshop is no longer open.".to_owned())),
                Err(error) => self.save.set(SaveState::NotSaved(error.message)),
            }
        });
    }

    fn show(self, opened: Opened, message: String) {
        self.saved_at.set_value(time_of_day(&opened));
        self.undo_label.set(opened.undo_label);
        self.redo_label.set(opened.redo_label);
        self.read_only.set(opened.read_only);
        self.file_name.set(opened.file_name);
        self.queue.update_value(|queue| queue.go_on(opened.revision));
        self.recent.update_value(RecentChanges::replace);
        self.document.update_untracked(|it| *it = opened.document);
        self.tell();
        self.message.set(Some(message));
        self.send();
    }
}

/// What came of something that was sent.
enum Answer {
    Committed(Committed),
    /// A step back or forth, and what that is called.
    Stepped(&'static str, Box<Stepped>),
}

const UNDONE: &str = "Undone";
const REDONE: &str = "Redone";

async fn ask(next: Pending, base: Revision) -> Result<Answer, ShellError> {
    Ok(match next {
        Pending::Applied(edit) | Pending::Held(edit) => {
            Answer::Committed(shell::commit(&Commit { base, edit }).await?)
        }
        Pending::Undo => Answer::Stepped(UNDONE, Box::new(shell::undo(base).await?)),
        Pending::Redo => Answer::Stepped(REDONE, Box::new(shell::redo(base).await?)),
    })
}

const TIME_OF_DAY: &str = "%H:%M";

fn time_of_day(opened: &Opened) -> String {
    opened.saved_at.format(TIME_OF_DAY).to_string()
}

/// The editor that the workshop's frame has provided.
pub(crate) fn editor() -> Editor {
    expect_context()
}
