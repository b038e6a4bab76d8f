//! Keeps what the checks and measures say in step with the document, off the way of an edit to the screen.

use std::time::Duration;

use leptos::prelude::*;
use opmap_analysis::{Analysis, analyze};

use crate::editor::Editor;
use crate::painting::once_painted;

/// How long after a change is painted the document is looked at: a hand that goes on at once does not wait for it.
const REST: Duration = Duration::from_millis(50);

/// What the checks and measures say of the document: as it is, or a moment ago as it was before the last edits. It is empty
/// until the document has been looked at for the first time.
pub(crate) type CurrentAnalysis = ReadSignal<Analysis>;

/// Tells that the document is as it was looked at, after each change once it is painted: for what is worth a look at the
/// whole document, but not a wait for it.
#[derive(Clone, Copy)]
pub(crate) struct Looked(RwSignal<u64>);

impl Looked {
    pub(crate) fn track(self) {
        self.0.track();
    }

    /// Whether it was looked at already, tracked.
    pub(crate) fn once(self) -> bool {
        self.0.get() > 0
    }
}

/// Looks at the document once it is painted, and after each change again. Of changes that follow each other quickly only
/// the last is looked at, and who reads the outcome is told only when it is another one.
pub(super) fn keep_analysed(editor: Editor) -> (CurrentAnalysis, Looked) {
    let (analysis, set_analysis) = signal(Analysis::default());
    let looked = Looked(RwSignal::new(0));
    let look = move || {
        let found = editor.try_peek(analyze);
        if let Some(found) = found
            && analysis.try_with_untracked(|it| *it != found) == Some(true)
        {
            set_analysis.set(found);
        }
        looked.0.update(|times| *times += 1);
    };
    once_painted(REST, move || editor.track(), look);
    (analysis, looked)
}
