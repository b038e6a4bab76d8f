//! Whether a workshop can be put where something of an earlier one may lie.
//!
//! Nothing in a leftover says to which file it belongs: it would be written into whichever has the name.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use crate::cause::Fault;
use crate::connection::{self, Mode};
use crate::{StoreError, header};

/// Makes sure that no leftover of another file will be taken for one of a new file at `path`, where there is none.
/// Nothing is removed: if the earlier file comes back, from a bin or a backup, the leftover is what makes it whole.
///
/// # Errors
/// [`StoreError::Unfinished`] when there is one.
pub(super) fn check_free(path: &Path) -> Result<(), StoreError> {
    if has_leftover(path) { Err(unfinished(path)) } else { Ok(()) }
}

/// The same where a copy is to take the place of what may be at `path`. An unfinished change of a workshop there is
/// taken back first, as opening it would: only when that workshop is whole again and its leftover is gone may it be
/// replaced. So whenever the machine stops, either the one or the other lies there, intact.
///
/// # Errors
/// [`StoreError::Unfinished`] when there is a leftover that cannot be dealt with in this way, [`StoreError::Busy`] when
/// a change is under way. Nothing is lost then.
pub(crate) fn settle(path: &Path) -> Result<(), StoreError> {
    if header::journal(path).exists() && fs::symlink_metadata(path).is_ok() {
        take_back(path).map_err(|error| match error {
            StoreError::Busy { .. } => error,
            _ => unfinished(path),
        })?;
    }
    check_free(path)
}

fn take_back(path: &Path) -> Result<(), StoreError> {
    header::check(path)?;
    let take_back = || -> Result<(), Fault> {
        let connection = connection::connect(path, Mode::Write)?;
        // Locking everyone else out reads what was left unfinished, and shows that no one is at work.
        Ok(connection.execute_batch("BEGIN EXCLUSIVE; ROLLBACK")?)
    };
    take_back().map_err(Fault::on_writing)
}

/// Whether a companion file with content lies beside `path`. One that is empty, or begins with zeros, holds nothing
/// that could be written into a file.
fn has_leftover(path: &Path) -> bool {
    let mut first = [0];
    let journal = match File::open(header::journal(path)).and_then(|mut it| it.read(&mut first)) {
        Ok(_) => first != [0],
        Err(error) => error.kind() != io::ErrorKind::NotFound,
    };
    journal || header::newer_changes(path).exists()
}

fn unfinished(path: &Path) -> StoreError {
    StoreError::Unfinished { path: path.to_owned() }
}
