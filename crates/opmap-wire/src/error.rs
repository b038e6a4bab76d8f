//! Why the shell did not do what was asked.

use opmap_model::Refusal;
use serde::{Deserialize, Serialize};

/// Why the shell did not do what was asked. The window decides by the code and shows the message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{message}")]
pub struct ShellError {
    /// What sort of failure it is.
    pub code: ErrorCode,
    /// What happened, what is safe and what to do, in one or two sentences.
    pub message: String,
}

/// What sort of failure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ErrorCode {
    /// The edit is not possible; the window should have known.
    Refused(Refusal),
    /// The workshop is not at the revision that the window planned against.
    Stale,
    /// The change could not be written; the file is as it was.
    NotSaved,
    /// The file cannot be opened or is no workshop.
    NotOpened,
    /// A copy or a report could not be written.
    NotWritten,
    /// The file may only be read.
    ReadOnly,
    /// No workshop is open.
    NothingOpen,
    /// There is nothing to undo or redo.
    NothingToStep,
    /// The user closed a dialog without choosing.
    Cancelled,
    /// The window and the shell do not understand each other.
    Internal,
}

impl ShellError {
    /// A failure of that sort with its message.
    #[must_use]
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }
}
