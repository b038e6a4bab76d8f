//! What can be said of a file before SQLite touches it.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use crate::StoreError;
use crate::cause::{Fault, io_on_reading};
use crate::schema::SCHEMA_VERSION;

/// What every .opmap file says it is, in the place that SQLite keeps for it: `OPMP`.
pub const APPLICATION_ID: i32 = i32::from_be_bytes(*b"OPMP");

const MAGIC: &[u8; 16] = b"SQLite format 3\0";
const HEADER_LENGTH: usize = 100;
/// No workshop comes near it: ten thousand steps and a full history take some ten mebibytes.
const FILE_LIMIT: u64 = 2 << 30;
/// The last bytes of a journal that belongs to a transaction over several files.
const JOURNAL_MAGIC: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];

/// Refuses what is not an .opmap file of a known version. Reads one hundred bytes and changes nothing.
/// Returns the length of the file in bytes.
pub(crate) fn check(path: &Path) -> Result<u64, StoreError> {
    let metadata = fs::metadata(path).map_err(|error| io_on_reading(path, error))?;
    if !metadata.is_file() {
        return Err(StoreError::NotAFile { path: path.to_owned() });
    }
    if metadata.len() == 0 {
        return Err(StoreError::Empty);
    }
    let mut header = Vec::with_capacity(HEADER_LENGTH);
    File::open(path)
        .and_then(|file| file.take(HEADER_LENGTH as u64).read_to_end(&mut header))
        .map_err(|error| io_on_reading(path, error))?;
    check_header(&header)?;
    if metadata.len() > FILE_LIMIT {
        return Err(StoreError::TooLarge);
    }
    check_siblings(path)?;
    Ok(metadata.len())
}

fn check_header(header: &[u8]) -> Result<(), StoreError> {
    if !header.starts_with(MAGIC) {
        return Err(StoreError::NotOpmap);
    }
    let Some(header) = header.first_chunk::<HEADER_LENGTH>() else {
        return Err(StoreError::Damaged {
            cause: Box::new(Fault::Check("the header is cut off".to_owned())),
        });
    };
    let number = |at: usize| i32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    if number(68) != APPLICATION_ID {
        return Err(StoreError::NotOpmap);
    }
    let version = number(60);
    if version > SCHEMA_VERSION {
        return Err(StoreError::Newer { found: version, known: SCHEMA_VERSION });
    }
    if version < 1 {
        return Err(Fault::Layout("its format version is none that was released").on_reading());
    }
    if (header[18], header[19]) != (1, 1) {
        return Err(Fault::Layout("it keeps its newest changes in a second file").on_reading());
    }
    Ok(())
}

/// Refuses a companion file that this program never makes, and that SQLite would take part of the content from, or
/// the name of a further file to delete.
fn check_siblings(path: &Path) -> Result<(), StoreError> {
    if newer_changes(path).exists() {
        return Err(Fault::Layout("a second file with newer changes lies beside it").on_reading());
    }
    let mut end = [0; JOURNAL_MAGIC.len()];
    let names_another_file = File::open(journal(path)).and_then(|mut journal| {
        journal.seek(SeekFrom::End(-(end.len() as i64)))?;
        journal.read_exact(&mut end)
    });
    match names_another_file {
        Ok(()) if end == JOURNAL_MAGIC => {
            Err(Fault::Layout("an unfinished change of several files lies beside it").on_reading())
        }
        Ok(()) => Ok(()),
        // No journal, or one too short to hold anything.
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::InvalidInput) => Ok(()),
        Err(error) => Err(io_on_reading(path, error)),
    }
}

/// Where SQLite keeps what it needs to take back an unfinished change.
pub(crate) fn journal(path: &Path) -> PathBuf {
    sibling(path, "-journal")
}

/// Where SQLite would keep changes in a way that this program never uses.
pub(crate) fn newer_changes(path: &Path) -> PathBuf {
    sibling(path, "-wal")
}

fn sibling(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
