//! Whether a file can be written where it lies, and whether it is still the one that was left there.

use std::fs;
use std::io;
use std::path::Path;
use std::time::SystemTime;

/// Whether the system would let the file be changed. A change needs a companion file for a moment, so the folder
/// counts as well.
#[cfg(unix)]
pub(crate) fn is_writable(path: &Path) -> bool {
    use rustix::fs::{Access, access};
    let folder = path.parent().unwrap_or(path);
    access(path, Access::WRITE_OK).is_ok() && access(folder, Access::WRITE_OK | Access::EXEC_OK).is_ok()
}

/// Whether the system would let the file be changed, as far as it can be told without trying.
#[cfg(not(unix))]
pub(crate) fn is_writable(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| !metadata.permissions().readonly())
}

/// What a file looks like from outside: another file in its place, or the same one after a foreign write, looks
/// different.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    identity: Option<(u64, u64)>,
}

impl Stamp {
    /// Asks the system; the file is not opened, which would give up the locks that SQLite holds on it.
    pub(crate) fn of(path: &Path) -> io::Result<Self> {
        let metadata = fs::metadata(path)?;
        Ok(Self { length: metadata.len(), modified: metadata.modified().ok(), identity: identity(&metadata) })
    }
}

#[cfg(unix)]
#[allow(clippy::unnecessary_wraps)] // Elsewhere there is none.
fn identity(metadata: &fs::Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    Some((metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn identity(_: &fs::Metadata) -> Option<(u64, u64)> {
    None
}
