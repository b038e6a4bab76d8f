//! The technical causes behind a [`StoreError`], and how each becomes one.

use std::io;
use std::path::Path;

use rusqlite::ErrorCode;
use rusqlite::ffi::SQLITE_READONLY_DBMOVED;

use crate::StoreError;

/// What lies behind an error: for a log, never for people.
pub(crate) type Cause = Box<dyn std::error::Error + Send + Sync>;

/// What was found wrong with the content of a file.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    #[error("the check of the file says: {0}")]
    Check(String),
    #[error("table {table} has a row whose {column} cannot be read")]
    Cell { table: &'static str, column: &'static str },
    #[error("table {table} has more than {limit} rows")]
    TooManyRows { table: &'static str, limit: usize },
    #[error("a record of table {table} has more than {limit} bytes")]
    TooLong { table: &'static str, limit: usize },
    #[error("table {table} has not the one row it should have")]
    NotOneRow { table: &'static str },
    #[error("{count} rules are broken; the first: {first}")]
    Rules { count: usize, first: opmap_model::Violation },
    #[error("gesture {gesture} of the history cannot be read")]
    History {
        gesture: i64,
        #[source]
        cause: Option<serde_json::Error>,
    },
    #[error("gesture {gesture} of the history does not fit the rows")]
    HistoryMismatch { gesture: i64 },
    #[error("a row of table {table} was not there to be changed")]
    RowGone { table: &'static str },
    #[error("the file is built differently: {0}")]
    Layout(&'static str),
    #[error("durable writing cannot be switched on")]
    NotDurable,
}

impl Fault {
    /// The error when it happens while a file is opened or read.
    pub(crate) fn on_reading(self) -> StoreError {
        match self {
            Fault::TooManyRows { .. } | Fault::TooLong { .. } => StoreError::TooLarge,
            Fault::Layout(_) => StoreError::Altered { cause: Box::new(self) },
            Fault::Sqlite(error) => match error.sqlite_error_code() {
                Some(ErrorCode::NotADatabase) => StoreError::NotOpmap,
                Some(ErrorCode::TooBig) => StoreError::TooLarge,
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                    StoreError::Busy { cause: Box::new(error) }
                }
                Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied | ErrorCode::SystemIoFailure) => {
                    StoreError::NotReadable { cause: Box::new(error) }
                }
                _ => StoreError::Damaged { cause: Box::new(error) },
            },
            other => StoreError::Damaged { cause: Box::new(other) },
        }
    }

    /// Whether a row is longer than a file can hold, whatever the drive.
    pub(crate) fn is_too_big(&self) -> bool {
        match self {
            Fault::TooLong { .. } => true,
            Fault::Sqlite(error) => error.sqlite_error_code() == Some(ErrorCode::TooBig),
            _ => false,
        }
    }

    /// The error when it happens while something is written.
    pub(crate) fn on_writing(self) -> StoreError {
        let Fault::Sqlite(error) = self else {
            return StoreError::NotSaved { cause: Box::new(self) };
        };
        if error.sqlite_extended_error_code() == Some(SQLITE_READONLY_DBMOVED) {
            return StoreError::Moved { cause: Some(Box::new(error)) };
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => StoreError::ReadOnly,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                StoreError::Busy { cause: Box::new(error) }
            }
            Some(ErrorCode::DiskFull) => StoreError::DriveFull { cause: Box::new(error) },
            _ => StoreError::NotSaved { cause: Box::new(error) },
        }
    }
}

/// The error when the system does not let the file at `path` be read.
pub(crate) fn io_on_reading(path: &Path, error: io::Error) -> StoreError {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::InvalidInput => {
            StoreError::NotFound { path: path.to_owned() }
        }
        io::ErrorKind::IsADirectory => StoreError::NotAFile { path: path.to_owned() },
        _ => StoreError::NotReadable { cause: Box::new(error) },
    }
}

/// The error when the system does not let something be written.
pub(crate) fn io_on_writing(error: io::Error) -> StoreError {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            StoreError::DriveFull { cause: Box::new(error) }
        }
        _ => StoreError::NotSaved { cause: Box::new(error) },
    }
}
