//! Whole new files with a workshop in them.

use std::fs;
use std::path::Path;

use chrono::{DateTime, FixedOffset};
use opmap_model::{Document, Edit, Revision};
use rusqlite::backup::{Backup, StepResult};
use rusqlite::ffi;
use tempfile::TempPath;

use super::{DocumentFile, place};
use crate::access::Stamp;
use crate::cause::Fault;
use crate::connection::{self, Mode};
use crate::meta::{self, Meta};
use crate::{CommitError, StoreError, rows, schema, whole_file};

/// What becomes of something that has the name of a new file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It is replaced: the person has been asked.
    Replaced,
    /// It is kept, and nothing is written.
    Kept,
}

impl DocumentFile {
    /// Writes a complete copy, history included, to `path`, in place of what may be there: the caller has asked.
    /// It appears under its name only when it is complete. When the file itself is gone from its place, the copy
    /// holds the workshop without the history. An unfinished change of what is replaced can never get into the copy:
    /// it is taken back first.
    ///
    /// # Errors
    /// [`StoreError::SameFile`] when `path` is the open file; [`StoreError::Unfinished`] when something unfinished lies
    /// beside it that cannot be taken back; otherwise when the copy cannot be written. What was at `path` is kept
    /// then.
    pub fn save_copy(&self, path: &Path) -> Result<(), StoreError> {
        put(self.copied_beside(path)?, path, Existing::Replaced)
    }

    /// Writes a complete copy with `edits` that were made on the revision `base` and could not be committed here. They are in
    /// the history of the copy.
    ///
    /// # Errors
    /// [`StoreError::AlreadyExists`] when what is at `path` is to be kept; as [`DocumentFile::commit`] when `base` is not the
    /// newest revision here, or an edit cannot be carried out; otherwise as [`DocumentFile::save_copy`]. What was at `path` is
    /// kept then.
    pub fn save_copy_with(
        &self,
        path: &Path,
        existing: Existing,
        (base, edits): (Revision, &[Edit]),
        at: DateTime<FixedOffset>,
    ) -> Result<(), CommitError> {
        // Without edits, what is saved meanwhile is in the copy, too.
        if !edits.is_empty() {
            self.check_base(base)?;
        }
        if existing == Existing::Kept {
            check_absent(path)?;
        }
        let unfinished = self.copied_beside(path)?;
        if !edits.is_empty() {
            let mut copy = Self::open(&unfinished)?;
            for edit in edits {
                copy.commit(copy.revision(), edit, at)?;
            }
        }
        Ok(put(unfinished, path, existing)?)
    }

    /// A complete copy beside `path`, not yet under its name.
    fn copied_beside(&self, path: &Path) -> Result<TempPath, StoreError> {
        if is_same_file(&self.path, path) {
            return Err(StoreError::SameFile);
        }
        let unfinished = whole_file::beside(path)?;
        if Stamp::of(&self.path).is_ok_and(|stamp| stamp == self.stamp) {
            self.copy_pages(&unfinished).map_err(Fault::on_writing)?;
        } else {
            fill(&unfinished, &self.document, self.meta)?;
        }
        Ok(unfinished)
    }

    fn copy_pages(&self, target: &Path) -> Result<(), Fault> {
        let mut target = connection::connect(target, Mode::Create)?;
        match Backup::new(&self.connection, &mut target)?.step(-1)? {
            StepResult::Done => Ok(()),
            _ => Err(rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_BUSY), None).into()),
        }
    }
}

/// Makes a file where there is none.
pub(super) fn write_new(path: &Path, document: &Document, meta: Meta) -> Result<(), StoreError> {
    check_absent(path)?;
    let unfinished = whole_file::beside(path)?;
    fill(&unfinished, document, meta)?;
    put(unfinished, path, Existing::Kept)
}

/// Gives a finished workshop its name.
fn put(unfinished: TempPath, path: &Path, existing: Existing) -> Result<(), StoreError> {
    match existing {
        Existing::Replaced => {
            place::settle(path)?;
            whole_file::replace(unfinished, path)
        }
        Existing::Kept => {
            place::check_free(path)?;
            whole_file::add(unfinished, path)
        }
    }
}

/// Refuses early what would be refused in the end.
fn check_absent(path: &Path) -> Result<(), StoreError> {
    match fs::symlink_metadata(path) {
        Ok(_) => Err(StoreError::AlreadyExists { path: path.to_owned() }),
        Err(_) => Ok(()),
    }
}

fn fill(path: &Path, document: &Document, meta: Meta) -> Result<(), StoreError> {
    let fill = || -> Result<(), Fault> {
        let mut connection = connection::connect(path, Mode::Create)?;
        let transaction = connection.transaction()?;
        schema::build(&transaction)?;
        meta::insert(&transaction, meta)?;
        rows::fill(&transaction, document)?;
        Ok(transaction.commit()?)
    };
    fill().map_err(Fault::on_writing)
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    match (fs::canonicalize(one), fs::canonicalize(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}
