//! Whole new files with a workshop in them.

use std::fs;
use std::path::Path;

use opmap_model::Document;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::ffi;
use tempfile::TempPath;

use super::{DocumentFile, place};
use crate::access::Stamp;
use crate::cause::Fault;
use crate::connection::{self, Mode};
use crate::meta::{self, Meta};
use crate::{StoreError, rows, schema, whole_file};

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
        let unfinished = self.copied_beside(path)?;
        place::settle(path)?;
        whole_file::replace(unfinished, path)
    }

    /// The same where no one has asked whether something may be replaced.
    ///
    /// # Errors
    /// [`StoreError::AlreadyExists`] when there is something at `path`, which is kept; otherwise as for
    /// [`DocumentFile::save_copy`].
    pub fn save_new_copy(&self, path: &Path) -> Result<(), StoreError> {
        check_absent(path)?;
        let unfinished = self.copied_beside(path)?;
        place::check_free(path)?;
        whole_file::add(unfinished, path)
    }

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
    place::check_free(path)?;
    whole_file::add(unfinished, path)
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
