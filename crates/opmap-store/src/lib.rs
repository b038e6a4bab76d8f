//! The .opmap file: a document whose memory always equals its rows.
//!
//! [`DocumentFile`] opens or creates a file, commits edits to it, and takes them back and brings them again; an edit
//! is acknowledged only when it is on the drive. A file that is not an intact workshop is refused as it is found and
//! left untouched.
//!
//! This crate does not know windows, dialogs or the clock: times come in from outside. It never merges: whoever
//! commits to a revision that is no longer the newest is told so. Nothing outside it contains SQL.

mod access;
mod cause;
mod connection;
mod document_file;
mod error;
mod header;
mod history;
mod meta;
mod rows;
mod schema;
mod whole_file;

pub use document_file::{Committed, DocumentFile, Existing, HistoryStep};
pub use error::{CommitError, StoreError};
pub use header::APPLICATION_ID;
pub use schema::{SCHEMA_VERSION, sqlite_version};
pub use whole_file::{write_new_whole_file, write_whole_file};

#[cfg(test)]
mod tests;
