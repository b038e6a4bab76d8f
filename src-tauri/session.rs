//! The file that is open now.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use opmap_model::{Document, EarlierWorkshop, EarlierWorkshopId};
use opmap_store::DocumentFile;
use opmap_wire::{Committed, Earlier, ErrorCode, Opened, ShellError};

use crate::clock::{fresh, now};
use crate::failure::{not_carried, not_opened, nothing_open, nothing_to_compare, same_workshop};

/// The file that is open, and the one that waits to be opened. One at a time of each.
pub(crate) struct Session {
    open: Mutex<Option<DocumentFile>>,
    waiting: Mutex<Option<PathBuf>>,
}

impl Session {
    /// Nothing is open yet; `first` waits.
    pub(crate) fn starting_with(first: Option<PathBuf>) -> Self {
        Self { open: Mutex::new(None), waiting: Mutex::new(first) }
    }

    /// Works on the open file.
    ///
    /// # Errors
    /// When no workshop is open, and whatever the work itself fails with.
    pub(crate) fn with<T>(
        &self,
        work: impl FnOnce(&mut DocumentFile) -> Result<T, ShellError>,
    ) -> Result<T, ShellError> {
        work(self.open().as_mut().ok_or_else(nothing_open)?)
    }

    /// Works on the open file in a way that goes by its revision. When another program has changed the file, it is
    /// read again, so that the window, which asks for it then, gets what it holds now.
    pub(crate) fn step<T>(
        &self,
        work: impl FnOnce(&mut DocumentFile) -> Result<T, ShellError>,
    ) -> Result<T, ShellError> {
        self.with(|file| {
            let answer = work(file);
            let is_behind = matches!(&answer, Err(error) if error.code == ErrorCode::Stale);
            if is_behind && let Ok(newest) = DocumentFile::open(file.path()) {
                *file = newest;
            }
            answer
        })
    }

    /// Opens a file in place of the one that is open; that one stays if it fails.
    pub(crate) fn open_file(&self, path: &Path) -> Result<Opened, ShellError> {
        let file = DocumentFile::open(path).map_err(not_opened)?;
        Ok(self.take(file))
    }

    /// Makes a file for `document` and opens it.
    pub(crate) fn create_file(&self, path: &Path, document: &Document) -> Result<Opened, ShellError> {
        let file = DocumentFile::create(path, document, now()).map_err(not_opened)?;
        Ok(self.take(file))
    }

    /// What a later workshop takes over of the file at a path. It is only read, and goes through all checks of a file that is
    /// opened.
    ///
    /// # Errors
    /// When it is the open file, cannot be opened, or has neither scores nor recommendations.
    pub(crate) fn earlier_workshop(&self, path: &Path) -> Result<Earlier, ShellError> {
        // Where a path cannot be followed, opening it says why.
        let is_open_here = |open: &Path| same_file(open, path);
        if self.open().as_ref().is_some_and(|it| is_open_here(it.path())) {
            return Err(same_workshop());
        }
        let file = DocumentFile::open_read_only(path).map_err(not_opened)?;
        let history = file.document().history();
        let says = |it: &EarlierWorkshop| !it.scores.is_empty() || !it.actions.is_empty();
        if history.workshops.iter().any(says) { Ok(Earlier { history }) } else { Err(nothing_to_compare()) }
    }

    /// Makes the next workshop of the one that is open, as a file of its own, and opens it; the other stays as it is.
    ///
    /// # Errors
    /// When none is open, or the file cannot be made.
    pub(crate) fn carry_forward(&self, path: &Path) -> Result<Opened, ShellError> {
        let document = self.with(|file| Ok(file.document().clone()))?;
        let next = document.carried_forward(|| EarlierWorkshopId(fresh())).map_err(not_carried)?;
        self.create_file(path, &next)
    }

    /// Closes the open file, if there is one.
    pub(crate) fn close(&self) {
        *self.open() = None;
    }

    /// Whether a workshop is open.
    pub(crate) fn is_open(&self) -> bool {
        self.open().is_some()
    }

    /// What is open, if anything is.
    pub(crate) fn opened(&self) -> Option<Opened> {
        self.open().as_ref().map(opened)
    }

    /// Lets a file wait until the window is ready for it.
    pub(crate) fn wait(&self, path: PathBuf) {
        *self.waiting.lock().unwrap_or_else(PoisonError::into_inner) = Some(path);
    }

    /// The file that waits; it waits no longer.
    pub(crate) fn take_waiting(&self) -> Option<PathBuf> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn take(&self, file: DocumentFile) -> Opened {
        let answer = opened(&file);
        *self.open() = Some(file);
        answer
    }

