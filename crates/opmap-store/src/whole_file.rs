//! Files that appear under their name only when they are complete: made beside their place, synced, then renamed.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use tempfile::{NamedTempFile, TempPath};

use crate::StoreError;
use crate::cause::io_on_writing;

/// Writes a file, such as a report, in place of what may be at `path`. Either all of it is there in the end, or what
/// was there before.
///
/// # Errors
/// [`StoreError::NotSaved`] or [`StoreError::DriveFull`] when it cannot be written.
pub fn write_whole_file(path: &Path, content: &[u8]) -> Result<(), StoreError> {
    replace(written_beside(path, content)?, path)
}

/// Writes a file where there is none: all of it is there in the end, or nothing.
///
/// # Errors
/// [`StoreError::AlreadyExists`] when there is something at `path`, which is kept; otherwise as for
/// [`write_whole_file`].
pub fn write_new_whole_file(path: &Path, content: &[u8]) -> Result<(), StoreError> {
    add(written_beside(path, content)?, path)
}

fn written_beside(path: &Path, content: &[u8]) -> Result<TempPath, StoreError> {
    let unfinished = beside(path)?;
    File::options()
        .write(true)
        .open(&unfinished)
        .and_then(|mut file| file.write_all(content))
        .map_err(io_on_writing)?;
    Ok(unfinished)
}

/// An empty file of a passing name in the folder of `path`: on the same drive, so that it can be renamed. It goes
/// away by itself unless it gets its name.
pub(crate) fn beside(path: &Path) -> Result<TempPath, StoreError> {
    let make = || {
        let path = std::path::absolute(path)?;
        let folder = path.parent().ok_or(io::ErrorKind::IsADirectory)?;
        builder().tempfile_in(folder).map(NamedTempFile::into_temp_path)
    };
    make().map_err(io_on_writing)
}

/// Gives a finished file its name, in place of what may have it.
pub(crate) fn replace(finished: TempPath, path: &Path) -> Result<(), StoreError> {
    sync(&finished)?;
    finished.persist(path).map_err(|error| io_on_writing(error.error))?;
    sync_folder(path)
}

/// Gives a finished file its name, unless something has it.
pub(crate) fn add(finished: TempPath, path: &Path) -> Result<(), StoreError> {
    sync(&finished)?;
    finished.persist_noclobber(path).map_err(|error| match error.error.kind() {
        io::ErrorKind::AlreadyExists => StoreError::AlreadyExists { path: path.to_owned() },
        _ => io_on_writing(error.error),
    })?;
    sync_folder(path)
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

fn sync(path: &Path) -> Result<(), StoreError> {
    File::options().write(true).open(path).and_then(|file| file.sync_all()).map_err(io_on_writing)
}

/// Makes sure that the new name survives a power cut. Only Unix knows how.
fn sync_folder(path: &Path) -> Result<(), StoreError> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    let sync = || {
        let path = std::path::absolute(path)?;
        File::open(path.parent().unwrap_or(&path))?.sync_all()
    };
    sync().map_err(io_on_writing)
}
