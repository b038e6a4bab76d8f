//! What can go wrong with a file, in sentences for people.

use std::path::PathBuf;

use opmap_model::{Refusal, Revision};

use crate::cause::Cause;

/// Why a file could not be opened, made or written. Each message says what happened, what is safe and what to do;
/// the technical cause is its source.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Nothing lies at the path.
    #[error("There is no file at {}. It may have been moved or renamed: open it from where it is now.", path.display())]
    NotFound {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// A folder or a device lies at the path.
    #[error("{} is not a file. Choose a workshop, whose name ends in .opmap.", path.display())]
    NotAFile {
        /// What was chosen.
        path: PathBuf,
    },
    /// The system does not let the file be read.
    #[error("The file cannot be read. Check that you may open it and that its drive is connected.")]
    NotReadable {
        /// What the system said.
        #[source]
        cause: Cause,
    },
    /// The file has no content at all.
    #[error(
        "The file is empty: perhaps it was not copied to the end. Copy it again from where it came from."
    )]
    Empty,
    /// The file is something else.
    #[error("This file is not an Opmap workshop. It was left as it is.")]
    NotOpmap,
    /// The file was made by a newer program.
    #[error(
        "This workshop was made with a newer Opmap (file format {found}; this one reads up to {known}). \
         It was left as it is: open it with the newer Opmap."
    )]
    Newer {
        /// The format version of the file.
        found: i32,
        /// The newest format version that this program knows.
        known: i32,
    },
    /// The file is built in a way that no released program has built it.
    #[error(
        "Another program has changed how this file is built, so it is not safe to open. \
         It was left as it is: use an earlier copy of the workshop."
    )]
    Altered {
        /// What is different.
        #[source]
        cause: Cause,
    },
    /// The file holds less or other than it should.
    #[error("This file is damaged. It was left as it is: use an earlier copy of the workshop.")]
    Damaged {
        /// What was found.
        #[source]
        cause: Cause,
    },
    /// The file holds more than the program takes.
    #[error("This file is larger than any workshop can be. It was left as it is.")]
    TooLarge,
    /// A new file would lie where there is one.
    #[error("There is a file at {} already. It was kept: choose another name.", path.display())]
    AlreadyExists {
        /// Where it lies.
        path: PathBuf,
    },
    /// Beside the place of a new file lies what an earlier one of that name left unfinished.
    #[error(
        "An unfinished change of an earlier file lies beside {} and would damage a new one. \
         Nothing was written: choose another name.", path.display()
    )]
    Unfinished {
        /// Where the new file was to lie.
        path: PathBuf,
    },
    /// A copy would replace its original.
    #[error("A copy cannot take the place of the open workshop. Choose another name.")]
    SameFile,
    /// The file is open for viewing only.
    #[error(
        "This workshop is open for viewing only, so nothing is saved in it. Save a copy to go on working."
    )]
    ReadOnly,
    /// The file is gone from its path, or another one lies there.
    #[error(
        "The file is no longer where it was opened, so the last edit is not saved. \
         The workshop is still here: save a copy of it."
    )]
    Moved {
        /// What was found.
        #[source]
        cause: Option<Cause>,
    },
    /// Another program holds the file.
    #[error("Another program is using the file, so nothing was read or saved. Try again in a moment.")]
    Busy {
        /// What was found.
        #[source]
        cause: Cause,
    },
    /// No room is left on the drive.
    #[error(
        "The drive is full, so this is not saved. Make room and try again; everything saved before is safe."
    )]
    DriveFull {
        /// What was found.
        #[source]
        cause: Cause,
    },
    /// The drive did not take what was written.
    #[error(
        "This could not be written to the drive, so it is not saved. \
         Everything saved before is safe: check the drive, or save a copy elsewhere."
    )]
    NotSaved {
        /// What was found.
        #[source]
        cause: Cause,
    },
}

/// Why an edit was not committed. Nothing was written, and the document is as it was.
#[derive(Debug, thiserror::Error)]
pub enum CommitError {
    /// The workshop does not allow the edit, or one record would get too large for any file.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The edit was made on a revision that is not the newest.
    #[error(
        "The workshop has been changed elsewhere in the meantime, so this is not saved. \
         Open it again to see its newest state."
    )]
    Stale {
        /// The revision that the edit was made on.
        base: Revision,
        /// The newest revision.
        found: Revision,
    },
    /// The file could not be written.
    #[error(transparent)]
    Store(#[from] StoreError),
}