    fn open(&self) -> MutexGuard<'_, Option<DocumentFile>> {
        // A panic between two commits leaves the file as it was committed last, so it is safe to go on.
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether two paths lead to one file.
fn same_file(one: &Path, other: &Path) -> bool {
    let followed = |path: &Path| path.canonicalize().ok();
    followed(one).is_some_and(|it| followed(other) == Some(it))
}

fn opened(file: &DocumentFile) -> Opened {
    let file_name = file.path().file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    let read_only = file
        .is_read_only()
        .then(|| "This workshop is open for viewing only. Save a copy to go on working.".to_owned());
    Opened {
        document: file.document().clone(),
        revision: file.revision(),
        saved_at: file.saved_at().with_timezone(now().offset()),
        file_name,
        undo_label: file.undo_label().map(ToOwned::to_owned),
        redo_label: file.redo_label().map(ToOwned::to_owned),
        read_only,
    }
}

/// The answer to a commit, as it crosses to the window.
pub(crate) fn crossing(committed: opmap_store::Committed) -> Committed {
    let opmap_store::Committed { revision, saved_at, undo_label, redo_label } = committed;
    Committed { revision, saved_at: saved_at.with_timezone(now().offset()), undo_label, redo_label }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use opmap_exchange::templates;
    use opmap_store::DocumentFile;

    use super::Session;
    use crate::clock::{fresh, now};

    fn made(folder: &Path, name: &str, template: &str) -> PathBuf {
        let path = folder.join(name);
        DocumentFile::create(&path, &templates::document(template, &mut fresh).unwrap(), now()).unwrap();
        path
    }

    #[test]
    fn an_earlier_workshop_is_read_and_nothing_else_is_touched() {
        let folder = tempfile::tempdir().unwrap();
        let (open, earlier) = (
            made(folder.path(), "today.opmap", "halden-broadband"),
            made(folder.path(), "earlier.opmap", "halden-broadband"),
        );
        let before = fs::read(&earlier).unwrap();
        let session = Session::starting_with(None);
        session.open_file(&open).unwrap();
        let found = session.earlier_workshop(&earlier).unwrap();
        assert_eq!(found.history.workshops.len(), 1);
        assert_eq!(found.history.workshops[0].scores.len(), 7);
        assert!(fs::read(&earlier).unwrap() == before);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left beside it");
    }

    #[test]
    fn what_cannot_be_compared_with_is_refused_in_words() {
        let folder = tempfile::tempdir().unwrap();
        let open = made(folder.path(), "today.opmap", "halden-broadband");
        let blank = made(folder.path(), "blank.opmap", "blank");
        let damaged = folder.path().join("damaged.opmap");
        let mut bytes = fs::read(&open).unwrap();
        let half = bytes.len() / 2;
        bytes.truncate(half);
        fs::write(&damaged, bytes).unwrap();
        let session = Session::starting_with(None);
        session.open_file(&open).unwrap();
        let refused = |path: &Path| session.earlier_workshop(path).unwrap_err().message;
        assert!(refused(&open).starts_with("That is the workshop that is open."));
        let other_way = folder.path().join(".").join("today.opmap");
        assert!(refused(&other_way).starts_with("That is the workshop that is open."));
        assert!(refused(&blank).starts_with("That workshop has neither a score nor a recommendation"));
        assert!(refused(&damaged).contains("damaged"), "{}", refused(&damaged));
        assert!(!refused(&folder.path().join("gone.opmap")).is_empty());
    }

    #[test]
    fn a_workshop_is_carried_forward_into_a_file_of_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let last = made(folder.path(), "last.opmap", "halden-broadband");
        let before = fs::read(&last).unwrap();
        let session = Session::starting_with(None);
        session.open_file(&last).unwrap();
        let next = session.carry_forward(&folder.path().join("next.opmap")).unwrap();
        assert_eq!((next.file_name.as_str(), next.undo_label), ("next.opmap", None));
        assert_eq!(next.document.last_workshop().map(|it| it.scores.len()), Some(7));
        assert!(next.document.rounds().is_empty());
        assert!(fs::read(&last).unwrap() == before, "the last one stays as it was");
        assert!(session.carry_forward(&folder.path().join("nowhere").join("x.opmap")).is_err());
        assert_eq!(
            session.opened().map(|it| it.file_name),
            Some("next.opmap".to_owned()),
            "it is still open"
        );
    }
}
