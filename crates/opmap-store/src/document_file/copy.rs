//! Whole new files with a workshop in them.

use std::fs;
use std::path::Path;

use opmap_model::Document;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::ffi;

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
        if is_same_file(&self.path, path) {
            return Err(StoreError::SameFile);
        }
        let unfinished = whole_file::beside(path)?;
        if Stamp::of(&self.path).is_ok_and(|stamp| stamp == self.stamp) {
            self.copy_pages(&unfinished).map_err(Fault::on_writing)?;
        } else {
            fill(&unfinished, &self.document, self.meta)?;
        }
        place::settle(path)?;
        whole_file::replace(unfinished, path)
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
    if fs::symlink_metadata(path).is_ok() {
        return Err(StoreError::AlreadyExists { path: path.to_owned() });
    }
    let unfinished = whole_file::beside(path)?;
    fill(&unfinished, document, meta)?;
    place::check_free(path)?;
    whole_file::add(unfinished, path)
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
