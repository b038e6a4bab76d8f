//! A workshop that is open: the file itself, or a copy of it to rehearse on.

use std::io;
use std::path::{Path, PathBuf};

use opmap_store::DocumentFile;
use opmap_wire::ShellError;
use tempfile::TempDir;

use crate::failure::not_rehearsed;

/// What is open.
pub(crate) struct Open {
    // Closed before the folder that it may lie in is removed.
    pub(crate) file: DocumentFile,
    rehearsal: Option<Rehearsal>,
}

/// What a copy was made of, and the folder that it lies in, which is gone with it.
struct Rehearsal {
    original: PathBuf,
    _folder: TempDir,
}

impl Open {
    /// The file itself.
    pub(crate) fn of(file: DocumentFile) -> Self {
        Self { file, rehearsal: None }
    }

    /// A complete copy, history included, in a folder of its own among the passing files of the system. It is called as the
    /// original is.
    ///
    /// # Errors
    /// When the copy cannot be written or read.
    pub(crate) fn rehearsing(original: &DocumentFile) -> Result<Self, ShellError> {
        let folder = private_folder().map_err(not_rehearsed)?;
        let path = folder.path().join(original.path().file_name().unwrap_or_default());
        original.save_copy(&path).map_err(not_rehearsed)?;
        let file = DocumentFile::open(&path).map_err(not_rehearsed)?;
        let rehearsal = Rehearsal { original: original.path().to_owned(), _folder: folder };
        Ok(Self { file, rehearsal: Some(rehearsal) })
    }

    pub(crate) fn is_rehearsal(&self) -> bool {
        self.rehearsal.is_some()
    }

    /// Where the workshop lies, or the one that this is a copy of.
    pub(crate) fn original(&self) -> &Path {
        self.rehearsal.as_ref().map_or_else(|| self.file.path(), |it| &it.original)
    }
}

/// A passing folder that no one else on the machine may look into.
fn private_folder() -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix("opmap-rehearsal-");
    #[cfg(unix)]
    {
        use std::{fs::Permissions, os::unix::fs::PermissionsExt};
        builder.permissions(Permissions::from_mode(0o700));
    }
    builder.tempdir()
}
