//! An open workshop.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset};
use opmap_model::{Change, Document, Revision};
use rusqlite::Connection;
use rusqlite::ffi::SQLITE_READONLY_ROLLBACK;
use tempfile::TempDir;

use crate::access::{self, Stamp};
use crate::cause::{Fault, io_on_reading};
use crate::connection::{self, Mode};
use crate::header;
use crate::meta::{self, Meta};
use crate::{StoreError, history, rows, schema};

mod commit;
mod copy;
pub(crate) mod place;

pub use copy::Existing;

/// An open .opmap file. Its document is at every moment what the rows of the file say.
pub struct DocumentFile {
    connection: Connection,
    path: PathBuf,
    stamp: Stamp,
    document: Document,
    meta: Meta,
    undo_label: Option<String>,
    redo_label: Option<String>,
    mode: Mode,
    /// Holds the copy that is read when an unfinished change lies beside a file that cannot be written.
    _recovered: Option<TempDir>,
}

/// Where the file stands after a commit: it is on the drive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Committed {
    /// How often the workshop has changed.
    pub revision: Revision,
    /// When it was last saved, to the millisecond.
    pub saved_at: DateTime<FixedOffset>,
    /// What [`DocumentFile::undo`] would take back.
    pub undo_label: Option<String>,
    /// What [`DocumentFile::redo`] would bring again.
    pub redo_label: Option<String>,
}

/// A step back or forth in the history that has been committed.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryStep {
    /// Where the file stands now.
    pub committed: Committed,
    /// What was done to the document.
    pub change: Change,
}

impl DocumentFile {
    /// Makes a new file that holds `document`, with an empty history. It appears under its name only when it is
    /// complete.
    ///
    /// # Errors
    /// [`StoreError::AlreadyExists`] when there is something at `path`, which is kept; [`StoreError::Unfinished`] when
    /// an unfinished change of an earlier file lies beside it, which is kept, too; otherwise when the file cannot be
    /// written.
    pub fn create(path: &Path, document: &Document, at: DateTime<FixedOffset>) -> Result<Self, StoreError> {
        copy::write_new(path, document, Meta::first(at))?;
        Self::open(path)
    }

    /// Opens a file. If it cannot be written where it lies, it is open for viewing only.
    ///
    /// # Errors
    /// When there is no file, or it is not an intact workshop of a known version; then it is left as it is.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let path = absolute(path)?;
        let mode = if access::is_writable(&path) { Mode::Write } else { Mode::Read };
        Self::open_as(path, mode)
    }

    /// Opens a file for viewing only: it will not be changed, wherever it lies.
    ///
    /// # Errors
    /// The same as [`DocumentFile::open`].
    pub fn open_read_only(path: &Path) -> Result<Self, StoreError> {
        Self::open_as(absolute(path)?, Mode::Read)
    }

    fn open_as(path: PathBuf, mode: Mode) -> Result<Self, StoreError> {
        let length = header::check(&path)?;
        let deadline = Instant::now() + time_to_check(length);
        let (read, recovered) = match Content::read_at(&path, &path, mode, deadline) {
            Err(Fault::Sqlite(error))
                if error.sqlite_extended_error_code() == Some(SQLITE_READONLY_ROLLBACK) =>
            {
                let folder = recovery_copy(&path)?;
                (Content::read_at(&copied_file(&folder), &path, Mode::Write, deadline), Some(folder))
            }
            read => (read, None),
        };
        let (mut connection, Content { stamp, document, meta, undo_label, redo_label }) =
            read.map_err(Fault::on_reading)?;
        if mode == Mode::Write && header::journal(&path).exists() {
            // Nothing depends on it: the next commit would sweep as well.
            let _ = meta::sweep(&mut connection);
        }
        Ok(Self {
            connection,
            path,
            stamp,
            document,
            meta,
            undo_label,
            redo_label,
            mode,
            _recovered: recovered,
        })
    }

    /// The document as it is in the file.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// How often the workshop has changed.
    #[must_use]
    pub fn revision(&self) -> Revision {
        self.meta.revision
    }

    /// When the workshop was last saved, to the millisecond.
    #[must_use]
    pub fn saved_at(&self) -> DateTime<FixedOffset> {
        self.meta.saved_at
    }

    /// What [`DocumentFile::undo`] would take back.
    #[must_use]
    pub fn undo_label(&self) -> Option<&str> {
        self.undo_label.as_deref()
    }

    /// What [`DocumentFile::redo`] would bring again.
    #[must_use]
    pub fn redo_label(&self) -> Option<&str> {
        self.redo_label.as_deref()
    }

    /// Whether the file is open for viewing only.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.mode == Mode::Read
    }

    /// The connection, for tests that let it fail.
    #[cfg(test)]
    pub(crate) fn connection(&mut self) -> &mut Connection {
        &mut self.connection
    }

    /// Where the file lies, as an absolute path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl std::fmt::Debug for DocumentFile {
    /// Names the file and its revision, never its content: it may be confidential.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DocumentFile")
            .field("path", &self.path)
            .field("revision", &self.meta.revision)
            .field("mode", &self.mode)
            .finish_non_exhaustive()
    }
}

