//! Why a verb could not do its work.

use std::io;
use std::path::Path;

use opmap_store::{CommitError, StoreError};

/// Why a verb could not do its work, in a sentence or two for standard error.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command line asks for something that there is not.
    Usage(String),
    /// The input was refused.
    Refused(String),
    /// The output could not be written.
    NotWritten(String),
}

impl Failure {
    /// The file at `path` could not be opened.
    pub(crate) fn to_open(path: &Path) -> impl Fn(StoreError) -> Self {
        move |error| Self::Refused(about(path, &error))
    }

    /// The file at `path` could not be written.
    pub(crate) fn to_write(path: &Path) -> impl Fn(StoreError) -> Self {
        move |error| Self::NotWritten(about(path, &error))
    }

    /// An edit could not be committed to the file at `path`.
    pub(crate) fn to_commit(path: &Path) -> impl Fn(CommitError) -> Self {
        move |error| Self::NotWritten(about(path, &error))
    }

    /// Standard output is gone or takes no more.
    pub(crate) fn to_print(error: io::Error) -> Self {
        Self::NotWritten(format!("The result could not be printed: {error}."))
    }
}

fn about(path: &Path, error: &dyn std::error::Error) -> String {
    let (path, sentence) = (path.display().to_string(), error.to_string());
    if sentence.contains(&path) { sentence } else { format!("{path}: {sentence}") }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (Self::Usage(sentence) | Self::Refused(sentence) | Self::NotWritten(sentence)) = self;
        f.write_str(sentence)
    }
}
