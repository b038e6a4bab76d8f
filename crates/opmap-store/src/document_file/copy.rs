//! Whole new files: made beside their place, synced, and only then given their name.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use opmap_model::Document;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::ffi;
use tempfile::{NamedTempFile, TempPath};

use super::DocumentFile;
use crate::access::Stamp;
use crate::cause::{Fault, io_on_writing};
use crate::connection::{self, Mode};
use crate::meta::{self, Meta};
use crate::{StoreError, rows, schema};

impl DocumentFile {
    /// Writes a complete copy, history included, to `path`, in place of what may be there: the caller has asked.
    /// It appears under its name only when it is complete. When the file itself is gone from its place, the copy
    /// holds the workshop without the history.
    ///
    /// # Errors
    /// [`StoreError::SameFile`] when `path` is the open file; otherwise when the copy cannot be written. What was
    /// at `path` is kept then.
    pub fn save_copy(&self, path: &Path) -> Result<(), StoreError> {
        if is_same_file(&self.path, path) {
            return Err(StoreError::SameFile);
        }
        let unfinished = unfinished_beside(path)?;
        if Stamp::of(&self.path).is_ok_and(|stamp| stamp == self.stamp) {
            self.copy_pages(&unfinished).map_err(Fault::on_writing)?;
        } else {
            fill(&unfinished, &self.document, self.meta)?;
        }
        sync(&unfinished)?;
        unfinished.persist(path).map_err(|error| io_on_writing(error.error))?;
        sync_folder(path)
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
    let taken = || StoreError::AlreadyExists { path: path.to_owned() };
    if fs::symlink_metadata(path).is_ok() {
        return Err(taken());
    }
    let unfinished = unfinished_beside(path)?;
    fill(&unfinished, document, meta)?;
    sync(&unfinished)?;
    match unfinished.persist_noclobber(path) {
        Ok(()) => sync_folder(path),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Err(taken()),
        Err(error) => Err(io_on_writing(error.error)),
    }
}

/// An empty file of a passing name in the folder of `path`: on the same drive, so that it can be renamed. It goes
/// away by itself unless it gets its name.
fn unfinished_beside(path: &Path) -> Result<TempPath, StoreError> {
    let make = || {
        let path = std::path::absolute(path)?;
        let folder = path.parent().ok_or(io::ErrorKind::IsADirectory)?;
        builder().tempfile_in(folder).map(NamedTempFile::into_temp_path)
    };
    make().map_err(io_on_writing)
}

#[cfg(unix)]
fn builder() -> tempfile::Builder<'static, 'static> {
    use std::os::unix::fs::PermissionsExt;
    let mut builder = tempfile::Builder::new();
    // As for any new file, the system takes away what the person's mask says.
    builder.prefix(".opmap-").suffix(".part").permissions(fs::Permissions::from_mode(0o666));
    builder
}

#[cfg(not(unix))]
fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".opmap-").suffix(".part");
    builder
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

fn sync(path: &Path) -> Result<(), StoreError> {
    File::options().write(true).open(path).and_then(|file| file.sync_all()).map_err(io_on_writing)
}

/// Makes sure that the new name survives a power cut. Only Unix knows how.
fn sync_folder(path: &Path) -> Result<(), StoreError> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(io_on_writing)
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    match (fs::canonicalize(one), fs::canonicalize(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}
