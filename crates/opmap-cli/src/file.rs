//! What the verbs have in common: opening a workshop to look at it, and printing.

use std::io::{self, Write};
use std::path::Path;

use chrono::{DateTime, FixedOffset};
use opmap_model::Title;
use opmap_store::DocumentFile;
use serde::Serialize;

use crate::failure::Failure;

/// Opens a workshop for viewing only.
pub(crate) fn view(path: &Path) -> Result<DocumentFile, Failure> {
    DocumentFile::open_read_only(path).map_err(Failure::to_open(path))
}

/// Prints text to standard output.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(Failure::to_print)
}

/// Prints a value as indented JSON with a line break at the end.
pub(crate) fn print_json(value: &impl Serialize) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, value).map_err(|error| Failure::to_print(error.into()))?;
    writeln!(out).and_then(|()| out.flush()).map_err(Failure::to_print)
}

/// One line of text given on the command line.
pub(crate) fn title(text: &str) -> Result<Title, String> {
    Title::new(text).map_err(|fault| fault.to_string())
}

/// The moment given on the command line, or else this one.
pub(crate) fn moment(given: Option<DateTime<FixedOffset>>) -> DateTime<FixedOffset> {
    given.unwrap_or_else(|| chrono::Local::now().fixed_offset())
}