/// All that is read from a file, at one moment of it.
struct Content {
    stamp: Stamp,
    document: Document,
    meta: Meta,
    undo_label: Option<String>,
    redo_label: Option<String>,
}

impl Content {
    /// Reads the file at `place`, which is the one at `path` or a copy of it, until `deadline`. The connection stays
    /// open for what comes later.
    fn read_at(
        place: &Path,
        path: &Path,
        mode: Mode,
        deadline: Instant,
    ) -> Result<(Connection, Self), Fault> {
        let mut connection = connection::connect(place, mode)?;
        connection::set_deadline(&mut connection, Some(deadline))?;
        let content = Self::read(&mut connection, path)?;
        connection::set_deadline(&mut connection, None)?;
        Ok((connection, content))
    }

    /// Reads a file that nobody vouches for: first how it is built, then whether it is whole, then what it holds,
    /// then whether that keeps the rules.
    fn read(connection: &mut Connection, path: &Path) -> Result<Self, Fault> {
        let moment = connection.transaction()?;
        schema::check(&moment)?;
        let stamp = Stamp::of(path).map_err(|error| Fault::Check(error.to_string()))?;
        check_whole(&moment)?;
        let meta = meta::read(&moment)?;
        let document = rows::load(&moment)?;
        let violations = document.violations();
        if let Some(first) = violations.first() {
            return Err(Fault::Rules { count: violations.len(), first: *first });
        }
        let undo_label = history::label(&moment, meta.cursor)?;
        let redo_label = history::label(&moment, meta.cursor + 1)?;
        moment.finish()?;
        Ok(Self { stamp, document, meta, undo_label, redo_label })
    }
}

/// The path from the root: its folder is known, and it can never be taken for an address (`file:…`).
fn absolute(path: &Path) -> Result<PathBuf, StoreError> {
    std::path::absolute(path).map_err(|error| io_on_reading(path, error))
}

/// Refuses a file whose pages contradict each other. The full check, indexes included: it costs a few milliseconds a
/// megabyte, and an index that has lost its table would let broken references through.
fn check_whole(connection: &Connection) -> Result<(), Fault> {
    // What is missing of the last page reads as zeros, and may have been zeros.
    let pages = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
    let expected: i64 = connection.query_row(pages, [], |row| row.get(0))?;
    let length = connection.path().and_then(|path| fs::metadata(path).ok()).map(|it| it.len());
    if length.and_then(|it| i64::try_from(it).ok()) != Some(expected) {
        return Err(Fault::Check(format!("{length:?} bytes of {expected}")));
    }
    let verdict: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if verdict == "ok" { Ok(()) } else { Err(Fault::Check(verdict)) }
}

/// How long checking a file of so many bytes may take: ample for a slow stick, and an end to a file built to waste
/// time.
fn time_to_check(length: u64) -> Duration {
    const SLOWEST_BYTES_PER_SECOND: u64 = 4 << 20;
    Duration::from_secs(10 + length / SLOWEST_BYTES_PER_SECOND)
}

/// A private copy of a file that was left in the middle of a change, so that the change can be taken back without
/// touching the original.
fn recovery_copy(path: &Path) -> Result<TempDir, StoreError> {
    let make = || {
        let folder = TempDir::with_prefix("opmap-")?;
        let copy = copied_file(&folder);
        fs::copy(path, &copy)?;
        fs::copy(header::journal(path), header::journal(&copy))?;
        Ok(folder)
    };
    make().map_err(|error| io_on_reading(path, error))
}

fn copied_file(folder: &TempDir) -> PathBuf {
    folder.path().join("recovered.opmap")
}
