//! What went wrong, as the window is told.

use opmap_model::Refusal;
use opmap_store::{CommitError, StoreError};
use opmap_wire::{ErrorCode, ShellError};

/// A file could not be opened.
pub(crate) fn not_opened(error: StoreError) -> ShellError {
    ShellError::new(ErrorCode::NotOpened, error.to_string())
}

/// A copy or a report could not be written.
pub(crate) fn not_written(error: impl ToString) -> ShellError {
    ShellError::new(ErrorCode::NotWritten, error.to_string())
}

/// A copy with what is not in the file could not be written.
pub(crate) fn not_copied(error: CommitError) -> ShellError {
    match error {
        CommitError::Stale { .. } => not_written(
            "Something was saved while the place was chosen. No copy was written. Save a copy again.",
        ),
        error => not_written(error),
    }
}

/// An edit, an undo or a redo was not committed.
pub(crate) fn not_committed(error: CommitError) -> ShellError {
    let code = match &error {
        CommitError::Refused(refusal) => ErrorCode::Refused(*refusal),
        CommitError::Stale { .. } => ErrorCode::Stale,
        CommitError::Store(StoreError::ReadOnly) => ErrorCode::ReadOnly,
        CommitError::Store(_) => ErrorCode::NotSaved,
    };
    ShellError::new(code, error.to_string())
}

/// No workshop is open.
pub(crate) fn nothing_open() -> ShellError {
    ShellError::new(ErrorCode::NothingOpen, "No workshop is open.")
}

/// There is nothing more to undo or redo.
pub(crate) fn nothing_to_step() -> ShellError {
    ShellError::new(ErrorCode::NothingToStep, "There is nothing more in that direction.")
}

/// The role that something is to be written about is no longer there.
pub(crate) fn role_is_gone() -> ShellError {
    ShellError::new(ErrorCode::NotWritten, "That role is no longer there.")
}

/// A file that was chosen could not be read.
pub(crate) fn not_read() -> ShellError {
    ShellError::new(
        ErrorCode::NotOpened,
        "The file could not be read. It may have been moved, or be open elsewhere.",
    )
}

/// The file to compare with is the one that is open.
pub(crate) fn same_workshop() -> ShellError {
    ShellError::new(
        ErrorCode::NotOpened,
        "That is the workshop that is open. Choose the file of an earlier one.",
    )
}

/// The next workshop could not be made of the open one.
pub(crate) fn not_carried(refusal: Refusal) -> ShellError {
    ShellError::new(ErrorCode::Refused(refusal), format!("The next workshop was not made. {refusal}"))
}

/// The file to compare with has nothing to compare.
pub(crate) fn nothing_to_compare() -> ShellError {
    ShellError::new(
        ErrorCode::NotOpened,
        "That workshop has neither a score nor a recommendation, so there is nothing to compare with. Nothing was changed.",
    )
}

/// A copy to rehearse on could not be made.
pub(crate) fn not_rehearsed(error: impl ToString) -> ShellError {
    ShellError::new(
        ErrorCode::NotOpened,
        format!("The rehearsal copy was not made, and the workshop is as it was. {}", error.to_string()),
    )
}

/// There is no rehearsal to keep.
pub(crate) fn nothing_rehearsed() -> ShellError {
    ShellError::new(ErrorCode::NothingOpen, "No rehearsal copy is open.")
}

/// What was rehearsed would replace the workshop that it is a copy of.
pub(crate) fn would_touch_original() -> ShellError {
    ShellError::new(
        ErrorCode::NotWritten,
        "That is the workshop that you rehearse, and it stays as it is. Choose another name to keep the rehearsal.",
    )
}

/// A dialog was closed without a choice.
pub(crate) fn cancelled() -> ShellError {
    ShellError::new(ErrorCode::Cancelled, "Nothing was chosen.")
}
